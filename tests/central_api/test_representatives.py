"""What a representative's papers rest on is checked by the server too; silent notaries are asked again by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from central_api.office import Office
from central_api.register_files import replace_register
from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.evidence import Paper, Representative
from dost_desktop.domain.identity import identity_of
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.representation import stopped
from dost_desktop.domain.vocabulary import (
    Basis,
    Certifier,
    FormOfApplication,
    FormShown,
    RepresentedAct,
)
from tests.central_api.practice_desk import Clockwork, Desk

PAPER = "2N-1234/26"


@pytest.fixture
def outage(office: Office) -> Path:
    """The notaries do not answer while this is there; nobody but the test asks again."""
    office.background.stop()
    office.settings.outages.mkdir()
    switched_off = office.settings.outages / Register.NOTARY.value
    switched_off.touch()
    return switched_off


def a_speaker(desk: Desk, number: str, **changes: Any) -> Representative:
    """Somebody with a notary's power of attorney, whom MEİS knows."""
    said = desk.asks("meis_person", number)
    identity = identity_of(said.answer, NumberKind.PIN, number)
    assert identity is not None
    whole = Representative(
        name=identity.full_name,
        basis=Basis.POWER_OF_ATTORNEY,
        paper_number=PAPER,
        paper_date=date(2026, 5, 4),
        identity_number=number,
        number_kind=NumberKind.PIN,
        attestation=said,
        form=FormShown.COPY,
        certifier=Certifier.NOTARY,
        certifier_name="Nümunə notariat kontoru",
        scope="məşğulluq xidmətində təmsil etmək",
        names_service=True,
    )
    return replace(whole, **changes)


def opens(desk: Desk, number: str, speaker: Representative) -> tuple[str, UUID, UUID]:
    """What the server says to an application by this representative; the file and the application."""
    file = desk.identifies(number)
    act = replace(desk.opening(), form=FormOfApplication.REPRESENTATIVE, representative=speaker)
    [verdict] = desk.pushes(desk.records(file, act))
    return getattr(verdict, "reason", verdict.answer), file, act.application


def test_what_meis_said_of_the_representative_is_about_that_very_number(
    desk: Desk, people: dict[str, str]
) -> None:
    applicant, speaker, third = people["not found"], people["found 4.1.1"], people["minor of 16"]
    honest = a_speaker(desk, speaker)
    assert honest.attestation is not None
    assert opens(desk, applicant, honest)[0] == "accepted"

    borrowed = replace(honest, identity_number=third)
    assert opens(desk, people["found 4.1.2"], borrowed)[0] == "lookup.other_person"
    forged = replace(honest, attestation=replace(honest.attestation, lookup_no="1"))
    assert opens(desk, people["found 4.1.4"], forged)[0] == "lookup.unattested"
    permit = desk.asks("meis_permits", third)
    card = Paper("identity_card_new", "AA1234567", FormShown.ORIGINAL, checked=permit)
    assert (
        opens(desk, people["found 4.1.5"], replace(honest, identity_paper=card))[0] == "lookup.other_person"
    )
    nobodys = replace(honest, number_kind=None)
    assert opens(desk, people["found 4.1.6"], nobodys)[0] == "lookup.other_person"


def test_the_notaries_answer_is_about_the_applicant(desk: Desk, people: dict[str, str]) -> None:
    speaker = a_speaker(desk, people["found 4.1.1"])
    about = desk.asks_notaries(people["minor of 16"], PAPER)
    assert opens(desk, people["not found"], replace(speaker, check=about))[0] == "lookup.other_person"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({}, ""),
        ({"revoked_on": "2026-11-02"}, "poa.revoked"),
        ({"grantor_number": "0000000"}, "poa.other_person"),
    ],
)
def test_silent_notaries_are_asked_again_and_what_they_say_counts_at_the_desk(
    office: Office,
    desk: Desk,
    people: dict[str, str],
    clock: Clockwork,
    catalogue: Catalogue,
    outage: Path,
    row: dict[str, str],
    reason: str,
) -> None:
    applicant = people["not found"]
    known = {"grantor_number": applicant, "representative_number": people["found 4.1.1"], **row}
    replace_register(office.database, Register.NOTARY, [(PAPER, known)])
    speaker = a_speaker(desk, people["found 4.1.1"], check_tried_at=clock())
    said, file, application = opens(desk, applicant, speaker)
    assert said == "accepted"
    cursor = desk.pulls().cursor

    assert office.jobs.work_off() == 0
    outage.unlink()
    clock.at += timedelta(seconds=2)
    assert office.jobs.work_off() == 1
    assert office.jobs.work_off() == 0

    [item] = desk.pulls(cursor).items
    desk.takes(file, desk.head(file).seq + 1, item.events)
    found = desk.state(file).application(application)
    assert found is not None
    assert found.representative is not None
    assert found.representative.check is not None
    assert found.representative.check.purpose == found.number
    law = catalogue.law_in_force(legal_date(clock()))
    why = stopped(found.representative, RepresentedAct.CONFIRM_FORM, applicant, law, clock())
    assert (why.reason if isinstance(why, Refused) else "") == reason


def test_an_answer_nobody_can_read_is_asked_again_and_another_paper_is_another_question(
    office: Office, desk: Desk, people: dict[str, str], clock: Clockwork, outage: Path
) -> None:
    applicant = people["not found"]
    speaker = a_speaker(desk, people["found 4.1.1"], check_tried_at=clock())
    _, file, application = opens(desk, applicant, speaker)
    outage.unlink()
    damaged = {"grantor_number": applicant, "revoked_on": "dünən"}
    replace_register(office.database, Register.NOTARY, [(PAPER, damaged)])
    assert office.jobs.work_off() == 0
    assert office.hand.read(file).head == desk.head(file)

    other = replace(speaker, paper_number="2N-77/26")
    [verdict] = desk.pushes(desk.records(file, acts.ShowRepresentation(application, other)))
    assert verdict.answer == "accepted"
    clock.at += timedelta(seconds=2)
    assert office.jobs.work_off() == 1
    now = office.hand.read(file).application(application)
    assert now is not None
    assert now.representative is not None
    assert now.representative.check is not None
    assert now.representative.check.answer == {"found": False, "paper_number": "2N-77/26"}
