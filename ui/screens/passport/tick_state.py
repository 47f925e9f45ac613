"""What is said beside an option: ticked, not ticked or not chosen, and under it who says so.

Painted, not two labels: a section of sixteen options is made in one turn of the window.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.painted import Painted, draw_words, width_of

_BY: Final = "caption"


class TickState(Painted):
    """Two lines: the state in a step of the type scale and a colour's role, and by whom."""

    def __init__(self, state: str, by: str, kind: str, ink: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._by, self._kind, self._ink = state, by, kind, ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{state}, {by}")

    def sizeHint(self) -> QSize:
        worn = theme()
        width = max(width_of(self._state, self._kind), width_of(self._by, _BY))
        return QSize(width, worn.line_height(self._kind) + worn.line_height(_BY))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = theme(), QPainter(self)
        above = worn.line_height(self._kind)
        draw_words(painter, QRect(0, 0, self.width(), above), self._state, self._kind, worn.color(self._ink))
        below = QRect(0, above, self.width(), worn.line_height(_BY))
        draw_words(painter, below, self._by, _BY, worn.color("text.muted"))
