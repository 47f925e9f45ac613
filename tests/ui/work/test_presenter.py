"""The page of suitable work over a real desk: what each press does, what stands in the way, what comes by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest

from dost_desktop.domain.attestation import Register
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.suitable_work import Test
from dost_desktop.domain.vocabulary import ApplicationState, EmployerAnswer
from dost_desktop.ports import Unanswered, Worker
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import ActNotAllowed
from dost_desktop.services.look_at_file import HistoryLine
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import NOTHING, WORKS
from tests.fakes.work_at_desk import CASHIER, HELPER, STOREMAN, a_vacancy
from tests.ui.work.at_work import AtWork
from ui.screens.work.page import (
    DECLINE,
    EMPLOYER,
    JUDGE,
    JUSTIFIED,
    PROFILE,
    REFER,
    SEND,
    UNJUSTIFIED,
    WISH,
    Page,
    PageAct,
    Section,
    Todo,
)
from ui.screens.work.port import Place, Said
from ui.screens.work.presenter import WorkPresenter

A = ApplicationState
WORDING = "İş yerinə birbaşa avtobus gedir."


class View:
    def __init__(self) -> None:
        self.page: Page | None = None
        self.filled: Mapping[str, Any] = {}
        self.problems: Mapping[str, str] = {}
        self.problem: AgentError | None = None
        self.no_answer: Unanswered | None = None
        self.meanwhile: tuple[str, ApplicationState] | None = None
        self.saved: datetime | None = None
        self.busy = False
        self.focused: list[Place] = []

    def show_page(self, page: Page) -> None:
        self.page = page

    def fill(self, typed: Mapping[str, Any]) -> None:
        self.filled = typed

    def show_profile_problems(self, problems: Mapping[str, str]) -> None:
        self.problems = problems

    def show_problem(self, error: AgentError | None) -> None:
        self.problem = error

    def show_no_answer(self, why: Unanswered | None) -> None:
        self.no_answer = why

    def show_meanwhile(self, line: HistoryLine, state: ApplicationState) -> None:
        self.meanwhile = (line.kind, state)

    def show_saved(self, at: datetime) -> None:
        self.saved = at

    def set_busy(self, busy: bool) -> None:
        self.busy = busy

    def focus(self, place: Place) -> None:
        self.focused.append(place)

    def said(self, what: Said) -> str:
        return what

    def happened(self, line: HistoryLine) -> str:
        return f"by itself: {line.kind}"


class LateTasks(InlineTasks):
    """Network jobs wait until they are let go."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Callable[[], None]] = []

    def run(self, job: Any, *, done: Any, failed: Any, on: Worker = Worker.DATABASE) -> None:
        if on is Worker.NETWORK:
            self.waiting.append(lambda: InlineTasks.run(self, job, done=done, failed=failed, on=on))
        else:
            super().run(job, done=done, failed=failed, on=on)

    def go_on(self) -> None:
        waiting, self.waiting = self.waiting, []
        for each in waiting:
            each()


def opened(at: AtWork) -> tuple[WorkPresenter, View]:
    view = View()
    presenter = at.presenter_for(view)
    presenter.opened()
    return presenter, view


def shown(view: View) -> Page:
    assert view.page is not None
    return view.page


def off(view: View, act: PageAct) -> str:
    """Why it is impossible, "" when it is possible."""
    found = shown(view).off(act)
    return found.reason if found else ""


def declines(presenter: WorkPresenter) -> None:
    presenter.act_chosen(PageAct.OFFER_BEST)
    presenter.act_chosen(PageAct.DECLINE)
    presenter.typed(DECLINE, {"kind": "wage", "words": "Əməkhaqqı azdır."})
    presenter.act_chosen(PageAct.RECORD_DECLINE)


def places(at: AtWork, presenter: WorkPresenter) -> None:
    at.bank.vacancies_open = [STOREMAN]
    presenter.act_chosen(PageAct.ASK)
    presenter.act_chosen(PageAct.NO_WORK)


