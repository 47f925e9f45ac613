"""Waiting for an answer from elsewhere: its name, the seconds, the shape of what is to come, a way out after 3 s."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.busy_arc import BusyArc
from ui.widgets.painted import Painted, draw_box
from ui.widgets.text import Text

_BARS: Final = (0.8, 0.55, 0.68)  # of the width; content yet to come, never animated
_BAR: Final = 12


class _Arc(Painted):
    def __init__(self) -> None:
        super().__init__()
        self.arc = BusyArc(self, self.update)

    def sizeHint(self) -> QSize:
        edge = theme().px("control.icon_small")
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.arc.seen:
            edge = theme().px("control.icon_small")
            self.arc.draw(
                QPainter(self),
                QRectF(0, (self.height() - edge) / 2, edge, edge),
                theme().color("accent.text"),
            )


class _Bars(Painted):
    def sizeHint(self) -> QSize:
        return QSize(240, len(_BARS) * (_BAR + 10))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number, part in enumerate(_BARS):
            box = QRectF(0, number * (_BAR + 10), self.width() * part, _BAR)
            draw_box(painter, box, fill=theme().color("bg.hover"), radius=2)


class Waiting(QWidget):
    """``stopped`` is sent when the person does not want to wait longer."""

    stopped = Signal()

    def __init__(self, words: str, *, stop: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        self._arc, self._seconds = _Arc(), Text("", "caption", "muted")
        self._words = Text(words, "strong")
        head.addWidget(self._arc)
        head.addWidget(self._words, 1)
        head.addWidget(self._seconds)
        column.addLayout(head)
        column.addWidget(_Bars())
        self._stop = ActionButton(stop or self.tr("Stop waiting"))
        self._stop.acted.connect(self.stopped)
        self._stop.hide()
        column.addWidget(self._stop)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._passed = 0
        self.setAccessibleName(words)

    def start(self) -> None:
        """The question was asked just now."""
        self._passed = 0
        self._seconds.setText("")
        self._stop.hide()
        self._arc.arc.start()
        self._timer.start()

    def stop(self) -> None:
        """The answer is there, or nobody waits for it any more."""
        self._timer.stop()
        self._arc.arc.stop()

    def _tick(self) -> None:
        self._passed += 1
        self._seconds.setText(self.tr("{n} s").format(n=self._passed))
        if self._passed * 1000 >= theme().px("motion.busy_cancel_after"):
            self._stop.show()
