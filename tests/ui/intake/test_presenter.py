"""The intake from the number to the opened application, on a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dost_desktop.domain.identity_documents import CardNumber
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.mrz_writing import CardData, write_mrz_td1, write_mrz_td2
from dost_desktop.domain.values import FullName, MigrationPin, Pin, Sex
from dost_desktop.domain.vocabulary import Source
from dost_desktop.ports import Unanswered
from tests.domain.builders import a_person_answer
from tests.fakes.inline_tasks import InlineTasks
from tests.ui.intake.desk import GUNAY, JOBSEEKER, NOBODY, PAPERS, HeldTasks, IntakeDesk
from ui.screens.intake.applicants import FOREIGNER
from ui.screens.intake.form import Form
from ui.screens.intake.missing import State

NUMBER = Form(number="5TK8R2M")
CARD = CardData(
    CardNumber("AA1234567"),
    Pin("5TK8R2M"),
    date(1991, 3, 14),
    Sex.FEMALE,
    date(2031, 6, 1),
    FullName("Başqa", "Ad"),
)
LINES = write_mrz_td1(CARD)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[IntakeDesk]:
    desk = IntakeDesk(tmp_path)
    yield desk
    desk.close()


def problem(desk: IntakeDesk, name: str) -> str:
    found = desk.view.shown.problems.get(name)
    return found.problem if found else ""


def off(desk: IntakeDesk) -> str:
    return desk.view.shown.off.problem if desk.view.shown.off else ""


def note(desk: IntakeDesk) -> str:
    return getattr(desk.view.shown.note, "problem", "")


def states(desk: IntakeDesk) -> dict[str, State]:
    return {need.id: need.state for need in desk.view.shown.needs}


def test_a_person_whom_the_register_knows_needs_no_paper(desk: IntakeDesk) -> None:
    intake = desk.intake(InlineTasks())
    assert off(desk) == "intake.incomplete"
    intake.typed(NUMBER)
    intake.ask()
    shown = desk.view.shown
    assert shown.answer is not None
    assert shown.answer.identity == GUNAY
    assert not shown.papers_open
    assert not shown.papers_offered
    assert set(states(desk).values()) == {State.DONE}
    assert desk.view.caret == "continue"
    intake.typed(replace(NUMBER, phone="050 000 12 34"))
    intake.save()
    assert desk.drafts.load(intake.draft_key) is not None
    intake.continue_asked()
    file = desk.file()
    (application,) = file.applications
    assert application.number.endswith("004800")
    assert application.ticket == "A-047"
    assert (file.identity, file.identity_source, file.phone) == (GUNAY, Source.REGISTER, "+994500001234")
    assert desk.went.to == ["changes", "timer", application.id]
    case = desk.cases.current()
    assert case is not None
    assert case.application == application.id
    assert desk.drafts.load(intake.draft_key) is None


@pytest.mark.parametrize(
    ("person", "note_key", "at_field", "opens_at_once"),
    [
        (Unanswered.OFFLINE, "register.unreachable", "", True),
        ({"found": True, "surname": 5}, "register.contradicts", "", True),
        (NOBODY, "", "pin.not_found", False),
    ],
)
def test_papers_count_only_when_the_register_cannot_say_who_it_is(
    desk: IntakeDesk, person: object, note_key: str, at_field: str, opens_at_once: bool
) -> None:
    desk.registers.person = person  # type: ignore[assignment]
    intake = desk.intake(InlineTasks())
    intake.papers_asked()
    assert not desk.view.shown.papers_open  # nobody asked the register yet
    intake.typed(NUMBER)
    intake.ask()
    assert (note(desk), problem(desk, "number")) == (note_key, at_field)
    assert desk.view.shown.papers_open is opens_at_once
    intake.papers_asked()
    assert desk.view.shown.papers_open
    intake.continue_asked()
    assert desk.file().applications == ()
    assert problem(desk, "document_number") == "document.number_empty"
    intake.typed(PAPERS)
    assert off(desk) == ""
    intake.continue_asked()
    file = desk.file()
    assert len(file.applications) == 1
    assert file.identity_source is Source.PAPERS
    assert file.identity is not None
    assert file.identity.full_name == "Çinarlı Günay Rəşad qızı"


def test_who_waits_no_longer_goes_on_with_papers(desk: IntakeDesk) -> None:
    tasks = HeldTasks()
    intake = desk.intake(tasks)
    tasks.finish()
    intake.typed(NUMBER)
    intake.ask()
    assert desk.view.shown.asking
    intake.stop_asking()
    assert (desk.view.shown.asking, desk.view.shown.papers_open) == (False, True)
    tasks.finish()
    assert desk.view.shown.answer is None  # too late
    intake.typed(PAPERS)
    intake.continue_asked()
    tasks.finish()
    assert len(desk.file().applications) == 1


def test_an_answer_about_another_number_is_dropped(desk: IntakeDesk) -> None:
    tasks = HeldTasks()
    intake = desk.intake(tasks)
    tasks.finish()
    intake.typed(NUMBER)
    intake.ask()
    intake.typed(Form(number="5TK8R2N"))
    tasks.finish()
    assert desk.view.shown.answer is None


@pytest.mark.parametrize(
    ("status", "why"),
    [
        ("not_registered", "application.not_jobseeker"),
        ("cancelled", "application.not_jobseeker"),
        ("unemployed", "application.already_unemployed"),
        ("temporarily_removed", "application.removed_now"),
        ("jobseeker", ""),
    ],
)
def test_only_a_jobseeker_can_apply(desk: IntakeDesk, status: str, why: str) -> None:
    desk.registers.status = {**JOBSEEKER, "status": status}
    intake = desk.intake(InlineTasks())
    intake.typed(NUMBER)
    intake.ask()
    assert off(desk) == why


def test_a_status_nobody_knows_does_not_hinder(desk: IntakeDesk) -> None:
    desk.registers.status = Unanswered.REGISTER
    intake = desk.intake(InlineTasks())
    intake.typed(NUMBER)
    intake.ask()
    assert (off(desk), states(desk)["status"]) == ("", State.WARN)
    intake.continue_asked()
    assert len(desk.file().applications) == 1


def test_a_card_fills_numbers_and_asks_by_itself_but_never_fills_names(desk: IntakeDesk) -> None:
    desk.registers.person = Unanswered.OFFLINE
    intake = desk.intake(InlineTasks())
    intake.scanned(LINES.lower())
    form, paper = desk.view.form, desk.view.form.papers[0]
    assert (form.number, paper.number, paper.valid_until) == ("5TK8R2M", "AA1234567", "01.06.2031")
    assert (form.birth_date, form.sex, form.surname, form.given_name) == ("14.03.1991", "F", "", "")
    assert "meis_person" in desk.registers.asked
    assert desk.view.shown.papers_open


def test_lines_typed_or_pasted_into_the_number_are_a_card_too(desk: IntakeDesk) -> None:
    intake = desk.intake(InlineTasks())
    for end in (8, 20, 31, 59):
        intake.typed(Form(number=LINES[:end]))
        assert desk.view.shown.answer is None
    intake.typed(Form(number=LINES))
    assert desk.view.form.number == "5TK8R2M"
    assert desk.view.shown.answer is not None


def test_a_wrong_check_digit_is_said_with_what_was_read(desk: IntakeDesk) -> None:
    intake = desk.intake(InlineTasks())
    intake.scanned(LINES.replace("910314", "910315"))
    card = desk.view.shown.card
    assert card is not None
    assert card.problem is not None
    assert card.problem.problem == "card.check_digit"
    assert "910315" in card.text
    assert desk.registers.asked == []


def test_an_expired_card_hinders_until_the_register_knows_the_person(desk: IntakeDesk) -> None:
    expired = write_mrz_td1(replace(CARD, expires=date(2026, 10, 12)))
    desk.registers.person = Unanswered.OFFLINE
    intake = desk.intake(InlineTasks())
    intake.scanned(expired)
    assert problem(desk, "valid_until") == "document.expired"
    assert states(desk)["valid_until"] is State.BAD
    desk.registers.person = a_person_answer(GUNAY)
    intake.ask()
    assert problem(desk, "number") == ""
    assert states(desk)["card"] is State.WARN
    assert off(desk) == ""


def test_a_permit_makes_the_applicant_a_foreigner_with_a_migration_number(desk: IntakeDesk) -> None:
    permit = CardData(
        CardNumber("MYİ1234567"), MigrationPin("K48X2P"), date(1984, 9, 9), Sex.FEMALE, date(2026, 12, 18),
        FullName("Testova", "Marta"), nationality="GEO",
    )  # fmt: skip
    desk.registers.person = {**a_person_answer(GUNAY), "citizenship": "GEO"}
    intake = desk.intake(InlineTasks())
    intake.scanned(write_mrz_td2(permit))
    assert (desk.view.form.who, desk.view.form.number) == (FOREIGNER, "K48X2P")
    intake.continue_asked()
    assert len(desk.file("K48X2P", NumberKind.MIGRATION_PIN).applications) == 1


@pytest.mark.parametrize(
    ("typed", "while_typing", "on_leaving"),
    [
        ("5TK8R2", "", "pin.length"),
        ("5TKO", "pin.letter_o", "pin.letter_o"),
        ("5T-8", "pin.shape", "pin.shape"),
    ],
)
def test_only_what_is_surely_wrong_is_said_while_typing(
    desk: IntakeDesk, typed: str, while_typing: str, on_leaving: str
) -> None:
    intake = desk.intake(InlineTasks())
    intake.typed(Form(number=typed))
    assert bool(problem(desk, "number")) is bool(while_typing)
    intake.left("number")
    assert problem(desk, "number") in {on_leaving, "pin.length"}
    intake.typed(NUMBER)
    assert problem(desk, "number") == ""


def test_a_second_application_of_the_same_kind_is_not_opened_but_continued(desk: IntakeDesk) -> None:
    first = desk.intake(InlineTasks())
    first.typed(NUMBER)
    first.ask()
    first.continue_asked()
    desk.cases.finish()
    desk.went.to.clear()
    again = desk.intake(InlineTasks())
    again.typed(NUMBER)
    again.ask()
    assert desk.view.shown.known.already_open == desk.file().applications[0].number
    assert off(desk) == "application.already_open"
    again.continue_asked()
    assert len(desk.file().applications) == 1
    again.continue_open()
    assert desk.went.to == ["timer", desk.file().applications[0].id]


def test_somebody_under_15_is_told_the_day_and_the_application_can_be_opened(desk: IntakeDesk) -> None:
    desk.registers.person = {**a_person_answer(GUNAY), "birth_date": "2012-02-01"}
    intake = desk.intake(InlineTasks())
    intake.typed(NUMBER)
    intake.ask()
    age = desk.view.shown.known.young
    assert age is not None
    assert age.facts == {"date": "01.02.2027"}
    assert off(desk) == ""


def test_what_was_typed_is_offered_again_and_never_restored_unasked(desk: IntakeDesk) -> None:
    first = desk.intake(InlineTasks())
    first.typed(PAPERS)
    first.leaving.pause()
    assert desk.went.to == ["why a pause"]
    desk.cases.pause("")
    desk.cases.resume(desk.cases.paused()[0].id)
    desk.registers.person = Unanswered.OFFLINE
    again = desk.intake(InlineTasks())
    assert desk.view.form == Form()
    assert desk.view.draft
    again.draft_restored()
    assert desk.view.form == PAPERS
    assert off(desk) == ""
    again.draft_discarded()
    assert desk.drafts.all() == ()


def test_a_person_chosen_in_the_search_is_asked_for_at_once(desk: IntakeDesk) -> None:
    desk.intake(InlineTasks(), number="5TK8R2M")
    assert desk.view.shown.answer is not None


def test_the_agents_own_number_is_said_at_once_and_stops_every_way_on(desk: IntakeDesk) -> None:
    own = desk.desk.file_of(NumberKind.PIN, NUMBER.number)
    desk.desk = replace(desk.desk, own_person=lambda _: str(own))
    tasks = HeldTasks()
    intake = desk.intake(tasks)
    intake.typed(NUMBER)  # before anybody knows whose file it is
    assert off(desk) != "act.own_case"
    tasks.finish()
    assert (problem(desk, "number"), off(desk), states(desk)["own_case"]) == (
        "act.own_case", "act.own_case", State.BAD,
    )  # fmt: skip

    intake.ask()
    tasks.finish()
    intake.continue_asked()
    intake.refuse_asked()
    assert (off(desk), desk.view.caret, tasks.waiting) == ("act.own_case", "number", [])
    assert not desk.file().applications

    intake.typed(Form(number="7AAAAA1"))
    assert "own_case" not in states(desk)
