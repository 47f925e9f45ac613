"""A page that turned by itself a moment ago does not take the key that was meant for what stood there before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

_MOMENT: Final = timedelta(milliseconds=700)  # from seeing another button to keeping the finger off it


class JustTurned:
    """``now`` is the page's clock: a clock that is put right in between leaves no page deaf."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._at: datetime | None = None

    def turn(self) -> None:
        """What goes on changed now, and not by the agent's own act."""
        self._at = self._now()

    def forget(self) -> None:
        """The agent chose anew since: the next press is meant for what stands here now."""
        self._at = None

    def is_near(self) -> bool:
        """Whether a press can still be meant for what stood there before."""
        return self._at is not None and timedelta() <= self._now() - self._at < _MOMENT
