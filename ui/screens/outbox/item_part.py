"""Right: one unsent item whole, and the one thing that helps."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.rows import OutboxRow
from ui.infra.moments import moment_words
from ui.parts.breaking_row import BreakingRow
from ui.parts.tall_enough import TallEnough
from ui.screens.outbox.answers import NEEDS, answer_words, need_words, to_do_words, waits_words, what_words
from ui.screens.outbox.item import Item, Need, UntoldCase, id_of, name_of, recorded_at
from ui.screens.outbox.unsent import Unsent
from ui.widgets.action_button import ActionButton
from ui.widgets.facts import Fact, FactRows
from ui.widgets.note import Note
from ui.widgets.text import Rule, Text

_TRIED_BY_HAND = frozenset({Need.SOMEBODY, Need.STUCK, Need.WAITING})


class ItemPart(TallEnough):
    """Each signal carries the item's id."""

    decide_pressed = Signal(object)
    file_pressed = Signal(object)
    try_pressed = Signal(object)

    def __init__(self, *, decides: bool, parent: QWidget | None = None) -> None:
        """``decides``: whoever is signed in settles disagreements."""
        super().__init__(parent)
        self._decides, self._shown = decides, object()
        self._title, self._what = Text("", "heading", wrap=True), Text("", "small", "soft", wrap=True)
        self._facts, self._to_do = FactRows(small=True), Note("info")
        self._decide = ActionButton(self.tr("Decide"), shortcut="Alt+Q")
        self._try = ActionButton(self.tr("Try again"), shortcut="Alt+Y")
        self._file = ActionButton(self.tr("Show the file"), "link", shortcut="file.open")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        acts = BreakingRow((self._decide, self._try))
        for widget in (self._title, self._what, Rule(), self._facts, self._to_do, acts, self._file):
            column.addWidget(widget)
        column.addStretch(1)
        self._decide.acted.connect(lambda: self.decide_pressed.emit(self._shown))
        self._try.acted.connect(lambda: self.try_pressed.emit(self._shown))
        self._file.acted.connect(lambda: self.file_pressed.emit(self._shown))

    def show_item(self, row: Item, unsent: Unsent) -> None:
        """What it is, where it stands, what was answered, what to do."""
        self._shown, need = id_of(row), unsent.need(row)
        name = name_of(row)
        self._title.setText(name)
        self._title.setVisible(bool(name))
        self._what.setText(what_words(row))
        self._facts.show_facts(self._facts_of(row, unsent))
        tone = NEEDS[need][2]
        self._to_do.say(tone if tone in {"bad", "warn"} else "info", to_do_words(row, unsent))
        self._decide.setVisible(need is Need.YOU and self._decides)
        self._try.setVisible(need in _TRIED_BY_HAND)
        self._file.setVisible(row.file_id is not None)

    def _facts_of(self, row: Item, unsent: Unsent) -> list[Fact]:
        facts, at = [Fact(self.tr("State"), need_words(unsent.need(row)))], recorded_at(row)
        if at is not None:
            facts.append(Fact(self.tr("Recorded"), moment_words(at, unsent.now)))
        if isinstance(row, OutboxRow):
            facts.append(Fact(self.tr("Tries"), str(row.attempts)))
            if row.next_try is not None and row.next_try > unsent.now:
                facts.append(Fact(self.tr("Next try"), moment_words(row.next_try, unsent.now)))
            before = waits_words(row, unsent)
            if before:
                facts.append(Fact(self.tr("After"), before))
        if not isinstance(row, UntoldCase):
            facts.append(Fact(self.tr("Last answer"), answer_words(row)))
        return facts
