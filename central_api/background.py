"""The server's own work behind the requests: one thread that looks again every moment, and at once when it is woken."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Final, TypeAlias

from central_api.database_trouble import trouble_of

_LOOK_EVERY: Final = 1.0  # seconds
_BREATH: Final = 0.2  # seconds between two rounds, however often others wake us
_log = logging.getLogger(__name__)

Stopped: TypeAlias = Callable[[], bool]
WorkOff: TypeAlias = Callable[[Stopped], int]


def never() -> bool:
    """Nobody ends the work before it is done."""
    return False


class Background:
    """Lets each kind of work do what is due, one after the other."""

    def __init__(self, *kinds: WorkOff, look_every: float = _LOOK_EVERY) -> None:
        self._kinds, self._look_every = kinds, look_every
        self._wake, self._stop = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None
        self._waits = ""  # for the database: the trouble's code

    def start(self) -> None:
        """Begin to work behind the requests."""
        self._thread = threading.Thread(target=self._loop, name="background", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End after the question that is being asked."""
        self._stop.set()
        self._wake.set()
        if self._thread:
            self._thread.join()

    def wake(self) -> None:
        """There may be something to do."""
        self._wake.set()

    def _loop(self) -> None:
        while not self._stop.is_set():
            self._wake.wait(self._look_every)
            self._wake.clear()
            self._round()
            self._stop.wait(_BREATH)

    def _round(self) -> None:
        waits = ""
        for work_off in self._kinds:
            try:
                work_off(self._stop.is_set)
            except Exception as error:  # noqa: BLE001 - the thread outlives whatever one piece of work meets; the log has it
                trouble = trouble_of(error)
                if trouble:  # the other kinds would meet it too
                    waits = trouble.code
                    break
                # one piece of work cannot be done: it is found again when its hold ends, and everybody
                # else's goes on meanwhile
                _log.exception("background work paused")
        if waits != self._waits:  # said once, not every second of an outage
            _log.warning(
                "background work waits" if waits else "background work goes on", extra={"for": waits}
            )
        self._waits = waits
