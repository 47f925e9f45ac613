"""What the registers said of a representative and of the paper, from the question to the answer or the silence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.evidence import Identity
from dost_desktop.domain.ids import NumberKind
from dost_desktop.ports import Unanswered
from dost_desktop.services.check_representative import RepresentativeLookup

Number = tuple[NumberKind, str]


@dataclass(slots=True)
class Answers:
    """``asking`` and ``checking``: what is being asked; ``many``: for how many applicants this person spoke lately."""

    lookup: RepresentativeLookup | None = None
    silent_at: datetime | None = None  # when the agent did not want to wait longer for MEİS
    asking: Number | None = None
    many: int = 0
    check: Attestation | None = None
    unchecked: Unanswered | None = None  # why the notaries gave no answer
    check_tried_at: datetime | None = None  # when they were asked in vain
    checking: str = ""  # the number of the paper

    @property
    def identity(self) -> Identity | None:
        """Who the representative is, as MEİS answered."""
        return self.lookup.identity if self.lookup else None

    @property
    def papers_open(self) -> bool:
        """MEİS was asked and could not say who it is: the representative's own card counts (SEED 23.3)."""
        return self.silent_at is not None or (self.lookup is not None and self.lookup.identity is None)

    @property
    def was_asked(self) -> bool:
        """Whether MEİS was asked about this number."""
        return self.lookup is not None or self.silent_at is not None

    def forget_person(self) -> None:
        """Another number: what was said is about somebody else."""
        self.lookup = self.silent_at = self.asking = None
        self.many = 0

    def forget_check(self) -> None:
        """Another paper, or another applicant."""
        self.check = self.unchecked = self.check_tried_at = None
        self.checking = ""
