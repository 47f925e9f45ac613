"""A ticket from its call to its end: called, its needs noted, its person served; each with the case at this desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dost_desktop.contract.messages import Need, Ticket
from dost_desktop.ports import NoTicket, QueueDesk
from dost_desktop.services.changes import Changes
from dost_desktop.services.run_case import Case, RunCase

_TRIES: Final = 5


@dataclass(frozen=True, slots=True)
class CallTicket:
    """Call a ticket from the queue and open its case. Runs on the network worker."""

    cases: RunCase
    queue: QueueDesk

    def __call__(self, number: str | None = None, reason: str = "") -> Case | NoTicket:
        """The case of the called ticket, or why there is none; an open case is put aside for ``reason``.

        The queue gives a desk the ticket again that it has called already, because an answer may be lost; one whose
        case is here, half-done, is left alone, and the next who waits is called.
        """
        self.cases.settle(self.queue)
        ticket = self.queue.call(number)
        if isinstance(ticket, NoTicket):
            return ticket
        here = self.cases.with_ticket(ticket.number)
        if here is not None and number is None:
            ticket = self._next()
            if isinstance(ticket, NoTicket):
                return ticket
        elif here is not None:
            return self.cases.resume(here.id) if here.paused_at else here
        return self.cases.begin(ticket.number, ticket.purpose, ticket.needs, reason=reason)

    def _next(self) -> Ticket | NoTicket:
        """The first who waits, called by number; another desk may be quicker, now and then."""
        called: Ticket | NoTicket = NoTicket("queue.empty")
        for _ in range(_TRIES):
            board = self.queue.queue()
            if board is None:
                return NoTicket("queue.unreachable")
            waiting = [each for each in board.tickets if each.state == "waiting"]
            if not waiting:
                return NoTicket("queue.empty")
            first = min(waiting, key=lambda each: "priority" not in each.needs)
            called = self.queue.call(first.number)
            if isinstance(called, Ticket):
                return called
        return called


@dataclass(frozen=True, slots=True)
class NoteNeeds:
    """What the person behind a ticket needs, on the ticket and in its case. Runs on the network worker."""

    cases: RunCase
    queue: QueueDesk

    def __call__(self, number: str, needs: Sequence[Need]) -> Ticket | NoTicket:
        """The ticket with these needs, or why they could not be noted."""
        answer = self.queue.note_needs(number, needs)
        if isinstance(answer, Ticket):
            self.cases.needs_noted(number, answer.needs)
        return answer


@dataclass(frozen=True, slots=True)
class FinishCase:
    """The person was served: the case is closed and its ticket is off the queue. Runs on the network worker."""

    cases: RunCase
    queue: QueueDesk

    def __call__(self) -> Changes:
        """Close the open case; an unreachable queue does not hold it open, and hears of it later."""
        case = self.cases.finish()
        if case and case.ticket and not self.queue.finish(case.ticket):
            self.cases.owe(case.ticket)
        return Changes(queue=True)
