"""The sync in the background: one thread that works, one that waits at the door for news; plain Python, no Qt."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Final

from dost_desktop.services.changes import Changes
from dost_desktop.sync.engine import Sync
from dost_desktop.sync.needs import SyncClock
from dost_desktop.sync.report import Connection, SyncReport, SyncState

EVERY: Final = 60.0  # seconds between rounds when nothing calls for one
WAIT: Final = 20.0  # seconds at the door
_GLANCE: Final = 0.25  # seconds between looks whether the round that was called has taken the news


class SyncLoop:
    """Keeps syncing until stopped. ``listener`` is called on the loop's thread, after each round."""

    def __init__(
        self,
        sync: Sync,
        clock: SyncClock,
        listener: Callable[[SyncState, Changes], None],
        *,
        every: float = EVERY,
        wait: float = WAIT,
    ) -> None:
        self._sync, self._clock, self._listener = sync, clock, listener
        self._every, self._wait = every, wait
        self._called = threading.Event()
        self._door = threading.Event()
        self._stopping = threading.Event()
        self._reading = threading.Lock()
        self._is_forced = False
        self._worker = threading.Thread(target=self._work, name="sync", daemon=True)
        self._porter = threading.Thread(target=self._stand_at_the_door, name="sync-news", daemon=True)

    def start(self) -> None:
        """Begin; the first round starts at once."""
        self._called.set()
        self._worker.start()
        self._porter.start()

    def wake(self) -> None:
        """Something was recorded: send it now. While offline it waits for the next try."""
        if self._sync.state.next_try is None:
            self._called.set()

    def sync_now(self) -> None:
        """The agent asks for it: try now, also while offline, and also what was to wait longer."""
        self._is_forced = True
        self._called.set()

    def stop(self, timeout: float = 5.0) -> bool:
        """No new round; True when the running one ended in time. Everything recorded is safe either way."""
        with self._reading:  # nobody opens the database any more
            self._stopping.set()
        self._called.set()
        self._door.set()
        self._worker.join(timeout)
        return not self._worker.is_alive()

    def _work(self) -> None:
        while True:
            self._called.wait(self._pause())
            self._called.clear()
            if self._stopping.is_set():
                return
            is_forced, self._is_forced = self._is_forced, False
            report = self._round(is_forced=is_forced)
            if report is None:
                return
            self._listener(report.state, report.changes)
            if report.state.connection is Connection.ONLINE:
                self._door.set()
                if report.goes_on:  # a round sends some documents
                    self._called.set()

    def _round(self, *, is_forced: bool) -> SyncReport | None:
        """One round; None when the database was closed under it while it waited for the network."""
        try:
            return self._sync.once(
                self._clock.now(), is_forced=is_forced, tell=lambda state: self._listener(state, Changes())
            )
        except Exception:
            if self._stopping.is_set():
                return None
            raise

    def _pause(self) -> float:
        """Seconds until the next round by itself."""
        next_try = self._sync.state.next_try
        if next_try is None:
            return self._every
        return max(0.0, (next_try - self._clock.now()).total_seconds())

    def _stand_at_the_door(self) -> None:
        """Wait for news with a question that the server holds open; after a ring, until a round has fetched it."""
        rung_at = None
        while True:
            self._door.wait()
            cursor = self._where()
            paused = 0.0
            while cursor is not None and cursor == rung_at and paused < self._every:
                # the round that was called has not taken what is there yet, or cannot: no ringing without pause
                self._stopping.wait(_GLANCE)
                paused += _GLANCE
                cursor = self._where()
            if cursor is None:
                return
            news = self._sync.knock(cursor, self._wait)
            if news is not False:
                self._door.clear()
            if news:
                rung_at = cursor
                self._called.set()

    def _where(self) -> str | None:
        """The cursor; None once the program ends, when nobody opens the database any more."""
        with self._reading:
            return None if self._stopping.is_set() else self._sync.cursor()
