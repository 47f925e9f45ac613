"""Hands and eyes of the tour: real key presses into whatever has the focus, and patience until something is there.

Only the tour turns the event loop itself; the program never does.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dost_desktop.domain.errors import AgentError
from ui.desk_window import DeskWindow

T = TypeVar("T")
PATIENCE_MS: Final = 60_000
_GLANCE_MS: Final = 20
_TYPING_MS: Final = 60
_KEYS: Final = {
    "Enter": Qt.Key.Key_Return,
    "Tab": Qt.Key.Key_Tab,
    "Esc": Qt.Key.Key_Escape,
    "Down": Qt.Key.Key_Down,
    "Up": Qt.Key.Key_Up,
    **{f"F{n}": getattr(Qt.Key, f"Key_F{n}") for n in range(1, 13)},
    **{letter: getattr(Qt.Key, f"Key_{letter}") for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"},
}
_HELD: Final = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


class StepFailed(AgentError):
    """A step of the tour did not come to its end; ``facts``: ``step`` and what was waited for."""

    code = "tour.step_failed"


class Hands:
    """Works a window by keyboard alone."""

    def __init__(self, app: QApplication, window: DeskWindow, pictures: Path) -> None:
        self._app, self.window, self._pictures = app, window, pictures
        self._count = 0
        self.step = ""

    def wait_for(self, what: str, seen: Callable[[], T | None]) -> T:
        """Look until ``seen`` gives something true. Raises StepFailed after a minute."""
        timer = QElapsedTimer()
        timer.start()
        while True:
            found = seen()
            if found:
                return found
            if timer.hasExpired(PATIENCE_MS):
                self.picture("failed")
                raise StepFailed(step=self.step, waited_for=what)
            self.pause(_GLANCE_MS)

    def press(self, chord: str) -> None:
        """One key with what is held: ``Ctrl+Shift+R``."""
        *held, name = chord.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for each in held:
            modifiers |= _HELD[each]
        QTest.keyClick(self._focus(), _KEYS[name], modifiers)
        self.pause(_GLANCE_MS)

    def type(self, text: str) -> None:
        """Text as an agent types it: far slower than a scanner."""
        for sign in text:
            self._strike(sign)
            self.pause(_TYPING_MS)
        self.pause(_GLANCE_MS)

    def scan(self, text: str) -> None:
        """Text as a keyboard-wedge scanner sends it: very fast, a line end after each line."""
        for line in text.splitlines():
            for sign in line:
                self._strike(sign)
            QTest.keyClick(self._focus(), Qt.Key.Key_Return)
        self.pause(_GLANCE_MS)

    def picture(self, name: str) -> Path:
        """A picture of the window as it stands."""
        self._count += 1
        self._pictures.mkdir(parents=True, exist_ok=True)
        path = self._pictures / f"{self._count:02}-{name}.png"
        self.window.grab().save(str(path))
        return path

    def pause(self, milliseconds: int) -> None:
        """Let the window and its workers work; QTest's own wait would keep the interpreter from the workers."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def _strike(self, sign: str) -> None:
        """One sign as the keyboard sends it; QTest knows Latin-1 only, and ends the process at ``ə``."""
        upper = sign.upper()
        held = Qt.KeyboardModifier.ShiftModifier if sign != sign.lower() else Qt.KeyboardModifier.NoModifier
        key, focus = ord(upper) if len(upper) == 1 else 0, self._focus()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focus, QKeyEvent(kind, key, held, sign))

    def _focus(self) -> QWidget:
        return self._app.focusWidget() or self.window
