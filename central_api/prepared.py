"""Statements that are asked with every request: written out once for each kind of database, not anew each time.

SQLAlchemy writes them and hands them to the driver's own cursor. Going through its execution each time takes several
times what the driver needs; errors and events are SQLAlchemy's all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, TypeAlias

from sqlalchemy import BindParameter, ClauseElement, Connection, Result, Table, bindparam, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import IteratorResult
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.exc import DBAPIError

_Names: TypeAlias = tuple[str, ...]
_TEXTS: Final = 512  # of inserts, by table and columns: more than there are


class _Written:
    """A statement in the words of one kind of database."""

    def __init__(
        self, statement: ClauseElement, columns: Sequence[str] | None, connection: Connection
    ) -> None:
        compiled: Any = statement.compile(dialect=connection.dialect, column_keys=columns)
        self.text: str = compiled.string
        self.order: _Names | None = tuple(compiled.positiontup) if compiled.positional else None
        self.fixed = {name: bind.value for bind, name in compiled.bind_names.items() if not bind.required}
        self._shape: SimpleResultMetaData | None = None

    def ordered(self, values: Mapping[str, object]) -> Any:
        """The values as the driver takes them."""
        whole = {**self.fixed, **values} if self.fixed else values
        return whole if self.order is None else tuple([whole[name] for name in self.order])

    def rows(self, cursor: Any) -> Result[Any]:
        """What it was answered with; the names of the columns are asked for once, for that takes drivers long."""
        if self._shape is None:
            self._shape = SimpleResultMetaData([column[0] for column in cursor.description or ()])
        return IteratorResult(self._shape, iter(cursor.fetchall() if self._shape.keys else ()))


class Prepared:
    """One statement; its values are named like its ``bindparam``."""

    def __init__(self, statement: ClauseElement, columns: Sequence[str] | None = None) -> None:
        self._statement, self._columns = statement, columns
        self._by_database: dict[str, _Written] = {}

    def __call__(self, connection: Connection, **values: object) -> Result[Any]:
        """Executed once; its rows."""
        written = self._on(connection)
        return written.rows(_executed(connection, written.text, written.ordered(values)))

    def all(self, connection: Connection, rows: Sequence[Mapping[str, object]]) -> None:
        """Executed for every row."""
        if rows:
            written = self._on(connection)
            given = [written.ordered(row) for row in rows]
            _executed(connection, written.text, given if len(given) > 1 else given[0], many=len(given) > 1)

    def _on(self, connection: Connection) -> _Written:
        name = connection.dialect.name
        written = self._by_database.get(name)
        if written is None:
            written = self._by_database[name] = _Written(self._statement, self._columns, connection)
        return written


class PreparedList:
    """One statement about a list of values; ``build`` gets a parameter for each.

    Lists are filled up to the next power of two with their last value, so that there are few texts.
    """

    def __init__(self, build: Callable[[Sequence[BindParameter[Any]]], ClauseElement]) -> None:
        self._build = build
        self._by_length: dict[int, Prepared] = {}

    def __call__(self, connection: Connection, listed: Sequence[object], **values: object) -> Result[Any]:
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


def _executed(connection: Connection, text: str, values: Any, *, many: bool = False) -> Any:
    """The driver's cursor after this statement. Raises DBAPIError, as SQLAlchemy's own execution does."""
    if not connection.in_transaction():
        connection.begin()  # a transaction begins with its first statement, as ever
    driver: Any = connection.connection
    cursor: Any = None
    try:
        cursor = driver.cursor()
        for heard in connection.dispatch.before_cursor_execute:
            heard(connection, cursor, text, values, None, many)
        (cursor.executemany if many else cursor.execute)(text, values)
    except connection.dialect.loaded_dbapi.Error as error:
        raise _told(connection, text, error, cursor) from error
    return cursor


def _told(connection: Connection, text: str, error: Exception, cursor: Any) -> BaseException:
    """The driver's error as SQLAlchemy's; a connection that broke is not used again."""
    dialect: Any = connection.dialect
    broken: bool = dialect.is_disconnect(error, connection.connection.driver_connection, cursor)
    if broken:
        connection.invalidate(error)
    return DBAPIError.instance(
        text,
        None,  # values are persons' data
        error,
        dialect.loaded_dbapi.Error,
        hide_parameters=True,
        connection_invalidated=broken,
        dialect=dialect,
    )
