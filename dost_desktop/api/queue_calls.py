"""The centre's queue, as the agent at this desk works with it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote
from uuid import uuid4

from pydantic import BaseModel

from dost_desktop.api import routes
from dost_desktop.api.calls import Calls
from dost_desktop.api.transport import Request
from dost_desktop.contract.messages import CallTicket, Need, Queue, Ticket, TicketNeeds, TransferTicket
from dost_desktop.sync.needs import Declined


class QueueCalls(Calls):
    """Tickets: they hold no personal data, so their numbers may stand in addresses.

    Each call bears a key of its own: a line that breaks and tries again does it once.
    """

    def queue(self) -> Queue | Declined:
        """Everybody who waits today for this desk's directions, and the figures."""
        return self._read(Queue, self._agent.send(Request("GET", routes.QUEUE, patience=self._quick)))

    def call_ticket(self, number: str | None = None) -> Ticket | Declined:
        """Call this ticket, or the next one; asked twice, the same one is called."""
        body = CallTicket(number=number)
        request = Request("POST", routes.CALL_TICKET, body, patience=self._quick, key=str(uuid4()))
        return self._read(Ticket, self._agent.send(request))

    def call_ticket_again(self, number: str) -> Ticket | Declined:
        """Call the called ticket once more; counted."""
        return self._ticket("POST", number, routes.CALL_AGAIN)

    def finish_ticket(self, number: str) -> Ticket | Declined:
        """The visit is over; safe to repeat."""
        return self._ticket("POST", number, routes.FINISH)

    def no_show(self, number: str) -> Ticket | Declined:
        """Called, and nobody came; safe to repeat."""
        return self._ticket("POST", number, routes.NO_SHOW)

    def transfer(self, number: str, wish: TransferTicket) -> Ticket | Declined:
        """To another direction or desk; safe to repeat."""
        return self._ticket("POST", number, routes.TRANSFER, wish)

    def note_needs(self, number: str, needs: Sequence[Need]) -> Ticket | Declined:
        """What the person needs, in place of what was noted; safe to repeat."""
        return self._ticket("PUT", number, routes.NEEDS, TicketNeeds(needs=tuple(needs)))

    def _ticket(
        self, method: str, number: str, what: str, body: BaseModel | None = None
    ) -> Ticket | Declined:
        path = f"{routes.TICKETS}/{quote(number, safe='')}/{what}"
        request = Request(method, path, body, patience=self._quick, key=str(uuid4()))
        return self._read(Ticket, self._agent.send(request))
