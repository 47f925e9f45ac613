"""What the core and its screens need from the outside world, named in their own words."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol, TypeVar

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
