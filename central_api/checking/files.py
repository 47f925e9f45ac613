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


def look_at_end(
    stored: StoredFile, heads: Sequence[Row[Any]], entries: Sequence[Row[Any]]
) -> Iterator[Found]:
    """Whether the file's row and the feeds agree with where the chain ends.

    What they know of a longer chain, or of another one, proves a loss: nothing may rest on such a file.
    """
    if not stored.is_sound:
        return
    head, told = stored.head, max((row.to_seq for row in entries), default=0)
    hashes = [GENESIS, *(each.link.hash for each in stored.events)]
    is_cut = told > head.seq or any(row.seq > head.seq or hashes[row.seq] != row.hash for row in heads)
    if is_cut:
        stored.is_sound = False
        yield Found(Kind.CHAIN, f"{stored.file} {head.seq + 1}", Flaw.CUT.value)
    elif [row.seq for row in heads] != [head.seq]:
        yield Found(Kind.HEAD, stored.file, f"{head.seq} events", stored.file)
