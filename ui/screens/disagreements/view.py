"""The disagreements page: left what waits, in the middle both sides of one, the choices and the bar that does it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dost_desktop.domain.dates import short_time
from dost_desktop.domain.errors import AgentError
from dost_desktop.services.disagreements import DisagreementRow
from dost_desktop.services.settle import ChoiceKind
from ui.infra.keyboard import on_key
from ui.infra.refused_words import cited, refused_words
from ui.infra.wording import words_for
from ui.parts.breaking_row import BreakingRow
from ui.parts.tall_enough import TallEnough
from ui.parts.wires import Wires
from ui.screens.disagreements.act_bar import ActBar
from ui.screens.disagreements.choices_part import ChoicesPart
from ui.screens.disagreements.compare_table import CompareTable
from ui.screens.disagreements.presenter import DisagreementsPresenter
from ui.screens.disagreements.shown import Listing, Shown
from ui.screens.disagreements.words import happened_words, row_words
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.note import Note
from ui.widgets.rows_model import Cell, Column, RowsModel
from ui.widgets.rows_view import RowsView
from ui.widgets.text import Text

_LIST_WIDTH: Final = 236
_FOCUS_ROOM: Final = 8
_FOLDS: Final = 760  # below this width of the page, at 100 % text, the list gives way: F8 goes through it


class DisagreementsView(QWidget):
    """``title_changed`` and ``saved`` for the header."""

    title_changed = Signal(str, str)
    saved = Signal(str)
    row_selected = Signal(object)  # UUID
    kind_chosen = Signal(object)  # ChoiceKind
    words_edited = Signal(str)
    paused = Signal()
    confirm_pressed = Signal()
    later_pressed = Signal()
    next_pressed = Signal()
    open_pressed = Signal()
    reload_pressed = Signal()

    def __init__(self, paper: Callable[[str], str], parent: QWidget | None = None) -> None:
        """``paper`` names a kind of document."""
        super().__init__(parent)
        self._listing: Listing | None = None
        self._model = RowsModel([Column(self.tr("Waiting"), self._row_cell)], lambda row: row.id)
        self._list = RowsView(self._model, two_lines=True, name=self.tr("Disagreements that wait"))
        self._list.setProperty("kind", "flush")
        self._settled = Text("", "small", "muted", wrap=True)
        self._name, self._happened = Text("", "heading", wrap=True), Text("", "body", "soft", wrap=True)
        self._open = ActionButton(self.tr("The person's file"), "link", shortcut="file.open")
        self._reason = Text("", "small", "bad", wrap=True)
        self._table, self.choices, self.bar = CompareTable(paper), ChoicesPart(), ActBar()
        self._problem = Note("bad")
        self._empty = EmptyState("check-circle", self.tr("No disagreements."))
        self._stack = QStackedWidget()
        self._next = ActionButton(self.tr("Next"), "link", shortcut="list.next_open")
        self._build()
        self._wire()

    # what the presenter shows
    def show_list(self, listing: Listing) -> None:
        self._listing = listing
        self._model.show_rows(listing.rows)
        self._stack.setCurrentIndex(0 if listing.rows else 1)
        settled = (
            self.tr("%n case(s) settled themselves yesterday", "", listing.settled) if listing.settled else ""
        )
        self._settled_part.setVisible(bool(settled))
        self._settled.setText(settled)
        self._empty.say(self.tr("No disagreements."), settled)
        context = (
            self.tr("{n} of {all}").format(n=listing.place, all=len(listing.rows)) if listing.place else ""
        )
        self.title_changed.emit(self.tr("Disagreements"), context)
        self._next.setVisible(len(listing.rows) > 1)
        self._fold()

    def show_one(self, shown: Shown | None) -> None:
        for part in (self._head, self._middle, self.bar, self._bar_line):
            part.setVisible(shown is not None)
        if shown is None:
            return
        compared = shown.compared
        self._name.setText(compared.full_name or self.tr("Person not identified"))
        self._happened.setText(happened_words(compared))
        is_in_table = any(row.mine.breaks is not None for row in compared.rows)
        self._reason.setVisible(not is_in_table)
        if not is_in_table:
            why = self.tr("Why they differ: {reason}").format(reason=refused_words(compared.reason))
            source = cited(compared.reason.cites)
            self._reason.setText(f"{why} ({source})" if source else why)
        self._table.show_compared(compared, shown.now)
        self.choices.show_choices(shown)
        self.bar.show_one(shown)
        if self.choices.words_field is not None:
            QTimer.singleShot(0, self, self._bring_words_into_sight)  # once it has its place

    def select(self, item: UUID) -> None:
        self._list.blockSignals(True)
        self._list.select_id(item)
        self._list.blockSignals(False)

    def focus_choices(self) -> None:
        """The caret on the first possible choice."""
        self.choices.focus_first()

    def focus_first(self) -> None:
        """Where the page's work begins, once something is there."""
        if self._model.rowCount():
            self.choices.focus_first()

    def show_words_problem(self, error: AgentError | None) -> None:
        self.choices.show_words_problem(error)
        QTimer.singleShot(0, self, self._bring_words_into_sight)

    def show_problem(self, error: AgentError | None) -> None:
        self.bar.show_problem(error)
        self._problem.setVisible(error is not None and self._listing is None)
        if error is not None and self._listing is None:
            self._problem.say("bad", words_for(error))

    def set_busy(self, busy: bool) -> None:
        self.bar.set_busy(busy)

    def show_saved(self, at: datetime) -> None:
        self.saved.emit(self.tr("Saved {time}").format(time=short_time(at)))

    def done_words(self, kind: ChoiceKind) -> str:
        """The quiet line for what was done."""
        return {
            ChoiceKind.KEEP_THEIRS: self.tr("Settled: the central system's stays; yours is in the history."),
            ChoiceKind.RECORD_MINE_NOW: self.tr("Settled: your step is recorded anew."),
            ChoiceKind.HAND_UP: self.tr("Handed up: the head of the centre decides."),
        }[kind]

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.paused.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fold()

    # cells
    def _row_cell(self, row: DisagreementRow) -> Cell:
        now = self._listing.now if self._listing else row.at
        handed = row.handed_up
        icon, tone = "", ""
        if handed is not None:
            icon, tone = ("check-circle", "") if handed.closed_at else ("arrow-fat-up", "muted")
        return Cell(
            row.full_name or self.tr("Person not identified"),
            detail=row_words(row, now),
            icon=icon,
            tone=tone,
            strong=True,
        )

    # building
    def _build(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._left())
        right = QWidget()
        right.setProperty("part", "middle")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._problem)
        column.addWidget(self._whose())
        column.addWidget(self._scrolled(), 1)
        self._bar_line = _surface(self.bar, "part-line-above")
        column.addWidget(self._bar_line)
        self._stack.addWidget(right)
        self._stack.addWidget(self._empty)
        whole.addWidget(self._stack, 1)
        for hidden in (self._problem, self._reason, self._head, self._middle, self._bar_line):
            hidden.hide()

    def _left(self) -> QWidget:
        self._left_part = QWidget()
        self._left_part.setProperty("kind", "part-left")
        self._left_part.setProperty("part", "left")
        self._left_part.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._left_part)
        column.setContentsMargins(0, 0, theme().outline, 0)
        column.setSpacing(0)
        column.addWidget(self._list, 1)
        self._settled_part = _surface(self._settled, "part-line-above")
        room = self._settled_part.layout()
        if room is not None:
            room.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self._settled_part)
        return self._left_part

    def _whose(self) -> QWidget:
        """The person's name, in sight however long the comparison is."""
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(24, 10, 24, 0)
        head.setSpacing(16)
        head.addWidget(self._name, 1)
        head.addWidget(BreakingRow((self._next, self._open), spacing=20), 0, Qt.AlignmentFlag.AlignTop)
        return self._head

    def _scrolled(self) -> QWidget:
        self._middle = TallEnough()
        self._middle.setProperty("kind", "canvas")
        self._middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(24, 2, 24, 6)
        column.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._happened)
        words.addWidget(self._reason)
        column.addLayout(words)
        for widget in (self._table, self.choices):
            column.addWidget(widget)
        column.addStretch(1)
        area = self._area = QScrollArea()
        area.setProperty("kind", "canvas")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._middle)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._bring_into_sight)
        return area

    def _bring_into_sight(self, _: QWidget | None, focus: QWidget | None) -> None:
        """What has the keyboard is seen, with the field for words when it opens."""
        if focus is not None and self._middle.isAncestorOf(focus):
            self._area.ensureWidgetVisible(focus, 0, _FOCUS_ROOM)

    def _bring_words_into_sight(self) -> None:
        field = self.choices.words_field
        if field is not None:
            self._area.ensureWidgetVisible(field, 0, _FOCUS_ROOM)

    def _fold(self) -> None:
        self._left_part.setFixedWidth(round(_LIST_WIDTH * theme().scale))
        has_rows = self._listing is None or bool(self._listing.rows)
        self._left_part.setVisible(has_rows and self.width() / theme().scale >= _FOLDS)

    def _wire(self) -> None:
        self._list.selected.connect(self.row_selected)
        self._list.opened.connect(lambda _: self.open_pressed.emit())
        self._open.acted.connect(self.open_pressed)
        self.choices.chosen.connect(self.kind_chosen)
        self.choices.edited.connect(self.words_edited)
        self.choices.paused.connect(self.paused)
        self.bar.confirm_pressed.connect(self.confirm_pressed)
        self.bar.later_pressed.connect(self.later_pressed)
        self._next.acted.connect(self.next_pressed)
        on_key(self, "list.reload", self.reload_pressed.emit)
        on_key(self, "list.next_open", self.next_pressed.emit)


def connect(view: DisagreementsView, presenter: DisagreementsPresenter) -> Wires:
    """Every wish of the view to the presenter; keep the wires as long as the page stands."""
    return Wires(
        (
            (view.row_selected, presenter.row_selected),
            (view.kind_chosen, presenter.kind_chosen),
            (view.words_edited, presenter.words_edited),
            (view.paused, presenter.save_now),
            (view.confirm_pressed, presenter.confirm_pressed),
            (view.later_pressed, presenter.later_pressed),
            (view.next_pressed, presenter.next_pressed),
            (view.open_pressed, presenter.open_pressed),
            (view.reload_pressed, presenter.reload),
        )
    )


def _surface(inside: QWidget, kind: str) -> QWidget:
    """``inside`` on the page's own ground, with a hairline where ``kind`` says."""
    holder = QWidget()
    holder.setProperty("kind", kind)
    holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, theme().outline, 0, 0)
    column.addWidget(inside)
    return holder
