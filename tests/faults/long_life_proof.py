"""What must hold after the long life, seen from outside: the server's tables beside every desk's database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select

from central_api.checking.whole import Check
from central_api.office import Office as Server
from central_api.tables import events, notices
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Receipt
from dost_desktop.domain.chain import check_chain
from dost_desktop.domain.events import ChainedEvent
from dost_desktop.office import Office
from dost_desktop.practice import PracticeOffice
from dost_desktop.rows import RunState
from dost_desktop.storage.check import DeskReport, check_desk
from dost_desktop.sync.keyring import read_keyring
from tests.faults.central_proof import KeysOfServer, keys_in, whole_files
from tests.faults.long_life import Life, Toll

_WAITS_FOR_SOMEBODY = frozenset({RunState.NEEDS_YOU, RunState.SET_ASIDE})


@dataclass(frozen=True, slots=True)
class Held:
    """What one desk holds after everything."""

    desk: str
    centre: str
    report: DeskReport
    is_locked: bool
    chains: dict[UUID, tuple[ChainedEvent, ...]]
    receipts: dict[UUID, tuple[Receipt, ...]]
    parked: dict[UUID, tuple[str, UUID]]  # event: why its run waits for somebody, in which file
    unsent: tuple[UUID, ...]  # runs that still wait to be sent
    documents: dict[str, int]  # SHA-256 to size
    documents_left: tuple[int, int]
    own: tuple[acts.Act, ...]  # what was recorded here, wherever it stands now


@dataclass
class Verdict:
    """What was found wrong, in words; nothing else than the promises is counted."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    diverged: list[str] = field(default_factory=list)
    unsound: list[str] = field(default_factory=list)  # a check, a receipt, a document, a mark
    parked: int = 0

    @property
    def is_kept(self) -> bool:
        """Every promise was kept."""
        return not (self.lost or self.doubled or self.diverged or self.unsound)

    def __str__(self) -> str:
        found = {
            "lost": self.lost,
            "doubled": self.doubled,
            "diverged": self.diverged,
            "unsound": self.unsound,
        }
        return "\n".join(
            f"{name} ({len(each)}): {'; '.join(one[:300] for one in each[:5])}"
            for name, each in found.items()
            if each
        )


def held_by_all(one: Life) -> list[Held]:
    """Every desk, opened as it was left."""
    return [
        held_at(PracticeOffice(each.orders.home).desk_home, each.orders.agent, each.orders.password)
        for each in one.desks
    ]


def held_at(home: Path, agent: str, password: str) -> Held:
    """Open the desk as it was left, by the agent's password and without the central API."""
    office = Office(home)
    signed_in = office.sign_in(agent, password)
    try:
        with signed_in.database.open_reading() as reading:
            ids, desk = reading.file_ids(), signed_in.desk.name
            chains = {each: reading.events(each) for each in ids}
            rows = [(each, reading.outbox.run(each.run)) for each in reading.outbox_rows()]
            parked = [
                (event, row.last_answer)
                for row, run in rows
                if run is not None and row.state in _WAITS_FOR_SOMEBODY
                for event in run.events
            ]
            own = [each for chain in chains.values() for each in chain if each.event.content.desk == desk]
            return Held(
                desk=desk,
                centre=signed_in.desk.centre.code,
                report=check_desk(reading, read_keyring(reading.meta)),
                is_locked=signed_in.database.issuing_locked,
                chains=chains,
                receipts={each: reading.receipts(each) for each in ids},
                parked={each.event.content.id: (why, each.event.content.file_id) for each, why in parked},
                unsent=tuple(row.run for row, _ in rows if row.state not in _WAITS_FOR_SOMEBODY),
                documents={each.sha256: each.size for each in reading.blobs.all()},
                documents_left=reading.blobs.count_unsent(),
                own=tuple(each.event.act() for each in (*own, *(each for each, _ in parked))),
            )
    finally:
        signed_in.close()


def prove(server: Server, desks: Sequence[Held], toll: Toll) -> Verdict:
    """Everything that was promised, beside everything that is there."""
    found = Verdict(parked=sum(len(each.parked) for each in desks))
    _every_promise(server, desks, toll, found)
    _nothing_twice(server, desks, found)
    _same_chains(server, desks, found)
    for each in desks:
        _desk_is_sound(each, found)
        _documents_are_there(server, each, found)
    damage = [each for each in Check(server).findings(with_blobs=True) if each.meaning.is_damage]
    found.unsound += [f"server: {each.kind} {each.detail}" for each in damage]
    return found


