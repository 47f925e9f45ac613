"""One door to the database, the same for SQLite and PostgreSQL: reading, and writing in one transaction.

SQLite has one writer: writers of this process queue here, those of other processes wait for the file's lock.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

from psycopg import Error
from sqlalchemy import Connection, Dialect, Engine, Table, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, InvalidatePoolError
from sqlalchemy.pool import ConnectionPoolEntry

from central_api.prepared import inserting
from central_api.settings import Settings

T = TypeVar("T")
_TRIES = 4
_FREE_WITHIN: Final = 10  # seconds until one of this process's connections must be free
_LONGEST_PAUSE: Final = timedelta(seconds=60)  # of ours within a transaction
#: A line that is cut without a word is noticed after half a minute, not after the two hours that systems wait.
ALIVE: Final[dict[str, Any]] = {
    "connect_timeout": 5,  # seconds
    "keepalives": 1,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 4,
    "tcp_user_timeout": 30_000,  # milliseconds
}
_RESTED: Final = 1.0  # seconds without use, after which a connection may have died unnoticed
UNLIMITED: Final = timedelta(0)


@dataclass(frozen=True, slots=True)
class Limits:
    """How many connections to PostgreSQL one process has, and how long a question may take and wait."""

    pool_size: int = 10
    pool_overflow: int = 20
    statement_life: timedelta = timedelta(seconds=30)  # UNLIMITED: for commands that an administrator watches
    lock_wait: timedelta = timedelta(seconds=10)
    pooler: bool = False

    @classmethod
    def of(cls, settings: Settings) -> Limits:
        """As these settings have them."""
        return cls(
            settings.pool_size,
            settings.pool_overflow,
            settings.statement_life,
            settings.lock_wait,
            settings.pooler,
        )

    def parameters(self) -> dict[str, int]:
        """PostgreSQL's own names, milliseconds."""
        limits = {"statement_timeout": self.statement_life, "lock_timeout": self.lock_wait}
        if self.statement_life:
            limits["idle_in_transaction_session_timeout"] = _LONGEST_PAUSE
        return {name: round(limit.total_seconds() * 1000) for name, limit in limits.items()}


class Database:
    """Connections to one database; ``writing`` commits at its end or leaves nothing behind."""

    def __init__(self, url: str, limits: Limits | None = None) -> None:
        self.url, self.is_sqlite = url, url.startswith("sqlite")
        self.engine = _sqlite(url) if self.is_sqlite else _postgresql(url, limits or Limits())
        # behind a pooler a question's limits need a transaction; SQLite's begin costs nothing
        needs_begin = self.is_sqlite or bool(limits and limits.pooler)
        self._glances = (
            self.engine if needs_begin else self.engine.execution_options(isolation_level="AUTOCOMMIT")
        )
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
    def glancing(self) -> Iterator[Connection]:
        """For one question, which is of one moment by itself: PostgreSQL is told of no transaction around it."""
        joined: Connection | None = getattr(self._joined, "connection", None)
        if joined is not None:
            yield joined
            return
        with self._glances.connect() as connection:
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
        if self.is_joined:
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

    @property
    def is_joined(self) -> bool:
        """Whether this thread is inside ``together``: nothing of it is committed yet."""
        return getattr(self._joined, "connection", None) is not None

    def together(self, work: Callable[[Connection], T]) -> T:
        """``work`` in one transaction, to which all reading and writing of this thread meanwhile belongs."""

        def joining(connection: Connection) -> T:
            self._joined.connection = connection
            try:
                return work(connection)
            finally:
                self._joined.connection = None

        return self.write(joining)

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


def insert_missing(connection: Connection, table: Table, *rows: Mapping[str, object]) -> None:
    """Insert those of ``rows`` that are not there yet, also while others do the same."""
    if rows:
        inserting(table, tuple(rows[0]), connection.dialect.name).all(connection, rows)


_REPEATED: Final = {"40001", "40P01", "23505"}  # serialization failure, deadlock, somebody was quicker


def _may_be_repeated(error: DBAPIError) -> bool:
    return getattr(error.orig, "sqlstate", None) in _REPEATED


def _postgresql(url: str, limits: Limits) -> Engine:
    given = dict(ALIVE)
    if limits.pooler:  # the next transaction may get another connection, which knows nothing of the last one
        given["prepare_threshold"] = None
    else:
        given["options"] = " ".join(f"-c {name}={value}" for name, value in limits.parameters().items())
    said = make_url(url).query
    engine = create_engine(
        url,
        connect_args={name: value for name, value in given.items() if name not in said},
        pool_size=limits.pool_size,
        max_overflow=limits.pool_overflow,
        pool_timeout=_FREE_WITHIN,
        hide_parameters=True,
    )
    event.listen(engine, "checkin", _came_back)
    event.listen(engine, "checkout", partial(_ask_whether_alive, engine.dialect))
    if limits.pooler:
        local = "; ".join(f"SET LOCAL {name} = {value}" for name, value in limits.parameters().items())
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(local))
    return engine


def _came_back(_connection: Any, record: ConnectionPoolEntry) -> None:
    record.info["came_back"] = time.monotonic()


def _ask_whether_alive(dialect: Dialect, connection: Any, record: ConnectionPoolEntry, _taken: Any) -> None:
    """A connection that rested is tried before it is used; one that worked a moment ago needs no question."""
    if time.monotonic() - record.info.get("came_back", math.inf) < _RESTED:
        return
    try:
        dialect.do_ping(connection)
    except Error as error:
        raise InvalidatePoolError from error  # the others did not survive either


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
