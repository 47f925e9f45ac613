"""A screen's own view of Tasks: once the screen is closed, late answers fall silent."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from dost_desktop.ports import Tasks, Worker

T = TypeVar("T")


class TaskScope:
    """Tasks for as long as one screen stands."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks, self._open = tasks, True

    def close(self) -> None:
        """From now on every answer is dropped; the work itself is finished."""
        self._open = False

    def run(
        self,
        job: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        on: Worker = Worker.DATABASE,
    ) -> None:
        """As ``Tasks.run``, but only while the screen is open."""
        self._tasks.run(job, done=self._while_open(done), failed=self._while_open(failed), on=on)

    def _while_open(self, heard: Callable[[T], None]) -> Callable[[T], None]:
        return lambda value: heard(value) if self._open else None
