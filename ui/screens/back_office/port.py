"""What the back office's page asks of its view, and what the composition root gives its presenter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from dost_desktop.contract.back_office import BackOfficeDrafts
from dost_desktop.domain.errors import AgentError
from dost_desktop.ports import Unanswered
from dost_desktop.services.decide_drafts import Decided, Decision
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.look_at_draft import DraftFacts
from ui.screens.back_office.shown import Chosen, Listing, Outcome, ShownDraft


class BackOfficeViewPort(Protocol):
    """What the presenter shows."""

    def show_list(self, listing: Listing) -> None: ...

    def select(self, application: UUID) -> None:
        """This row, without telling the presenter."""

    def show_draft(self, shown: ShownDraft | None) -> None: ...

    def show_chosen(self, chosen: Chosen) -> None:
        """Several drafts in place of the selected one."""

    def show_return(self, reason: str | None) -> None:
        """The section where a reason is typed, with what was typed before; None folds it."""

    def show_reason_problem(self, error: AgentError | None) -> None: ...

    def show_question(self, chosen: Chosen | None, *, confirms: bool) -> None:
        """One question for several drafts, naming how many; None takes it away."""

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """What became of each, by name; none takes it away."""

    def show_problem(self, error: AgentError | None) -> None: ...

    def set_busy(self, busy: bool, *, confirms: bool) -> None: ...

    def show_saved(self, at: datetime) -> None: ...

    def decided_words(self, outcome: Outcome) -> str:
        """The quiet line for one decision that counts."""

    def focus_list(self) -> None: ...


class SaysQuietly(Protocol):
    """The part of the navigation this page uses."""

    def say(self, words: str) -> None: ...


@dataclass(frozen=True, slots=True)
class OfficerActs:
    """The use cases of this page; ``list`` of one back office, "" for all."""

    list: Callable[[str], BackOfficeDrafts | Unanswered]
    look: Callable[[UUID, UUID], DraftFacts | Unanswered]
    decide: Callable[[Sequence[Decision]], tuple[Decided, ...]]
    drafts: KeepDrafts
    now: Callable[[], datetime]
    told: Callable[
        [int, bool], None
    ]  # how many wait for this officer, and whether one is due today or overdue
