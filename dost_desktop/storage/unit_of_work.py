"""One transaction on the desk's memory: everything of a click, or nothing of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from types import TracebackType
from typing import Any, Protocol, TypeVar
from uuid import UUID

from dost_desktop.domain.attestation import Receipt, Series
from dost_desktop.domain.events import ChainedEvent, Event, Head
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.rows import (
    ApplicationFilter,
    ApplicationRow,
    NoticeFilter,
    NoticeRow,
    OutboxRow,
    PersonRow,
    RemovalRow,
    RunState,
    Taken,
    TodaysFigures,
    UnsentDocument,
    WaitingRun,
    WaitsFor,
)
from dost_desktop.storage.connection import Connection
from dost_desktop.storage.documents import Blobs
from dost_desktop.storage.errors import ChainBroken
from dost_desktop.storage.files import Files, Kept
from dost_desktop.storage.finding import Finding
from dost_desktop.storage.keeping import AccessLog, Drafts, Meta
from dost_desktop.storage.numbers import Leases
from dost_desktop.storage.outbox import Outbox
from dost_desktop.storage.queries import Queries

Self = TypeVar("Self", bound="Reading")


class Writer(Protocol):
    """The one writing connection, and what stands outside the database about it."""

    def lend(self) -> Connection:
        """The connection, once nobody else writes."""
        ...

    def about_to_shrink(self, last_event: int) -> None:
        """The commit that follows leaves ``last_event`` as the last one: an outside mark must not say more."""
        ...

    def begin_anew(self) -> None:
        """The commit dropped every block: an outside mark of before counts no more."""
        ...

    def give_back(self, last_event: int, numbers: dict[str, int]) -> None:
        """The last event's number and the blocks in use; 0 and none when nothing, or no number, was committed."""
        ...


