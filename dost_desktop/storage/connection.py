"""One keyed SQLCipher connection in plain terms: rows in, rows out, the driver's errors as the office's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2

from dost_desktop.storage.errors import (
    StorageBusy,
    StorageDamaged,
    StorageError,
    StorageFull,
    StorageReadOnly,
)

Row = tuple[Any, ...]
DRIVER: Final = dbapi2
DriverError: Final[type[Exception]] = dbapi2.DatabaseError

_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26
_MEANING: Final[dict[int, type[StorageError]]] = {
    _BUSY: StorageBusy,
    _LOCKED: StorageBusy,
    _READONLY: StorageReadOnly,
    _CANTOPEN: StorageReadOnly,
    _IOERR: StorageDamaged,
    _CORRUPT: StorageDamaged,
    _NOTADB: StorageDamaged,
    _FULL: StorageFull,
}
_SETTINGS: Final = (
    # the library's own complaints go to stderr and name no file we could act on; our errors do
    "PRAGMA cipher_log_level = NONE",
    # wiping every freed page costs a seventh of each step; the key itself is wiped anyway
    "PRAGMA cipher_memory_security = OFF",
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 10000",
    "PRAGMA synchronous = FULL",  # a committed click survives a power cut
    "PRAGMA temp_store = MEMORY",  # temporary files would not be encrypted
    "PRAGMA cache_size = -16000",
)


def connect(path: Path, key: bytes) -> Any:
    """A driver connection to the database at ``path`` with the raw 256-bit ``key``.

    Raises the driver's error for another key or a damaged first page. The file is let go of then: on Windows nobody
    could put a good one in its place.
    """
    driver = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False, cached_statements=256)
    try:
        driver.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for setting in _SETTINGS:
            driver.execute(setting)
        driver.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
    except DriverError:
        driver.close()
        raise
    return driver


def is_not_a_database(error: Exception) -> bool:
    """True when the first page could not be deciphered: another key, or damage."""
    return _code(error) == _NOTADB


def meaning(error: Exception) -> StorageError | None:
    """What a driver's error means to the agent; None for a bug of ours."""
    kind = _MEANING.get(_code(error))
    return None if kind is None else kind()


def _code(error: Exception) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


class Connection:
    """A driver connection inside one transaction. A reading one refuses to change anything: that would be a bug."""

    def __init__(self, driver: Any, *, is_reading: bool = False) -> None:
        self._driver = driver
        self._is_reading = is_reading

    def all(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> list[Row]:
        """Every row of a query."""
        try:
            rows: list[Row] = self._driver.execute(sql, values).fetchall()
        except DriverError as error:
            raise meaning(error) or error from error
        return rows

    def one(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Row | None:
        """The first row of a query, or None."""
        try:
            row: Row | None = self._driver.execute(sql, values).fetchone()
        except DriverError as error:
            raise meaning(error) or error from error
        return row

    def change(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> int:
        """Change something; the number of rows changed."""
        return int(self._changed(sql, values).rowcount)

    def insert(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> int:
        """Insert one row; its rowid."""
        return int(self._changed(sql, values).lastrowid)

    def change_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """The same change for each of ``rows``."""
        self._want_writing()
        try:
            self._driver.executemany(sql, rows)
        except DriverError as error:
            raise meaning(error) or error from error

    def begin(self) -> None:
        """Start: a writing one waits for the other writer, a reading one sees one moment."""
        self.all("BEGIN" if self._is_reading else "BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Make everything since ``begin`` lasting, or nothing of it."""
        self._changed("COMMIT", ())

    def roll_back(self) -> None:
        """Forget everything since ``begin``. SQLite may have done so itself, on a full disk."""
        if self._driver.in_transaction:
            with suppress(DriverError):
                self._driver.execute("ROLLBACK")

    def _changed(self, sql: str, values: Sequence[Any] | dict[str, Any]) -> Any:
        self._want_writing()
        try:
            return self._driver.execute(sql, values)
        except DriverError as error:
            raise meaning(error) or error from error

    def _want_writing(self) -> None:
        if self._is_reading:
            raise RuntimeError("a reading changes nothing: open_work()")
