"""The outbox page: what waits, in words, and the one button that sends it now."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dost_desktop.domain.dates import short_time
from dost_desktop.domain.errors import AgentError
from dost_desktop.rows import OutboxRow, RunState
from ui.infra.event_words import event_words
from ui.infra.keyboard import on_key
from ui.infra.moments import moment_words
from ui.infra.wording import words_for
from ui.parts.breaking_row import BreakingRow
from ui.parts.giving_way import GivingWay
from ui.parts.side_panel import SidePanel
from ui.parts.tall_enough import TallEnough
from ui.parts.wires import Wires
from ui.screens.outbox.answers import STATES, answer_words, state_words, to_do_words, what_words
from ui.screens.outbox.hand_up_part import HandUpPart
from ui.screens.outbox.handing_up import Handing
from ui.screens.outbox.item import Item, ItemId, id_of, recorded_at, state_of
from ui.screens.outbox.presenter import OutboxPresenter, Unsent
from ui.widgets.action_button import ActionButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.facts import Fact, FactRows
from ui.widgets.note import Note
from ui.widgets.rows_model import Cell, Column, RowsModel
from ui.widgets.rows_view import RowsView
from ui.widgets.text import Rule, Text

_LEAST_NEEDED: Final = (2,)  # the age gives way
_MINUTE: Final = 60
_HOUR: Final = 60 * _MINUTE
_DAY: Final = 24 * _HOUR


class OutboxView(QWidget):
    """``title_changed`` for the header."""

    title_changed = Signal(str, str)
    saved = Signal(str)
    back_pressed = Signal()
    row_selected = Signal(object)  # ItemId
    row_opened = Signal(object)  # ItemId
    sync_pressed = Signal()
    reload_pressed = Signal()
    next_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unsent: Unsent | None = None
        self._shown: ItemId | None = None
        self._model = RowsModel(self._columns(), id_of)
        self._table = RowsView(self._model, two_lines=True, name=self.tr("Unsent work"))
        GivingWay(self._table, _LEAST_NEEDED)
        self._count, self._problem = Text("", "small", "muted"), Note("bad")
        self._sync = ActionButton(self.tr("Sync now"), "primary", shortcut="primary", icon="arrows-clockwise")
        self._title, self._what = Text("", "heading", wrap=True), Text("", "small", "soft", wrap=True)
        self._facts, self._to_do = FactRows(small=True), Note("info")
        self._open = ActionButton(self.tr("Open the application"), "link", icon="")
        self.hand_up = HandUpPart()
        self._empty = EmptyState(
            "check-circle", self.tr("Everything is sent"), self.tr("Nothing waits at this desk.")
        )
        self._stack = QStackedWidget()
        self._build()
        self._wire()

    # what the presenter shows
    def show_unsent(self, unsent: Unsent) -> None:
        self._unsent = unsent
        self._model.show_rows(unsent.rows)
        self._stack.setCurrentIndex(0 if unsent.rows else 1)
        self._side.setVisible(bool(unsent.rows))
        needs_you = unsent.count(RunState.NEEDS_YOU)
        words = [self.tr("%n item(s) not sent", "", len(unsent.rows))] if unsent.rows else []
        if needs_you:
            words.append(self.tr("%n need(s) you", "", needs_you))
        self._count.setText(" · ".join(words))
        self.title_changed.emit(self.tr("Unsent work"), "")

    def show_item(self, row: Item | None, now: datetime) -> None:
        self._shown = id_of(row) if row else None
        if row is None:
            return
        self._title.setText(row.full_name)
        self._title.setVisible(bool(row.full_name))
        self._what.setText(what_words(row))
        self._facts.show_facts(self._facts_of(row, now))
        kind = "warn" if state_of(row) is RunState.NEEDS_YOU else "info"
        self._to_do.say(kind, to_do_words(row))
        self._open.setVisible(row.file_id is not None)

    def show_problem(self, error: AgentError | None) -> None:
        self._problem.setVisible(error is not None)
        if error is not None:
            self._problem.say("bad", words_for(error))

    def show_handing_up(self, handing: Handing) -> None:
        self.hand_up.show_handing_up(handing)

    def show_hand_up_problem(self, error: AgentError | None) -> None:
        self.hand_up.show_problem(error)

    def set_handing_busy(self, busy: bool) -> None:
        self.hand_up.set_busy(busy)

    def show_saved(self, at: datetime) -> None:
        self.saved.emit(self.tr("Saved {time}").format(time=short_time(at)))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hand_up.paused.emit()

    def select(self, item: ItemId) -> None:
        self._table.blockSignals(True)
        self._table.select_id(item)
        self._table.blockSignals(False)

    def focus_list(self) -> None:
        """The focus on the list, or on the button when nothing waits."""
        first = self._table if self._model.rowCount() else self._sync
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # cells
    def _columns(self) -> list[Column[Item]]:
        return [
            Column(self.tr("What"), self._what_cell),
            Column(self.tr("State"), self._state_cell, width=190),
            Column(self.tr("Age"), self._age_cell, width=110, align="right"),
        ]

    @staticmethod
    def _what_cell(row: Item) -> Cell:
        words = event_words(row.kinds[-1]) if isinstance(row, OutboxRow) else what_words(row)
        return Cell(words, detail=row.full_name, strong=state_of(row) is RunState.NEEDS_YOU)

    @staticmethod
    def _state_cell(row: Item) -> Cell:
        state = state_of(row)
        _, icon, tone = STATES[state]
        return Cell(state_words(state), icon=icon, tone=tone, strong=state is RunState.NEEDS_YOU)

    def _facts_of(self, row: Item, now: datetime) -> list[Fact]:
        facts, at = [Fact(self.tr("State"), state_words(state_of(row)))], recorded_at(row)
        if at is not None:
            facts.append(Fact(self.tr("Recorded"), moment_words(at, now)))
        if isinstance(row, OutboxRow):
            facts.append(Fact(self.tr("Tries"), str(row.attempts)))
            if row.next_try is not None:
                facts.append(Fact(self.tr("Next try"), moment_words(row.next_try, now)))
        return [*facts, Fact(self.tr("Last answer"), answer_words(row))]

    def _age_cell(self, row: Item) -> Cell:
        at = recorded_at(row)
        if self._unsent is None or at is None:
            return Cell()
        seconds = int((self._unsent.now - at).total_seconds())
        if seconds < _HOUR:
            words = self.tr("%n min", "", max(seconds // _MINUTE, 0))
        elif seconds < _DAY:
            words = self.tr("%n h", "", seconds // _HOUR)
        else:
            words = self.tr("%n day(s)", "", seconds // _DAY)
        return Cell(words, muted=True)

    # building
    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        middle = QWidget()
        middle.setProperty("part", "middle")
        column = QVBoxLayout(middle)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        head = BreakingRow((self._sync, self._count), spacing=16)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        column.addWidget(head)
        column.addWidget(self._problem)
        column.addWidget(self._stack, 1)
        self._problem.hide()
        row.addWidget(middle, 1)
        self._side = SidePanel(self._right())
        row.addWidget(self._side)

    def _right(self) -> QWidget:
        inside = TallEnough()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        for widget in (self._title, self._what, Rule(), self._facts, self._to_do, self._open, self.hand_up):
            column.addWidget(widget)
        column.addStretch(1)
        return inside

    def _wire(self) -> None:
        self._table.selected.connect(self.row_selected)
        self._table.opened.connect(self.row_opened)
        self._sync.acted.connect(self.sync_pressed)
        self._open.acted.connect(lambda: self.row_opened.emit(self._shown))
        on_key(self, "list.reload", self.reload_pressed.emit)
        on_key(self, "back", self.back_pressed.emit)
        on_key(self, "list.next_open", self.next_pressed.emit)


def connect(view: OutboxView, presenter: OutboxPresenter) -> Wires:
    """Every wish of the view to the presenter; keep the wires as long as the page stands."""
    return Wires(
        (
            (view.row_selected, presenter.row_selected),
            (view.row_opened, presenter.row_opened),
            (view.sync_pressed, presenter.sync_pressed),
            (view.reload_pressed, presenter.reload),
            (view.next_pressed, presenter.next_pressed),
            (view.back_pressed, presenter.handing_up.close),
            (view.hand_up.asked, presenter.handing_up.begin),
            (view.hand_up.edited, presenter.handing_up.edited),
            (view.hand_up.paused, presenter.handing_up.save_now),
            (view.hand_up.hand_up_pressed, presenter.handing_up.hand_up),
        )
    )
