"""The vacancies that were found, best first, with the five tests of the one that is looked at."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dost_desktop.domain.suitable_work import Test
from dost_desktop.services.compare_vacancies import NOTHING_KNOWN, ComparedVacancy
from ui.parts.giving_way import GivingWay
from ui.screens.work.five_tests_part import FiveTestsPart, QuestionBar
from ui.screens.work.page import ANSWERS, Page
from ui.screens.work.words import outcome_words, wage_words, wish_words
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.rows_model import Cell, Column, RowsModel
from ui.widgets.rows_view import RowsView
from ui.widgets.text import Text
from ui.widgets.waiting import Waiting

_ROWS: Final = 3  # in sight at least


class _List(RowsView):
    """At least three rows high; more where there is room."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._least())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._least())

    def _least(self) -> int:
        rows = min(max(self.rows.rowCount(), 1), _ROWS)
        return theme().px("list.head") + rows * theme().px("list.row_two_line") + 4


class VacanciesPart(QWidget):
    """``selected`` carries a vacancy's number, ``opened`` the one of Enter."""

    selected = Signal(str)
    opened = Signal(str)
    answered = Signal(bool)
    taken_back = Signal(object)
    more_asked = Signal()
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wish = Text("", "small", "soft", wrap=True)
        self._more = ActionButton(self.tr("More vacancies"), "link")
        self._more.acted.connect(self.more_asked)
        self._waiting = Waiting(self.tr("Looking for vacancies"), stop=self.tr("Stop waiting"))
        self._waiting.stopped.connect(self.stopped)
        self._none = EmptyState("briefcase", self.tr("No vacancy was found"))
        self.model: RowsModel[ComparedVacancy] = RowsModel(
            [
                Column(self.tr("Vacancy"), self._vacancy),
                Column(self.tr("Wage"), self._wage, width=96, align="right"),
                Column(self.tr("Conditions"), self._conditions, width=170),
            ],
            lambda row: row.vacancy.number,
        )
        self.list = _List(self.model, two_lines=True, name=self.tr("Vacancies"))
        GivingWay(self.list, (1,))
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.list.selected.connect(lambda number: self.selected.emit(str(number)))
        self.list.opened.connect(lambda number: self.opened.emit(str(number)))
        self._tests, self.question = FiveTestsPart(), QuestionBar(for_large_text=True)
        self.question.answered.connect(self.answered)
        self._tests.taken_back.connect(self.taken_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._wish, 1)
        head.addWidget(self._more)
        column.addLayout(head)
        column.addWidget(self._waiting)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addWidget(self.question)
        column.addWidget(self._tests)
        self._is_waiting = False
        self._waiting.hide()

    def show_page(self, page: Page) -> None:
        """The shelf as it is now."""
        shelf = page.shelf
        count = self.tr("%n vacancies", "", shelf.total) if shelf.searched_at else ""
        self._wish.setText(" · ".join(filter(None, (count, wish_words(shelf.wish)))))
        self._more.setVisible(shelf.unread > 0 and not shelf.is_asking)
        self._wait(waits=shelf.is_asking)
        is_bare = not shelf.rows
        if shelf.searched_at is not None:
            self._none.say(
                self.tr("No vacancy was found"),
                self.tr("Widen the search (Alt+V), or place “no suitable work” (Ctrl+B)."),
            )
        else:
            self._none.say(self.tr("Nobody looked for work today yet"), self.tr("F9 asks the vacancy bank."))
        self._none.setVisible(is_bare and not shelf.is_asking)
        self.model.show_rows(shelf.rows)
        self.list.setVisible(not is_bare)
        self.list.updateGeometry()
        if shelf.selected and self.list.selected_id() != shelf.selected:
            self.list.select_id(shelf.selected)
        chosen = shelf.chosen
        self.question.show_question(chosen)
        self._tests.setVisible(chosen is not None)
        if chosen is not None:
            person = page.case.file.profile or NOTHING_KNOWN
            self._tests.show_tests(chosen, person, page.part(ANSWERS))

    def _wait(self, *, waits: bool) -> None:
        if waits == self._is_waiting:
            return
        self._is_waiting = waits
        self._waiting.setVisible(waits)
        if waits:
            self._waiting.start()
        else:
            self._waiting.stop()

    @staticmethod
    def _vacancy(row: ComparedVacancy) -> Cell:
        vacancy = row.vacancy
        place = ", ".join(filter(None, (vacancy.district, vacancy.address)))
        where = " · ".join(filter(None, (vacancy.employer, place)))
        return Cell(vacancy.position, where, muted=not row.is_possible)

    @staticmethod
    def _wage(row: ComparedVacancy) -> Cell:
        return Cell(wage_words(row.vacancy.wage) or "–", strong=bool(row.vacancy.wage))

    def _conditions(self, row: ComparedVacancy) -> Cell:
        fits = f"{row.fits} / {len(Test)}"
        if row.offer is not None:
            return Cell(chip=outcome_words(row.offer), chip_icon="prohibit")
        if row.is_suitable:
            return Cell(chip=self.tr("{n} fits").format(n=fits), chip_kind="good", chip_icon="check")
        if row.is_possible:
            words = self.tr("{n}, %n question(s)", "", len(row.questions)).format(n=fits)
            return Cell(chip=words, chip_kind="warn", chip_icon="question")
        return Cell(chip=self.tr("{n} does not fit").format(n=fits), chip_icon="x")
