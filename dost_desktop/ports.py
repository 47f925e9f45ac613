"""What the core and its screens need from the outside world, named in their own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeVar

if TYPE_CHECKING:  # the first window imports this: nothing heavy may come along
    from datetime import date, datetime
    from types import TracebackType
    from uuid import UUID

    from dost_desktop.contract.back_office import BackOfficeDrafts
    from dost_desktop.contract.half_done import HalfDoneCase
    from dost_desktop.contract.messages import FeedItem, Need, Push, PushAnswer, Queue, Ticket
    from dost_desktop.contract.needs_look import NeedsLook, NumbersVoided, VoidNumbers
    from dost_desktop.contract.suitable_work import PlaceNoWork, Vacancies, WantVacancies
    from dost_desktop.domain.attestation import Attestation, Register, Series
    from dost_desktop.domain.events import ChainedEvent, Event
    from dost_desktop.domain.ids import NumberKind
    from dost_desktop.domain.law import LawInForce
    from dost_desktop.domain.person_file import PersonFile
    from dost_desktop.domain.refusing import Refused
    from dost_desktop.rows import (
        ApplicationFilter,
        ApplicationRow,
        Draft,
        NoticeFilter,
        NoticeRow,
        OutboxRow,
        PersonRow,
        RemovalRow,
        Taken,
        TodaysFigures,
        UnsentDocument,
        WaitingRun,
        WaitsFor,
    )

T = TypeVar("T")


class Worker(StrEnum):
    """Who does a piece of slow work: each kind waits only for its own."""

    DATABASE = "database"
    NETWORK = "network"
    DOCUMENTS = "documents"


class Tasks(Protocol):
    """Slow work off the window's thread; both callbacks come back on it.

    ``failed`` hears expected errors (``AgentError``) only; anything else is a bug and goes to the crash window.
    A job for ``DOCUMENTS`` runs in another process: job and result must be picklable.
    """

    def run(
        self,
        job: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        on: Worker = Worker.DATABASE,
    ) -> None: ...


class Clock(Protocol):
    """What time it is: UTC, whole milliseconds."""

    def now(self) -> datetime: ...


class Drafts(Protocol):
    """What was typed and not decided yet."""

    def save(self, draft: Draft) -> None: ...

    def load(self, key: str) -> Draft | None: ...

    def all(self) -> tuple[Draft, ...]: ...

    def discard(self, key: str) -> None: ...


class Blobs(Protocol):
    """Documents by the SHA-256 of their bytes."""

    def put(self, content: bytes) -> str: ...

    def get(self, sha256: str) -> bytes: ...


class AccessLog(Protocol):
    """Who looked at whose data, and what for."""

    def add(
        self, *, at: datetime, agent: str, what: str, purpose: str, file_id: UUID | None = None
    ) -> None: ...


class Meta(Protocol):
    """Small facts about this desk."""

    def get(self, name: str, default: Any = None) -> Any: ...

    def set(self, name: str, value: Any) -> None: ...


class Reading(Protocol):
    """What the desk knows, as one consistent picture."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def file(self, file_id: UUID) -> PersonFile: ...

    def events(self, file_id: UUID, after: int = 0) -> tuple[ChainedEvent, ...]: ...

    def confirmed_seq(self, file_id: UUID) -> int: ...

    def find_persons(self, text: str, limit: int = 50) -> tuple[PersonRow, ...]: ...

    def persons_alike(
        self, *, full_name: str, birth_date: date | None, document_number: str, phone: str
    ) -> tuple[PersonRow, ...]: ...

    def applications(self, wanted: ApplicationFilter) -> tuple[ApplicationRow, ...]: ...

    def how_many_wait(self) -> Mapping[WaitsFor, int]: ...

    def how_many_wait_until(self, what: WaitsFor, until: date) -> int: ...

    def removals(self, until: date, limit: int = 500) -> tuple[RemovalRow, ...]: ...

    def notices(self, wanted: NoticeFilter) -> tuple[NoticeRow, ...]: ...

    def outbox_rows(self) -> tuple[OutboxRow, ...]: ...

    def parked_rows(self) -> tuple[OutboxRow, ...]: ...

    def unsent_run(self, run: UUID) -> WaitingRun | None: ...

    def unsent_documents(self) -> tuple[UnsentDocument, ...]: ...

    def applicants_of(self, number: str, since: datetime) -> int: ...

    def figures_today(self, desk: str, day: date) -> TodaysFigures: ...

    def peek_number(self, series: Series, year: int) -> Taken | None: ...

    @property
    def drafts(self) -> Drafts: ...

    @property
    def blobs(self) -> Blobs: ...

    @property
    def meta(self) -> Meta: ...


