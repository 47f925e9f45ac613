"""What lists, searches and the outbox show: frozen rows, known to services and screens, filled by ``storage``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from dost_desktop.domain.attestation import NumberLease
from dost_desktop.domain.dates import instant
from dost_desktop.domain.events import ChainedEvent, Head
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState, FormOfApplication, Status


class RunState(StrEnum):
    """Where a run that the server has not confirmed stands."""

    QUEUED = "queued"
    SENDING = "sending"
    NEEDS_YOU = "needs_you"  # an agent chooses: disagreement or rejection
    SET_ASIDE = "set_aside"  # an agent chose otherwise; kept in the history


class NoticeState(StrEnum):
    """Whether a written answer still stands."""

    ISSUED = "issued"
    SUPERSEDED = "superseded"
    RECALLED = "recalled"


class WaitsFor(StrEnum):
    """Whom or what an application, or a removed person, waits for; the values stand in the desk's read model."""

    AGENT_AFTER_BACK_OFFICE = "returned"  # the draft came back with what is to be mended
    AGENT_AFTER_MAS = "not_accepted"  # MAS did not accept the form
    PERSON = "person"  # an offer without an answer
    EMPLOYER = "employer"
    MAS = "mas"
    REGISTER = "register"
    BACK_OFFICE = "back_office"
    END_OF_REMOVAL = "removal"  # a temporary removal with an end


class PersonRow:
    """One person in a list of search results, as the database gave it.

    Fifty are made at every letter that is typed and a dozen are looked at: what a value means is worked out only when
    it is asked for.
    """

    __slots__ = ("_row", "is_near")

    def __init__(self, row: tuple[Any, ...], *, is_near: bool = False) -> None:
        self._row = row
        self.is_near: Final = is_near  # found only by allowing one wrong letter

    @property
    def file_id(self) -> UUID:
        """The person's file."""
        return UUID(bytes=self._row[0])

    @property
    def full_name(self) -> str:
        """Surname, given name and patronymic."""
        return str(self._row[1])

    @property
    def number_kind(self) -> NumberKind | None:
        """None before the person was identified."""
        return NumberKind(self._row[2]) if self._row[2] else None

    @property
    def number(self) -> str:
        """By which the file was opened."""
        return str(self._row[3])

    @property
    def document_number(self) -> str:
        """Of the card or permit; "" when not known."""
        return str(self._row[4])

    @property
    def birth_date(self) -> date | None:
        """None when not known."""
        return date.fromisoformat(self._row[5]) if self._row[5] else None

    @property
    def phone(self) -> str:
        """As it was recorded, +994…; "" when not known."""
        return str(self._row[6])

    @property
    def status(self) -> Status:
        """How the person is registered."""
        return Status(self._row[7])

    @property
    def status_known_at(self) -> datetime | None:
        """Since when we know it."""
        return instant(self._row[8]) if self._row[8] else None

    @property
    def last_active_on(self) -> date | None:
        """The day in Baku of the file's last event."""
        return date.fromisoformat(self._row[9]) if self._row[9] else None

    @property
    def needs_review(self) -> bool:
        """Somebody must look at the file."""
        return bool(self._row[10])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PersonRow):
            return NotImplemented
        return (self._row, self.is_near) == (other._row, other.is_near)

    def __hash__(self) -> int:
        return hash(self._row)

    def __repr__(self) -> str:
        return "PersonRow(***)"  # logs must not carry a person's data


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """One application in a list; ``full_name`` is its person's."""

    id: UUID
    file_id: UUID
    number: str
    kind: ApplicationKind
    form: FormOfApplication
    state: ApplicationState
    opened_at: datetime
    opened_by: str
    desk: str
    centre: str
    ticket: str
    changed_at: datetime
    full_name: str = field(repr=False)
    waits_for: WaitsFor | None = None
    waits_since: date | None = None  # the day from which the term of whoever is waited for counts


@dataclass(frozen=True, slots=True)
class RemovalRow:
    """One person whose registration is removed for a time, and until when."""

    file_id: UUID
    ends_on: date
    full_name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One written answer in the journal; ``full_name`` is its person's."""

    id: UUID
    file_id: UUID
    application: UUID
    application_kind: ApplicationKind | None
    number: str
    is_provisional: bool
    state: NoticeState
    issued_at: datetime
    issued_by: str
    desk: str
    pdf: str  # SHA-256 of the signed bytes
    certificate: str  # "" when signed by hand
    verify_code: str
    copies: int
    served_at: datetime | None
    is_confirmed: bool  # the server's receipt covers it
    full_name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ApplicationFilter:
    """Which applications a list shows; an empty field does not filter."""

    file_id: UUID | None = None
    states: frozenset[ApplicationState] = frozenset()
    opened_by: str = ""
    desk: str = ""
    form: FormOfApplication | None = None
    opened_from: datetime | None = None
    opened_before: datetime | None = None
    limit: int = 500
    waits_for: WaitsFor | None = None  # these alone, who waits longest first
    waits_until: date | None = None  # and since this day or earlier


@dataclass(frozen=True, slots=True)
class NoticeFilter:
    """Which written answers the journal shows; an empty field does not filter."""

    file_id: UUID | None = None
    number: str = ""
    issued_by: str = ""
    issued_from: datetime | None = None
    issued_before: datetime | None = None
    limit: int = 500


@dataclass(frozen=True, slots=True)
class TodaysFigures:
    """The three figures of the queue page, for one desk and one day (Asia/Baku)."""

    opened: int
    closed: int
    notices: int


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One unsent run with its age and the server's last word."""

    run: UUID
    file_id: UUID
    full_name: str = field(repr=False)
    kinds: tuple[str, ...]  # event kinds of the run, in order
    state: RunState
    created_at: datetime
    attempts: int
    next_try: datetime | None
    last_answer: str  # code, "" before the first answer
    facts: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class UnsentDocument:
    """One scan or written answer whose bytes the server lacks, and whose file names it, if one does yet."""

    sha256: str
    is_notice: bool
    file_id: UUID | None
    full_name: str = field(repr=False)
    recorded_at: datetime | None
    refused: str  # code of what stands in the way for good, "" while it simply waits
    size: int = 0  # bytes
    sent: int = 0  # of them; a large document goes in parts


@dataclass(frozen=True, slots=True)
class WaitingRun:
    """The events of one click, to be pushed on top of ``base``.

    ``events`` stand in the file; of a run that was taken out of it (``NEEDS_YOU``, ``SET_ASIDE``) they are as they
    last stood there.
    """

    run: UUID
    file_id: UUID
    base: Head
    events: tuple[ChainedEvent, ...]
    state: RunState
    attempts: int
    created_at: datetime
    last_answer: str
    facts: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Taken:
    """One number that nobody else will ever get, and how many of this kind are left at this desk."""

    number: int
    lease: NumberLease
    left: int


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and not yet decided; tied to a ticket or an application."""

    key: str
    form: str
    content: Mapping[str, Any] = field(repr=False)
    saved_at: datetime
    ticket: str = ""
    application: UUID | None = None


@dataclass(frozen=True, slots=True)
class BlobState:
    """A stored document: its size in bytes and how much of it the server has."""

    sha256: str
    size: int
    sent: int
    is_uploaded: bool


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a person's data, with its purpose; synchronised, also when it happened offline."""

    no: int
    at: datetime
    agent: str
    file_id: UUID | None
    what: str
    purpose: str
