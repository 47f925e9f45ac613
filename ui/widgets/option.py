"""One choice of several, as combo boxes, segments and filters show it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """``id`` is what the program keeps, ``words`` what the agent reads, ``count`` how many stand behind it."""

    id: str
    words: str
    count: int | None = None
