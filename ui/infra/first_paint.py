"""What may wait until the window is in sight: nothing heavy runs before its first paint."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_AT_THE_LATEST_MS: Final = 1000  # a window that starts minimised is not painted


class FirstPaint(QObject):
    """Calls ``act`` once, when ``window`` has been painted for the first time."""

    def __init__(self, window: QWidget, act: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._act = window, act
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._painted)
        self._late.start(_AT_THE_LATEST_MS)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            self._late.start(0)  # the paint itself comes first
        return False

    def _painted(self) -> None:
        self._window.removeEventFilter(self)
        self.deleteLater()
        self._act()
