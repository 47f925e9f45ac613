"""The access log reaches the central API: also what was looked at without a connection, each look exactly once."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from central_api.office import Office
from central_api.tables import readings
from dost_desktop.contract.messages import Problem
from dost_desktop.sync.looks import LOOKS_REFUSED
from dost_desktop.sync.needs import NoAnswer, Silence
from dost_desktop.sync.report import Alarm, Connection
from tests.sync.desks import PracticeDesk
from tests.sync.line import between, instead


def _looks(desk: PracticeDesk, count: int) -> None:
    """The agent opens a page so many times."""
    file = desk.file_of("1AAAAAA")
    with desk.database.open_work() as work:
        for nth in range(count):
            purpose = f"A-{nth:04}"
            work.access_log.add(
                at=desk.watch.now(), agent=desk.desk.agent.agent, what="case", purpose=purpose, file_id=file
            )
        work.commit()


def _unsent(desk: PracticeDesk) -> int:
    with desk.database.open_reading() as reading:
        return reading.access_log.count_unsent()


def _noted(office: Office) -> list[str]:
    with office.database.reading() as connection:
        rows = connection.execute(select(readings.c.purpose).where(readings.c.what == "desk.case"))
        return sorted(rows.scalars())


def test_looks_without_a_connection_are_noted_once_though_the_answer_was_lost(
    office: Office, desk: PracticeDesk
) -> None:
    line = between(desk, hello=instead(NoAnswer(Silence.OFFLINE)))
    _looks(desk, 700)
    desk.syncs()
    assert (_unsent(desk), _noted(office)) == (700, [])

    line = between(desk, send_looks=instead(NoAnswer(Silence.CUT)))
    desk.syncs()
    assert (_unsent(desk), len(_noted(office))) == (700, 500)

    line = between(desk)
    report = desk.syncs()
    assert _noted(office) == [f"A-{nth:04}" for nth in range(700)]
    assert (_unsent(desk), line.asked.count("send_looks")) == (0, 2)
    assert (report.state.waiting, report.changes.outbox) == (0, False)  # nothing an agent must see
    line.asked.clear()
    desk.syncs()
    assert "send_looks" not in line.asked


def test_after_days_alone_clicks_do_not_wait_for_the_whole_log(office: Office, desk: PracticeDesk) -> None:
    _looks(desk, 2_100)
    desk.syncs()
    assert (_unsent(desk), len(_noted(office))) == (100, 2_000)
    desk.syncs()
    assert (_unsent(desk), len(_noted(office))) == (0, 2_100)


def test_a_server_that_does_not_take_them_is_an_alarm_and_the_rest_goes_on(
    office: Office, desk: PracticeDesk, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not found"])
    _looks(desk, 1)
    refused: Any = Problem(title="", status=422, code="request.malformed")
    line = between(desk, send_looks=instead(refused))
    state = desk.syncs().state
    assert {"feed", "compare_heads"} <= set(line.asked)
    assert state.alarms == (Alarm(LOOKS_REFUSED, None, "request.malformed"),)
    assert (state.connection, desk.confirmed(file), _unsent(desk)) == (Connection.ONLINE, 2, 1)


def test_a_purpose_that_could_not_travel_is_kept_as_it_can(office: Office, desk: PracticeDesk) -> None:
    with desk.database.open_work() as work:
        said = f"müraciət\0{'u' * 3000}"
        work.access_log.add(at=desk.watch.now(), agent=desk.desk.agent.agent, what="case", purpose=said)
        work.commit()
    assert desk.syncs().state.connection is Connection.ONLINE
    assert _unsent(desk) == 0
