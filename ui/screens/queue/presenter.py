"""The queue page's decisions: whom to call, what to do with a ticket, which case goes on.

A case is called from here and begun at once; an open one is put aside first, but only after the agent said so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, TypeVar, get_args
from uuid import UUID

from dost_desktop.contract.messages import Need, Ticket
from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.ports import NoTicket, Tasks, Worker
from dost_desktop.services.changes import Changes
from dost_desktop.services.half_done import CaseNotHere
from dost_desktop.services.run_case import Case
from ui.screens.queue.lines import (
    EVERY,
    FILTERS,
    called_in,
    centre_figures,
    of_filter,
    ticket_row,
    waiting_rows,
)
from ui.screens.queue.places import Place, number_meant, places_for
from ui.screens.queue.port import (
    Asked,
    Called,
    Question,
    QueueActs,
    QueueNavigation,
    QueueView,
    QueueViewPort,
    TicketActs,
    TicketRow,
)

T = TypeVar("T")
CALLS_BEFORE_OFFER: Final = 3


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
        self._offered = ("", 0)  # the called ticket and its calls for which "did not come" was offered
        self._busy = self._loading = self._again = False
        self._then: Callable[[], None] | None = None
        self._view.set_busy(False)

    # looking
    def opened(self) -> None:
        """The page came into sight."""
        self.reload()

    def reload(self) -> None:
        """F5, and every few seconds: nothing under the hand moves."""
        if self._loading:
            self._again = True  # what is read now may be of before
            return
        self._loading, self._again = True, False
        self._tasks.run(self._acts.load, done=self._loaded, failed=self._not_loaded, on=Worker.NETWORK)

    def when_read(self, act: Callable[[], None]) -> None:
        """A key of this page, pressed on another one: first the page looks how things stand."""
        self._then = act
        self.reload()

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

    def transfer_asked(self) -> None:
        """Ctrl+T: the selected ticket belongs to another direction, or to another desk."""
        if not self._off_selected():
            self._ask_where(self._selected)

    def transfer_called(self) -> None:
        """The same with the called ticket, before its person's application is open."""
        called = self._called()
        if called is not None and not called.off:
            self._ask_where(called.ticket)
        elif called is not None:
            self._navigation.say_problem(InvalidValue(called.off))

    def needs_asked(self) -> None:
        """Ctrl+U: what the person of the selected ticket needs."""
        if not self._off_selected():
            self._ask_needs(self._selected)

    def needs_called(self) -> None:
        """The same with the called ticket."""
        called = self._called()
        if called is not None and not called.off:
            self._ask_needs(called.ticket)

    def _ask_needs(self, number: str) -> None:
        ticket = self._ticket(number)
        if ticket is not None and not self._busy:
            self._ask(Asked(Question.NEEDS, number, needs=ticket.needs), number)

    def number_asked(self) -> None:
        """Ctrl+G: a ticket by its number: one that is further down, or somebody who did not come before."""
        if self._known is None or self._known.queue is None or self._busy:
            return
        absent = tuple(each.number for each in self._known.queue.tickets if each.state == "no_show")
        self._ask(Asked(Question.NUMBER, absent=absent), None)

    def no_show_asked(self) -> None:
        """Ctrl+D: who was called did not come."""
        called = self._called()
        if called is None or called.off or self._busy:
            return
        self._forget_question()
        self._begin_act()
        job = partial(self._acts.did_not_come, called.ticket)
        self._tasks.run(job, done=self._case_over, failed=self._failed, on=Worker.NETWORK)

    def call_again_asked(self) -> None:
        """F7: the called person has not come yet."""
        self._navigation.call_again()

    def confirmed(self, answer: str = "") -> None:
        """The agent said yes to what the page asked, with a reason, a place, needs or a number."""
        asked, self._asked = self._asked, None
        self._view.ask_nothing()
        if asked is None:
            return
        question, ticket = asked
        match question:
            case Question.PAUSE_FIRST:
                self._call(ticket, answer)
            case Question.TRANSFER:
                self._transfer(ticket or "", Place(*answer.split(":", 1)))
            case Question.NEEDS:
                needs = tuple(each for each in get_args(Need) if each in answer.split(","))
                self._do(partial(self._acts.note_needs, ticket or "", needs))
            case Question.NUMBER:
                self._call_number(answer)
            case Question.NO_SHOW:
                self.no_show_asked()

    def dismissed(self) -> None:
        """Esc: nothing is done."""
        self._forget_question()

    # going on
    def continue_last(self) -> None:
        """F3: the open case, else the one that was paused last here, else the draft without a ticket."""
        asks = self._is_reached()
        self._go_on(partial(self._acts.resume_last, asks), self._last_resumed, on_network=asks)

    def continue_row(self, row_id: str) -> None:
        """One of the half-done cases, of this desk or of another."""
        if not row_id:
            self._navigation.start_intake(None)
            return
        others = self._known.others if self._known else ()
        told = next((each.told for each in others if each.told.id == row_id), None)
        if told is not None:
            self._go_on(partial(self._acts.take, told), self._resumed, on_network=True)
        else:
            asks = self._is_reached()
            self._go_on(partial(self._acts.resume, UUID(row_id), asks), self._resumed, on_network=asks)

    def _go_on(self, job: Callable[[], T], done: Callable[[T], None], *, on_network: bool) -> None:
        if self._busy:
            return
        self._begin_act()
        worker = Worker.NETWORK if on_network else Worker.DATABASE
        self._tasks.run(job, done=done, failed=self._not_resumed, on=worker)

    def without_ticket(self) -> None:
        """Ctrl+N: somebody is served without a ticket."""
        self._navigation.start_intake(None)

    # answers
    def _loaded(self, known: QueueView) -> None:
        self._loading = False
        before, self._known = self._known, known
        if known.queue is not None:
            self._tickets = tuple(
                ticket_row(t, known.at) for t in known.queue.tickets if t.state == "waiting"
            )
            self._view.show_centre(centre_figures(known.queue), known.queue.directions)
        self._view.show_reached(known.queue is not None)
        self._view.show_counts({name: len(of_filter(name, self._tickets)) for name in FILTERS})
        self._view.show_next(self._tickets[0] if self._tickets else None, self._off_call())
        self._show_tickets()
        self._show_acts()
        self._view.show_waiting(waiting_rows(known))
        if before is None or before.figures != known.figures:
            self._view.show_figures(known.figures)
        self._view.show_reminders(known.reminders)
        if self._again:
            self.reload()
            return
        then, self._then = self._then, None
        if then is not None:
            then()
        else:
            self._offer_no_show()

    def _offer_no_show(self) -> None:
        """After the second repeat the page offers what the agent would look for, once a call."""
        called = self._called()
        if called is None or called.off or called.calls < CALLS_BEFORE_OFFER or self._asked:
            return
        if self._offered != (called.ticket, called.calls):
            self._offered = (called.ticket, called.calls)
            self._ask(Asked(Question.NO_SHOW, called.ticket, calls=called.calls), called.ticket)

    def _not_loaded(self, error: Exception) -> None:
        self._loading = False
        if not isinstance(error, AgentError):
            raise error
        self._navigation.say_problem(error)

    def _call_after_question(self, ticket: str | None) -> None:
        if self._busy or self._off_call():
            return
        self._call_or_ask(ticket)

    def _call_or_ask(self, ticket: str | None) -> None:
        case = self._open_case()
        if case is None or case.ticket == ticket:
            self._call(ticket, "")
            return
        self._ask(Asked(Question.PAUSE_FIRST, case.ticket), ticket)

    def _call_number(self, typed: str) -> None:
        number = number_meant(typed, [each.number for each in self._known_tickets()])
        if number:
            self._call_or_ask(number)

    def _call(self, ticket: str | None, reason: str) -> None:
        self._begin_act()
        self._tasks.run(
            partial(self._acts.call, ticket, reason),
            done=self._called_in,
            failed=self._failed,
            on=Worker.NETWORK,
        )

    def _called_in(self, answer: Case | NoTicket) -> None:
        self._end_act()
        if isinstance(answer, NoTicket):
            self._navigation.say_problem(InvalidValue(answer.why))
            self.reload()
            return
        self._navigation.case_changed(answer)
        self._navigation.announce(Changes(queue=True))
        self._go_to(answer)

    def _ask_where(self, ticket: str) -> None:
        known = self._ticket(ticket)
        if self._busy or known is None or self._known is None or self._known.queue is None:
            return
        places = places_for(known, self._known.queue)
        if places:
            self._ask(Asked(Question.TRANSFER, ticket, places=places), ticket)
        else:
            self._navigation.say_problem(InvalidValue("transfer.nowhere"))

    def _transfer(self, ticket: str, place: Place) -> None:
        called = self._called()
        if called is not None and called.ticket == ticket:
            self._begin_act()
            job = partial(self._acts.sent_on, ticket, place)
            self._tasks.run(job, done=self._case_over, failed=self._failed, on=Worker.NETWORK)
        else:
            self._do(partial(self._acts.transfer, ticket, place))

    def _do(self, job: Callable[[], Ticket | NoTicket]) -> None:
        self._begin_act()
        self._tasks.run(job, done=self._queue_answered, failed=self._failed, on=Worker.NETWORK)

    def _case_over(self, answer: Ticket | NoTicket) -> None:
        if isinstance(answer, Ticket):
            self._navigation.case_changed(None)
        self._queue_answered(answer)

    def _queue_answered(self, answer: Ticket | NoTicket) -> None:
        self._end_act()
        if isinstance(answer, NoTicket):
            self._navigation.say_problem(InvalidValue(answer.why))
        self._navigation.announce(Changes(queue=True))
        self.reload()

    def _not_resumed(self, error: Exception) -> None:
        self._failed(error)
        if isinstance(error, CaseNotHere):
            self._navigation.announce(Changes())  # the sync wakes: its application may be on the way
        self.reload()

    def _resumed(self, case: Case) -> None:
        self._end_act()
        self._navigation.case_changed(case)
        self._go_to(case)

    def _last_resumed(self, case: Case | None) -> None:
        if case is not None:
            self._resumed(case)
            return
        self._end_act()
        if self._known is not None and self._known.drafts:
            self._navigation.start_intake(None)

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

    def _ask(self, asked: Asked, ticket: str | None) -> None:
        self._asked = (asked.question, ticket)
        self._view.ask(asked)

    def _forget_question(self) -> None:
        if self._asked is not None:
            self._asked = None
            self._view.ask_nothing()

    def _begin_act(self) -> None:
        self._busy = True
        self._view.set_busy(True)

    def _end_act(self) -> None:
        self._busy = False
        self._view.set_busy(False)

    # what stands there
    def _open_case(self) -> Case | None:
        return self._known.open_case.case if self._known and self._known.open_case else None

    def _show_tickets(self) -> None:
        self._view.show_tickets(of_filter(self._filter, self._tickets))

    def _show_acts(self) -> None:
        off, called = self._off_selected(), self._called()
        no_show = "queue.call_first" if called is None else ""
        self._view.show_acts(TicketActs(off, off, off, no_show))
        self._view.show_called(called)

    def _called(self) -> Called | None:
        return called_in(self._known) if self._known else None

    def _known_tickets(self) -> Sequence[Ticket]:
        return self._known.queue.tickets if self._known and self._known.queue else ()

    def _ticket(self, number: str) -> Ticket | None:
        return next((each for each in self._known_tickets() if each.number == number), None)

    def _is_reached(self) -> bool:
        return self._known is not None and self._known.queue is not None

    def _off_call(self) -> str:
        if not self._is_reached():
            return "queue.unreachable"
        return "" if self._tickets else "queue.empty"

    def _off_selected(self) -> str:
        off = self._off_call()
        if off == "queue.unreachable":
            return "queue.offline"  # in short: the way round it stands above
        return off or ("" if self._is_waiting(self._selected) else "queue.none_selected")

    def _is_waiting(self, number: str) -> bool:
        return any(row.number == number for row in self._tickets)
