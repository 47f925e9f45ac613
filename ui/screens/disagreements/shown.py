"""What the page shows: the waiting list, and the chosen one with what was chosen and typed about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from dost_desktop.services.disagreements import Compared, DisagreementRow
from dost_desktop.services.settle import Choice, ChoiceKind


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything that waits, the oldest first; ``settled`` is how many settled themselves yesterday."""

    rows: tuple[DisagreementRow, ...]
    settled: int
    now: datetime
    chosen: UUID | None = None

    @property
    def place(self) -> int:
        """Which one is chosen, counted from 1; 0 for none."""
        return next((n for n, row in enumerate(self.rows, start=1) if row.id == self.chosen), 0)


@dataclass(frozen=True, slots=True)
class Shown:
    """One of them; ``asked``: it cannot be undone, and the next press does it."""

    compared: Compared
    now: datetime
    kind: ChoiceKind | None
    words: str = field(repr=False, default="")
    asked: bool = False

    @property
    def choice(self) -> Choice | None:
        """What is chosen."""
        return next((each for each in self.compared.choices if each.kind is self.kind), None)


def first_choice(compared: Compared) -> ChoiceKind | None:
    """The first that is possible; None where nothing is."""
    return next((each.kind for each in compared.choices if each.why_not is None), None)
