"""An agent at a real desk, without a window: the use cases over a real database, signing, sync and central API."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.person_file import Notice
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState, Receiving
from dost_desktop.office import Office, SignedIn, certificates_in
from dost_desktop.practice import PIN_OF_PRACTICE, PracticeFacts, PracticeOffice
from dost_desktop.services.look_at_file import CaseView
from dost_desktop.services.open_application import Intake
from dost_desktop.services.refuse_application import Certificate
from dost_desktop.signing import session as signing
from dost_desktop.sync.engine import Sync, Ways
from dost_desktop.sync.needs import Memory
from dost_desktop.sync.report import SyncReport
from dost_desktop.sync.round import Place
from reports.documents import refusal_notice
from ui.session_services import SessionServices, services_of


@dataclass
class AgentAtDesk:
    """Does what the window's presenters do, one call for each click."""

    practice: PracticeOffice
    facts: PracticeFacts
    office: Office
    signed_in: SignedIn
    does: SessionServices
    sync: Sync
    file_id: UUID | None = None
    application: UUID | None = None
    statement: str = ""
    signs_by_hand: bool = False
    opened: list[UUID] = field(default_factory=list)

    def person(self, case: str) -> dict[str, Any]:
        """The synthetic person of a case of the demo data."""
        return dict(next(each for each in self.facts.persons if each["case"] == case))

    def receives(self, case: str) -> CaseView:
        """Identify the person, open the application for unemployed registration."""
        person = self.person(case)
        known = self.does.look_up(NumberKind(person["number_kind"]), person["number"])
        assert known.identity is not None
        opened = self.does.open_application(
            Intake(
                number_kind=known.number_kind,
                number=known.number,
                identity=known.identity,
                attestation=known.attestation,
                status_attestation=known.status_attestation,
                paper=None,
                unreachable_at=None,
                kind=ApplicationKind.UNEMPLOYED,
            )
        )
        self.file_id, self.application = opened.file_id, opened.application
        return self.case()

    def case(self) -> CaseView:
        """The open case as it stands."""
        assert self.file_id is not None
        assert self.application is not None
        return self.does.look_at_case(self.file_id, self.application)

    def checks_the_register(self) -> ApplicationState:
        """Ask the register of employed persons and record the answer or the silence."""
        case = self.case()
        answer = self.does.ask_employment(case.file, case.application.id)
        self.does.record_check(case.file.id, case.application.id, answer)
        return self.case().application.state

    def refuses(self) -> tuple[Notice, bytes]:
        """Prefilled as the page opens, signed with the agent's certificate or by hand, recorded."""
        case, refuse = self.case(), self.does.refuse
        form = refuse.with_ground(case, refuse.begin(case).ground, self.statement)
        certificate = None if self.signs_by_hand else self._certificate()
        reserved = refuse.reserve(case, form, certificate)
        pdf = refusal_notice(reserved.letter)
        if certificate:
            roots = certificates_in(self.office.paths.trust)
            pdf = signing.sign_and_verify(pdf, "acceptance", at=reserved.signed_at, roots=roots).pdf
        issued = refuse.commit(reserved, pdf)
        notice = self.case().file.notice(issued.notice)
        assert notice is not None
        return notice, pdf

    def hands_over(self, notice: Notice) -> None:
        """The person signs the receipt."""
        assert self.file_id is not None
        self.does.serve(self.file_id, notice.id, Receiving.SIGNED)

    def syncs(self) -> SyncReport:
        """One round of the sync."""
        return self.sync.once(self.office.clock.now(), is_forced=True)

    def leaves(self) -> None:
        """Close the program."""
        signing.forget()
        self.signed_in.close()

    def _certificate(self) -> Certificate:
        agent = self.signed_in.agent
        path = self.office.paths.certificates / f"{agent.agent}.p12"
        facts = signing.open_key("acceptance", path, PIN_OF_PRACTICE, agent.name)
        return Certificate(facts.number, facts.subject)


def sits_down(practice: PracticeOffice, facts: PracticeFacts) -> AgentAtDesk:
    """The first agent of the practice office signs in at its desk."""
    office = Office(Path(practice.desk_home))
    agent = next(each for each in facts.agents if each.role == "agent")
    signed_in = office.sign_in(agent.agent, agent.password)
    sync = Sync(
        Ways(
            signed_in.central,
            Memory(signed_in.database.open_reading, signed_in.database.open_work),
            office.clock,
            office.law,
            Place(signed_in.desk.name, signed_in.desk.centre.code),
        ),
        Random(1),
    )
    return AgentAtDesk(practice, facts, office, signed_in, services_of(office, signed_in), sync)
