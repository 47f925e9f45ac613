"""Persons' files: their events in order, folded to what stands, and the only code that changes a chain."""

# ruff: noqa: S608 - every text is a constant of this module, every value is bound

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Receipt
from dost_desktop.domain.codec import Malformed, from_json, to_json
from dost_desktop.domain.events import GENESIS, ChainedEvent, Event, Head, head_of, link_run
from dost_desktop.domain.fold import fold_all
from dost_desktop.domain.person_file import NO_EVENTS, PersonFile, empty_file
from dost_desktop.storage import projection
from dost_desktop.storage.connection import Connection
from dost_desktop.storage.errors import ChainBroken
from dost_desktop.storage.event_rows import COLUMNS, event_of, event_values, facts_of, json_text, uuid_of

_FILE: Final = (
    "SELECT f.no, f.confirmed_seq, e.seq, e.hash FROM file f LEFT JOIN event e ON e.file = f.no"
    " WHERE f.file_id = ? ORDER BY e.seq DESC LIMIT 1"
)
_CONFIRMED: Final = (
    "SELECT f.file_id, f.confirmed_seq, e.hash FROM file f"
    " LEFT JOIN event e ON e.file = f.no AND e.seq = f.confirmed_seq"
    " WHERE f.file_id > ? AND f.confirmed_seq > 0 ORDER BY f.file_id LIMIT ?"
)
_EVENTS: Final = f"SELECT {COLUMNS} FROM event WHERE file = ? AND seq > ? ORDER BY seq"
_INSERT_EVENT: Final = f"INSERT INTO event ({COLUMNS}, file) VALUES (?,?,?,?,?,?,?,?)"


class Kept(Protocol):
    """Files that were folded before."""

    def get(self, file_id: UUID) -> PersonFile | None: ...

    def keep(self, files: dict[UUID, PersonFile]) -> None: ...


@dataclass(frozen=True, slots=True)
class Standing:
    """A file as it stands in this transaction; ``no`` 0 until its first event is stored."""

    no: int
    confirmed_seq: int
    file: PersonFile


