"""Who applies, over which way, and with whose word: from the page to the file, on a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    ApplicationState,
    Basis,
    CallerAnswer,
    Capacity,
    Channel,
    FormOfAnswer,
    FormOfApplication,
    Relation,
    Status,
)
from tests.domain.builders import a_person_answer, an_identity
from tests.fakes.inline_tasks import InlineTasks
from tests.ui.intake.desk import GUNAY, JOBSEEKER, IntakeDesk
from ui.parts.representative.form import NAMED
from ui.screens.intake.applicants import (
    APPLICANTS,
    ENTITY,
    ENTREPRENEUR,
    FOREIGNER,
    HOUSEHOLD,
    STATELESS,
    UNNUMBERED,
    number_of,
    number_problem,
)
from ui.screens.intake.form import Consent, Form, Way, form_from
from ui.screens.intake.missing import State
from ui.screens.intake.presenter import IntakePresenter
from ui.screens.intake.wishes import kind_of, why_not

NUMBER = Form(number="5TK8R2M")
_EMPTY = {ENTITY: "voen.empty", UNNUMBERED: "paper_number.empty"}
KAMRAN = an_identity(number="7XH3Q9B", surname="Püstəzadə", given_name="Kamran", patronymic="Elxan oğlu")
ENTITY_FORM = Form(who=ENTITY, number="1401555071", name="“Sınaq” MMC")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[IntakeDesk]:
    desk = IntakeDesk(tmp_path)
    desk.registers.others["7XH3Q9B"] = a_person_answer(KAMRAN)
    yield desk
    desk.close()


def off(desk: IntakeDesk) -> str:
    return desk.view.shown.off.problem if desk.view.shown.off else ""


def problems(desk: IntakeDesk) -> dict[str, str]:
    return {need.id: need.problem.problem for need in desk.view.shown.needs if need.problem and need.blocks}


def identified(desk: IntakeDesk, form: Form = NUMBER, purpose: str = "") -> IntakePresenter:
    intake = desk.intake(InlineTasks(), purpose=purpose)
    intake.typed(form)
    intake.ask()
    return intake


# what for
@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("kind", ApplicationKind)
def test_every_kind_is_opened_in_the_statuses_that_admit_it_and_else_says_why(
    desk: IntakeDesk, kind: ApplicationKind, status: Status
) -> None:
    desk.registers.status = {**JOBSEEKER, "status": status.value}
    intake = identified(desk, purpose=kind.value)
    shown = desk.view.shown
    assert shown.known.kind is kind  # as the ticket says
    refused = why_not(kind, status)
    assert off(desk) == (refused.problem if refused else "")
    assert {each for each, problem in shown.kinds.items() if problem is None} == {
        each for each in ApplicationKind if why_not(each, status) is None
    }
    intake.continue_asked()
    assert [each.kind for each in desk.file().applications] == ([] if refused else [kind])


@pytest.mark.parametrize(
    ("status", "usual"),
    [
        ("not_registered", ApplicationKind.JOBSEEKER),
        ("cancelled", ApplicationKind.JOBSEEKER),
        ("jobseeker", ApplicationKind.UNEMPLOYED),
        ("temporarily_removed", ApplicationKind.RESUMPTION),
        ("unknown", ApplicationKind.UNEMPLOYED),
        ("unemployed", None),
    ],
)
def test_without_a_ticket_the_status_says_what_is_usual_and_the_agent_may_choose(
    desk: IntakeDesk, status: str, usual: ApplicationKind | None
) -> None:
    desk.registers.status = {**JOBSEEKER, "status": status}
    intake = identified(desk)
    assert desk.view.shown.known.kind is usual
    assert off(desk) == ("" if usual else "application.kind_missing")
    if usual is None:
        intake.typed(replace(NUMBER, kind=ApplicationKind.REMOVAL.value))
        assert off(desk) == ""


def test_what_the_agent_chose_stands_before_the_ticket() -> None:
    chosen = ApplicationKind.REMOVAL.value
    assert kind_of(chosen, "cancellation", Status.JOBSEEKER, "citizen") is ApplicationKind.REMOVAL


# who
@pytest.mark.parametrize(
    ("who", "typed", "kind"),
    [
        ("citizen", "5tk8r2m", NumberKind.PIN),
        (FOREIGNER, "k48x2p", NumberKind.MIGRATION_PIN),
        (STATELESS, "k48x2", NumberKind.MIGRATION_PIN),
        (ENTREPRENEUR, "5TK8R2M", NumberKind.PIN),
        (ENTREPRENEUR, "K48X2P", NumberKind.MIGRATION_PIN),
        (ENTITY, "1401555071", NumberKind.VOEN),
        (HOUSEHOLD, "5TK8R2M", NumberKind.HOUSEHOLD),
        (UNNUMBERED, "vş 123456", NumberKind.DOCUMENT),
    ],
)
def test_every_applicant_is_known_by_the_own_kind_of_number(who: str, typed: str, kind: NumberKind) -> None:
    assert number_of(who, typed)[0] is kind


@pytest.mark.parametrize(
    ("who", "typed", "problem"),
    [
        *((who, "", _EMPTY.get(who, "pin.empty")) for who in APPLICANTS),
        (UNNUMBERED, "AB1", "paper_number.shape"),
        (UNNUMBERED, "AB1234567890123", "paper_number.shape"),
        (UNNUMBERED, "AB?123456", "paper_number.shape"),
        ("citizen", "5TK8R2", "pin.length"),
        ("citizen", "OTK8R2M", "pin.letter_o"),
        (FOREIGNER, "5TK8R2M", "migration_pin.length"),
        (STATELESS, "K48X", "migration_pin.length"),
        (ENTREPRENEUR, "K48X", "pin.length"),
        (HOUSEHOLD, "5T-8R2M", "pin.shape"),
        (ENTITY, "140155507", "voen.shape"),
        (ENTITY, "1401555081", "voen.check_digit"),
        (ENTITY, "1400000082", "voen.natural_person"),
    ],
)
def test_a_number_of_another_shape_is_said(who: str, typed: str, problem: str) -> None:
    found = number_problem(who, typed)
    assert found is not None
    assert found.problem == problem


def test_an_entrepreneur_applies_as_a_person(desk: IntakeDesk) -> None:
    identified(desk, replace(NUMBER, who=ENTREPRENEUR), "unemployed_registration").continue_asked()
    (application,) = desk.file().applications
    assert application.capacity is Capacity.ENTREPRENEUR


# entity and household
def with_head(desk: IntakeDesk, form: Form) -> IntakePresenter:
    intake = desk.intake(InlineTasks(), purpose="")
    intake.typed(form)
    return intake


def speak(desk: IntakeDesk, number: str) -> None:
    """The head's number is typed into the block, and MEİS asked."""
    block = desk.block
    block.typed(replace(block.form, number=number))
    block.ask()


