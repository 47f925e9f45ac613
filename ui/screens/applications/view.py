"""The page of applications: filter row and one table."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.vocabulary import FormOfApplication
from ui.infra.catalogue_words import with_capital
from ui.infra.keyboard import on_key
from ui.infra.moments import moment_words
from ui.infra.office_words import form_words, kind_words, state_words
from ui.infra.wording import words_for
from ui.parts.breaking_row import BreakingRow
from ui.parts.giving_way import GivingWay
from ui.parts.wires import Wires
from ui.screens.applications.presenter import ApplicationsPresenter, Found, Listed, Which, Whose
from ui.widgets.action_button import ActionButton
from ui.widgets.combo import Combo
from ui.widgets.empty_state import EmptyState
from ui.widgets.note import Note
from ui.widgets.option import Option
from ui.widgets.rows_model import Cell, Column, RowsModel
from ui.widgets.rows_view import RowsView
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text

_LEAST_NEEDED: Final = (2, 4)  # kind and opened give way in this order


class ApplicationsView(QWidget):
    """``title_changed`` for the header."""

    title_changed = Signal(str, str)
    which_chosen = Signal(object)  # Which
    whose_chosen = Signal(object)  # Whose
    form_chosen = Signal(object)  # FormOfApplication, None for all
    row_opened = Signal(object)  # UUID
    reload_pressed = Signal()
    new_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Found | None = None
        self._model = RowsModel(self._columns(), lambda listed: listed.row.id)
        self._table = RowsView(self._model, name=self.tr("Applications"), sortable=True)
        GivingWay(self._table, _LEAST_NEEDED)
        self._which = Segmented(self._options(0), name=self.tr("State"))
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
        new = ActionButton(self.tr("New application"), shortcut="application.new")
        new.acted.connect(self.new_pressed)
        self._empty = EmptyState("folder-open", self.tr("No open applications"), "", new)
        self._stack = QStackedWidget()
        self._build()
        self._wire()

    # what the presenter shows
    def show_found(self, found: Found, which: Which) -> None:
        self._found = found
        self._which.show_options(self._options(found.waiting))
        self._which.choose(which)
        self._model.show_rows(found.rows)
        self._stack.setCurrentIndex(0 if found.rows else 1)
        self._empty.say(*self._empty_words(which))
        self._count.setText(self.tr("%n application(s)", "", len(found.rows)))
        self.title_changed.emit(self.tr("Applications"), "")

    def show_problem(self, error: AgentError | None) -> None:
        self._problem.setVisible(error is not None)
        if error is not None:
            self._problem.say("bad", words_for(error))

    def focus_list(self) -> None:
        """The focus on the table, as the page opens."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    # cells
    def _columns(self) -> list[Column[Listed]]:
        return [
            Column(
                self.tr("Number"),
                lambda each: Cell("…/" + each.row.number.rsplit("/", 1)[-1], strong=True),
                lambda each: each.row.number,
                120,
            ),
            Column(self.tr("Person"), lambda each: Cell(each.row.full_name)),
            Column(self.tr("Kind"), lambda each: Cell(kind_words(each.row.kind)), width=216),
            Column(self.tr("State"), self._state_cell, width=196),
            Column(self.tr("Opened"), self._opened_cell, lambda each: each.row.opened_at, 204),
            Column(self.tr("Term"), self._term_cell, lambda each: -each.used, 176),
        ]

    @staticmethod
    def _state_cell(each: Listed) -> Cell:
        words, kind = state_words(each.row.state)
        return Cell(chip=words, chip_kind=kind)

    def _opened_cell(self, each: Listed) -> Cell:
        when = moment_words(each.row.opened_at, self._found.now) if self._found else ""
        if each.row.form is not FormOfApplication.IN_PERSON:  # who came to a desk needs no word
            return Cell(f"{when} · {form_words(each.row.form)}", muted=True)
        return Cell(self.tr("{when} · desk {desk}").format(when=when, desk=each.row.desk), muted=True)

    def _term_cell(self, each: Listed) -> Cell:
        if not each.is_open:
            return Cell("–", muted=True)
        squares = (min(max(each.used, 0), each.term), each.term)
        if each.over:
            words = self.tr("%n working day(s) late", "", each.over)
            return Cell(words, tone="warn", strong=True, squares=squares)
        left = each.term - each.used
        words = self.tr("due today") if left == 0 else self.tr("%n day(s) left", "", left)
        return Cell(words, squares=squares)

    def _empty_words(self, which: Which) -> tuple[str, str]:
        return {
            Which.OPEN: (self.tr("No open applications"), ""),
            Which.WAITING: (self.tr("No application waits for the register"), ""),
            Which.REFUSED: (self.tr("No application was refused"), ""),
            Which.ALL: (self.tr("No applications yet"), ""),
        }[which]

    def _options(self, waiting: int) -> list[Option]:
        return [
            Option(Which.OPEN, self.tr("Open")),
            Option(Which.WAITING, self.tr("Waiting for register"), waiting or None),
            Option(Which.REFUSED, self.tr("Refused")),
            Option(Which.ALL, self.tr("All")),
        ]

    # building
    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(BreakingRow((self._which, self._whose, self._form)), 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        column.addLayout(head)
        column.addWidget(self._problem)
        column.addWidget(self._stack, 1)
        self._problem.hide()
        self.setProperty("part", "middle")

    def _wire(self) -> None:
        self._which.chosen.connect(lambda id_: self.which_chosen.emit(Which(id_)))
        self._whose.chosen.connect(lambda id_: self.whose_chosen.emit(Whose(id_)))
        self._form.chosen.connect(lambda id_: self.form_chosen.emit(FormOfApplication(id_) if id_ else None))
        self._table.opened.connect(self.row_opened)
        on_key(self, "list.reload", self.reload_pressed.emit)


def connect(view: ApplicationsView, presenter: ApplicationsPresenter) -> Wires:
    """Every wish of the view to the presenter; keep the wires as long as the page stands."""
    return Wires(
        (
            (view.which_chosen, presenter.which_chosen),
            (view.whose_chosen, presenter.whose_chosen),
            (view.form_chosen, presenter.form_chosen),
            (view.row_opened, presenter.row_opened),
            (view.reload_pressed, presenter.reload),
            (view.new_pressed, presenter.new_pressed),
        )
    )