def _every_promise(server: Server, desks: Sequence[Held], toll: Toll, found: Verdict) -> None:
    """Each event that was reported as done is at the server once, or waits for a person at its desk, never both."""
    with server.database.reading() as connection:
        rows = connection.execute(select(events.c.event_id, func.count()).group_by(events.c.event_id)).all()
    times = {UUID(row[0]): int(row[1]) for row in rows}
    waiting = {each.desk: each.parked for each in desks}
    for desk, did in toll.promised:
        for event in did.events:
            if (event in times) == (event in waiting[desk]):
                where = "nowhere" if event not in times else "at the server and put aside"
                (found.lost if event not in times else found.doubled).append(f"{did.what} at {desk}: {where}")
    found.doubled += [f"event {event}: {count} times" for event, count in times.items() if count > 1]


def _nothing_twice(server: Server, desks: Sequence[Held], found: Verdict) -> None:
    """No number on two papers, no code on two notices, wherever they stand; no printed number nowhere."""
    told = [act for each in desks for act in each.own]
    issued = [each for each in told if isinstance(each, acts.IssueNotice)]
    given = {
        "application": [
            (each.number, each.application) for each in told if isinstance(each, acts.OpenApplication)
        ],
        "notice": [(each.number, each.notice) for each in issued],
        "verify code": [(each.verify_code, each.notice) for each in issued],
        "referral": [(each.number, each.offer) for each in told if isinstance(each, acts.IssueReferral)],
    }
    for name, pairs in given.items():  # what an agent recorded anew is the same one, under another event
        bearers = Counter(text for text, _ in set(pairs))
        found.doubled += [f"{name} {text}: {n} times" for text, n in bearers.items() if n > 1]
    with server.database.reading() as connection:
        known = {row.number for row in connection.execute(select(notices.c.number))}
    aside = {event for each in desks for event in each.parked}
    gone = {each.number for each in issued} - known
    if gone and not aside:
        found.lost.append(f"notices {sorted(gone)}")


def _same_chains(server: Server, desks: Sequence[Held], found: Verdict) -> None:
    """Every desk holds each file of its centre, and of no file anything else than the server does."""
    held, keys = whole_files(server.database), keys_in(server.database)
    for desk in desks:
        mine = {file_id for file_id, file in held.items() if desk.centre in file.centres}
        missing = mine - {file_id for file_id, chain in desk.chains.items() if chain}
        found.diverged += [f"{desk.desk} lacks {file_id}" for file_id in sorted(missing, key=str)]
        for file_id, chain in desk.chains.items():
            theirs = held[file_id].events if file_id in held else ()
            if _is_old_copy(desk, file_id, chain, theirs, is_mine=file_id in mine):
                continue
            if tuple(chain) != tuple(theirs):
                found.diverged.append(f"{desk.desk} {file_id}: {len(chain)} events beside {len(theirs)}")
            found.unsound += _receipts(desk, file_id, theirs, keys)


def _is_old_copy(
    desk: Held,
    file_id: UUID,
    chain: Sequence[ChainedEvent],
    theirs: Sequence[ChainedEvent],
    *,
    is_mine: bool,
) -> bool:
    """A file that no application brought to this centre: the desk has what it once was told, and no more comes."""
    return not is_mine and bool(chain) and tuple(chain) == tuple(theirs[: len(chain)])


def _receipts(desk: Held, file_id: UUID, chain: Sequence[ChainedEvent], keys: KeysOfServer) -> Iterable[str]:
    """The desk's receipts hold against the server's own chain and keys."""
    flaws = check_chain(file_id, chain, desk.receipts.get(file_id, ()), keys)
    return [f"{desk.desk} {file_id}: {each.flaw} at {each.seq}" for each in flaws]


def _documents_are_there(server: Server, desk: Held, found: Verdict) -> None:
    """The server can read the same bytes of everything that the desk keeps."""
    for sha256, size in desk.documents.items():
        if server.blobs.measured(sha256) != (sha256, size):
            found.lost.append(f"document {sha256[:16]} of {desk.desk}")


def _desk_is_sound(desk: Held, found: Verdict) -> None:
    if not desk.report.is_whole:
        found.unsound.append(f"{desk.desk}: {desk.report.findings} {desk.report.troubles}")
    if desk.is_locked:
        found.unsound.append(f"{desk.desk}: issuing is locked")
    if desk.unsent or any(desk.documents_left):
        found.unsound.append(f"{desk.desk}: unsent {len(desk.unsent)}, documents {desk.documents_left}")
