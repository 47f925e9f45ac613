"""The page of applications: filter row and one table."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dost_desktop.domain.dates import short
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.vocabulary import FormOfApplication
from dost_desktop.rows import WaitsFor
from ui.infra.catalogue_words import with_capital
from ui.infra.keyboard import on_key
from ui.infra.moments import moment_words
from ui.infra.office_words import form_words, kind_words, state_words
from ui.infra.wording import words_for
from ui.parts.breaking_row import BreakingRow
from ui.parts.giving_way import GivingWay
from ui.parts.wires import Wires
from ui.screens.applications.listing import (
    NEEDS,
    WAITING,
    Ending,
    Found,
    Line,
    Listed,
    Narrow,
    Term,
    Which,
    Whose,
)
from ui.screens.applications.presenter import ApplicationsPresenter
from ui.widgets.action_button import ActionButton
from ui.widgets.combo import Combo
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_row import FlowRow
from ui.widgets.note import Note
from ui.widgets.option import Option
from ui.widgets.rows_model import Cell, Column, RowsModel
from ui.widgets.rows_view import RowsView
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text

_LEAST_NEEDED: Final = (4, 2)  # the own term, then the state give way


class ApplicationsView(QWidget):
    """``title_changed`` for the header."""

    title_changed = Signal(str, str)
    which_chosen = Signal(object)  # Which
    narrow_chosen = Signal(object)  # Narrow
    whose_chosen = Signal(object)  # Whose
    form_chosen = Signal(object)  # FormOfApplication, None for all
    row_opened = Signal(object)  # UUID
    reload_pressed = Signal()
    new_pressed = Signal()

    def __init__(self, parent: QWidget | None = None, *, serves: bool = True) -> None:
        """``serves``: whoever looks opens applications too."""
        super().__init__(parent)
        self._found: Found | None = None
        self._model = RowsModel(self._columns(), lambda line: line.id)
        self._table = RowsView(self._model, two_lines=True, name=self.tr("Applications"), sortable=True)
        GivingWay(self._table, _LEAST_NEEDED)
        self._which = Segmented(self._options(None), name=self.tr("State"))
        self._narrow = Combo(self._narrow_options(Which.NEEDS, None))
        self._narrow.setAccessibleName(self.tr("What for"))
        self._whose = Combo(
            [
                Option(Whose.CENTRE, self.tr("Whole centre")),
                Option(Whose.DESK, self.tr("This desk")),
                Option(Whose.MINE, self.tr("Mine")),
            ]
        )
        self._whose.setAccessibleName(self.tr("Whose"))
        forms = [Option(each.value, with_capital(form_words(each))) for each in FormOfApplication]
        self._form = Combo([Option("", self.tr("Every form")), *forms])
        self._form.setAccessibleName(self.tr("Form of application"))
        self._count = Text("", "small", "muted")
        self._problem = Note("bad")
        new = self._new = ActionButton(self.tr("New application"), shortcut="application.new")
        new.acted.connect(self.new_pressed)
        self._empty = EmptyState("folder-open", self.tr("No open applications"), "", new if serves else None)
        self._stack = QStackedWidget()
        self._build()
        self._wire()

    # what the presenter shows
    def show_found(self, found: Found) -> None:
        self._found = found
        which = found.wanted.which
        self._which.show_options(self._options(found))
        self._which.choose(which)
        is_narrowed = which in {Which.NEEDS, Which.WAITING}
        self._narrow.setVisible(is_narrowed)
        if is_narrowed:
            self._narrow.show_options(self._narrow_options(which, found))
            self._narrow.choose(found.wanted.narrow)
        had_focus = self._table.hasFocus() or self._new.hasFocus()
        self._model.show_rows(found.rows)
        self._stack.setCurrentIndex(0 if found.rows else 1)
        if had_focus:
            self.focus_list()
        self._empty.say(self._empty_words(which), "")
        self._count.setText(self.tr("%n application(s)", "", len(found.rows)))
        self.title_changed.emit(self.tr("Applications"), "")

    def show_problem(self, error: AgentError | None) -> None:
        self._problem.setVisible(error is not None)
        if error is not None:
            self._problem.say("bad", words_for(error))

    def focus_list(self) -> None:
        """The focus on the table, as the page opens; on the way out of an empty one."""
        here = self._table if self._stack.currentIndex() == 0 else self._new
        here.setFocus(Qt.FocusReason.OtherFocusReason)

    # cells
    def _columns(self) -> list[Column[Line]]:
        return [
            Column(self.tr("Number"), self._number_cell, self._number_sort, 148),
            Column(self.tr("Person"), self._person_cell),
            Column(self.tr("State"), self._state_cell, width=196),
            Column(self.tr("Waiting for"), self._waits_cell, self._waits_sort, 212),
            Column(self.tr("Term of the service"), self._term_cell, self._term_sort, 196),
        ]

    def _number_cell(self, line: Line) -> Cell:
        if isinstance(line, Ending):
            return Cell("–", muted=True)
        when = moment_words(line.row.opened_at, self._found.now) if self._found else ""
        return Cell("…/" + line.row.number.rsplit("/", 1)[-1], when, strong=True)

    def _person_cell(self, line: Line) -> Cell:
        if isinstance(line, Ending):
            return Cell(line.row.full_name, self.tr("Temporary removal"))
        where = self.tr("desk {desk}").format(desk=line.row.desk)
        if line.row.form is not FormOfApplication.IN_PERSON:  # who came to a desk needs no word
            where = form_words(line.row.form)
        return Cell(line.row.full_name, f"{kind_words(line.row.kind)} · {where}")

    def _state_cell(self, line: Line) -> Cell:
        if isinstance(line, Ending):
            words = self.tr("Term is over") if line.is_over else self.tr("Term ends soon")
            return Cell(chip=words, chip_kind="warn" if line.is_over else "neutral")
        if line.row.waits_for is WaitsFor.AGENT_AFTER_MAS:
            return Cell(chip=self.tr("MAS did not accept"), chip_kind="warn")
        words, kind = state_words(line.row.state)
        return Cell(chip=words, chip_kind=kind)

    def _waits_cell(self, line: Line) -> Cell:
        """Who has to do something, and until when where the law knows a term."""
        if isinstance(line, Ending):
            words = self.tr("from {day}").format(day=short(line.from_then))
            return Cell(self.tr("resumption"), words, tone="warn" if line.is_over else "")
        what = line.row.waits_for
        if what is None:
            return Cell(self.tr("agent") if line.is_open else "–", muted=True)
        who = self._who(what)
        if line.other is not None:
            tone = "warn" if line.other.over else ""
            until = short(line.other.until)
            return Cell(who, f"{until} · {self._left_words(line.other)}", tone=tone)
        if what is WaitsFor.PERSON and line.row.waits_since is not None:
            since = short(line.row.waits_since)
            return Cell(who, self.tr("offered {day}").format(day=since))
        return Cell(who)

    def _who(self, what: WaitsFor) -> str:
        return {
            WaitsFor.AGENT_AFTER_BACK_OFFICE: self.tr("agent: to be mended"),
            WaitsFor.AGENT_AFTER_MAS: self.tr("agent: to be mended"),
            WaitsFor.PERSON: self.tr("person"),
            WaitsFor.EMPLOYER: self.tr("employer"),
            WaitsFor.MAS: self.tr("MAS"),
            WaitsFor.REGISTER: self.tr("register"),
            WaitsFor.BACK_OFFICE: self.tr("back office"),
            WaitsFor.END_OF_REMOVAL: self.tr("resumption"),
        }[what]

    def _term_cell(self, line: Line) -> Cell:
        if isinstance(line, Ending) or not line.is_open:
            return Cell("–", muted=True)
        term = line.term
        return Cell(
            self._left_words(term),
            short(term.until),
            tone="warn" if term.over else "",
            squares=(min(max(term.used, 0), term.days), term.days),
        )

    def _left_words(self, term: Term) -> str:
        if term.over:
            return self.tr("%n working day(s) late", "", term.over)
        left = term.days - term.used
        return self.tr("due today") if left == 0 else self.tr("%n day(s) left", "", left)

    @staticmethod
    def _number_sort(line: Line) -> str:
        return line.row.number if isinstance(line, Listed) else ""

    @staticmethod
    def _waits_sort(line: Line) -> tuple[int, int]:
        if isinstance(line, Ending):
            return (1, -line.row.ends_on.toordinal())
        return (0, -line.other.used) if line.other else (2, 0)

    @staticmethod
    def _term_sort(line: Line) -> int:
        return -line.used if isinstance(line, Listed) else 0

    def _empty_words(self, which: Which) -> str:
        return {
            Which.OPEN: self.tr("No open applications"),
            Which.NEEDS: self.tr("Nothing needs anybody here"),
            Which.WAITING: self.tr("No application waits"),
            Which.REFUSED: self.tr("No application was refused"),
            Which.ALL: self.tr("No applications yet"),
        }[which]

    def _options(self, found: Found | None) -> list[Option]:
        needs = found.count(NEEDS) if found else 0
        waiting = found.count(WAITING) if found else 0
        return [
            Option(Which.OPEN, self.tr("Open")),
            Option(Which.NEEDS, self.tr("Needs you"), needs or None),
            Option(Which.WAITING, self.tr("Waiting"), waiting or None),
            Option(Which.REFUSED, self.tr("Refused")),
            Option(Which.ALL, self.tr("All")),
        ]

    def _narrow_options(self, which: Which, found: Found | None) -> list[Option]:
        narrows = NEEDS if which is Which.NEEDS else WAITING
        words = {
            Narrow.RETURNED: self.tr("Returned by the back office"),
            Narrow.NOT_ACCEPTED: self.tr("MAS did not accept"),
            Narrow.EMPLOYER_OVER: self.tr("The employer's term is over"),
            Narrow.OFFER_OPEN: self.tr("Offer without an answer"),
            Narrow.REMOVAL_ENDS: self.tr("The removal ends"),
            Narrow.MAS: self.tr("For MAS"),
            Narrow.REGISTER: self.tr("For the register"),
            Narrow.PERSON: self.tr("For the person"),
            Narrow.EMPLOYER: self.tr("For the employer"),
            Narrow.BACK_OFFICE: self.tr("For the back office"),
        }
        every = self.tr("Whatever for")
        return [
            Option(Narrow.EVERY, every),
            *(Option(each, words[each], found.counts.get(each) if found else None) for each in narrows),
        ]

    # building
    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(
            BreakingRow((self._which, FlowRow((self._narrow, self._whose, self._form), spacing=8))), 1
        )
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        column.addLayout(head)
        column.addWidget(self._problem)
        column.addWidget(self._stack, 1)
        self._problem.hide()
        self._narrow.hide()
        self.setProperty("part", "middle")

    def _wire(self) -> None:
        self._which.chosen.connect(lambda id_: self.which_chosen.emit(Which(id_)))
        self._narrow.chosen.connect(lambda id_: self.narrow_chosen.emit(Narrow(id_)))
        self._whose.chosen.connect(lambda id_: self.whose_chosen.emit(Whose(id_)))
        self._form.chosen.connect(lambda id_: self.form_chosen.emit(FormOfApplication(id_) if id_ else None))
        self._table.opened.connect(self.row_opened)
        on_key(self, "list.reload", self.reload_pressed.emit)


def connect(view: ApplicationsView, presenter: ApplicationsPresenter) -> Wires:
    """Every wish of the view to the presenter; keep the wires as long as the page stands."""
    return Wires(
        (
            (view.which_chosen, presenter.which_chosen),
            (view.narrow_chosen, presenter.narrow_chosen),
            (view.whose_chosen, presenter.whose_chosen),
            (view.form_chosen, presenter.form_chosen),
            (view.row_opened, presenter.row_opened),
            (view.reload_pressed, presenter.reload),
            (view.new_pressed, presenter.new_pressed),
        )
    )
