"""The facts that only the agent knows, typed in place: what, from where, when, by which norm.

Days and short words stand two in a row; what is long, ticked or chosen has a row of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.screens.refusal.fact_field import fact_field, lock_value, show_value
from ui.screens.refusal.form import TypedFact
from ui.widgets.field import Field

_SHORT: Final = frozenset({"text", "date"})
_GAP: Final = 12


class TypedFactsPart(QWidget):
    """``edited`` carries the fact and what stands there now: text, an ISO day, the key of a choice."""

    edited = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self._shown: tuple[TypedFact, ...] = ()
        self.fields: dict[str, Field] = {}

    def show_facts(self, facts: Sequence[TypedFact], values: Mapping[str, str]) -> None:
        """The fields of this ground with what was typed; none for a ground that asks nothing of the agent."""
        if tuple(facts) != self._shown:
            self._shown = tuple(facts)
            self._build()
        for id_, field in self.fields.items():
            show_value(field.editor, values.get(id_, ""))
        self.setVisible(bool(self._shown))

    def lock(self, locked: bool) -> None:
        """Read-only once the number is being taken."""
        for field in self.fields.values():
            lock_value(field.editor, locked)
            field.set_problem("")

    def show_problem(self, fact: str, words: str) -> bool:
        """Say at its field what is missing, the caret there; False where there is no such field."""
        field = self.fields.get(fact)
        if field is None:
            return False
        field.set_problem(words)
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _build(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.fields = {each.id: fact_field(each, partial(self._edited, each.id)) for each in self._shown}
        for row in _rows(self._shown):
            line = QWidget()
            beside = QHBoxLayout(line)
            beside.setContentsMargins(0, 0, 0, 0)
            beside.setSpacing(_GAP)
            for fact in row:
                beside.addWidget(self.fields[fact.id], 1, Qt.AlignmentFlag.AlignBottom)
            self._column.addWidget(line)
            for fact in row:
                self.fields[fact.id].show()  # the layout would show it later: Tab would pass it by
            line.show()

    def _edited(self, fact: str, words: str) -> None:
        self.fields[fact].set_problem("")
        self.edited.emit(fact, words)


def _rows(facts: Sequence[TypedFact]) -> Iterator[tuple[TypedFact, ...]]:
    """Two short ones that follow each other share a row."""
    waiting: TypedFact | None = None
    for fact in facts:
        if fact.shape in _SHORT and waiting is not None:
            yield waiting, fact
            waiting = None
        elif fact.shape in _SHORT:
            waiting = fact
        else:
            if waiting is not None:
                yield (waiting,)
                waiting = None
            yield (fact,)
    if waiting is not None:
        yield (waiting,)
