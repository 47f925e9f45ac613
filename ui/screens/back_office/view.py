"""The back office's page: filter row and drafts by deadline; right the chosen one, and what is done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dost_desktop.catalogue.passport import Option as BackOfficeOption
from dost_desktop.domain.dates import short_time
from dost_desktop.domain.errors import AgentError
from dost_desktop.ports import Unanswered
from ui.infra.keyboard import on_key
from ui.infra.wording import words_for
from ui.parts.breaking_row import BreakingRow
from ui.parts.folding_choice import FoldingChoice
from ui.parts.side_panel import SidePanel
from ui.parts.wires import Wires
from ui.screens.back_office.decision_bar import DecisionBar
from ui.screens.back_office.draft_part import DraftPart
from ui.screens.back_office.drafts_table import DraftsTable
from ui.screens.back_office.outcomes_part import OutcomesPart
from ui.screens.back_office.presenter import BackOfficePresenter
from ui.screens.back_office.shown import Chosen, Listing, Outcome, ShownDraft, Which
from ui.screens.back_office.words import outcome_words, problem_words
from ui.widgets.combo import Combo
from ui.widgets.empty_state import EmptyState
from ui.widgets.note import Note
from ui.widgets.option import Option
from ui.widgets.text import Text

_SETTLES_MS: Final = 250  # who only passes a row does not read the person's file
_CLOCK_MS: Final = 30_000


class BackOfficeView(QWidget):
    """``title_changed`` and ``saved`` for the header."""

    title_changed = Signal(str, str)
    saved = Signal(str)
    which_chosen = Signal(object)  # Which
    office_chosen = Signal(str)
    row_selected = Signal(object)  # UUID
    row_settled = Signal(object)  # UUID
    mark_toggled = Signal(object)  # UUID
    marks_added = Signal(object)  # tuple of UUID
    confirm_pressed = Signal()
    return_pressed = Signal()
    reason_edited = Signal(str)
    back_pressed = Signal()
    reload_pressed = Signal()
    clock_struck = Signal()

    def __init__(self, offices: Sequence[BackOfficeOption] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table, self._outcomes = DraftsTable(), OutcomesPart()
        self._draft, self._bar = DraftPart(), DecisionBar()
        self._which = FoldingChoice(self._options({}), name=self.tr("Which drafts"))
        self._office = Combo(
            [
                *([] if len(offices) == 1 else [Option("", self.tr("Every back office"))]),
                *(Option(each.code, each.text) for each in offices),
            ]
        )
        self._office.setAccessibleName(self.tr("Back office"))
        self._away, self._problem = Note("warn"), Note("bad")
        self._foot = Text(
            self.tr(
                "Space or Shift with an arrow chooses several. Terms are working days; holidays do not count."
            ),
            "caption",
            "muted",
            wrap=True,
        )
        self._empty = EmptyState("tray", self.tr("No decisions wait"))
        self._stack = QStackedWidget()
        self._settles, self._clock = QTimer(self), QTimer(self)
        self._settles.setSingleShot(True)
        self._settles.setInterval(_SETTLES_MS)
        self._clock.setInterval(_CLOCK_MS)
        self._build()
        self._wire()

    # what the presenter shows
    def show_list(self, listing: Listing) -> None:
        self._which.show_options(self._options(listing.counts))
        self._which.choose(listing.which)
        self._table.show_rows(listing.rows)
        self._stack.setCurrentIndex(0 if listing.rows else 1)
        self._empty.say(*self._empty_words(listing))
        self._away.setVisible(listing.away is not None)
        if listing.away is not None:
            self._away.say("warn", self._away_words(listing.away), self.tr("F5 asks again."))
        self.title_changed.emit(self.tr("Back office"), self._context_words(listing))

    def select(self, application: UUID) -> None:
        self._table.blockSignals(True)
        self._table.select_id(application)
        self._table.blockSignals(False)

    def show_draft(self, shown: ShownDraft | None) -> None:
        self._side.setVisible(shown is not None)
        self._draft.show_draft(shown)
        self._bar.show_draft(shown)
        if shown is not None and shown.facts is None:
            self._settles.start()

    def show_chosen(self, chosen: Chosen) -> None:
        self._settles.stop()
        self._side.show()
        self._draft.show_chosen(chosen)
        self._bar.show_chosen(chosen)

    def show_return(self, reason: str | None) -> None:
        self._bar.show_return(reason)

    def show_reason_problem(self, error: AgentError | None) -> None:
        self._bar.show_reason_problem(error)

    def show_question(self, chosen: Chosen | None, *, confirms: bool) -> None:
        self._bar.show_question(chosen, confirms=confirms)

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        self._outcomes.show_outcomes(outcomes)

    def show_problem(self, error: AgentError | None) -> None:
        self._problem.setVisible(error is not None)
        if error is not None:
            self._problem.say("bad", words_for(error))

    def set_busy(self, busy: bool, *, confirms: bool) -> None:
        self._bar.set_busy(busy, confirms=confirms)

    def show_saved(self, at: datetime) -> None:
        self.saved.emit(self.tr("Saved {time}").format(time=short_time(at)))

    def decided_words(self, outcome: Outcome) -> str:
        return outcome_words(outcome)

    def focus_list(self) -> None:
        """The focus on the table, as the page opens and after each decision."""
        first = self._table if self._stack.currentWidget() is self._table else self._which
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # keys and time
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()
        self._bar.save_now()

    # inside
    def _options(self, counts: object) -> list[Option]:
        known = counts if isinstance(counts, dict) else {}
        return [
            Option(Which.ALL, self.tr("All"), known.get(Which.ALL)),
            Option(Which.TODAY, self.tr("Due today"), known.get(Which.TODAY)),
            Option(Which.OVERDUE, self.tr("Overdue"), known.get(Which.OVERDUE)),
            Option(Which.RETURNED, self.tr("Returned before"), known.get(Which.RETURNED)),
        ]

    def _empty_words(self, listing: Listing) -> tuple[str, str]:
        if listing.as_of is None:
            return self.tr("The list was not read yet"), ""
        if listing.searched:
            return self.tr("No draft with these words"), self.tr("Empty the search to see all.")
        if listing.counts[Which.ALL] == 0:
            return self.tr("No decisions wait"), self.tr("Drafts appear here as agents send them.")
        return self.tr("Nothing fits this filter"), self.tr("Choose another filter.")

    def _context_words(self, listing: Listing) -> str:
        words = self.tr("decisions that wait for confirmation")
        if listing.as_of is None:
            return words
        time, shown = short_time(listing.as_of), listing.counts[Which.ALL]
        if listing.total > shown:
            return self.tr("first {shown} of {total} · as of {time}").format(
                shown=shown, total=listing.total, time=time
            )
        return self.tr("{words} · as of {time}").format(words=words, time=time)

    def _away_words(self, away: Unanswered) -> str:
        if away is Unanswered.NOT_SIGNED_IN:
            return problem_words("back_office.not_signed_in")
        return self.tr("No connection to the back office's list. It can be worked on online only.")

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        middle = QWidget()
        middle.setProperty("part", "middle")
        column = QVBoxLayout(middle)
        column.setContentsMargins(24, 16, 16, 16)
        column.setSpacing(12)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        column.addWidget(BreakingRow((self._which, self._office)))
        for note in (self._away, self._problem):
            column.addWidget(note)
            note.hide()
        column.addWidget(self._outcomes)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
        row.addWidget(middle, 1)
        self._side = SidePanel(self._draft, foot=self._bar)
        row.addWidget(self._side)

    def _wire(self) -> None:
        self._which.chosen.connect(lambda id_: self.which_chosen.emit(Which(id_)))
        self._office.chosen.connect(self.office_chosen)
        self._table.selected.connect(self.row_selected)
        self._table.mark_toggled.connect(self.mark_toggled)
        self._table.marks_added.connect(self.marks_added)
        self._settles.timeout.connect(lambda: self.row_settled.emit(self._table.selected_id()))
        self._bar.confirm_pressed.connect(self.confirm_pressed)
        self._bar.return_pressed.connect(self.return_pressed)
        self._bar.reason_edited.connect(self.reason_edited)
        self._bar.back_pressed.connect(self.back_pressed)
        self._clock.timeout.connect(self.clock_struck)
        on_key(self, "list.reload", self.reload_pressed.emit)
        on_key(self, "back", self.back_pressed.emit)


def connect(view: BackOfficeView, presenter: BackOfficePresenter) -> Wires:
    """Every wish of the view to the presenter; keep the wires as long as the page stands."""
    return Wires(
        (
            (view.which_chosen, presenter.which_chosen),
            (view.office_chosen, presenter.office_chosen),
            (view.row_selected, presenter.row_selected),
            (view.row_settled, presenter.row_settled),
            (view.mark_toggled, presenter.mark_toggled),
            (view.marks_added, presenter.marks_added),
            (view.confirm_pressed, presenter.confirm_pressed),
            (view.return_pressed, presenter.return_pressed),
            (view.reason_edited, presenter.deciding.reason_edited),
            (view.back_pressed, presenter.back),
            (view.reload_pressed, presenter.reload),
            (view.clock_struck, presenter.clock_struck),
        )
    )
