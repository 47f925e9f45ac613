"""What the form page's presenter is given and what it may ask of its view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from dost_desktop.catalogue.grounds import Ending
from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.refusing import Refused
from dost_desktop.ports import Unanswered
from dost_desktop.services.ask_status import AskStatus, RecordStatus
from dost_desktop.services.fill_form import FillForm
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.look_at_file import CaseView, LookAtCase
from dost_desktop.services.open_next import OpenNext
from dost_desktop.services.refuse_application import RefuseApplication
from dost_desktop.services.run_case import RunCase
from dost_desktop.services.serve_ticket import FinishCase
from dost_desktop.services.withdraw_application import WithdrawApplication
from ui.screens.form.checks import Checked
from ui.screens.form.page import FormAct, Page, Todo
from ui.screens.form.typed import TypedForm

DRAFT_FORM = "form"


def draft_key(application: UUID) -> str:
    """Under which key the form of an application is kept while it is filled."""
    return f"form:{application}"


class Section(StrEnum):
    """What is open in the place of the action bar."""

    NONE = ""
    WITHDRAW = "withdraw"


class Said(StrEnum):
    """Quiet words after an act, or when something came by itself."""

    SENT = "sent"
    WITHDRAWN = "withdrawn"
    STATUS_READ = "status_read"
    CONFIRMED = "confirmed"
    ACCEPTED = "accepted"
    NOT_ACCEPTED = "not_accepted"


@dataclass(frozen=True, slots=True)
class FormJobs:
    """Everything the page can set going."""

    look: LookAtCase
    fill: FillForm
    ask_status: AskStatus
    record_status: RecordStatus
    open_next: OpenNext
    refuse: RefuseApplication
    withdraw: WithdrawApplication
    drafts: KeepDrafts
    runs: RunCase
    finish: FinishCase
    endings: Mapping[str, Ending]
    print_waiting_receipt: Callable[[CaseView], None]
    print_form: Callable[[UUID, UUID], None]  # file, application
    print_confirmation: Callable[[UUID, UUID], None]


@dataclass(frozen=True, slots=True)
class Shown:
    """The whole page at one moment."""

    page: Page
    typed: TypedForm = field(repr=False)
    checked: Checked = field(repr=False)
    problems: Mapping[str, Refused] = field(repr=False)  # said at their fields now
    todo: tuple[tuple[Todo, str], ...]
    acts: tuple[tuple[FormAct, Refused | None], ...]
    endings: Mapping[str, Ending]

    def off(self, act: FormAct) -> Refused | None:
        """Why this act is impossible; raises KeyError for one that is not offered at this stage."""
        return dict(self.acts)[act]


class FormViewPort(Protocol):
    """What the presenter shows."""

    def show_now(self, shown: Shown) -> None: ...

    def fill(self, typed: TypedForm) -> None:
        """Put texts into the fields: from a draft, or from what is known."""

    def show_asking(self, asking: bool) -> None:
        """MAS is being asked how the person is registered."""

    def show_no_answer(self, why: Unanswered | None) -> None:
        """MAS did not answer; what was known before still stands."""

    def show_problem(self, error: AgentError | None) -> None: ...

    def show_section(self, section: Section) -> None: ...

    def show_saved(self, at: datetime | None) -> None: ...

    def set_busy(self, busy: bool) -> None: ...

    def focus_field(self, name: str) -> None:
        """The caret to this field, unfolding where it is folded."""

    def focus_main(self) -> None:
        """The focus on the primary button."""

    def said(self, what: Said) -> str:
        """The words of a quiet line."""


Answer = Attestation | Unanswered
