"""What the person's page is given, where it can lead, and what it may ask of its view."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from dost_desktop.domain.errors import AgentError
from dost_desktop.services.ask_status import AskStatus, RecordStatus
from dost_desktop.services.changes import Changes
from dost_desktop.services.close_review import CloseReview
from dost_desktop.services.correct_identity import CorrectIdentity
from dost_desktop.services.identify_person import LookUpPerson
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.link_files import LinkFiles
from dost_desktop.services.look_at_person import LookAtPerson
from dost_desktop.services.open_next import OpenNext
from dost_desktop.services.record_contact import RecordContact
from dost_desktop.services.record_in_wrong_file import RecordInWrongFile
from dost_desktop.services.record_profile import RecordProfile
from dost_desktop.services.run_case import Case
from ui.screens.person.applying import ApplyingViewPort
from ui.screens.person.comparing import CompareViewPort
from ui.screens.person.contacting import ContactViewPort
from ui.screens.person.correcting import IdentityViewPort
from ui.screens.person.errands import ErrandsViewPort
from ui.screens.person.extracting import ExtractViewPort, PrintExtract
from ui.screens.person.misfiling import MisfileViewPort
from ui.screens.person.page import PersonPage
from ui.screens.person.profiling import ProfileViewPort
from ui.screens.person.reviewing import ReviewViewPort


class Said(StrEnum):
    """Quiet words after an act."""

    CONTACT_RECORDED = "contact_recorded"
    CORRECTED = "corrected"
    LINKED = "linked"
    MISFILED = "misfiled"
    REVIEW_CLOSED = "review_closed"
    STATUS_READ = "status_read"
    PROFILE_RECORDED = "profile_recorded"


@dataclass(frozen=True, slots=True)
class PersonJobs:
    """Everything the page can set going; all but the register runs on the database worker."""

    look: LookAtPerson
    record_contact: RecordContact
    correct: CorrectIdentity
    link: LinkFiles
    misfile: RecordInWrongFile
    close_review: CloseReview
    look_up: LookUpPerson
    drafts: KeepDrafts
    open_next: OpenNext
    ask_status: AskStatus
    record_status: RecordStatus
    print_extract: PrintExtract
    record_profile: RecordProfile


class PersonNavigation(Protocol):
    """Where the page can send the agent."""

    def start_intake(self, case: Case | None, number: str = "") -> None: ...

    def open_case(self, file_id: UUID, application: UUID) -> None: ...

    def case_changed(self, case: Case | None) -> None: ...

    def open_person(self, file_id: UUID, application: UUID | None = None) -> None: ...

    def show_notices(self, notice: UUID | None = None) -> None: ...

    def show_persons(self, text: str = "") -> None: ...

    def announce(self, changes: Changes) -> None: ...

    def say(self, words: str) -> None: ...

    def say_problem(self, error: AgentError) -> None: ...


class PersonViewPort(
    ContactViewPort,
    IdentityViewPort,
    MisfileViewPort,
    CompareViewPort,
    ReviewViewPort,
    ErrandsViewPort,
    ApplyingViewPort,
    ExtractViewPort,
    ProfileViewPort,
    Protocol,
):
    """What the presenter shows."""

    def show_page(self, page: PersonPage) -> None: ...

    def show_purpose(self, centres: tuple[str, ...], problem: AgentError | None) -> None:
        """The file is another centre's: nothing of it is shown before a purpose is said."""

    def usual_purpose(self) -> str:
        """What an extract is for most of the time, in the language of the paper."""

    def focus_main(self) -> None:
        """The focus on the one button that goes on."""

    def said(self, what: Said) -> str:
        """The words of a quiet line."""
