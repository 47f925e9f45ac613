"""One table model for every list: columns are data, rows are frozen dataclasses, rows have an id."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dost_desktop.domain.alphabet import alphabetical

R = TypeVar("R")
Index: TypeAlias = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
ID_ROLE: Final = ROW_ROLE + 1
CELL_ROLE: Final = ROW_ROLE + 2
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows. ``tone`` colours icon and text: muted, good, warn, bad, accent.

    ``squares`` are (used, all), five working days for instance.
    """

    text: str = ""
    detail: str = ""
    icon: str = ""
    tone: str = ""
    chip: str = ""
    chip_kind: str = "neutral"
    chip_icon: str = ""
    squares: tuple[int, int] | None = None
    strong: bool = False
    muted: bool = False

    def spoken(self) -> str:
        """The cell as a screen reader says it."""
        return ", ".join(part for part in (self.text, self.detail, self.chip) if part)


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """``cell`` turns a row into what is shown; ``sort`` gives its native value (default: its words, in order).

    ``width`` in pixels at 100 % text; 0 shares the rest.
    """

    title: str
    cell: Callable[[R], Cell]
    sort: Callable[[R], Any] | None = None
    width: int = 0
    align: str = "left"


_SHOWN: Final = frozenset(
    {
        CELL_ROLE,
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.ToolTipRole,
    }
)


class RowsModel(QAbstractTableModel, Generic[R]):
    """``id_of`` names a row for good: selection and place are kept by it."""

    def __init__(
        self, columns: Sequence[Column[R]], id_of: Callable[[R], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._id_of, self._rows = id_of, tuple[R, ...]()
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def show_rows(self, rows: Sequence[R]) -> None:
        """Other rows. The same ids in the same order change in place; anything else resets the model."""
        wanted = self._in_order(tuple(rows))
        if [self._id_of(row) for row in wanted] == [self._id_of(row) for row in self._rows]:
            before, self._rows = self._rows, wanted
            for place, (old, new) in enumerate(zip(before, wanted, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))
            return
        self.beginResetModel()
        self._rows = wanted
        self.endResetModel()

    def row(self, place: int) -> R:
        """The row at a place."""
        return self._rows[place]

    def id_at(self, place: int) -> Hashable:
        """The id of the row at a place."""
        return self._id_of(self._rows[place])

    def place_of(self, row_id: Hashable) -> int:
        """Where the row of this id stands, -1 if nowhere."""
        return next((place for place, row in enumerate(self._rows) if self._id_of(row) == row_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == ID_ROLE:
            return self._id_of(row)
        if role not in _SHOWN:
            return None
        cell = self.columns[index.column()].cell(row)
        if role == Qt.ItemDataRole.ToolTipRole:  # what may be cut in its one line
            return cell.detail.strip()
        if role == CELL_ROLE:
            return cell
        return cell.spoken() if role == Qt.ItemDataRole.AccessibleTextRole else cell.text or cell.chip

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if orientation == Qt.Orientation.Horizontal and role == CELL_ROLE:
            return self.columns[section].align
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort in Python with keys: a proxy's ``lessThan`` written in Python costs some 35 times more."""
        if not 0 <= column < len(self.columns):
            return
        self._sorted_by = (column, order)
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self._id_of(self._rows[index.row()])) for index in self.persistentIndexList()]
        self._rows = self._in_order(self._rows)
        place = {self._id_of(row): number for number, row in enumerate(self._rows)}
        for index, row_id in kept:
            self.changePersistentIndex(index, self.index(place[row_id], index.column()))
        self.layoutChanged.emit()

    def _in_order(self, rows: tuple[R, ...]) -> tuple[R, ...]:
        if self._sorted_by is None:
            return rows
        number, order = self._sorted_by
        shown = self.columns[number]
        key = shown.sort or (lambda row: alphabetical(shown.cell(row).text))
        return tuple(sorted(rows, key=key, reverse=order == Qt.SortOrder.DescendingOrder))
