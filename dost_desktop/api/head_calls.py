"""What the head of a centre asks: what needs a look, that an act counts, what became of numbers (design 1, 4)."""

from __future__ import annotations

from uuid import uuid4

from dost_desktop.api import routes
from dost_desktop.api.calls import Calls
from dost_desktop.api.transport import Request
from dost_desktop.contract.messages import Push, PushAnswer
from dost_desktop.contract.needs_look import NeedsLook, NumbersVoided, VoidNumbers
from dost_desktop.sync.needs import Declined


class HeadCalls(Calls):
    """Asked by the signed-in head: such acts count only online, under that token."""

    def needs_look(self) -> NeedsLook | Declined:
        """What needs a look at the centre; each person named in it is noted there."""
        return self._read(NeedsLook, self._agent.send(Request("GET", routes.NEEDS_LOOK)))

    def act_as_head(self, runs: Push) -> PushAnswer | Declined:
        """One verdict for each act; safe to repeat."""
        return self._read(PushAnswer, self._agent.send(Request("POST", routes.HEAD_ACTS, runs)))

    def void_numbers(self, wish: VoidNumbers) -> NumbersVoided | Declined:
        """These numbers are accounted for; safe to repeat."""
        request = Request("POST", routes.VOID_NUMBERS, wish, key=str(uuid4()))
        return self._read(NumbersVoided, self._agent.send(request))
