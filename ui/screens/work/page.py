"""Everything the page of suitable work shows, as one frozen value; ``possible`` and ``missing`` fill it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from dost_desktop.catalogue.files import Words
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.ending import barred
from dost_desktop.domain.person_file import Application, Offer
from dost_desktop.domain.suitable_work import counted_declines, employer_answers_by
from dost_desktop.domain.vocabulary import ApplicationState
from dost_desktop.services.look_at_file import CaseView
from ui.screens.work.shelf import Shelf

WISH, ANSWERS, DECLINE, JUDGE, REFER, EMPLOYER, SEND, PROFILE = (
    "wish", "answers", "decline", "judge", "refer", "employer", "send", "profile",
)  # fmt: skip
JUSTIFIED, UNJUSTIFIED = "justified", "unjustified"
REGISTER_STATES = frozenset(
    {ApplicationState.NO_WORK_PLACED, ApplicationState.RETURNED}
)  # where F9 asks the register


class Section(StrEnum):
    """What was opened in the middle."""

    NONE = ""
    PROFILE = "profile"
    SEARCH = "search"
    DECLINE = "decline"


class Todo(StrEnum):
    """The lines of what is missing."""

    REGISTER = "register"
    STATUS = "status"
    PROFILE = "profile"
    QUESTION = "question"
    UNSURE = "unsure"  # vacancies that could prove suitable if somebody asked
    OFFER = "offer"
    ANSWER = "answer"
    JUDGEMENT = "judgement"
    RIGHT = "right"
    REFUSAL = "refusal"
    REFERRAL = "referral"
    EMPLOYER = "employer"
    PLACED = "placed"
    SENT = "sent"
    DECISION = "decision"


class PageAct(StrEnum):
    """What can be done, in the order of the list."""

    OFFER = "offer"  # the selected vacancy
    OFFER_BEST = "offer_best"
    SEARCH = "search"  # opens the criteria
    ACCEPT = "accept"
    DECLINE = "decline"  # opens the reason
    JUDGE = "judge"
    EXPLAIN = "explain"
    REFER = "refer"
    EMPLOYER = "employer"
    SEND = "send"
    NO_WORK = "no_work"
    ASK = "ask"
    STATUS = "status"
    REFUSE = "refuse"
    PRINT = "print"
    CONFIRMATION = "confirmation"  # of the registration, for the person
    FINISH = "finish"
    PAUSE = "pause"
    PAPERS = "papers"
    # of a section
    FIND = "find"
    RECORD_DECLINE = "record_decline"
    RECORD_PROFILE = "record_profile"


@dataclass(frozen=True, slots=True)
class Off:
    """Why an act is impossible: a key of the window's words and what fills it."""

    reason: str
    facts: Mapping[str, Any] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class BackOfficeName:
    """One back office of section 11."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What one look at the case found."""

    case: CaseView
    typed: Mapping[str, Any] = field(repr=False)  # the page's own draft, {} without one
    saved_at: datetime | None
    is_my_case: bool  # the open case of this desk is about this application
    has_ground: bool  # at least one ground of refusal can be worded from what the file holds
    reasons: Mapping[str, Words]  # of a decline, by id


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the page shows."""

    looked: Looked
    shelf: Shelf
    typed: Mapping[str, Any] = field(repr=False)
    section: Section
    offices: tuple[BackOfficeName, ...]
    todo: tuple[tuple[Todo, str], ...]  # done, open, bad, warn
    acts: tuple[tuple[PageAct, Off | None], ...]
    main: PageAct | None  # of the action bar
    second: PageAct | None

    @property
    def case(self) -> CaseView:
        """The case."""
        return self.looked.case

    @property
    def application(self) -> Application:
        """The application as it stands."""
        return self.case.application

    @property
    def state(self) -> ApplicationState:
        """Where it stands: which question the middle asks."""
        return self.application.state

    @property
    def offer(self) -> Offer | None:
        """The last offer of this application."""
        return self.application.offers[-1] if self.application.offers else None

    @property
    def declined(self) -> int:
        """How many declines of this person were judged unjustified (D3)."""
        return len(counted_declines(self.case.file))

    @property
    def answer_by(self) -> date | None:
        """The last day of the employer's term."""
        return employer_answers_by(self.application, self.case.law)

    @property
    def office_due(self) -> date:
        """Until when the back office decides, counted from the sending, or from today (SEED 16-17)."""
        since = self.application.sent_at or self.case.now
        return self.case.law.calendar.add(legal_date(since), self.case.law.back_office_days)

    @property
    def old_hours(self) -> int:
        """How old the register's answer is when it is too old by the law's limit; 0 when it is not."""
        answer = self.application.answer
        age = self.case.now - answer.at if answer else timedelta()
        limit = timedelta(hours=self.case.law.answer_max_age_hours)
        return int(age / timedelta(hours=1)) if age > limit else 0

    @property
    def barred_until(self) -> date | None:
        """The day before which the back office cannot register the person, who left referred work early; or None."""
        case = self.case
        if not case.application.is_open:
            return None
        refused = barred(case.file, case.application.kind, case.law, legal_date(case.now))
        until = refused.facts["date"] if refused is not None else None
        return until if isinstance(until, date) else None

    @property
    def presented_on(self) -> date | None:
        """The day on which the person shows the referral to the employer; None while what was typed is no day."""
        typed = self.part(REFER).get("day")
        if typed is None:
            return legal_date(self.case.now)
        try:
            return date.fromisoformat(str(typed))
        except ValueError:
            return None

    def part(self, name: str) -> Mapping[str, Any]:
        """What was typed into one form of the page."""
        found = self.typed.get(name)
        return found if isinstance(found, Mapping) else {}

    def off(self, act: PageAct) -> Off | None:
        """Why ``act`` is impossible now; None when it is possible. An act that is not listed is impossible."""
        return dict(self.acts).get(act, Off("work.not_now"))
