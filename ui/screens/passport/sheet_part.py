"""One section of the passport to read: options with their ticks, terms, steps, documents; the hits marked."""

from __future__ import annotations

from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.parts.tall_enough import TallEnough
from ui.screens.passport.finding import Span
from ui.screens.passport.marked_text import MarkedText
from ui.screens.passport.presenter import Found, Hit
from ui.screens.passport.sheets import (
    HEAD,
    AmountLine,
    BranchLine,
    FactLine,
    HeadFact,
    Line,
    OptionLine,
    PairLine,
    Paragraph,
    StepHeading,
    StepLine,
)
from ui.screens.passport.tick_state import TickState
from ui.widgets.icon import Icon
from ui.widgets.panel import Panel
from ui.widgets.text import Rule, Text

Marks = tuple[Span, ...]
_TICKS: Final = {  # ticked -> (icon, its colour, words, kind of words, their colour, colour of the option)
    "yes": (
        "check-square", "good.text", QT_TRANSLATE_NOOP("PassportSheet", "ticked"), "label", "text.main", "text.main",
    ),
    "no": (
        "square", "text.muted", QT_TRANSLATE_NOOP("PassportSheet", "not ticked"), "small", "text.muted", "text.muted",
    ),
    "unknown": (
        "question", "text.soft", QT_TRANSLATE_NOOP("PassportSheet", "not chosen"), "label", "text.soft", "text.main",
    ),
}  # fmt: skip
_BY: Final = {
    "seed": QT_TRANSLATE_NOOP("PassportSheet", "from the text of the passport"),
    "reconstruction": QT_TRANSLATE_NOOP("PassportSheet", "reconstruction"),
    "owner": QT_TRANSLATE_NOOP("PassportSheet", "decided by the office"),
}
_NOT_VISIBLE: Final = QT_TRANSLATE_NOOP("PassportSheet", "not visible in the passport")
_FACTS: Final = {
    HeadFact.BODY: QT_TRANSLATE_NOOP("PassportSheet", "Approved by"),
    HeadFact.DATE: QT_TRANSLATE_NOOP("PassportSheet", "Date"),
    HeadFact.NUMBER: QT_TRANSLATE_NOOP("PassportSheet", "Number"),
}


def tick_words(ticked: str) -> str:
    """What is said of an option: ticked, not ticked, not chosen."""
    return _said(_TICKS[ticked][2])


class PassportSheet(TallEnough):
    """Made anew for each section; ``hit_box`` says where a hit stands in it."""

    def __init__(self, found: Found, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._quotes: list[MarkedText] = []
        sheet, marks = found.sheet, found.marks
        panel = Panel()
        if sheet.number != HEAD:
            panel.body.addWidget(
                Text(self.tr("Section {number}").format(number=sheet.number), "caption", "muted")
            )
        panel.body.addWidget(self._quote(sheet.heading, "heading", marks[0]))
        panel.body.addWidget(Rule())
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        panel.body.addLayout(self._grid)
        for line, each in zip(sheet.lines, marks[1:], strict=True):
            self._add(line, each)
        for words in self._legend(found):
            panel.body.addWidget(Text(words, "caption", "muted", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        column.addStretch(1)

    def show_current(self, hit: Hit | None) -> None:
        """The hit that F8 is on."""
        for place, quote in enumerate(self._quotes):
            quote.show_current(hit.span if hit is not None and hit.quote == place else -1)

    def hit_box(self, hit: Hit) -> QRect:
        """Where a hit stands in the sheet."""
        quote = self._quotes[hit.quote]
        box = quote.hit_box(hit.span).toAlignedRect()
        return QRect(quote.mapTo(self, box.topLeft()), box.size())

    # lines
    def _add(self, line: Line, marks: Marks) -> None:
        match line:
            case Paragraph():
                self._row(self._paragraph(line, marks))
            case OptionLine():
                self._option(line, marks)
            case AmountLine():
                self._row(self._quote(line.text, "display", marks))
                if line.unit_from:
                    words = self.tr("Unit: section {number}").format(number=line.unit_from)
                    self._row(Text(words, "caption", "muted"))
            case PairLine():
                self._leading(
                    Text(line.digits, "strong"),
                    self._quote(line.text, "body", marks),
                    _said(_BY["reconstruction"]),
                )
            case StepHeading():
                self._row(self._quote(line.text, "strong", marks))
            case StepLine():
                number = Text(f"{line.number}.", "strong")
                number.setAlignment(Qt.AlignmentFlag.AlignRight)
                self._leading(number, self._quote(line.text, "body", marks))
            case BranchLine():
                self._branch(self._quote(line.text, "body", marks))
            case FactLine():
                self._fact(line, marks)
            case unreachable:
                assert_never(unreachable)

    def _paragraph(self, line: Paragraph, marks: Marks) -> MarkedText:
        kind, tone = ("caption", "text.muted") if line.is_note else ("body", "text.main")
        return self._quote(line.text, kind, marks, tone)

    def _option(self, line: OptionLine, marks: Marks) -> None:
        icon, role, words, kind, said_in, ink = _TICKS[line.ticked]
        quote = self._quote(line.text, "strong" if line.ticked == "yes" else "body", marks, ink)
        state, by = _said(words), _by_words(line)
        quote.setAccessibleName(f"{line.text}: {state}, {by}")
        row = self._grid.rowCount()
        self._grid.addWidget(Icon(icon, role), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(quote, row, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(TickState(state, by, kind, said_in), row, 2, Qt.AlignmentFlag.AlignTop)

    def _fact(self, line: FactLine, marks: Marks) -> None:
        words = _said(_FACTS[line.fact])
        ink = "text.soft" if line.fact is HeadFact.NUMBER else "text.main"
        quote = self._quote(line.text, "strong", marks, ink)
        quote.setAccessibleName(f"{words}: {line.text}")
        both = QVBoxLayout()
        both.setSpacing(2)
        both.addWidget(Text(words, "small", "muted"))
        both.addWidget(quote)
        self._grid.addLayout(both, self._grid.rowCount(), 0, 1, 3)

    def _leading(self, first: QWidget, quote: MarkedText, beside: str = "") -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(first, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(quote, row, 1, 1, 1 if beside else 2, Qt.AlignmentFlag.AlignTop)
        if beside:
            self._grid.addWidget(Text(beside, "caption", "muted"), row, 2, Qt.AlignmentFlag.AlignTop)

    def _branch(self, quote: MarkedText) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Text("–", "body", "muted"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(quote, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(line, self._grid.rowCount(), 1, 1, 2)

    def _row(self, widget: QWidget) -> None:
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 3)

    def _quote(self, words: str, kind: str, marks: Marks, ink: str = "text.main") -> MarkedText:
        quote = MarkedText(words, kind, ink, marks)
        self._quotes.append(quote)
        return quote

    def _legend(self, found: Found) -> list[str]:
        """What the small words mean, where they stand."""
        said = []
        if found.sheet.has_unknown:
            said.append(
                self.tr("“Not chosen”: the tick is not visible in the passport; it restricts nobody.")
            )
        if any(option.by == "reconstruction" for option in found.sheet.options):
            said.append(self.tr("“Reconstruction”: concluded from the passports of similar services."))
        return said


def _by_words(line: OptionLine) -> str:
    lost = line.by == "seed" and line.ticked == "unknown"
    return _said(_NOT_VISIBLE if lost else _BY[line.by])


def _said(words: str) -> str:
    return QCoreApplication.translate("PassportSheet", words)