class Work(Reading, Protocol):
    """One transaction. Leaving the ``with`` block without ``commit()`` rolls everything back."""

    def append(self, events: Sequence[Event], file_id: UUID) -> tuple[ChainedEvent, ...]: ...

    def take_number(self, series: Series, year: int, now: datetime) -> Taken | None: ...

    def set_aside(self, run: UUID, code: str, facts: Mapping[str, Any]) -> None: ...

    def ask_again(self, run: UUID, code: str, facts: Mapping[str, Any]) -> None: ...

    @property
    def access_log(self) -> AccessLog: ...

    def commit(self) -> None: ...


class Unanswered(StrEnum):
    """Why a register gave no answer."""

    OFFLINE = "offline"  # the central API cannot be reached
    REGISTER = "register"  # it can, the register behind it cannot
    NOT_SIGNED_IN = "not_signed_in"  # it does not let this agent ask
    CONTRADICTS = "contradicts"  # the register answered, but nobody can read the answer


class Registers(Protocol):
    """The registers behind the central API; no answer is an answer too.

    ``paper``: the number of the power of attorney that the notaries are asked about.
    """

    def ask(
        self, register: Register, number_kind: NumberKind, number: str, purpose: str, paper: str = ""
    ) -> Attestation | Unanswered: ...


class Law(Protocol):
    """The law in force on a day."""

    def __call__(self, moment: datetime) -> LawInForce: ...


OpenWork = Callable[[], Work]
OpenReading = Callable[[], Reading]
Facts = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class NoTicket:
    """Why the queue gave no ticket: a key of the window's words, ``queue.unreachable`` when it cannot be reached."""

    why: str


class QueueDesk(Protocol):
    """The centre's queue as this desk reaches it."""

    def queue(self) -> Queue | None:
        """The board; None when it cannot be reached."""

    def call(self, number: str | None) -> Ticket | NoTicket: ...

    def call_again(self, number: str) -> Ticket | NoTicket: ...

    def finish(self, number: str) -> bool: ...

    def no_show(self, number: str) -> Ticket | NoTicket: ...

    def transfer(self, number: str, *, direction: str = "", desk: str = "") -> Ticket | NoTicket: ...

    def note_needs(self, number: str, needs: Sequence[Need]) -> Ticket | NoTicket: ...


@dataclass(frozen=True, slots=True)
class CaseAway:
    """A half-done case goes on at ``desk``; "": it is finished."""

    desk: str


class CentresCases(Protocol):
    """The half-done cases of the centre as this desk reaches them."""

    def half_done(self) -> tuple[HalfDoneCase, ...] | None:
        """All of them, without drafts; None when the central API cannot be reached."""

    def take(self, case_id: UUID) -> HalfDoneCase | CaseAway | None:
        """The whole case; None when the central API cannot be reached, or never heard of it."""


class SuitableWork(Protocol):
    """The vacancy bank and MAS behind the central API; no answer is an answer too."""

    def vacancies(self, wanted: WantVacancies) -> Vacancies | Unanswered: ...

    def place_no_work(self, wish: PlaceNoWork) -> Attestation | Refused | Unanswered: ...


class OnlineFiles(Protocol):
    """Persons' files as the central API has them, for officers and heads, who act online only (design 4)."""

    def file(self, file_id: UUID, purpose: str) -> FeedItem | Unanswered: ...

    def decide(self, runs: Push) -> PushAnswer | Unanswered: ...


class BackOffice(OnlineFiles, Protocol):
    """The back office's work as an officer's desk reaches it: online only (design 4)."""

    def drafts(self, back_office: str = "") -> BackOfficeDrafts | Unanswered: ...


class HeadDesk(OnlineFiles, Protocol):
    """The head's work as the head's desk reaches it: online only (design 4)."""

    def needs_look(self) -> NeedsLook | Unanswered: ...

    def void_numbers(self, wish: VoidNumbers) -> NumbersVoided | Unanswered: ...
