"""Listens to the keyboard while the intake is in sight: a card may be read at any moment, wherever the caret is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.parts.scanner import Burst, Held

_CHORDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
    }
)


class ScannerFilter(QObject):
    """``card_read`` carries what a scanner typed; typing goes on to its field, in order."""

    card_read = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page, self._burst = page, Burst()
        self._held: list[tuple[QWidget, QKeyEvent]] = []
        self._giving_back = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._over)

    def listen(self) -> None:
        """The page came into sight."""
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def rest(self) -> None:
        """The page is out of sight."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._over()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._giving_back or event.type() != QEvent.Type.KeyPress:
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if watched.window() is not self._page.window() or event.key() in _MODIFIERS:
            return False
        plain = not event.isAutoRepeat() and not event.modifiers() & _CHORDS
        if self._burst.key(event.text() if plain else "") is Held.HOLD:
            self._held.append((watched, event.clone()))
            self._quiet.start(self._burst.gap_ms)
            return True
        if self._held:
            self._over()
        return False

    def _over(self) -> None:
        """Nothing came for a while, or something that no card has."""
        self._quiet.stop()
        card, held = self._burst.is_card, self._held
        text, self._held = self._burst.end(), []
        if card:
            self.card_read.emit(text)
            return
        self._giving_back = True
        try:
            for widget, event in held:
                QCoreApplication.sendEvent(widget, event)
        finally:
            self._giving_back = False
