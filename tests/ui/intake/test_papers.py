"""Papers in place of the register: whole tables of what is typed, what does not hold, and what its register says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.required_papers import PaperState, needed_papers
from dost_desktop.domain.vocabulary import ApplicationKind, FormShown, Source
from dost_desktop.ports import Unanswered
from tests.domain.builders import a_person_answer
from tests.fakes.inline_tasks import InlineTasks
from tests.ui.intake.desk import GUNAY, NOBODY, PAPERS, IntakeDesk, catalogue
from ui.parts.papers.checking import OTHER, check_paper, choices
from ui.parts.papers.typed import TypedPaper, paper_from
from ui.screens.intake.applicants import CITIZEN, ENTREPRENEUR, FOREIGNER, STATELESS, UNNUMBERED
from ui.screens.intake.form import MOST_PAPERS, Form
from ui.screens.intake.missing import State
from ui.screens.intake.presenter import IntakePresenter

TODAY = date(2026, 11, 24)
DOCUMENTS = tuple(catalogue().documents.values())
CARD = TypedPaper("identity_card_new", "AA 1234567", valid_until="01.06.2031")
PERMIT = TypedPaper("temporary_permit", "MYI 0012345", issued_on="19.12.2025", valid_until="18.12.2026")
MARTA = replace(
    GUNAY,
    number_kind=NumberKind.MIGRATION_PIN,
    number="K48X2P",
    document_kind="temporary_permit",
    document_number="MYİ0012345",
    document_valid_until=date(2026, 12, 18),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[IntakeDesk]:
    desk = IntakeDesk(tmp_path)
    desk.registers.person = Unanswered.OFFLINE
    yield desk
    desk.close()


def shown(desk: IntakeDesk, form: Form) -> IntakePresenter:
    """MEİS is silent, and this was typed from papers."""
    intake = desk.intake(InlineTasks())
    intake.typed(replace(Form(), who=form.who, number=form.number))
    intake.ask()
    intake.typed(form)
    return intake


def off(desk: IntakeDesk) -> str:
    return desk.view.shown.off.problem if desk.view.shown.off else ""


def states(desk: IntakeDesk) -> dict[str, State]:
    return {need.id: need.state for need in desk.view.shown.needs}


# what nobody can read: the field says it, and nothing is opened
@pytest.mark.parametrize(
    ("change", "field", "problem"),
    [
        ({"number": "AA123456"}, "document_number", "document.number_shape"),
        ({"number": "123 456"}, "document_number", "card.can_number"),
        ({"issued_on": "1.13.2020"}, "issued_on", "date.does_not_exist"),
        ({"issued_on": "2020"}, "issued_on", "date.shape"),
        ({"valid_until": "31.02.2031"}, "valid_until", "date.does_not_exist"),
        ({"valid_until": "sabah"}, "valid_until", "date.shape"),
    ],
)
def test_what_cannot_be_read_stands_at_its_field_and_is_no_ground(
    desk: IntakeDesk, change: dict[str, str], field: str, problem: str
) -> None:
    intake = shown(desk, PAPERS.with_paper(0, replace(CARD, **change)))  # type: ignore[arg-type]
    intake.refuse_asked()
    intake.continue_asked()
    assert desk.view.shown.problems[field].problem == problem
    assert desk.view.caret == field
    assert desk.file().applications == ()


@pytest.mark.parametrize(
    ("change", "field", "problem"),
    [
        ({"surname": "", "given_name": ""}, "surname", "name.empty"),
        ({"given_name": ""}, "given_name", "name.empty"),
        ({"surname": "Çin4rlı"}, "given_name", "name.shape"),
        ({"birth_date": ""}, "birth_date", "date.birth_empty"),
        ({"birth_date": "14.03.2091"}, "birth_date", "date.in_future"),
        ({"birth_date": "14/3"}, "birth_date", "date.shape"),
        ({"phone": "123"}, "phone", "mobile.shape"),
        ({"phone": "012 400 00 00"}, "phone", "mobile.landline"),
    ],
)
def test_every_other_field_says_what_is_wrong_with_it(
    desk: IntakeDesk, change: dict[str, str], field: str, problem: str
) -> None:
    shown(desk, replace(PAPERS, **change)).continue_asked()  # type: ignore[arg-type]
    assert desk.view.shown.problems[field].problem == problem
    assert desk.file().applications == ()


# what can be read and does not hold: the refusal in one key
@pytest.mark.parametrize(
    ("paper", "at", "problem", "state"),
    [
        (replace(CARD, valid_until="12.10.2026"), "valid_until", "document.expired", PaperState.EXPIRED),
        (replace(CARD, valid_until=""), "valid_until", "document.date_empty", PaperState.MISSING),
        (replace(CARD, number=""), "document_number", "document.number_empty", PaperState.MISSING),
        (
            replace(CARD, issued_on="25.11.2026"),
            "issued_on",
            "document.issued_in_future",
            PaperState.NOT_VALID,
        ),
        (
            replace(CARD, issued_on="01.01.2026", valid_until="01.06.2025"),
            "valid_until",
            "date.ends_before_start",
            PaperState.NOT_VALID,
        ),
        (
            replace(CARD, kind=OTHER, number="P1234567"),
            "document_kind",
            "document.kind_not_accepted",
            PaperState.NOT_ACCEPTED,
        ),
    ],
)
def test_a_paper_that_does_not_hold_is_listed_at_once_and_refused_in_one_key(
    desk: IntakeDesk, paper: TypedPaper, at: str, problem: str, state: PaperState
) -> None:
    intake = shown(desk, PAPERS.with_paper(0, paper))
    assert off(desk) == problem
    assert states(desk)[at] in {State.BAD, State.OPEN}
    assert desk.view.shown.refusable
    intake.continue_asked()
    assert desk.file().applications == ()
    intake.refuse_asked()
    file = desk.file()
    (application,) = file.applications
    assert desk.went.to[-1] == ("refusal", application.id)
    law = catalogue().law_in_force(TODAY)
    (row,) = needed_papers(file, application, law, desk.now())
    assert (row.state, "documents.incomplete" in row.grounds) == (state, True)


@pytest.mark.parametrize("form", FormShown)
def test_every_form_counts_unless_the_owner_narrowed_the_kind(desk: IntakeDesk, form: FormShown) -> None:
    paper = replace(CARD, form=form.value)
    assert check_paper(paper, DOCUMENTS, CITIZEN, TODAY).holds
    narrow = tuple(each.model_copy(update={"forms": frozenset({FormShown.ORIGINAL})}) for each in DOCUMENTS)
    checked = check_paper(paper, narrow, CITIZEN, TODAY)
    assert checked.holds is (form is FormShown.ORIGINAL)
    if not checked.holds:
        assert {name: each.problem for name, each in checked.problems.items()} == {
            "form_shown": "document.form_not_accepted"
        }


@pytest.mark.parametrize(
    ("who", "number", "kinds"),
    [
        (CITIZEN, "5TK8R2M", ["identity_card_old", "identity_card_new"]),
        (FOREIGNER, "K48X2P", ["temporary_permit", "permanent_permit"]),
        (STATELESS, "K48X2P", ["temporary_permit", "permanent_permit", "stateless_card"]),
        (ENTREPRENEUR, "5TK8R2M", ["identity_card_old", "identity_card_new"]),
        (ENTREPRENEUR, "K48X2P", ["temporary_permit", "permanent_permit"]),
    ],
)
def test_the_kinds_of_the_catalogue_are_offered_by_holder(
    desk: IntakeDesk, who: str, number: str, kinds: list[str]
) -> None:
    shown(desk, Form(who=who, number=number))
    assert [each.id for each in desk.view.shown.documents] == kinds


def test_a_third_layout_of_the_card_is_data_only(desk: IntakeDesk) -> None:
    third = catalogue().documents["identity_card_new"].model_copy(
        update={"id": "identity_card_third", "shape": "AZ[0-9]{6}[A-Z]", "example": "AZ123456K"}
    )  # fmt: skip
    documents = (*DOCUMENTS, third)
    assert choices(documents, CITIZEN)[-1] == third
    desk.law_with(third.rule())
    intake = desk.intake(InlineTasks(), documents=documents)
    intake.typed(Form(number="5TK8R2M"))
    intake.ask()
    paper = TypedPaper("identity_card_third", "az 123456 k", valid_until="01.06.2031")
    intake.typed(PAPERS.with_paper(0, replace(paper, number="AA1234567")))
    intake.continue_asked()
    assert desk.view.shown.problems["document_number"].facts == {"example": "AZ123456K"}
    intake.typed(PAPERS.with_paper(0, paper))
    intake.continue_asked()
    file = desk.file()
    assert file.identity is not None
    assert (file.identity.document_kind, file.identity.document_number) == (
        "identity_card_third",
        "AZ123456K",
    )


# several documents
def test_the_document_that_holds_counts_and_the_other_one_is_recorded_too(desk: IntakeDesk) -> None:
    old = TypedPaper("identity_card_old", "AZE12345678", "Sınaq RPŞ", "01.02.2010", "01.02.2020", "copy")
    intake = shown(desk, PAPERS.with_paper(0, old))
    assert off(desk) == "document.expired"
    intake.add_paper()
    assert desk.view.caret == "document_kind#1"
    intake.typed(replace(PAPERS, papers=(old, CARD)))
    assert (off(desk), states(desk)["valid_until"]) == ("", State.WARN)
    assert not desk.view.shown.refusable
    intake.continue_asked()
    file = desk.file()
    (application,) = file.applications
    assert file.identity_paper is not None
    assert file.identity_paper.kind == "identity_card_new"
    assert [each.kind for each in application.papers] == ["identity_card_old", "identity_card_new"]
    first = application.papers[0]
    assert (first.issuer, first.issued_on, first.form) == ("Sınaq RPŞ", date(2010, 2, 1), FormShown.COPY)
    law = catalogue().law_in_force(TODAY)
    assert not any(row.is_open for row in needed_papers(file, application, law, desk.now()))


def test_a_document_is_taken_away_again_and_at_most_four_are_shown(desk: IntakeDesk) -> None:
    intake = shown(desk, PAPERS)
    for _ in range(MOST_PAPERS + 1):
        intake.add_paper()
    assert len(desk.view.form.papers) == MOST_PAPERS
    intake.typed(replace(PAPERS, papers=(CARD, replace(CARD, number="x"), CARD, CARD)))
    intake.remove_paper(1)
    assert [each.number for each in desk.view.form.papers] == ["AA 1234567"] * 3


# permits
FOREIGN = replace(PAPERS, who=FOREIGNER, number="K48X2P", papers=(PERMIT,))


@pytest.mark.parametrize(
    ("answer", "says", "refusable"),
    [
        (a_person_answer(MARTA), None, False),
        (a_person_answer(replace(MARTA, document_number="MYİ0099999")), "permit.other_in_register", False),
        (a_person_answer(replace(MARTA, document_valid_until=date(2027, 1, 1))), "permit.other_term", False),
        (a_person_answer(replace(MARTA, document_valid_until=date(2026, 11, 1))), "permit.other_term", True),
        (NOBODY, "permit.not_in_register", False),
        ({"found": "bəli"}, "register.contradicts", False),
        (Unanswered.REGISTER, "permit.unchecked", False),
    ],
)
def test_a_permit_is_compared_with_its_register_and_a_contradiction_is_shown_as_such(
    desk: IntakeDesk, answer: Mapping[str, Any] | Unanswered, says: str | None, refusable: bool
) -> None:
    desk.registers.permit = answer
    intake = shown(desk, FOREIGN)
    intake.ask_permit()
    permit = desk.view.shown.permit
    assert permit is not None
    assert (permit.contradiction.problem if permit.contradiction else None) == says
    assert (desk.view.shown.refusable, off(desk)) == (refusable, "document.expired" if refusable else "")
    if refusable:
        intake.refuse_asked()
    else:
        intake.continue_asked()
    paper = desk.file("K48X2P", NumberKind.MIGRATION_PIN).identity_paper
    assert paper is not None
    attached = answer == NOBODY or says in {None, "permit.other_term"}
    assert (paper.checked is not None) is attached


def test_a_permit_that_the_register_knows_as_expired_is_replaced_by_a_newer_one_or_refused(
    desk: IntakeDesk,
) -> None:
    desk.registers.person = a_person_answer(replace(MARTA, document_valid_until=date(2026, 10, 1)))
    intake = desk.intake(InlineTasks())
    intake.typed(Form(who=FOREIGNER, number="K48X2P"))
    intake.ask()
    page = desk.view.shown
    assert (off(desk), page.refusable, page.papers_offered) == ("document.expired", True, True)
    intake.jump("document")
    assert desk.view.shown.papers_open
    assert desk.view.shown.known.papers is not None
    assert desk.view.shown.known.papers.unread == {}  # the register says who it is
    intake.typed(Form(who=FOREIGNER, number="K48X2P", papers=(PERMIT,)))
    assert (off(desk), desk.view.shown.refusable) == ("", False)
    intake.continue_asked()
    file = desk.file("K48X2P", NumberKind.MIGRATION_PIN)
    assert file.identity_source is Source.REGISTER
    (application,) = file.applications
    assert [each.number for each in application.papers] == ["MYİ0012345"]
    law = catalogue().law_in_force(TODAY)
    assert not any(row.is_open for row in needed_papers(file, application, law, desk.now()))


def test_an_expired_permit_of_the_register_is_refused_in_one_key(desk: IntakeDesk) -> None:
    desk.registers.person = a_person_answer(replace(MARTA, document_valid_until=date(2026, 10, 1)))
    intake = desk.intake(InlineTasks())
    intake.typed(Form(who=FOREIGNER, number="K48X2P"))
    intake.ask()
    intake.refuse_asked()
    (application,) = desk.file("K48X2P", NumberKind.MIGRATION_PIN).applications
    assert desk.went.to[-1] == ("refusal", application.id)


# files that may be the same person's
def test_who_may_be_the_same_person_is_shown_while_typing_and_opened_with_one_key(desk: IntakeDesk) -> None:
    desk.registers.person = a_person_answer(GUNAY)
    known = desk.intake(InlineTasks())
    known.typed(Form(number="5TK8R2M"))
    known.ask()
    known.continue_asked()
    desk.cases.finish()
    desk.registers.person = Unanswered.OFFLINE
    intake = shown(desk, replace(PAPERS, number="7TK8R2M"))
    intake.save()
    (alike,) = desk.view.shown.alike
    assert alike.row.file_id == desk.file().id
    intake.open_alike(0)
    assert desk.went.to[-1] == ("person", desk.file().id)
    assert desk.drafts.load(intake.draft_key) is not None
    intake.typed(replace(PAPERS, number="5TK8R2M"))  # the own file is not another one
    intake.save()
    assert desk.view.shown.alike == ()


def test_a_paper_survives_in_the_draft() -> None:
    paper = TypedPaper("temporary_permit", "MYİ0012345", "DMX", "19.12.2025", "18.12.2026", "electronic_copy")
    assert paper_from(paper.content()) == paper


def test_an_example_of_every_kind_can_be_read() -> None:
    for entry in DOCUMENTS:
        if entry.purpose != "identity" or not entry.example:
            continue
        typed = TypedPaper(entry.id, entry.example, valid_until="01.06.2031")
        checked = check_paper(typed, DOCUMENTS, min(entry.holders), TODAY)
        assert checked.paper is not None
        assert checked.paper.number == entry.example


def test_a_paper_without_its_number_may_be_out_of_date_besides() -> None:
    checked = check_paper(replace(CARD, number="", valid_until="01.02.2020"), DOCUMENTS, CITIZEN, TODAY)
    assert {name: each.problem for name, each in checked.flaws.items()} == {
        "document_number": "document.number_empty",
        "valid_until": "document.expired",
    }


def test_who_has_no_pin_at_all_is_recorded_by_the_number_of_the_paper(desk: IntakeDesk) -> None:
    desk.registers.person = NOBODY
    desk.registers.status = {"status": "not_registered"}
    intake = desk.intake(InlineTasks(), purpose=ApplicationKind.JOBSEEKER.value)
    form = Form(who=UNNUMBERED, number="MYI 0012345")
    intake.typed(form)
    intake.ask()
    assert desk.view.shown.problems["number"].problem == "paper_number.not_found"
    intake.papers_asked()
    intake.typed(
        replace(form, surname="Kovaç", given_name="Marta", birth_date="14.03.1991", papers=(PERMIT,))
    )
    intake.continue_asked()
    file = desk.file("MYI0012345", NumberKind.DOCUMENT)
    assert [each.kind for each in file.applications] == [ApplicationKind.JOBSEEKER]
    assert file.identity_paper is not None
    assert file.identity_paper.number == "MYİ0012345"
