"""What the page still misses, said before anybody asks: n of m, each open line with the key that jumps there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.infra.keyboard import on_key
from ui.theme.icons import draw_icon
from ui.theme.theme import theme
from ui.widgets.key_caps import caps_width, draw_caps
from ui.widgets.painted import PaintedButton, draw_box, grown, wrapped_height
from ui.widgets.tab_order import tab_after
from ui.widgets.text import Text

_ICONS: Final = {
    "done": ("check-circle", "good.text"),
    "open": ("circle", "line.control"),
    "bad": ("warning-circle", "bad.text"),
    "warn": ("warning", "warn.text"),
}
_LEFT: Final = 26  # where the words begin
_WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class Missing:
    """``state``: done, open, bad (to be repaired), warn (does not block)."""

    id: str
    words: str
    detail: str = ""
    state: str = "open"


class _Line(PaintedButton):
    def __init__(self, item: Missing, place: int) -> None:
        super().__init__(item.words)
        self.item = item
        self.key_id = f"missing.{place}" if item.state != "done" and place <= 9 else ""
        self.setAccessibleDescription(item.detail)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if item.state in {"done", "warn"} and not self.key_id:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setCursor(Qt.CursorShape.ArrowCursor)

    def _room(self, width: int) -> int:
        caps = caps_width(self.key_id)
        return width - grown(_LEFT) - (caps + 8 if caps else 0)

    def _kind(self) -> str:
        return "small" if self.item.state == "done" else "small_strong"

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(240))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = wrapped_height(self.text(), self._kind(), self._room(width))
        if self.item.detail:
            height += wrapped_height(self.item.detail, "caption", width - grown(_LEFT))
        return height + 8

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme()
        painter = QPainter(self)
        if self.underMouse() and self.key_id:
            draw_box(painter, self.rect(), fill=worn.color("bg.hover"), radius=worn.px("radius.control"))
        icon, role = _ICONS[self.item.state]
        edge, line = worn.px("control.icon"), worn.line_height("small")
        draw_icon(painter, QRect(0, 4 + (line - edge) // 2, edge, edge), icon, worn.color(role))
        done, left = self.item.state == "done", grown(_LEFT)
        height = wrapped_height(self.text(), self._kind(), self._room(self.width()))
        painter.setFont(worn.font(self._kind()))
        painter.setPen(worn.color("text.muted" if done else "text.main"))
        painter.drawText(QRect(left, 4, self._room(self.width()), height), _WRAP, self.text())
        if self.item.detail:
            painter.setFont(worn.font("caption"))
            painter.setPen(worn.color("text.muted"))
            painter.drawText(
                QRect(left, 4 + height, self.width() - left, self.height()), _WRAP, self.item.detail
            )
        if self.key_id:
            draw_caps(
                painter, self.width(), 4 + line / 2 + 1, self.key_id,
                worn.color("text.soft"), worn.color("line.control"), worn.color("bg.surface"),
            )  # fmt: skip


class MissingList(QWidget):
    """``jumped`` carries the id of the line whose key was pressed or that was clicked."""

    jumped = Signal(str)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[Missing, ...] = ()
        self._folded = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        self._title = Text(title or self.tr("Still missing"), "label", "soft")
        self._count = Text("", "label", "soft")
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        column.addLayout(head)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column.addLayout(self._lines)
        column.addStretch(1)
        for place in range(1, 10):
            on_key(self, f"missing.{place}", partial(self._jump, place))

    def show_items(self, items: Sequence[Missing]) -> None:
        """The lines as they are now; a warning counts as done, it never blocks."""
        if tuple(items) == self._items:
            return
        self._items = tuple(items)
        self._fill()

    def fold(self, folded: bool) -> None:
        """Where room is scarce the finished lines become one: ``3 items are ready``."""
        if folded != self._folded:
            self._folded = folded
            self._fill()

    def open_ids(self) -> tuple[str, ...]:
        """What still blocks, in order."""
        return tuple(item.id for item in self._items if item.state in {"open", "bad"})

    def _fill(self) -> None:
        while (entry := self._lines.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        done = sum(item.state in {"done", "warn"} for item in self._items)
        self._count.setText(f"{done} / {len(self._items)}")
        lines = []
        for place, item in enumerate(self._items, start=1):
            if not (self._folded and item.state == "done"):
                lines.append(_Line(item, place))
                lines[-1].clicked.connect(partial(self._jump, place))
        finished = sum(item.state == "done" for item in self._items)
        if self._folded and finished:
            words = self.tr("%n item(s) ready", "", finished)
            lines.append(_Line(Missing("", words, state="done"), 0))
        for line in lines:
            self._lines.addWidget(line)
            line.show()  # the layout would show it later: Tab would pass it by
        tab_after(self._title, lines)

    def _jump(self, place: int, _checked: bool = False) -> None:
        if place <= len(self._items) and self._items[place - 1].state != "done":
            self.jumped.emit(self._items[place - 1].id)
