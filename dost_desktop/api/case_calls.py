"""Half-done cases between the desks of a centre: the desk tells of its own, the agent takes one."""

from __future__ import annotations

from uuid import UUID

from dost_desktop.api import routes
from dost_desktop.api.calls import Calls
from dost_desktop.api.transport import NOTHING, Received, Request
from dost_desktop.contract.half_done import HalfDoneCase, HalfDoneCases
from dost_desktop.sync.needs import Declined, Done


class CaseCalls(Calls):
    """``put_case`` and ``finish_case`` are the desk's own: they go on while the window is locked."""

    def put_case(self, case: HalfDoneCase) -> HalfDoneCase | Declined:
        """How a case of this desk stands; safe to repeat."""
        request = Request("PUT", f"{routes.CASES}/{case.id}", case)
        return self._read(HalfDoneCase, self._desk.send(request))

    def finish_case(self, case_id: UUID) -> Done | Declined:
        """A case is over; safe to repeat."""
        answer = self._desk.send(Request("DELETE", f"{routes.CASES}/{case_id}", answer=NOTHING))
        return Done() if isinstance(answer, Received) else answer

    def half_done(self) -> HalfDoneCases | Declined:
        """The half-done cases of the centre, without their drafts."""
        return self._read(HalfDoneCases, self._agent.send(Request("GET", routes.CASES, patience=self._quick)))

    def take_case(self, case_id: UUID) -> HalfDoneCase | Declined:
        """The case goes on at this desk; asked twice, it is given again."""
        request = Request("POST", f"{routes.CASES}/{case_id}/take", patience=self._quick)
        return self._read(HalfDoneCase, self._agent.send(request))
