"""Whoever sits down with whatever papers: recorded, stopped with the reason, answered in writing (SEED 6, 8, 21-23)."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.evidence import Identity, Paper, Representative
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.required_papers import PaperState
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    ApplicationState,
    Basis,
    Certifier,
    FormOfApplication,
    FormShown,
    Receiving,
)
from dost_desktop.practice import PracticeOffice
from dost_desktop.rows import ApplicationFilter
from dost_desktop.services.desk import ActNotAllowed
from dost_desktop.services.look_at_file import CaseView
from dost_desktop.services.open_application import Intake
from reports.documents import refusal_notice
from tests.acceptance.agent_at_desk import AgentAtDesk, sits_down

GROUNDS = {  # the practice person -> the ground that is offered first, and what the letter says of the paper
    "poa revoked": ("poa.revoked", "xitam verilmişdir"),
    "poa expired": ("poa.expired", "müddəti"),
    "poa undated": ("poa.void", "göstərilməmişdir"),
}


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeOffice]:
    office = PracticeOffice(tmp_path_factory.mktemp("practice"))
    office.open()
    yield office
    office.close()


@pytest.fixture
def agent(practice: PracticeOffice) -> Iterator[AgentAtDesk]:
    agent = sits_down(practice, practice.open())
    agent.syncs()
    yield agent
    agent.leaves()


def a_day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def speaker_of(agent: AgentAtDesk, person: dict[str, Any], **changes: Any) -> Representative:
    """The representative with the paper as it is shown, asked of MEİS and, where a notary certified it, there."""
    number = person["representative_number"]
    known = agent.does.look_up_representative(NumberKind.PIN, number)
    assert known.identity is not None
    by_attorney = bool(person["paper_certifier"])
    check = None
    if by_attorney:
        answer = agent.does.check_power_of_attorney(
            NumberKind(person["number_kind"]), person["number"], person["paper_number"]
        )
        assert isinstance(answer, Attestation)
        check = answer
    whole = Representative(
        name=known.identity.full_name,
        basis=Basis.POWER_OF_ATTORNEY if by_attorney else Basis.GUARDIAN,
        paper_number=person["paper_number"],
        paper_date=a_day(person["paper_date"]),
        identity_number=number,
        number_kind=NumberKind.PIN,
        attestation=known.attestation,
        form=FormShown.COPY,
        certifier=Certifier.NOTARY if by_attorney else None,
        certifier_name=person["paper_certifier"],
        place="Bakı" if by_attorney else "",
        valid_until=a_day(person["paper_valid_until"]),
        issuer=person["paper_issuer"],
        scope=person["paper_scope"],
        names_service=True if by_attorney else None,
        check=check,
    )
    return replace(whole, **changes)


def receives(agent: AgentAtDesk, person: dict[str, Any], **changes: Any) -> CaseView:
    """Identify the applicant and open the application, with ``changes`` to what the page gathered."""
    known = agent.does.look_up(NumberKind(person["number_kind"]), person["number"])
    intake = Intake(
        number_kind=known.number_kind,
        number=known.number,
        identity=known.identity or changes["identity"],
        attestation=known.attestation,
        status_attestation=known.status_attestation,
        paper=None,
        unreachable_at=None,
        kind=ApplicationKind.UNEMPLOYED,
    )
    opened = agent.does.open_application(replace(intake, **changes))
    agent.file_id, agent.application = opened.file_id, opened.application
    return agent.case()


def by_representative(agent: AgentAtDesk, case: str) -> CaseView:
    person = agent.person(case)
    speaker = speaker_of(agent, person)
    return receives(agent, person, form=FormOfApplication.REPRESENTATIVE, representative=speaker)


def text_of(pdf: bytes, folder: Path) -> str:
    file = folder / "notice.pdf"
    file.write_bytes(pdf)
    told = subprocess.run(["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True)
    return re.sub(r"\s+", " ", told.stdout.decode())


def the_centre_has_it(agent: AgentAtDesk) -> None:
    """Everything was decided again by the server and stands there."""
    report = agent.syncs()
    assert report.state.waiting == 0
    assert report.state.needs_you == 0
    assert not report.state.alarms


@pytest.mark.parametrize("case", GROUNDS)
def test_a_power_of_attorney_that_does_not_hold_stops_the_case_and_is_answered_in_writing(
    agent: AgentAtDesk, tmp_path: Path, case: str
) -> None:
    ground, words = GROUNDS[case]
    view = by_representative(agent, case)

    assert view.stop is not None
    assert agent.does.refuse.grounds(view)[0].id == ground
    notice, pdf = agent.refuses()

    text = text_of(pdf, tmp_path)
    speaker = agent.case().application.representative
    assert speaker is not None
    for needed in (speaker.name, speaker.paper_number, words, "bu nümayəndə vasitəsilə qəbul edilməsindən"):
        assert needed in text
    assert "____" not in text.split("TƏQDİM EDİLMƏ")[0]  # nothing was left blank above the receipt
    refusal = agent.case().application.refusal
    assert refusal is not None
    assert refusal.ground == ground
    the_centre_has_it(agent)
    assert notice.number in text


def test_a_power_of_attorney_that_holds_and_the_act_of_a_guardian_let_the_case_go_on(
    agent: AgentAtDesk,
) -> None:
    for case in ("represented", "under guardianship"):
        assert by_representative(agent, case).stop is None
        assert agent.checks_the_register() is ApplicationState.OFFERING_WORK
        the_centre_has_it(agent)


def test_the_answer_goes_to_another_representative_only_against_the_document_itself(
    agent: AgentAtDesk,
) -> None:
    person = agent.person("found 4.1.5")
    agent.receives("found 4.1.5")
    agent.checks_the_register()
    notice, _ = agent.refuses()
    lent = agent.person("represented")
    paper = {name: lent[name] for name in lent if name.startswith(("paper_", "representative_"))}
    shown = replace(
        speaker_of(agent, {**person, **paper}), check=None, certifier=Certifier.CONSUL, form=FormShown.COPY
    )
    assert agent.file_id is not None

    with pytest.raises(ActNotAllowed) as refused:
        agent.does.serve(agent.file_id, notice.id, Receiving.SIGNED, shown)
    assert refused.value.reason == "representative.document_itself"

    agent.does.serve(agent.file_id, notice.id, Receiving.SIGNED, replace(shown, form=FormShown.ORIGINAL))
    the_centre_has_it(agent)


def test_an_expired_permit_of_the_register_is_refused_on_that_ground(
    agent: AgentAtDesk, tmp_path: Path
) -> None:
    person = agent.person("expired permit")
    view = receives(agent, person)

    assert view.stop is not None
    assert view.stop.reason == "document.expired"
    assert agent.does.refuse.begin(view).ground in {"documents.incomplete", "permit.expired"}
    form = agent.does.refuse.with_ground(view, "permit.expired")
    text = text_of(_issued(agent, view, form), tmp_path)
    assert person["document_number"][3:] in text
    assert "Dövlət Miqrasiya Xidmətinə" in text
    the_centre_has_it(agent)


def test_who_is_unknown_to_meis_is_recorded_from_the_permit_and_goes_on(agent: AgentAtDesk) -> None:
    person = agent.person("permit unknown to MEİS")
    until = date.fromisoformat(person["document_valid_until"])
    paper = Paper(person["document_kind"], person["document_number"], FormShown.ORIGINAL, valid_until=until)
    surname, given = person["name"].split()
    identity = Identity(
        NumberKind.MIGRATION_PIN,
        person["number"],
        surname,
        given,
        "",
        date.fromisoformat(person["birth_date"]),
        document_kind=paper.kind,
        document_number=paper.number,
        document_valid_until=until,
    )
    view = receives(agent, person, paper=paper, identity=identity, kind=ApplicationKind.JOBSEEKER)
    assert view.stop is None
    assert [row.state for row in view.papers] == [PaperState.SHOWN]
    the_centre_has_it(agent)


def test_a_household_is_heard_and_insisting_gets_its_written_answer(
    agent: AgentAtDesk, tmp_path: Path
) -> None:
    head = agent.person("represented")
    speaker = Representative(head["name"], Basis.HEAD, "", None, head["number"], NumberKind.PIN)
    intake = Intake(
        number_kind=NumberKind.HOUSEHOLD,
        number=head["number"],
        identity=Identity(NumberKind.HOUSEHOLD, head["number"], "Nümunə ailə təsərrüfatı", "", "", None),
        attestation=None,
        status_attestation=None,
        paper=None,
        unreachable_at=None,
        kind=ApplicationKind.UNEMPLOYED,
        representative=speaker,
    )
    opened = agent.does.open_application(intake)
    agent.file_id, agent.application = opened.file_id, opened.application

    assert agent.does.refuse.grounds(agent.case())[0].id == "applicant.not_a_person"
    _, pdf = agent.refuses()

    text = text_of(pdf, tmp_path)
    for needed in ("Nümunə ailə təsərrüfatı", "ailə təsərrüfatı adından", speaker.name, "yalnız fiziki şəxs"):
        assert needed in text
    the_centre_has_it(agent)


def test_an_application_made_in_e_sosial_arrives_by_itself_and_goes_on_at_this_desk(
    agent: AgentAtDesk,
) -> None:
    end = time.monotonic() + 30
    found = None
    while found is None and time.monotonic() < end:
        agent.syncs()
        with agent.signed_in.desk.open_reading() as reading:
            rows = reading.applications(ApplicationFilter())
        found = next((row for row in rows if row.full_name == agent.person("self-service")["name"]), None)
        time.sleep(0.1)
    assert found is not None
    agent.file_id, agent.application = found.file_id, found.id
    assert agent.case().application.form is FormOfApplication.SELF_SERVICE
    assert agent.checks_the_register() is ApplicationState.OFFERING_WORK
    the_centre_has_it(agent)


def _issued(agent: AgentAtDesk, view: CaseView, form: Any) -> bytes:
    """The written answer on the ground that was chosen, signed by hand."""
    reserved = agent.does.refuse.reserve(view, form, None)
    pdf = refusal_notice(reserved.letter)
    agent.does.refuse.commit(reserved, pdf)
    return pdf
