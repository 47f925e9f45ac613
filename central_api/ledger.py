"""The files' events on the server: read whole, appended one run at a time, published to every centre concerned.

Within one transaction: file rows are locked first, in order; centre rows last, in order. So writers never wait for
each other in a circle, and feed positions are given in commit order (design 6).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import BigInteger, Connection, Row, bindparam, delete, func, select, update

from central_api.bell import NEWS, tell
from central_api.database import insert_missing
from central_api.deployment import epoch_here
from central_api.draft_list import note_drafts
from central_api.duties import plan_duties
from central_api.employers import note_referrals
from central_api.kept_files import KeptFile, KeptFiles
from central_api.look_notes import note_looks
from central_api.messages import plan_messages
from central_api.notices import record_notices
from central_api.prepared import Prepared, PreparedList, insert_rows
from central_api.register_jobs import plan_questions
from central_api.tables import centre_signers, events, feed, feed_heads, file_centres, files
from dost_desktop.domain import acts
from dost_desktop.domain.codec import from_json
from dost_desktop.domain.dates import instant, instant_text
from dost_desktop.domain.events import GENESIS, ChainedEvent, Content, Event, Head, Link
from dost_desktop.domain.fold import fold_all
from dost_desktop.domain.person_file import PersonFile, empty_file

_LOCK: Final = PreparedList(
    lambda ids: (
        select(files.c.file_id, files.c.hash, epoch_here().label("epoch"))
        .where(files.c.file_id.in_(ids))
        .order_by(files.c.file_id)
        .with_for_update(of=files)
    )
)
_EVENTS: Final = PreparedList(
    lambda ids: select(events).where(events.c.file_id.in_(ids)).order_by(events.c.file_id, events.c.seq)
)
_WHOLE: Final = PreparedList(
    lambda ids: (
        select(events.c.file_id, func.count(events.c.data).label("whole"))
        .where(events.c.file_id.in_(ids))
        .group_by(events.c.file_id)
    )
)
_CENTRES: Final = PreparedList(lambda ids: select(file_centres).where(file_centres.c.file_id.in_(ids)))
_MOVE: Final = Prepared(
    update(files)
    .where(files.c.file_id == bindparam("file"))
    .values(seq=bindparam("seq"), hash=bindparam("hash"))
)
_FORGET: Final = Prepared(delete(files).where(files.c.file_id == bindparam("file_id"), files.c.seq == 0))
_CLAIM: Final = Prepared(
    update(feed_heads)
    .where(feed_heads.c.centre == bindparam("centre"))
    .values(position=feed_heads.c.position + bindparam("entries", type_=BigInteger))
    .returning(feed_heads.c.position)
)


@dataclass(slots=True)
class HeldFile:
    """A file locked by this transaction, whole."""

    state: PersonFile
    events: list[ChainedEvent]
    received: list[datetime]
    centres: set[str]
    new_centres: dict[str, int] = field(default_factory=dict)  # centre to the first event its feed lacks
    shown_to: dict[str, int] = field(default_factory=dict)  # other centre to the first event it saw
    doubts: list[acts.HandUp] = field(default_factory=list)  # about papers in it that had to be recorded

    @property
    def head(self) -> Head:
        """Where the chain ends."""
        return self.state.head


class Work:
    """One transaction's files."""

    def __init__(
        self, connection: Connection, held: dict[UUID, HeldFile], now: datetime, epoch: str = ""
    ) -> None:
        self.connection, self.held, self.now, self.epoch = connection, held, now, epoch
        self.owes = False  # whether the background has something to do now
        self.told: frozenset[str] = frozenset()  # the centres that got news
        self._added: list[ChainedEvent] = []

    def append(self, file_id: UUID, run: Sequence[ChainedEvent], centre: str) -> HeldFile:
        """Add a run that was judged and fits behind the head; ``centre`` gets the file from now on."""
        file, connection = self.held[file_id], self.connection
        concerned = {each for each in (centre, *_centres_of(run)) if each}
        for each in sorted(concerned | file.centres):
            file.new_centres.setdefault(each, run[0].link.seq if each in file.centres else 1)
        new = concerned - file.centres
        if new:
            insert_missing(
                connection, file_centres, *({"file_id": str(file_id), "centre": each} for each in new)
            )
        file.centres |= new
        self._added += run
        file.events += run
        file.received += [instant(instant_text(self.now))] * len(run)  # as it is stored
        before, file.state = file.state, fold_all(file_id, run, file.state)
        self.owes |= note_run(connection, before, file.state, run, file.events, self.now, centre)
        return file

    def to_keep(self) -> dict[UUID, KeptFile]:
        """The files as they are once this transaction is committed; those without an event are nothing yet."""
        return {
            file_id: KeptFile(file.state, tuple(file.events), tuple(file.received), self.epoch)
            for file_id, file in self.held.items()
            if file.events
        }

    def publish(self) -> frozenset[str]:
        """Write what was added, and give every concerned centre its feed entries; the centres that got some."""
        self._write()
        entries: dict[str, list[tuple[UUID, int, int]]] = {}
        for file_id, file in self.held.items():
            for centre, since in file.new_centres.items():
                entries.setdefault(centre, []).append((file_id, since, file.head.seq))
        self._name_signers()
        for each, file in self.held.items():
            if file.head.seq == 0:
                _FORGET(self.connection, file_id=str(each))
        for centre in sorted(entries):
            add_to_feed(self.connection, centre, entries[centre])
        if entries:
            tell(self.connection, NEWS, entries)
        self.told = frozenset(entries)
        return self.told

    def _write(self) -> None:
        moved = [
            {"file": str(file_id), "seq": file.head.seq, "hash": file.head.hash}
            for file_id, file in self.held.items()
            if file.new_centres
        ]
        if not moved:
            return
        _MOVE.all(self.connection, moved)
        insert_rows(self.connection, events, [_row(each, self.now) for each in self._added])

    def _name_signers(self) -> None:
        """Whose keys a centre needs besides those of its own desks: a desk is named after its centre."""
        rows = {
            (centre, each.event.content.agent, each.event.content.desk)
            for file in self.held.values()
            for centre, since in (file.shown_to | file.new_centres).items()
            for each in file.events[since - 1 :]
            if not each.event.content.desk.startswith(f"{centre}-")
        }
        if rows:
            named = ({"centre": centre, "agent": agent, "desk": desk} for centre, agent, desk in sorted(rows))
            insert_missing(self.connection, centre_signers, *named)


