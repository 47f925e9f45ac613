"""Where a screen can send the agent; the shell knows how, screens only name the place."""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from dost_desktop.domain.errors import AgentError
from dost_desktop.services.changes import Changes
from dost_desktop.services.run_case import Case


class Navigation(Protocol):
    """The pages of the window, by what they are for."""

    def show_queue(self) -> None: ...

    def start_intake(self, case: Case | None, number: str = "") -> None:
        """Open the intake page for this case, asking for ``number`` at once; None begins one without a ticket."""

    def open_case(self, file_id: UUID, application: UUID) -> None:
        """The page of the step this application is at: the check, the form for MAS, or suitable work."""

    def open_papers(self, file_id: UUID, application: UUID) -> None:
        """The application's first page whatever its step: papers, who speaks, withdrawal."""

    def open_person(self, file_id: UUID, application: UUID | None = None) -> None:
        """The person's whole file; Esc leads back to ``application`` when the agent came from one."""

    def open_refusal(self, file_id: UUID, application: UUID) -> None: ...

    def show_notices(self, notice: UUID | None = None) -> None: ...

    def show_persons(self, text: str = "") -> None: ...

    def show_applications(self, reason: str = "") -> None:
        """The list of applications; with ``reason`` those alone for which somebody is needed (``listing.Narrow``)."""

    def show_outbox(self) -> None: ...

    def show_disagreements(self, item: UUID | None = None) -> None:
        """The disagreements, on this one."""

    def case_changed(self, case: Case | None) -> None:
        """The open case began, was bound to an application, was paused or finished: the timer follows."""

    def ask_pause(self) -> None:
        """Ask under the header why the open case is put aside, and do it."""

    def transfer_called(self) -> None:
        """The ticket that was called is for somebody else: the queue page asks where to."""

    def announce(self, changes: Changes) -> None:
        """Something was recorded: open screens look again, the sync wakes up."""

    def say(self, words: str) -> None:
        """A quiet line in the status strip for 6 seconds; it stays in the history."""

    def say_problem(self, error: AgentError) -> None:
        """An expected problem that has no field on the open page."""
