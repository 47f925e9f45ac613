"""What a round of the sync did and where the desk stands: plain facts for the status strip and the outbox page."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from dost_desktop.services.changes import Changes
from dost_desktop.sync.needs import Silence


class Connection(StrEnum):
    """Whether the central API talks with this desk."""

    NOT_TRIED = "not_tried"
    ONLINE = "online"
    OFFLINE = "offline"
    NOT_LET_IN = "not_let_in"  # it answers, and does not take this desk (any more)


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something that must not happen: nothing was changed because of it, and a person must hear of it."""

    code: str  # a flaw of a chain, or what did not fit
    file_id: UUID | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SyncState:
    """The desk's standing towards the central API; times are UTC."""

    connection: Connection = Connection.NOT_TRIED
    since: datetime | None = None  # when ``connection`` began
    last_contact: datetime | None = None
    next_try: datetime | None = None  # while offline
    silence: Silence | None = None  # why offline
    refusal: str = ""  # the problem's code while not let in
    done: int = 0  # of ``total`` being sent now
    total: int = 0
    receiving: int = 0  # events fetched so far in this round
    waiting: int = 0  # clicks and documents
    documents: int = 0  # of these: documents, of which a round sends some
    document_sent: int = 0  # bytes that are there of the large document being sent now
    document_size: int = 0  # 0: none is
    needs_you: int = 0  # clicks and documents that are not sent before somebody looks
    clock_off: timedelta | None = None  # server minus PC, when more than the law of the house allows
    too_old: bool = False  # the central API wants a newer program; work goes on and is kept
    newer_law: bool = False  # it is here and is used from the next sign-in on
    alarms: tuple[Alarm, ...] = ()
    alone_since: datetime | None = None  # the last whole round; None while online


@dataclass(frozen=True, slots=True)
class SyncReport:
    """One round: what was sent, what came, what a person must look at, and the state after it."""

    state: SyncState
    sent: int  # runs the server holds now
    received: int  # events of others
    rebased: int  # runs that stand on new ground, silently
    needs_you: tuple[UUID, ...]  # runs an agent must choose about, new in this round
    changes: Changes
    documents: int  # the server holds now
    goes_on: bool = False  # documents are left and some went: the next round may follow at once


@dataclass(slots=True)
class Tally:
    """Counts one round while it runs."""

    sent: int = 0
    documents: int = 0  # sent, or found not to be wanted
    document_bytes: int = 0  # of them, and of those that are on their way
    received: int = 0
    rebased: int = 0
    needs_you: list[UUID] = field(default_factory=list)
    files: set[UUID] = field(default_factory=set)
    alarms: list[Alarm] = field(default_factory=list)
    repaired: int = 0  # files that did not agree and were fetched whole
    newer_law: bool | None = None  # None: nobody looked
    too_old: bool = False
    queue: bool = False  # a half-done case went to another desk

    def changes(self) -> Changes:
        """What open screens may want to read again."""
        moved = bool(self.files or self.sent or self.needs_you)
        return Changes(
            files=frozenset(self.files),
            queue=self.queue,
            notices=moved,
            outbox=moved or bool(self.documents or self.document_bytes),
        )
