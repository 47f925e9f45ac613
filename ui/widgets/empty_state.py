"""An empty place says what belongs there and offers the one act that fills it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.icon import Icon
from ui.widgets.text import Text


class EmptyState(QWidget):
    """Icon, what is not there, what will come or can be done."""

    def __init__(
        self,
        icon: str,
        title: str,
        detail: str = "",
        button: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(Icon(icon, "text.muted", "height_small"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(6)
        self._title, self._detail = (
            Text(title, "heading", wrap=True),
            Text(detail, "small", "muted", wrap=True),
        )
        for label in (self._title, self._detail):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        self._detail.setVisible(bool(detail))
        if button is not None:
            column.addSpacing(8)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.setAccessibleName(title)

    def say(self, title: str, detail: str = "") -> None:
        """Other words, for another filter or search."""
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(title)
