"""The journal's decisions: which written answers are shown, when one is verified, what may be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Protocol
from uuid import UUID

from dost_desktop.domain.attestation import Series
from dost_desktop.domain.dates import AZ_ZONE, legal_date
from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.domain.vocabulary import ApplicationKind
from dost_desktop.ports import Tasks, Worker
from dost_desktop.rows import NoticeFilter, NoticeRow, NoticeState, Taken
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk
from dost_desktop.services.hand_over import ServeNotice
from dost_desktop.services.look_at_notice import LookAtNotice, NoticeView
from dost_desktop.services.look_at_person import PurposeAsked
from ui.navigation import Navigation
from ui.parts.handing import Handing
from ui.screens.notices.verification import Verdict, VerifyJob


class Period(StrEnum):
    """Issued when."""

    TODAY = "today"
    ALL = "all"


class Standing(StrEnum):
    """How a written answer stands, as the filter and the table say it."""

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    NOT_SERVED = "not_served"
    SUPERSEDED = "superseded"
    RECALLED = "recalled"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filter row; None and "" do not filter."""

    period: Period = Period.TODAY
    kind: ApplicationKind | None = None
    standing: Standing | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Journal:
    """The rows of the filter, and the footer."""

    rows: tuple[NoticeRow, ...]
    next_number: Taken | None  # None: no numbers are left at this desk
    now: datetime


class NoticesViewPort(Protocol):
    """What the presenter shows."""

    def show_journal(self, journal: Journal, wanted: Wanted) -> None: ...

    def show_details(self, details: NoticeView | None) -> None: ...

    def show_purpose(self, row: NoticeRow, centres: tuple[str, ...], problem: AgentError | None) -> None:
        """The file is another centre's: only the row's own words are shown before a purpose is said."""

    def focus_purpose(self) -> None: ...

    def focus_list(self) -> None: ...

    def show_verifying(self) -> None: ...

    def show_verdict(self, verdict: Verdict) -> None: ...

    def show_problem(self, error: AgentError | None) -> None: ...

    def show_hand_over(self, shown: bool) -> None: ...

    def select(self, notice: UUID) -> None: ...

    def receipt_words(self) -> str: ...


@dataclass(frozen=True, slots=True)
class NoticeJobs:
    """``open_document`` shows the signed file, ``print_copy`` prints a marked copy (file, notice)."""

    desk: Desk
    look: LookAtNotice
    serve: ServeNotice
    verify_job: VerifyJob
    open_document: Callable[[NoticeRow, bytes], None]
    print_copy: Callable[[UUID, UUID], None]


def standing_of(row: NoticeRow) -> Standing:
    """What the table says of a row: what needs a person first."""
    match row.state:
        case NoticeState.SUPERSEDED:
            return Standing.SUPERSEDED
        case NoticeState.RECALLED:
            return Standing.RECALLED
        case NoticeState.ISSUED:
            return Standing.CONFIRMED if row.is_confirmed else Standing.UNCONFIRMED


