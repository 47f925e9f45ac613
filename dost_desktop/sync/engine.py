"""One round of the sync: greet, offer, push, send documents, lease numbers, pull; and where the desk stands then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from random import Random
from typing import Final

from dost_desktop.catalogue.kept import KeptCatalogues
from dost_desktop.contract.messages import FeedPage, Problem
from dost_desktop.domain.errors import AgentError
from dost_desktop.ports import Law
from dost_desktop.rows import RunState
from dost_desktop.services.alone import last_contact
from dost_desktop.sync.alone import heed_contact
from dost_desktop.sync.backoff import Backoff
from dost_desktop.sync.blobs import send_blobs
from dost_desktop.sync.cases import tell_cases
from dost_desktop.sync.catalogues import fetch_catalogues
from dost_desktop.sync.greeting import TOLERATED, greet
from dost_desktop.sync.heads import reconcile
from dost_desktop.sync.keyring import Keyring
from dost_desktop.sync.looks import send_looks
from dost_desktop.sync.needs import Central, Declined, Memory, NoAnswer, Silence, SyncClock
from dost_desktop.sync.numbers import lease_numbers
from dost_desktop.sync.pull import pull, repair
from dost_desktop.sync.push import push
from dost_desktop.sync.reoffer import reoffer
from dost_desktop.sync.report import Alarm, Connection, SyncReport, SyncState
from dost_desktop.sync.round import CURSOR, Place, Round, as_silence, stops_round
from dost_desktop.sync.standing import alarms_of_standing, heed_refusal, stand

_GREET_EVERY: Final = timedelta(minutes=5)
_STEPS: Final = (send_blobs, tell_cases, lease_numbers, send_looks, pull, repair, reconcile, fetch_catalogues)
_KNOCK: Final = 1  # items are enough to know that there is something


@dataclass(frozen=True, slots=True)
class Ways:
    """What the sync works with."""

    central: Central
    memory: Memory
    clock: SyncClock
    law: Law
    place: Place
    shelf: KeptCatalogues | None = None


class Sync:
    """Brings desk and central API to agree, one round at a time. One thread at a time calls ``once``."""

    def __init__(self, ways: Ways, random: Random) -> None:
        """``random`` spreads the desks after an outage."""
        self._ways = ways
        self._backoff = Backoff(random)
        self._greeted_at: datetime | None = None
        self._clock_off: timedelta | None = None
        self._is_too_old = False
        self.state = SyncState()

    def once(
        self,
        now: datetime,
        *,
        is_forced: bool = False,
        tell: Callable[[SyncState], None] = lambda _state: None,
    ) -> SyncReport:
        """One round; ``tell`` hears of its progress. ``is_forced`` also sends what was to wait longer.

        Never raises for what a network or server does; a desk that cannot write (StorageFull …) is told as an alarm.
        """
        this = Round(
            self._ways.central,
            self._ways.memory,
            self._ways.law,
            self._ways.place,
            now,
            Keyring({}, {}, {}),
            is_forced=is_forced,
            shelf=self._ways.shelf,
        )
        this.tell = partial(self._progress, tell)
        this.tell_document = partial(self._document_progress, tell)
        this.read_keyring()
        try:
            stopped = self._talk(this)
            heed_refusal(this, stopped)
            heed_contact(this, stopped)
        except AgentError as error:
            this.alarm(Alarm(error.code))
            stopped = None
        if this.tally.alarms:
            self._greeted_at = None  # the server's keys may be new
        self.state = self._state_after(this, stopped)
        tally = this.tally
        return SyncReport(
            self.state,
            tally.sent,
            tally.received,
            tally.rebased,
            tuple(tally.needs_you),
            tally.changes(),
            tally.documents,
            goes_on=bool(self.state.documents and (tally.documents or tally.document_bytes)),
        )

    def cursor(self) -> str:
        """Up to where the feed was read."""
        with self._ways.memory.open_reading() as reading:
            return str(reading.meta.get(CURSOR, ""))

    def knock(self, cursor: str, wait: float) -> bool | None:
        """Wait for news behind ``cursor``: True when there are some, None when nobody answers. For a second thread."""
        page = self._ways.central.feed(cursor, _KNOCK, wait)
        return bool(page.items) if isinstance(page, FeedPage) else None

    def _talk(self, this: Round) -> Declined | None:
        """All steps in order, whatever one of them was refused; what ended the round early."""
        stopped = self._greet_when_due(this)
        this.clock_off = self._clock_off
        if stopped is None:
            stopped = reoffer(this)
        if stopped is None:
            stopped = push(this)
        for step in _STEPS:
            if stopped is None or not stops_round(stopped):
                later = step(this)
                stopped = later or stopped
        if stopped is None:
            stopped = push(this)  # what the pull moved to new ground
        return stopped

    def _greet_when_due(self, this: Round) -> Declined | None:
        is_fresh = (
            self._greeted_at and abs(this.now - self._greeted_at) < _GREET_EVERY
        )  # a clock may be set back
        if is_fresh and not this.is_forced:
            return None
        before = self._ways.clock.offset
        answer = greet(this, self._ways.clock)
        this.now += (
            self._ways.clock.offset - before
        )  # it was put right: no wait begins at a time that never was
        if isinstance(answer, Problem) and not stops_round(answer):
            return NoAnswer(Silence.OTHER_SCHEMA, answer.code)
        if not isinstance(answer, timedelta):
            return answer
        stopped = stand(this)
        if stopped is not None:
            return stopped
        self._greeted_at, self._clock_off = this.now, answer
        self._is_too_old = this.tally.too_old
        this.read_keyring()
        self.state = replace(self.state, clock_off=answer if abs(answer) > TOLERATED else None)
        return None

    def _state_after(self, this: Round, stopped: Declined | None) -> SyncState:
        with self._ways.memory.open_reading() as reading:
            counts = reading.outbox.counts()
            standing = alarms_of_standing(reading.meta, this.now)
            contact = last_contact(reading.meta)
            documents, refused = reading.blobs.count_unsent()
        connection, silence, refusal, next_try = self._standing(this, stopped)
        before = self.state
        is_online = connection is not Connection.OFFLINE
        return replace(
            before,
            connection=connection,
            since=before.since if before.connection is connection else this.now,
            last_contact=this.now if is_online else before.last_contact,
            next_try=next_try,
            silence=silence,
            refusal=refusal,
            done=0,
            total=0,
            receiving=0,
            document_sent=0,
            document_size=0,
            waiting=counts[RunState.QUEUED] + counts[RunState.SENDING] + documents,
            documents=documents,
            needs_you=counts[RunState.NEEDS_YOU] + refused,
            newer_law=before.newer_law if this.tally.newer_law is None else this.tally.newer_law,
            too_old=self._is_too_old or this.tally.too_old or silence is Silence.TOO_OLD,
            alarms=(*this.tally.alarms, *standing),
            alone_since=None if connection is Connection.ONLINE else contact,
        )

    def _standing(
        self, this: Round, stopped: Declined | None
    ) -> tuple[Connection, Silence | None, str, datetime | None]:
        if stopped is None or not stops_round(stopped):
            self._backoff.worked()
            return Connection.ONLINE, None, "", None
        silent = as_silence(stopped)
        self._greeted_at = None  # greet again first: it may be another server by then
        delay = timedelta(seconds=self._backoff.failed(silent.retry_after if silent else None))
        if silent is None:
            return Connection.NOT_LET_IN, None, getattr(stopped, "code", ""), this.now + delay
        return Connection.OFFLINE, silent.kind, "", this.now + delay

    def _progress(self, tell: Callable[[SyncState], None], done: int, total: int, received: int) -> None:
        if total > done or received:
            self.state = replace(self.state, done=done, total=total, receiving=received)
            tell(self.state)

    def _document_progress(self, tell: Callable[[SyncState], None], sent: int, size: int) -> None:
        self.state = replace(self.state, document_sent=sent, document_size=size)
        tell(self.state)