def test_the_page_looks_for_work_by_itself_as_the_profile_says_best_first(at: AtWork) -> None:
    _, view = opened(at)
    page = shown(view)
    wanted = at.bank.wanted[0]
    assert (wanted.profession, wanted.education, wanted.public_transport) == (
        "mühasib",
        "secondary_special",
        True,
    )
    assert wanted.purpose == at.application.number
    assert [each.vacancy for each in page.shelf.rows] == [HELPER, CASHIER, STOREMAN]
    assert (page.shelf.selected, page.shelf.suitable, page.shelf.seen) == (HELPER.number, 1, 3)
    assert (page.main, off(view, PageAct.OFFER), off(view, PageAct.PRINT)) == (
        PageAct.OFFER,
        "",
        "work.not_accepted",
    )
    assert off(view, PageAct.NO_WORK) == "work.suitable_left"


def test_a_question_is_answered_in_place_kept_with_the_draft_and_can_be_taken_back(at: AtWork) -> None:
    presenter, view = opened(at)
    presenter.vacancy_selected(CASHIER.number)
    assert (Todo.QUESTION, "open") in shown(view).todo
    assert shown(view).off(PageAct.OFFER) is not None
    presenter.question_answered(True)
    assert off(view, PageAct.OFFER) == ""
    presenter.save_now()
    again, second = opened(at)
    again.vacancy_selected(CASHIER.number)
    assert off(second, PageAct.OFFER) == ""
    again.answer_taken_back(Test.HEALTH)
    assert off(second, PageAct.OFFER) == "work.question_open"
    again.question_answered(False)
    assert off(second, PageAct.OFFER) == "offer.not_suitable"
    assert CASHIER in [each.vacancy for each in shown(second).shelf.rows]


def test_a_vacancy_filled_meanwhile_is_not_offered_and_leaves_the_list(at: AtWork) -> None:
    presenter, view = opened(at)
    at.bank.vacancies_open = [CASHIER, STOREMAN]
    presenter.act_chosen(PageAct.OFFER_BEST)
    page = shown(view)
    assert (page.state, page.shelf.taken) == (A.OFFERING_WORK, HELPER.position)
    assert HELPER not in [each.vacancy for each in page.shelf.rows]
    assert at.application.offers == ()


@pytest.mark.parametrize("why", Unanswered)
def test_without_an_answer_nothing_is_offered_and_nothing_is_lost(at: AtWork, why: Unanswered) -> None:
    presenter, view = opened(at)
    at.bank.silence = why
    presenter.act_chosen(PageAct.OFFER_BEST)
    assert (view.no_answer, shown(view).state, view.busy) == (why, A.OFFERING_WORK, False)
    presenter.act_chosen(PageAct.ASK)
    page = shown(view)
    assert (page.shelf.silence, len(page.shelf.rows)) == (why, 3)
    at.bank.silence = None
    presenter.act_chosen(PageAct.ASK)
    assert shown(view).shelf.silence is None


def test_pressed_twice_it_happens_once(at: AtWork) -> None:
    at.tasks = LateTasks()
    presenter, view = opened(at)
    at.tasks.go_on()
    presenter.act_chosen(PageAct.OFFER)
    presenter.act_chosen(PageAct.OFFER)
    presenter.act_chosen(PageAct.OFFER_BEST)
    at.tasks.go_on()
    assert (shown(view).state, len(at.application.offers)) == (A.WAITING_PERSON, 1)
    presenter.act_chosen(PageAct.OFFER)
    assert at.tasks.waiting == []


def test_accepted_referred_and_printed_at_once_then_the_employer_answers(at: AtWork) -> None:
    presenter, view = opened(at)
    presenter.act_chosen(PageAct.OFFER)
    presenter.act_chosen(PageAct.ACCEPT)
    for typed, why in (
        ("", "work.day_missing"),
        ("2026-11-23", "work.day_out_of_reach"),
        ("2027-01-23", "work.day_out_of_reach"),
    ):
        presenter.typed(REFER, {"day": typed})
        assert off(view, PageAct.REFER) == why
        presenter.act_chosen(PageAct.REFER)
    presenter.typed(REFER, {"day": "2026-11-25"})
    presenter.act_chosen(PageAct.REFER)
    offer = at.application.offers[-1]
    assert (offer.referral[-8:], at.printed) == ("G-000120", [at.application_id])
    assert off(view, PageAct.EMPLOYER) == "work.answer_missing"
    presenter.typed(EMPLOYER, {"answer": EmployerAnswer.SILENT.value, "note": ""})
    assert off(view, PageAct.EMPLOYER) == "referral.term_runs"
    presenter.act_chosen(PageAct.PRINT)
    assert len(at.printed) == 2
    presenter.typed(EMPLOYER, {"answer": EmployerAnswer.HIRED.value, "note": "telefonla"})
    presenter.act_chosen(PageAct.EMPLOYER)
    assert (shown(view).state, at.desk.drafts.load(f"work:{at.application_id}")) == (A.DONE, None)
    assert off(view, PageAct.CONFIRMATION) == "work.not_now"  # hired: nobody was registered


