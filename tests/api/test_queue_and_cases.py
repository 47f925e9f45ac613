"""What the desk makes of the queue's and the cases' answers: a ticket, a case, or why there is none."""

from __future__ import annotations

from contextlib import ExitStack
from uuid import UUID, uuid4

import pytest

from central_api.office import Office
from dost_desktop.api.agent_session import AgentSession
from dost_desktop.api.cases_desk import CasesAtDesk
from dost_desktop.api.queue_desk import QueueAtDesk
from dost_desktop.contract.half_done import HalfDoneCase
from dost_desktop.contract.messages import Problem, Ticket
from dost_desktop.ports import CaseAway, NoTicket
from dost_desktop.sync.needs import Done
from tests.sync.desks import PracticeDesk


def _session(desk: PracticeDesk) -> AgentSession:
    return AgentSession(desk.central, desk.desk.agent.agent, desk.name, desk.desk.hand, desk.watch)


@pytest.fixture
def queue(office: Office, desk: PracticeDesk) -> QueueAtDesk:
    for number, direction in (("A001", "employment"), ("Ə 2", "employment"), ("P001", "pension")):
        told = {"number": number, "purpose": "", "direction": direction}
        office.queue.add("B03", Ticket.model_validate(told | {"taken_at": "2026-11-24T05:00:00.000Z"}))
    return QueueAtDesk(desk.central, _session(desk))


def test_a_ticket_is_called_again_sent_on_and_noted(queue: QueueAtDesk, other_desk: PracticeDesk) -> None:
    called = queue.call("Ə 2")  # whatever the machine prints
    assert isinstance(called, Ticket)
    again = queue.call_again("Ə 2")
    assert isinstance(again, Ticket)
    assert again.calls == 2
    noted = queue.note_needs("Ə 2", ("interpreter",))
    assert isinstance(noted, Ticket)
    assert noted.needs == ("interpreter",)
    sent = queue.transfer("Ə 2", desk=other_desk.name)
    assert isinstance(sent, Ticket)
    assert (sent.for_desk, sent.sent_from) == (other_desk.name, "B03-01")


def test_why_there_is_no_ticket_has_words(queue: QueueAtDesk, server: tuple[str, ExitStack]) -> None:
    assert queue.call("P001") == NoTicket("ticket.other_direction")
    assert queue.no_show("A001") == NoTicket("ticket.not_called")
    assert queue.transfer("A001", direction="disability") == NoTicket("direction.no_desk")
    server[1].close()
    assert queue.call(None) == NoTicket("queue.unreachable")
    assert not queue.finish("A001")
    assert queue.queue() is None


def _a_case() -> HalfDoneCase:
    told = {"id": str(uuid4()), "state": "paused", "agent": "aysel", "paused_at": "2026-11-24T05:00:00.000Z"}
    return HalfDoneCase.model_validate(told)


def test_a_case_is_taken_or_away_or_nobody_answers(
    desk: PracticeDesk, other_desk: PracticeDesk, server: tuple[str, ExitStack]
) -> None:
    mine, theirs = (CasesAtDesk(each.central, _session(each)) for each in (desk, other_desk))
    case = _a_case()
    told = desk.central.put_case(case)
    assert isinstance(told, HalfDoneCase)
    assert theirs.half_done() == (told,)
    taken = theirs.take(UUID(case.id))
    assert isinstance(taken, HalfDoneCase)
    assert mine.take(UUID(case.id)) == CaseAway("B03-02")
    refused = desk.central.finish_case(UUID(case.id))
    assert isinstance(refused, Problem)
    assert other_desk.central.finish_case(UUID(case.id)) == Done()
    assert mine.take(UUID(case.id)) == CaseAway("")
    assert mine.take(uuid4()) is None
    server[1].close()
    assert mine.take(UUID(case.id)) is None
    assert mine.half_done() is None
