"""What the clock asks of the server happens exactly once: three servers race for it, and one dies between two steps.

An employer's silence after five working days, forms to MAS, questions to registers, messages to people. Everything is
dated in the past, so that it is due when the servers start; nobody's clock is touched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import httpx
import psutil
import psycopg
import pytest
from sqlalchemy import select

from central_api import clock as wall_clock
from central_api.office import Office
from central_api.owed_tables import duties
from dost_desktop.domain import acts
from dost_desktop.domain.vocabulary import ApplicationState
from tests.central_api.practice_desk import Clockwork, Desk, listening
from tests.faults.central_office import Stories, enrolled, opened_office, people_by_way
from tests.faults.central_processes import running
from tests.faults.central_proof import (
    all_lists_follow_from_events,
    feed_is_whole,
    nothing_left_undone,
    whole_files,
)
from tests.faults.killing import wait_until
from tests.faults.test_central_killed import SETTINGS
from tests.postgresql import PostgreSQL

LONG_AGO = timedelta(days=25)  # more than five working days, whatever holidays lie in between
OF_EACH = 2
SILENCE, ACCEPTED = acts.RecordEmployerAnswer.kind, acts.AcceptByMas.kind


@pytest.fixture
def office(tmp_path: Path, postgresql: PostgreSQL, request: pytest.FixtureRequest) -> Iterator[Office]:
    """An office of 25 days ago, in which everything is owed and nobody has done anything yet."""
    clock = Clockwork(wall_clock.now() - LONG_AGO)
    url = postgresql.create(f"clock_{abs(hash(request.node.name))}")
    office = opened_office(tmp_path / "server", url, SETTINGS, clock)
    office.background.stop()
    with listening(office) as address, httpx.Client(base_url=address, timeout=30) as http:
        office.background.stop()
        [desk] = enrolled(office, http, clock, 1)
        serves(office, desk)
    clock.at = wall_clock.now()
    yield office
    office.stop()


def serves(office: Office, desk: Desk) -> None:
    """So many people referred, become jobseekers, wait for the register; nothing of it is worked off."""
    stories, ways = Stories(office, desk), people_by_way(office)
    for _ in range(OF_EACH):
        for clicks in (
            stories.referred(ways["works"].pop()),
            stories.joins(ways["joins"].pop()),
            stories.waits(ways["works"].pop()),
        ):
            for click in clicks:
                [verdict] = desk.pushes(desk.records(click.file, *click.acts))
                assert verdict.answer == "accepted", verdict


def recorded(office: Office) -> Counter[tuple[UUID, str]]:
    """How often what happened in each file."""
    return Counter(
        (file_id, each.event.content.kind)
        for file_id, file in whole_files(office.database).items()
        for each in file.events
    )


def everything_happened_once(office: Office) -> None:
    """Each silence, acceptance, answer and message is in its file once, and nothing is left to do."""
    wait_until("the end of what is owed", lambda: nothing_left_undone(office.database), 60)
    wait_until("the silences", lambda: not _owed(office), 60)
    times = recorded(office)
    for kind in (SILENCE, ACCEPTED, acts.RecordRegisterAnswer.kind):
        found = {file: number for (file, what), number in times.items() if what == kind}
        assert list(found.values()).count(1) == len(found), kind
    by_kind = Counter(kind for _, kind in times.elements())
    assert (by_kind[SILENCE], by_kind[ACCEPTED]) == (OF_EACH, OF_EACH)
    told = Counter(
        (act.application, act.message, act.channel)
        for file in whole_files(office.database).values()
        for act in (each.event.act() for each in file.events)
        if isinstance(act, acts.RecordDelivery)
    )
    assert told
    assert set(told.values()) == {1}
    states = Counter(
        application.state
        for file in whole_files(office.database).values()
        for application in file.state.applications
    )
    assert states[ApplicationState.WAITING_EMPLOYER] == states[ApplicationState.WAITING_MAS] == 0
    assert states[ApplicationState.WAITING_REGISTER] == 0
    feed_is_whole(office.database)
    all_lists_follow_from_events(office)


def _owed(office: Office) -> list[str]:
    with office.database.reading() as connection:
        return list(connection.execute(select(duties.c.application)).scalars())


def test_three_servers_race_for_what_is_due_and_one_dies_between_taking_it_up_and_recording_it(
    office: Office, postgresql: PostgreSQL, tmp_path: Path
) -> None:
    """The test holds the files' rows, so that every server stops at the door of a file with its work in hand."""
    url = office.settings.database_url
    address = postgresql.address(url.rpartition("/")[2])
    with psycopg.connect(address) as holder:
        holder.execute("SELECT file_id FROM files FOR UPDATE")
        before = recorded(office)
        with running(tmp_path / "server", url, 3, **SETTINGS) as servers:
            wait_until("servers with work in hand", lambda: len(_waiting(address)) == len(servers))
            servers[0].kill()
            assert recorded(office) == before
            assert _owed(office)
            holder.rollback()
            everything_happened_once(office)


def _waiting(address: str) -> set[int]:
    """The processes whose connections wait for somebody's lock."""
    with psycopg.connect(address) as connection:
        ports = {
            row[0]
            for row in connection.execute(
                "SELECT client_port FROM pg_stat_activity"
                " WHERE wait_event_type = 'Lock' AND datname = current_database()"
            )
        }
    return {
        each.pid
        for each in psutil.net_connections("tcp")
        if each.laddr and each.laddr.port in ports and each.pid is not None
    }
