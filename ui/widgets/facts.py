"""Facts in two columns, and under them their source and time: every fact says where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.icon import Icon
from ui.widgets.text import Text

_ROOMY: Final = 1.5  # up to this text size label and value stand side by side
_SOURCE: Final = {
    "good": ("check-circle", "good.text"),
    "warn": ("warning", "warn.text"),
    "info": ("info", "text.muted"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: what it is called and what it is."""

    label: str
    value: str
    strong: bool = False


class FactRows(QWidget):
    """Label and value, one under another. ``small`` in the narrow left part of a case."""

    def __init__(
        self, facts: Sequence[Fact] = (), *, small: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind = "small" if small else "body"
        self._labels: list[Text] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px("space.2"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().px("space.4"))
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        self._source = QWidget()
        line = QHBoxLayout(self._source)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        self._icon, self._said = (
            Icon("check-circle", "good.text", "icon_small"),
            Text("", "caption", "muted", wrap=True),
        )
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._said, 1)
        self._source.hide()
        column.addWidget(self._source)
        self.show_facts(facts)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Other facts in place of these."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        one_column = theme().scale > _ROOMY and self._kind != "small"
        made: list[QWidget] = []
        self._labels = []
        for row, fact in enumerate(facts):
            label = Text(fact.label, self._kind, "muted", wrap=one_column)
            value = Text(fact.value, "strong" if fact.strong else self._kind, wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleName(f"{fact.label}: {fact.value}")
            made += [label, value]
            if one_column:
                self._grid.addWidget(label, 2 * row, 0, 1, 2)
                self._grid.addWidget(value, 2 * row + 1, 0, 1, 2)
                continue
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
            self._labels.append(label)
        for text in made:
            text.show()  # the layout would show it later, and count it as empty until then
        self._fit_labels()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # the text size may be another one by now
            self._fit_labels()
        return super().event(event)

    def _fit_labels(self) -> None:
        """As much room for the labels as the widest one takes; none where they stand above their values."""
        floor = round((56 if self._kind == "small" else 92) * theme().scale)
        widest = max((each.sizeHint().width() for each in self._labels), default=0)
        room = max(widest, floor) if self._labels else 0
        if room != self._grid.columnMinimumWidth(0):
            self._grid.setColumnMinimumWidth(0, room)

    def set_source(self, words: str, kind: str = "good") -> None:
        """Where the facts come from and when; ``""`` hides the line."""
        icon, role = _SOURCE[kind]
        self._icon.set_icon(icon, role)
        self._said.setText(words)
        self._source.setVisible(bool(words))
