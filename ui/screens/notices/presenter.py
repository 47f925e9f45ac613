"""The journal's decisions: which written answers are shown, when one is verified, what may be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Final, Protocol
from uuid import UUID

from dost_desktop.domain.attestation import Series
from dost_desktop.domain.dates import AZ_ZONE, legal_date
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.person_file import Application, Notice, PersonFile
from dost_desktop.domain.vocabulary import ApplicationKind
from dost_desktop.ports import Tasks, Worker
from dost_desktop.rows import NoticeFilter, NoticeRow, NoticeState, Taken
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk
from dost_desktop.services.hand_over import ServeNotice
from ui.navigation import Navigation
from ui.parts.handing import Handing
from ui.screens.notices.verification import Verdict, VerifyJob

DOCUMENT_MISSING: Final = "storage.document_missing"


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


@dataclass(frozen=True, slots=True)
class Details:
    """The chosen written answer with what its file says of it."""

    row: NoticeRow
    file: PersonFile
    notice: Notice | None
    application: Application | None
    person_number: str = field(repr=False)
    pdf: bytes = field(repr=False)  # b"" when the document is not at this desk
    now: datetime


class NoticesViewPort(Protocol):
    """What the presenter shows."""

    def show_journal(self, journal: Journal, wanted: Wanted) -> None: ...

    def show_details(self, details: Details | None) -> None: ...

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
        self._details: Details | None = None
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
        if changes.notices or (self._details and self._details.row.file_id in changes.files):
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
        row = self._row(notice)
        if row is not None:
            self._tasks.run(partial(self._look, row), done=self._looked, failed=self._failed)

    def open_pressed(self) -> None:
        """Enter: the signed file itself."""
        if self._details is not None and self._details.pdf:
            self._jobs.open_document(self._details.row, self._details.pdf)

    def case_pressed(self) -> None:
        """To the application it answers."""
        if self._details is not None:
            row = self._details.row
            self._navigation.open_case(row.file_id, row.application)

    def print_pressed(self) -> None:
        """Ctrl+P: a marked copy."""
        if self._details is not None and self._details.pdf:
            self._jobs.print_copy(self._details.row.file_id, self._details.row.id)

    def verify_pressed(self) -> None:
        """F9: verify again."""
        if self._details is not None:
            self._verdicts.pop(self._details.row.id, None)
            self._verify(self._details)

    def receipt_pressed(self) -> None:
        """Who took it was not recorded: asked now."""
        if self._details is not None and self._details.row.served_at is None:
            self._view.show_hand_over(True)

    def served(self, handing: Handing) -> None:
        """Who took it, and how."""
        details = self._details
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

    def _look(self, row: NoticeRow) -> Details:
        desk = self._jobs.desk
        now = desk.clock.now()
        with desk.open_work() as work:
            file = work.file(row.file_id)
            work.access_log.add(
                at=now, agent=desk.agent.agent, what="notice", purpose=row.number, file_id=row.file_id
            )
            work.commit()
        identity = file.identity
        return Details(
            row=row,
            file=file,
            notice=file.notice(row.id),
            application=file.application(row.application),
            person_number=identity.number if identity else "",
            pdf=self._pdf(row),
            now=now,
        )

    def _pdf(self, row: NoticeRow) -> bytes:
        with self._jobs.desk.open_reading() as reading:
            try:
                return reading.blobs.get(row.pdf)
            except AgentError as error:
                if error.code != DOCUMENT_MISSING:
                    raise
                return b""  # another desk's document that has not come here: a state, said on the page

    # answers
    def _shown(self, journal: Journal) -> None:
        self._journal = journal
        self._view.show_problem(None)
        self._view.show_journal(journal, self._wanted)
        if self._row(self._chosen) is None:
            self._chosen = journal.rows[0].id if journal.rows else None
        if self._chosen is None:
            self._details = None
            self._view.show_details(None)
            return
        self._view.select(self._chosen)
        self.row_selected(self._chosen)

    def _looked(self, details: Details) -> None:
        if details.row.id != self._chosen:
            return
        before, self._details = self._details, details
        self._view.show_details(details)
        if before is None or before.row.id != details.row.id or details.row.served_at is not None:
            self._view.show_hand_over(False)  # looked at again, as after a sync, it stays open
        self._verify(details)

    def _verify(self, details: Details) -> None:
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
