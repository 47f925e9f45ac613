"""The centre's half-done cases as the desk's use cases ask for them."""

from __future__ import annotations

from typing import Final, Protocol
from uuid import UUID

from dost_desktop.api.agent_session import AgentSession
from dost_desktop.contract.half_done import HalfDoneCase, HalfDoneCases
from dost_desktop.contract.messages import Problem
from dost_desktop.ports import CaseAway
from dost_desktop.sync.needs import Declined

_UNKNOWN: Final = 404
_AWAY: Final = {409, 410}


class AsksCases(Protocol):
    """The part of the central API this needs."""

    def half_done(self) -> HalfDoneCases | Declined: ...

    def take_case(self, case_id: UUID) -> HalfDoneCase | Declined: ...


class CasesAtDesk:
    """``ports.CentresCases`` over the central API."""

    def __init__(self, central: AsksCases, session: AgentSession) -> None:
        self._central, self._session = central, session

    def half_done(self) -> tuple[HalfDoneCase, ...] | None:
        """Every half-done case of the centre; None when the central API cannot be reached."""
        answer = self._session.ask(self._central.half_done)
        return answer.cases if isinstance(answer, HalfDoneCases) else None

    def take(self, case_id: UUID) -> HalfDoneCase | CaseAway | None:
        """The case, which is this desk's now; who has it instead; None when nobody there knows of it, or answers."""
        answer = self._session.ask(lambda: self._central.take_case(case_id))
        if isinstance(answer, HalfDoneCase):
            return answer
        if isinstance(answer, Problem) and answer.status in _AWAY:
            return CaseAway(desk_in(answer))
        return None


def desk_in(problem: Problem) -> str:
    """The desk that has the case, as the central API says it; "" when the case is finished."""
    facts = (problem.model_extra or {}).get("facts")
    return str(facts.get("desk", "")) if isinstance(facts, dict) else ""
