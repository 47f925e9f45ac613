"""The centre's queue as the desk's use cases ask for it: a ticket, or nothing when it cannot be reached."""

from __future__ import annotations

from typing import Protocol

from dost_desktop.api.agent_session import AgentSession
from dost_desktop.contract.messages import Queue, Ticket
from dost_desktop.sync.needs import Declined


class AsksQueue(Protocol):
    """The part of the central API this needs."""

    def queue(self) -> Queue | Declined: ...

    def call_ticket(self, number: str | None = None) -> Ticket | Declined: ...

    def finish_ticket(self, number: str) -> Ticket | Declined: ...

    def no_show(self, number: str) -> Ticket | Declined: ...

    def redirect(self, number: str) -> Ticket | Declined: ...


class QueueAtDesk:
    """``ports.QueueDesk`` over the central API."""

    def __init__(self, central: AsksQueue, session: AgentSession) -> None:
        self._central, self._session = central, session

    def queue(self) -> Queue | None:
        """The queue as it stands, None when it cannot be reached."""
        answer = self._session.ask(self._central.queue)
        return answer if isinstance(answer, Queue) else None

    def call(self, number: str | None) -> Ticket | None:
        """The called ticket; None when nobody waits, somebody was faster, or the queue cannot be reached."""
        answer = self._session.ask(lambda: self._central.call_ticket(number))
        return answer if isinstance(answer, Ticket) else None

    def finish(self, number: str) -> bool:
        """True when the queue took note."""
        return isinstance(self._session.ask(lambda: self._central.finish_ticket(number)), Ticket)

    def no_show(self, number: str) -> bool:
        """True when the queue took note."""
        return isinstance(self._session.ask(lambda: self._central.no_show(number)), Ticket)

    def redirect(self, number: str) -> bool:
        """True when the queue took note."""
        return isinstance(self._session.ask(lambda: self._central.redirect(number)), Ticket)
