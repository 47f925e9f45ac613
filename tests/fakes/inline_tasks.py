"""Tasks that are done at once and in place: a presenter's test needs neither threads nor Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from dost_desktop.domain.errors import AgentError
from dost_desktop.ports import Worker

T = TypeVar("T")


class InlineTasks:
    """Keeps the promise of ``Tasks``: expected errors come home through ``failed``, bugs are raised."""

    def __init__(self) -> None:
        self.asked: list[Worker] = []

    def run(
        self,
        job: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        on: Worker = Worker.DATABASE,
    ) -> None:
        self.asked.append(on)
        try:
            result = job()
        except AgentError as error:
            failed(error)
        else:
            done(result)
