"""Sixteen desks write and four follow, at three servers on one PostgreSQL: the feed skips nothing (design 6).

A feed whose positions come from a sequence fails the same proof: ``naive_feed.py`` is kept to show it.
"""

from __future__ import annotations

import itertools
import random
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import Connection, text

from central_api import clock as wall_clock
from central_api import ledger
from central_api.office import Office
from dost_desktop.contract.messages import FeedPage
from dost_desktop.domain import acts
from dost_desktop.domain.events import link_run, record
from tests.central_api.practice_desk import Desk, listening
from tests.faults.central_load import Follower, Line, Writer, all_at_once
from tests.faults.central_office import CENTRES, contacts, enrolled, opened_office
from tests.faults.central_processes import CentralProcess, running
from tests.faults.central_proof import feed_is_whole, followed_all, nothing_invented, nothing_lost
from tests.faults.killing import seeds
from tests.faults.naive_feed import NAIVE, make_sequences
from tests.postgresql import PostgreSQL

NAIVE_SERVER = "tests.faults.naive_feed"
WRITERS, FOLLOWERS = 16, 4


@contextmanager
def filled(data: Path, url: str) -> Iterator[tuple[Office, list[Desk]]]:
    """An office with its desks, the last four of which follow."""
    office = opened_office(data, url)
    with listening(office) as address, httpx.Client(base_url=address, timeout=30) as http:
        yield office, enrolled(office, http, wall_clock.now, WRITERS + FOLLOWERS)
    office.stop()


def sixteen_write_and_four_follow(
    office: Office, desks: list[Desk], processes: list[CentralProcess], chance: random.Random, clicks: int
) -> None:
    """The body of the proof, the same for every feed and every database."""
    shared = [uuid4() for _ in range(24)]  # every centre's desks write in them
    over = threading.Event()
    holes: list[tuple[str, int, int]] = []
    watching = threading.Thread(target=watch_for_holes, args=(office, over, holes))
    with ExitStack() as closing:
        lines = [
            closing.enter_context(Line(processes, desk, random.Random(chance.random()))) for desk in desks
        ]
        writers = [Writer(line, contacts(line.chance, shared, clicks)) for line in lines[:WRITERS]]
        followers = [Follower(line) for line in lines[WRITERS:]]
        closing.callback(watching.join)
        closing.callback(over.set)
        watching.start()
        all_at_once(writers, followers)

    acknowledged = [each for writer in writers for each in writer.acknowledged]
    assert len(acknowledged) == WRITERS * clicks
    assert sum(writer.conflicts for writer in writers) > WRITERS, "they hardly met"
    assert min(follower.pages for follower in followers) > 10
    for follower in followers:
        assert followed_all(office.database, follower) > 0
    nothing_lost(office.database, acknowledged)
    nothing_invented(office.database, {event for each in acknowledged for event in each.events})
    feed_is_whole(office.database)
    assert holes == []
    if not office.database.is_sqlite:
        positions_are_commit_order(office)


def watch_for_holes(office: Office, over: threading.Event, holes: list[tuple[str, int, int]]) -> None:
    """Whoever looks at any moment sees positions 1 to n of a centre: there is no hole that could fill later."""
    asked = text("SELECT centre, count(*), max(position) FROM feed GROUP BY centre")
    while not over.wait(0.005):
        with office.database.reading() as connection:
            holes += [(row[0], row[1], row[2]) for row in connection.execute(asked) if row[1] != row[2]]


def positions_are_commit_order(office: Office) -> None:
    asked = text(
        "SELECT centre, position, pg_xact_commit_timestamp(xmin) AS committed FROM feed ORDER BY centre, position"
    )
    with office.database.reading() as connection:
        rows = connection.execute(asked).all()
    for before, after in itertools.pairwise(rows):
        assert before.centre != after.centre or before.committed <= after.committed


@pytest.mark.parametrize("seed", seeds(5))
def test_three_servers_on_postgresql_skip_nothing(tmp_path: Path, postgresql: PostgreSQL, seed: int) -> None:
    url = postgresql.create(f"feed_{seed}")
    with filled(tmp_path / "server", url) as (office, desks), running(tmp_path / "server", url, 3) as servers:
        sixteen_write_and_four_follow(office, desks, servers, random.Random(seed), clicks=6)


@pytest.mark.long
@pytest.mark.parametrize("seed", seeds(7))
def test_a_naive_feed_fails_the_same_proof(tmp_path: Path, postgresql: PostgreSQL, seed: int) -> None:
    url, data = postgresql.create(f"naive_{seed}"), tmp_path / "server"
    with filled(data, url) as (office, desks):
        make_sequences(office.database, CENTRES)
        with (
            running(data, url, 3, program=NAIVE_SERVER) as servers,
            pytest.raises(AssertionError, match="never came"),
        ):
            sixteen_write_and_four_follow(office, desks, servers, random.Random(seed), clicks=12)


@pytest.mark.parametrize(("how", "skipped"), [({}, 0), (NAIVE, 1)], ids=["ours", "naive"])
def test_a_writer_that_is_slow_to_commit_is_waited_for_or_else_skipped(
    tmp_path: Path,
    postgresql: PostgreSQL,
    monkeypatch: pytest.MonkeyPatch,
    how: dict[str, Any],
    skipped: int,
) -> None:
    """One writer holds its transaction open, another one comes and goes, a reader looks; then the first one commits."""
    for name, naive in how.items():
        monkeypatch.setattr(ledger, name, naive)
    office = opened_office(tmp_path / "server", postgresql.create(f"slow_{skipped}"))
    make_sequences(office.database, CENTRES)
    slow, quick = uuid4(), uuid4()
    with office.database.writing() as connection:
        _record(office, connection, slow)
        other = threading.Thread(
            target=lambda: office.database.write(lambda mine: _record(office, mine, quick))
        )
        other.start()
        other.join(0.5)
        assert other.is_alive() is not bool(skipped)  # ours waits until it is clear who comes first
        page = FeedPage.model_validate_json(office.feed.page("B03", "", 100).text)
    other.join()
    rest = FeedPage.model_validate_json(office.feed.page("B03", page.cursor, 100).text)
    seen = [*page.items, *rest.items]
    assert len({str(slow), str(quick)} - {item.file_id for item in seen}) == skipped
    office.stop()


def _record(office: Office, connection: Connection, file: UUID) -> None:
    actor, now = office.seals.central_actor(), office.clock()
    law = office.laws.versions.versions[0]
    with ledger.holding(connection, [file], now) as held:
        events = record(
            (acts.RecordContact(phone="+994500000000"),), file_id=file, actor=actor, law=law, at=now
        )
        held.append(file, link_run(held.held[file].head, events), "B03")
        held.publish()


@pytest.mark.parametrize("seed", seeds(6))
def test_one_server_on_sqlite_skips_nothing(tmp_path: Path, seed: int) -> None:
    with filled(tmp_path / "server", "") as (office, desks), running(tmp_path / "server", "", 1) as servers:
        sixteen_write_and_four_follow(office, desks, servers, random.Random(seed), clicks=4)


@pytest.mark.long
@pytest.mark.parametrize("seed", seeds(51, 52))
def test_three_servers_on_postgresql_skip_nothing_for_long(
    tmp_path: Path, postgresql: PostgreSQL, seed: int
) -> None:
    url = postgresql.create(f"feed_{seed}")
    with filled(tmp_path / "server", url) as (office, desks), running(tmp_path / "server", url, 3) as servers:
        sixteen_write_and_four_follow(office, desks, servers, random.Random(seed), clicks=150)
