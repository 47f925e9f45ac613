"""The head's page: filter row and list by kind; right the chosen item, or a section that acts on any file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dost_desktop.catalogue.grounds import Ending as GroundOfEnding
from dost_desktop.contract.needs_look import LookItem
from dost_desktop.domain.dates import instant, short_time
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.refusing import Refused
from dost_desktop.ports import Unanswered
from ui.infra.keyboard import on_key
from ui.infra.moments import moment_words
from ui.parts.folding_choice import FoldingChoice
from ui.parts.giving_way import GivingWay
from ui.parts.side_panel import SidePanel
from ui.parts.tall_enough import TallEnough
from ui.parts.wires import Wires
from ui.screens.needs_look.act_bar import ActBar
from ui.screens.needs_look.ending_part import EndingPart
from ui.screens.needs_look.item_part import ItemPart
from ui.screens.needs_look.presenter import NeedsLookPresenter
from ui.screens.needs_look.reopen_part import ReopenPart
from ui.screens.needs_look.shown import EndingForm, Group, Listing, Reopening, Section, Shown, id_of
from ui.screens.needs_look.words import kind_words, number_words, why_not_words
from ui.widgets.action_button import ActionButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_row import FlowRow
from ui.widgets.note import Note
from ui.widgets.option import Option
from ui.widgets.rows_model import Cell, Column, RowsModel
from ui.widgets.rows_view import RowsView
from ui.widgets.text import Text

_LEAST_NEEDED: Final = (2,)  # since when gives way


class NeedsLookView(QWidget):
    """``title_changed`` and ``saved`` for the header."""

    title_changed = Signal(str, str)
    saved = Signal(str)
    group_chosen = Signal(object)  # Group
    row_selected = Signal(object)  # the id of an item
    open_pressed = Signal()
    primary_pressed = Signal()
    back_pressed = Signal()
    finding_edited = Signal(str)
    paused = Signal()
    reopen_pressed = Signal()
    end_pressed = Signal()
    reload_pressed = Signal()
    next_pressed = Signal()

    def __init__(self, endings: Mapping[str, GroundOfEnding], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listing: Listing | None = None
        self._model = RowsModel(self._columns(), id_of)
        self._table = RowsView(self._model, two_lines=True, name=self.tr("What needs a look"))
        GivingWay(self._table, _LEAST_NEEDED)
        self._group = FoldingChoice(self._options({}), name=self.tr("Which kind"))
        self._as_of, self._away = Text("", "small", "muted"), Note("warn")
        self._empty = EmptyState("check-circle", self.tr("Nothing needs a look"))
        self._stack = QStackedWidget()
        self._reopen = ActionButton(self.tr("Open an application again"), shortcut="Alt+Y")
        self._end = ActionButton(self.tr("End a registration"), shortcut="Alt+L")
        self.item, self.reopening = ItemPart(), ReopenPart()
        self.ending, self.bar = EndingPart(endings), ActBar()
        self._build()
        self._wire()

    # what the presenter shows
    def show_list(self, listing: Listing) -> None:
        self._listing = listing
        self._group.show_options(self._options(listing.counts))
        self._group.choose(listing.group)
        self._model.show_rows(listing.items)
        self._stack.setCurrentIndex(0 if listing.items else 1)
        self._empty.say(*self._empty_words(listing))
        self._as_of.setText(self._as_of_words(listing))
        is_older = listing.away is not None and bool(listing.items)  # else the empty state says why
        self._away.setVisible(is_older)
        if is_older and listing.away is not None:
            self._away.say("warn", why_not_words(listing.away), self.tr("F5 asks again."))
        self.title_changed.emit(self.tr("Needs a look"), "")

    def select(self, item: str) -> None:
        self._table.blockSignals(True)
        self._table.select_id(item)
        self._table.blockSignals(False)

    def show_section(self, section: Section) -> None:
        self.bar.show_section(section)
        self.reopening.setVisible(section is Section.REOPEN)
        self.ending.setVisible(section is Section.END)
        self._arrange(section)
        if section is Section.REOPEN:
            self.reopening.focus_first()
        elif section is Section.END:
            self.ending.focus_first()

    def show_item(self, shown: Shown | None) -> None:
        self.bar.show_item(shown)
        if shown is not None:
            self.item.show_item(shown)
        self._has_item = shown is not None
        self._arrange(self._section)

    def show_finding_problem(self, error: AgentError | None) -> None:
        self.bar.show_finding_problem(error)

    def show_reopening(self, reopening: Reopening) -> None:
        self.reopening.show_reopening(reopening)
        self.bar.show_reopening(reopening)

    def show_ending(self, form: EndingForm) -> None:
        self.ending.show_ending(form)
        self.bar.show_ending(form)

    def show_problem(self, why_not: AgentError | Refused | Unanswered | None) -> None:
        self.bar.show_problem(why_not)

    def set_busy(self, busy: bool) -> None:
        self.bar.set_busy(busy)

    def show_saved(self, at: datetime) -> None:
        self.saved.emit(self.tr("Saved {time}").format(time=short_time(at)))

    def done_words(self, section: Section) -> str:
        """The quiet line for an act that counts."""
        return {
            Section.ITEM: self.tr("Done: the mark goes at every desk."),
            Section.REOPEN: self.tr("The application is open again."),
            Section.END: self.tr("The registration is ended."),
        }[section]

    def focus_list(self) -> None:
        """The focus on the list, or on what can be done without one."""
        first = self._table if self._model.rowCount() else self._reopen
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.reopening.save_now()
        self.ending.save_now()
        self.paused.emit()

    # cells
    def _columns(self) -> list[Column[LookItem]]:
        return [
            Column(self.tr("What"), self._what_cell),
            Column(self.tr("Number"), lambda item: Cell(number_words(item)), width=170),
            Column(self.tr("Since"), self._since_cell, width=150),
        ]

    def _what_cell(self, item: LookItem) -> Cell:
        words, icon = kind_words(item.kind)
        who = item.full_name or self.tr("Desk {desk}").format(desk=item.desk)
        return Cell(who, detail=words, icon=icon, strong=True)

    def _since_cell(self, item: LookItem) -> Cell:
        now = self._listing.now if self._listing else None
        return Cell(moment_words(instant(item.since), now) if now else "", muted=True)

    def _options(self, counts: Mapping[Group, int]) -> list[Option]:
        return [
            Option(Group.ALL, self.tr("All"), counts.get(Group.ALL, 0)),
            Option(Group.HANDED_UP, self.tr("Handed up"), counts.get(Group.HANDED_UP, 0)),
            Option(Group.REVIEW, self.tr("Review"), counts.get(Group.REVIEW, 0)),
            Option(Group.TERMS, self.tr("Terms"), counts.get(Group.TERMS, 0)),
            Option(Group.DESKS, self.tr("Desks"), counts.get(Group.DESKS, 0)),
        ]

    def _empty_words(self, listing: Listing) -> tuple[str, str]:
        if listing.as_of is None and listing.away is not None:
            return self.tr("The list is not known yet"), why_not_words(listing.away)
        if listing.as_of is None:
            return self.tr("Asking the central system"), ""
        if listing.group is not Group.ALL:
            return self.tr("Nothing of this kind"), ""
        return self.tr("Nothing needs a look"), self.tr("No file, term, clock or number waits for you.")

    def _as_of_words(self, listing: Listing) -> str:
        words = [self.tr("%n more not listed", "", listing.left_out)] if listing.left_out > 0 else []
        if listing.as_of is not None:
            words.append(self.tr("as of {time}").format(time=short_time(listing.as_of)))
        return " · ".join(words)

    # building
    def _build(self) -> None:
        self._has_item, self._section = False, Section.ITEM
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        middle = QWidget()
        middle.setProperty("part", "middle")
        column = QVBoxLayout(middle)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        head = QHBoxLayout()
        head.addWidget(self._group)
        head.addStretch(1)
        head.addWidget(self._as_of, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(head)
        column.addWidget(self._away)
        column.addWidget(self._stack, 1)
        column.addWidget(FlowRow([self._reopen, self._end]))
        self._away.hide()
        row.addWidget(middle, 1)
        inside = TallEnough()
        right = QVBoxLayout(inside)
        right.setContentsMargins(16, 16, 16, 16)
        for widget in (self.item, self.reopening, self.ending):
            right.addWidget(widget)
        self._side = SidePanel(inside, foot=self.bar)
        row.addWidget(self._side)
        self.reopening.hide()
        self.ending.hide()

    def _arrange(self, section: Section) -> None:
        self._section = section
        self.item.setVisible(section is Section.ITEM and self._has_item)
        self._side.setVisible(section is not Section.ITEM or self._has_item)

    def _wire(self) -> None:
        self._group.chosen.connect(lambda id_: self.group_chosen.emit(Group(id_)))
        self._table.selected.connect(self.row_selected)
        self._table.opened.connect(lambda _: self.open_pressed.emit())
        self._reopen.acted.connect(self.reopen_pressed)
        self._end.acted.connect(self.end_pressed)
        self.bar.primary_pressed.connect(self._press)
        self.bar.open_pressed.connect(self.open_pressed)
        self.bar.back_pressed.connect(self.back_pressed)
        self.bar.finding_edited.connect(self.finding_edited)
        self.bar.paused.connect(self.paused)
        on_key(self, "list.reload", self.reload_pressed.emit)
        on_key(self, "list.next_open", self.next_pressed.emit)

    def _press(self) -> None:
        self.reopening.save_now()
        self.ending.save_now()
        self.primary_pressed.emit()


def connect(view: NeedsLookView, presenter: NeedsLookPresenter) -> Wires:
    """Every wish of the view to the presenter; keep the wires as long as the page stands."""
    return Wires(
        (
            (view.group_chosen, presenter.group_chosen),
            (view.row_selected, presenter.row_selected),
            (view.open_pressed, presenter.open_pressed),
            (view.primary_pressed, presenter.primary_pressed),
            (view.back_pressed, presenter.back_pressed),
            (view.finding_edited, presenter.finding_edited),
            (view.paused, presenter.save_now),
            (view.reopen_pressed, presenter.reopen_pressed),
            (view.end_pressed, presenter.end_pressed),
            (view.reload_pressed, presenter.reload),
            (view.next_pressed, presenter.next_pressed),
            (view.reopening.find_asked, presenter.find_asked),
            (view.reopening.chosen, presenter.application_chosen),
            (view.reopening.reason_edited, presenter.reason_edited),
            (view.ending.find_asked, presenter.find_asked),
            (view.ending.ground_chosen, presenter.ground_chosen),
            (view.ending.dates_edited, presenter.dates_edited),
            (view.ending.evidence_edited, presenter.evidence_edited),
        )
    )