def test_for_an_entity_it_is_explained_and_recorded_and_nothing_more_is_asked(desk: IntakeDesk) -> None:
    intake = with_head(desk, ENTITY_FORM)
    assert off(desk) == "applicant.not_a_person"
    assert desk.registers.asked == []  # no register of ours holds it
    intake.agree_asked()
    assert desk.file("1401555071", NumberKind.VOEN).applications == ()  # nobody speaks yet
    speak(desk, "7XH3Q9B")
    intake.agree_asked()
    file = desk.file("1401555071", NumberKind.VOEN)
    (application,) = file.applications
    assert application.state is ApplicationState.WITHDRAWN
    assert application.explained[0].wording.startswith("İşaxtaran və ya işsiz")
    assert application.representative is not None
    assert (application.representative.basis, application.representative.name) == (
        Basis.HEAD,
        KAMRAN.full_name,
    )
    assert file.identity is not None
    assert file.identity.full_name == "“Sınaq” MMC"
    assert desk.went.to == ["changes", "timer", application.id]


def test_an_entity_that_insists_gets_its_written_answer(desk: IntakeDesk) -> None:
    intake = with_head(desk, replace(ENTITY_FORM, name=""))
    speak(desk, "7XH3Q9B")
    intake.refuse_asked()
    assert desk.view.caret == "applicant_name"
    intake.typed(ENTITY_FORM)
    intake.refuse_asked()
    (application,) = desk.file("1401555071", NumberKind.VOEN).applications
    assert application.state is ApplicationState.OPEN
    assert desk.went.to[-1] == ("refusal", application.id)


