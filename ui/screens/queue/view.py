"""The queue page: who waits left, the next ticket and what can be done right (ui README, screen 02)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from dost_desktop.rows import TodaysFigures
from dost_desktop.services.reminders import Reminders
from ui.infra.keyboard import on_key
from ui.infra.office_words import NEEDS, need_words
from ui.screens.queue.asking import Asking
from ui.screens.queue.lines import EVERY
from ui.screens.queue.next_part import NextTicket
from ui.screens.queue.port import Asked, Called, CentreFigures, TicketActs, TicketRow, WaitingRow
from ui.screens.queue.side_parts import HalfDone, Today, ToThinkOf
from ui.screens.queue.ticket_cells import TicketCells
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.combo import Combo
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_caps import KeyCaps
from ui.widgets.note import Note
from ui.widgets.option import Option
from ui.widgets.painted import width_of
from ui.widgets.rows_model import Cell, Column, RowsModel
from ui.widgets.rows_view import RowsView
from ui.widgets.segmented import Segmented
from ui.widgets.text import ElidedText, Text

_SIDE: Final = 404
_HEAD_PAD: Final = 26
_CHIP_PAD: Final = 62  # its icon and what is left and right of its words
_MARGINS: Final = 48  # left of the list, and between it and the right column
_REFRESH_MS: Final = 5000
_NOTE_COLUMN: Final = 2
_ROOMY: Final = 1.5  # text scale up to which a question leaves the list in sight
_PURPOSE: Final = 150  # what the purpose must have at 100 % text beside a column of needs
_SPACIOUS: Final = 1.25  # text scale up to which the centre's figures and the keys have room


def _head(words: str, least: int) -> int:
    """The width of a column in pixels at 100 % text: its head is never cut."""
    return max(least, ceil(width_of(words, "small_strong") / theme().scale) + _HEAD_PAD)


def _note_width(words: str) -> int:
    """The same, wide enough for every chip."""
    chips = (ceil(width_of(need_words(each)[0], "small") / theme().scale) + _CHIP_PAD for each in NEEDS)
    return max(_head(words, 148), *chips)


class QueuePage(QWidget):
    """Signals are what the agent wants; ``reload_asked`` comes every 5 seconds while the page is in sight."""

    reload_asked = Signal()
    filter_chosen = Signal(str)
    ticket_selected = Signal(str)
    ticket_opened = Signal(str)
    next_asked = Signal()
    transfer_asked = Signal()
    transfer_called_asked = Signal()
    needs_asked = Signal()
    needs_called_asked = Signal()
    number_asked = Signal()
    call_again_asked = Signal()
    no_show_asked = Signal()
    confirmed = Signal(str)
    dismissed = Signal()
    continued = Signal(str)
    without_ticket = Signal()
    reminder_opened = Signal(str)

    directions_told = Signal(object)  # of this desk

    def __init__(
        self,
        desk: str,
        *,
        now: Callable[[], datetime],
        direction_words: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        cells = self._cells = TicketCells(direction_words)
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._filter = Segmented(self._options({}), name=self.tr("Purpose"))
        self._filter_list = Combo(self._options({}))  # the same where the segments find no room
        self._filter_list.setAccessibleName(self.tr("Purpose"))
        self._model = RowsModel(
            [
                Column(
                    self.tr("Ticket"),
                    lambda row: Cell(row.number, strong=True),
                    width=_head(self.tr("Ticket"), 76),
                ),
                Column(self.tr("Purpose"), cells.purpose),
                Column(self.tr("Note"), cells.note, width=_note_width(self.tr("Note"))),
                Column(self.tr("Waiting"), cells.minutes, width=_head(self.tr("Waiting"), 88), align="right"),
            ],
            lambda row: row.number,
        )
        self._list = RowsView(self._model, two_lines=True, name=self.tr("Waiting tickets"))
        self._foot = ElidedText("", "small", "muted")
        self._lost = Note(
            "warn",
            self.tr("The queue cannot be reached"),
            self.tr("What was known last stands below. Serve people without a ticket: nothing is lost."),
            icon="cloud-slash",
        )
        self._asking = Asking(direction_words)
        self._centre = ElidedText("", "small", "muted")
        self._by_number = ActionButton(self.tr("Call by number"), "link", shortcut="ticket.by_number")
        self._next = NextTicket(cells.words_of)
        self._half_done, self._today, self._to_think_of = HalfDone(now), Today(desk), ToThinkOf()
        self._side, self._below = QWidget(), QWidget()
        self._build()
        self._wire()

    # what the presenter shows
    def show_tickets(self, rows: Sequence[TicketRow]) -> None:
        had = self._list.selected_id()
        self._model.show_rows(list(rows))
        if rows and self._list.selected_id() is None:
            self._list.select_first()
        if self._list.selected_id() != had:
            self.ticket_selected.emit(self._list.selected_id() or "")
        had_focus = self._list.hasFocus() or self._without.hasFocus()
        self._stack.setCurrentIndex(0 if rows else 1)
        if had_focus:
            self.take_focus()
        longest = max((row.minutes for row in rows), default=0)
        words = self.tr("%n ticket(s) wait, the longest {minutes} min", "", len(rows))
        self._foot.setText(words.format(minutes=longest) if rows else "")
        self._has_rows = bool(rows)
        self._fit()

    def show_counts(self, counts: dict[str, int]) -> None:
        for filter_ in (self._filter, self._filter_list):
            filter_.show_options(self._options(counts))
        self._fit()

    def show_reached(self, reached: bool) -> None:
        self._lost.setVisible(not reached)
        if reached:
            self._empty.say(self.tr("Nobody is waiting"), self.tr("The next ticket shows here."))
        else:
            self._empty.say(
                self.tr("The queue cannot be reached"), self.tr("Serve people without a ticket meanwhile.")
            )

    def show_next(self, row: TicketRow | None, off: str) -> None:
        self._next.show_next(row, off)
        self._fit()

    def show_acts(self, acts: TicketActs) -> None:
        self._next.show_acts(acts)

    def show_called(self, called: Called | None) -> None:
        self._next.show_called(called)
        self._fit()

    def show_centre(self, figures: CentreFigures | None, directions: Sequence[str]) -> None:
        words = ""
        if figures is not None and figures.waiting:
            words = self.tr("Centre: %n wait, mean {mean}, longest {longest} min", "", figures.waiting)
            words = words.format(mean=figures.mean_wait, longest=figures.longest_wait)
        self._centre.setText(words)
        self.directions_told.emit(tuple(directions))

    def show_waiting(self, rows: Sequence[WaitingRow]) -> None:
        self._half_done.show_rows(rows)
        self._fit()

    def show_reminders(self, reminders: Reminders | None) -> None:
        if self._to_think_of.show_reminders(reminders):
            self._fit()

    def show_figures(self, figures: TodaysFigures) -> None:
        self._today.show_figures(figures)

    def ask(self, asked: Asked) -> None:
        self._next.call.set_kind("secondary")  # one primary button on a page
        self._asking.ask(asked)
        self._below.setVisible(theme().scale <= _ROOMY)  # with large text the question needs the whole room

    def ask_nothing(self) -> None:
        self._asking.hide()
        self._below.show()
        self._next.call.set_kind("primary")
        self.take_focus()

    def set_busy(self, busy: bool) -> None:
        self._next.call.set_busy(busy)

    def take_focus(self) -> None:
        """Where the caret goes on opening: the list, or the way out when it is empty."""
        here = self._list if self._stack.currentIndex() == 0 else self._without
        here.setFocus(Qt.FocusReason.OtherFocusReason)

    # time
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._refresh.stop()

    # building
    def _build(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(24, 20, 0, 16)
        whole.setSpacing(24)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._asking)
        left.addWidget(self._lost)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(12)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._filter)
        top.addWidget(self._filter_list)
        top.addWidget(self._centre, 100)
        top.addStretch(1)
        below.addLayout(top)
        self._stack = QStackedWidget()
        self._without = ActionButton(self.tr("Application without a ticket"), shortcut="application.new")
        self._empty = EmptyState("users-three", self.tr("Nobody is waiting"), " ", self._without)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        below.addWidget(self._stack, 1)
        below.addLayout(self._foot_row())
        left.addWidget(self._below, 1)
        left.addStretch(0)
        whole.addLayout(left, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setProperty("kind", "canvas")
        area.setWidget(self._side)
        self._area = area
        whole.addWidget(area)
        self._build_side()
        self._lost.hide()
        self._fit()

    def _foot_row(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._foot, 1)
        foot.addWidget(self._by_number)
        self._keys, self._has_rows = QWidget(), False
        caps = QHBoxLayout(self._keys)
        caps.setContentsMargins(0, 0, 0, 0)
        caps.setSpacing(8)
        caps.addWidget(KeyCaps("list.reload"))
        caps.addWidget(Text(self.tr("reload"), "small", "muted"))
        caps.addSpacing(4)
        caps.addWidget(KeyCaps("row.open"))
        caps.addWidget(Text(self.tr("call this ticket"), "small", "muted"))
        foot.addWidget(self._keys)
        return foot

    def _build_side(self) -> None:
        self._side.setProperty("kind", "canvas")
        self._side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 24, 0)
        column.setSpacing(16)
        for part in (self._next, self._half_done, self._to_think_of, self._today):
            column.addWidget(part)
        column.addStretch(1)

    def _wire(self) -> None:
        for filter_, other in ((self._filter, self._filter_list), (self._filter_list, self._filter)):
            filter_.chosen.connect(other.choose)
            filter_.chosen.connect(self.filter_chosen)
        self._list.selected.connect(self.ticket_selected.emit)
        self._list.opened.connect(self.ticket_opened.emit)
        self._next.call.acted.connect(self.next_asked)
        self._next.acted.connect(self._act)
        self._by_number.acted.connect(self.number_asked)
        self._asking.confirmed.connect(self.confirmed)
        self._asking.dismissed.connect(self.dismissed)
        self._half_done.continued.connect(self.continued)
        self._without.acted.connect(self.without_ticket)
        self._to_think_of.opened.connect(self.reminder_opened)
        on_key(self, "list.reload", self.reload_asked.emit)
        self._refresh = QTimer(self)
        self._refresh.setInterval(_REFRESH_MS)
        self._refresh.timeout.connect(self.reload_asked)

    def _act(self, act: str) -> None:
        signals = {
            "transfer": self.transfer_asked,
            "transfer_called": self.transfer_called_asked,
            "needs": self.needs_asked,
            "needs_called": self.needs_called_asked,
            "call_again": self.call_again_asked,
            "no_show": self.no_show_asked,
        }
        if act == "call":
            self.ticket_opened.emit(self._list.selected_id() or "")
        else:
            signals[act].emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_left()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_area"):
            self._fit()

    def _fit(self) -> None:
        scale = theme().scale
        self._keys.setVisible(self._has_rows and scale <= _SPACIOUS)
        self._centre.setVisible(scale <= _SPACIOUS)
        self._below.setVisible(scale <= _ROOMY or self._asking.isHidden())
        self._area.setFixedWidth(
            max(
                round(_SIDE * min(scale, 1.05)) + 24,
                self._side.minimumSizeHint().width() + self._area.verticalScrollBar().sizeHint().width(),
            )
        )
        self._fit_left()

    def _fit_left(self) -> None:
        """Where there is little room, the needs stand under the purpose and the filter is a list."""
        room = self.width() - self._area.width() - _MARGINS
        apart = room >= (sum(each.width for each in self._model.columns) + _PURPOSE) * theme().scale
        self._list.setColumnHidden(_NOTE_COLUMN, not apart)
        if apart is not self._cells.needs_apart:
            self._cells.needs_apart = apart
            self._list.viewport().update()
        fits = self._filter.sizeHint().width() <= room
        self._filter.setVisible(fits)
        self._filter_list.setVisible(not fits)

    def _options(self, counts: dict[str, int]) -> list[Option]:
        ending = self.tr("Removal, cancellation") if theme().scale <= _ROOMY else self.tr("Removal")
        return [
            Option(EVERY, self.tr("All"), counts.get(EVERY, 0)),
            Option("jobseeker", self.tr("Jobseeker"), counts.get("jobseeker", 0)),
            Option("unemployed", self.tr("Unemployed"), counts.get("unemployed", 0)),
            Option("ending", ending, counts.get("ending", 0)),
        ]
