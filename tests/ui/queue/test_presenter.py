"""The queue page's decisions: who is called, what is asked first, what is off and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from dost_desktop.contract.messages import Queue, Ticket
from dost_desktop.domain.dates import instant_text
from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.domain.vocabulary import ApplicationState
from dost_desktop.rows import Draft, TodaysFigures
from dost_desktop.services.changes import Changes
from dost_desktop.services.run_case import Case
from tests.fakes.inline_tasks import InlineTasks
from ui.screens.queue.presenter import (
    KnownCase,
    Question,
    QueueActs,
    QueuePresenter,
    QueueView,
    TicketActs,
    TicketRow,
    WaitingRow,
)

NOW = datetime(2026, 11, 24, 10, 1, tzinfo=UTC)


def ticket(number: str, purpose: str = "unemployed_registration", minutes: int = 5, **more: str) -> Ticket:
    taken = instant_text(NOW - timedelta(minutes=minutes))
    return Ticket.model_validate({"number": number, "purpose": purpose, "taken_at": taken, **more})


def case(number: str = "A-047", **more: object) -> Case:
    return replace(Case(uuid4(), "aysel", number, "unemployed_registration", NOW), **more)  # type: ignore[arg-type]


WAITING = (
    ticket("A-048", minutes=12, detail="ilk müraciət · şəxsən"),
    ticket("A-049", "jobseeker_registration", 11, note="representative"),
    ticket("A-050", "cancellation", 7),
    ticket("A-047", state="called"),
)


@dataclass
class View:
    rows: list[TicketRow] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    next: tuple[TicketRow | None, str] = (None, "")
    reached: bool = True
    acts: TicketActs = field(default_factory=lambda: TicketActs("", "", "", ""))
    waiting: list[WaitingRow] = field(default_factory=list)
    figures: TodaysFigures | None = None
    asked: tuple[Question, str] | None = None
    busy: bool = False

    def show_tickets(self, rows: Sequence[TicketRow]) -> None:
        self.rows = list(rows)

    def show_counts(self, counts: dict[str, int]) -> None:
        self.counts = counts

    def show_next(self, row: TicketRow | None, off: str) -> None:
        self.next = (row, off)

    def show_reached(self, reached: bool) -> None:
        self.reached = reached

    def show_acts(self, acts: TicketActs) -> None:
        self.acts = acts

    def show_waiting(self, rows: Sequence[WaitingRow]) -> None:
        self.waiting = list(rows)

    def show_figures(self, figures: TodaysFigures) -> None:
        self.figures = figures

    def ask(self, question: Question, ticket: str) -> None:
        self.asked = (question, ticket)

    def ask_nothing(self) -> None:
        self.asked = None

    def set_busy(self, busy: bool) -> None:
        self.busy = busy


@dataclass
class Office:
    """The desk, its queue and the way on, in one fake."""

    known: QueueView
    called: list[str | None] = field(default_factory=list)
    redirected: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    went: list[object] = field(default_factory=list)
    closed: int = 0
    answers: bool = True

    def load(self) -> QueueView:
        return self.known

    def call(self, number: str | None) -> Case | None:
        self.called.append(number)
        return case(number or "A-048") if self.answers else None

    def redirect(self, number: str) -> bool:
        self.redirected.append(number)
        return self.answers

    def no_show(self, number: str) -> bool:
        self.absent.append(number)
        return self.answers

    def resume(self, case_id: UUID) -> Case:
        return next(each.case for each in self.known.paused if each.case.id == case_id)

    def close_case(self) -> None:
        self.closed += 1

    def start_intake(self, case: Case | None) -> None:
        self.went.append(("intake", case.ticket if case else None))

    def open_case(self, file_id: UUID, application: UUID) -> None:
        self.went.append(("case", application))

    def case_changed(self, case: Case | None) -> None:
        self.went.append(("timer", case.ticket if case else None))

    def announce(self, changes: Changes) -> None:
        assert changes.queue

    def say_problem(self, error: AgentError) -> None:
        self.went.append(("problem", getattr(error, "problem", error.code)))


def page(**known: object) -> tuple[QueuePresenter, View, Office]:
    whole = QueueView(Queue(tickets=WAITING), None, (), (), TodaysFigures(17, 15, 4), NOW)
    view, office = View(), Office(replace(whole, **known))  # type: ignore[arg-type]
    acts = QueueActs(
        office.load, office.call, office.redirect, office.no_show, office.resume, office.close_case
    )
    presenter = QueuePresenter(view, InlineTasks(), acts, office)
    presenter.opened()
    return presenter, view, office


def test_only_waiting_tickets_stand_in_the_list_with_their_minutes_and_counts() -> None:
    presenter, view, _ = page()
    assert [(row.number, row.minutes) for row in view.rows] == [("A-048", 12), ("A-049", 11), ("A-050", 7)]
    assert view.counts == {"all": 3, "jobseeker": 1, "unemployed": 1, "ending": 1}
    presenter.filter_chosen("ending")
    assert [row.number for row in view.rows] == ["A-050"]
    assert view.next[0] is not None
    assert view.next[0].number == "A-048"  # the next is the next, whatever the filter shows


def test_the_next_ticket_is_called_and_its_intake_opens() -> None:
    presenter, _, office = page()
    presenter.next_asked()
    assert office.called == [None]
    assert office.went == [("timer", "A-048"), ("intake", "A-048")]


def test_an_open_case_is_paused_only_after_the_agent_said_so() -> None:
    presenter, view, office = page(open_case=KnownCase(case(), "Palıdov Elşən"))
    presenter.selected_asked("A-049")
    assert (view.asked, office.called) == ((Question.PAUSE_FIRST, "A-047"), [])
    presenter.dismissed()
    presenter.confirmed()
    assert office.called == []
    presenter.selected_asked("A-049")
    presenter.confirmed()
    assert office.called == ["A-049"]


def test_a_redirected_ticket_cannot_be_taken_back_so_the_page_asks() -> None:
    presenter, view, office = page()
    presenter.redirect_asked()
    assert view.asked is None  # nothing is selected yet
    presenter.ticket_selected("A-049")
    presenter.redirect_asked()
    asked: object = view.asked  # mypy still believes the None above
    assert asked == (Question.REDIRECT, "A-049")
    assert office.redirected == []
    presenter.confirmed()
    assert office.redirected == ["A-049"]


@pytest.mark.parametrize(
    ("open_case", "off"),
    [
        (None, "queue.call_first"),
        (KnownCase(case("")), "queue.call_first"),
        (KnownCase(case(application=uuid4(), file_id=uuid4())), "queue.is_served"),
        (KnownCase(case()), ""),
    ],
)
def test_did_not_come_is_possible_only_for_who_was_called(open_case: KnownCase | None, off: str) -> None:
    presenter, view, office = page(open_case=open_case)
    assert view.acts.no_show == off
    presenter.no_show_asked()
    assert (office.absent, office.closed) == (([], 0) if off else (["A-047"], 1))


def test_a_queue_that_does_not_answer_closes_no_case() -> None:
    presenter, _, office = page(open_case=KnownCase(case()))
    office.answers = False
    presenter.no_show_asked()
    assert office.closed == 0
    assert office.went == [("problem", "queue.unreachable")]


def test_an_unreachable_queue_keeps_what_was_known_and_says_why_nobody_can_be_called() -> None:
    presenter, view, office = page()
    office.known = replace(office.known, queue=None)
    presenter.reload()
    assert not view.reached
    assert [row.number for row in view.rows] == ["A-048", "A-049", "A-050"]
    assert view.next[1] == "queue.unreachable"
    presenter.next_asked()
    assert office.called == []


def test_an_empty_queue_says_so() -> None:
    _, view, _ = page(queue=Queue(tickets=()))
    assert (view.rows, view.next) == ([], (None, "queue.empty"))


def test_the_last_half_done_case_goes_on_where_it_stood() -> None:
    bound = case("A-031", application=uuid4(), file_id=uuid4(), paused_at=NOW)
    bare = case("A-030", paused_at=NOW - timedelta(minutes=9))
    presenter, view, office = page(
        paused=(KnownCase(bound, "Palıdov Elşən", ApplicationState.WAITING_REGISTER), KnownCase(bare)),
        drafts=(Draft("intake:free", "intake", {}, NOW),),
    )
    assert [row.ticket for row in view.waiting] == ["A-031", "A-030", ""]
    presenter.continue_last()
    assert office.went == [("timer", "A-031"), ("case", bound.application)]
    office.went.clear()
    presenter.continue_row(str(bare.id))
    presenter.continue_row("")
    assert office.went == [("timer", "A-030"), ("intake", "A-030"), ("intake", None)]


def test_a_call_that_reached_nobody_is_said_and_the_list_is_read_again() -> None:
    presenter, view, office = page()
    office.answers = False
    presenter.next_asked()
    assert office.went == [("problem", InvalidValue("queue.not_called").problem)]
    assert not view.busy