def test_a_household_goes_by_the_number_of_who_speaks_for_it(desk: IntakeDesk) -> None:
    household = Form(who=HOUSEHOLD, number="7XH3Q9B", name="Püstəzadə ailəsi")
    intake = with_head(desk, replace(household, number="7XH3Q", name=""))  # five characters are a number too
    intake.typed(household)
    assert (desk.block.form.number, desk.registers.asked) == ("", [])
    for field in ("number", "applicant_name"):
        intake.left(field)
    assert desk.block.form.number == "7XH3Q9B"
    intake.refuse_asked()
    (application,) = desk.file("7XH3Q9B", NumberKind.HOUSEHOLD).applications
    assert application.representative is not None
    assert application.representative.identity_number == "7XH3Q9B"


def test_an_explanation_says_something(desk: IntakeDesk) -> None:
    intake = with_head(desk, replace(ENTITY_FORM, explanation="izah"))
    speak(desk, "7XH3Q9B")
    intake.agree_asked()
    assert (desk.view.caret, desk.went.to) == ("explanation", [])
    assert desk.view.shown.problems["explanation"].problem == "explanation.too_short"


# the three lists
def test_somebody_who_came_is_recorded_with_all_three_lists(desk: IntakeDesk) -> None:
    way = Way(channel=Channel.ELECTRONIC.value, answer=FormOfAnswer.SELF_SERVICE.value, interpreter=" gürcü ")
    identified(desk, replace(NUMBER, way=way)).continue_asked()
    (application,) = desk.file().applications
    assert (application.form, application.channel, application.answer_form, application.interpreter) == (
        FormOfApplication.IN_PERSON,
        Channel.ELECTRONIC,
        FormOfAnswer.SELF_SERVICE,
        "gürcü",
    )


def test_a_caller_is_asked_what_somebody_knows(desk: IntakeDesk) -> None:
    calls = Way(form="call_centre")
    intake = identified(desk, replace(NUMBER, way=calls))
    assert problems(desk) == {"call_reference": "call.reference_missing", "caller": "call.caller_not_checked"}
    known = {each.id: each.known for each in desk.view.shown.known.asked}
    assert known[CallerAnswer.BIRTH_DATE] == "14.03.1991"
    assert known[CallerAnswer.PHONE] == ""
    named: tuple[str, ...] = (
        CallerAnswer.BIRTH_DATE.value,
        CallerAnswer.PHONE.value,
    )  # the phone is known to nobody
    intake.typed(replace(NUMBER, way=replace(calls, call_reference="Z-17", named=named)))
    assert problems(desk) == {"caller": "call.caller_not_checked"}
    named = (*named, CallerAnswer.ADDRESS.value)
    intake.typed(replace(NUMBER, way=replace(calls, call_reference=" Z-17 ", named=named)))
    intake.continue_asked()
    (application,) = desk.file().applications
    assert (application.form, application.channel) == (FormOfApplication.CALL_CENTRE, Channel.CALL_CENTRE)
    assert application.answer_form is FormOfAnswer.CALL_CENTRE
    assert application.call is not None
    assert (application.call.reference, set(application.call.named)) == (
        "Z-17",
        {CallerAnswer.BIRTH_DATE, CallerAnswer.ADDRESS},
    )


def test_a_ticket_that_asks_for_an_interpreter_asks_for_the_language_and_never_blocks(
    desk: IntakeDesk,
) -> None:
    intake = desk.intake(InlineTasks(), needs=("interpreter",))
    intake.typed(NUMBER)
    intake.ask()
    states = {need.id: need.state for need in desk.view.shown.needs}
    assert (states["interpreter"], off(desk)) == (State.WARN, "")
    intake.typed(replace(NUMBER, way=Way(interpreter="rus")))
    assert "interpreter" not in {need.id for need in desk.view.shown.needs}