class NoticesPresenter:
    """The journal of the centre's written answers at this desk."""

    def __init__(self, view: NoticesViewPort, tasks: Tasks, navigation: Navigation, jobs: NoticeJobs) -> None:
        self._view, self._tasks, self._navigation, self._jobs = view, tasks, navigation, jobs
        self._wanted = Wanted()
        self._chosen: UUID | None = None
        self._details: NoticeView | None = None
        self._asked: UUID | None = None  # of another centre's file, whose purpose nobody said yet
        self._journal: Journal | None = None
        self._verdicts: dict[UUID, Verdict] = {}

    def opened(self, notice: UUID | None = None) -> None:
        """The page came into sight, at a certain written answer if one was asked for."""
        self._chosen = notice or self._chosen
        if notice is not None:
            self._wanted = Wanted(Period.ALL)
        self.reload()

    def changed(self, changes: Changes) -> None:
        """Notices were issued, served or confirmed."""
        row = self._row(self._chosen)
        if changes.notices or (row is not None and row.file_id in changes.files):
            self.reload()

    def filter_chosen(self, wanted: Wanted) -> None:
        """Another filter."""
        self._wanted = wanted
        self.reload()

    def reload(self) -> None:
        """F5: the rows anew."""
        self._tasks.run(partial(self._read, self._wanted), done=self._shown, failed=self._failed)

    def row_selected(self, notice: UUID) -> None:
        """Another row: its details come, and its signature is verified once."""
        self._chosen = notice
        self._look("")

    def purpose_given(self, words: str) -> None:
        """What the written answer of another centre's file is opened for."""
        if self._asked is not None:
            self._look(words, is_answer=True)

    def open_pressed(self) -> None:
        """Enter: the signed file itself; of another centre's file its purpose first."""
        details = self._in_hand()
        if details is not None and details.pdf:
            self._jobs.open_document(details.row, details.pdf)
        elif self._asked is not None and self._asked == self._chosen:
            self._view.focus_purpose()

    def case_pressed(self) -> None:
        """To the application it answers."""
        details = self._in_hand()
        if details is not None:
            self._navigation.open_case(details.row.file_id, details.row.application)

    def print_pressed(self) -> None:
        """Ctrl+P: a marked copy."""
        details = self._in_hand()
        if details is not None and details.pdf:
            self._jobs.print_copy(details.row.file_id, details.row.id)

    def verify_pressed(self) -> None:
        """F9: verify again."""
        details = self._in_hand()
        if details is not None:
            self._verdicts.pop(details.row.id, None)
            self._verify(details)

    def receipt_pressed(self) -> None:
        """Who took it was not recorded: asked now."""
        details = self._in_hand()
        if details is not None and details.row.served_at is None:
            self._view.show_hand_over(True)

    def served(self, handing: Handing) -> None:
        """Who took it, and how."""
        details = self._in_hand()
        if details is None or details.row.served_at is not None:
            return
        row = details.row
        serve = partial(self._jobs.serve, row.file_id, row.id, handing.receiving, handing.representative)
        self._tasks.run(serve, done=self._recorded, failed=self._failed)

    def next_pressed(self) -> None:
        """F8: the next one whose receipt is missing."""
        rows = self._journal.rows if self._journal else ()
        place = next((n for n, row in enumerate(rows) if row.id == self._chosen), -1)
        behind = [*rows[place + 1 :], *rows[: max(place, 0)]]
        following = next((row for row in behind if row.served_at is None), None)
        if following is not None:
            self._view.select(following.id)
            self.row_selected(following.id)

    # jobs
    def _read(self, wanted: Wanted) -> Journal:
        desk = self._jobs.desk
        now = desk.clock.now()
        start = now.astimezone(AZ_ZONE).replace(hour=0, minute=0, second=0, microsecond=0)
        since = start if wanted.period is Period.TODAY else None
        with desk.open_reading() as reading:
            found = reading.notices(NoticeFilter(number=wanted.number, issued_from=since))
            taken = reading.peek_number(Series.NOTICE, legal_date(now).year)
        rows = tuple(row for row in found if _fits(row, wanted))
        return Journal(tuple(sorted(rows, key=lambda row: row.issued_at, reverse=True)), taken, now)

    # answers
    def _shown(self, journal: Journal) -> None:
        self._journal = journal
        self._view.show_problem(None)
        self._view.show_journal(journal, self._wanted)
        if self._row(self._chosen) is None:
            self._chosen = journal.rows[0].id if journal.rows else None
        if self._chosen is None:
            self._details = self._asked = None
            self._view.show_details(None)
            return
        self._view.select(self._chosen)
        self.row_selected(self._chosen)

    def _look(self, purpose: str, *, is_answer: bool = False) -> None:
        row = self._row(self._chosen)
        if row is not None:
            looked = partial(self._looked, row, is_answer)
            self._tasks.run(partial(self._jobs.look, row, purpose), done=looked, failed=self._failed)

    def _looked(self, row: NoticeRow, is_answer: bool, found: NoticeView | PurposeAsked) -> None:
        if row.id != self._chosen:
            return
        if isinstance(found, PurposeAsked):
            self._details, self._asked = None, row.id
            problem = InvalidValue("register.purpose_missing") if is_answer else None
            self._view.show_hand_over(False)
            self._view.show_purpose(row, found.centres, problem)
            return
        self._asked = None
        self._show(found)
        if is_answer:
            self._view.focus_list()

    def _show(self, details: NoticeView) -> None:
        before, self._details = self._details, details
        self._view.show_details(details)
        if before is None or before.row.id != details.row.id or details.row.served_at is not None:
            self._view.show_hand_over(False)  # looked at again, as after a sync, it stays open
        self._verify(details)

    def _verify(self, details: NoticeView) -> None:
        known = self._verdicts.get(details.row.id)
        if known is not None:
            self._view.show_verdict(known)
        elif details.row.certificate and details.pdf:
            self._view.show_verifying()
            self._tasks.run(
                self._jobs.verify_job(details.pdf),
                done=partial(self._verified, details.row.id),
                failed=self._failed,
                on=Worker.DOCUMENTS,
            )

    def _verified(self, notice: UUID, verdict: Verdict) -> None:
        self._verdicts[notice] = verdict
        if notice == self._chosen:
            self._view.show_verdict(verdict)

    def _recorded(self, changes: Changes) -> None:
        self._view.show_hand_over(False)
        self._navigation.say(self._view.receipt_words())
        self._navigation.announce(changes)
        self.reload()

    def _in_hand(self) -> NoticeView | None:
        """What may be acted on: the chosen one, once it was looked at."""
        is_chosen = self._details is not None and self._details.row.id == self._chosen
        return self._details if is_chosen else None

    def _row(self, notice: UUID | None) -> NoticeRow | None:
        rows = self._journal.rows if self._journal else ()
        return next((row for row in rows if row.id == notice), None)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        self._view.show_problem(error)


def _fits(row: NoticeRow, wanted: Wanted) -> bool:
    if wanted.kind is not None and row.application_kind is not wanted.kind:
        return False
    if wanted.standing is Standing.NOT_SERVED:
        return row.served_at is None
    return wanted.standing is None or standing_of(row) is wanted.standing
