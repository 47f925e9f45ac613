"""What must hold on the server, whatever was killed: nothing lost or doubled, no chain broken, no hole in a feed.

What is kept beside the events (notices, drafts, referrals, numbers, marks, duties …) is compared with a rebuild from
the events alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Table, func, select

from central_api.database import Database
from central_api.ledger import HeldFile, holding, read_files
from central_api.migrating import migrate
from central_api.owed_tables import duties, messages, register_questions
from central_api.tables import (
    agent_keys,
    back_office_drafts,
    centre_signers,
    desks,
    events,
    feed,
    file_centres,
    files,
    notices,
    numbers_used,
    referrals,
    removals,
    review_marks,
    server_keys,
)
from dost_desktop.contract.seals import is_sealed, is_signed
from dost_desktop.domain.attestation import Receipt
from dost_desktop.domain.chain import check_chain
from dost_desktop.domain.events import CENTRAL_DESK, ChainedEvent
from dost_desktop.domain.vocabulary import ApplicationState
from tests.faults.central_load import Acknowledged, Follower

#: Everything that follows from the events; what a rebuild may know better or worse is left out of the comparison.
FOLLOWS: Final[dict[Table, frozenset[str]]] = {
    files: frozenset(),
    events: frozenset(),
    file_centres: frozenset(),
    centre_signers: frozenset(),
    notices: frozenset(),
    referrals: frozenset(),
    back_office_drafts: frozenset(),
    review_marks: frozenset(),
    removals: frozenset(),
    numbers_used: frozenset(),
}
_STATE_OF: Final = {"form": ApplicationState.WAITING_MAS, "employer": ApplicationState.WAITING_EMPLOYER}


@dataclass(frozen=True)
class KeysOfServer:
    """Who can say whether a signature is good, by the keys in the server's database."""

    of_agents: dict[tuple[str, str], list[str]]
    of_server: dict[str, str]

    def event_is_signed(self, chained: ChainedEvent) -> bool:
        """By the agent whom it names, or by the server itself."""
        content, signature = chained.event.content, chained.event.signature
        known = self.of_agents.get((content.agent, content.desk), [])
        keys = list(self.of_server.values()) if content.desk == CENTRAL_DESK else known
        return any(is_signed(key, content.signed_bytes(), signature) for key in keys)

    def receipt_is_signed(self, receipt: Receipt) -> bool:
        """By one of the server's keys."""
        return is_sealed(receipt, self.of_server)


def keys_in(database: Database) -> KeysOfServer:
    """Every key that ever signed here."""
    of_agents: dict[tuple[str, str], list[str]] = {}
    with database.reading() as connection:
        for row in connection.execute(select(agent_keys)):
            of_agents.setdefault((row.agent, row.desk), []).append(row.public)
        of_server = {row.name: row.public for row in connection.execute(select(server_keys))}
    return KeysOfServer(of_agents, of_server)


def whole_files(database: Database) -> dict[UUID, HeldFile]:
    """Every file of the server."""
    with database.reading() as connection:
        ids = list(connection.execute(select(files.c.file_id).order_by(files.c.file_id)).scalars())
        return read_files(connection, ids)


def nothing_lost(database: Database, acknowledged: Iterable[Acknowledged]) -> int:
    """Every acknowledged event is there once, where its receipt says; every chain and receipt holds. How many."""
    held, keys = whole_files(database), keys_in(database)
    with database.reading() as connection:
        times: dict[str, int] = {
            row[0]: row[1]
            for row in connection.execute(
                select(events.c.event_id, func.count()).group_by(events.c.event_id)
            ).all()
        }
        heads = {row.file_id: (row.seq, row.hash) for row in connection.execute(select(files))}
    receipts: dict[UUID, list[Receipt]] = {}
    for each in acknowledged:
        receipts.setdefault(each.receipt.file_id, []).append(each.receipt)
        stored = held[each.receipt.file_id].events[: each.receipt.seq][-len(each.events) :]
        assert tuple(one.event.content.id for one in stored) == each.events, each.receipt.file_id
        assert {times[str(event)] for event in each.events} == {1}
    for file_id, file in held.items():
        assert check_chain(file_id, file.events, receipts.get(file_id, ()), keys) == (), file_id
        assert heads[str(file_id)] == (file.head.seq, file.head.hash)
    assert receipts.keys() <= held.keys()
    return sum(times.values())


def nothing_invented(database: Database, made: set[UUID]) -> None:
    """No event of a desk that no desk made."""
    for file in whole_files(database).values():
        for each in file.events:
            content = each.event.content
            assert content.desk == CENTRAL_DESK or content.id in made, content.kind


