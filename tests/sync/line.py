"""A line that a test can tamper with: what is not named goes through to the real central API."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dost_desktop.sync.needs import Central
from tests.sync.desks import PracticeDesk

Tamper = Callable[[Any], Any]


class TamperedLine:
    """Passes every question on, and changes the answers of the named ones."""

    def __init__(self, central: Central, **tampers: Tamper) -> None:
        self._central, self._tampers = central, tampers
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> Any:
        asked = getattr(self._central, name)
        tamper = self._tampers.get(name, lambda answer: answer)

        def call(*given: Any, **named: Any) -> Any:
            self.asked.append(name)
            return tamper(asked(*given, **named))

        return call


def between(desk: PracticeDesk, **tampers: Tamper) -> TamperedLine:
    """Put a tampered line between the desk and its central API."""
    line = TamperedLine(desk.central, **tampers)
    desk.talks_through(line)  # type: ignore[arg-type]
    return line


def instead(answer: Any) -> Tamper:
    """Whatever was answered, say this."""
    return lambda _answer: answer
