"""The whole check: one snapshot, one walk over all files in bounded memory, then what lies across files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, select

from central_api.blobs import Blobs
from central_api.checking.derived import LISTS, OWED, Expected, Rebuilding, look_at_lists, look_at_owed
from central_api.checking.feed import look_at_entries, look_at_positions, look_at_signers
from central_api.checking.files import StoredFile, look_at_end, look_at_events
from central_api.checking.findings import Found, Kind
from central_api.checking.known import Known
from central_api.checking.merged import ByFile, files_in
from central_api.checking.numbers import Numbers
from central_api.office import Office
from central_api.self_service import OPENED, application_of
from central_api.tables import blobs, events, feed, file_centres, files, numbers_used, self_service
from dost_desktop.domain.attestation import Receipt
from dost_desktop.domain.events import GENESIS
from dost_desktop.domain.vocabulary import FormOfApplication

_KEPT: Final = (*(table for table, _ in LISTS.values()), *OWED)


@dataclass(slots=True)
class Count:
    """What was looked at."""

    files: int = 0
    events: int = 0
    blobs: int = 0


@dataclass(slots=True)
class _Across:
    """What is collected from file to file."""

    signers: set[tuple[str, str, str]] = field(default_factory=set)
    applications: set[UUID] = field(default_factory=set)  # that people made in e-sosial
    is_complete: bool = True  # False: there are files whose events say nothing, so nothing can be missed


class Check:
    """Compares everything with everything, while the server serves; ``count`` grows with it."""

    def __init__(self, office: Office) -> None:
        self.office, self.count = office, Count()

    def findings(self, *, with_blobs: bool = False) -> Iterator[Found]:
        """Everything that is wrong, one by one, as it stood when the check began."""
        with self.office.database.snapshot() as connection:
            known = Known(connection, self.office.settings.clock_tolerance)
            yield from self._seal(known)
            numbers, across, rebuilding = Numbers(connection), _Across(), Rebuilding(known)
            with ExitStack() as closing:
                closing.callback(rebuilding.close)
                yield from self._walk(connection, known, numbers, across, rebuilding, closing)
            yield from look_at_positions(connection)
            yield from look_at_signers(connection, across.signers)
            yield from numbers.compare(is_complete=across.is_complete)
            if across.is_complete:
                yield from _self_service(connection, across.applications)
            if with_blobs:
                yield from self._stored_blobs(connection)

    def _walk(
        self,
        connection: Connection,
        known: Known,
        numbers: Numbers,
        across: _Across,
        rebuilding: Rebuilding,
        closing: ExitStack,
    ) -> Iterator[Found]:
        heads, chains = ByFile(connection, files), ByFile(connection, events, events.c.seq)
        places, told = ByFile(connection, file_centres), ByFile(connection, feed, feed.c.position)
        kept = [ByFile(connection, table) for table in _KEPT]
        streams = [heads, chains, places, told, *kept]
        for each in streams:
            closing.callback(each.close)
        for file in files_in(streams):
            stored = StoredFile(file)
            head, rows, entries = heads.of(file), chains.of(file), told.of(file)
            stored.centres = {row.centre for row in places.of(file)}
            stored.rows = {each.name: each.of(file) for each in kept}
            if not rows:
                yield from _without_events(stored, bool(head or entries))
                continue
            self.count.files += 1
            self.count.events += len(rows)
            yield from look_at_events(stored, rows, known)
            yield from look_at_end(stored, head, entries)
            expected = self._expected(rebuilding, stored)
            if expected is None:
                across.is_complete = False
                continue
            yield from look_at_lists(stored, expected)
            yield from look_at_owed(stored, expected)
            yield from look_at_entries(stored, entries, expected.centres)
            yield from numbers.bear(file, expected.rows[numbers_used.name])
            across.signers |= expected.signers
            across.applications |= {
                each.id for each in expected.state.applications if each.form is FormOfApplication.SELF_SERVICE
            }

    def _expected(self, rebuilding: Rebuilding, stored: StoredFile) -> Expected | None:
        """What should be stored; None for a file whose events do not hold, of which more was said already."""
        if not stored.is_sound:
            return None
        try:
            return rebuilding.expected(stored)
        except ValueError:  # signed and chained, and yet no act of this version: a newer server wrote it
            return None

    def _seal(self, known: Known) -> Iterator[Found]:
        """Whether a receipt sealed now is one that desks believe."""
        seals = self.office.seals
        record = Receipt(UUID(int=0), 0, GENESIS, self.office.clock(), self.office.deployment.epoch, key="")
        if not known.receipt_is_signed(seals.key.seal(record)):
            yield Found(Kind.SEAL, seals.key.name)

    def _stored_blobs(self, connection: Connection) -> Iterator[Found]:
        chosen = select(blobs.c.sha256, blobs.c.size).distinct().order_by(blobs.c.sha256)
        store: Blobs = self.office.blobs
        for sha256, size in connection.execute(chosen.execution_options(yield_per=1000)):
            self.count.blobs += 1
            measured = store.measured(sha256)
            if measured is None:
                yield Found(Kind.BLOB, sha256, "is missing")
            elif measured != (sha256, size):
                yield Found(Kind.BLOB, sha256, "is not what its hash says")


def _without_events(stored: StoredFile, is_told: bool) -> Iterator[Found]:
    named = [name for name, rows in stored.rows.items() if rows]
    named += ["file_centres"] if stored.centres else []
    named += ["files or feed"] if is_told else []
    yield Found(Kind.FILE, stored.file, ", ".join(named))


def _self_service(connection: Connection, applications: set[UUID]) -> Iterator[Found]:
    opened = select(self_service.c.mas_number).where(self_service.c.state == OPENED)
    for mas_number in connection.execute(opened.order_by(self_service.c.mas_number)).scalars():
        if application_of(mas_number) not in applications:
            yield Found(Kind.SELF_SERVICE, mas_number)
