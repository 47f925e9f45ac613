"""Lets nobody run against a system that is away: after some failures it is left alone, then one question tries.

pybreaker counts and knows the states. Its own ``call`` holds a lock while the question is under way, which would let
one desk wait for the other's answer; so here it hears of each outcome afterwards, and the pause is measured on the
monotonic clock.
"""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from typing import Final

from pybreaker import STATE_CLOSED, STATE_HALF_OPEN, STATE_OPEN, CircuitBreaker

from central_api.adapters.failures import Failure, NoAnswer

CLOSED: Final = STATE_CLOSED
OPEN: Final = STATE_OPEN
HALF_OPEN: Final = STATE_HALF_OPEN


class Breaker:
    """The state of one system as this process sees it."""

    def __init__(self, fail_max: int, pause: float) -> None:
        self._counts = CircuitBreaker(fail_max=fail_max, throw_new_error_on_trip=False)
        self._pause = pause
        self._lock = threading.Lock()
        self._opened_at = 0.0
        self._is_probed = False

    @property
    def state(self) -> str:
        """``closed``, ``open`` or ``half-open``."""
        return self._counts.current_state

    def enter(self) -> bool:
        """May a question go out? Whether it is the one that tries a system which was away.

        Raises NoAnswer while the system is left alone, or another question tries it.
        """
        with self._lock:
            if self.state == OPEN and time.monotonic() >= self._opened_at + self._pause:
                self._counts.half_open()
            if self.state == OPEN or (self.state == HALF_OPEN and self._is_probed):
                raise NoAnswer(Failure.OPEN)
            if self.state == HALF_OPEN:
                self._is_probed = True
            return self._is_probed

    def leave(self, failure: NoAnswer | None, *, is_probe: bool) -> str:
        """What came of a question that ``enter`` let go; the state when that changed it, else empty."""
        with self._lock:
            if is_probe:
                self._is_probed = False
            before = self.state
            if before != (HALF_OPEN if is_probe else CLOSED):  # asked before it opened, answered after
                return ""
            with suppress(NoAnswer):
                self._counts.call(_outcome, failure)
            if self.state == OPEN:
                self._opened_at = time.monotonic()
            return self.state if self.state != before else ""

    def give_up(self, *, is_probe: bool) -> None:
        """The question ended without saying anything of the system: another one may try it."""
        with self._lock:
            if is_probe:
                self._is_probed = False


def _outcome(failure: NoAnswer | None) -> None:
    if failure is not None:
        raise failure