# the representative
def test_a_representative_speaks_and_a_paper_that_does_not_hold_leads_to_the_refusal(
    desk: IntakeDesk,
) -> None:
    intake = identified(desk, replace(NUMBER, way=Way(form="representative")), "unemployed_registration")
    block = desk.block
    assert off(desk) == "intake.incomplete"
    assert not desk.view.shown.refusable
    speak(desk, "7XH3Q9B")
    good = replace(
        block.form,
        paper_number="3-0417",
        paper_date="01.03.2026",
        certifier_name="Sınaq notariat kontoru",
        form_shown="copy",
        scope="Bütün müraciətlər",
        names_service=NAMED,
    )
    block.typed(good)
    assert (off(desk), desk.view.shown.refusable) == ("", False)
    block.typed(replace(good, valid_until="12.10.2026"))
    assert problems(desk) == {"speaker:valid_until": "poa.expired"}
    assert desk.view.shown.refusable
    assert desk.view.shown.refusal_off is None
    intake.continue_asked()
    assert desk.file().applications == ()
    intake.refuse_asked()
    (application,) = desk.file().applications
    assert application.representative is not None
    assert application.representative.valid_until == date(2026, 10, 12)
    assert application.answer_form is FormOfAnswer.REPRESENTATIVE
    assert desk.went.to[-1] == ("refusal", application.id)


def test_what_was_typed_of_a_representative_comes_back_with_the_draft(desk: IntakeDesk) -> None:
    intake = identified(desk, replace(NUMBER, way=Way(form="representative")))
    desk.block.typed(replace(desk.block.form, number="7XH3Q9B", paper_number="3-0417"))
    intake.save()
    again = desk.intake(InlineTasks())
    again.draft_restored()
    assert desk.block.form.paper_number == "3-0417"
    assert desk.view.form.way.form == "representative"


# consent
def test_the_consent_for_a_minor_is_asked_for_and_never_in_the_way(desk: IntakeDesk) -> None:
    desk.registers.person = {**a_person_answer(GUNAY), "birth_date": "2010-02-01"}
    intake = identified(desk, NUMBER, "unemployed_registration")
    states = {need.id: need.state for need in desk.view.shown.needs}
    assert (states["consent_name"], off(desk)) == (State.WARN, "")
    consent = Consent("Çinarlı Rəşad", Relation.ADOPTER.value, "7XH3Q9B", "01.11.2026")
    for wrong, problem in (
        (replace(consent, name=""), "consent.name_missing"),
        (replace(consent, number="7X"), "pin.length"),
        (replace(consent, given_on="31.02.2026"), "date.does_not_exist"),
        (replace(consent, given_on="01.12.2026"), "consent.in_future"),
    ):
        intake.typed(replace(NUMBER, consent=wrong))
        assert off(desk) == problem
    intake.typed(replace(NUMBER, consent=consent))
    intake.continue_asked()
    (application,) = desk.file().applications
    assert application.consent is not None
    assert (application.consent.relation, application.consent.identity_number) == (
        Relation.ADOPTER,
        "7XH3Q9B",
    )


def test_somebody_under_15_can_be_answered_in_writing_at_once(desk: IntakeDesk) -> None:
    desk.registers.person = {**a_person_answer(GUNAY), "birth_date": "2012-02-01"}
    intake = identified(desk, NUMBER, "unemployed_registration")
    assert not desk.view.shown.known.is_minor
    intake.refuse_asked()
    assert desk.went.to[-1] == ("refusal", desk.file().applications[0].id)


# drafts
def test_everything_typed_survives_in_the_draft() -> None:
    form = Form(
        who=HOUSEHOLD,
        number="5TK8R2M",
        name="Çinarlı ailəsi",
        phone="050",
        kind="cancellation",
        way=Way("call_centre", "call_centre", "self_service", "Z-1", ("address", "phone"), "rus"),
        consent=Consent("Ad", "curator", "5TK8R2M", "01.01.2026"),
        explanation="izah",
        representative={"number": "7XH3Q9B"},
    )
    assert form_from(form.content()) == form


def test_a_draft_of_the_version_with_one_paper_is_still_read() -> None:
    old = {
        "who": "citizen", "number": "5TK8R2M", "document_kind": "identity_card_new", "document_number": "AA1234567",
        "valid_until": "01.06.2031", "form_shown": "copy", "surname": "Çinarlı", "scans": [],
    }  # fmt: skip
    form = form_from(old)
    paper = form.papers[0]
    assert (form.surname, paper.kind, paper.number, paper.valid_until, paper.form) == (
        "Çinarlı",
        "identity_card_new",
        "AA1234567",
        "01.06.2031",
        "copy",
    )
