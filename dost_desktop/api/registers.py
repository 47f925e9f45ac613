"""The registers as the office's use cases ask them: an attested answer, or why there is none."""

from __future__ import annotations

import threading
from datetime import datetime
from typing import Final, Protocol

from dost_desktop.contract.messages import Problem, Session
from dost_desktop.contract.seals import AgentHand, SigningKey
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.ids import NumberKind
from dost_desktop.ports import Clock, Unanswered
from dost_desktop.sync.needs import Declined, NoAnswer

_UNAUTHORIZED: Final = 401
_NOT_LET_IN: Final = {401, 403}
_REGISTER_SILENT: Final = {502, 503, 504}


class AsksForAgent(Protocol):
    """The part of the central API this needs."""

    def sign_in_by_key(
        self, agent: str, desk: str, key: SigningKey | AgentHand, at: datetime
    ) -> Session | Declined: ...

    def lookup(
        self, register: Register, number_kind: NumberKind, number: str, purpose: str
    ) -> Attestation | Declined: ...


class AskRegisters:
    """Asks for one agent at one desk; the session is opened by the agent's key, and anew when it has run out."""

    def __init__(
        self, central: AsksForAgent, agent: str, desk: str, key: SigningKey | AgentHand, clock: Clock
    ) -> None:
        self._central, self._agent, self._desk, self._key, self._clock = central, agent, desk, key, clock
        self._signing_in = threading.Lock()

    def ask(
        self, register: Register, number_kind: NumberKind, number: str, purpose: str
    ) -> Attestation | Unanswered:
        """The sealed answer, or why there is none; asked at most twice."""
        answer = self._central.lookup(register, number_kind, number, purpose)
        if isinstance(answer, Problem) and answer.status == _UNAUTHORIZED:
            refused = self._sign_in()
            if refused is not None:
                return _why(refused)
            answer = self._central.lookup(register, number_kind, number, purpose)
        return answer if isinstance(answer, Attestation) else _why(answer)

    def _sign_in(self) -> Declined | None:
        with self._signing_in:
            session = self._central.sign_in_by_key(self._agent, self._desk, self._key, self._clock.now())
        return None if isinstance(session, Session) else session


def _why(answer: Declined) -> Unanswered:
    if isinstance(answer, NoAnswer):
        return Unanswered.OFFLINE
    if answer.status in _NOT_LET_IN:
        return Unanswered.NOT_SIGNED_IN
    is_register = answer.status in _REGISTER_SILENT or answer.code.startswith("register.")
    return Unanswered.REGISTER if is_register else Unanswered.OFFLINE