class Reading:
    """One moment of the desk's memory; nothing can be changed through it."""

    def __init__(self, connection: Connection, let_go: Callable[[], None], kept: Kept) -> None:
        self._let_go = let_go
        self._build(connection, kept, is_locked=False)

    def _build(self, connection: Connection, kept: Kept, *, is_locked: bool) -> None:
        self.connection = connection
        self.files = Files(connection, kept)
        self.outbox = Outbox(connection, self.files)
        self.leases = Leases(connection, is_locked=is_locked)
        self.blobs = Blobs(connection)
        self.drafts = Drafts(connection)
        self.access_log = AccessLog(connection)
        self.meta = Meta(connection)
        self.queries = Queries(connection)

    def __enter__(self: Self) -> Self:
        self.connection.begin()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.roll_back()
        self.files.keep_folded()
        self._let_go()

    def file(self, file_id: UUID) -> PersonFile:
        """The person's file as it stands; an empty one when nothing was recorded. Raises ChainBroken."""
        return self.files.standing(file_id).file

    def confirmed_seq(self, file_id: UUID) -> int:
        """Up to where the server holds the file."""
        return self.files.standing(file_id).confirmed_seq

    def events(self, file_id: UUID, after: int = 0) -> tuple[ChainedEvent, ...]:
        """The file's events behind ``after``, in order."""
        return self.files.events(file_id, after)

    def receipts(self, file_id: UUID) -> tuple[Receipt, ...]:
        """The newest receipt of each epoch of the server."""
        return self.files.receipts(file_id)

    def file_ids(self) -> tuple[UUID, ...]:
        """Every file at this desk."""
        return self.files.file_ids()

    def confirmed_heads(self, after: UUID, limit: int) -> tuple[tuple[UUID, Head], ...]:
        """Up to where the server holds each file behind ``after``, in the order of the ids."""
        return self.files.confirmed_heads(after, limit)

    def last_event(self) -> int:
        """The number of the last event stored here; it shrinks only where a rebase takes events out."""
        row = self.connection.one("SELECT coalesce(max(no), 0) FROM event")
        return 0 if row is None else int(row[0])

    def peek_number(self, series: Series, year: int) -> Taken | None:
        """The number that would come next, for a preview."""
        return self.leases.peek(series, year)

    def find_persons(self, text: str, limit: int = 50) -> tuple[PersonRow, ...]:
        """See ``Finding.persons``."""
        return Finding(self.connection).persons(text, limit)

    def persons_alike(
        self, *, full_name: str, birth_date: date | None, document_number: str, phone: str
    ) -> tuple[PersonRow, ...]:
        """See ``Finding.alike``."""
        return Finding(self.connection).alike(
            full_name=full_name, birth_date=birth_date, document_number=document_number, phone=phone
        )

    def open_applications(self, limit: int = 500) -> tuple[ApplicationRow, ...]:
        """Applications that are not decided yet, the oldest first."""
        return self.queries.open_applications(limit)

    def applications(self, wanted: ApplicationFilter) -> tuple[ApplicationRow, ...]:
        """Applications as the list filters them, the newest first."""
        return self.queries.applications(wanted)

    def how_many_wait(self) -> Mapping[WaitsFor, int]:
        """How many wait for whom; nobody for who is not in it."""
        return self.queries.how_many_wait()

    def how_many_wait_until(self, what: WaitsFor, until: date) -> int:
        """How many wait for it since this day or earlier; of removals: that end on it or earlier."""
        return self.queries.how_many_wait_until(what, until)

    def removals(self, until: date, limit: int = 500) -> tuple[RemovalRow, ...]:
        """Persons whose removal ends on this day or earlier, the last one to end first."""
        return self.queries.removals(until, limit)

    def notices(self, wanted: NoticeFilter) -> tuple[NoticeRow, ...]:
        """Written answers as the journal filters them, the newest first."""
        return self.queries.notices(wanted)

    def applicants_of(self, number: str, since: datetime) -> int:
        """For how many people the representative with this number applied since then."""
        return self.queries.applicants_of(number, since)

    def figures_today(self, desk: str, day: date) -> TodaysFigures:
        """What this desk did on one day in Baku."""
        return self.queries.figures_today(desk, day)

    def outbox_rows(self) -> tuple[OutboxRow, ...]:
        """Everything unsent, as the outbox page shows it."""
        return self.outbox.rows()

    def parked_rows(self) -> tuple[OutboxRow, ...]:
        """The runs an agent must choose about."""
        return self.outbox.rows(RunState.NEEDS_YOU)

    def unsent_run(self, run: UUID) -> WaitingRun | None:
        """See ``Outbox.run``."""
        return self.outbox.run(run)

    def unsent_documents(self) -> tuple[UnsentDocument, ...]:
        """The documents whose bytes the server lacks, as the outbox page shows them."""
        return self.blobs.unsent()


