"""What must hold on the server, whatever was killed: nothing lost or doubled, no chain broken, no hole in a feed.

What is kept beside the events (notices, drafts, referrals, numbers, marks, duties …) is judged by ``central-api
check``, which makes it anew from the events alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from central_api.checking.whole import Check, Count
from central_api.database import Database
from central_api.duties import Duty
from central_api.ledger import HeldFile, read_files
from central_api.office import Office
from central_api.owed_tables import duties, messages, register_questions
from central_api.tables import agent_keys, events, feed, file_centres, files, server_keys
from dost_desktop.contract.seals import is_sealed, is_signed
from dost_desktop.domain.attestation import Receipt
from dost_desktop.domain.chain import check_chain
from dost_desktop.domain.events import CENTRAL_DESK, ChainedEvent
from tests.faults.central_load import Acknowledged, Follower


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


def nothing_left_undone(database: Database) -> bool:
    """Whether nothing is owed to anybody but what an employer's term still runs for."""
    waiting = select(messages.c.occasion).where(messages.c.state == "waiting")
    asked = select(register_questions.c.application)
    owed = select(duties.c.application).where(duties.c.duty != Duty.EMPLOYER.value)
    with database.reading() as connection:
        return all(connection.execute(each.limit(1)).first() is None for each in (waiting, asked, owed))


def all_lists_follow_from_events(office: Office) -> Count:
    """What ``central-api check`` finds: no chain, feed, list, number or duty but what the events themselves give."""
    check = Check(office)
    found = [(each.kind, each.detail) for each in check.findings() if each.meaning.is_damage]
    assert found == []
    return check.count
