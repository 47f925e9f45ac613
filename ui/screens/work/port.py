"""What the page of suitable work asks of its view, and everything it can set going."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, Protocol
from uuid import UUID

from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.vocabulary import ApplicationState
from dost_desktop.ports import Unanswered
from dost_desktop.services.ask_status import AskStatus, RecordStatus
from dost_desktop.services.check_employment import AskEmployment, RecordEmploymentCheck
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.services.look_at_file import HistoryLine, LookAtCase
from dost_desktop.services.offer_work import AnswerOffer, OfferWork
from dost_desktop.services.record_profile import RecordProfile
from dost_desktop.services.refer import IssueReferral, RecordEmployerAnswer
from dost_desktop.services.refuse_application import RefuseApplication
from dost_desktop.services.run_case import RunCase
from dost_desktop.services.send_to_back_office import SendToBackOffice
from dost_desktop.services.serve_ticket import FinishCase
from dost_desktop.services.suitable_work import (
    AskNoSuitableWork,
    FindVacancies,
    RecordNoSuitableWork,
    SearchWorkAgain,
)
from ui.screens.work.page import Page

DRAFT_FORM: Final = "work"


class Said(StrEnum):
    """Quiet words after an act."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    JUDGED = "judged"
    EXPLAINED = "explained"
    REFERRED = "referred"
    EMPLOYER_ANSWERED = "employer_answered"
    PLACED = "placed"
    SEARCHED_AGAIN = "searched_again"
    SENT = "sent"
    PROFILE_RECORDED = "profile_recorded"
    CHECKED = "checked"
    STATUS_READ = "status_read"


class Place(StrEnum):
    """A field or part that a line of what is missing leads to."""

    MAIN = "main"
    LIST = "list"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class WorkJobs:
    """Everything the page can set going."""

    look: LookAtCase
    ask: AskEmployment
    record_check: RecordEmploymentCheck
    ask_status: AskStatus
    record_status: RecordStatus
    find: FindVacancies
    offer: OfferWork
    answer: AnswerOffer
    refer: IssueReferral
    employer: RecordEmployerAnswer
    ask_no_work: AskNoSuitableWork
    record_no_work: RecordNoSuitableWork
    search_again: SearchWorkAgain
    send: SendToBackOffice
    record_profile: RecordProfile
    refuse: RefuseApplication
    drafts: KeepDrafts
    runs: RunCase
    finish: FinishCase
    print_referral: Callable[[UUID, UUID], None]  # file, application
    print_confirmation: Callable[[UUID, UUID], None]


class WorkViewPort(Protocol):
    """What the presenter shows."""

    def show_page(self, page: Page) -> None: ...

    def fill(self, typed: Mapping[str, Any]) -> None:
        """Every form as it was typed before."""

    def show_profile_problems(self, problems: Mapping[str, str]) -> None: ...

    def show_problem(self, error: AgentError | None) -> None: ...

    def show_no_answer(self, why: Unanswered | None) -> None:
        """A register, MAS or the vacancy bank was asked in vain; nothing is lost."""

    def show_meanwhile(self, line: HistoryLine, state: ApplicationState) -> None:
        """Somebody else was quicker: what happened, and where the application stands now."""

    def show_saved(self, at: datetime) -> None: ...

    def set_busy(self, busy: bool) -> None: ...

    def focus(self, place: Place) -> None: ...

    def said(self, what: Said) -> str: ...

    def happened(self, line: HistoryLine) -> str:
        """What came by itself, as a quiet line."""
