"""Several lines of free text with a limit; Tab leaves it, Enter is a new line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ui.theme.theme import theme


class TextArea(QPlainTextEdit):
    """``edited`` is sent when a person changed the text, never by ``show_text``.

    The limit is shown, and enforced: what does not fit is not taken. 0 means any length.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, limit: int = 600, *, lines: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.limit, self._lines, self._showing = limit, lines, False
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._changed)

    def text(self) -> str:
        """What stands there."""
        return self.toPlainText()

    def show_text(self, words: str) -> None:
        """Put words in, without a signal of editing."""
        if words == self.text():
            return
        self._showing = True
        self.setPlainText(words)
        self._showing = False

    def sizeHint(self) -> QSize:
        return QSize(320, self._lines * theme().line_height("body") + 16)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 2 * theme().line_height("body") + 16)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _changed(self) -> None:
        words = self.text()
        if self.limit and len(words) > self.limit and not self._showing:
            caret = self.textCursor().position()
            surplus = len(words) - self.limit
            kept = words[: max(caret - surplus, 0)] + words[caret:]
            self._showing = True
            self.setPlainText(kept[: self.limit])
            self._showing = False
            cursor = self.textCursor()
            cursor.setPosition(min(max(caret - surplus, 0), self.limit), QTextCursor.MoveMode.MoveAnchor)
            self.setTextCursor(cursor)
        if not self._showing:
            self.edited.emit()
