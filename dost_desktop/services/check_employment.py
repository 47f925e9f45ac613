"""The check in the register of employed persons that every unemployed registration begins with (SEED 23.6)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.ports import Registers, Unanswered
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class AskEmployment:
    """Ask the register. Runs on the network worker."""

    desk: Desk
    registers: Registers

    def __call__(self, file: PersonFile, application: UUID) -> Attestation | Unanswered:
        """The attested answer about this person, or why there is none; the purpose is the application's number."""
        identity, found = file.identity, file.application(application)
        if identity is None or found is None:
            raise KeyError(application)
        return self.registers.ask(
            Register.EMPLOYED_PERSONS, identity.number_kind, identity.number, found.number
        )


@dataclass(frozen=True, slots=True)
class RecordEmploymentCheck:
    """Put the answer, or the silence, into the file. Runs on the database worker."""

    desk: Desk

    def __call__(self, file_id: UUID, application: UUID, answer: Attestation | Unanswered) -> Changes:
        """Without an answer the application waits for the register, saved and findable.

        Raises ActNotAllowed when the file moved on or the answer is not about this person.
        """
        with self.desk.open_work() as work:
            act: acts.Act = (
                acts.RecordRegisterSilence(application, self.desk.clock.now())
                if isinstance(answer, Unanswered)
                else acts.RecordRegisterAnswer(application, answer)
            )
            self.desk.act(work, file_id, [act])
            work.commit()
        return Changes(frozenset({file_id}), outbox=True)
