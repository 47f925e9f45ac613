"""The queue page's decisions: whom to call, what to do with a ticket, which case goes on.

A case is called from here and begun at once; an open one is put aside first, but only after the agent said so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Final, Protocol
from uuid import UUID

from dost_desktop.contract.messages import Queue, Ticket
from dost_desktop.domain.dates import instant
from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState
from dost_desktop.ports import Tasks, Worker
from dost_desktop.rows import Draft, TodaysFigures
from dost_desktop.services.changes import Changes
from dost_desktop.services.run_case import Case

EVERY: Final = "all"
_FILTERS: Final = {
    EVERY: frozenset(ApplicationKind),
    "jobseeker": frozenset({ApplicationKind.JOBSEEKER}),
    "unemployed": frozenset({ApplicationKind.UNEMPLOYED}),
    "ending": frozenset({ApplicationKind.REMOVAL, ApplicationKind.CANCELLATION, ApplicationKind.RESUMPTION}),
}


@dataclass(frozen=True, slots=True)
class KnownCase:
    """A case with what the desk knows of its person; "" and None before the person is identified."""

    case: Case
    full_name: str = ""
    state: ApplicationState | None = None


@dataclass(frozen=True, slots=True)
class QueueView:
    """Everything the queue page shows at one moment. ``queue`` is None when it cannot be reached."""

    queue: Queue | None
    open_case: KnownCase | None
    paused: tuple[KnownCase, ...]  # last paused first
    drafts: tuple[Draft, ...]  # of intakes without a ticket, newest first
    figures: TodaysFigures
    at: datetime


@dataclass(frozen=True, slots=True)
class QueueActs:
    """What can be done from the queue page. Queue acts give False when the queue cannot be reached."""

    load: Callable[[], QueueView]
    call: Callable[[str | None], Case | None]
    redirect: Callable[[str], bool]
    no_show: Callable[[str], bool]
    resume: Callable[[UUID], Case]
    close_case: Callable[[], object]  # the open case ends here, without touching the queue


@dataclass(frozen=True, slots=True)
class TicketRow:
    """One waiting ticket as the list shows it."""

    number: str
    purpose: ApplicationKind
    detail: str
    note: str  # representative, interpreter, priority or ""
    minutes: int


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A case or draft that can be continued. ``since``: when it was opened, paused or last saved."""

    id: str  # of the case; "" for a draft without a ticket
    ticket: str
    full_name: str
    state: ApplicationState | None
    since: datetime
    is_open: bool


class Question(StrEnum):
    """What the page asks before it acts."""

    PAUSE_FIRST = "pause_first"
    REDIRECT = "redirect"


@dataclass(frozen=True, slots=True)
class TicketActs:
    """Problem keys why an act is off now; "" when it is on. ``called`` is the ticket of the open case."""

    call: str
    redirect: str
    no_show: str
    called: str


class QueueNavigation(Protocol):
    """Where the queue page can send the agent."""

    def start_intake(self, case: Case | None) -> None: ...

    def open_case(self, file_id: UUID, application: UUID) -> None: ...

    def case_changed(self, case: Case | None) -> None: ...

    def announce(self, changes: Changes) -> None: ...

    def say_problem(self, error: AgentError) -> None: ...


class QueueViewPort(Protocol):
    """What the presenter shows."""

    def show_tickets(self, rows: Sequence[TicketRow]) -> None: ...

    def show_counts(self, counts: dict[str, int]) -> None: ...

    def show_next(self, row: TicketRow | None, off: str) -> None:
        """The next ticket; ``off`` is the key of the reason why nobody can be called."""

    def show_reached(self, reached: bool) -> None:
        """False: the queue cannot be reached, what stands there is the last that was known."""

    def show_acts(self, acts: TicketActs) -> None: ...

    def show_waiting(self, rows: Sequence[WaitingRow]) -> None: ...

    def show_figures(self, figures: TodaysFigures) -> None: ...

    def ask(self, question: Question, ticket: str) -> None: ...

    def ask_nothing(self) -> None: ...

    def set_busy(self, busy: bool) -> None: ...


