"""What is the matter with the database: away, overloaded or full, and whether waiting helps.

A request that meets it ends with one of three documented 503 answers; at start it is waited for, or it is a damaged
setting that somebody has to mend.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from central_api.settings import BadSetting

_KEY: Final = "DATABASE_URL"


@dataclass(frozen=True, slots=True)
class Trouble:
    """One kind of it, as a problem's code; after how many seconds to ask again; in an administrator's words."""

    code: str
    retry_after: int
    said: str


AWAY: Final = Trouble("database.away", 5, "the database is not there")
BUSY: Final = Trouble("database.busy", 2, "the database is busy")
FULL: Final = Trouble("database.full", 60, "the database has no room")

#: SQLSTATEs of PostgreSQL, or their classes (two letters).
_STATES: Final = {
    "08": AWAY,  # connection exceptions
    "57P01": AWAY,  # admin shutdown
    "57P02": AWAY,  # crash shutdown
    "57P03": AWAY,  # cannot connect now: it starts or recovers
    "57P05": AWAY,  # idle session timeout
    "25006": AWAY,  # read only: a standby that is not the primary any more
    "53100": FULL,  # disk full
    "53": BUSY,  # too many connections, out of memory
    "55P03": BUSY,  # lock timeout
    "57014": BUSY,  # statement timeout
    "25P03": BUSY,  # idle in transaction timeout
    "40": BUSY,  # deadlock or serialization failure, still after some tries
}
_OF_SQLITE: Final = {
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_NOMEM: BUSY,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_IOERR: AWAY,
    sqlite3.SQLITE_CANTOPEN: AWAY,
    sqlite3.SQLITE_READONLY: AWAY,
}
#: A connection that PostgreSQL refuses has no SQLSTATE, only words: these, where nobody translated them.
_TOO_MANY: Final = re.compile(r"too many (clients|connections)|connection slots are reserved")
_DAMAGED: Final = (
    (re.compile(r"database .* does not exist"), "this database does not exist on the server"),
    (
        re.compile(
            r"authentication failed|role .* does not exist|no password supplied|no pg_hba\.conf entry"
        ),
        "the server does not let this user in: name, password or pg_hba.conf",
    ),
    (re.compile(r"does not support SSL|certificate|sslmode"), "TLS: the server and sslmode do not agree"),
    (re.compile(r"not a database"), "the file is not a database"),
    (re.compile(r"invalid connection option"), "has an option that PostgreSQL's client does not know"),
)


class DatabaseAway(BadSetting):
    """The database cannot be reached now; whoever serves waits for it."""


def trouble_of(error: BaseException) -> Trouble | None:
    """What the database's trouble is; None when the error is about something else."""
    if isinstance(error, PoolTimeout):
        return BUSY  # all connections of this process are in use
    if not isinstance(error, DBAPIError):
        return None
    state: str | None = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return _STATES.get(state) or _STATES.get(state[:2])
    code: int | None = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        return _OF_SQLITE.get(code & 0xFF)  # the rest of the number says more than we ask
    if isinstance(error.orig, sqlite3.Error) or not isinstance(error, (OperationalError, InterfaceError)):
        return AWAY if error.connection_invalidated else None
    return BUSY if _TOO_MANY.search(str(error.orig)) else AWAY


@contextmanager
def told_as_setting(url: str) -> Iterator[None]:
    """At start: BadSetting for what an administrator must mend, DatabaseAway for what time may mend."""
    try:
        yield
    except (DBAPIError, PoolTimeout) as error:
        words = str(error.orig) if isinstance(error, DBAPIError) else "no connection is free"
        for pattern, reason in _DAMAGED:
            if pattern.search(words):
                raise BadSetting(_KEY, reason) from None
        trouble = trouble_of(error)
        if trouble is None:
            raise
        raise DatabaseAway(_KEY, f"{trouble.said}: {_said(words, url)}") from None


def _said(words: str, url: str) -> str:
    """The last part of the first line, without the password wherever it may stand."""
    password = make_url(url).password
    line = (words.strip().splitlines() or [""])[0].rsplit("failed: ", 1)[-1]
    return line.replace(str(password), "…") if password else line
