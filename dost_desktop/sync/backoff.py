"""How long to wait before trying again: longer each time, never all desks at once, never sooner than asked."""

from __future__ import annotations

from random import Random
from typing import Final

FIRST: Final = 2.0  # seconds
LONGEST: Final = 120.0


class Backoff:
    """Counts failures in a row; a seeded ``random`` makes it repeatable."""

    def __init__(self, random: Random, first: float = FIRST, longest: float = LONGEST) -> None:
        self._random, self._first, self._longest = random, first, longest
        self._failures = 0

    def failed(self, asked: float | None = None) -> float:
        """Seconds until the next try; ``asked`` is the server's Retry-After, jitter comes on top of it."""
        most = min(self._longest, self._first * 2.0 ** min(self._failures, 16))
        self._failures += 1
        delay = self._random.uniform(most / 2, most)
        return delay if asked is None else max(delay, asked + self._random.uniform(0, self._first))

    def worked(self) -> None:
        """The central API answered: start from the beginning next time."""
        self._failures = 0