def add_to_feed(connection: Connection, centre: str, entries: Sequence[tuple[UUID, int, int]]) -> None:
    """The next positions of the centre's feed: of which file, from which event to which."""
    last = _CLAIM(connection, centre=centre, entries=len(entries)).scalar_one_or_none()
    if last is None:  # its very first ones
        insert_missing(connection, feed_heads, {"centre": centre, "position": 0})
        last = _CLAIM(connection, centre=centre, entries=len(entries)).scalar_one()
    rows = [
        {"centre": centre, "position": place, "file_id": str(file_id), "from_seq": since, "to_seq": until}
        for place, (file_id, since, until) in enumerate(entries, last - len(entries) + 1)
    ]
    insert_rows(connection, feed, rows)


def note_run(
    connection: Connection,
    before: PersonFile,
    after: PersonFile,
    run: Sequence[ChainedEvent],
    events: Sequence[ChainedEvent],
    now: datetime,
    centre: str,
) -> bool:
    """Keep every list, and what is owed, in step with ``run``, the last of the file's ``events``.

    Whether something may be owed that was not before.
    All of it follows from the events: ``checking`` makes it anew and compares.
    """
    record_notices(connection, after, run, centre)
    owed = (
        plan_questions(connection, after, now),
        plan_duties(connection, after, run, now),
        plan_messages(connection, after, run, now),
    )
    note_referrals(connection, run)
    note_drafts(connection, after, run, events)
    note_looks(connection, before, after, run)
    return any(owed)


