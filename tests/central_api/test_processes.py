"""Many processes, one truth: what one publishes, announces or restores, the others know before they answer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import psycopg
import pytest

from central_api.background import Background, Stopped
from central_api.bell import CHANNEL
from central_api.keys import load_keys, publish
from central_api.ledger import holding
from central_api.office import Office
from dost_desktop.contract.messages import FeedPage
from dost_desktop.contract.seals import to_text
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.ids import NumberKind
from tests.central_api.practice_desk import Desk, listening
from tests.postgresql import PostgreSQL

REPOSITORY = Path(__file__).parents[2]
A_MINUTE = {"DOST_LOOK_EVERY": "60"}  # who is told within it was rung


@pytest.fixture
def on_postgresql(postgresql: PostgreSQL | None) -> PostgreSQL:
    if postgresql is None:
        pytest.skip("SQLite tells nobody: whoever waits looks")
    return postgresql


@pytest.fixture
def another(office: Office, new_office: Callable[..., Office]) -> Office:
    """One more process on the same database."""
    return new_office(**A_MINUTE)


@pytest.fixture
def at_another(another: Office) -> Iterator[str]:
    """Its address."""
    with listening(another) as address:
        yield address


def until(true: Callable[[], object], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


class Waiting:
    """A desk that waits for news at another process."""

    def __init__(self, desk: Desk, address: str, cursor: str) -> None:
        self.page: FeedPage | None = None
        self._thread = threading.Thread(target=self._wait, args=(address, desk.as_desk, cursor))
        self._thread.start()

    def _wait(self, address: str, headers: dict[str, str], cursor: str) -> None:
        params = {"cursor": cursor, "wait": "20"}
        answer = httpx.get(f"{address}/v1/feed", params=params, headers=headers, timeout=30)
        self.page = FeedPage.model_validate(answer.json())

    def came(self) -> FeedPage:
        self._thread.join(25)
        assert self.page is not None
        return self.page


def test_a_decision_reaches_the_desk_that_waits_at_another_process_by_the_bell(
    on_postgresql: PostgreSQL, another: Office, at_another: str, desk: Desk, people: dict[str, str]
) -> None:
    until(lambda: another.bell.hears_others)
    waiting = Waiting(desk, at_another, desk.pulls().cursor)
    until(lambda: another.bell._waiting.get("B03"))
    file = desk.identifies(people["not found"])
    assert [item.file_id for item in waiting.came().items] == [str(file)]


def test_a_listener_that_was_cut_off_hears_again_and_nothing_is_missed_meanwhile(
    on_postgresql: PostgreSQL, another: Office, at_another: str, desk: Desk, people: dict[str, str]
) -> None:
    until(lambda: another.bell.hears_others)
    waiting = Waiting(desk, at_another, desk.pulls().cursor)
    until(lambda: another.bell._waiting.get("B03"))
    with psycopg.connect(on_postgresql.address("prepared"), autocommit=True) as connection:
        cut = connection.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND query LIKE 'LISTEN%'"
        ).fetchone()
    assert cut is not None
    assert cut[0] >= 1
    until(lambda: not another.bell.hears_others)
    assert another.bell.look_every == 1  # whoever waits looks instead
    file = desk.identifies(people["not found"])
    assert [item.file_id for item in waiting.came().items] == [str(file)]
    until(lambda: another.bell.hears_others)
    waiting = Waiting(desk, at_another, desk.pulls(waiting.came().cursor).cursor)
    until(lambda: another.bell._waiting.get("B03"))
    desk.opens(file)
    assert [item.file_id for item in waiting.came().items] == [str(file)]


def test_what_is_told_names_centres_and_nobody_else(
    on_postgresql: PostgreSQL, desk: Desk, people: dict[str, str]
) -> None:
    with psycopg.connect(on_postgresql.address("prepared"), autocommit=True) as connection:
        connection.execute(f"LISTEN {CHANNEL}".encode())
        desk.opens(desk.identifies(people["not found"]))
        told = {notice.payload for notice in connection.notifies(timeout=5, stop_after=2)}
    assert told == {"news B03"}


def test_work_that_another_process_made_wakes_this_one(
    on_postgresql: PostgreSQL, another: Office, desk: Desk, people: dict[str, str]
) -> None:
    rounds: list[float] = []

    def work(_stopped: Stopped) -> int:
        rounds.append(time.monotonic())
        return 0

    asleep = Background(work, look_every=60)
    asleep.start()
    another.others.start(asleep)
    until(lambda: another.bell.hears_others and rounds)
    seen = len(rounds)
    desk.identifies(people["not found"])
    until(lambda: len(rounds) > seen)
    asleep.stop()


def test_nobody_signs_under_an_epoch_that_another_process_has_ended(
    office: Office, another: Office, desk: Desk, other_desk: Desk, people: dict[str, str]
) -> None:
    """Without any bell: neither office listens, and neither looks by itself."""
    office.others.stop()
    office.background.stop()
    file = desk.identifies(people["not found"])
    before = other_desk.pulls()
    another.deployment.open_epoch()
    now = another.deployment.epoch
    assert now != before.epoch

    leased = desk.http.post("/v1/leases", json={"series": "notice", "year": 2026}, headers=desk.as_desk)
    assert leased.json()["lease"]["epoch"] == now
    office.deployment.notice(before.epoch)  # as if it had not asked
    run = desk.records(file, desk.opening())
    [verdict] = desk.pushes(run)
    assert verdict.answer == "accepted"
    assert verdict.receipt["epoch"] == now
    office.deployment.notice(before.epoch)
    page = other_desk.pulls(before.cursor)  # what the cursor counted is gone: everything comes again
    assert page.epoch == now
    assert [item.receipt["epoch"] for item in page.items] == [now, now]


def test_an_epoch_that_another_process_opened_is_heard_or_seen(
    office: Office, another: Office, http: httpx.Client
) -> None:
    before = http.get("/v1/hello").json()["epoch"]
    another.deployment.open_epoch()
    until(lambda: http.get("/v1/hello").json()["epoch"] == another.deployment.epoch)
    assert another.deployment.epoch != before


def test_a_new_epoch_begins_between_two_writers_never_within_one(
    on_postgresql: PostgreSQL, office: Office, another: Office, desk: Desk, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not found"])
    opened = threading.Event()

    def open_epoch() -> None:
        another.deployment.open_epoch()
        opened.set()

    with office.database.writing() as connection, holding(connection, [file], office.clock()) as held:
        thread = threading.Thread(target=open_epoch)
        thread.start()
        assert not opened.wait(0.5)
        assert held.epoch == office.deployment.epoch
    thread.join(20)
    assert opened.is_set()


def test_answers_sealed_with_a_key_that_was_just_announced_are_ours(
    office: Office, new_office: Callable[..., Office], desk: Desk, people: dict[str, str]
) -> None:
    office.others.stop()
    office.background.stop()
    fresh = {"DOST_SIGNING_KEY": to_text(os.urandom(32))}
    with pytest.raises(Exception, match="DOST_SIGNING_KEY: has never signed"):
        new_office(**fresh)
    keys = load_keys(replace(office.settings, environ=fresh))
    publish(office.database, keys, office.settings, office.clock, announce=True)
    newer = new_office(**fresh)
    sealed = newer.lookups.attested(Register.STATUS, NumberKind.PIN, people["not found"], "sınaq", "aysel")
    assert sealed.key == keys.signing.name
    assert office.seals.is_ours(sealed)
    assert keys.signing.name in desk.http.get("/v1/hello").json()["server_keys"]


def test_processes_that_start_at_once_for_the_first_time_make_one_set_of_keys_and_one_epoch(
    tmp_path: Path, database_url: str
) -> None:
    environ = dict(os.environ) | ({"DATABASE_URL": database_url} if database_url else {})
    command = [sys.executable, "-m", "central_api", "init", "--json", "--data", str(tmp_path / "server")]
    starting = [
        subprocess.Popen(command, env=environ, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    ended = [each.communicate(timeout=60) for each in starting]
    assert [each.returncode for each in starting] == [0, 0], ended
    assert len({json.loads(out)["epoch"] for out, _ in ended}) == 1
    assert sorted(each.name for each in (tmp_path / "server" / "keys").iterdir()) == [
        "cursor.key", "deployment.key", "recovery.key", "signing.key"
    ]  # fmt: skip
    if database_url:  # another machine, which has drawn its own
        command[-1] = str(tmp_path / "other")
        answer = subprocess.run(
            command, env=environ, cwd=REPOSITORY, capture_output=True, text=True, check=False
        )
        assert answer.returncode == 2
        assert "keys/deployment.key: is not the one that this database was begun with" in answer.stderr
