"""From no suitable work to the back office's decision: two agents and an officer at real desks, one real server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from central_api.demo_people import vacancies
from central_api.office import Office
from central_api.register_files import replace_register
from dost_desktop.api.agent_session import AgentSession
from dost_desktop.api.lifecycle_desk import BackOfficeAtDesk, SuitableWorkAtDesk
from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.contract.back_office import BackOfficeDrafts
from dost_desktop.contract.messages import FeedItem, Push, PushAnswer
from dost_desktop.contract.suitable_work import Vacancies
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import ApplicationState, Status
from dost_desktop.ports import Unanswered
from dost_desktop.services.decide_drafts import DecideDrafts, Decision
from dost_desktop.services.desk import ActNotAllowed
from dost_desktop.services.suitable_work import (
    AskNoSuitableWork,
    FindVacancies,
    RecordNoSuitableWork,
    Wish,
)
from tests.central_api.practice_desk import Clockwork, hire
from tests.sync.desks import PracticeDesk, new_desk
from tests.sync.fixtures import catalogue, clock, desk, office, people, server

__all__ = ["catalogue", "clock", "desk", "office", "people", "server"]
Server = tuple[str, ExitStack]


def session(desk: PracticeDesk) -> AgentSession:
    return AgentSession(desk.central, desk.desk.agent.agent, desk.name, desk.desk.hand, desk.watch)


def work_at(desk: PracticeDesk) -> SuitableWorkAtDesk:
    return SuitableWorkAtDesk(desk.central, session(desk))


@pytest.fixture
def officer(
    tmp_path: Path, office: Office, server: Server, catalogue: Catalogue, clock: Clockwork, desk: PracticeDesk
) -> Iterator[PracticeDesk]:
    hire(office, "leyla", "back_office")
    with new_desk(tmp_path, office, server[0], catalogue, clock, "leyla") as made:
        yield made


@dataclass
class Checked:
    file: UUID
    application: UUID


def checks(desk: PracticeDesk, number: str) -> Checked:
    """Identified, applied, and not found among employed persons."""
    file = desk.identifies(number)
    application = desk.opens(file)
    answer = desk.registers.ask(Register.EMPLOYED_PERSONS, NumberKind.PIN, number, f"M-{number}")
    assert not isinstance(answer, Unanswered)
    desk.does(file, acts.RecordRegisterAnswer(application, answer))
    return Checked(file, application)


def stands(desk: PracticeDesk, file: UUID) -> PersonFile:
    with desk.database.open_reading() as reading:
        return reading.file(file)


def sends(desk: PracticeDesk, number: str) -> Checked:
    """Nothing suitable, placed in MAS, and the draft at the back office."""
    case = checks(desk, number)
    FindVacancies(work_at(desk))(stands(desk, case.file), case.application, Wish())
    placed = AskNoSuitableWork(desk.desk, work_at(desk))(stands(desk, case.file), case.application)
    assert isinstance(placed, Attestation)
    RecordNoSuitableWork(desk.desk)(case.file, case.application, placed)
    desk.does(case.file, acts.SendToBackOffice(case.application, "05"))
    desk.syncs()
    return case


def test_vacancies_are_found_for_the_applicant(
    office: Office, desk: PracticeDesk, people: dict[str, str], clock: Clockwork, server: Server
) -> None:
    bank = vacancies(clock().date())
    replace_register(office.database, Register.VACANCIES, bank)
    case = checks(desk, people["not found"])
    find, file = FindVacancies(work_at(desk)), stands(desk, case.file)
    every = find(file, case.application, Wish(), 3)
    assert isinstance(every, Vacancies)
    assert (every.total, every.page, len(every.vacancies)) == (len(bank), 3, 20)
    well_paid = find(file, case.application, Wish(wage_from=1000, public_transport=True))
    assert isinstance(well_paid, Vacancies)
    assert 0 < well_paid.total < every.total
    assert all(each.wage >= 1000 and each.public_transport for each in well_paid.vacancies)
    office.settings.outages.mkdir()
    (office.settings.outages / "mas_vacancies").touch()
    assert find(file, case.application, Wish()) is Unanswered.REGISTER
    server[1].close()
    assert find(file, case.application, Wish()) is Unanswered.OFFLINE


def test_no_suitable_work_needs_mas_and_is_not_asked_for_in_vain(
    office: Office, desk: PracticeDesk, people: dict[str, str], server: Server
) -> None:
    case = checks(desk, people["not found"])
    ask = AskNoSuitableWork(desk.desk, work_at(desk))
    with pytest.raises(ActNotAllowed) as nobody_searched:
        ask(stands(desk, case.file), case.application)
    assert nobody_searched.value.refused.reason == "work.not_searched"
    FindVacancies(work_at(desk))(stands(desk, case.file), case.application, Wish())
    first, again = (ask(stands(desk, case.file), case.application) for _ in range(2))
    assert isinstance(first, Attestation)
    assert isinstance(again, Attestation)
    assert again.answer == first.answer
    RecordNoSuitableWork(desk.desk)(case.file, case.application, first)
    found = desk.application(case.file, case.application)
    assert found is not None
    assert (found.state, found.no_work_reference) == (
        ApplicationState.NO_WORK_PLACED,
        first.answer["reference"],
    )
    with pytest.raises(ActNotAllowed):
        ask(stands(desk, case.file), case.application)
    server[1].close()
    other = sent_back(desk, people)
    assert ask(stands(desk, other.file), other.application) is Unanswered.OFFLINE


def sent_back(desk: PracticeDesk, people: dict[str, str]) -> Checked:
    """A case that was checked before the connection went: its file is at the desk."""
    file = desk.file_of(people["not found"])
    found = desk.application(file, next(each.id for each in stands(desk, file).applications))
    assert found is not None
    desk.does(file, acts.Withdraw(found.id))
    application = desk.opens(file)
    assert found.answer is not None
    desk.does(file, acts.RecordRegisterAnswer(application, found.answer))
    return Checked(file, application)


def test_an_officer_decides_several_at_once_and_the_agent_s_desk_hears_of_it(
    office: Office, desk: PracticeDesk, officer: PracticeDesk, people: dict[str, str]
) -> None:
    office.background.stop()
    yes, no = sends(desk, people["not found"]), sends(desk, people["expired card"])
    back_office = BackOfficeAtDesk(officer.central, session(officer))
    listed = back_office.drafts()
    assert isinstance(listed, BackOfficeDrafts)
    assert {each.application for each in listed.drafts} == {str(yes.application), str(no.application)}
    assert {(each.due_on, each.is_own) for each in listed.drafts} == {("2026-12-01", False)}

    decide = DecideDrafts(officer.desk, back_office)
    done = decide(
        [
            Decision(yes.file, yes.application),
            Decision(no.file, no.application, "Sənədi dəqiqləşdirin", confirms=False),
            Decision(no.file, uuid4()),
            Decision(uuid4(), uuid4()),
        ]
    )
    assert [each.refused for each in done] == [
        None,
        None,
        Refused("application.unknown"),
        Unanswered.OFFLINE,  # nobody knows such a file
    ]
    twice = decide([Decision(yes.file, yes.application), Decision(no.file, no.application)])
    assert [
        (each.refused.reason, dict(each.refused.facts)) for each in twice if isinstance(each.refused, Refused)
    ] == [
        ("back_office.confirmed_already", {"agent": "leyla"}),
        ("back_office.returned_already", {"agent": "leyla"}),
    ]
    assert back_office.drafts() == BackOfficeDrafts(drafts=(), total=0)
    desk.syncs()
    assert stands(desk, yes.file).registration.status is Status.UNEMPLOYED
    returned = desk.application(no.file, no.application)
    assert returned is not None
    assert (returned.state, returned.returned_for) == (ApplicationState.RETURNED, "Sənədi dəqiqləşdirin")


class MeanwhileWithdrawn:
    """The back office's line, on which the person withdraws between the officer's reading and deciding."""

    def __init__(self, line: BackOfficeAtDesk, desk: PracticeDesk, case: Checked) -> None:
        self.line, self.desk, self.case = line, desk, case
        self.is_withdrawn = False

    def drafts(self, back_office: str = "") -> BackOfficeDrafts | Unanswered:
        return self.line.drafts(back_office)

    def file(self, file_id: UUID, purpose: str) -> FeedItem | Unanswered:
        return self.line.file(file_id, purpose)

    def decide(self, runs: Push) -> PushAnswer | Unanswered:
        if not self.is_withdrawn:
            self.is_withdrawn = True
            self.desk.does(self.case.file, acts.Withdraw(self.case.application))
            self.desk.syncs()
        return self.line.decide(runs)


def test_a_draft_withdrawn_meanwhile_is_not_confirmed_and_the_others_are(
    office: Office, desk: PracticeDesk, officer: PracticeDesk, people: dict[str, str], server: Server
) -> None:
    office.background.stop()
    gone, stays = sends(desk, people["not found"]), sends(desk, people["expired card"])
    line = BackOfficeAtDesk(officer.central, session(officer))
    decide = DecideDrafts(officer.desk, MeanwhileWithdrawn(line, desk, gone))
    first, second = decide([Decision(gone.file, gone.application), Decision(stays.file, stays.application)])
    assert isinstance(first.refused, Refused)
    assert first.refused.reason == "back_office.withdrawn"
    assert second.refused is None
    state = office.hand.read(gone.file)
    assert (state.registration.status, len(state.applications)) == (Status.JOBSEEKER, 1)
    assert state.applications[0].state is ApplicationState.WITHDRAWN

    server[1].close()
    assert decide([Decision(stays.file, stays.application)])[0].refused is Unanswered.OFFLINE
    assert line.drafts() is Unanswered.OFFLINE
