"""Who sits there: MEİS is asked first, and what it answered needs no paper (SEED 23.3, design 3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeGuard
from uuid import UUID

from dost_desktop.domain.answers import is_readable
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.evidence import Identity
from dost_desktop.domain.identity import identity_of
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.vocabulary import ApplicationKind, Status
from dost_desktop.ports import Registers, Unanswered
from dost_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class PersonLookup:
    """What is known of a person by number: from MEİS and MAS now, and from the desk's own file."""

    number_kind: NumberKind
    number: str
    file: PersonFile  # as this desk holds it; without events for a person new to it
    identity: Identity | None  # as MEİS answered
    attestation: Attestation | None  # of MEİS
    status: Status
    status_attestation: Attestation | None  # of MAS
    unreachable: Unanswered | None  # why MEİS gave no answer
    asked_at: datetime
    contradicts: bool = False  # MEİS answered, but nobody can read the answer: papers count then (SEED 23.3)

    @property
    def nobody(self) -> bool:
        """MEİS answered, and knows nobody by this number."""
        return self.attestation is not None and self.identity is None and not self.contradicts


@dataclass(frozen=True, slots=True)
class LookUpPerson:
    """Ask MEİS and MAS about a number. Runs on the network worker."""

    desk: Desk
    registers: Registers

    def __call__(
        self, kind: NumberKind, number: str, purpose: str = ApplicationKind.UNEMPLOYED
    ) -> PersonLookup:
        """Everything known of the person with this number; never raises for a register that is silent."""
        now = self.desk.clock.now()
        file_id = self.desk.file_of(kind, number)
        self._log(file_id, now, purpose)
        person = self.registers.ask(Register.PERSON, kind, number, purpose)
        status = self.registers.ask(Register.STATUS, kind, number, purpose)
        with self.desk.open_reading() as reading:
            file = reading.file(file_id)
        attestation = None if isinstance(person, Unanswered) else person
        readable = attestation is not None and is_readable(Register.PERSON, attestation.answer)
        attested_status = status if _is_evidence(status) else None
        return PersonLookup(
            number_kind=kind,
            number=number,
            file=file,
            identity=identity_of(attestation.answer, kind, number) if attestation and readable else None,
            attestation=attestation,
            status=(
                Status(attested_status.answer.get("status", Status.UNKNOWN))
                if attested_status
                else file.registration.status
            ),
            status_attestation=attested_status,
            unreachable=person if isinstance(person, Unanswered) else None,
            asked_at=now,
            contradicts=attestation is not None and not readable,
        )

    def _log(self, file_id: UUID, now: datetime, purpose: str) -> None:
        with self.desk.open_work() as work:
            work.access_log.add(
                at=now, agent=self.desk.agent.agent, what="lookup", purpose=purpose, file_id=file_id
            )
            work.commit()


def _is_evidence(status: Attestation | Unanswered) -> TypeGuard[Attestation]:
    """Whether MAS said something that can be read; else the status is as unknown as in silence."""
    return not isinstance(status, Unanswered) and is_readable(Register.STATUS, status.answer)
