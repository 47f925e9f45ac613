"""The queue, questions to the registers, number blocks, blobs, reading a file."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import select

from central_api.office import Office
from central_api.tables import readings
from dost_desktop.contract.messages import Ticket
from dost_desktop.contract.seals import is_sealed
from dost_desktop.domain.attestation import NumberLease
from dost_desktop.domain.codec import from_json
from dost_desktop.domain.dates import instant_text
from tests.central_api.practice_desk import Clockwork, Desk, enrol


def _tickets(office: Office, clock: Clockwork, count: int) -> None:
    for place in range(1, count + 1):
        needs = ["priority"] if place == 3 else []
        taken_at = instant_text(clock() - timedelta(minutes=count - place))
        ticket = {
            "number": f"A{place:03}",
            "purpose": "unemployed_registration",
            "needs": needs,
            "taken_at": taken_at,
        }
        office.queue.add("B03", Ticket.model_validate(ticket))


def _call(desk: Desk, number: str | None = None) -> httpx.Response:
    return desk.http.post("/v1/queue/call", json={"number": number}, headers=desk.as_agent)


def test_tickets_are_called_in_order_priority_first_and_served(
    office: Office, desk: Desk, clock: Clockwork
) -> None:
    _tickets(office, clock, 4)
    assert _call(desk).json()["number"] == "A003"
    assert _call(desk).json()["number"] == "A003"  # asked twice, called once
    clock.at += timedelta(minutes=8)
    finished = desk.http.post("/v1/queue/A003/finish", headers=desk.as_agent)
    assert finished.json()["state"] == "served"
    assert desk.http.post("/v1/queue/A003/finish", headers=desk.as_agent).status_code == 200
    assert _call(desk).json()["number"] == "A001"
    queue = desk.http.get("/v1/queue", headers=desk.as_agent).json()
    assert (queue["served_today"], queue["mean_seconds"], len(queue["tickets"])) == (1, 480, 4)


def test_two_desks_never_call_one_ticket(
    office: Office, desk: Desk, other_desk: Desk, clock: Clockwork
) -> None:
    _tickets(office, clock, 2)
    with ThreadPoolExecutor(2) as pool:
        numbers = list(pool.map(lambda each: _call(each).json()["number"], (desk, other_desk)))
    assert sorted(numbers) == ["A001", "A002"]
    assert _call(other_desk, numbers[0]).json()["code"] == "ticket.taken"
    mine = desk.http.post(f"/v1/queue/{numbers[1]}/no-show", headers=desk.as_agent)
    assert (mine.status_code, mine.json()["code"]) == (409, "ticket.not_yours")


def test_an_empty_queue_and_an_unknown_ticket_say_so(desk: Desk) -> None:
    assert _call(desk).json()["code"] == "queue.empty"
    assert _call(desk, "Z999").json()["code"] == "ticket.unknown"
    assert desk.http.post("/v1/queue/Z999/call-again", headers=desk.as_agent).status_code == 404


def test_an_answer_is_sealed_and_the_question_is_noted(
    office: Office, desk: Desk, people: dict[str, str]
) -> None:
    answer = desk.asks("mas_employed_persons", people["found 4.1.1"].lower(), purpose="M-B03-2026-00001")

    assert is_sealed(answer, desk.enrolled.server_keys)
    assert (answer.asked_by, answer.purpose) == ("aysel", "M-B03-2026-00001")
    assert answer.answer["found"] is True
    assert answer.answer["entries"][0]["article"] == "4.1.1"
    assert answer.file_id == desk.file_of(people["found 4.1.1"])
    with office.database.reading() as connection:
        noted = connection.execute(select(readings)).one()
    assert (noted.agent, noted.what, noted.lookup_no) == ("aysel", "mas_employed_persons", answer.lookup_no)


def test_nobody_is_found_under_a_number_nobody_has(desk: Desk) -> None:
    assert desk.asks("meis_person", "0000000").answer == {"found": False}
    assert desk.asks("mas_status", "0000000").answer["status"] == "not_registered"
    assert desk.asks("mas_employed_persons", "0000000").answer == {"found": False, "entries": []}


@pytest.mark.parametrize(
    ("number", "code"), [("O000000", "pin.letter_o"), ("123", "pin.length"), ("   ", "pin.empty")]
)
def test_a_number_of_the_wrong_shape_is_named_not_repeated(desk: Desk, number: str, code: str) -> None:
    answer = desk.lookup("meis_person", number)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert number.strip() == "" or number not in answer.text


def test_a_register_that_is_switched_off_is_unreachable(
    office: Office, desk: Desk, people: dict[str, str]
) -> None:
    office.settings.outages.mkdir()
    (office.settings.outages / "mas_employed_persons").touch()
    answer = desk.lookup("mas_employed_persons", people["not found"])
    assert (answer.status_code, answer.json()["code"]) == (503, "register.unreachable")
    assert int(answer.headers["retry-after"]) > 0
    assert desk.lookup("meis_person", people["not found"]).status_code == 200


def _lease(desk: Desk, year: int = 2026, series: str = "notice") -> NumberLease:
    answer = desk.http.post("/v1/leases", json={"series": series, "year": year}, headers=desk.as_desk)
    assert answer.status_code == 201, answer.text
    lease = from_json(NumberLease, answer.json()["lease"])
    assert is_sealed(lease, desk.enrolled.server_keys)
    return lease


def test_blocks_of_numbers_never_overlap(desk: Desk, other_desk: Desk) -> None:
    with ThreadPoolExecutor(4) as pool:
        leases = list(pool.map(_lease, [desk, other_desk] * 6))
    taken = [number for lease in leases for number in range(lease.first, lease.last + 1)]
    assert sorted(taken) == list(range(1, 12 * 50 + 1))
    assert {lease.desk for lease in leases} == {"B03-01", "B03-02"}


def test_each_series_year_and_centre_counts_by_itself(
    office: Office, http: httpx.Client, clock: Clockwork, desk: Desk
) -> None:
    assert _lease(desk, series="application").first == _lease(desk, series="notice").first == 1
    assert _lease(enrol(office, http, clock, "A01")).first == 1
    assert (
        desk.http.post(
            "/v1/leases", json={"series": "notice", "year": 2027}, headers=desk.as_desk
        ).status_code
        == 422
    )
    clock.at = datetime(2026, 11, 30, 20, 0, tzinfo=UTC)  # 1 December in Baku
    assert _lease(desk, year=2027).first == 1
    assert _lease(desk, year=2026).first == 51


def test_blobs_are_kept_under_their_own_hash(
    office: Office, http: httpx.Client, clock: Clockwork, desk: Desk, other_desk: Desk
) -> None:
    content = b"%PDF-1.7 " + bytes(range(256)) * 5000
    sha256 = hashlib.sha256(content).hexdigest()
    path = f"/v1/blobs/{sha256}"
    assert http.head(path, headers=desk.as_desk).status_code == 404
    for _ in range(2):
        assert http.put(path, content=content, headers=desk.as_desk).status_code == 204
    head = http.head(path, headers=other_desk.as_desk)
    assert (head.status_code, head.headers["content-length"]) == (200, str(len(content)))
    assert http.get(path, headers=other_desk.as_desk).content == content
    far = enrol(office, http, clock, "A01")
    assert http.get(path, headers=far.as_desk).status_code == 404
    wrong = http.put(f"/v1/blobs/{'0' * 64}", content=content, headers=desk.as_desk)
    assert (wrong.status_code, wrong.json()["code"]) == (422, "blob.other_hash")
    big = http.put(path, content=b"x" * (office.settings.blob_limit + 1), headers=desk.as_desk)
    assert big.status_code == 413


def test_a_file_is_read_with_a_purpose_and_the_reading_is_noted(
    office: Office, http: httpx.Client, clock: Clockwork, desk: Desk, people: dict[str, str]
) -> None:
    far = enrol(office, http, clock, "A01").signs_in("fidan")
    file = desk.identifies(people["not found"])
    assert http.get(f"/v1/files/{file}", headers=far.as_agent).status_code == 422
    read = http.get(f"/v1/files/{file}", params={"purpose": "müraciət"}, headers=far.as_agent)
    assert [event["content"]["kind"] for event in read.json()["events"]] == [
        "person_identified",
        "status_read",
    ]
    unknown = http.get(f"/v1/files/{uuid4()}", params={"purpose": "müraciət"}, headers=far.as_agent)
    assert unknown.json()["code"] == "file.unknown"
    with office.database.reading() as connection:
        noted = connection.execute(select(readings).where(readings.c.what == "file")).all()
    assert {(row.agent, row.purpose) for row in noted} == {("fidan", "müraciət")}
    assert len(noted) == 2
