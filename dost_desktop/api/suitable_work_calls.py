"""What an agent asks about suitable work: vacancies for a person, and “no suitable work” placed in MAS (SEED 23.6)."""

from __future__ import annotations

from dost_desktop.api import routes
from dost_desktop.api.calls import Calls
from dost_desktop.api.lookup_calls import sealed_answer
from dost_desktop.api.transport import Received, Request
from dost_desktop.contract.messages import Attested
from dost_desktop.contract.suitable_work import PlaceNoWork, Vacancies, WantVacancies
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.sync.needs import Declined


class SuitableWorkCalls(Calls):
    """Asked by the signed-in agent, with a purpose; the person's number travels in the body."""

    def vacancies(self, wanted: WantVacancies) -> Vacancies | Declined:
        """One page of open vacancies; one that was looked at before comes again only if it changed."""
        tag, known = self._vacancies.known(wanted)
        request = Request("POST", routes.VACANCIES, wanted, patience=self._quick, known_tag=tag)
        received = self._agent.send(request)
        if not isinstance(received, Received):
            return received
        if known is not None and received.is_unchanged:
            return known
        answer = self._read(Vacancies, received)
        if isinstance(answer, Vacancies):
            self._vacancies.keep(wanted, received.tag, answer)
        return answer

    def place_no_work(self, wish: PlaceNoWork) -> Attestation | Declined:
        """MAS's reference for the application as evidence; safe to repeat."""
        request = Request("POST", routes.NO_SUITABLE_WORK, wish, patience=self._quick)
        answer = self._read(Attested, self._agent.send(request))
        if not isinstance(answer, Attested):
            return answer
        return sealed_answer(answer, self._server_keys(), Register.NO_SUITABLE_WORK, wish.purpose)
