"""An application that waits for the register goes on by itself when the register is back."""

from __future__ import annotations

import copy
import time
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from central_api.office import Office
from dost_desktop.contract.seals import is_signed
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.evidence import Identity, Paper
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import ApplicationState, FormShown, Source
from tests.central_api.practice_desk import Clockwork, Desk


def _waits(desk: Desk, number: str) -> tuple[UUID, UUID]:
    file = desk.identifies(number)
    application = desk.opens(file)
    [verdict] = desk.pushes(desk.records(file, acts.RecordRegisterSilence(application, desk.clock())))
    assert verdict.answer == "accepted"
    return file, application


def _arrives(desk: Desk, cursor: str) -> tuple[str, ...]:
    page = desk.pulls(cursor, wait=5)
    return tuple(event.content["kind"] for item in page.items for event in item.events)


def test_the_server_asks_at_once_and_the_desk_gets_the_answer_by_the_feed(
    desk: Desk, other_desk: Desk, people: dict[str, str]
) -> None:
    file, application = _waits(desk, people["found 4.1.1"])
    end = time.monotonic() + 5
    while len(events := [e for item in other_desk.pulls().items for e in item.events]) < 5:
        assert time.monotonic() < end
        time.sleep(0.02)

    desk.takes(file, 1, tuple(events))
    answered = desk.state(file).application(application)
    assert answered is not None
    assert answered.state is ApplicationState.FOUND_EMPLOYED
    content = desk.chains[file][-1].event.content
    assert (content.agent, content.desk) == ("central_system", "central")
    [key] = desk.enrolled.server_keys.values()
    assert is_signed(key, content.signed_bytes(), desk.chains[file][-1].event.signature)
    refused = desk.refusal(application, answered.answer) if answered.answer else None
    assert refused is not None
    assert desk.pushes(desk.records(file, refused))[0].answer == "accepted"


def test_while_the_register_is_away_it_is_asked_again_until_it_answers(
    office: Office, desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    office.background.stop()  # this test turns the crank itself
    office.settings.outages.mkdir()
    outage = office.settings.outages / "mas_employed_persons"
    outage.touch()
    jobs = type(office.jobs)(office.database, office.lookups, office.hand, clock)
    file, application = _waits(desk, people["not found"])

    assert jobs.work_off() == 0
    assert jobs.work_off() == 0
    outage.unlink()
    assert jobs.work_off() == 0  # not yet due again
    clock.at += timedelta(seconds=2)
    assert jobs.work_off() == 1
    assert jobs.work_off() == 0

    state = office.hand.read(file).application(application)
    assert state is not None
    assert state.state is ApplicationState.OFFERING_WORK


def test_an_answer_that_came_too_late_is_dropped(office: Office, desk: Desk, people: dict[str, str]) -> None:
    office.background.stop()
    jobs = type(office.jobs)(office.database, office.lookups, office.hand, office.clock)
    file, application = _waits(desk, people["not found"])
    desk.pushes(desk.records(file, acts.Withdraw(application)))
    assert jobs.work_off() == 1
    assert office.hand.read(file).head == desk.head(file)


def test_a_number_that_no_register_can_have_is_not_asked_for_and_stops_nothing(
    office: Office, desk: Desk, people: dict[str, str]
) -> None:
    office.background.stop()
    typed = Identity(NumberKind.PIN, "123", "Əliyev", "Araz", "", None)
    paper = Paper("identity_card_old", "AZE12345678", FormShown.ORIGINAL)
    file = desk.file_of("123")
    identified = acts.IdentifyPerson(typed, Source.PAPERS, paper=paper, unreachable_at=desk.clock())
    [verdict] = desk.pushes(desk.records(file, identified))
    assert verdict.answer == "accepted"
    application = desk.opens(file)
    desk.pushes(desk.records(file, acts.RecordRegisterSilence(application, desk.clock())))
    _waits(desk, people["not found"])

    assert office.jobs.work_off() == 2
    found = office.hand.read(file).application(application)
    assert found is not None
    assert found.state is ApplicationState.WAITING_REGISTER


def test_an_answer_that_an_agent_brought_meanwhile_is_not_said_again(
    office: Office, desk: Desk, people: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second answer with another number would take the ground from under the agent's refusal."""
    office.background.stop()
    number = people["found 4.1.1"]
    file, application = _waits(desk, number)
    slow = copy.copy(office.lookups)

    def slowly(*given: Any, **more: Any) -> Attestation:
        desk.checks(file, application, number)
        return office.lookups.ask(*given, **more)

    monkeypatch.setattr(slow, "ask", slowly)
    jobs = type(office.jobs)(office.database, slow, office.hand, office.clock)
    assert jobs.work_off() == 1

    assert office.hand.read(file).head == desk.head(file)
