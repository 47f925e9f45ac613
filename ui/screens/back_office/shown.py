"""What the back office's page shows: the filtered list, one draft, several chosen ones, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from dost_desktop.contract.back_office import BackOfficeDraft
from dost_desktop.domain.alphabet import fold
from dost_desktop.domain.refusing import Refused
from dost_desktop.ports import Unanswered
from dost_desktop.services.look_at_draft import DraftFacts


class Which(StrEnum):
    """The filter."""

    ALL = "all"
    TODAY = "today"
    OVERDUE = "overdue"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Row:
    """One draft in the list; ``is_marked`` when it is one of several chosen ones."""

    draft: BackOfficeDraft = field(repr=False)
    is_marked: bool = False
    marks_shown: bool = False

    @property
    def id(self) -> UUID:
        """The application's."""
        return UUID(self.draft.application)

    @property
    def used(self) -> int:
        """How many of the back office's working days are over."""
        return min(max(self.draft.term - self.draft.days_left, 0), self.draft.term)


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows of the filter; ``counts`` of every filter; ``away`` why the list could not be had anew."""

    rows: tuple[Row, ...]
    counts: Mapping[Which, int]
    which: Which
    total: int
    as_of: datetime | None
    away: Unanswered | None = None
    searched: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True)
class ShownDraft:
    """The selected draft: ``facts`` None while its file is read, why not when it cannot be."""

    draft: BackOfficeDraft = field(repr=False)
    facts: DraftFacts | Unanswered | None = None

    @property
    def why_not(self) -> str:
        """The key of the reason why it cannot be decided now; "" when it can."""
        if self.draft.is_own:
            return "back_office.own_decision"
        if self.facts is None:
            return "back_office.being_read"
        if isinstance(self.facts, Unanswered):
            return f"back_office.{self.facts.value}"
        return "" if self.facts.is_waiting else "act.not_now"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Several drafts that are decided together, and own ones among them, which are skipped."""

    drafts: tuple[BackOfficeDraft, ...] = field(repr=False)
    own: tuple[BackOfficeDraft, ...] = field(repr=False, default=())


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one draft; ``why_not`` None when the decision counts."""

    full_name: str = field(repr=False)
    number: str
    confirms: bool
    why_not: Refused | Unanswered | None


def row_filter(which: Which, draft: BackOfficeDraft) -> bool:
    """Whether the draft belongs to the filter."""
    match which:
        case Which.ALL:
            return True
        case Which.TODAY:
            return draft.days_left == 0
        case Which.OVERDUE:
            return draft.days_left < 0
        case Which.RETURNED:
            return draft.returned > 0


def fits_search(draft: BackOfficeDraft, text: str) -> bool:
    """Whether every word stands in the name or in the application's number, letters folded."""
    place = fold(f"{draft.full_name} {draft.number}")
    return all(fold(each) in place for each in text.split())


def counts_of(drafts: Sequence[BackOfficeDraft]) -> dict[Which, int]:
    """How many drafts each filter holds."""
    return {which: sum(row_filter(which, each) for each in drafts) for which in Which}
