"""What a use case touched, so that open screens know whether to look again."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Changes:
    """The files that have new events, and which lists are stale."""

    files: frozenset[UUID] = frozenset()
    queue: bool = False
    notices: bool = False
    outbox: bool = False
