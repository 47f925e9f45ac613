"""What the head's page asks of its view, and what the composition root gives its presenter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from dost_desktop.catalogue.grounds import Ending as GroundOfEnding
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.refusing import Refused
from dost_desktop.ports import Unanswered
from dost_desktop.services.changes import Changes
from dost_desktop.services.end_by_office import EndByOffice
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.needs_look import LookAround
from dost_desktop.services.reopen_application import ReopenApplication
from ui.screens.needs_look.shown import EndingForm, Listing, Reopening, Section, Shown


class NeedsLookViewPort(Protocol):
    """What the presenter shows."""

    def show_list(self, listing: Listing) -> None: ...

    def select(self, item: str) -> None:
        """This row, without telling the presenter."""

    def show_section(self, section: Section) -> None: ...

    def show_item(self, shown: Shown | None) -> None: ...

    def show_finding_problem(self, error: AgentError | None) -> None: ...

    def show_reopening(self, reopening: Reopening) -> None: ...

    def show_ending(self, form: EndingForm) -> None: ...

    def show_problem(self, why_not: AgentError | Refused | Unanswered | None) -> None:
        """Why something did not happen; None takes it away."""

    def set_busy(self, busy: bool) -> None: ...

    def show_saved(self, at: datetime) -> None: ...

    def done_words(self, section: Section) -> str:
        """The quiet line for an act that counts."""

    def focus_list(self) -> None: ...


class HeadNavigation(Protocol):
    """The part of the navigation this page uses."""

    def open_person(self, file_id: UUID, application: UUID | None = None) -> None: ...

    def announce(self, changes: Changes) -> None: ...

    def say(self, words: str) -> None: ...


@dataclass(frozen=True, slots=True)
class HeadJobs:
    """The use cases of this page; ``told`` hears how many items wait: the rail's count."""

    look: LookAround
    reopen: ReopenApplication
    end: EndByOffice
    endings: Mapping[str, GroundOfEnding]
    drafts: KeepDrafts
    state_purpose: Callable[[UUID, str], None]
    told: Callable[[int], None]
    now: Callable[[], datetime]
