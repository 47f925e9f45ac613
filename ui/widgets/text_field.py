"""A one-line field: Enter goes to the next one, a fact from a register is locked and sunken."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme.theme import set_property, theme


class TextField(QLineEdit):
    """``upper`` raises letters as they are typed; ``limit`` is the most characters, 0 for any.

    ``left`` is sent when the focus leaves: the moment for checks that would disturb typing.
    """

    left = Signal()

    def __init__(
        self,
        *,
        placeholder: str = "",
        secret: bool = False,
        upper: bool = False,
        limit: int = 0,
        enter_moves: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self._enter_moves = enter_moves
        self.setProperty("own_enter", enter_moves)
        if secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)
        if limit:
            self.setMaxLength(limit)
        if upper:
            self.textEdited.connect(self._raise_letters)

    def show_text(self, words: str) -> None:
        """Put words in, without a signal of editing; the caret stays where a person left it if it can."""
        if words != self.text():
            self.setText(words)

    def set_fact(self, words: str) -> None:
        """Show what a register said: readable, selectable, not editable."""
        self.setReadOnly(True)
        set_property(self, "state", "fact")
        self.setText(words)
        self.setCursorPosition(0)

    def set_editable(self) -> None:
        """A field to be typed into again."""
        self.setReadOnly(False)
        set_property(self, "state", "")

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px("control.height"))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px("control.height") * 2, theme().px("control.height"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._enter_moves and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.focusNextPrevChild(not back)
            self.returnPressed.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.left.emit()

    def _raise_letters(self, words: str) -> None:
        raised = words.upper()  # numbers and PINs are Latin: never the Azerbaijani capital of i
        if raised != words:
            caret = self.cursorPosition()
            self.setText(raised)
            self.setCursorPosition(caret)
