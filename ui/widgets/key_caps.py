"""Key caps: the shortcut in sight, painted beside the words it belongs to."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.infra.shortcuts import caps_of
from ui.theme.theme import theme
from ui.widgets.painted import CENTER, Painted, draw_box, draw_words, grown, width_of

_GAP: Final = 3  # cap to cap
_PAD: Final = 5  # inside a cap


def caps_width(shortcut: str) -> int:
    """How wide the caps of a shortcut are; 0 without one."""
    if not shortcut:
        return 0
    caps = caps_of(shortcut)
    return sum(_cap_width(cap) for cap in caps) + grown(_GAP) * (len(caps) - 1)


def draw_caps(
    painter: QPainter,
    right: int,
    middle: float,
    shortcut: str,
    ink: QColor,
    line: QColor,
    fill: QColor | None = None,
) -> None:
    """The caps of a shortcut, ending at ``right``, around the vertical ``middle``."""
    if not shortcut:
        return
    height = theme().px("control.keycap_height")
    left = right - caps_width(shortcut)
    for cap in caps_of(shortcut):
        box = QRect(left, round(middle - height / 2), _cap_width(cap), height)
        draw_box(painter, box, fill=fill, line=line, radius=theme().px("radius.keycap"))
        draw_words(painter, box, cap, "keycap", ink, CENTER, elide=False)
        left = box.right() + 1 + grown(_GAP)


def _cap_width(cap: str) -> int:
    return max(width_of(cap, "keycap") + 2 * grown(_PAD), theme().px("control.keycap_height"))


class KeyCaps(Painted):
    """The caps of one shortcut as a widget. Not read aloud: the control's description names the key."""

    def __init__(self, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shortcut = shortcut
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(caps_width(self._shortcut), theme().px("control.keycap_height"))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme()
        draw_caps(
            QPainter(self), self.width(), self.height() / 2, self._shortcut,
            worn.color("text.soft"), worn.color("line.control"), worn.color("bg.surface"),
        )  # fmt: skip
