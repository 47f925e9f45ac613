"""What one desk began another finishes: two desks with their own memories, and the real central API between them."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import timedelta

import pytest

from central_api.office import Office
from dost_desktop.api.agent_session import AgentSession
from dost_desktop.api.cases_desk import CasesAtDesk
from dost_desktop.api.queue_desk import QueueAtDesk
from dost_desktop.contract.half_done import HalfDoneCase
from dost_desktop.contract.messages import Ticket
from dost_desktop.services.case_telling import Went, to_tell
from dost_desktop.services.half_done import (
    CaseElsewhere,
    CaseFinishedElsewhere,
    CaseNotHere,
    ContinueCase,
)
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.run_case import Case, PauseReason, RunCase, draft_key_of
from dost_desktop.services.serve_ticket import CallTicket, FinishCase, NoteNeeds
from tests.central_api.practice_desk import Clockwork
from tests.sync.desks import PracticeDesk
from tests.sync.fixtures import catalogue, clock, desk, office, other_desk, people, server

__all__ = ["catalogue", "clock", "desk", "office", "other_desk", "people", "server"]


class AtDesk:
    """One desk's use cases."""

    def __init__(self, practice: PracticeDesk) -> None:
        self.practice = practice
        session = AgentSession(
            practice.central,
            practice.desk.agent.agent,
            practice.name,
            practice.desk.hand,
            practice.watch,
        )
        self.queue = QueueAtDesk(practice.central, session)
        self.cases, self.drafts = RunCase(practice.desk), KeepDrafts(practice.desk)
        self.going_on = ContinueCase(self.cases, CasesAtDesk(practice.central, session))

    def calls(self) -> Case:
        case = CallTicket(self.cases, self.queue)()
        assert isinstance(case, Case)
        return case

    def types(self, case: Case, surname: str) -> None:
        self.drafts.save(draft_key_of(case.id), "intake", {"surname": surname}, ticket=case.ticket)

    def typed(self, case: Case) -> object:
        draft = self.drafts.load(draft_key_of(case.id))
        return draft.content["surname"] if draft else None

    def pauses(self, reason: str = PauseReason.PERSON) -> None:
        self.cases.pause(reason)
        self.practice.syncs()

    def sees(self) -> tuple[HalfDoneCase, ...]:
        return self.going_on.others()

    def has_told_all(self) -> bool:
        with self.practice.database.open_reading() as reading:
            return not to_tell(reading)


@pytest.fixture
def first(office: Office, desk: PracticeDesk) -> AtDesk:
    """Desk B03-01; A001 waits with a wish for an interpreter."""
    ticket = {
        "number": "A001",
        "purpose": "unemployed_registration",
        "needs": ["interpreter"],
        "taken_at": "2026-11-24T05:00:00.000Z",
    }
    office.queue.add("B03", Ticket.model_validate(ticket))
    return AtDesk(desk)


@pytest.fixture
def second(other_desk: PracticeDesk) -> AtDesk:
    """Desk B03-02."""
    return AtDesk(other_desk)


def test_another_desk_goes_on_with_drafts_and_time(
    first: AtDesk, second: AtDesk, clock: Clockwork, office: Office
) -> None:
    case = first.calls()
    assert case.needs == ("interpreter",)
    first.types(case, "Quliyeva")
    clock.at += timedelta(minutes=4)
    first.pauses()
    clock.at += timedelta(minutes=30)

    [seen] = second.sees()
    assert (seen.desk, seen.reason, seen.ticket, seen.drafts) == ("B03-01", "person", "A001", ())
    going = second.going_on.other(seen)

    assert (going.id, going.ticket, going.needs, going.agent) == (case.id, "A001", case.needs, "orxan")
    assert second.typed(going) == "Quliyeva"
    assert going.served_seconds(clock()) == 4 * 60
    assert second.cases.current() == going
    assert first.going_on.others() == ()
    assert first.cases.paused() == ()
    assert first.cases.heard() == (Went("A001", "B03-02", was_open=False),)
    assert first.cases.heard() == ()
    FinishCase(second.cases, second.queue)()
    second.practice.syncs()
    assert office.queue.board("B03", "B03-02").served_today == 1
    assert (first.sees(), second.sees()) == ((), ())


def test_its_application_is_there_before_it_goes_on(
    first: AtDesk, second: AtDesk, people: dict[str, str]
) -> None:
    case = first.calls()
    file = first.practice.identifies(people["found 4.1.1"])
    application = first.practice.opens(file)
    first.cases.bind(case, file, application)
    first.drafts.save("refusal:x", "refusal", {"surname": "y"}, application=application)
    first.pauses()
    [seen] = second.sees()
    with pytest.raises(CaseNotHere):
        second.going_on.other(seen)
    second.practice.syncs()

    going = second.going_on.other(seen)

    assert (going.file_id, going.application) == (file, application)
    assert second.drafts.load("refusal:x") is not None


def test_the_desk_that_comes_second_hears_who_was_first(first: AtDesk, second: AtDesk) -> None:
    case = first.calls()
    first.types(case, "Quliyeva")
    first.pauses()
    [seen] = second.sees()
    going = second.going_on.other(seen)
    with pytest.raises(CaseElsewhere) as elsewhere:
        first.going_on.own(case.id, asks=True)
    assert elsewhere.value.facts == {"desk": "B03-02"}
    assert first.cases.paused() == ()
    assert first.cases.heard() == ()  # said already
    assert first.typed(case) == "Quliyeva"  # what was typed is kept

    second.cases.finish()
    second.practice.syncs()
    with pytest.raises(CaseFinishedElsewhere):
        second.going_on.other(seen)
    assert second.cases.current() is None
    assert going.parked


