"""The case page's decisions over a real desk: when the register is asked, what its silence does, where acts lead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, TypeVar

import pytest

from dost_desktop.domain.attestation import Register
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.vocabulary import ApplicationState, Receiving
from dost_desktop.ports import Unanswered, Worker
from dost_desktop.services.changes import Changes
from dost_desktop.services.refuse_application import draft_key
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import LAND, NOTHING, WORKS, RealDesk
from tests.ui.parts.test_speaks_anew import AnewSection
from ui.parts.handing import Handing
from ui.parts.papers.typed import TypedPaper
from ui.screens.application.page import Page, PageAct, Stage, Todo
from ui.screens.application.paper_section import PaperShown
from ui.screens.application.port import Said, Section
from ui.screens.application.presenter import ApplicationPresenter

T = TypeVar("T")


class View:
    def __init__(self) -> None:
        self.anew = AnewSection()
        self.page: Page | None = None
        self.asking, self.busy = False, False
        self.no_answer: Unanswered | None = None
        self.problem: AgentError | None = None
        self.section, self.statement = Section.NONE, ""
        self.sections: list[Section] = []
        self.saved: datetime | None = None
        self.focused = 0
        self.paper: PaperShown | None = None
        self.paper_focus, self.explanation = "", ""
        self.explanation_problem: AgentError | None = None

    def show_paper(self, shown: PaperShown) -> None:
        self.paper = shown

    def fill_paper(self, typed: TypedPaper) -> None:
        pass

    def focus_paper(self, field: str) -> None:
        self.paper_focus = field

    def show_explanation(self, words: str, problem: AgentError | None) -> None:
        self.explanation, self.explanation_problem = words, problem

    def explanation_words(self) -> str:
        return "Qeydiyyat şəxsidir: hər kəs öz adından müraciət edir."

    def show_page(self, page: Page) -> None:
        self.page = page

    def show_asking(self, asking: bool) -> None:
        self.asking = asking

    def show_no_answer(self, why: Unanswered | None) -> None:
        self.no_answer = why

    def show_problem(self, error: AgentError | None) -> None:
        self.problem = error

    def show_section(self, section: Section) -> None:
        self.section = section
        self.sections.append(section)

    def show_statement(self, words: str) -> None:
        self.statement = words

    def show_saved(self, at: datetime) -> None:
        self.saved = at

    def set_busy(self, busy: bool) -> None:
        self.busy = busy

    def focus_main(self) -> None:
        self.focused += 1

    def said(self, what: Said) -> str:
        return what


class HeldNetwork(InlineTasks):
    """The register takes its time: its job runs when a test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[Callable[[], None]] = []

    def run(
        self,
        job: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        on: Worker = Worker.DATABASE,
    ) -> None:
        if on is Worker.NETWORK:
            self.held.append(lambda: super(HeldNetwork, self).run(job, done=done, failed=failed, on=on))
        else:
            super().run(job, done=done, failed=failed, on=on)


def page_for(desk: RealDesk, tasks: InlineTasks | None = None) -> tuple[ApplicationPresenter, View]:
    file_id, application = desk.opens()
    desk.serves(file_id, application)
    view = View()
    presenter = ApplicationPresenter(view, tasks or InlineTasks(), desk.went, desk.jobs, file_id, application)
    desk.went.heard = presenter.changed
    return presenter, view


def shown(view: View) -> Page:
    assert view.page is not None
    return view.page


def offs(view: View) -> Mapping[PageAct, str]:
    return {act: off.reason if off else "" for act, off in shown(view).acts}


@pytest.mark.parametrize(
    ("answer", "stage", "state"),
    [
        (WORKS, Stage.FOUND, ApplicationState.FOUND_EMPLOYED),
        (LAND, Stage.FOUND, ApplicationState.FOUND_EMPLOYED),
        (NOTHING, Stage.NOT_FOUND, ApplicationState.OFFERING_WORK),
        (Unanswered.OFFLINE, Stage.WAITING, ApplicationState.WAITING_REGISTER),
    ],
)
def test_opening_asks_the_register_once_and_records_what_it_says(
    desk: RealDesk, answer: Mapping[str, Any] | Unanswered, stage: Stage, state: ApplicationState
) -> None:
    presenter, view = page_for(desk)
    desk.registers.answer = answer

    presenter.opened()
    presenter.changed(Changes(frozenset({presenter.file_id})))

    assert desk.registers.asked == [Register.EMPLOYED_PERSONS]
    assert (shown(view).stage, shown(view).case.application.state) == (stage, state)
    assert desk.went.changes[0].files == {presenter.file_id}
    assert view.focused >= 1
    assert not view.asking