def test_silence_is_recorded_after_the_term_and_work_is_looked_for_again(at: AtWork) -> None:
    presenter, view = opened(at)
    for act in (PageAct.OFFER, PageAct.ACCEPT, PageAct.REFER):
        presenter.act_chosen(act)
    at.desk.clock.moment += timedelta(days=8)
    asked = len(at.bank.wanted)
    again, view = opened(at)
    again.typed(EMPLOYER, {"answer": EmployerAnswer.SILENT.value, "note": ""})
    again.act_chosen(PageAct.EMPLOYER)
    page = shown(view)
    assert (page.state, len(at.bank.wanted)) == (A.OFFERING_WORK, asked + 1)
    offered = next(each for each in page.shelf.rows if each.vacancy == HELPER)
    assert offered.offer is not None
    assert off(view, PageAct.OFFER_BEST) == "work.none_fits"


def test_a_decline_is_judged_with_words_before_anything_follows(at: AtWork) -> None:
    presenter, view = opened(at)
    presenter.act_chosen(PageAct.OFFER)
    presenter.act_chosen(PageAct.DECLINE)
    assert (shown(view).section, shown(view).main) == (Section.DECLINE, PageAct.RECORD_DECLINE)
    assert off(view, PageAct.RECORD_DECLINE) == "offer.reason_missing"
    presenter.back()
    assert (shown(view).section, at.desk.went.to) == (Section.NONE, [])
    presenter.act_chosen(PageAct.DECLINE)
    presenter.typed(DECLINE, {"kind": "wage", "words": "Əməkhaqqı azdır."})
    presenter.act_chosen(PageAct.RECORD_DECLINE)
    assert (shown(view).state, shown(view).declined) == (A.DECLINED, 0)
    for typed, why in (
        ({}, "work.judgement_open"),
        ({"choice": UNJUSTIFIED}, "work.wording_short"),
        ({"choice": UNJUSTIFIED, "wording": WORDING}, ""),
    ):
        presenter.typed(JUDGE, typed)
        assert off(view, PageAct.JUDGE) == why
    presenter.act_chosen(PageAct.JUDGE)
    assert (shown(view).state, shown(view).declined) == (A.DECLINED_UNJUSTIFIED, 1)
    assert off(view, PageAct.REFUSE) == "work.not_now"
    presenter.act_chosen(PageAct.EXPLAIN)
    assert (shown(view).main, off(view, PageAct.REFUSE)) == (PageAct.REFUSE, "")
    presenter.act_chosen(PageAct.REFUSE)
    assert at.desk.went.to == ["refusal"]


def test_a_justified_decline_counts_nothing_and_another_work_is_looked_for(at: AtWork) -> None:
    presenter, view = opened(at)
    declines(presenter)
    presenter.typed(JUDGE, {"choice": JUSTIFIED, "wording": WORDING})
    presenter.act_chosen(PageAct.JUDGE)
    assert (shown(view).state, shown(view).declined) == (A.OFFERING_WORK, 0)


