"""The queue between desks: directions, calling again, sending on, needs; and one winner whoever is first."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from central_api.cli import app
from central_api.database import Database
from central_api.directions import set_directions
from central_api.migrating import migrate
from central_api.office import Office
from dost_desktop.contract.messages import Queue, Ticket
from dost_desktop.domain.dates import instant_text
from tests.central_api.practice_desk import Clockwork, Desk, enrol

Take = Callable[..., None]


@pytest.fixture
def takes(office: Office, clock: Clockwork) -> Take:
    """Somebody takes a ticket at the machine."""

    def take(number: str, direction: str = "employment", minutes: int = 5, **more: Any) -> None:
        told = {
            "number": number,
            "purpose": "unemployed_registration" if direction == "employment" else "",
            "direction": direction,
            "taken_at": instant_text(clock() - timedelta(minutes=minutes)),
        }
        office.queue.add("B03", Ticket.model_validate(told | more))

    return take


@pytest.fixture
def pension_desk(office: Office, other_desk: Desk) -> Desk:
    """Desk B03-02 is for pensions."""
    set_directions(office.database, other_desk.enrolled.desk, ["pension"])
    return other_desk


def asks(desk: Desk, path: str, body: object = None, method: str = "POST") -> httpx.Response:
    return desk.http.request(method, f"/v1/queue/{path}", json=body, headers=desk.as_agent)


def call(desk: Desk, number: str | None = None) -> httpx.Response:
    return asks(desk, "call", {"number": number})


def board(desk: Desk) -> Queue:
    return Queue.model_validate(desk.http.get("/v1/queue", headers=desk.as_agent).json())


def offered(desk: Desk) -> list[str]:
    return [each.number for each in board(desk).tickets]


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_a_desk_is_offered_its_directions_and_no_others(takes: Take, desk: Desk, pension_desk: Desk) -> None:
    takes("A001", minutes=3)
    takes("P001", "pension", minutes=9)
    assert (offered(desk), offered(pension_desk)) == (["A001"], ["P001"])
    assert code(call(desk, "P001")) == (409, "ticket.other_direction")
    assert call(desk).json()["number"] == "A001"
    assert call(pension_desk).json()["number"] == "P001"
    told = board(desk)
    assert told.directions == ("employment",)
    assert [(each.desk, each.directions) for each in told.others] == [("B03-02", ("pension",))]


def test_the_board_counts_the_whole_centre(
    takes: Take, desk: Desk, pension_desk: Desk, clock: Clockwork
) -> None:
    takes("A001", minutes=6)
    takes("P001", "pension", minutes=30)
    takes("P002", "pension", minutes=10)
    call(desk)
    told = board(desk)
    assert (told.waiting, told.mean_wait_seconds, told.longest_wait_seconds) == (2, 360, 1800)


def test_a_called_ticket_is_called_again_and_counted_with_its_time(
    takes: Take, desk: Desk, other_desk: Desk, clock: Clockwork
) -> None:
    takes("A001")
    assert code(asks(desk, "A001/call-again")) == (409, "ticket.not_called")
    first = call(desk).json()
    clock.at += timedelta(minutes=1)
    again = asks(desk, "A001/call-again").json()
    assert (first["calls"], again["calls"]) == (1, 2)
    assert (again["called_at"], again["called_again_at"]) == (first["called_at"], instant_text(clock()))
    assert code(asks(other_desk, "A001/call-again")) == (409, "ticket.not_yours")


def test_who_did_not_come_is_called_by_number_later(takes: Take, desk: Desk, other_desk: Desk) -> None:
    takes("A001")
    assert code(asks(desk, "A001/no-show")) == (409, "ticket.not_called")
    call(desk)
    asks(desk, "A001/call-again")
    assert asks(desk, "A001/no-show").json()["state"] == "no_show"
    assert asks(desk, "A001/no-show").status_code == 200  # the answer was lost
    assert code(call(desk)) == (404, "queue.empty")
    back = call(other_desk, "A001").json()
    assert (back["state"], back["desk"], back["calls"]) == ("called", "B03-02", 1)
    assert call(other_desk, "A001").json() == back
    asks(other_desk, "A001/finish")
    assert code(call(desk, "A001")) == (409, "ticket.served")


@pytest.mark.parametrize("called", [False, True])
def test_a_ticket_that_is_sent_to_another_direction_waits_there_in_its_old_place(
    takes: Take, desk: Desk, pension_desk: Desk, called: bool
) -> None:
    takes("P001", "pension", minutes=3)
    takes("A001", minutes=9)
    if called:
        call(desk)
    for _ in range(2):  # safe to repeat
        sent = asks(desk, "A001/transfer", {"direction": "pension"}).json()
        assert (sent["state"], sent["direction"], sent["sent_from"]) == ("waiting", "pension", "B03-01")
    assert offered(desk) == []
    assert call(pension_desk).json()["number"] == "A001"
    assert code(asks(desk, "A001/transfer", {"direction": "pension"})) == (409, "ticket.taken")


def test_a_ticket_that_is_sent_to_one_desk_is_offered_to_that_desk_alone(
    takes: Take, office: Office, desk: Desk, other_desk: Desk, http: httpx.Client, clock: Clockwork
) -> None:
    third = enrol(office, http, clock).signs_in("aysel")
    takes("A001")
    assert asks(desk, "A001/transfer", {"desk": "B03-02"}).json()["for_desk"] == "B03-02"
    assert (offered(third), offered(other_desk)) == ([], ["A001"])
    assert code(call(third, "A001")) == (409, "ticket.for_other_desk")
    assert call(other_desk).json()["number"] == "A001"


@pytest.mark.parametrize(
    ("wish", "answer"),
    [
        ({}, (422, "transfer.one_place")),
        ({"direction": "pension", "desk": "B03-02"}, (422, "transfer.one_place")),
        ({"direction": "disability"}, (409, "direction.no_desk")),  # nobody would ever call it there
        ({"desk": "B03-02"}, (409, "desk.other_direction")),
        ({"desk": "A01-01"}, (409, "desk.other_direction")),
    ],
)
def test_a_ticket_is_never_sent_where_nobody_calls_it(
    takes: Take, desk: Desk, pension_desk: Desk, wish: dict[str, str], answer: tuple[int, str]
) -> None:
    takes("A001")
    assert code(asks(desk, "A001/transfer", wish)) == answer
    assert offered(desk) == ["A001"]


def test_what_a_person_needs_is_noted_and_taken_back(
    takes: Take, desk: Desk, other_desk: Desk, pension_desk: Desk
) -> None:
    takes("A001", minutes=9)
    takes("A002", needs=["representative"])
    wanted = {"needs": ["interpreter", "priority", "representative"]}
    noted = asks(desk, "A002/needs", wanted, "PUT").json()["needs"]
    assert noted == ["priority", "interpreter", "representative"]
    assert code(asks(pension_desk, "A002/needs", {"needs": []}, "PUT")) == (409, "ticket.other_direction")
    assert offered(desk) == ["A002", "A001"]  # the board stands in the order of calling: priority first
    assert call(desk).json()["number"] == "A002"
    assert asks(desk, "A002/needs", {"needs": []}, "PUT").json()["needs"] == []


def test_of_many_who_do_something_with_one_ticket_at_once_one_wins(
    takes: Take, desk: Desk, other_desk: Desk
) -> None:
    for place in range(12):
        takes(f"A{place:03}")
        tries = [
            lambda desk=each, n=f"A{place:03}": call(desk, n) for each in (desk, other_desk, desk, other_desk)
        ]
        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda one: one(), tries))
        winners = {each.json()["desk"] for each in answers if each.status_code == 200}
        assert len(winners) == 1
        assert {code(each) for each in answers if each.status_code != 200} == {(409, "ticket.taken")}


def test_an_administrator_gives_a_desk_its_directions(office: Office, desk: Desk, filled_url: str) -> None:
    data = ["--data", str(office.settings.data)]
    runner = CliRunner(env={"DATABASE_URL": filled_url} if filled_url else None)

    def run(*words: str) -> tuple[int, str]:
        result = runner.invoke(app, ["desks", "directions", *words, *data])
        return result.exit_code, result.output.strip()

    assert run("B03-01") == (0, "employment")
    assert run("B03-01", "pension, employment,pension") == (0, "pension,employment")
    assert run("B03-09", "pension") == (2, "desk.unknown")
    assert run("B03-01", "gardening")[0] == 2
    assert board(desk).directions == ("pension", "employment")


def test_tickets_and_desks_of_before_are_for_employment(tmp_path: Path, database_url: str) -> None:
    database = Database(database_url or f"sqlite:///{tmp_path / 'x.sqlite3'}")
    migrate(database, "0001")
    with database.writing() as connection:
        connection.execute(
            text(
                "INSERT INTO desks (desk, centre, install_id, enrolled_at) VALUES ('B03-01', 'B03', 'x', 'x')"
            )
        )
        for number, state in (("A001", "waiting"), ("A002", "redirected")):
            connection.execute(
                text(
                    "INSERT INTO tickets (centre, day, number, purpose, detail, note, state, taken_at, desk)"
                    " VALUES ('B03', '2026-11-24', :number, 'cancellation', '', 'priority', :state, 'x', '')"
                ),
                {"number": number, "state": state},
            )
    migrate(database)
    with database.reading() as connection:
        rows = connection.execute(
            text("SELECT number, state, direction, needs, calls FROM tickets ORDER BY number")
        )
        assert [tuple(row) for row in rows] == [
            ("A001", "waiting", "employment", "priority", 0),
            ("A002", "no_show", "employment", "priority", 0),
        ]
        assert connection.execute(text("SELECT directions FROM desks")).scalar_one() == "employment"
    database.close()
