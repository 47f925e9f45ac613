"""The desk's encrypted database: opened once after sign-in, written by one hand at a time, read by any thread."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict, deque
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.pool import PoolProxiedConnection

from dost_desktop.clock import DeskClock
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.storage import upgrade
from dost_desktop.storage.connection import (
    DRIVER,
    Connection,
    DriverError,
    connect,
    is_not_a_database,
    meaning,
)
from dost_desktop.storage.errors import (
    DatabaseMissing,
    StorageDamaged,
    StorageReadOnly,
    WrongDatabaseKey,
)
from dost_desktop.storage.markers import Mark, Markers, key_name
from dost_desktop.storage.unit_of_work import Reading, Work
from dost_desktop.whole_file import put_in_place

_log: Final = logging.getLogger(__name__)
_KEPT_FILES: Final = 256
_READERS: Final = 4
_EVENTS_A_MARK: Final = 8  # numbers are marked at once; how many events there are may be marked a little late


@dataclass(frozen=True, slots=True)
class DatabasePaths:
    """Where the database, its marks and its backups stand; the marks in a folder of their own."""

    database: Path
    markers: Path
    backups: Path


class KeptFiles:
    """The files folded last, so that a step needs no refold; each is good for its own head only."""

    def __init__(self) -> None:
        self._files: OrderedDict[UUID, PersonFile] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, file_id: UUID) -> PersonFile | None:
        """The file as it was folded last, whatever its head is now."""
        with self._lock:
            file = self._files.get(file_id)
            if file is not None:
                self._files.move_to_end(file_id)
            return file

    def keep(self, files: dict[UUID, PersonFile]) -> None:
        """Keep these, and let the ones not asked for longest go."""
        with self._lock:
            for file_id, file in files.items():
                self._files[file_id] = file
                self._files.move_to_end(file_id)
            while len(self._files) > _KEPT_FILES:
                self._files.popitem(last=False)


class Database:
    """An open database. ``issuing_locked`` is True for a copied or restored one until the desk is enrolled again."""

    def __init__(self, paths: DatabasePaths, key: bytes, markers: Markers) -> None:
        self._paths = paths
        self._key = key
        self._key_name = key_name(key)
        self._markers = markers
        self._engine = sa.create_engine(
            "sqlite://",
            module=DRIVER,
            creator=lambda: connect(paths.database, key),
            poolclass=sa.QueuePool,
            pool_size=_READERS,
            max_overflow=-1,  # a thread that reads waits for nobody
        )
        sa.event.listen(self._engine, "begin", lambda begun: begun.exec_driver_sql("BEGIN IMMEDIATE"))
        self._idle_readers = deque[PoolProxiedConnection]()  # asking the pool takes as long as a short search
        self._one_writer = threading.Lock()
        self._writer: Any = None
        self._kept = KeptFiles()
        self._install_id = ""
        self._numbers: dict[str, int] = {}
        self._last_event = 0
        self._marked = 0
        self.issuing_locked = False
        self.backup: Path | None = None  # made before an upgrade of this start

    @classmethod
    def create(cls, paths: DatabasePaths, key: bytes, install_id: str) -> Database:
        """A new, empty database for the installation ``install_id``; ``key`` is 32 random bytes.

        Raises StorageReadOnly; FileExistsError when there is a database already (a bug: never overwritten).
        """
        if paths.database.exists():
            raise FileExistsError(paths.database.name)
        try:
            paths.database.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageReadOnly from error
        new = cls(paths, key, Markers(paths.markers))
        new._start()
        with new.open_work() as work:
            work.meta.set("install_id", install_id)
            work.commit()
        new._install_id = install_id
        new._markers.write(new._mark_now(), is_first=True)
        return new

    @classmethod
    def open(cls, paths: DatabasePaths, key: bytes) -> Database:
        """This desk's database, upgraded to this program's version.

        Raises DatabaseMissing, WrongDatabaseKey, StorageDamaged, NewerDatabase, StorageReadOnly, StorageFull.
        A copied or restored one opens, with ``issuing_locked``.
        """
        if not paths.database.exists():
            raise DatabaseMissing
        opened = cls(paths, key, Markers(paths.markers))
        try:
            opened._start()
            opened._compare_with_marks()
        except Exception:
            opened.close()
            raise
        return opened

    @staticmethod
    def put_aside(paths: DatabasePaths, at: datetime) -> None:
        """Give a database that nobody can have worked with another name, with all that belongs to it."""
        stamp = at.strftime("%Y%m%d-%H%M%S-%f")
        for end in (
            "-wal",
            "-shm",
            "",
        ):  # its journal first: beside a new database it would be taken for that one's
            part = paths.database.with_name(paths.database.name + end)
            if part.exists():
                part.replace(part.with_name(f"{paths.database.name}.unfinished-{stamp}{end}"))

    def open_work(self) -> Work:
        """One transaction that changes; waits for the one before. Undone unless ``commit()`` was called."""
        return Work(self, self._kept, is_locked=self.issuing_locked)

    def open_reading(self) -> Reading:
        """One moment of the database, for any thread."""
        try:
            lent = self._idle_readers.pop()
        except IndexError:
            lent = self._engine.raw_connection()
        return Reading(
            Connection(lent.driver_connection, is_reading=True), partial(self._let_go, lent), self._kept
        )

    def _let_go(self, lent: PoolProxiedConnection) -> None:
        if self._writer is not None and len(self._idle_readers) < _READERS:
            self._idle_readers.append(lent)
        else:
            lent.close()

    @property
    def install_id(self) -> str:
        """The installation this database belongs to."""
        return self._install_id

    def unlock_issuing(self, install_id: str) -> None:
        """After the desk was enrolled again: old number blocks are gone, this is the installation from now on."""
        with self.open_work() as work:
            work.meta.set("install_id", install_id)
            work.put_numbers_away()
            self._install_id = install_id
            work.commit()

    def back_up(self, to: Path) -> None:
        """An encrypted copy with the same key at ``to``, proven to open. Raises StorageFull, StorageReadOnly."""
        try:
            to.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageReadOnly from error
        unproven = to.with_name(f"{to.name}.part")
        unproven.unlink(missing_ok=True)
        source = connect(self._paths.database, self._key)
        try:
            source.execute("VACUUM INTO ?", (str(unproven),))
            _prove(unproven, self._key)
        except DriverError as error:
            unproven.unlink(missing_ok=True)
            raise meaning(error) or error from error
        finally:
            source.close()
        put_in_place(unproven, to)

    def quick_check(self) -> None:
        """Read the whole file once. Raises StorageDamaged."""
        with self.open_reading() as reading:
            for pragma in ("PRAGMA cipher_integrity_check", "PRAGMA quick_check"):
                if any(row != ("ok",) for row in reading.connection.all(pragma)):
                    raise StorageDamaged(**self._newest_backup())

    def close(self) -> None:
        """Let go of the file; everything committed is in it."""
        if self._writer is not None:
            if self._install_id and self._marked != self._last_event:
                self._mark()
            self._writer.close()
            self._writer = None
        while self._idle_readers:
            self._idle_readers.pop().close()
        self._engine.dispose()
        self._markers.close()

    def _start(self) -> None:
        try:
            self._writer = self._engine.raw_connection()
            self._writer.driver_connection.execute("PRAGMA journal_mode = WAL")
            with self._engine.connect() as connection:
                self.backup = upgrade.upgrade(connection, self._back_up_before_upgrade)
        except (DriverError, sa.exc.DBAPIError) as error:
            raise self._why_not_open(error) from error

    def _why_not_open(self, error: Exception) -> Exception:
        driver = error.orig if isinstance(error, sa.exc.DBAPIError) else error
        if not isinstance(driver, Exception):
            return error
        if is_not_a_database(driver):
            mark = self._markers.read()
            if mark is not None and mark.key_name != self._key_name:
                return WrongDatabaseKey()
            return StorageDamaged(**self._newest_backup())
        return meaning(driver) or error

    def _newest_backup(self) -> dict[str, str]:
        backups = sorted(path.name for path in self._paths.backups.glob("*.db"))
        return {"backup": backups[-1]} if backups else {}

    def _back_up_before_upgrade(self, old_revision: str) -> Path:
        stamp = DeskClock().now().strftime("%Y%m%d-%H%M%S-%f")
        to = self._paths.backups / f"{stamp}-before-upgrade-from-{old_revision}.db"
        self.back_up(to)
        return to

    def _compare_with_marks(self) -> None:
        with self.open_reading() as reading:
            self._install_id = str(reading.meta.get("install_id", ""))
            self._last_event = reading.last_event()
            self._numbers, numbers = reading.leases.in_use(), reading.leases.next_numbers()
        mark = self._markers.read()
        self.issuing_locked = (
            mark is None
            or mark.install_id != self._install_id
            or mark.last_event > self._last_event
            or any(numbers.get(lease, -1) < number for lease, number in mark.numbers.items())
        )

    def lend(self) -> Connection:
        """The writing connection, for ``Work`` only; waits until nobody else writes."""
        self._one_writer.acquire()
        return Connection(self._writer.driver_connection)

    def about_to_shrink(self, last_event: int) -> None:
        """A rebase is about to leave fewer events: a kill right after it must not look like a restored copy."""
        self._last_event = min(self._last_event, last_event)
        self._mark()

    def begin_anew(self) -> None:
        """No block of before is left: what the marks say of them counts no more."""
        self._numbers = {}
        self.issuing_locked = False
        self._mark(is_first=True)

    def give_back(self, last_event: int, numbers: dict[str, int]) -> None:
        """The writer is free again; what the committed work used is marked outside."""
        try:
            self._last_event = last_event or self._last_event
            self._numbers = numbers or self._numbers
            if numbers or self._last_event - self._marked >= _EVENTS_A_MARK:
                self._mark()
        finally:
            self._one_writer.release()

    def _mark(self, *, is_first: bool = False) -> None:
        if self.issuing_locked:  # the marks are the proof; they stay until the desk is enrolled again
            return
        self._marked = self._last_event
        try:
            self._markers.write(self._mark_now(), is_first=is_first)
        except StorageReadOnly:  # the step itself is committed; an old mark only notices less
            _log.warning("markers not written")

    def _mark_now(self) -> Mark:
        return Mark(self._install_id, self._key_name, self._last_event, self._numbers)


def _prove(path: Path, key: bytes) -> None:
    """Raises the driver's error, or StorageDamaged, when the copy cannot be read with the key."""
    driver = connect(path, key)
    try:
        if driver.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            raise StorageDamaged
    finally:
        driver.close()