def feed_is_whole(database: Database) -> None:
    """Positions of each centre without a hole; every event of every file of the centre, in the file's order."""
    with database.reading() as connection:
        rows = connection.execute(select(feed).order_by(feed.c.centre, feed.c.position)).all()
        belongs = {(row.centre, row.file_id) for row in connection.execute(select(file_centres))}
        heads = {row.file_id: row.seq for row in connection.execute(select(files))}
    last: dict[str, int] = {}
    told: dict[tuple[str, str], int] = {}
    for row in rows:
        assert row.position == last.get(row.centre, 0) + 1
        last[row.centre] = row.position
        key = (row.centre, row.file_id)
        assert row.from_seq == told.get(key, 0) + 1, "an event is missing, or told twice"
        assert row.to_seq >= row.from_seq
        told[key] = row.to_seq
    assert told == {(centre, file): heads[file] for centre, file in belongs}


def followed_all(database: Database, follower: Follower) -> int:
    """The follower saw every event of its centre in commit order, and can check them. How many events."""
    keys, held = keys_in(database), whole_files(database)
    mine = {file_id: file for file_id, file in held.items() if follower.centre in file.centres}
    seen, receipts = follower.chains(), follower.receipts()
    missing = {
        file_id: [each.link.seq for each in file.events if each not in seen.get(file_id, [])]
        for file_id, file in mine.items()
    }
    skipped = sum(map(len, missing.values()))
    assert skipped == 0, f"{skipped} events never came"
    assert seen.keys() == mine.keys()
    for file_id, chain in seen.items():
        assert check_chain(file_id, chain, receipts[file_id], keys) == (), file_id
    with database.reading() as connection:
        order = connection.execute(
            select(feed.c.file_id, feed.c.to_seq)
            .where(feed.c.centre == follower.centre)
            .order_by(feed.c.position)
        ).all()
    came = [(item.file_id, item.events[-1].seq) for item in follower.items]
    assert came == [tuple(row) for row in order]
    return sum(map(len, seen.values()))


def derived_as_rebuilt(database: Database, folder: Path) -> None:
    """Every table that follows from the events holds what a rebuild from them gives."""
    rebuilt = Database(f"sqlite:///{(folder / 'rebuilt.sqlite3').as_posix()}")
    migrate(rebuilt)
    with database.reading() as connection:
        centre_of = {row.desk: row.centre for row in connection.execute(select(desks))}
    held = whole_files(database)
    for file_id, file in held.items():
        for run, received_at in _runs(file):
            _append(rebuilt, file_id, run, centre_of.get(run[0].event.content.desk, ""), received_at)
    for table, unlike in FOLLOWS.items():
        assert _rows(database, table, unlike) == _rows(rebuilt, table, unlike), table.name
    _owed_as_it_stands(database, held)
    rebuilt.close()


def _append(
    database: Database, file_id: UUID, run: Sequence[ChainedEvent], centre: str, received_at: datetime
) -> None:
    with database.writing() as connection, holding(connection, [file_id], received_at) as work:
        work.append(file_id, run, centre)
        work.publish()


def _runs(file: HeldFile) -> Iterable[tuple[list[ChainedEvent], datetime]]:
    run: list[ChainedEvent] = []
    for each, received_at in zip(file.events, file.received, strict=True):
        run.append(each)
        if each.event.content.step == each.event.content.steps:
            yield run, received_at
            run = []
    assert not run, "half a run"


def _rows(database: Database, table: Table, unlike: frozenset[str]) -> list[str]:
    columns = [each for each in table.c if each.name not in unlike]
    with database.reading() as connection:
        return sorted(json.dumps(list(row), default=str) for row in connection.execute(select(*columns)))


def _owed_as_it_stands(database: Database, held: dict[UUID, HeldFile]) -> None:
    """What is owed by state is owed exactly while the application is in it; nothing else is left undone."""
    states: dict[str, Any] = {
        str(application.id): application.state
        for file in held.values()
        for application in file.state.applications
    }
    with database.reading() as connection:
        owed = {(row.application, row.duty) for row in connection.execute(select(duties))}
        asked = {row.application for row in connection.execute(select(register_questions))}
        telling = connection.execute(select(messages)).all()
    wanted = {
        (application, duty)
        for application, state in states.items()
        for duty, owes in _STATE_OF.items()
        if state is owes
    }
    assert owed == wanted
    assert asked == {each for each, state in states.items() if state is ApplicationState.WAITING_REGISTER}
    assert {row.state for row in telling} <= {"given_up", "waiting"}
