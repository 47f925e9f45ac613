"""Who speaks for an applicant, whether the paper still holds, and permits, asked of a real server under real seals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from central_api.office import Office
from central_api.register_files import load_register, replace_register
from central_api.tables import readings
from dost_desktop.domain import acts
from dost_desktop.domain.answers import is_readable
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import Basis, FormShown
from dost_desktop.ports import Unanswered
from dost_desktop.services.check_representative import (
    CheckPermit,
    CheckPowerOfAttorney,
    CountApplicants,
    LookUpRepresentative,
)
from dost_desktop.services.desk import ActNotAllowed
from tests.sync.desks import PracticeDesk

PAPERS = (
    "number,grantor_number,representative_number,date,valid_until,revoked_on,certifier,scope\n"
    "2N-1234/26,{grantor},{speaker},2026-05-04,2027-05-04,,Nümunə notariat kontoru,məşğulluq xidməti\n"
    "2N-1235/26,{grantor},{speaker},2026-05-04,,2026-11-01,Nümunə notariat kontoru,məşğulluq xidməti\n"
    "2N-1236/26,{other},{speaker},2026-05-04,,2026-11-01,Nümunə notariat kontoru,əmlakın satışı\n"
)


@pytest.fixture
def grantor(office: Office, people: dict[str, str], tmp_path: Path) -> str:
    """An applicant whose powers of attorney the notaries know."""
    grantor, other, speaker = people["not found"], people["unemployed"], people["found 4.1.1"]
    csv = tmp_path / "papers.csv"
    csv.write_text(PAPERS.format(grantor=grantor, other=other, speaker=speaker), encoding="utf-8")
    loaded = load_register(office.database, "powers_of_attorney", csv, only_good=False)
    assert (loaded.rows, loaded.bad) == (3, [])
    return grantor


def outage(office: Office, register: Register) -> Path:
    office.settings.outages.mkdir(exist_ok=True)
    switched_off = office.settings.outages / register.value
    switched_off.touch()
    return switched_off


def test_the_notaries_say_what_a_paper_is_worth_and_never_whose_another_one_is(
    desk: PracticeDesk, office: Office, grantor: str, people: dict[str, str]
) -> None:
    check = CheckPowerOfAttorney(desk.desk, desk.registers)
    said = {
        paper: answer
        for paper in ("2n-1234/26", "2N-1235/26", "2N-1236/26", "9X-1/26")
        if isinstance(answer := check(NumberKind.PIN, grantor, paper), Attestation)
    }
    valid, revoked, others, unknown = said.values()

    assert valid.answer == {
        "found": True,
        "paper_number": "2n-1234/26",  # as it was asked, however it is written there
        "for_this_person": True,
        "representative_number": people["found 4.1.1"],
        "paper_date": "2026-05-04",
        "valid_until": "2027-05-04",
        "revoked_on": "",
        "certifier": "Nümunə notariat kontoru",
        "scope": "məşğulluq xidməti",
    }
    assert revoked.answer["revoked_on"] == "2026-11-01"
    assert others.answer == {"found": True, "paper_number": "2N-1236/26", "for_this_person": False}
    assert unknown.answer == {"found": False, "paper_number": "9X-1/26"}
    assert {each.file_id for each in said.values()} == {desk.file_of(grantor)}
    assert all(is_readable(Register.NOTARY, each.answer) for each in said.values())
    with office.database.reading() as connection:
        noted = connection.execute(select(readings.c.what, readings.c.purpose, readings.c.agent)).all()
    assert {tuple(each) for each in noted} == {("notary", "representation", "aysel")}
    assert len(noted) == 4
    with desk.database.open_reading() as reading:
        assert [look.purpose for look in reading.access_log.unsent()] == ["representation"] * 4


def test_silent_notaries_are_a_silence_and_an_unreadable_answer_is_named_as_such(
    desk: PracticeDesk, office: Office, grantor: str
) -> None:
    check = CheckPowerOfAttorney(desk.desk, desk.registers)
    switched_off = outage(office, Register.NOTARY)
    assert check(NumberKind.PIN, grantor, "2N-1234/26") is Unanswered.REGISTER
    switched_off.unlink()

    damaged = {"grantor_number": grantor, "revoked_on": "dünən"}
    replace_register(office.database, Register.NOTARY, [("2N-1234/26", damaged)])
    assert check(NumberKind.PIN, grantor, "2N-1234/26") is Unanswered.CONTRADICTS


def test_a_question_to_the_notaries_needs_a_paper_and_no_other_register_takes_one(
    desk: PracticeDesk, grantor: str
) -> None:
    assert desk.registers.ask(Register.NOTARY, NumberKind.PIN, grantor, "sınaq") is Unanswered.OFFLINE
    assert desk.registers.ask(Register.STATUS, NumberKind.PIN, grantor, "sınaq", "1") is Unanswered.OFFLINE


def test_who_the_representative_is_meis_says(
    desk: PracticeDesk, office: Office, people: dict[str, str]
) -> None:
    look_up = LookUpRepresentative(desk.desk, desk.registers)

    known = look_up(NumberKind.PIN, people["found 4.1.1"])
    assert known.identity is not None
    assert known.attestation is not None
    assert known.attestation.file_id == desk.file_of(people["found 4.1.1"])
    assert (known.unreachable, known.contradicts, known.nobody) == (None, False, False)

    assert look_up(NumberKind.PIN, "0000000").nobody

    replace_register(office.database, Register.PERSON, [(people["found 4.1.1"], {"surname": 7})])
    broken = look_up(NumberKind.PIN, people["found 4.1.1"])
    assert (broken.identity, broken.contradicts, broken.nobody) == (None, True, False)

    outage(office, Register.PERSON)
    silent = look_up(NumberKind.PIN, people["found 4.1.1"])
    assert (silent.identity, silent.attestation, silent.unreachable) == (None, None, Unanswered.REGISTER)


def test_what_meis_said_of_somebody_else_is_no_evidence_for_a_representative(
    desk: PracticeDesk, people: dict[str, str]
) -> None:
    known = LookUpRepresentative(desk.desk, desk.registers)(NumberKind.PIN, people["found 4.1.1"])
    assert known.identity is not None
    speaker = Representative(
        name=known.identity.full_name,
        basis=Basis.GUARDIAN,
        paper_number="12",
        paper_date=date(2026, 5, 4),
        identity_number=known.number,
        number_kind=known.number_kind,
        attestation=known.attestation,
        form=FormShown.ORIGINAL,
        issuer="Nümunə r-nu icra hakimiyyəti",
    )
    file = desk.identifies(people["not found"])
    application = desk.opens(file)

    desk.does(file, acts.ShowRepresentation(application, speaker))
    count = CountApplicants(desk.desk, within_days=30)
    assert (count(known.number.lower()), count("0000000")) == (1, 0)
    with pytest.raises(ActNotAllowed) as refused:
        desk.does(
            file, acts.ShowRepresentation(application, replace(speaker, number_kind=NumberKind.DOCUMENT))
        )
    assert refused.value.reason == "lookup.other_person"
    report = desk.syncs()
    assert (report.sent, report.needs_you) == (3, ())


def test_a_permit_is_checked_unknown_or_silent(
    desk: PracticeDesk, office: Office, people: dict[str, str]
) -> None:
    number, kind = people["temporary permit"], NumberKind.MIGRATION_PIN
    row = {"surname": "Khan", "given_name": "Amir", "document": {"valid_until": "2026-11-01"}}
    replace_register(office.database, Register.PERMITS, [(number, row)])
    check = CheckPermit(desk.desk, desk.registers)

    answer = check(kind, number)
    assert isinstance(answer, Attestation)
    assert answer.answer["document"] == {"valid_until": "2026-11-01"}
    nobody = check(kind, "22222")
    assert isinstance(nobody, Attestation)
    assert nobody.answer == {"found": False}
    outage(office, Register.PERMITS)
    assert check(kind, number) is Unanswered.REGISTER
