"""A chip: a state in one or two words, always with its word, never colour alone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.icons import draw_icon, square
from ui.theme.theme import Theme, theme
from ui.widgets.painted import LEFT, Painted, draw_box, draw_words, grown, width_of

_LOOKS: Final = {  # kind -> (fill, outline, words)
    "neutral": ("bg.sunken", "line.subtle", "text.soft"),
    "accent": ("accent.tint", "accent.line", "accent.text"),
    "good": ("good.tint", "good.line", "good.text"),
    "warn": ("warn.tint", "warn.line", "warn.text"),
    "bad": ("bad.tint", "bad.line", "bad.text"),
    "plain": ("bg.surface", "line.subtle", "text.main"),
}
_PAD: Final = 7


def chip_width(words: str, icon: str = "") -> int:
    """How wide a chip of these words is."""
    extra = theme().px("control.icon_small") + theme().px("space.1") if icon else 0
    return width_of(words, "caption_strong") + 2 * grown(_PAD) + extra


def draw_chip(painter: QPainter, box: QRect, words: str, kind: str, icon: str = "") -> None:
    """A chip into ``box``."""
    worn: Theme = theme()
    fill, line, ink = (worn.color(role) for role in _LOOKS[kind])
    draw_box(painter, box, fill=fill, line=line, radius=worn.px("radius.chip"))
    left = box.left() + grown(_PAD)
    if icon:
        edge = worn.px("control.icon_small")
        draw_icon(painter, square(left, box.center().y() + 0.5, edge), icon, ink)
        left += edge + worn.px("space.1")
    draw_words(
        painter, QRect(left, box.top(), box.right() - left, box.height()), words, "caption_strong", ink, LEFT
    )


class Chip(Painted):
    """A chip as a widget."""

    def __init__(
        self, words: str, kind: str = "neutral", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_as(words, kind, icon)

    def show_as(self, words: str, kind: str = "neutral", icon: str = "") -> None:
        """Another state."""
        self._words, self._kind, self._icon = words, kind, icon
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """What the chip says."""
        return self._words

    def sizeHint(self) -> QSize:
        return QSize(chip_width(self._words, self._icon), theme().px("control.chip_height"))

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_chip(QPainter(self), self.rect(), self._words, self._kind, self._icon)
