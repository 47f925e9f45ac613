"""What the sync asks of the network, the desk's memory and the clock: tests and programs hand it the real ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol, TypeAlias
from uuid import UUID

from dost_desktop.contract.catalogues import CatalogueContent, Catalogues
from dost_desktop.contract.half_done import HalfDoneCase
from dost_desktop.contract.heads import CompareHeads, HeadsCompared
from dost_desktop.contract.looks import Looks, LooksTaken
from dost_desktop.contract.messages import (
    FeedItem,
    FeedPage,
    Hello,
    Leased,
    Problem,
    Push,
    PushAnswer,
    Roster,
    Standing,
    StandingHeard,
)
from dost_desktop.domain.attestation import NumberLease, Receipt, Series
from dost_desktop.domain.events import ChainedEvent, Head
from dost_desktop.ports import AccessLog, Blobs, Meta, Reading, Work
from dost_desktop.rows import BlobState, Look, RunState, WaitingRun


class Silence(StrEnum):
    """Why there is no answer that can be used; each has words of its own."""

    OFFLINE = "offline"  # no network, or the name is not known there
    REFUSED = "refused"  # the computer is there, the central API is not
    TIMEOUT = "timeout"
    CUT = "cut"  # the connection broke in the middle of an answer
    CAPTIVE_PORTAL = "captive_portal"  # somebody else answered: a page instead of data
    OTHER_SCHEMA = "other_schema"  # data, but not what this version understands
    TLS = "tls"  # the certificate is not the central API's
    CLOCK = "clock"  # the certificate is not valid yet, or no longer, by this PC's clock
    UNSEALED = "unsealed"  # an answer without the central API's signature
    UNWELL = "unwell"  # the central API itself is in trouble (5xx)
    TOO_OLD = "too_old"  # the central API speaks a newer language


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """Nothing usable came back, and nothing is known of what the server did; ``detail`` is for the log."""

    kind: Silence
    detail: str = ""
    retry_after: float | None = None  # seconds the server asked for


@dataclass(frozen=True, slots=True)
class Sent:
    """The server has so many bytes of a document, from its beginning; ``is_whole``: all of them, and they are right."""

    offset: int
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """It was done; there is nothing more to say."""


@dataclass(frozen=True, slots=True)
class CataloguesHeard:
    """Which catalogues the server has, under a tag; None: those that were told under the same tag before."""

    tag: str
    listed: Catalogues | None


Declined: TypeAlias = NoAnswer | Problem


def code_of(answer: Declined) -> str:
    """The code under which the outbox page has words for what came instead of an answer."""
    return f"sync.{answer.kind}" if isinstance(answer, NoAnswer) else answer.code


def retry_after(answer: Declined) -> float | None:
    """The seconds the server asked to wait for, if it did."""
    if isinstance(answer, NoAnswer):
        return answer.retry_after
    seconds = (answer.model_extra or {}).get("retry_after")
    return float(seconds) if isinstance(seconds, (int, float)) else None


class Central(Protocol):
    """The central API, as the desk itself (not an agent) speaks to it."""

    def hello(self) -> Hello | Declined: ...

    def standing(self, told: Standing) -> StandingHeard | Declined: ...

    def roster(self) -> Roster | Declined: ...

    def push(self, push: Push) -> PushAnswer | Declined: ...

    def feed(self, cursor: str, limit: int, wait: float = 0) -> FeedPage | Declined: ...

    def file_of_centre(self, file_id: UUID) -> FeedItem | Declined: ...

    def compare_heads(self, heads: CompareHeads) -> HeadsCompared | Declined: ...

    def send_looks(self, looks: Looks) -> LooksTaken | Declined: ...

    def catalogues(self, known_tag: str) -> CataloguesHeard | Declined: ...

    def catalogue(self, version: str) -> CatalogueContent | Declined: ...

    def lease(self, series: Series, year: int) -> Leased | Declined: ...

    def put_blob(self, sha256: str, content: bytes) -> Done | Declined: ...

    def put_blob_part(self, sha256: str, part: bytes, offset: int, length: int) -> Sent | Declined: ...

    def blob_sent(self, sha256: str) -> Sent | Declined: ...

    def put_case(self, case: HalfDoneCase) -> HalfDoneCase | Declined: ...

    def finish_case(self, case_id: UUID) -> Done | Declined: ...


class OutboxReading(Protocol):
    """What waits to be sent."""

    def waiting(self, now: datetime, limit: int = 200) -> tuple[WaitingRun, ...]: ...

    def run(self, run: UUID) -> WaitingRun | None: ...

    def of_file(self, file_id: UUID) -> tuple[WaitingRun, ...]: ...

    def counts(self) -> Mapping[RunState, int]: ...


class Outbox(OutboxReading, Protocol):
    """The same, to be changed."""

    def note_sending(self, runs: Iterable[UUID]) -> None: ...

    def note_answer(
        self, run: UUID, code: str, facts: Mapping[str, Any], next_try: datetime | None
    ) -> None: ...

    def confirm(self, run: UUID, receipt: Receipt) -> None: ...

    def needs_you(self, run: UUID, code: str, facts: Mapping[str, Any]) -> None: ...


class Leases(Protocol):
    """The blocks of numbers this desk holds."""

    def add(self, lease: NumberLease) -> None: ...

    def left(self, series: Series, year: int) -> int: ...


class SyncBlobs(Blobs, Protocol):
    """Documents, and which of them the server lacks."""

    def waiting(self, limit: int = 20, *, also_refused: bool = False) -> tuple[BlobState, ...]: ...

    def count_unsent(self) -> tuple[int, int]: ...

    def part(self, sha256: str, offset: int, size: int) -> bytes: ...

    def note_refused(self, sha256: str, code: str) -> None: ...

    def ask_again(self) -> None: ...

    def note_sent(self, sha256: str, sent: int) -> None: ...


class SyncLooks(AccessLog, Protocol):
    """Who looked at whose data, and which of it the server has not heard of."""

    def unsent(self, limit: int = 500) -> tuple[Look, ...]: ...

    def mark_sent(self, last_no: int) -> None: ...


class SyncReading(Reading, Protocol):
    """One picture of the desk, with what the sync looks at."""

    @property
    def outbox(self) -> Outbox: ...

    @property
    def leases(self) -> Leases: ...

    @property
    def blobs(self) -> SyncBlobs: ...

    @property
    def access_log(self) -> SyncLooks: ...

    @property
    def meta(self) -> Meta: ...

    def confirmed_heads(self, after: UUID, limit: int) -> tuple[tuple[UUID, Head], ...]: ...

    def receipts(self, file_id: UUID) -> tuple[Receipt, ...]: ...

    def file_ids(self) -> tuple[UUID, ...]: ...


class SyncWork(SyncReading, Work, Protocol):
    """One transaction that brings the desk nearer to the server."""

    def import_events(
        self, file_id: UUID, chained: Sequence[ChainedEvent], receipt: Receipt | None
    ) -> tuple[WaitingRun, ...]: ...

    def replace_tail(
        self, file_id: UUID, from_seq: int, chained: Sequence[ChainedEvent], receipt: Receipt | None
    ) -> tuple[WaitingRun, ...]: ...

    def unconfirm(self, file_id: UUID, from_seq: int) -> None: ...

    def relink(self, run: UUID) -> tuple[ChainedEvent, ...]: ...

    @property
    def is_locked(self) -> bool: ...

    def put_numbers_away(self) -> None: ...


class SyncClock(Protocol):
    """The desk's clock, which the sync puts right."""

    offset: timedelta

    def now(self) -> datetime: ...


OpenSyncReading: TypeAlias = Callable[[], SyncReading]
OpenSyncWork: TypeAlias = Callable[[], SyncWork]


@dataclass(frozen=True, slots=True)
class Memory:
    """The desk's database: pictures of it, and transactions."""

    open_reading: OpenSyncReading
    open_work: OpenSyncWork
