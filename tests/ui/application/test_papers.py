"""The case page knows the papers: what stops, what is asked of no register, and how a better paper lets it go on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from dost_desktop.domain import acts
from dost_desktop.domain.evidence import CallerCheck, Consent
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    ApplicationState,
    CallerAnswer,
    Capacity,
    Channel,
    FormOfAnswer,
    FormOfApplication,
    Relation,
    Status,
)
from dost_desktop.ports import Unanswered
from dost_desktop.services.changes import Changes
from dost_desktop.services.look_at_file import LookAtCase
from tests.domain.builders import a_representative
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.paper_cases import CASES, PaperCase, checked_by_notaries, opens
from tests.fakes.real_desk import NOTHING, NOW, RealDesk
from tests.ui.application.test_presenter import View, offs, shown
from ui.parts.papers.typed import TypedPaper
from ui.parts.person.person_part import PersonPart
from ui.screens.application.page import PageAct, Stage, Step, Todo
from ui.screens.application.port import Said, Section
from ui.screens.application.presenter import ApplicationPresenter
from ui.widgets.text import Text

PERSONS = {name: case for name, case in CASES.items() if case.person.number_kind.is_person}
STOPPED = {name: case for name, case in PERSONS.items() if case.ground != "age.under_15"}


def page_of(desk: RealDesk, case: PaperCase) -> tuple[ApplicationPresenter, View]:
    file_id, application = opens(desk, case)
    desk.serves(file_id, application)
    view = View()
    presenter = ApplicationPresenter(view, InlineTasks(), desk.went, desk.jobs, file_id, application)
    desk.went.heard = presenter.changed
    presenter.opened()
    return presenter, view


@pytest.mark.parametrize("case", STOPPED.values(), ids=STOPPED)
def test_papers_that_do_not_hold_stop_the_case_and_no_register_is_asked(
    desk: RealDesk, case: PaperCase
) -> None:
    presenter, view = page_of(desk, case)

    page = shown(view)
    assert page.stage is Stage.STOPPED
    assert page.case.stop is not None
    assert offs(view)[PageAct.ASK] == page.case.stop.reason
    assert PageAct.OFFER_WORK not in offs(view)
    presenter.ask_pressed()
    assert desk.registers.asked == []
    row = next(todo for todo, state in page.todo if state == "bad")
    assert row is (Todo.REPRESENTATION if case.speaker else Todo.IDENTITY)

    presenter.act_chosen(PageAct.REFUSE)
    assert desk.went.to[-1] == "refusal"


@pytest.mark.parametrize("name", ["company", "household"])
def test_who_is_no_person_gets_an_explanation_or_an_answer_and_no_check(desk: RealDesk, name: str) -> None:
    presenter, view = page_of(desk, CASES[name])

    assert shown(view).stage is Stage.NOT_A_PERSON
    assert offs(view).keys() == {
        PageAct.REFUSE,
        PageAct.EXPLAIN,
        PageAct.FINISH,
        PageAct.PAUSE,
        PageAct.REPRESENTATIVE,
        PageAct.WITHDRAW,
    }
    presenter.act_chosen(PageAct.EXPLAIN)
    presenter.explanation_edited("Qısa")
    presenter.explained(True)
    assert view.explanation_problem is not None
    assert shown(view).case.application.is_open

    presenter.explanation_edited("İşaxtaran kimi yalnız fiziki şəxs qeydiyyata alınır.")
    presenter.explained(True)
    case = shown(view).case
    assert case.application.state is ApplicationState.WITHDRAWN
    assert [line.note for line in case.history if line.kind == acts.GiveExplanation.kind] == [
        "İşaxtaran kimi yalnız fiziki şəxs qeydiyyata alınır."
    ]
    assert view.section is Section.NONE


def test_a_better_paper_lets_the_case_go_on_by_itself(desk: RealDesk) -> None:
    presenter, view = page_of(desk, CASES["permit expired"])
    desk.registers.answer = Unanswered.REGISTER
    presenter.act_chosen(PageAct.PAPER)
    assert view.paper_focus == "document_number"

    presenter.paper_confirmed()
    assert view.paper is not None
    assert view.paper.problems.keys() == {"document_number", "valid_until"}
    presenter.paper_edited(
        TypedPaper(kind="temporary_permit", number="MYİ7654321", valid_until="01.05.2031", form="original")
    )
    presenter.paper_confirmed()

    page = shown(view)
    assert page.case.application.papers[-1].valid_until == date(2031, 5, 1)
    assert page.stage is Stage.WAITING  # the register of employed persons was asked, and is silent
    assert Said.GOES_ON in desk.went.words
    assert presenter._kept.of_page("paper") is None


def test_a_paper_that_is_not_recorded_yet_is_there_again(desk: RealDesk) -> None:
    presenter, _ = page_of(desk, CASES["permit expired"])
    presenter.act_chosen(PageAct.PAPER)
    presenter.paper_edited(TypedPaper(kind="permanent_permit", number="DYİ76"))
    presenter.back()

    view = View()
    again = ApplicationPresenter(
        view, InlineTasks(), desk.went, desk.jobs, presenter.file_id, presenter.application
    )
    again.opened()
    again.act_chosen(PageAct.PAPER)
    assert again.paper.content()["number"] == "DYİ76"


def test_the_notaries_late_answer_turns_the_open_page(desk: RealDesk) -> None:
    spoken = CASES["expired"].speaker
    assert spoken is not None
    holds = replace(CASES["expired"], speaker=replace(spoken, valid_until=None))
    desk.registers.answer = Unanswered.REGISTER
    presenter, view = page_of(desk, holds)
    assert shown(view).stage is Stage.WAITING

    check = acts.CheckRepresentation(presenter.application, checked_by_notaries(revoked_on="2026-11-20"))
    with desk.desk.open_work() as work:
        desk.desk.act(work, presenter.file_id, [check])
        work.commit()
    presenter.changed(Changes(frozenset({presenter.file_id})))

    assert shown(view).stage is Stage.STOPPED
    assert desk.went.words[-2:] == [Said.POWER_CHECKED, Said.PAPERS_STOP]


@pytest.mark.parametrize("kind", [each for each in ApplicationKind if each is not ApplicationKind.UNEMPLOYED])
def test_other_kinds_show_their_state_papers_refusal_and_withdrawal(
    desk: RealDesk, kind: ApplicationKind
) -> None:
    status = Status.TEMPORARILY_REMOVED if kind is ApplicationKind.RESUMPTION else Status.JOBSEEKER
    presenter, view = page_of(desk, PaperCase("", kind=kind, status=status))

    page = shown(view)
    assert page.stage is Stage.ELSEWHERE
    assert set(page.steps) == {Step.PERSON, Step.FORM, Step.DECISION}
    assert (Todo.IDENTITY, "done") in page.todo
    assert offs(view)[PageAct.REFUSE] == offs(view)[PageAct.WITHDRAW] == ""
    assert PageAct.ASK not in offs(view)
    presenter.withdraw_confirmed("")
    assert shown(view).stage is Stage.CLOSED


def test_papers_that_hold_are_listed_quietly_and_the_case_goes_its_way(desk: RealDesk) -> None:
    desk.registers.answer = NOTHING
    _, view = page_of(desk, PaperCase("", speaker=a_representative(check_tried_at=NOW)))

    page = shown(view)
    assert page.stage is Stage.NOT_FOUND
    assert (Todo.IDENTITY, "done") in page.todo
    assert (
        Todo.REPRESENTATION,
        "warn",
    ) in page.todo  # the notaries were asked in vain: said, never in the way


def test_the_left_part_says_how_the_application_came_in_and_who_consented(
    desk: RealDesk, qtbot: QtBot
) -> None:
    file_id, application = desk.opens(
        form=FormOfApplication.CALL_CENTRE,
        channel=Channel.CALL_CENTRE,
        answer_form=FormOfAnswer.CALL_CENTRE,
        capacity=Capacity.ENTREPRENEUR,
        interpreter="rus",
        call=CallerCheck("Z-17", (CallerAnswer.BIRTH_DATE, CallerAnswer.ADDRESS)),
        consent=Consent("Sınaqlı Nərgiz", Relation.PARENT, given_on=date(2026, 11, 20)),
    )
    part = PersonPart()
    qtbot.addWidget(part)

    part.show_case(LookAtCase(desk.desk)(file_id, application), {})

    said = {label.accessibleName() for label in part.findChildren(Text)}
    assert {
        "Form: call centre",
        "Channel: call centre",
        "Answer: call centre",
        "Applies as: entrepreneur, a natural person",
        "Interpreter: rus",
        "Call: Z-17",
        "Caller named: date of birth, address",
        "Consent: Sınaqlı Nərgiz (parent), 20.11.2026",
    } <= said
