"""Who speaks on an open application, and who takes its answer: what is recorded, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from dost_desktop.domain.attestation import Register
from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.vocabulary import Basis, Certifier, FormShown, Receiving, RepresentedAct
from dost_desktop.services.desk import ActNotAllowed
from dost_desktop.services.show_representation import ShowRepresentation
from tests.domain.builders import a_notary_answer, a_person_answer
from tests.fakes.real_desk import GUNAY, WORKS, RealDesk, attested
from tests.fakes.representing import KAMRAN, a_speaker

POWER, GUARDIAN = Basis.POWER_OF_ATTORNEY, Basis.GUARDIAN
ITSELF = {FormShown.ORIGINAL, FormShown.NOTARISED_COPY}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RealDesk]:
    at = RealDesk(tmp_path)
    yield at
    at.close()


def shown(desk: RealDesk, basis: Basis = POWER, **changes: object) -> Representative:
    """Kamran with today's answers of both registers."""
    speaker = a_speaker(
        attestation=attested(
            desk.clock, Register.PERSON, a_person_answer(KAMRAN), "representation", KAMRAN.number
        ),
        check=attested(
            desk.clock, Register.NOTARY, a_notary_answer("3-0417"), "representation", GUNAY.number
        ),
        form=FormShown.ORIGINAL,
    )
    if basis is not POWER:
        speaker = replace(
            speaker,
            basis=basis,
            check=None,
            certifier=None,
            certifier_name="",
            scope="",
            names_service=None,
            issuer="Nəsimi RİH",
        )
    return replace(speaker, **changes)  # type: ignore[arg-type]


def refused_as(desk: RealDesk, speaker: Representative) -> str:
    """Why this one cannot take the answer; "" when the receipt is recorded."""
    file_id, application = desk.opens()
    desk.checks(file_id, application, WORKS)
    notice = desk.refuses(file_id, application)
    try:
        desk.jobs.serve(file_id, notice, Receiving.SIGNED, speaker)
    except ActNotAllowed as error:
        return error.reason
    return ""


@pytest.mark.parametrize("basis", [POWER, GUARDIAN, Basis.CURATOR])
@pytest.mark.parametrize("form", [*FormShown, None])
def test_the_document_itself_is_shown_when_the_answer_is_taken(
    desk: RealDesk, basis: Basis, form: FormShown | None
) -> None:
    expected = "" if form in ITSELF else "representative.document_itself"
    if form is None:
        expected = "representative.proof_missing"
    assert refused_as(desk, shown(desk, basis, form=form)) == expected


def test_a_paper_that_ended_was_revoked_or_leaves_out_receiving_does_not_open_the_hand(
    desk: RealDesk,
) -> None:
    yesterday = (desk.clock.now() - timedelta(days=1)).date()
    assert refused_as(desk, shown(desk, valid_until=yesterday)) == "poa.expired"
    desk.next_person()
    revoked = a_notary_answer("3-0417", revoked_on=yesterday.isoformat())
    number = desk.person.number
    check = attested(desk.clock, Register.NOTARY, revoked, "representation", number)
    assert refused_as(desk, shown(desk, check=check)) == "poa.revoked"


def test_receiving_alone_may_be_left_out_of_the_scope(desk: RealDesk) -> None:
    speaker = shown(desk, excludes=(RepresentedAct.RECEIVE_ANSWER,))
    assert refused_as(desk, speaker) == "poa.out_of_scope"


def test_answers_of_another_day_are_asked_again(desk: RealDesk) -> None:
    speaker = shown(desk)
    desk.clock.moment += timedelta(hours=25)
    assert refused_as(desk, speaker) == "register.answer_old"


def test_another_paper_takes_the_place_of_the_one_that_does_not_hold_and_the_person_may_come(
    desk: RealDesk,
) -> None:
    file_id, application = desk.opens(representative=a_speaker(paper_date=None))
    show = ShowRepresentation(desk.desk)
    assert desk.jobs.look(file_id, application).stop is not None

    show(file_id, application, shown(desk, certifier=Certifier.CONSUL, check=None))
    case = desk.jobs.look(file_id, application)
    assert case.stop is None
    assert case.application.representative is not None
    assert case.application.representative.certifier is Certifier.CONSUL
    show(file_id, application, None)
    assert desk.jobs.look(file_id, application).application.representative is None


def test_an_answer_about_another_paper_is_no_evidence_for_this_one(desk: RealDesk) -> None:
    file_id, application = desk.opens(representative=a_speaker())
    with pytest.raises(ActNotAllowed) as refused:
        ShowRepresentation(desk.desk)(file_id, application, shown(desk, paper_number="9-1"))
    assert refused.value.reason == "poa.other_paper_checked"
