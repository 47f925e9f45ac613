"""Half-done cases of a centre: put aside at one desk, taken by exactly one other, never seen by another centre."""

from __future__ import annotations

import json
import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import func, select

from central_api.background import never
from central_api.half_done import KEPT_FOR
from central_api.office import Office
from central_api.tables import half_done_cases, readings
from dost_desktop.contract.half_done import HalfDoneCase
from dost_desktop.contract.messages import Ticket
from dost_desktop.domain.dates import instant_text
from tests.central_api.practice_desk import Clockwork, Desk, enrol

SECRET = "Həsrət Gizlin"


def a_case(clock: Clockwork, **more: Any) -> HalfDoneCase:
    draft = {
        "key": "intake:x",
        "form": "intake",
        "content": json.dumps({"surname": SECRET}),
        "saved_at": instant_text(clock()),
    }
    told = {
        "id": str(uuid4()),
        "state": "paused",
        "agent": "aysel",
        "ticket": "A001",
        "file_id": str(uuid4()),
        "served_ms": 65_000,
        "paused_at": instant_text(clock()),
        "reason": "person",
        "drafts": [draft],
    }
    return HalfDoneCase.model_validate(told | more)


def put(desk: Desk, case: HalfDoneCase, **more: Any) -> httpx.Response:
    body = case.model_copy(update=more).model_dump(mode="json")
    return desk.http.put(f"/v1/cases/{case.id}", json=body, headers=desk.as_desk)


def take(desk: Desk, case: HalfDoneCase) -> httpx.Response:
    return desk.http.post(f"/v1/cases/{case.id}/take", headers=desk.as_agent)


def finish(desk: Desk, case: HalfDoneCase) -> httpx.Response:
    return desk.http.delete(f"/v1/cases/{case.id}", headers=desk.as_desk)


def seen(desk: Desk) -> list[dict[str, Any]]:
    return list(desk.http.get("/v1/cases", headers=desk.as_agent).json()["cases"])


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_a_case_goes_on_at_another_desk_with_all_that_was_typed(
    office: Office, desk: Desk, other_desk: Desk, clock: Clockwork, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    taken_at = instant_text(clock())
    office.queue.add(
        "B03", Ticket.model_validate({"number": "A001", "purpose": "cancellation", "taken_at": taken_at})
    )
    desk.http.post("/v1/queue/call", json={}, headers=desk.as_agent)
    case = a_case(clock)
    for _ in range(2):  # safe to repeat
        assert put(desk, case).json()["desk"] == "B03-01"
    [listed] = seen(other_desk)
    assert (listed["id"], listed["desk"], listed["served_ms"], listed["drafts"]) == (
        case.id,
        "B03-01",
        65_000,
        [],
    )

    for _ in range(2):  # the answer may be lost
        taken = HalfDoneCase.model_validate(take(other_desk, case).json())
    assert (taken.desk, taken.agent, taken.state, taken.drafts) == ("B03-02", "orxan", "open", case.drafts)
    assert code(put(desk, case)) == (409, "case.taken")
    assert put(desk, case).json()["facts"] == {"desk": "B03-02"}
    assert code(take(desk, case)) == (409, "case.taken")
    assert other_desk.http.post("/v1/queue/A001/finish", headers=other_desk.as_agent).status_code == 200
    with office.database.reading() as connection:
        noted = connection.execute(select(readings).where(readings.c.what == "half_done_case")).all()
    assert {(row.agent, row.desk, row.file_id) for row in noted} == {("orxan", "B03-02", case.file_id)}

    assert put(other_desk, taken, state="paused").status_code == 200
    assert take(desk, case).json()["desk"] == "B03-01"  # and back again
    assert SECRET not in caplog.text


def test_a_finished_case_is_gone_and_leaves_nothing_of_the_person(
    office: Office, desk: Desk, other_desk: Desk, clock: Clockwork
) -> None:
    case = a_case(clock)
    put(desk, case)
    assert code(finish(other_desk, case)) == (409, "case.taken")
    for _ in range(2):
        assert finish(desk, case).status_code == 204
    assert seen(desk) == []
    assert code(put(desk, case)) == (410, "case.finished")
    assert code(take(other_desk, case)) == (410, "case.finished")
    assert finish(desk, a_case(clock)).status_code == 404
    with office.database.reading() as connection:
        assert connection.execute(select(half_done_cases.c.content)).scalar_one() == ""


def test_of_many_desks_exactly_one_takes_a_case(
    office: Office, http: httpx.Client, desk: Desk, other_desk: Desk, clock: Clockwork
) -> None:
    desks = [other_desk, *(enrol(office, http, clock).signs_in("aysel") for _ in range(3))]
    for _ in range(6):
        case = a_case(clock)
        put(desk, case)
        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda each, case=case: take(each, case), desks))
        assert sorted(each.status_code for each in answers) == [200, 409, 409, 409]
        winner = next(each.json()["desk"] for each in answers if each.status_code == 200)
        assert {each.json()["facts"]["desk"] for each in answers if each.status_code == 409} == {winner}


def test_another_centre_never_learns_of_it(
    office: Office, http: httpx.Client, desk: Desk, clock: Clockwork
) -> None:
    stranger = enrol(office, http, clock, "A01").signs_in("fidan")
    case = a_case(clock)
    put(desk, case)
    assert seen(stranger) == []
    for answer in (take(stranger, case), put(stranger, case), finish(stranger, case)):
        assert code(answer) == (404, "case.unknown")


def test_a_case_is_kept_for_thirty_days_after_its_day(office: Office, desk: Desk, clock: Clockwork) -> None:
    put(desk, a_case(clock))

    def kept() -> int:
        with office.database.reading() as connection:
            return connection.execute(select(func.count()).select_from(half_done_cases)).scalar_one()

    clock.at += KEPT_FOR
    put(desk, a_case(clock))
    office.half_done.forget_old(never)
    assert kept() == 2
    clock.at += timedelta(days=1)
    office.half_done.forget_old(never)  # if the background work was not quicker
    assert kept() == 1


def test_a_case_is_told_under_its_own_id(desk: Desk, clock: Clockwork) -> None:
    body = a_case(clock).model_dump(mode="json")
    answer = desk.http.put(f"/v1/cases/{uuid4()}", json=body, headers=desk.as_desk)
    assert code(answer) == (422, "case.other_id")