@contextmanager
def holding(
    connection: Connection, file_ids: Iterable[UUID], now: datetime, kept: KeptFiles | None = None
) -> Iterator[Work]:
    """These files, locked in order until the transaction ends; files that do not exist yet begin empty.

    Those that are ``kept`` as they stand are not read again.
    """
    wanted = sorted({str(each) for each in file_ids})
    # the epoch stands until this transaction ends: ``Deployment.open_epoch`` waits for it
    locked = _LOCK(connection, wanted).all() if len(wanted) == 1 else []  # mostly one, and it is there
    if not locked and wanted:  # several are made first, so that all are locked in one order
        insert_missing(connection, files, *({"file_id": each, "seq": 0, "hash": GENESIS} for each in wanted))
        locked = _LOCK(connection, wanted).all()
    held = _as_kept(connection, kept, locked) if kept else {}
    held |= read_files(connection, [each for each in wanted if UUID(each) not in held])
    held = {each: held[each] for each in map(UUID, wanted)}
    yield Work(connection, held, now, locked[0].epoch if locked else "")


def _as_kept(connection: Connection, kept: KeptFiles, locked: Sequence[Row[Any]]) -> dict[UUID, HeldFile]:
    """Which of these files nobody has touched since they were kept."""
    asked = [UUID(row.file_id) for row in locked]
    same = [kept.get(file_id, row.hash, row.epoch) for file_id, row in zip(asked, locked, strict=True)]
    found = {file_id: each for file_id, each in zip(asked, same, strict=True) if each is not None}
    if not found:
        return {}
    whole = {UUID(row.file_id): row.whole for row in _WHOLE(connection, [str(each) for each in found])}
    for file_id, each in list(found.items()):
        if whole.get(file_id) != each.whole:  # erased meanwhile
            kept.forget(file_id)
            del found[file_id]
    held = {
        file_id: HeldFile(each.state, list(each.events), list(each.received), set())
        for file_id, each in found.items()
    }
    _read_centres(connection, held)
    return held


def _read_centres(connection: Connection, held: Mapping[UUID, HeldFile]) -> None:
    if held:
        for row in _CENTRES(connection, [str(each) for each in held]):
            held[UUID(row.file_id)].centres.add(row.centre)


def read_files(connection: Connection, file_ids: Sequence[str]) -> dict[UUID, HeldFile]:
    """These files whole, with the centres they belong to."""
    found = {
        UUID(each): HeldFile(state=empty_file(UUID(each)), events=[], received=[], centres=set())
        for each in file_ids
    }
    if not found:
        return found
    for row in _EVENTS(connection, file_ids):
        file = found[UUID(row.file_id)]
        file.events.append(chained(row))
        file.received.append(instant(row.received_at))
    _read_centres(connection, found)
    for file_id, file in found.items():
        file.state = fold_all(file_id, file.events)
    return found


def item_text(rows: Sequence[Row[Any]], receipt: Mapping[str, object]) -> str:
    """Stored events of one file as a ``FeedItem`` travels: what is JSON already is not read and written once more."""
    told = ",".join(
        f'{{"content":{row.content},"signature":"{row.signature}",'
        f'"salt":{_quoted(row.salt)},"data":{row.data or "null"},'
        f'"seq":{row.seq},"prev":"{row.prev}","hash":"{row.hash}"}}'
        for row in rows
    )
    return f'{{"file_id":"{rows[0].file_id}","events":[{told}],"receipt":{_text(receipt)}}}'


def _quoted(text: str | None) -> str:
    return "null" if text is None else f'"{text}"'


def chained(row: Row[Any]) -> ChainedEvent:
    """A stored event in its place."""
    content = from_json(Content, json.loads(row.content))
    data = None if row.data is None else json.loads(row.data)
    return ChainedEvent(Event(content, row.signature, row.salt, data), Link(row.seq, row.prev, row.hash))


def _row(each: ChainedEvent, now: datetime) -> dict[str, object]:
    event, link = each.event, each.link
    return {
        "file_id": str(event.content.file_id),
        "seq": link.seq,
        "event_id": str(event.content.id),
        "content": event.content.written().decode(),
        "signature": event.signature,
        "salt": event.salt,
        "data": None if event.data is None else _text(dict(event.data)),
        "prev": link.prev,
        "hash": link.hash,
        "received_at": instant_text(now),
    }


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _centres_of(run: Sequence[ChainedEvent]) -> Iterator[str]:
    """A file goes to every centre with an application in it (design 6)."""
    for each in run:
        if each.event.content.kind == acts.OpenApplication.kind and each.event.data is not None:
            act = each.event.act()
            if isinstance(act, acts.OpenApplication):
                yield act.centre
