"""Right: one item, what happened in words, whose file it is, and what can be done."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.contract.needs_look import LookItem
from dost_desktop.domain.dates import instant
from ui.infra.moments import moment_words
from ui.screens.needs_look.shown import Shown
from ui.screens.needs_look.words import happened_words, kind_words, to_do_words
from ui.widgets.facts import Fact, FactRows
from ui.widgets.note import Note
from ui.widgets.text import Rule, Text

_NUMBERS_SHOWN = 12


class ItemPart(QWidget):
    """Without anything to press: that stands below, always in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._title = Text("", "heading", wrap=True)
        self._kind, self._happened = Text("", "small", "soft", wrap=True), Text("", "body", wrap=True)
        self._said = Text("", "body", "soft", wrap=True)
        self._facts, self._to_do = FactRows(small=True), Note("info")
        for widget in (
            self._title,
            self._kind,
            Rule(),
            self._happened,
            self._said,
            self._to_do,
            self._facts,
        ):
            column.addWidget(widget)
        column.addStretch(1)

    def show_item(self, shown: Shown) -> None:
        """What happened, where, since when."""
        item = shown.item
        kind, _ = kind_words(item.kind)
        self._title.setText(item.full_name or self.tr("Desk {desk}").format(desk=item.desk))
        self._kind.setText(kind)
        self._happened.setText(happened_words(item))
        self._said.setText(self.tr("“{words}”").format(words=item.words))
        self._said.setVisible(item.kind == "handed_up" and bool(item.words))
        self._facts.show_facts(self._facts_of(item, shown))
        self._to_do.say("info", self.tr("What can be done"), to_do_words(item.kind))

    def _facts_of(self, item: LookItem, shown: Shown) -> list[Fact]:
        facts = [Fact(self.tr("Since"), moment_words(instant(item.since), shown.now))]
        if item.application_no:
            facts.append(Fact(self.tr("Application"), item.application_no))
        if item.agent:
            facts.append(Fact(self.tr("By"), item.agent))
        if item.desk and item.full_name:
            facts.append(Fact(self.tr("Desk"), item.desk))
        if item.kind == "numbers":
            facts.append(Fact(self.tr("Numbers"), self._numbers(item)))
        return facts

    def _numbers(self, item: LookItem) -> str:
        shown = [item.numbers[0], *(each.rsplit("/", 1)[-1] for each in item.numbers[1:_NUMBERS_SHOWN])]
        left = len(item.numbers) - len(shown)
        more = [self.tr("and %n more", "", left)] if left > 0 else []
        return ", ".join([*shown, *more])
