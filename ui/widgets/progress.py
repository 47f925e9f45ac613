"""A thin bar: how much of a known whole is done."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.painted import Painted, draw_box

_TONES = {"accent": "accent.fill", "warn": "warn.text", "bad": "bad.fill"}


class Progress(Painted):
    """``set_part`` between 0 and 1; tone: accent, warn, bad."""

    def __init__(self, *, width: int = 96, stretches: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part, self._tone, self._wide = 0.0, "accent", width
        across = QSizePolicy.Policy.Expanding if stretches else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def set_part(self, part: float, tone: str = "accent") -> None:
        """How much is done."""
        self._part, self._tone = min(max(part, 0.0), 1.0), tone
        self.setAccessibleName(f"{round(self._part * 100)} %")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._wide * theme().scale), round(6 * theme().scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        radius = self.height() / 2
        track = "bg.hover" if theme().name == "contrast" else "line.subtle"
        draw_box(painter, self.rect(), fill=theme().color(track), radius=radius)
        if self._part > 0:
            width = max(self.width() * self._part, float(self.height()))
            draw_box(
                painter,
                QRectF(0, 0, width, self.height()),
                fill=theme().color(_TONES[self._tone]),
                radius=radius,
            )
