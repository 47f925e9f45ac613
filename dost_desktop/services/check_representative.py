"""Who speaks for the applicant, and whether the paper still holds, as the registers say it (SEED 6, 23.3; facts 5)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from dost_desktop.domain.answers import is_readable
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.evidence import Identity
from dost_desktop.domain.identity import identity_of
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.values import latin_capitals
from dost_desktop.ports import Registers, Unanswered
from dost_desktop.services.desk import Desk

PURPOSE: Final = "representation"  # why a register is asked before an application has its number


@dataclass(frozen=True, slots=True)
class RepresentativeLookup:
    """What MEİS says of the representative with this number."""

    number_kind: NumberKind
    number: str = field(repr=False)
    identity: Identity | None  # as MEİS answered
    attestation: Attestation | None  # of MEİS
    unreachable: Unanswered | None  # why MEİS gave no answer
    contradicts: bool  # MEİS answered, but nobody can read the answer: papers count then (SEED 23.3)
    asked_at: datetime

    @property
    def nobody(self) -> bool:
        """MEİS answered, and knows nobody by this number."""
        return self.attestation is not None and self.identity is None and not self.contradicts


@dataclass(frozen=True, slots=True)
class LookUpRepresentative:
    """Ask MEİS who the representative is. Runs on the network worker."""

    desk: Desk
    registers: Registers

    def __call__(self, kind: NumberKind, number: str) -> RepresentativeLookup:
        """What MEİS says; never raises for a register that is silent. The look is in the access log."""
        now = self.desk.clock.now()
        _log(self.desk, kind, number, now)
        answer = self.registers.ask(Register.PERSON, kind, number, PURPOSE)
        attestation = None if isinstance(answer, Unanswered) else answer
        readable = attestation is not None and is_readable(Register.PERSON, attestation.answer)
        return RepresentativeLookup(
            number_kind=kind,
            number=number,
            identity=identity_of(attestation.answer, kind, number) if attestation and readable else None,
            attestation=attestation,
            unreachable=answer if isinstance(answer, Unanswered) else None,
            contradicts=attestation is not None and not readable,
            asked_at=now,
        )


@dataclass(frozen=True, slots=True)
class CheckPowerOfAttorney:
    """Ask the notaries whether a power of attorney still holds (facts 5.3, 5.4). Runs on the network worker."""

    desk: Desk
    registers: Registers

    def __call__(self, kind: NumberKind, number: str, paper_number: str) -> Attestation | Unanswered:
        """What the notaries say of the paper with this number, given by the applicant with ``number``.

        Only an answer that can be read is one; its ``paper_number`` is ``paper_number`` exactly.
        """
        _log(self.desk, kind, number, self.desk.clock.now())
        answer = self.registers.ask(Register.NOTARY, kind, number, PURPOSE, paper_number)
        return _readable(answer)


@dataclass(frozen=True, slots=True)
class CheckPermit:
    """Ask MEİS about a residence permit that was shown (facts 4.15). Runs on the network worker."""

    desk: Desk
    registers: Registers

    def __call__(self, kind: NumberKind, number: str) -> Attestation | Unanswered:
        """What the register of permits says of the person with this number; ``found`` may be false."""
        _log(self.desk, kind, number, self.desk.clock.now())
        return _readable(self.registers.ask(Register.PERMITS, kind, number, PURPOSE))


@dataclass(frozen=True, slots=True)
class CountApplicants:
    """For how many people one representative spoke lately: unusually many are a warning (database worker)."""

    desk: Desk
    within_days: int  # ``one_representative_days`` of the catalogue's terms

    def __call__(self, identity_number: str) -> int:
        """Different applicants whom the representative with this number spoke for, as this desk knows them."""
        since = self.desk.clock.now() - timedelta(days=self.within_days)
        with self.desk.open_reading() as reading:
            return reading.applicants_of(latin_capitals(identity_number), since)


def _readable(answer: Attestation | Unanswered) -> Attestation | Unanswered:
    if isinstance(answer, Unanswered) or is_readable(answer.register, answer.answer):
        return answer
    return Unanswered.CONTRADICTS


def _log(desk: Desk, kind: NumberKind, number: str, now: datetime) -> None:
    with desk.open_work() as work:
        work.access_log.add(
            at=now,
            agent=desk.agent.agent,
            what="lookup",
            purpose=PURPOSE,
            file_id=desk.file_of(kind, number),
        )
        work.commit()
