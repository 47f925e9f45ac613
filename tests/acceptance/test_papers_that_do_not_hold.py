"""Whoever comes with a paper that does not hold leaves with a written answer, and the server decides the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.evidence import Identity, Paper, Representative
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    ApplicationState,
    Basis,
    Certifier,
    FormOfApplication,
    FormShown,
    RepresentedAct,
)
from dost_desktop.practice import PracticeOffice
from dost_desktop.services.open_application import Intake
from tests.acceptance.agent_at_desk import AgentAtDesk, sits_down

COMPANY = Identity(NumberKind.VOEN, "1700000011", "“Nümunə Bağ” MMC", "", "", None)
STATELESS_CARD = Paper("stateless_card", "12345678", FormShown.ORIGINAL, valid_until=date(2031, 5, 1))
NOT_SHOWN: Mapping[str, Any] = {"form": None, "paper_number": "", "paper_date": None}
OTHER_SCOPE = {"scope": "Avtomobilin idarə edilməsi", "excludes": (RepresentedAct.APPLY,)}


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeOffice]:
    office = PracticeOffice(tmp_path_factory.mktemp("practice"))
    office.open()
    yield office
    office.close()


@pytest.fixture(scope="module")
def agent(practice: PracticeOffice) -> Iterator[AgentAtDesk]:
    agent = sits_down(practice, practice.open())
    agent.syncs()
    yield agent
    agent.leaves()


@pytest.mark.parametrize(
    ("ground", "who", "changes"),
    [
        ("poa.void", "poa undated", {}),
        ("poa.expired", "poa expired", {}),
        ("poa.revoked", "poa revoked", {}),
        ("poa.out_of_scope", "represented", OTHER_SCOPE),
        ("poa.of_guardian_missing", "under guardianship", NOT_SHOWN),
        ("documents.incomplete", "entrepreneur", NOT_SHOWN),
        ("permit.expired", "expired permit", None),
        ("permit.kind_not_accepted", "permit unknown to MEİS", None),
        ("age.under_15", "under 15 with status", None),
        ("applicant.not_a_person", "", None),
    ],
)
def test_each_ground_is_issued_on_its_row_and_accepted_by_the_server(
    agent: AgentAtDesk, ground: str, who: str, changes: Mapping[str, Any] | None
) -> None:
    intake = of_company() if not who else of_person(agent, who)
    if changes is not None:
        speaker = speaks_for(agent, agent.person(who))
        intake = replace(
            intake, form=FormOfApplication.REPRESENTATIVE, representative=replace(speaker, **changes)
        )
    opened = agent.does.open_application(intake)
    agent.file_id, agent.application = opened.file_id, opened.application

    assert agent.does.refuse.begin(agent.case()).ground == ground
    notice, pdf = agent.refuses()

    report = agent.syncs()
    case = agent.case()
    assert pdf.startswith(b"%PDF")
    assert case.application.state is ApplicationState.REFUSED
    assert case.application.refusal is not None
    assert case.application.refusal.ground == ground
    assert report.state.waiting == 0
    assert all(line.confirmed for line in case.history)
    assert case.file.notice(notice.id) is not None
    assert case.file.review == ()


def of_person(agent: AgentAtDesk, who: str) -> Intake:
    """What the intake page gathers of this person of the demo data; whom MEİS does not know shows a card."""
    person = agent.person(who)
    known = agent.does.look_up(NumberKind(person["number_kind"]), person["number"])
    shown = Identity(known.number_kind, known.number, "Nümunəyev", "Orxan", "", date(1990, 2, 3))
    return Intake(
        number_kind=known.number_kind,
        number=known.number,
        identity=known.identity or replace(shown, document_kind=STATELESS_CARD.kind),
        attestation=known.attestation,
        status_attestation=known.status_attestation,
        paper=None if known.identity else STATELESS_CARD,
        unreachable_at=None,
        kind=ApplicationKind.UNEMPLOYED if known.identity else ApplicationKind.JOBSEEKER,
    )


def of_company() -> Intake:
    """An entity, for which its head speaks."""
    head = Representative("Sınaqlı Tural Nadir oğlu", Basis.HEAD, "", None, "4K62V5J", NumberKind.PIN)
    return Intake(
        number_kind=COMPANY.number_kind,
        number=COMPANY.number,
        identity=COMPANY,
        attestation=None,
        status_attestation=None,
        paper=None,
        unreachable_at=None,
        kind=ApplicationKind.UNEMPLOYED,
        form=FormOfApplication.REPRESENTATIVE,
        representative=head,
    )


def speaks_for(agent: AgentAtDesk, person: Mapping[str, Any]) -> Representative:
    """Who speaks for this person by the paper of the demo data; MEİS and the notaries are asked."""
    number = person.get("representative_number") or agent.person("representative")["number"]
    known = agent.does.look_up_representative(NumberKind.PIN, number)
    assert known.identity is not None
    by_guardian = not person.get("paper_certifier") and bool(person.get("paper_issuer"))
    until, written = person.get("paper_valid_until", ""), person.get("paper_date", "")
    speaker = Representative(
        name=known.identity.full_name,
        basis=Basis.GUARDIAN if by_guardian else Basis.POWER_OF_ATTORNEY,
        paper_number=person.get("paper_number", ""),
        paper_date=date.fromisoformat(written) if written else None,
        identity_number=number,
        number_kind=NumberKind.PIN,
        attestation=known.attestation,
        form=FormShown.COPY,
        certifier=None if by_guardian else Certifier.NOTARY,
        certifier_name=person.get("paper_certifier", "") or "Nümunə notariat kontoru",
        valid_until=date.fromisoformat(until) if until else None,
        issuer=person.get("paper_issuer", ""),
        scope=person.get("paper_scope", "") or "Məni təmsil etmək",
        names_service=None if by_guardian else True,
    )
    if by_guardian or not speaker.paper_number:
        return speaker
    kind = NumberKind(person["number_kind"])
    check = agent.does.check_power_of_attorney(kind, person["number"], speaker.paper_number)
    return replace(speaker, check=check) if isinstance(check, Attestation) else speaker
