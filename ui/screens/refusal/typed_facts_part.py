"""The facts that only the agent knows, typed in place: what, from where, when, by which norm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.infra.catalogue_words import begun
from ui.screens.refusal.form import TypedFact
from ui.widgets.field import Field
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField

_LONG_MOST: Final = 400
_SHORT_MOST: Final = 120


class TypedFactsPart(QWidget):
    """``edited`` carries the fact and what stands there now."""

    edited = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._shown: tuple[TypedFact, ...] = ()
        self.fields: dict[str, Field] = {}

    def show_facts(self, facts: Sequence[TypedFact], values: Mapping[str, str]) -> None:
        """The fields of this ground with what was typed; none for a ground that asks nothing of the agent."""
        if tuple(facts) != self._shown:
            self._shown = tuple(facts)
            self._build()
        for id_, field in self.fields.items():
            if isinstance(field.editor, TextArea | TextField):
                field.editor.show_text(values.get(id_, ""))
        self.setVisible(bool(self._shown))

    def lock(self, locked: bool) -> None:
        """Read-only once the number is being taken."""
        for field in self.fields.values():
            if isinstance(field.editor, TextArea | TextField):
                field.editor.setReadOnly(locked)
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
        self.fields = {fact.id: self._field(fact) for fact in self._shown}
        for field in self.fields.values():
            self._column.addWidget(field)
            field.show()  # the layout would show it later: Tab would pass it by

    def _field(self, fact: TypedFact) -> Field:
        if fact.least:
            area = TextArea(_LONG_MOST, lines=2)
            area.edited.connect(lambda: self._edited(fact.id, area.text()))
            hint = self.tr("At least {n} characters; it is printed in the letter.").format(n=fact.least)
            return Field(begun(fact.name), area, hint=hint)
        line = TextField(limit=_SHORT_MOST)
        line.textEdited.connect(partial(self._edited, fact.id))
        return Field(begun(fact.name), line)

    def _edited(self, fact: str, words: str) -> None:
        self.fields[fact].set_problem("")
        self.edited.emit(fact, words)
