"""What an agent asks about suitable work: vacancies for a person, and “no suitable work” placed in MAS (SEED 23.6)."""

from __future__ import annotations

from dost_desktop.api import routes
from dost_desktop.api.calls import Calls
from dost_desktop.api.lookup_calls import sealed_answer
from dost_desktop.api.transport import Request
from dost_desktop.contract.messages import Attested
from dost_desktop.contract.suitable_work import PlaceNoWork, Vacancies, WantVacancies
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.sync.needs import Declined


class SuitableWorkCalls(Calls):
    """Asked by the signed-in agent, with a purpose; the person's number travels in the body."""

    def vacancies(self, wanted: WantVacancies) -> Vacancies | Declined:
        """One page of open vacancies."""
        request = Request("POST", routes.VACANCIES, wanted, patience=self._quick)
        return self._read(Vacancies, self._agent.send(request))

    def place_no_work(self, wish: PlaceNoWork) -> Attestation | Declined:
        """MAS's reference for the application as evidence; safe to repeat."""
        request = Request("POST", routes.NO_SUITABLE_WORK, wish, patience=self._quick)
        answer = self._read(Attested, self._agent.send(request))
        if not isinstance(answer, Attested):
            return answer
        return sealed_answer(answer, self._server_keys(), Register.NO_SUITABLE_WORK, wish.purpose)
