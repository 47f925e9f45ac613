"""One door to the database, the same for SQLite and PostgreSQL: reading, and writing in one transaction.

SQLite has one writer: writers of this process queue here, those of other processes wait for the file's lock.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Engine, Table, create_engine, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, OperationalError

T = TypeVar("T")
_TRIES = 4


class Database:
    """Connections to one database; ``writing`` commits at its end or leaves nothing behind."""

    def __init__(self, url: str) -> None:
        self.is_sqlite = url.startswith("sqlite")
        self.engine = _sqlite(url) if self.is_sqlite else _postgresql(url)
        self._one_writer = threading.Lock()
        self._joined = threading.local()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A consistent view for reading only; inside ``together``, what was written there so far."""
        joined: Connection | None = getattr(self._joined, "connection", None)
        if joined is not None:
            yield joined
            return
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Everything as it is in one moment, for reading only, however long that takes and whoever writes."""
        reader = self.engine.connect()
        if not self.is_sqlite:  # SQLite's readers see one moment anyway
            reader = reader.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with reader as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it or nothing; inside ``together`` it is a part of that one."""
        joined: Connection | None = getattr(self._joined, "connection", None)
        if joined is not None:
            yield joined
            return
        if not self.is_sqlite:
            with self.engine.begin() as connection:
                yield connection
            return
        writer = self.engine.connect().execution_options(writing=True)
        with self._one_writer, writer as connection, connection.begin():
            yield connection

    def write(self, work: Callable[[Connection], T]) -> T:
        """``work`` in one transaction, again when the database asks for it (deadlock, or somebody was quicker)."""
        if getattr(self._joined, "connection", None) is not None:
            with self.writing() as connection:  # the whole of ``together`` is repeated, not a part of it
                return work(connection)
        for left in reversed(range(_TRIES)):
            try:
                with self.writing() as connection:
                    return work(connection)
            except DBAPIError as error:
                if not left or not _may_be_repeated(error):
                    raise
        raise AssertionError("the last try returns or raises")

    def together(self, work: Callable[[Connection], T]) -> T:
        """``work`` in one transaction, to which all reading and writing of this thread meanwhile belongs."""

        def joining(connection: Connection) -> T:
            self._joined.connection = connection
            try:
                return work(connection)
            finally:
                self._joined.connection = None

        return self.write(joining)

    def is_there(self) -> bool:
        """Whether the database answers now."""
        try:
            with self.reading() as connection:
                connection.execute(text("SELECT 1"))
        except OperationalError:
            return False
        return True

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


def insert_missing(connection: Connection, table: Table, *rows: Mapping[str, object]) -> None:
    """Insert those of ``rows`` that are not there yet, also while others do the same."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(sqlite.insert(table).on_conflict_do_nothing(), list(rows))
    else:
        connection.execute(postgresql.insert(table).on_conflict_do_nothing(), list(rows))


_REPEATED: Final = {"40001", "40P01", "23505"}  # serialization failure, deadlock, somebody was quicker


def _may_be_repeated(error: DBAPIError) -> bool:
    return getattr(error.orig, "sqlstate", None) in _REPEATED


def _postgresql(url: str) -> Engine:
    return create_engine(url, pool_pre_ping=True, pool_size=10, max_overflow=20, hide_parameters=True)


def _sqlite(url: str) -> Engine:
    if url.removeprefix("sqlite:///"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url, connect_args={"timeout": 15}, pool_size=10, max_overflow=40, hide_parameters=True
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions begin where we say, below
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=15000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