def test_a_found_employment_is_shown_with_facts_law_and_what_is_impossible(desk: RealDesk) -> None:
    presenter, view = page_for(desk)
    presenter.opened()

    entry = shown(view).looked.proposal.entries[0]
    facts = {fact.label: fact.value for fact in entry.facts}
    assert facts["İşəgötürən"] == "“Nümunə Tikinti” MMC, VÖEN 1700000011"
    assert facts["Müqaviləyə xitam verildiyi tarix"] == ""
    assert "4.1.1" in entry.law[0]
    assert offs(view)[PageAct.OFFER_WORK] == "case.person_works"
    assert offs(view)[PageAct.BACK_OFFICE] == "case.only_without_work"
    assert dict(shown(view).todo)[Todo.REASONING] == "open"

    presenter.refuse_pressed()
    assert desk.went.to == ["refusal"]


def test_a_land_share_says_what_stays_open_to_the_person(desk: RealDesk) -> None:
    presenter, view = page_for(desk)
    desk.registers.answer = LAND
    presenter.opened()

    assert len(shown(view).looked.proposal.entries[0].open_to_person) == 3


def test_stopping_lets_the_application_wait_and_a_late_answer_still_counts(desk: RealDesk) -> None:
    tasks = HeldNetwork()
    presenter, view = page_for(desk, tasks)
    presenter.opened()
    assert view.asking

    presenter.stop_waiting()
    assert (view.asking, shown(view).stage) == (False, Stage.WAITING)

    tasks.held[0]()
    assert shown(view).stage is Stage.FOUND


def test_a_waiting_application_gives_its_receipt_and_the_case_can_be_finished(desk: RealDesk) -> None:
    presenter, view = page_for(desk)
    desk.registers.answer = Unanswered.REGISTER
    presenter.opened()

    presenter.print_pressed()
    presenter.finish_pressed()

    assert desk.receipts == [presenter.application]
    assert desk.queue.finished == ["A-047"]
    assert desk.went.to == ["case changed", "queue"]
    assert view.problem is None


def test_silence_after_an_answer_changes_nothing(desk: RealDesk) -> None:
    presenter, view = page_for(desk)
    presenter.opened()
    desk.registers.answer = Unanswered.REGISTER

    presenter.ask_pressed()

    assert view.no_answer is Unanswered.REGISTER
    assert shown(view).stage is Stage.FOUND


def test_an_old_answer_must_be_asked_again_before_the_refusal(desk: RealDesk) -> None:
    presenter, view = page_for(desk)
    presenter.opened()
    desk.clock.moment += timedelta(hours=25)
    presenter.changed(Changes(frozenset({presenter.file_id})))
    assert offs(view)[PageAct.REFUSE] == "register.answer_old"
    presenter.refuse_pressed()
    assert desk.went.to == []

    presenter.ask_pressed()

    assert (offs(view)[PageAct.REFUSE], shown(view).old_hours) == ("", 0)


def test_the_persons_statement_is_kept_as_the_refusals_draft(desk: RealDesk) -> None:
    presenter, view = page_for(desk)
    presenter.opened()

    presenter.statement_pressed()
    presenter.statement_edited("Oktyabrda işdən çıxmışam.")
    presenter.back()

    kept = desk.drafts.load(draft_key(presenter.application))
    assert kept is not None
    assert kept.content["statement"] == "Oktyabrda işdən çıxmışam."
    assert (view.section, view.saved) == (Section.NONE, kept.saved_at)
    assert desk.went.to == []


def test_a_refused_case_is_finished_only_after_the_hand_over(desk: RealDesk) -> None:
    presenter, view = page_for(desk)
    presenter.opened()
    notice = desk.refuses(presenter.file_id, presenter.application)
    presenter.changed(Changes(frozenset({presenter.file_id})))
    assert offs(view)[PageAct.FINISH] == "receipt.missing"

    presenter.served(Handing(Receiving.WOULD_NOT_SIGN))
    presenter.print_pressed()

    recorded = shown(view).notice
    assert recorded is not None
    assert recorded.receiving is Receiving.WOULD_NOT_SIGN
    assert offs(view)[PageAct.FINISH] == ""
    assert (desk.copies, desk.went.words) == ([notice], [Said.RECEIPT_RECORDED])


def test_withdrawing_and_pausing_ask_first(desk: RealDesk) -> None:
    presenter, view = page_for(desk)
    presenter.opened()

    presenter.act_chosen(PageAct.PAUSE)
    presenter.section_closed()
    presenter.act_chosen(PageAct.WITHDRAW)
    assert view.sections == [Section.PAUSE, Section.NONE, Section.WITHDRAW]
    presenter.withdraw_confirmed("İş tapmışam")
    assert shown(view).stage is Stage.CLOSED

    presenter.pause_confirmed("şəxs sənəd gətirməyə gedib")
    assert desk.runs.paused()[0].paused_for == "şəxs sənəd gətirməyə gedib"
    assert desk.went.to == ["case changed", "queue"]


def test_another_case_of_the_desk_is_never_finished_from_here(desk: RealDesk) -> None:
    presenter, view = page_for(desk)
    desk.runs.begin("A-048", "")
    presenter.opened()

    presenter.finish_pressed()

    assert PageAct.FINISH not in offs(view)
    assert desk.queue.finished == []
