"""The queue page: who waits left, the next ticket and what can be done right (ui README, screen 02)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from dost_desktop.domain.errors import InvalidValue
from dost_desktop.rows import TodaysFigures
from ui.infra.keyboard import on_key
from ui.infra.office_words import kind_words
from ui.infra.wording import words_for
from ui.screens.queue.presenter import EVERY, Question, TicketActs, TicketRow, WaitingRow
from ui.screens.queue.side_parts import Asking, HalfDone, Today
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.action_list import ActionList, ActionRow
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_caps import KeyCaps
from ui.widgets.note import Note
from ui.widgets.option import Option
from ui.widgets.panel import Panel
from ui.widgets.rows_model import Cell, Column, RowsModel
from ui.widgets.rows_view import RowsView
from ui.widgets.segmented import Segmented
from ui.widgets.text import ElidedText, Rule, Text

_SIDE: Final = 404
_REFRESH_MS: Final = 5000
_NOTE_COLUMN: Final = 2
_ROOMY: Final = 1.5  # text scale up to which the note has a column of its own


def _reason(key: str) -> str:
    return words_for(InvalidValue(key)) if key else ""


class QueuePage(QWidget):
    """Signals are what the agent wants; ``reload_asked`` comes every 5 seconds while the page is in sight."""

    reload_asked = Signal()
    filter_chosen = Signal(str)
    ticket_selected = Signal(str)
    ticket_opened = Signal(str)
    next_asked = Signal()
    redirect_asked = Signal()
    no_show_asked = Signal()
    confirmed = Signal()
    dismissed = Signal()
    continued = Signal(str)
    without_ticket = Signal()

    def __init__(self, desk: str, *, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._filter = Segmented(self._options({}), name=self.tr("Purpose"))
        self._model = RowsModel(
            [
                Column(self.tr("Ticket"), lambda row: Cell(row.number, strong=True), width=76),
                Column(self.tr("Purpose"), self._purpose_cell),
                Column(self.tr("Note"), self._note_cell, width=148),
                Column(self.tr("Waiting"), self._minutes_cell, width=88, align="right"),
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
        self._asking = Asking()
        self._next_number, self._next_purpose = Text("", "display"), Text("", "strong", wrap=True)
        self._next_detail = Text("", "small", "muted", wrap=True)
        self._call_next = ActionButton(
            self.tr("Call the next"), "primary", shortcut="queue.next", icon="megaphone", big=True
        )
        self._next_reason = Text("", "caption", "muted", wrap=True)
        self._acts = ActionList(self.tr("Selected ticket"))
        self._half_done, self._today = HalfDone(now), Today(desk)
        self._side = QWidget()
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
        self._keys.setVisible(bool(rows) and theme().scale <= _ROOMY)

    def show_counts(self, counts: dict[str, int]) -> None:
        self._filter.show_options(self._options(counts))

    def show_next(self, row: TicketRow | None, off: str) -> None:
        self._next_number.setText(row.number if row else "–")
        self._next_purpose.setText(kind_words(row.purpose) if row else self.tr("Nobody is waiting"))
        self._next_detail.setText(row.detail if row else "")
        self._next_detail.setVisible(bool(row and row.detail))
        self._next_reason.setText(_reason(off))
        self._next_reason.setVisible(bool(off))
        if off:
            self._call_next.set_off(_reason(off))
        else:
            self._call_next.set_on()
        self._fit()

    def show_reached(self, reached: bool) -> None:
        self._lost.setVisible(not reached)
        if reached:
            self._empty.say(self.tr("Nobody is waiting"), self.tr("The next ticket shows here."))
        else:
            self._empty.say(
                self.tr("The queue cannot be reached"), self.tr("Serve people without a ticket meanwhile.")
            )

    def show_acts(self, acts: TicketActs) -> None:
        no_show = self.tr("Did not come")
        self._acts.show_actions(
            [
                ActionRow(
                    "call", self.tr("Call this ticket"), "row.open", "hand-pointing", _reason(acts.call)
                ),
                ActionRow(
                    "redirect",
                    self.tr("Redirect to another service"),
                    "ticket.redirect",
                    "arrow-bend-up-right",
                    _reason(acts.redirect),
                ),
                ActionRow(
                    "no_show",
                    f"{no_show}: {acts.called}" if acts.called and not acts.no_show else no_show,
                    "ticket.no_show",
                    "user-minus",
                    _reason(acts.no_show),
                ),
            ]
        )

    def show_waiting(self, rows: Sequence[WaitingRow]) -> None:
        self._half_done.show_rows(rows)
        self._fit()

    def show_figures(self, figures: TodaysFigures) -> None:
        self._today.show_figures(figures)

    def ask(self, question: Question, ticket: str) -> None:
        self._call_next.set_kind("secondary")  # one primary button on a page
        self._asking.ask(question, ticket)

    def ask_nothing(self) -> None:
        self._asking.hide()
        self._call_next.set_kind("primary")
        self.take_focus()

    def set_busy(self, busy: bool) -> None:
        self._call_next.set_busy(busy)

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
        left.addWidget(self._filter, 0, Qt.AlignmentFlag.AlignLeft)
        self._stack = QStackedWidget()
        self._without = ActionButton(self.tr("Application without a ticket"), shortcut="application.new")
        self._empty = EmptyState("users-three", self.tr("Nobody is waiting"), " ", self._without)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        left.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._foot, 1)
        self._keys = QWidget()
        caps = QHBoxLayout(self._keys)
        caps.setContentsMargins(0, 0, 0, 0)
        caps.setSpacing(8)
        caps.addWidget(KeyCaps("list.reload"))
        caps.addWidget(Text(self.tr("reload"), "small", "muted"))
        caps.addSpacing(4)
        caps.addWidget(KeyCaps("row.open"))
        caps.addWidget(Text(self.tr("call this ticket"), "small", "muted"))
        foot.addWidget(self._keys)
        left.addLayout(foot)
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

    def _build_side(self) -> None:
        self._side.setProperty("kind", "canvas")
        self._side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 24, 0)
        column.setSpacing(16)
        panel = Panel(self.tr("Next ticket"))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._next_number)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._next_purpose)
        words.addWidget(self._next_detail)
        head.addLayout(words, 1)
        panel.body.addLayout(head)
        panel.body.addSpacing(4)
        panel.body.addWidget(self._call_next)
        panel.body.addWidget(self._next_reason)
        panel.body.addSpacing(4)
        panel.body.addWidget(Rule())
        panel.body.addSpacing(4)
        panel.body.addWidget(self._acts)
        for part in (panel, self._half_done, self._today):
            column.addWidget(part)
        column.addStretch(1)

    def _wire(self) -> None:
        self._filter.chosen.connect(self.filter_chosen)
        self._list.selected.connect(self.ticket_selected.emit)
        self._list.opened.connect(self.ticket_opened.emit)
        self._call_next.acted.connect(self.next_asked)
        self._acts.acted.connect(self._act)
        self._asking.confirmed.connect(self.confirmed)
        self._asking.dismissed.connect(self.dismissed)
        self._half_done.continued.connect(self.continued)
        self._without.acted.connect(self.without_ticket)
        on_key(self, "list.reload", self.reload_asked.emit)
        self._refresh = QTimer(self)
        self._refresh.setInterval(_REFRESH_MS)
        self._refresh.timeout.connect(self.reload_asked)

    def _act(self, act: str) -> None:
        if act == "call":
            self.ticket_opened.emit(self._list.selected_id() or "")
        elif act == "redirect":
            self.redirect_asked.emit()
        else:
            self.no_show_asked.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_area"):
            self._fit()

    def _fit(self) -> None:
        scale = theme().scale
        self._list.setColumnHidden(_NOTE_COLUMN, scale > _ROOMY)  # then the note stands beside the purpose
        self._area.setFixedWidth(
            max(
                round(_SIDE * min(scale, 1.05)) + 24,
                self._side.minimumSizeHint().width() + self._area.verticalScrollBar().sizeHint().width(),
            )
        )

    def _options(self, counts: dict[str, int]) -> list[Option]:
        ending = self.tr("Removal, cancellation") if theme().scale <= _ROOMY else self.tr("Removal")
        return [
            Option(EVERY, self.tr("All"), counts.get(EVERY, 0)),
            Option("jobseeker", self.tr("Jobseeker"), counts.get("jobseeker", 0)),
            Option("unemployed", self.tr("Unemployed"), counts.get("unemployed", 0)),
            Option("ending", ending, counts.get("ending", 0)),
        ]

    def _purpose_cell(self, row: TicketRow) -> Cell:
        note = self._note_cell(row) if theme().scale > _ROOMY else Cell()
        return replace(note, text=kind_words(row.purpose), detail=row.detail or " ")

    def _note_cell(self, row: TicketRow) -> Cell:
        notes = {
            "representative": (self.tr("Representative"), "users", "neutral"),
            "interpreter": (self.tr("Interpreter"), "translate", "neutral"),
            "priority": (self.tr("Priority"), "star", "accent"),
        }
        if row.note not in notes:
            return Cell()
        words, icon, kind = notes[row.note]
        return Cell(chip=words, chip_icon=icon, chip_kind=kind)

    def _minutes_cell(self, row: TicketRow) -> Cell:
        return Cell(self.tr("{n} min").format(n=row.minutes))