class QueuePresenter:
    """``view`` shows, ``acts`` do, ``navigation`` leads on."""

    def __init__(
        self, view: QueueViewPort, tasks: Tasks, acts: QueueActs, navigation: QueueNavigation
    ) -> None:
        self._view, self._tasks, self._acts, self._navigation = view, tasks, acts, navigation
        self._known: QueueView | None = None
        self._tickets: tuple[TicketRow, ...] = ()
        self._filter, self._selected = EVERY, ""
        self._asked: tuple[Question, str | None] | None = None
        self._busy = self._loading = False
        self._view.set_busy(False)

    # looking
    def opened(self) -> None:
        """The page came into sight."""
        self.reload()

    def reload(self) -> None:
        """F5, and every few seconds: nothing under the hand moves."""
        if self._loading:
            return
        self._loading = True
        self._tasks.run(self._acts.load, done=self._loaded, failed=self._not_loaded, on=Worker.NETWORK)

    def filter_chosen(self, name: str) -> None:
        """One group of purposes, or all."""
        self._filter = name
        self._show_tickets()

    def ticket_selected(self, number: str) -> None:
        """Another row, by hand or key."""
        self._selected = number
        self._show_acts()

    # calling
    def next_asked(self) -> None:
        """F2: the next ticket, whatever the filter shows."""
        self._call_after_question(None)

    def selected_asked(self, number: str) -> None:
        """Enter on a row: this ticket."""
        self._call_after_question(number)

    def redirect_asked(self) -> None:
        """Ctrl+T: another service is the right one; the queue cannot take that back, so the page asks."""
        if not self._off_redirect() and not self._busy:
            self._asked = (Question.REDIRECT, self._selected)
            self._view.ask(Question.REDIRECT, self._selected)

    def no_show_asked(self) -> None:
        """Ctrl+D: who was called did not come."""
        case = self._open_case()
        if case is None or self._off_no_show() or self._busy:
            return
        self._begin_act()
        job = partial(self._did_not_come, case.ticket)
        self._tasks.run(job, done=self._case_over, failed=self._failed, on=Worker.NETWORK)

    def confirmed(self) -> None:
        """The agent said yes to what the page asked."""
        asked, self._asked = self._asked, None
        self._view.ask_nothing()
        if asked is None:
            return
        question, ticket = asked
        if question is Question.PAUSE_FIRST:
            self._call(ticket)
        elif ticket:
            self._begin_act()
            job = partial(self._acts.redirect, ticket)
            self._tasks.run(job, done=self._queue_answered, failed=self._failed, on=Worker.NETWORK)

    def dismissed(self) -> None:
        """Esc: nothing is done."""
        self._asked = None
        self._view.ask_nothing()

    # going on
    def continue_last(self) -> None:
        """F3: the open case, else the one that was paused last, else the draft without a ticket."""
        rows = self._waiting_rows()
        if rows:
            self.continue_row(rows[0].id)

    def continue_row(self, row_id: str) -> None:
        """One of the half-done cases."""
        case = self._open_case()
        if case is not None and str(case.id) == row_id:
            self._go_to(case)
        elif not row_id:
            self._navigation.start_intake(None)
        elif not self._busy:
            self._begin_act()
            self._tasks.run(partial(self._acts.resume, UUID(row_id)), done=self._resumed, failed=self._failed)

    def without_ticket(self) -> None:
        """Ctrl+N: somebody is served without a ticket."""
        self._navigation.start_intake(None)

    # answers
    def _loaded(self, known: QueueView) -> None:
        self._loading = False
        before, self._known = self._known, known
        if known.queue is not None:
            self._tickets = tuple(_row(t, known.at) for t in known.queue.tickets if t.state == "waiting")
        self._view.show_reached(known.queue is not None)
        self._view.show_counts(self._counts())
        self._view.show_next(self._tickets[0] if self._tickets else None, self._off_call())
        self._show_tickets()
        self._show_acts()
        self._view.show_waiting(self._waiting_rows())
        if before is None or before.figures != known.figures:
            self._view.show_figures(known.figures)

    def _not_loaded(self, error: Exception) -> None:
        self._loading = False
        if not isinstance(error, AgentError):
            raise error
        self._navigation.say_problem(error)

    def _call_after_question(self, ticket: str | None) -> None:
        if self._busy or self._off_call():
            return
        case = self._open_case()
        if case is None:
            self._call(ticket)
            return
        self._asked = (Question.PAUSE_FIRST, ticket)
        self._view.ask(Question.PAUSE_FIRST, case.ticket)

    def _call(self, ticket: str | None) -> None:
        self._begin_act()
        self._tasks.run(
            partial(self._acts.call, ticket), done=self._called, failed=self._failed, on=Worker.NETWORK
        )

    def _called(self, case: Case | None) -> None:
        self._end_act()
        if case is None:
            self._navigation.say_problem(InvalidValue("queue.not_called"))
            self.reload()
            return
        self._navigation.case_changed(case)
        self._navigation.announce(Changes(queue=True))
        self._navigation.start_intake(case)

    def _did_not_come(self, ticket: str) -> bool:
        noted = self._acts.no_show(ticket)
        if noted:
            self._acts.close_case()
        return noted

    def _case_over(self, noted: bool) -> None:
        if noted:
            self._navigation.case_changed(None)
        self._queue_answered(noted)

    def _queue_answered(self, noted: bool) -> None:
        self._end_act()
        if not noted:
            self._navigation.say_problem(InvalidValue("queue.unreachable"))
        self._navigation.announce(Changes(queue=True))
        self.reload()

    def _resumed(self, case: Case) -> None:
        self._end_act()
        self._navigation.case_changed(case)
        self._go_to(case)

    def _go_to(self, case: Case) -> None:
        if case.file_id is not None and case.application is not None:
            self._navigation.open_case(case.file_id, case.application)
        else:
            self._navigation.start_intake(case)

    def _failed(self, error: Exception) -> None:
        self._end_act()
        if not isinstance(error, AgentError):
            raise error
        self._navigation.say_problem(error)

    def _begin_act(self) -> None:
        self._busy = True
        self._view.set_busy(True)

    def _end_act(self) -> None:
        self._busy = False
        self._view.set_busy(False)

    # what stands there
    def _open_case(self) -> Case | None:
        return self._known.open_case.case if self._known and self._known.open_case else None

    def _counts(self) -> dict[str, int]:
        return {name: sum(row.purpose in kinds for row in self._tickets) for name, kinds in _FILTERS.items()}

    def _show_tickets(self) -> None:
        self._view.show_tickets([row for row in self._tickets if row.purpose in _FILTERS[self._filter]])

    def _show_acts(self) -> None:
        case = self._open_case()
        called = case.ticket if case else ""
        acts = TicketActs(self._off_selected(), self._off_redirect(), self._off_no_show(), called)
        self._view.show_acts(acts)

    def _off_call(self) -> str:
        if self._known is None or self._known.queue is None:
            return "queue.unreachable"
        return "" if self._tickets else "queue.empty"

    def _off_selected(self) -> str:
        off = self._off_call()
        if off == "queue.unreachable":
            return "queue.offline"  # in short: the way round it stands above
        return off or ("" if self._is_waiting(self._selected) else "queue.none_selected")

    def _off_redirect(self) -> str:
        return self._off_selected()

    def _off_no_show(self) -> str:
        case = self._open_case()
        if case is None or not case.ticket:
            return "queue.call_first"
        if self._known is None or self._known.queue is None:
            return "queue.offline"
        return "queue.is_served" if case.application else ""

    def _is_waiting(self, number: str) -> bool:
        return any(row.number == number for row in self._tickets)

    def _waiting_rows(self) -> list[WaitingRow]:
        known = self._known
        if known is None:
            return []
        cases = [*([known.open_case] if known.open_case else []), *known.paused]
        rows = [
            WaitingRow(
                str(each.case.id),
                each.case.ticket,
                each.full_name,
                each.state,
                each.case.paused_at or each.case.since,
                each is known.open_case,
            )
            for each in cases
        ]
        return [*rows, *(WaitingRow("", "", "", None, draft.saved_at, False) for draft in known.drafts[:1])]


def _row(ticket: Ticket, now: datetime) -> TicketRow:
    minutes = max(int((now - instant(ticket.taken_at)).total_seconds()) // 60, 0)
    return TicketRow(ticket.number, ApplicationKind(ticket.purpose), ticket.detail, ticket.note, minutes)
