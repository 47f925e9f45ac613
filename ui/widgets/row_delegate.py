"""How a row is painted: one or two lines, chips, squares, icons; no widget per cell."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.icons import draw_icon, square
from ui.theme.theme import theme
from ui.widgets.chip import chip_width, draw_chip
from ui.widgets.painted import LEFT, RIGHT, draw_box, draw_words
from ui.widgets.rows_model import CELL_ROLE, Cell

PAD: Final = 12
_SQUARE: Final = 6
_SQUARE_GAP: Final = 3
_TONES: Final = {
    "good": "good.text", "warn": "warn.text", "bad": "bad.text", "accent": "accent.text", "muted": "text.muted",
}  # fmt: skip


class RowDelegate(QStyledItemDelegate):
    """Paints ``Cell`` values. ``hovered`` is the row under the mouse, kept by the view."""

    def __init__(self, view: QAbstractItemView, *, two_lines: bool) -> None:
        super().__init__(view)
        self._two_lines = two_lines
        self.hovered = -1

    def row_height(self) -> int:
        """The same for every row."""
        return theme().px("list.row_two_line" if self._two_lines else "list.row_table")

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, self.row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        worn = theme()
        box, state = QRect(option.rect), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, worn.color("bg.selected"))
        elif index.row() == self.hovered:
            painter.fillRect(box, worn.color("bg.hover"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), worn.color("line.subtle"))
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return
        right = bool(
            index.model().headerData(index.column(), Qt.Orientation.Horizontal, CELL_ROLE) == "right"
        )
        self._cell(painter, box.adjusted(PAD, 0, -PAD, -1), cell, right=right)

    def _cell(self, painter: QPainter, box: QRect, cell: Cell, *, right: bool) -> None:
        worn = theme()
        ink = worn.color(_TONES.get(cell.tone, "text.muted" if cell.muted else "text.main"))
        left = box.left()
        if cell.squares is not None:
            left = self._squares(painter, left, box, cell, ink) + 8
        if cell.icon:
            edge = worn.px("control.icon_small")
            draw_icon(painter, square(left, box.center().y() + 0.5, edge), cell.icon, ink)
            left += edge + 7
        room = QRect(left, box.top(), box.right() - left + 1, box.height())
        strong = cell.strong or cell.tone in {"warn", "bad", "good"}
        if cell.detail:
            self._two(painter, room, cell, ink)
        elif cell.text:
            kind = "small_strong" if strong else "small"
            draw_words(painter, room, cell.text, kind, ink, RIGHT if right else LEFT)
        if cell.chip:
            self._chip(painter, room, cell)

    @staticmethod
    def _two(painter: QPainter, room: QRect, cell: Cell, ink: QColor) -> None:
        worn = theme()
        first, second = worn.line_height("strong"), worn.line_height("caption")
        top = room.top() + (room.height() - first - second) // 2
        name = QRect(room.left(), top, room.width(), first)
        if cell.chip:
            name.setWidth(max(room.width() - chip_width(cell.chip, cell.chip_icon) - 8, 40))
        draw_words(painter, name, cell.text, "strong", ink)
        below = QRect(room.left(), top + first, name.width(), second)
        draw_words(painter, below, cell.detail, "caption", worn.color("text.muted"))

    @staticmethod
    def _chip(painter: QPainter, room: QRect, cell: Cell) -> None:
        worn = theme()
        height = worn.px("control.chip_height")
        width = min(chip_width(cell.chip, cell.chip_icon), room.width())
        left = room.right() + 1 - width if cell.text else room.left()
        box = QRect(left, room.center().y() - height // 2 + 1, width, height)
        draw_chip(painter, box, cell.chip, cell.chip_kind, cell.chip_icon)

    @staticmethod
    def _squares(painter: QPainter, left: int, box: QRect, cell: Cell, ink: QColor) -> int:
        used, every = cell.squares or (0, 0)
        edge = round(_SQUARE * theme().scale)
        top = box.center().y() - edge // 2 + 1
        for number in range(every):
            spot = QRect(left, top, edge, edge)
            full = number < used
            draw_box(
                painter,
                spot,
                fill=ink if full else None,
                line=ink if full else theme().color("line.control"),
                radius=1,
            )
            left += edge + _SQUARE_GAP
        return left