def test_without_a_connection_nothing_stops_and_what_happened_meanwhile_is_said(
    first: AtDesk, second: AtDesk
) -> None:
    case = first.calls()
    first.pauses()
    [seen] = second.sees()
    resumed = first.going_on.own(case.id, asks=False)  # no connection
    assert first.cases.current() == resumed
    second.going_on.other(seen)
    report_before = first.practice.syncs()

    assert report_before.changes.queue
    assert first.cases.heard() == (Went("A001", "B03-02", was_open=True),)
    assert first.cases.current() == resumed  # the agent decides
    assert first.has_told_all()


def test_pause_and_resume_far_from_any_server_is_told_when_it_is_back(
    first: AtDesk, second: AtDesk, server: tuple[str, ExitStack]
) -> None:
    case = first.calls()
    first.cases.pause("öz sözləri")
    assert not first.has_told_all()
    assert first.going_on.own(case.id, asks=True).id == case.id  # the server never heard of it
    first.cases.pause(PauseReason.REGISTER)
    first.practice.syncs()
    assert first.has_told_all()
    assert [each.reason for each in second.sees()] == ["register"]
    server[1].close()
    assert first.going_on.own(case.id, asks=True).id == case.id
    assert second.sees() == ()
    with pytest.raises(CaseNotHere):
        second.going_on.other(HalfDoneCase.model_validate(_a_case()))


def _a_case() -> dict[str, object]:
    return {
        "id": "01a20c2a-a91b-7000-8000-000000000001",
        "state": "paused",
        "agent": "aysel",
        "paused_at": "2026-11-24T05:00:00.000Z",
    }


def test_what_was_typed_here_later_is_never_written_over(
    first: AtDesk, second: AtDesk, clock: Clockwork
) -> None:
    case = first.calls()
    first.types(case, "Quliyeva")
    first.pauses()
    going = second.going_on.other(second.sees()[0])
    second.pauses()
    clock.at += timedelta(minutes=1)
    first.types(case, "Quliyeva-Həsənli")

    assert first.going_on.other(first.sees()[0]).id == going.id
    assert first.typed(case) == "Quliyeva-Həsənli"


def test_what_is_saved_a_moment_after_the_pause_is_told_too(first: AtDesk, second: AtDesk) -> None:
    case = first.calls()
    first.types(case, "Quliyeva")
    first.pauses()
    first.types(case, "Quliyeva Aygün")  # the page keeps its last letters when it goes
    assert not first.has_told_all()
    first.practice.syncs()
    assert second.typed(second.going_on.other(second.sees()[0])) == "Quliyeva Aygün"


def test_a_draft_that_is_too_long_stays_at_its_desk_and_holds_nothing_up(
    first: AtDesk, second: AtDesk
) -> None:
    case = first.calls()
    first.types(case, "x" * 300_000)
    first.pauses()
    assert first.has_told_all()
    going = second.going_on.other(second.sees()[0])
    assert (going.id, second.typed(going)) == (case.id, None)


def test_a_case_that_just_went_from_the_list_is_said_to_be_away(first: AtDesk) -> None:
    case = first.calls()
    first.cases.finish()
    with pytest.raises(CaseNotHere):
        first.going_on.own(case.id, asks=False)


def test_the_open_case_is_continued_before_the_one_that_was_put_aside_last(first: AtDesk) -> None:
    assert first.going_on.last(asks=False) is None
    case = first.calls()
    first.pauses()
    second_case = first.cases.begin("", "")
    assert first.going_on.last(asks=True) == second_case
    assert first.going_on.own(second_case.id, asks=True) == second_case
    first.cases.finish()
    going = first.going_on.last(asks=True)
    assert going is not None
    assert going.id == case.id


def test_a_desk_that_was_cut_off_while_it_took_a_case_finds_it_again(first: AtDesk, second: AtDesk) -> None:
    case = first.calls()
    first.types(case, "Quliyeva")
    first.pauses()
    [seen] = second.sees()
    second.going_on.centre.take(case.id)  # the answer is lost: the desk knows nothing of it
    assert (first.sees(), first.cases.paused()) == ((), ())
    [again] = second.sees()
    assert (again.id, again.desk, again.state) == (seen.id, "B03-02", "open")
    assert second.typed(second.going_on.other(again)) == "Quliyeva"
    assert second.sees() == ()
    second.cases.finish()
    assert second.sees() == ()  # its end is still to be told


def test_what_is_noted_on_the_called_ticket_stands_in_its_case(first: AtDesk) -> None:
    first.calls()
    noted = NoteNeeds(first.cases, first.queue)("A001", ("representative", "priority"))
    assert isinstance(noted, Ticket)
    current = first.cases.current()
    assert current is not None
    assert current.needs == ("priority", "representative")


def test_a_server_that_lost_a_case_hears_of_it_again(first: AtDesk, second: AtDesk, office: Office) -> None:
    first.calls()
    first.pauses()
    with office.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM half_done_cases")
    assert first.sees() == ()
    first.practice.syncs()
    assert len(second.sees()) == 1
    assert len(first.cases.paused()) == 1


def test_who_did_not_come_leaves_no_draft(first: AtDesk) -> None:
    case = first.calls()
    first.types(case, "Quliyeva")
    first.cases.drop()
    assert (first.cases.current(), first.typed(case)) == (None, None)


def test_a_ticket_whose_case_is_half_done_here_goes_on_when_called_by_number(first: AtDesk) -> None:
    case = first.calls()
    call = CallTicket(first.cases, first.queue)
    assert call("A001") == case
    first.pauses()
    again = call("A001")
    assert isinstance(again, Case)
    assert (again.id, again.paused_at) == (case.id, None)
