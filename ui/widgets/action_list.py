"""What can be done now: possible acts first, impossible ones last, each of those with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.infra.keyboard import on_key
from ui.infra.shortcuts import tool_tip_of
from ui.infra.speech import announce
from ui.theme.icons import draw_icon
from ui.theme.theme import theme
from ui.widgets.key_caps import caps_width, draw_caps
from ui.widgets.painted import PaintedButton, draw_box, grown, wrapped_height
from ui.widgets.tab_order import tab_after
from ui.widgets.text import Text

_ICON_ROOM: Final = 28
_PAD: Final = 5
_WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One act. ``off`` is the reason why it is impossible; empty when it is possible.

    ``caps_only`` shows the key without listening to it: somebody else on the page does, a list to Enter for instance.
    """

    id: str
    words: str
    shortcut: str = ""
    icon: str = ""
    off: str = ""
    caps_only: bool = False


class _Row(PaintedButton):
    def __init__(self, row: ActionRow) -> None:
        super().__init__(row.words)
        self.row = row
        self.setAccessibleDescription(row.off)
        self.setToolTip(row.off or tool_tip_of(row.shortcut, row.words))
        if row.off:
            self.setCursor(Qt.CursorShape.ArrowCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _left(self) -> int:
        return grown(_ICON_ROOM) if self.row.icon else 0

    def _room(self, width: int) -> int:
        caps = caps_width(self.row.shortcut)
        return width - self._left() - (caps + 10 if caps else 0)

    def _reason_left(self) -> int:
        return self._left() or theme().px("control.icon_small") + 4

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(248))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = wrapped_height(self.text(), "body", self._room(width))
        if self.row.off:
            height += wrapped_height(self.row.off, "caption", width - self._reason_left()) + 2
        return max(height + 2 * _PAD, theme().px("control.min_target"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme()
        painter = QPainter(self)
        off = bool(self.row.off)
        if self.underMouse() and not off:
            draw_box(painter, self.rect(), fill=worn.color("bg.hover"), radius=worn.px("radius.control"))
        line, edge = worn.line_height("body"), worn.px("control.icon")
        if self.row.icon:
            role = "text.disabled" if off else "accent.text"
            draw_icon(
                painter, QRect(0, _PAD + (line - edge) // 2, edge, edge), self.row.icon, worn.color(role)
            )
        height = wrapped_height(self.text(), "body", self._room(self.width()))
        painter.setFont(worn.font("body"))
        painter.setPen(worn.color("text.disabled" if off else "text.main"))
        painter.drawText(QRect(self._left(), _PAD, self._room(self.width()), height + 2), _WRAP, self.text())
        if off:
            self._paint_reason(painter, _PAD + height + 2)
        if self.row.shortcut:
            draw_caps(
                painter, self.width(), _PAD + line / 2, self.row.shortcut,
                worn.color("text.soft"), worn.color("line.control"), worn.color("bg.surface"),
            )  # fmt: skip

    def _paint_reason(self, painter: QPainter, top: int) -> None:
        worn = theme()
        small = worn.px("control.icon_small")
        if not self.row.icon:
            draw_icon(painter, QRect(0, top + 1, small - 2, small - 2), "prohibit", worn.color("text.muted"))
        painter.setFont(worn.font("caption"))
        painter.setPen(worn.color("text.muted"))
        left = self._reason_left()
        painter.drawText(QRect(left, top, self.width() - left, self.height() - top), _WRAP, self.row.off)


class ActionList(QWidget):
    """``acted`` carries the id of a possible act, ``told`` the reason of an impossible one that was pressed."""

    acted = Signal(str)
    told = Signal(str)

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ActionRow, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._title = Text(title, "label", "soft")
        if not title:
            self._title.hide()  # only ever hide here: shown without a parent it would be a window of its own
        column.addWidget(self._title)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column.addLayout(self._lines)
        column.addStretch(1)

    def show_actions(self, rows: Sequence[ActionRow]) -> None:
        """What is possible and what is not; within both, the order given is kept. The focus stays on its act."""
        wanted = tuple(sorted(rows, key=lambda row: bool(row.off)))
        if wanted == self._rows:
            return
        focused = next((line.row.id for line in self._all() if line.hasFocus()), "")
        while (entry := self._lines.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self._rows = wanted
        for row in wanted:
            line = _Row(row)
            line.clicked.connect(lambda _=False, row=row: self._pressed(row))
            if row.shortcut and not row.caps_only:
                on_key(line, row.shortcut, partial(self._pressed, row))
            self._lines.addWidget(line)
            line.show()  # the layout would show it later, too late for the focus
            if row.id == focused:
                line.setFocus()
        tab_after(self._title, self._all())

    def _all(self) -> list[_Row]:
        lines = (self._lines.itemAt(place) for place in range(self._lines.count()))
        return [widget for line in lines if line is not None and isinstance(widget := line.widget(), _Row)]

    def _pressed(self, row: ActionRow) -> None:
        if row.off:
            announce(self, row.off)
            self.told.emit(row.off)
        else:
            self.acted.emit(row.id)
