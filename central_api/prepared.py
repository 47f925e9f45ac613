"""Statements that are asked with every request: written out once for each kind of database, not anew each time.

SQLAlchemy builds and looks up a statement in two to three times what the driver needs for it; here that happens once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, TypeAlias

from sqlalchemy import BindParameter, ClauseElement, Connection, CursorResult, Table, bindparam, insert
from sqlalchemy.dialects import postgresql, sqlite

_Names: TypeAlias = tuple[str, ...]
_TEXTS: Final = 512  # of inserts, by table and columns: more than there are


class Prepared:
    """One statement; its values are named like its ``bindparam``."""

    def __init__(self, statement: ClauseElement, columns: Sequence[str] | None = None) -> None:
        self._statement, self._columns = statement, columns
        self._written: dict[str, tuple[str, _Names | None, dict[str, Any]]] = {}

    def __call__(self, connection: Connection, **values: object) -> CursorResult[Any]:
        """Executed once."""
        text, order, fixed = self._on(connection)
        return connection.exec_driver_sql(text, _in_order(order, fixed | values))

    def all(self, connection: Connection, rows: Sequence[Mapping[str, object]]) -> None:
        """Executed for every row."""
        if rows:
            text, order, fixed = self._on(connection)
            given: Any = [_in_order(order, {**fixed, **row}) for row in rows]
            connection.exec_driver_sql(text, given if len(given) > 1 else given[0])

    def _on(self, connection: Connection) -> tuple[str, _Names | None, dict[str, Any]]:
        written = self._written.get(connection.dialect.name)
        if written is None:
            compiled: Any = self._statement.compile(dialect=connection.dialect, column_keys=self._columns)
            order = tuple(compiled.positiontup) if compiled.positional else None
            fixed = {name: bind.value for bind, name in compiled.bind_names.items() if not bind.required}
            written = self._written[connection.dialect.name] = (compiled.string, order, fixed)
        return written


class PreparedList:
    """One statement about a list of values; ``build`` gets a parameter for each.

    Lists are filled up to the next power of two with their last value, so that there are few texts.
    """

    def __init__(self, build: Callable[[Sequence[BindParameter[Any]]], ClauseElement]) -> None:
        self._build = build
        self._by_length: dict[int, Prepared] = {}

    def __call__(
        self, connection: Connection, listed: Sequence[object], **values: object
    ) -> CursorResult[Any]:
        """Executed once; ``listed`` has a value at least."""
        length = 1 << (len(listed) - 1).bit_length()
        prepared = self._by_length.get(length)
        if prepared is None:
            names: list[BindParameter[Any]] = [bindparam(f"listed_{nth}") for nth in range(length)]
            prepared = self._by_length.setdefault(length, Prepared(self._build(names)))
        filled = [*listed, *[listed[-1]] * (length - len(listed))]
        return prepared(connection, **{f"listed_{nth}": each for nth, each in enumerate(filled)}, **values)


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Insert ``rows``, which have the same columns."""
    if rows:
        inserting(table, tuple(rows[0])).all(connection, rows)


@lru_cache(maxsize=_TEXTS)
def inserting(table: Table, columns: _Names, missing_on: str = "") -> Prepared:
    """An insert of these columns; with the name of a database, of rows only that are not there yet."""
    if not missing_on:
        return Prepared(insert(table), columns)
    dialect = sqlite if missing_on == "sqlite" else postgresql
    return Prepared(dialect.insert(table).on_conflict_do_nothing(), columns)


def _in_order(order: _Names | None, values: Mapping[str, object]) -> Any:
    return values if order is None else tuple(values[name] for name in order)
