"""The turning arc of a busy control: nothing before 300 ms, standing still where the desk asks for no motion."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPen

from ui.theme.theme import reduced_motion, theme

_STEP_MS: Final = 40
_STEP_DEGREES: Final = 15


class BusyArc(QObject):
    """Keeps the time and the angle of one arc; the control paints it."""

    def __init__(self, owner: QObject, changed: Callable[[], None]) -> None:
        super().__init__(owner)
        self._changed, self._angle, self.seen = changed, 0, False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(theme().px("motion.busy_after"))
        self._wait.timeout.connect(self._appear)
        self._turn = QTimer(self)
        self._turn.setInterval(_STEP_MS)
        self._turn.timeout.connect(self._step)

    def start(self) -> None:
        """Begin to wait; the arc appears after ``motion.busy_after``."""
        if not self._wait.isActive() and not self.seen:
            self._wait.start()

    def stop(self) -> None:
        """The work is done: no arc."""
        self._wait.stop()
        self._turn.stop()
        self.seen = False
        self._changed()

    def draw(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        """Three quarters of a circle."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(box.adjusted(1, 1, -1, -1), (90 - self._angle) * 16, 270 * 16)
        painter.restore()

    def _appear(self) -> None:
        self.seen = True
        if not reduced_motion():
            self._turn.start()
        self._changed()

    def _step(self) -> None:
        self._angle = (self._angle + _STEP_DEGREES) % 360
        self._changed()
