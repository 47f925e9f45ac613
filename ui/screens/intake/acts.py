"""What the intake does and where it leads: jobs for the workers, and the application that is opened at the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import ApplicationKind
from dost_desktop.ports import Unanswered
from dost_desktop.services.attach_scan import Scan
from dost_desktop.services.changes import Changes
from dost_desktop.services.find_alike import Alike
from dost_desktop.services.identify_person import PersonLookup
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.open_application import Intake, Opened
from dost_desktop.services.run_case import Case, RunCase
from dost_desktop.services.scan_reading import ReadScan


class LookUp(Protocol):
    """MEİS and MAS about a number; ``purpose`` is what is applied for."""

    def __call__(self, kind: NumberKind, number: str, purpose: str) -> PersonLookup: ...


class Find(Protocol):
    """Files that may be the same person's."""

    def __call__(
        self,
        names: str,
        birth_date: date | None,
        document_number: str = "",
        phone: str = "",
        *,
        own: UUID | None = None,
    ) -> tuple[Alike, ...]: ...


@dataclass(frozen=True, slots=True)
class IntakeActs:
    """What the intake does."""

    lookup: LookUp
    check_permit: Callable[[NumberKind, str], Attestation | Unanswered]
    find_alike: Find
    file_of: Callable[[NumberKind, str], UUID]
    own_file: Callable[[], UUID | None]  # of the agent, whom somebody else serves
    open_application: Callable[[Intake], Opened]
    drafts: KeepDrafts
    cases: RunCase
    attach_scan: Callable[[ReadScan], Scan]
    now: Callable[[], datetime]


class IntakeNavigation(Protocol):
    """Where the intake can send the agent."""

    def show_queue(self) -> None: ...

    def ask_pause(self) -> None:
        """Why the open case is put aside."""

    def open_case(self, file_id: UUID, application: UUID) -> None: ...

    def open_refusal(self, file_id: UUID, application: UUID) -> None: ...

    def open_person(self, file_id: UUID, application: UUID | None = None) -> None: ...

    def case_changed(self, case: Case | None) -> None: ...

    def announce(self, changes: Changes) -> None: ...

    def say_problem(self, error: AgentError) -> None: ...


def open_for(acts: IntakeActs, intake: Intake, case: Case | None) -> tuple[Opened, Case]:
    """The application, and the case that is about it from now on; one without a ticket begins here."""
    opened = acts.open_application(intake)
    going = case or acts.cases.begin("", intake.kind)
    return opened, acts.cases.bind(going, opened.file_id, opened.application)


def take_over(
    acts: IntakeActs,
    case: Case | None,
    draft_key: str,
    kind: ApplicationKind,
    file_id: UUID,
    application: UUID,
) -> Case:
    """The case goes on with an application that is open already; what was typed here is not needed any more."""
    going = case or acts.cases.begin("", kind)
    bound = acts.cases.bind(going, file_id, application)
    acts.drafts.discard(draft_key)
    return bound