def test_no_suitable_work_needs_a_search_of_today_in_all_that_was_found(at: AtWork) -> None:
    at.bank.silence = Unanswered.OFFLINE
    presenter, view = opened(at)
    assert off(view, PageAct.NO_WORK) == "work.no_search"
    at.bank.silence = None
    at.bank.vacancies_open = [a_vacancy(f"V{n}", f"iş {n}", education="higher") for n in range(130)]
    presenter.act_chosen(PageAct.ASK)
    assert off(view, PageAct.NO_WORK) == "work.pages_left"
    presenter.more_pressed()
    assert (off(view, PageAct.NO_WORK), shown(view).shelf.seen) == ("", 130)
    at.desk.clock.moment += timedelta(days=1)
    presenter.changed(Changes(frozenset({at.file_id})))
    assert off(view, PageAct.NO_WORK) == "work.no_search"
    presenter.act_chosen(PageAct.ASK)
    presenter.more_pressed()
    at.bank.silence = Unanswered.REGISTER
    presenter.act_chosen(PageAct.NO_WORK)
    assert (view.no_answer, at.application.state) == (Unanswered.REGISTER, A.OFFERING_WORK)
    at.bank.silence = None
    presenter.act_chosen(PageAct.NO_WORK)
    assert (at.application.state, at.application.vacancies_seen) == (A.NO_WORK_PLACED, 130)
    assert at.application.no_work_reference == "MAS-2026-M4815"


def test_the_draft_goes_to_the_named_back_office_and_its_answer_comes_by_itself(at: AtWork) -> None:
    presenter, view = opened(at)
    places(at, presenter)
    assert view.filled[SEND] == {"office": "05"}
    presenter.typed(SEND, {"office": "06"})
    presenter.act_chosen(PageAct.SEND)
    page = shown(view)
    assert (page.state, at.application.back_office) == (A.AT_BACK_OFFICE, "06")
    assert (page.office_due.isoformat(), page.case.due.isoformat()) == ("2026-12-01", "2026-12-01")
    at.office_returns("Təcrübə sətri boşdur.")
    assert (shown(view).state, at.desk.went.words[-1]) == (A.RETURNED, "by itself: decision_returned")
    assert off(view, PageAct.NO_WORK) == ""
    presenter.act_chosen(PageAct.NO_WORK)
    presenter.act_chosen(PageAct.SEND)  # meant for what stood there before: the draft goes on in a moment
    assert shown(view).state is A.NO_WORK_PLACED
    at.desk.clock.moment += timedelta(seconds=1)
    presenter.act_chosen(PageAct.SEND)
    at.office_confirms()
    assert (shown(view).state, at.desk.went.words[-1]) == (A.DONE, "by itself: decision_confirmed")
    presenter.act_chosen(PageAct.CONFIRMATION)
    assert at.confirmed == [at.application_id]


@pytest.mark.parametrize("is_sent", [False, True])
def test_another_vacancy_after_all_work_is_looked_for_once_more_and_offered(
    at: AtWork, is_sent: bool
) -> None:
    presenter, view = opened(at)
    places(at, presenter)
    if is_sent:
        presenter.act_chosen(PageAct.SEND)
        at.office_returns("V77 uyğundur, təklif edin.")
    assert off(view, PageAct.SEARCH) == ""
    at.bank.vacancies_open = [a_vacancy("V77", "anbardar")]
    presenter.act_chosen(PageAct.SEARCH)
    assert (shown(view).state, at.desk.went.words[-1]) == (A.OFFERING_WORK, Said.SEARCHED_AGAIN.value)
    presenter.act_chosen(PageAct.ASK)
    presenter.act_chosen(PageAct.OFFER_BEST)
    assert (at.application.state, at.application.offers[-1].vacancy) == (A.WAITING_PERSON, "V77")


def test_an_old_answer_of_the_register_stops_the_sending_until_it_is_asked_again(at: AtWork) -> None:
    presenter, view = opened(at)
    places(at, presenter)
    at.desk.clock.moment += timedelta(hours=30)
    again, view = opened(at)
    assert (off(view, PageAct.SEND), shown(view).old_hours) == ("register.answer_old", 30)
    at.desk.registers.answer = Unanswered.REGISTER
    again.todo_chosen(Todo.REGISTER)
    assert view.no_answer is Unanswered.REGISTER
    at.desk.registers.answer = NOTHING
    again.act_chosen(PageAct.ASK)
    assert off(view, PageAct.SEND) == ""
    at.desk.clock.moment += timedelta(minutes=1)
    at.desk.registers.answer = WORKS
    again.act_chosen(PageAct.ASK)
    assert (at.application.state, at.desk.went.to) == (A.FOUND_EMPLOYED, ["case"])


