"""The five tests of one vacancy, one by one: what the work asks, what the person has, what follows (Law, Art. 6)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
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
_COLUMNS: Final = (0, 1, 1, 0)  # both sides share what the names and results leave
_EDGE, _APART = 14, 6
_BESIDE: Final = 1.6  # up to this text size question and answers share a line


class _Result(QWidget):
    """What a test says, and the way back to its question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon, self.words = Icon("check-circle", size="icon_small"), Text("", "small_strong")
        self.back = ActionButton(QCoreApplication.translate("Work", "Ask again"), "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.words)
        words.addWidget(self.back)
        row.addLayout(words, 1)

    def show_result(self, one: Compared, *, said: bool) -> None:
        """``said``: it rests on the person's own answer."""
        words, icon, tone = result_words(one.result)
        self.icon.set_icon(icon, _ROLES[tone])
        self.words.setText(words)
        self.words.set_tone(tone)
        self.back.setVisible(said)
        self.back.setAccessibleName(f"{self.back.text()}: {test_words(one.test)}")


class _Lines(QWidget):
    """Five lines under one another; the one that is asked about is tinted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[tuple[QWidget, ...]] = []
        self.results = {test: _Result() for test in Test}
        self.asked = {test: Text("", "small", wrap=True) for test in Test}
        self.held = {test: Text("", "small", wrap=True) for test in Test}
        self.tinted = -1

    def show_test(self, one: Compared, asked: str, held: str, *, said: bool) -> None:
        """Both sides and the result."""
        self.asked[one.test].setText(asked)
        self.held[one.test].setText(held)
        self.results[one.test].show_result(one, said=said)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn, half = QPainter(self), theme(), _APART // 2
        for row, cells in enumerate(self.lines):
            top = min(cell.y() for cell in cells) - half
            bottom = max(cell.geometry().bottom() for cell in cells) + half
            if row == self.tinted:
                painter.fillRect(QRect(0, top, self.width(), bottom - top), worn.color("bg.selected"))
                painter.fillRect(QRect(0, top, 3, bottom - top), worn.color("accent.fill"))
            painter.fillRect(QRect(0, top - 1, self.width(), 1), worn.color("line.subtle"))


class _Table(_Lines):
    """Four columns with heads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(_EDGE, 3, _EDGE, 3)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(_APART)
        heads = (self.tr("Condition"), self.tr("The work asks"), self.tr("The person has"), self.tr("Result"))
        for column, head in enumerate(heads):
            grid.addWidget(Text(head, "caption_strong", "soft", wrap=True), 0, column)
            grid.setColumnStretch(column, _COLUMNS[column])
        for row, test in enumerate(Test, start=1):
            name = Text(test_words(test), "small_strong")
            cells = (name, self.asked[test], self.held[test], self.results[test])
            self.lines.append(cells)
            for column, widget in enumerate(cells):
                grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)


class _Stacked(_Lines):
    """For large text: both sides below the test, each with its head."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 3, _EDGE, 3)
        column.setSpacing(_APART)
        for test in Test:
            line = QWidget()
            inside = QVBoxLayout(line)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(2)
            for widget in (
                Text(test_words(test), "small_strong", wrap=True),
                self.asked[test],
                self.held[test],
                self.results[test],
            ):
                inside.addWidget(widget)
            self.lines.append((line,))
            column.addWidget(line)

    def show_test(self, one: Compared, asked: str, held: str, *, said: bool) -> None:
        asks, has = self.tr("The work asks: {what}"), self.tr("The person has: {what}")
        super().show_test(one, asks.format(what=asked), has.format(what=held), said=said)


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
        self.body.addLayout(head)
        self._table, self._stacked = _Table(), _Stacked()
        for lines in (self._table, self._stacked):
            self.body.addWidget(lines)
            lines.hide()
            for test, result in lines.results.items():
                result.back.acted.connect(lambda test=test: self.taken_back.emit(test))
        inside = self.layout()
        if inside is not None:
            inside.setContentsMargins(1, 8, 1, 2)

    def show_tests(self, row: ComparedVacancy, person: WorkProfile, answers: Answers) -> None:
        """The tests of this vacancy."""
        vacancy = row.vacancy
        title = f"{vacancy.position}, {vacancy.employer}"
        self._title.setText(title)
        self.setAccessibleName(title)
        beside = theme().scale <= _BESIDE
        lines: _Lines = self._table if beside else self._stacked
        question = row.questions[0] if row.questions else None
        lines.tinted = list(Test).index(question) if question else -1
        for one in row.tests:
            said = one.result is not Result.ASK and question_of(one.test, vacancy) in answers
            asked, held = asked_words(one.test, vacancy), held_words(one.test, person)
            lines.show_test(one, asked, held, said=said and row.offer is None)
        self._table.setVisible(beside)
        self._stacked.setVisible(not beside)
        lines.update()


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
