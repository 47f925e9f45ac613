"""The registers as the office's use cases ask them: an attested answer, or why there is none."""

from __future__ import annotations

from typing import Final, Protocol

from dost_desktop.api.agent_session import AgentSession
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.ids import NumberKind
from dost_desktop.ports import Unanswered
from dost_desktop.sync.needs import Declined, NoAnswer

_NOT_LET_IN: Final = {401, 403}
_REGISTER_SILENT: Final = {502, 503, 504}


class AsksRegister(Protocol):
    """The part of the central API this needs."""

    def lookup(
        self, register: Register, number_kind: NumberKind, number: str, purpose: str, paper: str = ""
    ) -> Attestation | Declined: ...


class AskRegisters:
    """Asks for one agent at one desk."""

    def __init__(self, central: AsksRegister, session: AgentSession) -> None:
        self._central, self._session = central, session

    def ask(
        self, register: Register, number_kind: NumberKind, number: str, purpose: str, paper: str = ""
    ) -> Attestation | Unanswered:
        """The sealed answer, or why there is none."""
        answer = self._session.ask(
            lambda: self._central.lookup(register, number_kind, number, purpose, paper)
        )
        return answer if isinstance(answer, Attestation) else why_unanswered(answer)


def why_unanswered(answer: Declined) -> Unanswered:
    """What the office says when the central API, or who stands behind it, gave nothing to go by."""
    if isinstance(answer, NoAnswer):
        return Unanswered.OFFLINE
    if answer.status in _NOT_LET_IN:
        return Unanswered.NOT_SIGNED_IN
    is_register = answer.status in _REGISTER_SILENT or answer.code.startswith("register.")
    return Unanswered.REGISTER if is_register else Unanswered.OFFLINE