class Work(Reading):
    """One transaction that changes; undone unless ``commit()`` was called before the ``with`` block ends."""

    def __init__(self, writer: Writer, kept: Kept, *, is_locked: bool) -> None:
        self._writer = writer
        self._kept_files = kept
        self._is_locked = is_locked
        self._is_committed = False
        self._begins_anew = False
        self._numbers: dict[str, int] = {}

    def __enter__(self: Self) -> Self:
        assert isinstance(self, Work)  # noqa: S101 - says to mypy what Self is here
        connection = self._writer.lend()
        try:
            connection.begin()
        except BaseException:
            self._writer.give_back(0, {})
            raise
        self._build(connection, self._kept_files, is_locked=self._is_locked)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._is_committed:
            if self._begins_anew:
                self._writer.begin_anew()
            self._writer.give_back(self.files.last_event, self._numbers)
            return
        try:
            self.connection.roll_back()
        finally:
            self._writer.give_back(0, {})

    def commit(self) -> None:
        """Make it lasting: events, read model, search and outbox together.

        Raises StorageFull: then nothing of it was saved.
        """
        if not self.outbox.nothing_is_loose():
            raise RuntimeError("a run was taken out of its file and has no place")
        if self.outbox.has_cut:
            self._writer.about_to_shrink(self.last_event())
        numbers = self.leases.in_use() if self.leases.has_taken else {}
        self.connection.commit()
        self._numbers = numbers
        self._is_committed = True
        self.files.keep_folded()

    def append(self, events: Sequence[Event], file_id: UUID) -> tuple[ChainedEvent, ...]:
        """Store the run of one click behind the file's head and put it into the outbox."""
        if not events or len(events) != events[0].content.steps:
            raise ValueError("a run is stored as a whole")
        chained = self.files.append(file_id, events)
        self.outbox.add(file_id, chained)
        return chained

    def import_events(
        self, file_id: UUID, chained: Sequence[ChainedEvent], receipt: Receipt | None
    ) -> tuple[WaitingRun, ...]:
        """Take the server's events into the file; what is here already is skipped.

        Own unconfirmed runs that stand in the way are taken out and returned in order: each is relinked or parked
        before the commit. The caller has verified hashes, signatures and receipt. Raises ChainBroken when events
        are missing in between, or contradict confirmed ones.
        """
        at = self.files.standing(file_id)
        new = [each for each in chained if self.files.hash_at(file_id, each.link.seq) != each.link.hash]
        if new and new[0].link.seq <= at.file.head.seq:
            return self.replace_tail(file_id, new[0].link.seq, new, receipt)
        self._import(file_id, new, chained, receipt)
        return ()

    def replace_tail(
        self, file_id: UUID, from_seq: int, chained: Sequence[ChainedEvent], receipt: Receipt | None
    ) -> tuple[WaitingRun, ...]:
        """Take the unconfirmed tail out from ``from_seq`` on and put the server's events there.

        Returns the own runs that have no place now, in order. Raises ChainBroken when the tail is confirmed.
        """
        if from_seq <= self.confirmed_seq(file_id):
            raise ChainBroken(seq=from_seq)
        self.outbox.take_out(file_id, from_seq)
        self._import(file_id, chained, chained, receipt)
        return self.outbox.loose(file_id)

    def unconfirm(self, file_id: UUID, from_seq: int) -> None:
        """A server that was restored holds what it had confirmed here in another order; it is imported next."""
        self.files.unconfirm(file_id, from_seq)

    def relink(self, run: UUID) -> tuple[ChainedEvent, ...]:
        """Put a run that was taken out back behind the head, unchanged but for its place."""
        return self.outbox.relink(run)

    def set_aside(self, run: UUID, code: str, facts: Mapping[str, Any]) -> None:
        """An agent chose about a parked run; see ``Outbox.set_aside``."""
        self.outbox.set_aside(run, code, facts)

    def ask_again(self, run: UUID, code: str, facts: Mapping[str, Any]) -> None:
        """An agent must choose once more about a run that was set aside."""
        self.outbox.needs_you(run, code, facts)

    def take_number(self, series: Series, year: int, now: datetime) -> Taken | None:
        """The next number; used up by the commit, still free after a rollback. See ``Leases.take``."""
        return self.leases.take(series, year, now)

    @property
    def is_locked(self) -> bool:
        """True at a copied or restored database: its numbers may be on paper already."""
        return self._is_locked

    def put_numbers_away(self) -> None:
        """No block of before is counted on in; with new ones the desk gives out numbers again, also a restored one."""
        self.leases.drop_all()
        self._begins_anew = True

    def rebuild(self) -> int:
        """Write the read model anew from the events; how many files there are."""
        return self.files.rebuild()

    def _import(
        self,
        file_id: UUID,
        new: Sequence[ChainedEvent],
        chained: Sequence[ChainedEvent],
        receipt: Receipt | None,
    ) -> None:
        self.outbox.arrived(chained)
        self.files.store(file_id, new)
        if chained:
            self.files.confirm(file_id, chained[-1].link.seq, receipt)