def test_who_is_no_jobseeker_is_asked_about_in_mas(at: AtWork) -> None:
    presenter, view = opened(at)
    places(at, presenter)
    at.desk.registers.answer = {"status": "not_registered"}
    presenter.asking.status()
    assert off(view, PageAct.SEND) == "application.not_jobseeker"
    assert (Todo.STATUS, "open") in shown(view).todo
    at.desk.clock.moment += timedelta(minutes=1)
    at.desk.registers.answer = {"status": "jobseeker", "since": "2026-11-16", "registration_number": "R-1"}
    presenter.act_chosen(PageAct.ASK)
    assert (off(view, PageAct.SEND), at.desk.registers.asked[-1]) == ("", Register.STATUS)


def test_withdrawn_meanwhile_it_is_said_and_the_page_looks_again(at: AtWork) -> None:
    presenter, view = opened(at)
    presenter.act_chosen(PageAct.OFFER)
    at.withdraws()
    presenter.act_chosen(PageAct.ACCEPT)
    assert isinstance(view.problem, ActNotAllowed)
    assert (at.desk.went.words[-1], at.desk.went.to) == ("by itself: application_withdrawn", ["case"])


def test_a_colleague_who_was_quicker_is_told_with_what_they_did(at: AtWork) -> None:
    first, view = opened(at)
    second, _ = opened(at)
    second.act_chosen(PageAct.OFFER)
    first.act_chosen(PageAct.OFFER)
    assert view.meanwhile == ("work_offered", A.WAITING_PERSON)
    assert (shown(view).state, len(at.application.offers)) == (A.WAITING_PERSON, 1)


def test_the_profile_is_put_right_and_the_vacancies_are_compared_anew(at: AtWork) -> None:
    presenter, view = opened(at)
    presenter.profile_pressed()
    typed = dict(view.filled[PROFILE])
    assert (typed["graduated"], typed["jobs"][0]["years"], typed["transport"]) == ("2010", "4", "yes")
    wrong = {**typed, "graduated": "210", "jobs": [{"employer": "X", "years": "99", "months": "12"}]}
    presenter.typed(PROFILE, wrong)
    presenter.act_chosen(PageAct.RECORD_PROFILE)
    assert dict(view.problems) == {
        "graduated": "profile.year",
        "job.0.position": "profile.position",
        "job.0.years": "profile.years",
        "job.0.months": "profile.months",
    }
    presenter.typed(PROFILE, {**typed, "education": "higher", "health": ""})
    presenter.act_chosen(PageAct.RECORD_PROFILE)
    rows = {each.vacancy: each for each in shown(view).shelf.rows}
    assert (shown(view).section, rows[STOREMAN].questions) == (Section.NONE, (Test.HEALTH,))
    presenter.profile_pressed()
    presenter.act_chosen(PageAct.RECORD_PROFILE)  # the same once more records nothing
    assert shown(view).section is Section.NONE


def test_the_search_is_typed_kept_and_asked(at: AtWork) -> None:
    presenter, view = opened(at)
    presenter.act_chosen(PageAct.SEARCH)
    typed = {"profession": " kassir ", "education": "higher", "district": "", "wage_from": "600 AZN"}
    presenter.typed(WISH, typed)
    presenter.save_now()
    presenter.act_chosen(PageAct.FIND)
    wanted = at.bank.wanted[-1]
    assert (wanted.profession, wanted.education, wanted.wage_from) == ("kassir", "higher", 600)
    assert shown(view).section is Section.NONE
    _, second = opened(at)
    assert (second.filled[WISH], at.bank.wanted[-1].wage_from) == (typed, 600)


def test_ways_out_save_what_was_typed_first(at: AtWork) -> None:
    presenter, _ = opened(at)
    declines(presenter)
    presenter.typed(JUDGE, {"choice": JUSTIFIED, "wording": "yarım"})
    presenter.act_chosen(PageAct.PAPERS)
    draft = at.desk.drafts.load(f"work:{at.application_id}")
    assert draft is not None
    assert draft.content[JUDGE]["wording"] == "yarım"
    presenter.file_pressed()
    presenter.act_chosen(PageAct.PAUSE)
    presenter.back()
    assert at.desk.went.to == ["papers", "person", "pause", "applications"]
    presenter.act_chosen(PageAct.FINISH)
    assert at.desk.went.to[-2:] == ["case changed", "queue"]
