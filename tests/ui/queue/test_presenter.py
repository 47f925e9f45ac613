"""The queue page's decisions: who is called, what is asked first, what is off and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from dost_desktop.contract.half_done import HalfDoneCase
from dost_desktop.contract.messages import DeskDirections, Need, Queue, Ticket
from dost_desktop.domain.dates import instant_text
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.vocabulary import ApplicationState
from dost_desktop.ports import NoTicket, Worker
from dost_desktop.rows import Draft, TodaysFigures
from dost_desktop.services.changes import Changes
from dost_desktop.services.half_done import CaseElsewhere, CaseNotHere
from dost_desktop.services.reminders import Reminders
from dost_desktop.services.run_case import Case, PauseReason
from tests.fakes.inline_tasks import InlineTasks
from ui.screens.queue.places import Place, number_meant
from ui.screens.queue.port import (
    Asked,
    Called,
    CentreFigures,
    KnownCase,
    OthersCase,
    Question,
    QueueActs,
    QueueView,
    TicketActs,
    TicketRow,
    WaitingRow,
)
from ui.screens.queue.presenter import QueuePresenter

NOW = datetime(2026, 11, 24, 10, 1, tzinfo=UTC)


def ticket(number: str, purpose: str = "unemployed_registration", minutes: int = 5, **more: object) -> Ticket:
    taken = instant_text(NOW - timedelta(minutes=minutes))
    return Ticket.model_validate({"number": number, "purpose": purpose, "taken_at": taken, **more})


def case(number: str = "A-047", **more: object) -> Case:
    return replace(Case(uuid4(), "aysel", number, "unemployed_registration", NOW), **more)  # type: ignore[arg-type]


WAITING = (
    ticket("A-048", minutes=12, detail="ilk müraciət · şəxsən"),
    ticket("A-049", "jobseeker_registration", 11, needs=["representative"]),
    ticket("A-050", "cancellation", 7),
    ticket("A-047", state="called", calls=1),
    ticket("A-031", state="no_show"),
)


@dataclass
class View:
    rows: list[TicketRow] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    next: tuple[TicketRow | None, str] = (None, "")
    reached: bool = True
    acts: TicketActs = field(default_factory=lambda: TicketActs("", "", "", ""))
    called: Called | None = None
    centre: tuple[CentreFigures | None, tuple[str, ...]] = (None, ())
    waiting: list[WaitingRow] = field(default_factory=list)
    figures: TodaysFigures | None = None
    reminders: Reminders | None = None
    asked: Asked | None = None
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

    def show_reminders(self, reminders: Reminders | None) -> None:
        self.reminders = reminders

    def show_figures(self, figures: TodaysFigures) -> None:
        self.figures = figures

    def show_called(self, called: Called | None) -> None:
        self.called = called

    def show_centre(self, figures: CentreFigures | None, directions: Sequence[str]) -> None:
        self.centre = (figures, tuple(directions))

    def ask(self, asked: Asked) -> None:
        self.asked = asked

    def ask_nothing(self) -> None:
        self.asked = None

    def set_busy(self, busy: bool) -> None:
        self.busy = busy


@dataclass
class Office:
    """The desk, its queue and the way on, in one fake."""

    known: QueueView
    called: list[tuple[str | None, str]] = field(default_factory=list)
    sent: list[tuple[str, str]] = field(default_factory=list)
    noted: list[tuple[str, tuple[Need, ...]]] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    went: list[object] = field(default_factory=list)
    closed: int = 0
    again: int = 0
    why: str = ""  # the queue says no

    @property
    def acts(self) -> QueueActs:
        return QueueActs(
            load=self.load,
            call=self.call,
            transfer=self.transfer,
            no_show=self.no_show,
            note_needs=self.note_needs,
            resume=self.resume,
            resume_last=self.resume_last,
            take=self.take,
            close_case=self.close_case,
        )

    def load(self) -> QueueView:
        return self.known

    def call(self, number: str | None, reason: str) -> Case | NoTicket:
        self.called.append((number, reason))
        return NoTicket(self.why) if self.why else case(number or "A-048")

    def transfer(self, number: str, place: Place) -> Ticket | NoTicket:
        self.sent.append((number, place.id))
        return self._answer(number)

    def no_show(self, number: str) -> Ticket | NoTicket:
        self.absent.append(number)
        return self._answer(number)

    def note_needs(self, number: str, needs: Sequence[Need]) -> Ticket | NoTicket:
        self.noted.append((number, tuple(needs)))
        return self._answer(number)

    def _answer(self, number: str) -> Ticket | NoTicket:
        return NoTicket(self.why) if self.why else ticket(number)

    def resume(self, case_id: UUID, asks: bool) -> Case:
        self.went.append(("asks", asks))
        if self.why:
            raise CaseElsewhere(desk="B03-02")
        return next(each.case for each in self.known.paused if each.case.id == case_id)

    def resume_last(self, asks: bool) -> Case | None:
        known = self.known.open_case or next(iter(self.known.paused), None)
        return self.resume(known.case.id, asks) if known else None

    def take(self, told: HalfDoneCase) -> Case:
        if self.why:
            raise CaseNotHere
        return case(told.ticket)

    def call_again(self) -> None:
        self.again += 1

    def close_case(self) -> None:
        self.closed += 1

    def start_intake(self, case: Case | None) -> None:
        self.went.append(("intake", case.ticket if case else None))

    def open_case(self, file_id: UUID, application: UUID) -> None:
        self.went.append(("case", application))

    def case_changed(self, case: Case | None) -> None:
        self.went.append(("timer", case.ticket if case else None))

    def announce(self, changes: Changes) -> None:
        pass

    def say_problem(self, error: AgentError) -> None:
        self.went.append(("problem", getattr(error, "problem", error.code)))


OTHERS = (
    DeskDirections(desk="B03-02", directions=("employment", "pension")),
    DeskDirections(desk="B03-03", directions=("pension",)),
)


def page(**known: object) -> tuple[QueuePresenter, View, Office]:
    whole = QueueView(Queue(tickets=WAITING, others=OTHERS), None, (), (), TodaysFigures(17, 15, 4), NOW)
    view, office = View(), Office(replace(whole, **known))  # type: ignore[arg-type]
    presenter = QueuePresenter(view, InlineTasks(), office.acts, office)
    presenter.opened()
    return presenter, view, office


def asked(view: View) -> Asked:
    assert view.asked is not None
    return view.asked


def test_only_waiting_tickets_stand_in_the_list_with_their_minutes_and_counts() -> None:
    presenter, view, _ = page()
    assert [(row.number, row.minutes) for row in view.rows] == [("A-048", 12), ("A-049", 11), ("A-050", 7)]
    assert view.counts == {"all": 3, "jobseeker": 1, "unemployed": 1, "ending": 1}
    presenter.filter_chosen("ending")
    assert [row.number for row in view.rows] == ["A-050"]
    assert view.next[0] is not None
    assert view.next[0].number == "A-048"  # the next is the next, whatever the filter shows


def test_a_ticket_of_another_direction_stands_in_the_list_by_its_direction() -> None:
    other = ticket("P-001", "", direction="pension", sent_from="B03-03")
    figures = Queue(tickets=(other,), waiting=9, mean_wait_seconds=431, longest_wait_seconds=1900)
    _, view, _ = page(queue=figures)
    [row] = view.rows
    assert (row.purpose, row.direction, row.sent_from) == (None, "pension", "B03-03")
    assert view.counts["all"] == 1
    assert view.centre == (CentreFigures(9, 7, 31), ("employment",))


def test_the_next_ticket_is_called_and_its_intake_opens() -> None:
    presenter, _, office = page()
    presenter.next_asked()
    assert office.called == [(None, "")]
    assert office.went == [("timer", "A-048"), ("intake", "A-048")]


def test_an_open_case_is_paused_only_after_the_agent_said_so_and_why() -> None:
    presenter, view, office = page(open_case=KnownCase(case(), "Palıdov Elşən"))
    presenter.selected_asked("A-049")
    assert (asked(view), office.called) == (Asked(Question.PAUSE_FIRST, "A-047"), [])
    presenter.dismissed()
    presenter.confirmed()
    assert office.called == []
    presenter.selected_asked("A-049")
    presenter.confirmed(PauseReason.REGISTER)
    assert office.called == [("A-049", "register")]


def test_a_ticket_is_sent_on_to_a_direction_or_a_desk_where_somebody_calls_it() -> None:
    presenter, view, office = page()
    presenter.transfer_asked()
    assert view.asked is None  # nothing is selected yet
    presenter.ticket_selected("A-049")
    presenter.transfer_asked()
    assert asked(view).places == (Place("direction", "pension"), Place("desk", "B03-02"))
    assert office.sent == []
    presenter.confirmed("desk:B03-02")
    assert (office.sent, office.closed) == ([("A-049", "desk:B03-02")], 0)


def test_a_called_ticket_is_sent_on_and_its_case_ends() -> None:
    presenter, _view, office = page(open_case=KnownCase(case()))
    presenter.transfer_called()
    presenter.confirmed("direction:pension")
    assert (office.sent, office.closed) == ([("A-047", "direction:pension")], 1)
    office.why = "queue.unreachable"
    presenter.transfer_called()
    presenter.confirmed("direction:pension")
    assert office.closed == 1  # no connection: it stays here
    assert office.went[-1] == ("problem", "queue.unreachable")


def test_a_centre_with_one_desk_has_nowhere_to_send_a_ticket() -> None:
    presenter, view, office = page(queue=Queue(tickets=WAITING))
    presenter.ticket_selected("A-049")
    presenter.transfer_asked()
    assert view.asked is None
    assert office.went == [("problem", "transfer.nowhere")]


def test_what_a_person_needs_is_noted() -> None:
    presenter, view, office = page()
    presenter.ticket_selected("A-049")
    presenter.needs_asked()
    assert asked(view).needs == ("representative",)
    presenter.confirmed("interpreter,priority")
    assert office.noted == [("A-049", ("priority", "interpreter"))]


def test_what_the_called_person_needs_is_noted_too() -> None:
    presenter, _view, office = page(open_case=KnownCase(case()))
    presenter.needs_called()
    presenter.confirmed("interpreter")
    assert office.noted == [("A-047", ("interpreter",))]


def test_somebody_who_did_not_come_is_called_by_number() -> None:
    presenter, view, office = page()
    presenter.number_asked()
    assert asked(view).absent == ("A-031",)
    presenter.confirmed("31")
    assert office.called == [("A-031", "")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("a-047", "A-047"), ("A047", "A-047"), ("47", "A-047"), ("048", "A-048"), ("9", "9"), (" m-7 ", "M-7"),
     ("50", "50"), ("", "")],
)  # fmt: skip
def test_a_number_is_understood_however_it_is_typed(typed: str, meant: str) -> None:
    assert number_meant(typed, ["A-047", "A-048", "A-050", "P-050"]) == meant


@pytest.mark.parametrize(
    ("open_case", "off", "called"),
    [
        (None, "queue.call_first", None),
        (KnownCase(case("")), "queue.call_first", None),
        (KnownCase(case(application=uuid4(), file_id=uuid4())), "", Called("A-047", 1, "queue.is_served")),
        (KnownCase(case()), "", Called("A-047", 1, "")),
    ],
)
def test_did_not_come_is_possible_only_for_who_was_called(
    open_case: KnownCase | None, off: str, called: Called | None
) -> None:
    presenter, view, office = page(open_case=open_case)
    assert (view.acts.no_show, view.called) == (off, called)
    presenter.no_show_asked()
    assert (office.absent, office.closed) == ((["A-047"], 1) if called and not called.off else ([], 0))


def test_did_not_come_is_offered_after_the_second_repeat_and_once() -> None:
    presenter, view, office = page(open_case=KnownCase(case()))
    presenter.call_again_asked()
    assert (office.again, view.asked) == (1, None)
    office.known = replace(office.known, queue=Queue(tickets=(ticket("A-047", state="called", calls=3),)))
    presenter.reload()
    assert asked(view) == Asked(Question.NO_SHOW, "A-047", calls=3)
    presenter.dismissed()
    presenter.reload()
    assert view.asked is None
    office.known = replace(office.known, queue=Queue(tickets=(ticket("A-047", state="called", calls=4),)))
    presenter.reload()
    presenter.confirmed()
    assert (office.absent, office.closed) == (["A-047"], 1)


def test_a_queue_that_does_not_answer_closes_no_case() -> None:
    presenter, _, office = page(open_case=KnownCase(case()))
    office.why = "queue.unreachable"
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
    presenter.number_asked()
    assert (office.called, view.asked) == ([], None)


def test_an_empty_queue_says_so() -> None:
    _, view, _ = page(queue=Queue(tickets=()))
    assert (view.rows, view.next) == ([], (None, "queue.empty"))


def of_another_desk() -> HalfDoneCase:
    return HalfDoneCase.model_validate(
        {
            "id": str(uuid4()),
            "state": "paused",
            "agent": "orxan",
            "desk": "B03-02",
            "ticket": "A-020",
            "paused_at": instant_text(NOW - timedelta(minutes=3)),
            "reason": "person",
        }
    )


def test_the_last_half_done_case_goes_on_where_it_stood() -> None:
    bound = case("A-031", application=uuid4(), file_id=uuid4(), paused_at=NOW, paused_for="register")
    bare = case("A-030", paused_at=NOW - timedelta(minutes=9))
    presenter, view, office = page(
        paused=(KnownCase(bound, "Palıdov Elşən", ApplicationState.WAITING_REGISTER), KnownCase(bare)),
        drafts=(Draft("intake:free", "intake", {}, NOW),),
        others=(OthersCase(of_another_desk()),),
    )
    assert [(row.ticket, row.desk, row.reason) for row in view.waiting] == [
        ("A-031", "", "register"), ("A-030", "", ""), ("", "", ""), ("A-020", "B03-02", "person"),
    ]  # fmt: skip
    presenter.continue_last()
    assert office.went == [("asks", True), ("timer", "A-031"), ("case", bound.application)]
    office.went.clear()
    presenter.continue_row(str(bare.id))
    presenter.continue_row("")
    assert office.went == [("asks", True), ("timer", "A-030"), ("intake", "A-030"), ("intake", None)]


def test_a_case_of_another_desk_goes_on_here_but_never_by_the_key_for_the_own_ones() -> None:
    told = of_another_desk()
    presenter, _, office = page(others=(OthersCase(told),))
    presenter.continue_last()
    assert office.went == []
    presenter.continue_row(told.id)
    assert office.went == [("timer", "A-020"), ("intake", "A-020")]
    office.went.clear()
    office.why = "not here"
    presenter.continue_row(told.id)
    assert office.went == [("problem", "case.not_here")]


def test_a_case_that_went_elsewhere_is_said_and_without_a_connection_nobody_is_asked() -> None:
    bare = case("A-030", paused_at=NOW)
    presenter, _, office = page(paused=(KnownCase(bare),), queue=None)
    tasks = presenter._tasks
    assert isinstance(tasks, InlineTasks)
    presenter.continue_row(str(bare.id))
    assert (office.went[0], tasks.asked[-1]) == (("asks", False), Worker.DATABASE)
    office.went.clear()
    office.why = "elsewhere"
    presenter.continue_row(str(bare.id))
    assert office.went[1:] == [("problem", "case.taken_elsewhere")]


def test_a_call_that_reached_nobody_is_said_and_the_list_is_read_again() -> None:
    presenter, view, office = page()
    office.why = "ticket.taken"
    presenter.next_asked()
    assert office.went == [("problem", "ticket.taken")]
    assert not view.busy


def test_a_key_of_another_page_waits_until_the_page_has_looked() -> None:
    presenter, _view, office = page()
    office.known = replace(office.known, open_case=KnownCase(case()))
    presenter.when_read(presenter.no_show_asked)
    assert office.absent == ["A-047"]
