"""A message inside the page, at its place, in one of four tones; never a box over it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.infra.speech import announce
from ui.theme.theme import set_property
from ui.widgets.icon import Icon
from ui.widgets.text import Text

_ICONS: Final = {
    "info": ("info", "accent.text"),
    "good": ("check-circle", "good.text"),
    "warn": ("warning", "warn.text"),
    "bad": ("warning-circle", "bad.text"),
}


class Note(QFrame):
    """Title and detail: what happened, what to do. ``trailing`` is the time, right."""

    def __init__(
        self,
        kind: str = "info",
        title: str = "",
        detail: str = "",
        *,
        trailing: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "note")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._icon_name = icon
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 14, 9)
        row.setSpacing(10)
        self._icon = Icon("info")
        self._title, self._detail = Text("", "small_strong", wrap=True), Text("", "small", "soft", wrap=True)
        self._trailing = Text("", "caption", "muted")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._trailing, 0, Qt.AlignmentFlag.AlignTop)
        self._show(kind, title, detail, trailing)

    def say(self, kind: str, title: str, detail: str = "", trailing: str = "") -> None:
        """Another message; a screen reader says it, a bad one at once."""
        self._show(kind, title, detail, trailing)
        announce(self, f"{title}. {detail}" if detail else title, urgent=kind == "bad")

    def _show(self, kind: str, title: str, detail: str, trailing: str) -> None:
        icon, role = _ICONS[kind]
        self._icon.set_icon(self._icon_name or icon, role)
        set_property(self, "state", kind)
        for label, words in ((self._title, title), (self._detail, detail), (self._trailing, trailing)):
            label.setText(words)
            label.setVisible(bool(words))
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
