"""The five tests of one vacancy, one by one: what the work asks, what the person has, what follows (Law, Art. 6)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.domain.evidence import WorkProfile
from dost_desktop.domain.suitable_work import Compared, Result, Test
from dost_desktop.services.compare_vacancies import Answers, ComparedVacancy, question_of
from ui.parts.breaking_row import BreakingRow
from ui.screens.work.words import asked_words, held_words, question_words, result_words, test_words
from ui.theme.theme import set_property, theme
from ui.widgets.action_button import ActionButton
from ui.widgets.icon import Icon
from ui.widgets.panel import Panel
from ui.widgets.text import Text

_ROLES: Final = {"good": "good.text", "warn": "warn.text", "bad": "bad.text"}
_COLUMNS: Final = (3, 5, 5, 4)
_EDGE, _APART = 14, 6
_BESIDE: Final = 1.6  # up to this text size question and answers share a line


class _Line:
    """The widgets of one test."""

    def __init__(self, test: Test) -> None:
        self.name = Text(test_words(test), "small_strong")
        self.asked, self.held = Text("", "small", wrap=True), Text("", "small", wrap=True)
        self.icon, self.result = Icon("check-circle", size="icon_small"), Text("", "small_strong")
        self.back = ActionButton(QCoreApplication.translate("Work", "Ask again"), "link")
        self.cell = QWidget()
        row = QHBoxLayout(self.cell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.result)
        words.addWidget(self.back)
        row.addLayout(words, 1)

    def show_test(self, row: ComparedVacancy, one: Compared, person: WorkProfile, *, said: bool) -> None:
        """Both sides and the result; ``said``: it rests on the person's own answer."""
        words, icon, tone = result_words(one.result)
        self.asked.setText(asked_words(one.test, row.vacancy))
        self.held.setText(held_words(one.test, person))
        self.icon.set_icon(icon, _ROLES[tone])
        self.result.setText(words)
        self.result.set_tone(tone)
        self.back.setVisible(said)
        self.back.setAccessibleName(f"{self.back.text()}: {self.name.text()}")


class _Grid(QWidget):
    """Heads and five lines; the line that is asked about is tinted. With large text both sides stand below the name."""

    def __init__(self, lines: Sequence[_Line], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(_EDGE, 3, _EDGE, 3)
        self.grid.setHorizontalSpacing(12)
        self._lines = tuple(lines)
        self._heads = [
            Text(words, "caption_strong", "soft", wrap=True)
            for words in (
                self.tr("Condition"),
                self.tr("The work asks"),
                self.tr("The person has"),
                self.tr("Result"),
            )
        ]
        self._below = [
            (Text(self._heads[1].text(), "caption", "muted"), Text(self._heads[2].text(), "caption", "muted"))
            for _ in lines
        ]
        self.tinted = -1
        self._is_beside: bool | None = None
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """Side by side where there is room for four columns of such words."""
        beside = theme().scale <= _BESIDE
        if beside == self._is_beside:
            return
        self._is_beside = beside
        while self.grid.takeAt(0) is not None:
            pass
        for column, head in enumerate(self._heads):
            head.setParent(self)
            head.setVisible(beside)
            self.grid.setColumnStretch(column, _COLUMNS[column] if beside else int(column == 1))
            if beside:
                self.grid.addWidget(head, 0, column)
        self.grid.setVerticalSpacing(_APART if beside else 2)
        for place, (line, below) in enumerate(zip(self._lines, self._below, strict=True)):
            for label in below:
                label.setParent(self)
                label.setVisible(not beside)
            if beside:
                self._put(place + 1, (line.name, line.asked, line.held, line.cell))
            else:
                self._put(3 * place + 1, (line.name, line.cell))
                self._put(3 * place + 2, (below[0], line.asked))
                self._put(3 * place + 3, (below[1], line.held))

    def _put(self, row: int, cells: Sequence[QWidget]) -> None:
        for column, widget in enumerate(cells):
            self.grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn, half = QPainter(self), theme(), _APART // 2
        for row, line in enumerate(self._lines):
            cells = (line.name, line.asked, line.held, line.cell)
            top = min(cell.y() for cell in cells) - half
            bottom = max(cell.geometry().bottom() for cell in cells) + half
            if row == self.tinted:
                painter.fillRect(QRect(0, top, self.width(), bottom - top), worn.color("bg.selected"))
                painter.fillRect(QRect(0, top, 3, bottom - top), worn.color("accent.fill"))
            painter.fillRect(QRect(0, top - 1, self.width(), 1), worn.color("line.subtle"))


class FiveTestsPart(Panel):
    """``taken_back`` carries the test whose answer was a slip."""

    taken_back = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = Text("", "heading", wrap=True)
        law = Text(self.tr("Article 6"), "small_strong", "accent")
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, 0, _EDGE, 0)
        head.addWidget(self._title, 1)
        head.addWidget(law, 0, Qt.AlignmentFlag.AlignTop)
        self._lines = {test: _Line(test) for test in Test}
        self._grid = _Grid(tuple(self._lines.values()))
        for test, line in self._lines.items():
            line.back.acted.connect(lambda test=test: self.taken_back.emit(test))
        self.body.addLayout(head)
        self.body.addWidget(self._grid)
        inside = self.layout()
        if inside is not None:
            inside.setContentsMargins(1, 8, 1, 2)

    def show_tests(self, row: ComparedVacancy, person: WorkProfile, answers: Answers) -> None:
        """The tests of this vacancy."""
        vacancy = row.vacancy
        title = f"{vacancy.position}, {vacancy.employer}"
        self._title.setText(title)
        self.setAccessibleName(title)
        asked = row.questions[0] if row.questions else None
        self._grid.tinted = list(Test).index(asked) if asked else -1
        for one in row.tests:
            said = one.result is not Result.ASK and question_of(one.test, vacancy) in answers
            self._lines[one.test].show_test(row, one, person, said=said and row.offer is None)
        self._grid.update()


class QuestionBar(QFrame):
    """One question to be asked aloud, answered in place; ``answered``: True, it fits.

    It stands above the action bar, always in sight; with large text, where that would leave no room for anything else,
    below the list (``for_large_text``).
    """

    answered = Signal(bool)

    def __init__(self, *, for_large_text: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._for_large_text = for_large_text
        self.setProperty("kind", "note")
        set_property(self, "state", "warn")
        way = QBoxLayout.Direction.TopToBottom if for_large_text else QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(way, self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(10)
        self._words = Text("", "small_strong", wrap=True)
        self.yes = ActionButton(self.tr("Yes"), shortcut="Alt+B")
        self._no = ActionButton(self.tr("No"), shortcut="Alt+X")
        self.yes.acted.connect(lambda: self.answered.emit(True))
        self._no.acted.connect(lambda: self.answered.emit(False))
        asked = QHBoxLayout()
        asked.setSpacing(10)
        asked.addWidget(Icon("question", "warn.text"), 0, Qt.AlignmentFlag.AlignVCenter)
        asked.addWidget(self._words, 1)
        row.addLayout(asked, 1)
        row.addWidget(BreakingRow((self.yes, self._no)), 0)

    def show_question(self, row: ComparedVacancy | None) -> None:
        """The first open question of this vacancy; hidden without one."""
        is_here = (theme().scale > _BESIDE) is self._for_large_text
        questions = row.questions if row is not None and row.offer is None and is_here else ()
        self.setVisible(bool(questions))
        if row is not None and questions:
            words = question_words(questions[0], row.vacancy)
            self._words.setText(words)
            self.setAccessibleName(words)
