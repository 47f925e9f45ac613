"""A list that is as high as its rows: the page scrolls, not the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRect, Signal

from ui.theme.theme import theme
from ui.widgets.rows_model import RowsModel
from ui.widgets.rows_view import RowsView


class FullList(RowsView):
    """A list as high as its rows: the page scrolls, not the list. ``row_in_sight`` asks the page to show a row."""

    row_in_sight = Signal(QRect)

    def __init__(self, model: RowsModel[Any], name: str) -> None:
        super().__init__(model, two_lines=True, name=name)
        self.selected.connect(lambda _: self.row_in_sight.emit(self.visualRect(self.currentIndex())))

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Other rows; nothing at all is not shown."""
        self.rows.show_rows(rows)
        self.setVisible(bool(rows))
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._grow()

    def _grow(self) -> None:
        worn = theme()
        rows = self.rows.rowCount() * worn.px("list.row_two_line")
        self.setFixedHeight(rows + worn.px("list.head") + 2 * worn.outline)
