"""Tables side by side, a file at a time, in bounded memory: each is read once, in the order of ``file_id``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Column, Connection, Row, Table, select

_AT_ONCE: Final = 1000  # rows in memory, of each table


class ByFile:
    """The rows of one table, in the order of the files that are asked for."""

    def __init__(self, connection: Connection, table: Table, *then: Column[Any]) -> None:
        self.name = table.name
        chosen = select(table).order_by(table.c.file_id, *then)
        self._result = connection.execute(chosen.execution_options(yield_per=_AT_ONCE))
        self._rows: Iterator[Row[Any]] = iter(self._result)
        self._next = next(self._rows, None)

    def close(self) -> None:
        """Read no further."""
        self._result.close()

    @property
    def file(self) -> str | None:
        """Whose row comes next; None after the last."""
        return None if self._next is None else str(self._next.file_id)

    def of(self, file: str) -> list[Row[Any]]:
        """All rows of that file, which comes next or has none."""
        rows = []
        while self._next is not None and self._next.file_id == file:
            rows.append(self._next)
            self._next = next(self._rows, None)
        return rows


def files_in(streams: list[ByFile]) -> Iterator[str]:
    """Every file that any of the tables names, each once, in order; take its rows before the next one is asked for."""
    while True:
        waiting = [each.file for each in streams if each.file is not None]
        if not waiting:
            return
        yield min(waiting)
