"""MAS is asked again how a person is registered: what may be applied for follows from it (SEED 23.6; design 3)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.answers import is_readable
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.refusing import Refused
from dost_desktop.ports import Registers, Unanswered
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import ActNotAllowed, Desk
from dost_desktop.services.purposes import OWN_CENTRE, PurposeMissing, Purposes

PURPOSE: Final = "status"  # why MAS is asked about a person of this centre


@dataclass(frozen=True, slots=True)
class AskStatus:
    """Ask MAS. Runs on the network worker."""

    desk: Desk
    registers: Registers
    purposes: Purposes = field(default_factory=Purposes)

    def __call__(self, file_id: UUID) -> Attestation | Unanswered:
        """The attested answer about this person, or why there is none; the question is in the access log.

        Raises ActNotAllowed (``person.not_identified``) for a file without a person, and PurposeMissing for another
        centre's file that nobody said a purpose for.
        """
        now = self.desk.clock.now()
        with self.desk.open_work() as work:
            file = work.file(file_id)
            said = self.purposes.purpose(file, self.desk.centre.code)
            if said is None:
                raise PurposeMissing
            if file.identity is None:
                raise ActNotAllowed(Refused("person.not_identified", "SEED 23.3"))
            kind, number = file.identity.number_kind, file.identity.number
            purpose = PURPOSE if said == OWN_CENTRE else said
            work.access_log.add(
                at=now, agent=self.desk.agent.agent, what="lookup", purpose=purpose, file_id=file_id
            )
            work.commit()
        answer = self.registers.ask(Register.STATUS, kind, number, purpose)
        if isinstance(answer, Unanswered) or is_readable(Register.STATUS, answer.answer):
            return answer
        return Unanswered.CONTRADICTS


@dataclass(frozen=True, slots=True)
class RecordStatus:
    """Put the answer into the file. Runs on the database worker."""

    desk: Desk

    def __call__(self, file_id: UUID, answer: Attestation | Unanswered) -> Changes:
        """What MAS said, as of its time; a silence changes nothing.

        Raises ActNotAllowed, e.g. ``lookup.newer_recorded``.
        """
        if isinstance(answer, Unanswered):
            return Changes()
        with self.desk.open_work() as work:
            self.desk.act(work, file_id, [acts.ReadStatus(answer)])
            work.commit()
        return Changes(frozenset({file_id}), outbox=True)
