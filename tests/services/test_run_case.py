"""Tickets and cases: nobody is called twice, nobody is lost, whatever the queue could not hear."""

from __future__ import annotations

import pytest

from central_api.office import Office
from dost_desktop.api.agent_session import AgentSession
from dost_desktop.api.queue_desk import QueueAtDesk
from dost_desktop.contract.messages import Ticket
from dost_desktop.ports import NoTicket
from dost_desktop.services.run_case import Case, RunCase
from dost_desktop.services.serve_ticket import CallTicket, FinishCase
from tests.sync.desks import PracticeDesk
from tests.sync.fixtures import catalogue, clock, desk, office, people, server

__all__ = ["catalogue", "clock", "desk", "office", "people", "server"]


@pytest.fixture
def queue(office: Office, desk: PracticeDesk) -> QueueAtDesk:
    """Three people wait; the last one may go first."""
    for minute, note in ((1, ""), (2, ""), (3, "priority")):
        ticket = {
            "number": f"A00{minute}",
            "purpose": "unemployed_registration",
            "needs": [note] if note else [],
        }
        taken = {"taken_at": f"2026-11-24T05:0{minute}:00.000Z"}
        office.queue.add("B03", Ticket.model_validate(ticket | taken))
    session = AgentSession(desk.central, "aysel", desk.name, desk.desk.hand, desk.watch)
    return QueueAtDesk(desk.central, session)


class Deaf(QueueAtDesk):
    """The line breaks just then."""

    def finish(self, number: str) -> bool:
        return False


def called(case: Case | NoTicket) -> str:
    assert isinstance(case, Case)
    return case.ticket


def test_with_a_half_done_case_the_next_person_is_called_and_none_twice(
    desk: PracticeDesk, queue: QueueAtDesk
) -> None:
    cases = RunCase(desk.desk)
    call = CallTicket(cases, queue)

    assert called(call()) == "A003"
    cases.pause("waits for a paper")
    assert called(call()) == "A001"
    assert called(call()) == "A002"  # the open one is put aside
    assert call() == NoTicket("queue.empty")
    assert {each.ticket for each in cases.paused()} == {"A001", "A003"}
    current = cases.current()
    assert current is not None
    assert current.ticket == "A002"


def test_who_was_served_while_the_queue_was_away_is_not_called_again(
    desk: PracticeDesk, queue: QueueAtDesk, office: Office
) -> None:
    cases = RunCase(desk.desk)
    call, finish = CallTicket(cases, queue), FinishCase(cases, queue)
    assert called(call()) == "A003"
    FinishCase(cases, Deaf(desk.central, queue._session))()
    assert cases.current() is None

    assert called(call()) == "A001"
    finish()
    assert office.queue.board("B03", desk.name).served_today == 2
