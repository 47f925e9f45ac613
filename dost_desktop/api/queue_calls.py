"""The centre's queue, as the agent at this desk works with it."""

from __future__ import annotations

from urllib.parse import quote

from dost_desktop.api import routes
from dost_desktop.api.calls import Calls
from dost_desktop.api.transport import Request
from dost_desktop.contract.messages import CallTicket, Queue, Ticket
from dost_desktop.sync.needs import Declined


class QueueCalls(Calls):
    """Tickets: they hold no personal data, so their numbers may stand in addresses."""

    def queue(self) -> Queue | Declined:
        """Everybody who waits today, and the day's figures."""
        return self._read(Queue, self._agent.send(Request("GET", routes.QUEUE, patience=self._quick)))

    def call_ticket(self, number: str | None = None) -> Ticket | Declined:
        """Call this ticket, or the next one; asked twice, the same one is called."""
        body = CallTicket(number=number)
        return self._read(
            Ticket, self._agent.send(Request("POST", routes.CALL_TICKET, body, patience=self._quick))
        )

    def finish_ticket(self, number: str) -> Ticket | Declined:
        """The visit is over; safe to repeat."""
        return self._end(number, routes.FINISH)

    def no_show(self, number: str) -> Ticket | Declined:
        """Called, and nobody came; safe to repeat."""
        return self._end(number, routes.NO_SHOW)

    def redirect(self, number: str) -> Ticket | Declined:
        """Sent on to another desk; safe to repeat."""
        return self._end(number, routes.REDIRECT)

    def _end(self, number: str, ending: str) -> Ticket | Declined:
        path = f"{routes.TICKETS}/{quote(number, safe='')}/{ending}"
        return self._read(Ticket, self._agent.send(Request("POST", path, patience=self._quick)))
