"""One file against itself: every event readable, chained, signed by a key and a post of its time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Row

from central_api.checking.findings import Found, Kind
from central_api.checking.known import Known
from central_api.ledger import chained
from dost_desktop.domain.chain import Flaw, check_chain
from dost_desktop.domain.events import GENESIS, ChainedEvent, Head, head_of


@dataclass(slots=True)
class StoredFile:
    """A file as the tables have it; ``events`` only when all of them can be read and hang together."""

    file: str
    events: list[ChainedEvent] = field(default_factory=list)
    received: list[str] = field(default_factory=list)
    centres: set[str] = field(default_factory=set)
    rows: dict[str, list[Row[Any]]] = field(default_factory=dict)  # by table, of all that follows from events
    is_sound: bool = True

    @property
    def head(self) -> Head:
        """Where the chain ends."""
        return head_of(self.events[-1]) if self.events else Head(0, GENESIS)


def look_at_events(stored: StoredFile, rows: Sequence[Row[Any]], known: Known) -> Iterator[Found]:
    """What is wrong with the events; afterwards ``stored`` has them, and whether anything may rest on them."""
    for row in rows:
        try:
            event = chained(row)
        except (ValueError, KeyError, TypeError):
            stored.is_sound = False
            yield Found(Kind.EVENT, f"{stored.file} {row.seq}", "cannot be read")
            continue
        if str(event.event.content.id) != row.event_id:
            stored.is_sound = False
            yield Found(Kind.EVENT, f"{stored.file} {row.seq}", "stands under another id")
        stored.events.append(event)
        stored.received.append(row.received_at)
    if len(stored.events) < len(rows):
        return
    for finding in check_chain(UUID(stored.file), stored.events, (), known):
        is_hand = finding.flaw is Flaw.SIGNATURE
        stored.is_sound = stored.is_sound and is_hand
        kind = Kind.SIGNATURE if is_hand else Kind.CHAIN
        yield Found(kind, f"{stored.file} {finding.seq}", finding.flaw.value)
    for event in stored.events:
        if known.role(event.event.content) is None:
            yield Found(Kind.POST, f"{stored.file} {event.link.seq}", event.event.content.desk)


def look_at_head(stored: StoredFile, heads: Sequence[Row[Any]]) -> Iterator[Found]:
    """Whether the file's row says where the chain ends."""
    head = stored.head
    said = [(row.seq, row.hash) for row in heads]
    if stored.is_sound and said != [(head.seq, head.hash)]:
        yield Found(Kind.HEAD, stored.file, f"{head.seq} events", stored.file)
