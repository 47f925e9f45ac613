"""Disagreements without a desk: both sides as the service gives them, for words and looks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dost_desktop.domain.acts import RecordContact
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.evidence import Paper
from dost_desktop.domain.ids import new_id
from dost_desktop.domain.person_file import Application, Notice, Offer, Refusal, Registration
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    ApplicationState,
    FormOfAnswer,
    FormOfApplication,
    FormShown,
    Status,
)
from dost_desktop.services.compare_sides import (
    ComparedRow,
    Field,
    Outcome,
    PapersShown,
    Side,
    Steps,
    Value,
)
from dost_desktop.services.disagreements import Compared
from dost_desktop.services.settle import Choice, ChoiceKind, Consequence
from tests.domain.builders import an_identity
from tests.fakes.real_desk import NOTHING, NOW, WORKS, Clock, attested

NUMBER = "05-04-05-00/B03/2026/"
RULE = Refused("application.kind_not_now", "SEED 23.7")
JOBSEEKER = Registration(Status.JOBSEEKER, since=date(2026, 11, 16))
REMOVED = Registration(Status.TEMPORARILY_REMOVED, since=date(2026, 11, 24), ends_on=date(2027, 5, 24))
APPLICATION = Application(
    id=new_id(NOW),
    number=NUMBER + "M-004718",
    kind=ApplicationKind.UNEMPLOYED,
    state=ApplicationState.REFUSED,
    opened_at=NOW,
    opened_by="aysel",
    desk="7",
    centre="B03",
    form=FormOfApplication.IN_PERSON,
    answer_form=FormOfAnswer.IN_PERSON,
    ticket="A-031",
    representative=None,
)
REFUSAL = Refusal("employed.4_1_1", "no_legal_basis", "4.1.1", "", "", NOW)
NOTICE = Notice(
    id=new_id(NOW),
    application=APPLICATION.id,
    number=NUMBER + "000427",
    provisional=False,
    pdf="",
    size=1,
    certificate="",
    verify_code="",
    issued_at=NOW,
    issued_by="aysel",
    desk="7",
)
OFFER = Offer(new_id(NOW), "V1", "“Nümunə Tikinti” MMC", "anbardar", NOW)
CLOCK = Clock()
VALUES: dict[Field, tuple[Value, ...]] = {  # every shape that a cell can take
    Field.REGISTRATION: (JOBSEEKER, REMOVED, Registration()),
    Field.APPLICATION: (APPLICATION, replace(APPLICATION, state=ApplicationState.OPEN)),
    Field.OUTCOME: (
        Outcome(ApplicationState.REFUSED, NOW, REFUSAL),
        Outcome(ApplicationState.RETURNED, None, reason="Ünvanı dəqiqləşdirin."),
    ),
    Field.NOTICE: (
        NOTICE,
        replace(NOTICE, copies=1),
        replace(NOTICE, served_at=NOW),
        replace(NOTICE, recalled_for="x"),
        replace(NOTICE, superseded_by=NOTICE.id),
    ),
    Field.IDENTITY: (an_identity(),),
    Field.CONTACT: (
        RecordContact("+994501234567", "a@example.az", "Bakı ş."),
        RecordContact(address="Bakı ş."),
    ),
    Field.PAPERS: (PapersShown((Paper("identity_card_new", "AA1234567", FormShown.ORIGINAL),)),),
    Field.REGISTER: tuple(
        attested(CLOCK, Register.EMPLOYED_PERSONS, answer, "x") for answer in (WORKS, NOTHING)
    ),
    Field.WORK: (OFFER, replace(OFFER, accepted_at=NOW), replace(OFFER, declined_at=NOW)),
    Field.OTHER: (Steps(("explanation_given", "handed_up")),),
}
NONE = Side(None)


def a_comparison(**changes: object) -> Compared:
    """A refusal here, a removal there; the paper is out."""
    refused = Outcome(ApplicationState.REFUSED, NOW, REFUSAL)
    compared = Compared(
        id=new_id(NOW),
        file_id=new_id(NOW),
        full_name="Palıdov Elşən Vaqif oğlu",
        mine=("application_refused", "notice_issued"),
        theirs=("ended_by_office",),
        base_at=NOW - timedelta(hours=5),
        mine_by="7",
        mine_at=NOW,
        theirs_by="3",
        theirs_at=NOW - timedelta(minutes=18),
        reason=RULE,
        is_rejected=False,
        is_paper=False,
        notices=(NOTICE.number,),
        handed_up=None,
        rows=(
            ComparedRow(Field.REGISTRATION, Side(JOBSEEKER), Side(JOBSEEKER), Side(REMOVED, is_changed=True)),
            ComparedRow(Field.APPLICATION, NONE, Side(APPLICATION, is_changed=True), NONE),
            ComparedRow(Field.OUTCOME, NONE, Side(refused, is_changed=True, breaks=RULE), NONE),
            ComparedRow(Field.NOTICE, NONE, Side(NOTICE, is_changed=True), NONE),
        ),
        choices=(
            Choice(
                ChoiceKind.KEEP_THEIRS,
                None,
                Consequence(recalled=(NOTICE.number,), recalled_ids=(NOTICE.id,)),
            ),
            Choice(ChoiceKind.RECORD_MINE_NOW, RULE),
            Choice(ChoiceKind.HAND_UP, None, needs_words=True),
        ),
    )
    return replace(compared, **changes)  # type: ignore[arg-type]
