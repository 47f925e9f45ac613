"""What the register of permits says about a permit that was shown: the date on the card is no proof (facts 4.15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.dates import short
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.evidence import Paper
from dost_desktop.ports import Unanswered


@dataclass(frozen=True, slots=True)
class PermitSaid:
    """``contradiction`` is what does not fit the paper, None when all does; ``at`` when it was asked."""

    contradiction: InvalidValue | None
    at: datetime


def permit_said(answer: Attestation | Unanswered, paper: Paper | None, asked_at: datetime) -> PermitSaid:
    """The register's answer beside the paper: no term, no other number is ever guessed from it."""
    if isinstance(answer, Unanswered):
        told = "register.contradicts" if answer is Unanswered.CONTRADICTS else "permit.unchecked"
        return PermitSaid(InvalidValue(told), asked_at)
    if not answer.answer["found"]:
        return PermitSaid(InvalidValue("permit.not_in_register"), answer.at)
    document = answer.answer.get("document") or {}
    if paper is not None and paper.checked is None:  # it would be attached if the numbers were the same
        return PermitSaid(InvalidValue("permit.other_in_register"), answer.at)
    until = date.fromisoformat(document["valid_until"]) if document.get("valid_until") else None
    if paper is not None and until is not None and until != paper.valid_until:
        return PermitSaid(InvalidValue("permit.other_term", date=short(until)), answer.at)
    return PermitSaid(None, answer.at)
