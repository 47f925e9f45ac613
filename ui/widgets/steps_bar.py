"""The steps of a case in one line: done, current, to come, not needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.icons import draw_icon
from ui.theme.theme import theme
from ui.widgets.painted import CENTER, LEFT, Painted, draw_words, grown, width_of

_GAP: Final = 6  # circle to word
_DASH: Final = 12
_AROUND: Final = 9  # word to dash, dash to circle


@dataclass(frozen=True, slots=True)
class Step:
    """``state``: done, current, next, skipped (not needed in this case)."""

    words: str
    state: str


class StepsBar(Painted):
    """Not a control: a step is reached by doing what it asks."""

    def __init__(self, steps: Sequence[Step] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_steps(steps)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Where the case stands now."""
        self._steps = tuple(steps)
        spoken = {
            "done": self.tr("done"), "current": self.tr("now"),
            "next": self.tr("to come"), "skipped": self.tr("not needed"),
        }  # fmt: skip
        self.setAccessibleName(", ".join(f"{s.words}: {spoken[s.state]}" for s in steps))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self._width(("current", "next", "done", "skipped"))
        return QSize(width, round(52 * theme().scale))

    def _named(self, width: int) -> frozenset[str]:
        """Whose names fit: where room is scarce those not needed go first, then those done, then those to come."""
        named = ["current", "next", "done", "skipped"]
        while len(named) > 1 and self._width(named) > width:
            named.pop()
        return frozenset(named)

    def _width(self, named: Sequence[str]) -> int:
        edge, between = round(20 * theme().scale), grown(_DASH + 2 * _AROUND)
        words = sum(width_of(s.words, "small_strong") for s in self._steps if s.state in named)
        return words + len(self._steps) * (edge + grown(_GAP) + between) - between

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, middle, left = round(20 * worn.scale), self.height() // 2, 0
        named = self._named(self.width())
        for number, step in enumerate(self._steps, start=1):
            box = QRect(left, middle - edge // 2, edge, edge)
            self._circle(painter, box, number, step)
            left += edge + grown(_GAP)
            if step.state in named:
                kind = "small_strong" if step.state == "current" else "small"
                tone = {"done": "text.soft", "current": "text.main"}.get(step.state, "text.muted")
                width = width_of(step.words, kind)
                draw_words(
                    painter, QRect(left, 0, width, self.height()), step.words, kind, worn.color(tone), LEFT
                )
                left += width
            if number < len(self._steps):
                painter.setPen(QPen(worn.color("line.control"), worn.outline))
                y = middle + 0.5
                start = left + grown(_AROUND)
                painter.drawLine(start, round(y), start + grown(_DASH), round(y))
                left = start + grown(_DASH + _AROUND)

    @staticmethod
    def _circle(painter: QPainter, box: QRect, number: int, step: Step) -> None:
        worn = theme()
        inner = QRectF(box).adjusted(0.75, 0.75, -0.75, -0.75)
        looks = {
            "done": ("good.tint", "good.text"),
            "current": ("accent.fill", "accent.fill"),
            "next": ("bg.surface", "line.control"),
            "skipped": ("bg.surface", "line.control"),
        }
        fill, line = looks[step.state]
        pen = QPen(worn.color(line), 1.5 if step.state == "done" else 1.0)
        if step.state == "skipped":
            pen.setDashPattern([2.5, 2.0])
        painter.setPen(pen)
        painter.setBrush(worn.color(fill))
        painter.drawEllipse(inner)
        if step.state == "done":
            draw_icon(painter, box.adjusted(4, 4, -4, -4), "check-bold", worn.color("good.text"))
        elif step.state == "skipped":
            painter.setPen(QPen(worn.color("text.muted"), 1.2))
            painter.drawLine(
                box.center().x() - 3, box.center().y() + 1, box.center().x() + 4, box.center().y() + 1
            )
        else:
            ink = worn.color("accent.on" if step.state == "current" else "text.soft")
            painter.setBrush(Qt.BrushStyle.NoBrush)
            draw_words(painter, box, str(number), "keycap", ink, CENTER, elide=False)
