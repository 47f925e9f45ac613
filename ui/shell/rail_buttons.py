"""How the rail looks: its mark, its pages, the signed-in agent; wide or folded to icons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.icons import draw_icon, square
from ui.theme.theme import theme
from ui.widgets.key_caps import caps_width, draw_caps
from ui.widgets.painted import (
    CENTER,
    LEFT,
    RIGHT,
    Painted,
    PaintedButton,
    draw_box,
    draw_words,
    grown,
    width_of,
)

_EDGE: Final = 16
_WORDS: Final = 46
_ROW: Final = 40


@dataclass(frozen=True, slots=True)
class RailItem:
    """One page. Items of one ``group`` stand together; a gap parts the groups."""

    id: str
    words: str
    icon: str
    group: int = 0


class Brand(Painted):
    """The program's mark and name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("DOST Desktop")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px("shell.rail_collapsed"), theme().px("shell.header"))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme()
        painter = QPainter(self)
        edge = round(24 * worn.scale)
        folded = self.width() < worn.px("shell.rail")
        left = (self.width() - edge) / 2 if folded else _EDGE
        draw_icon(
            painter,
            square(left, self.height() / 2, edge),
            "mark",
            worn.color("accent.fill"),
            paper=worn.color("accent.on"),
        )
        if not folded:
            start = _EDGE + edge + 10
            draw_words(
                painter,
                QRect(start, 0, self.width() - start, self.height()),
                "DOST Desktop",
                "strong",
                worn.color("text.main"),
            )


class RailButton(PaintedButton):
    """One page: icon, name, what waits there, its digit."""

    def __init__(
        self, item: RailItem, digit: int, move: Callable[[QWidget, int], None], rail: QWidget
    ) -> None:
        super().__init__(item.words, rail)
        self.item, self.digit, self._move = item, digit, move
        self.count, self.blocks = 0, False
        self.setCheckable(True)
        self.setToolTip(f"{item.words} (Ctrl+{digit})")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ring", "none")

    def nextCheckState(self) -> None:
        """Selected only by the window, once the page is open."""

    def sizeHint(self) -> QSize:
        return QSize(theme().px("shell.rail_collapsed"), round(_ROW * theme().scale))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}.get(event.key())
        if step is not None:
            self._move(self, step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme()
        painter = QPainter(self)
        folded = self.width() < worn.px("shell.rail")
        if self.isChecked():
            painter.fillRect(self.rect(), worn.color("bg.surface"))
            for y in (0, self.height() - 1):
                painter.fillRect(0, y, self.width(), 1, worn.color("line.subtle"))
            painter.fillRect(0, 0, worn.px("line.marker"), self.height(), worn.color("accent.fill"))
        elif self.underMouse():
            painter.fillRect(self.rect(), worn.color("bg.hover"))
        edge, middle = worn.px("control.icon_rail"), self.height() / 2
        ink = worn.color("accent.text" if self.isChecked() else "text.soft")
        left = (self.width() - edge) / 2 if folded else _EDGE
        draw_icon(painter, square(left, middle, edge), self.item.icon, ink)
        if folded:
            self._badge(painter, self.width() - 3, round(2 * worn.scale), small=True)
        else:
            self._words(painter)
        if self.hasFocus():
            draw_box(
                painter,
                self.rect().adjusted(2, 1, -2, -1),
                line=worn.color("line.focus"),
                width=worn.px("line.focus"),
            )

    def _words(self, painter: QPainter) -> None:
        worn = theme()
        right = self.width() - 11
        digit = QRect(right - 12, 0, 12, self.height())
        draw_words(painter, digit, str(self.digit), "caption", worn.color("text.muted"), RIGHT, elide=False)
        edge = right - round(18 * worn.scale)
        edge = self._badge(painter, edge, 0, small=False)
        kind = "strong" if self.isChecked() else "body"
        start = grown(_WORDS)
        room = QRect(start, 0, edge - start - 4, self.height())
        draw_words(
            painter, room, self.text(), kind, worn.color("text.main" if self.isChecked() else "text.soft")
        )

    def _badge(self, painter: QPainter, right: int, top: int, *, small: bool) -> int:
        if not self.count:
            return right
        worn = theme()
        words = str(self.count)
        height = round((18 if small else 20) * worn.scale)
        width = max(width_of(words, "small_strong") + 10, height)
        y = top if small else (self.height() - height) // 2
        box = QRect(right - width, y, width, height)
        fill, line, ink = (
            ("warn.tint", "warn.line", "warn.text")
            if self.blocks
            else ("bg.surface", "line.subtle", "text.main")
        )
        draw_box(painter, box, fill=worn.color(fill), line=worn.color(line), radius=worn.px("radius.chip"))
        draw_words(
            painter,
            box,
            words,
            "small_strong" if not small else "caption_strong",
            worn.color(ink),
            CENTER,
            elide=False,
        )
        return box.left()


class AgentButton(PaintedButton):
    """Who is signed in; pressing it locks."""

    def __init__(self, rail: QWidget) -> None:
        super().__init__("", rail)
        self.agent, self.role = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ring", "none")

    def sizeHint(self) -> QSize:
        return QSize(theme().px("shell.rail_collapsed"), round(60 * theme().scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme()
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), worn.color("bg.hover"))
        edge, middle = worn.px("control.icon_rail"), self.height() / 2
        folded = self.width() < worn.px("shell.rail")
        left = (self.width() - edge) / 2 if folded else _EDGE
        draw_icon(painter, square(left, middle, edge), "user-circle", worn.color("text.soft"))
        if not folded:
            right = self.width() - 12
            draw_caps(
                painter,
                right,
                middle,
                "lock",
                worn.color("text.soft"),
                worn.color("line.control"),
                worn.color("bg.surface"),
            )
            start = grown(_WORDS)
            room = right - caps_width("lock") - 6 - start
            name, role = worn.line_height("small"), worn.line_height("caption")
            top = round(middle - (name + role) / 2)
            draw_words(
                painter,
                QRect(start, top, room, name),
                self.agent,
                "small_strong",
                worn.color("text.main"),
                LEFT,
            )
            draw_words(
                painter,
                QRect(start, top + name, room, role),
                self.role,
                "caption",
                worn.color("text.muted"),
                LEFT,
            )
        if self.hasFocus():
            draw_box(
                painter,
                self.rect().adjusted(2, 1, -2, -1),
                line=worn.color("line.focus"),
                width=worn.px("line.focus"),
            )
