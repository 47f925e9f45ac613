"""One question to the registers, from F9 to the answer, the silence, or the agent who waits no longer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.domain.evidence import Identity
from dost_desktop.domain.person_file import Application
from dost_desktop.domain.vocabulary import ApplicationKind, Status
from dost_desktop.ports import Unanswered
from dost_desktop.services.identify_person import PersonLookup
from ui.screens.intake.applicants import Number


@dataclass(slots=True)
class Inquiry:
    """``note`` is what happened in words; ``papers_open``: papers are shown; ``permit``: what its register said."""

    asked: Number | None = None
    answer: PersonLookup | None = None
    silent_at: datetime | None = None  # when the agent did not want to wait longer for MEİS
    note: AgentError | None = None
    papers_open: bool = False
    asks_permit: bool = False
    permit_answer: Attestation | Unanswered | None = None
    permit_at: datetime | None = None  # when the register of permits was asked

    @property
    def identity(self) -> Identity | None:
        """Who it is, as MEİS answered."""
        return self.answer.identity if self.answer else None

    @property
    def status(self) -> Status | None:
        """The registration as MAS or the file says it; None while nobody asked."""
        return self.answer.status if self.answer else None

    @property
    def permit(self) -> Attestation | None:
        """What the register of permits answered."""
        return None if isinstance(self.permit_answer, Unanswered) else self.permit_answer

    @property
    def papers_allowed(self) -> bool:
        """Papers count when MEİS was asked and could not say who it is (SEED 23.3)."""
        return self.silent_at is not None or (self.answer is not None and self.answer.identity is None)

    @property
    def unreachable_at(self) -> datetime | None:
        """When MEİS was tried in vain."""
        if self.answer is not None and self.answer.unreachable is not None:
            return self.answer.asked_at
        return self.silent_at

    def open_application(self, kind: ApplicationKind | None) -> Application | None:
        """The application of the same kind that is open already."""
        return self.answer.file.open_application(kind) if self.answer and kind else None

    def take(self, answer: PersonLookup) -> None:
        """The answer is there; where the register is silent or contradicts itself the papers open at once."""
        self.asked, self.answer = None, answer
        if answer.unreachable is not None:
            self.note, self.papers_open = InvalidValue("register.unreachable"), True
        elif answer.contradicts:
            self.note, self.papers_open = InvalidValue("register.contradicts"), True

    def give_up(self, now: datetime) -> None:
        """The agent waits no longer: as when the register is silent."""
        self.asked, self.silent_at = None, now
        self.note, self.papers_open = InvalidValue("register.unreachable"), True
