"""A request that arrives twice under one Idempotency-Key is carried out once, whatever happens on the way."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import timedelta
from uuid import uuid4

import httpx
from sqlalchemy import func, select

from central_api.office import Office
from central_api.tables import leases
from central_api.upkeep import ANSWERS_KEPT
from dost_desktop.contract.messages import Ticket
from dost_desktop.domain.dates import instant_text
from tests.central_api.at_the_doors import told
from tests.central_api.practice_desk import Clockwork, Desk, enrol, listening

WISH = {"series": "notice", "year": 2026}


def _key() -> dict[str, str]:
    return {"Idempotency-Key": f'"{uuid4()}"'}


def _lease(desk: Desk, key: dict[str, str], **changes: object) -> httpx.Response:
    return desk.http.post("/v1/leases", json=WISH | changes, headers=desk.as_desk | key)


def _count(office: Office) -> int:
    with office.database.reading() as connection:
        return connection.execute(select(func.count()).select_from(leases)).scalar_one()


def test_the_same_key_gives_the_same_block_and_another_key_the_next(office: Office, desk: Desk) -> None:
    key = _key()
    first, again = _lease(desk, key), _lease(desk, key)
    assert (first.status_code, again.status_code, again.json()) == (201, 201, first.json())
    assert _count(office) == 1
    bare = {"Idempotency-Key": key["Idempotency-Key"].strip('"')}
    assert _lease(desk, bare).json() == first.json()
    assert _lease(desk, _key()).json()["lease"]["first"] == 51
    assert _lease(desk, {}).json()["lease"]["first"] == 101


def test_a_key_belongs_to_one_request_of_one_caller(office: Office, desk: Desk, other_desk: Desk) -> None:
    key = _key()
    first = _lease(desk, key)
    assert told(_lease(desk, key, series="application")) == "422 request.key_reused"
    assert _lease(other_desk, key).json() != first.json()
    assert told(_lease(desk, {"Idempotency-Key": "short"})) == "422 request.malformed"


def test_what_was_refused_is_judged_anew(desk: Desk, clock: Clockwork) -> None:
    key = _key()
    assert told(_lease(desk, key, year=2027)) == "422 lease.year"
    clock.at += timedelta(days=10)
    assert _lease(desk, key, year=2027).status_code == 201


def test_many_at_once_do_it_once_at_several_servers(
    new_office: Callable[..., Office], office: Office, clock: Clockwork
) -> None:
    with ExitStack() as open_doors:
        lines = [
            open_doors.enter_context(
                httpx.Client(base_url=open_doors.enter_context(listening(each)), timeout=30)
            )
            for each in (office, new_office())
        ]
        desk = enrol(office, lines[0], clock)
        key = desk.as_desk | _key()
        with ThreadPoolExecutor(8) as pool:
            answers = list(
                pool.map(lambda n: lines[n % 2].post("/v1/leases", json=WISH, headers=key), range(16))
            )
    assert {each.status_code for each in answers} == {201}
    assert len({each.text for each in answers}) == 1
    assert _count(office) == 1


def test_a_call_is_counted_once_and_the_next_ticket_is_not_called_by_mistake(
    office: Office, desk: Desk, clock: Clockwork
) -> None:
    for number in ("A001", "A002"):
        taken = {"number": number, "purpose": "", "taken_at": instant_text(clock())}
        office.queue.add("B03", Ticket.model_validate(taken))
    call, again, finish = _key(), _key(), _key()

    def post(path: str, key: dict[str, str]) -> httpx.Response:
        body = {} if path.endswith("call") else None
        return desk.http.post(f"/v1/queue/{path}", json=body, headers=desk.as_agent | key)

    assert post("call", call).json()["number"] == "A001"
    assert [post("A001/call-again", again).json()["calls"] for _ in range(2)] == [2, 2]
    assert post("A001/finish", finish).json()["state"] == "served"
    assert post("call", call).json()["number"] == "A001"  # comes late, and calls nobody
    assert post("A001/finish", finish).json()["state"] == "served"
    assert post("call", _key()).json()["number"] == "A002"


def test_an_answer_is_kept_for_a_day(desk: Desk, clock: Clockwork) -> None:
    key = _key()
    first = _lease(desk, key).json()
    clock.at += ANSWERS_KEPT
    assert _lease(desk, key).json() == first
    clock.at += timedelta(milliseconds=1)
    assert _lease(desk, key).json() != first  # also before it is tidied up
