"""Panels: a framed group of the page, and the one line a finished section folds to."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.icon import Icon
from ui.widgets.text import ElidedText, Text


class Panel(QFrame):
    """A framed group with an optional title. Fill ``body``. kind: panel, sunken, or side (no frame)."""

    def __init__(
        self,
        title: str = "",
        *,
        kind: str = "panel",
        title_kind: str = "label",
        trailing: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        edge = theme().px("space.3" if kind == "sunken" else "space.4")
        column.setContentsMargins(
            edge, edge - 4 if kind == "sunken" else edge, edge, edge - 4 if kind == "sunken" else edge
        )
        column.setSpacing(theme().px("space.2"))
        self._title = Text(title, title_kind, "soft" if title_kind == "label" else "", wrap=True)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._title, 1)
        if trailing is not None:
            head.addWidget(trailing)
        if not title and trailing is None:
            self._head.hide()  # only ever hide here: shown without a parent it would be a window of its own
        column.addWidget(self._head)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme().px("space.2"))
        column.addLayout(self.body)
        self.setAccessibleName(title)

    def set_title(self, words: str, kind: str = "label") -> None:
        """Another title; ``heading`` for the answer or the question of a step."""
        self._title.setText(words)
        self._title.set_kind(kind)
        self._title.set_tone("soft" if kind == "label" else "")
        self._head.setVisible(bool(words))
        self.setAccessibleName(words)


class FoldedRow(QFrame):
    """A finished section in one line: icon, title, what was answered, and the button to change it."""

    def __init__(
        self,
        icon: str,
        title: str,
        detail: str,
        button: QWidget | None = None,
        *,
        role: str = "good.text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 3, 8, 3)
        row.setSpacing(10)
        self._detail = ElidedText(detail, "small", "soft")
        row.addWidget(Icon(icon, role))
        row.addWidget(Text(title, "small_strong"))
        row.addWidget(self._detail, 1)
        if button is not None:
            row.addWidget(button)

    def set_detail(self, words: str) -> None:
        """What was answered."""
        self._detail.setText(words)
