"""Servers and PostgreSQL itself killed -9 under load: what was acknowledged is there once, and nothing is half done.

Desks serve people from the first question to the referral, the draft or the written answer; each repeats what was not
acknowledged, at whichever server answers.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import cycle
from pathlib import Path

import httpx
import pytest

from central_api import clock as wall_clock
from central_api.office import Office
from tests.central_api.practice_desk import Desk, listening
from tests.faults.central_load import Follower, Line, Writer, all_at_once, guarded
from tests.faults.central_office import Click, Stories, contacts, enrolled, opened_office, people_by_way
from tests.faults.central_processes import HOLD_SECONDS, CentralProcess, running, started_again
from tests.faults.central_proof import (
    all_lists_follow_from_events,
    feed_is_whole,
    followed_all,
    nothing_invented,
    nothing_left_undone,
    nothing_lost,
)
from tests.faults.killing import seeds, wait_until
from tests.postgresql import PostgreSQL

WRITERS, FOLLOWERS = 6, 2
SETTINGS = {
    "DOST_HOLD_SECONDS": str(HOLD_SECONDS),
    "DOST_SIMULATOR_CONFIRMS_AFTER": "0",
    "DOST_LIMIT_DESK": "none",
    "DOST_LIMIT_ADDRESS": "none",
}


@contextmanager
def filled(data: Path, url: str, people: int) -> Iterator[tuple[Office, list[Desk], list[list[Click]]]]:
    """An office, its desks, and the cases that each of the writing desks will serve."""
    office = opened_office(data, url, SETTINGS)
    office.background.stop()
    with listening(office) as address, httpx.Client(base_url=address, timeout=30) as http:
        desks = enrolled(office, http, wall_clock.now, WRITERS + FOLLOWERS)
        yield office, desks, served(office, desks[:WRITERS], people)
    office.stop()


def served(office: Office, desks: Sequence[Desk], people: int) -> list[list[Click]]:
    """What each desk does, case by case: so many people at each."""
    ways = people_by_way(office)
    work = []
    for desk in desks:
        stories = Stories(office, desk)
        told = cycle(
            [
                (stories.refused, "refused"),
                (stories.referred, "works"),
                (stories.joins, "joins"),
                (stories.sent, "works"),
                (stories.waits, "works"),
            ]
        )
        clicks = [
            click for _ in range(people) for way in [next(told)] for click in way[0](ways[way[1]].pop())
        ]
        work.append(clicks)
    return work


def killed_under_load(
    office: Office,
    desks: list[Desk],
    work: list[list[Click]],
    servers: list[CentralProcess],
    chance: random.Random,
    kill: Callable[[], None],
    kills: int,
) -> None:
    """Everybody works while somebody kills; in the end everything is proved."""
    over, failures = threading.Event(), list[BaseException]()

    def kill_again_and_again() -> None:
        try:
            for _ in range(kills):
                time.sleep(chance.uniform(0.1, 0.8))
                kill()
        finally:
            over.set()

    shared = sorted({click.file for clicks in work for click in clicks})
    with ExitStack() as closing:
        lines = [closing.enter_context(Line(servers, desk, random.Random(chance.random()))) for desk in desks]
        writers = [
            Writer(line, [*clicks, *contacts(line.chance, shared, 10)], over)
            for line, clicks in zip(lines, work, strict=False)
        ]
        followers = [Follower(line) for line in lines[WRITERS:]]
        killer = guarded(failures, kill_again_and_again)
        killer.start()
        try:
            all_at_once(writers, followers)
        finally:
            killer.join()
        if failures:
            raise failures[0]
        wait_until("the end of what is owed", lambda: nothing_left_undone(office.database), 60)
        for follower in followers:
            follower.follow(over)

    acknowledged = [each for writer in writers for each in writer.acknowledged]
    assert sum(sum(line.unanswered.values()) for line in lines) > 0, "nobody noticed the kills"
    nothing_lost(office.database, acknowledged)
    nothing_invented(office.database, {event for each in acknowledged for event in each.events})
    feed_is_whole(office.database)
    for follower in followers:
        assert followed_all(office.database, follower) > 0
    assert all_lists_follow_from_events(office).events >= sum(len(each.events) for each in acknowledged)


class Killer:
    """Kills what it is told to at a random moment, and lets it come back."""

    def __init__(self, servers: Sequence[CentralProcess], chance: random.Random) -> None:
        self.servers, self.chance = list(servers), chance
        self.coming_back: list[threading.Thread] = []

    def a_server(self) -> None:
        """One of the servers; the others serve on."""
        chosen = self.chance.choice(self.servers)
        for thread in self.coming_back:
            if thread.name.startswith(chosen.name):
                thread.join()
        self.coming_back.append(started_again(chosen))

    def postgresql(self, server: PostgreSQL) -> None:
        """The database under all of them."""
        server.kill()
        time.sleep(self.chance.uniform(0, 0.3))
        server.start()

    def joined(self) -> None:
        """Everything is back."""
        for thread in self.coming_back:
            thread.join()


def on_postgresql(tmp_path: Path, seed: int, people: int, kills: int, every: int) -> None:
    """Three servers on one PostgreSQL; ``every`` so many kills it is PostgreSQL's turn."""
    chance, server = random.Random(seed), PostgreSQL(lasting=True).start()
    try:
        url, data = server.create("killed"), tmp_path / "server"
        with filled(data, url, people) as (office, desks, work), running(data, url, 3, **SETTINGS) as servers:
            killer = Killer(servers, chance)
            turn = cycle([*[killer.a_server] * (every - 1), lambda: killer.postgresql(server)])
            try:
                killed_under_load(office, desks, work, servers, chance, partial(_next_kill, turn), kills)
            finally:
                killer.joined()
    finally:
        server.stop()


def _next_kill(turn: Iterator[Callable[[], None]]) -> None:
    next(turn)()


def on_sqlite(tmp_path: Path, seed: int, people: int, kills: int) -> None:
    """One server on its embedded database."""
    chance, data = random.Random(seed), tmp_path / "server"
    with filled(data, "", people) as (office, desks, work), running(data, "", 1, **SETTINGS) as servers:
        killer = Killer(servers, chance)

        def kill_and_wait() -> None:
            killer.a_server()
            killer.joined()

        killed_under_load(office, desks, work, servers, chance, kill_and_wait, kills)


@pytest.mark.parametrize("seed", seeds(11))
def test_servers_and_postgresql_are_killed_four_times(tmp_path: Path, seed: int) -> None:
    on_postgresql(tmp_path, seed, people=3, kills=4, every=2)


@pytest.mark.parametrize("seed", seeds(12))
def test_the_one_server_on_sqlite_is_killed_twice(tmp_path: Path, seed: int) -> None:
    on_sqlite(tmp_path, seed, people=2, kills=2)


@pytest.mark.long
@pytest.mark.parametrize("seed", seeds(111, 112, 113))
def test_servers_and_postgresql_are_killed_forty_times(tmp_path: Path, seed: int) -> None:
    on_postgresql(tmp_path, seed, people=5, kills=40, every=4)


@pytest.mark.long
@pytest.mark.parametrize("seed", seeds(121, 122))
def test_the_one_server_on_sqlite_is_killed_twenty_times(tmp_path: Path, seed: int) -> None:
    on_sqlite(tmp_path, seed, people=5, kills=20)