class Files:
    """The files of one transaction."""

    def __init__(self, connection: Connection, kept: Kept) -> None:
        self._connection = connection
        self._kept = kept
        self._standing: dict[UUID, Standing] = {}
        self.last_event = 0  # number of the last event stored here

    def standing(self, file_id: UUID) -> Standing:
        """The file with its place in the database, folded from its events. Raises ChainBroken."""
        known = self._standing.get(file_id)
        if known is None:
            self._standing[file_id] = known = self._read(file_id)
        return known

    def events(self, file_id: UUID, after: int = 0) -> tuple[ChainedEvent, ...]:
        """The events behind ``after``, in order."""
        row = self._connection.one(_FILE, (file_id.bytes,))
        return () if row is None else self._events(row[0], after)

    def receipts(self, file_id: UUID) -> tuple[Receipt, ...]:
        """The newest receipt of each epoch."""
        rows = self._connection.all(
            "SELECT r.receipt FROM receipt r JOIN file f ON f.no = r.file WHERE f.file_id = ? ORDER BY r.seq",
            (file_id.bytes,),
        )
        return tuple(from_json(Receipt, facts_of(text)) for (text,) in rows)

    def append(self, file_id: UUID, events: Sequence[Event]) -> tuple[ChainedEvent, ...]:
        """Link a whole run behind the head and store it."""
        chained = link_run(self.standing(file_id).file.head, events)
        self.store(file_id, chained)
        return chained

    def store(self, file_id: UUID, chained: Sequence[ChainedEvent]) -> None:
        """Store linked events behind the head, and write the read model. Raises ChainBroken."""
        if not chained:
            return
        before = self.standing(file_id)
        head = before.file.head
        for each in chained:
            if (each.link.seq, each.link.prev) != (head.seq + 1, head.hash):
                raise ChainBroken(seq=each.link.seq)
            head = head_of(each)
        after = _folded_on(file_id, chained, before.file)
        no = before.no or self._connection.insert("INSERT INTO file (file_id) VALUES (?)", (file_id.bytes,))
        for each in chained:
            self.last_event = self._connection.insert(_INSERT_EVENT, (*event_values(each), no))
        if before.no:
            projection.update_file(self._connection, no, before.file, after, issued_by(chained))
        else:
            projection.add_file(self._connection, no, after, issued_by(chained))
        self._standing[file_id] = Standing(no, before.confirmed_seq, after)

    def cut_tail(self, file_id: UUID, from_seq: int) -> None:
        """Take the unconfirmed events from ``from_seq`` on out of the file; what becomes of them is the caller's."""
        before = self.standing(file_id)
        if from_seq <= before.confirmed_seq:
            raise ChainBroken(seq=from_seq)
        if from_seq > before.file.head.seq:
            return
        self._connection.change("DELETE FROM event WHERE file = ? AND seq >= ?", (before.no, from_seq))
        kept = self._events(before.no, 0)
        file = _folded_on(file_id, kept)
        projection.drop_file(self._connection, before.no)
        projection.add_file(self._connection, before.no, file, issued_by(kept))
        self._standing[file_id] = Standing(before.no, before.confirmed_seq, file)

    def unconfirm(self, file_id: UUID, from_seq: int) -> None:
        """What the server confirmed from ``from_seq`` on it confirms anew: no receipt about that is a proof now."""
        at = self.standing(file_id)
        self._connection.change("DELETE FROM receipt WHERE file = ? AND seq >= ?", (at.no, from_seq))
        self._connection.change("UPDATE file SET confirmed_seq = ? WHERE no = ?", (from_seq - 1, at.no))
        self._standing[file_id] = Standing(at.no, from_seq - 1, at.file)

    def confirm(self, file_id: UUID, seq: int, receipt: Receipt | None) -> None:
        """The server holds the file up to ``seq``; its receipt is kept.

        Raises ChainBroken when the receipt names another hash than ours.
        """
        at = self.standing(file_id)
        if receipt is not None and receipt.seq <= at.file.head.seq:
            if self.hash_at(file_id, receipt.seq) != receipt.hash:
                raise ChainBroken(seq=receipt.seq)
            self._connection.change(
                "INSERT INTO receipt (file, epoch, seq, receipt) VALUES (?,?,?,?) ON CONFLICT (file, epoch)"
                " DO UPDATE SET seq = excluded.seq, receipt = excluded.receipt WHERE excluded.seq >= seq",
                (at.no, receipt.epoch, receipt.seq, json_text(to_json(receipt))),
            )
        if seq > at.confirmed_seq:
            self._connection.change("UPDATE file SET confirmed_seq = ? WHERE no = ?", (seq, at.no))
            self._standing[file_id] = Standing(at.no, seq, at.file)

    def hash_at(self, file_id: UUID, seq: int) -> str:
        """The hash of the event at ``seq``; "" when there is none."""
        at = self.standing(file_id)
        if seq >= at.file.head.seq:
            return at.file.head.hash if seq == at.file.head.seq else ""
        if seq == 0:
            return GENESIS
        row = self._connection.one("SELECT hash FROM event WHERE file = ? AND seq = ?", (at.no, seq))
        return "" if row is None else str(row[0].hex())

    def file_ids(self) -> tuple[UUID, ...]:
        """Every file at this desk."""
        return tuple(uuid_of(raw) for (raw,) in self._connection.all("SELECT file_id FROM file ORDER BY no"))

    def confirmed_heads(self, after: UUID, limit: int) -> tuple[tuple[UUID, Head], ...]:
        """Up to where the server holds each file behind ``after``, in the order of the ids; none that it lacks."""
        rows = self._connection.all(_CONFIRMED, (after.bytes, limit))
        return tuple((uuid_of(raw), Head(seq, hash_.hex() if hash_ else GENESIS)) for raw, seq, hash_ in rows)

    def rebuild(self) -> int:
        """Write the whole read model anew from the events; how many files there are."""
        self._connection.change("INSERT INTO person_names (person_names) VALUES ('delete-all')")
        for table in ("name_variant", "person", "application", "representation", "waiting", "notice"):
            self._connection.change(f"DELETE FROM {table}")
        rows = self._connection.all("SELECT no, file_id FROM file ORDER BY no")
        for no, raw in rows:
            events = self._events(no, 0)
            file = _folded_on(uuid_of(raw), events)
            projection.add_rows(self._connection, no, file, issued_by(events))
        projection.index_everybody(self._connection)
        return len(rows)

    def keep_folded(self) -> None:
        """What was folded here is true for everybody now."""
        if self._standing:
            self._kept.keep({file_id: each.file for file_id, each in self._standing.items() if each.no})

    def _read(self, file_id: UUID) -> Standing:
        row = self._connection.one(_FILE, (file_id.bytes,))
        if row is None:
            return Standing(0, 0, empty_file(file_id))
        no, confirmed, seq, hash_ = row
        head = NO_EVENTS if seq is None else Head(seq, hash_.hex())
        kept = self._kept.get(file_id)
        if kept is None or kept.head != head:
            kept = self._folded(no, file_id, kept)
        if kept.head != head:
            raise ChainBroken(seq=head.seq)
        return Standing(no, confirmed, kept)

    def _folded(self, no: int, file_id: UUID, kept: PersonFile | None) -> PersonFile:
        """Fold on from a kept file when its head still stands in the chain, else from the beginning."""
        if kept is not None:
            row = self._connection.one(
                "SELECT hash FROM event WHERE file = ? AND seq = ?", (no, kept.head.seq)
            )
            if row is not None and row[0].hex() == kept.head.hash:
                return _folded_on(file_id, self._events(no, kept.head.seq), kept)
        return _folded_on(file_id, self._events(no, 0))

    def _events(self, no: int, after: int) -> tuple[ChainedEvent, ...]:
        rows = self._connection.all(_EVENTS, (no, after))
        try:
            return tuple(event_of(row) for row in rows)
        except ValueError as error:  # also Malformed: no longer the content that was stored
            raise ChainBroken(seq=after + 1) from error


def _folded_on(file_id: UUID, chained: Sequence[ChainedEvent], file: PersonFile | None = None) -> PersonFile:
    try:
        return fold_all(file_id, chained, file)
    except Malformed as error:  # changed data, or an act this version does not know
        raise ChainBroken(seq=chained[0].link.seq) from error


def issued_by(chained: Iterable[ChainedEvent]) -> dict[UUID, int]:
    """At which seq these events issued which notice."""
    return {
        UUID(each.event.data["notice"]): each.link.seq
        for each in chained
        if each.event.content.kind == acts.IssueNotice.kind and each.event.data is not None
    }
