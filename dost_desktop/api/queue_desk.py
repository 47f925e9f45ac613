"""The centre's queue as the desk's use cases ask for it: a ticket, or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from dost_desktop.api.agent_session import AgentSession
from dost_desktop.contract.messages import Need, Problem, Queue, Ticket, TransferTicket
from dost_desktop.ports import NoTicket
from dost_desktop.sync.needs import Declined


class AsksQueue(Protocol):
    """The part of the central API this needs."""

    def queue(self) -> Queue | Declined: ...

    def call_ticket(self, number: str | None = None) -> Ticket | Declined: ...

    def call_ticket_again(self, number: str) -> Ticket | Declined: ...

    def finish_ticket(self, number: str) -> Ticket | Declined: ...

    def no_show(self, number: str) -> Ticket | Declined: ...

    def transfer(self, number: str, wish: TransferTicket) -> Ticket | Declined: ...

    def note_needs(self, number: str, needs: Sequence[Need]) -> Ticket | Declined: ...


class QueueAtDesk:
    """``ports.QueueDesk`` over the central API."""

    def __init__(self, central: AsksQueue, session: AgentSession) -> None:
        self._central, self._session = central, session

    def queue(self) -> Queue | None:
        """The queue as it stands, None when it cannot be reached."""
        answer = self._session.ask(self._central.queue)
        return answer if isinstance(answer, Queue) else None

    def call(self, number: str | None) -> Ticket | NoTicket:
        """The called ticket, or why nobody could be called."""
        return self._asked(lambda: self._central.call_ticket(number))

    def call_again(self, number: str) -> Ticket | NoTicket:
        """The ticket with one more call."""
        return self._asked(lambda: self._central.call_ticket_again(number))

    def finish(self, number: str) -> bool:
        """True when the queue took note."""
        return isinstance(self._asked(lambda: self._central.finish_ticket(number)), Ticket)

    def no_show(self, number: str) -> Ticket | NoTicket:
        """The ticket of somebody who did not come."""
        return self._asked(lambda: self._central.no_show(number))

    def transfer(self, number: str, *, direction: str = "", desk: str = "") -> Ticket | NoTicket:
        """The ticket as it waits elsewhere."""
        wish = TransferTicket(direction=direction or None, desk=desk or None)
        return self._asked(lambda: self._central.transfer(number, wish))

    def note_needs(self, number: str, needs: Sequence[Need]) -> Ticket | NoTicket:
        """The ticket with these needs."""
        return self._asked(lambda: self._central.note_needs(number, needs))

    def _asked(self, question: Callable[[], Ticket | Declined]) -> Ticket | NoTicket:
        answer = self._session.ask(question)
        if isinstance(answer, Ticket):
            return answer
        known = isinstance(answer, Problem) and answer.code.partition(".")[0] in _OF_THE_QUEUE
        return NoTicket(answer.code if known and isinstance(answer, Problem) else "queue.unreachable")


_OF_THE_QUEUE = frozenset({"queue", "ticket", "direction", "desk"})
