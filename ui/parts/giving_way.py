"""Columns that give way where there is no room: a narrow window and large text hide the least needed first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject

from ui.theme.theme import theme
from ui.widgets.rows_view import RowsView

_NAME_ROOM: Final = 190  # what a column that shares the rest should at least have, in pixels at 100 % text


class GivingWay(QObject):
    """Looks after one table; ``order`` are its columns that may go, the first ones first."""

    def __init__(self, table: RowsView, order: Sequence[int]) -> None:
        super().__init__(table)
        self._table, self._order = table, tuple(order)
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.StyleChange}:
            self._fit()
        return False

    def _fit(self) -> None:
        name_room, room = round(_NAME_ROOM * theme().scale), self._table.viewport().width()
        widths = [
            self._table.fixed_width(number) or name_room for number in range(len(self._table.rows.columns))
        ]
        needed = sum(widths)
        for number in self._order:
            self._table.setColumnHidden(number, needed > room)
            if needed > room:
                needed -= widths[number]
