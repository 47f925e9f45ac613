"""Questions to the registers: only an answer under the central API's seal counts as one."""

from __future__ import annotations

from collections.abc import Mapping

from dost_desktop.api import routes
from dost_desktop.api.calls import Calls
from dost_desktop.api.transport import Request
from dost_desktop.contract.messages import Attested, Lookup
from dost_desktop.contract.seals import is_sealed
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.codec import Malformed, from_json
from dost_desktop.domain.ids import NumberKind
from dost_desktop.sync.needs import Declined, NoAnswer, Silence


class LookupCalls(Calls):
    """Asked by the signed-in agent, with a purpose; the number travels in the body, never in the address."""

    def lookup(
        self, register: Register, number_kind: NumberKind, number: str, purpose: str, paper: str = ""
    ) -> Attestation | Declined:
        """The register's answer as evidence: sealed by a known key, for this register, purpose and paper."""
        question = Lookup.model_validate(
            {
                "register_name": register.value,
                "number_kind": number_kind.value,
                "number": number,
                "purpose": purpose,
                "paper": paper,
            }
        )
        request = Request("POST", routes.LOOKUPS, question, patience=self._quick)
        answer = self._read(Attested, self._agent.send(request))
        if not isinstance(answer, Attested):
            return answer
        attestation = sealed_answer(answer, self._server_keys(), register, purpose)
        if isinstance(attestation, Attestation) and attestation.answer.get("paper_number", paper) != paper:
            return NoAnswer(Silence.UNSEALED, "another paper")
        return attestation


def sealed_answer(
    answer: Attested, server_keys: Mapping[str, str], register: Register, purpose: str
) -> Attestation | NoAnswer:
    """What the server vouches for, or why it is no evidence: not sealed by a known key, or of another question."""
    try:
        attestation: Attestation = from_json(Attestation, answer.attestation)
        is_ours = is_sealed(attestation, dict(server_keys))
    except Malformed:
        return NoAnswer(Silence.OTHER_SCHEMA, "attestation")
    except ValueError:  # a value no signature can be made over
        return NoAnswer(Silence.UNSEALED, "attestation")
    if not is_ours:
        return NoAnswer(Silence.UNSEALED, "attestation")
    if (attestation.register, attestation.purpose) != (register, purpose):
        return NoAnswer(Silence.UNSEALED, "another question")
    return attestation
