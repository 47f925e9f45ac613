"""What the intake does and where it leads: jobs for the workers, and the application that is opened at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from dost_desktop.catalogue.office import DocumentEntry
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import ApplicationKind
from dost_desktop.services.attach_scan import Scan
from dost_desktop.services.changes import Changes
from dost_desktop.services.identify_person import PersonLookup
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.open_application import Intake, Opened
from dost_desktop.services.run_case import Case, RunCase
from dost_desktop.services.scan_reading import ReadScan
from ui.screens.intake.form import Form, number_in, phone_in
from ui.screens.intake.inquiry import Inquiry
from ui.screens.intake.papers import CheckedPapers, identity_from


@dataclass(frozen=True, slots=True)
class IntakeActs:
    """What the intake does. ``redirect`` gives False when the queue cannot be reached."""

    lookup: Callable[[NumberKind, str], PersonLookup]
    open_application: Callable[[Intake], Opened]
    drafts: KeepDrafts
    cases: RunCase
    attach_scan: Callable[[ReadScan], Scan]
    redirect: Callable[[str], bool]
    now: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class IntakeRules:
    """What the catalogue says about papers and age."""

    documents: Sequence[DocumentEntry]
    minimum_age: int = 15


class IntakeNavigation(Protocol):
    """Where the intake can send the agent."""

    def show_queue(self) -> None: ...

    def open_case(self, file_id: UUID, application: UUID) -> None: ...

    def case_changed(self, case: Case | None) -> None: ...

    def announce(self, changes: Changes) -> None: ...

    def say_problem(self, error: AgentError) -> None: ...


def intake_from(
    form: Form, inquiry: Inquiry, checked: CheckedPapers | None, *, ticket: str, draft_key: str
) -> Intake:
    """What is recorded: the register's answer, or the papers and why they had to do.

    Only for a form in which nothing is missing.
    """
    kind, number = number_in(form)
    answer = inquiry.answer
    if checked is not None:
        identity = identity_from(checked, form, kind, number)
    elif inquiry.identity is not None:
        identity = inquiry.identity
    else:
        raise ValueError("an intake of a person whom nobody identified")
    return Intake(
        number_kind=kind,
        number=number,
        identity=identity,
        attestation=answer.attestation if answer else None,
        status_attestation=answer.status_attestation if answer else None,
        paper=checked.paper if checked else None,
        unreachable_at=inquiry.unreachable_at if checked else None,
        kind=ApplicationKind.UNEMPLOYED,
        ticket=ticket,
        phone=phone_in(form),
        draft_key=draft_key,
    )


def open_for(acts: IntakeActs, intake: Intake, case: Case | None) -> tuple[Opened, Case]:
    """The application, and the case that is about it from now on; one without a ticket begins here."""
    opened = acts.open_application(intake)
    going = case or acts.cases.begin("", intake.kind)
    return opened, acts.cases.bind(going, opened.file_id, opened.application)


def take_over(acts: IntakeActs, case: Case | None, draft_key: str, file_id: UUID, application: UUID) -> Case:
    """The case goes on with an application that is open already; what was typed here is not needed any more."""
    going = case or acts.cases.begin("", ApplicationKind.UNEMPLOYED)
    bound = acts.cases.bind(going, file_id, application)
    acts.drafts.discard(draft_key)
    return bound


def send_on(acts: IntakeActs, ticket: str, draft_key: str) -> bool:
    """The ticket goes to another service and the case ends; False when the queue cannot be reached."""
    sent = acts.redirect(ticket)
    if sent:
        acts.cases.finish()
        acts.drafts.discard(draft_key)
    return sent
