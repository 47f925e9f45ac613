"""A number with what it counts: three of them are a day at the desk."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.text import Text


class Figure(QWidget):
    """The number over its words."""

    def __init__(self, value: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._value, self._words = Text(value, "heading"), Text(words, "caption", "muted")
        column.addWidget(self._value)
        column.addWidget(self._words)
        self.show_value(value)

    def show_value(self, value: str) -> None:
        """Another number."""
        self._value.setText(value)
        self.setAccessibleName(f"{self._words.text()}: {value}")
