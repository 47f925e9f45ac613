"""The feeds: every event of every file stands in the feed of each of its centres, and positions have no holes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select

from central_api.checking.files import StoredFile
from central_api.checking.findings import Found, Kind
from central_api.tables import centre_signers, feed, feed_heads


def look_at_entries(stored: StoredFile, entries: Sequence[Row[Any]], centres: set[str]) -> Iterator[Found]:
    """Where the feed leaves an event out, or names one that is not there, or tells a centre it does not concern."""
    last = len(stored.events)
    for centre in sorted(centres):
        spans = [(row.from_seq, row.to_seq) for row in entries if row.centre == centre]
        missing = first_missing(spans, last)
        if missing:
            yield Found(Kind.FEED_ENTRY, f"{stored.file} {missing}", f"not told to {centre}", stored.file)
    for row in entries:
        if not is_right(row, last, centres):
            where = f"{row.centre} {row.position}"
            yield Found(Kind.FEED_ENTRY, where, "names what is not there or not theirs", stored.file)


def first_missing(spans: Iterable[tuple[int, int]], last: int) -> int:
    """The first of the events 1 to ``last`` that no span covers; 0 when all are."""
    told = 0
    for start, end in sorted(spans):
        if start > told + 1:
            break
        told = max(told, end)
    return told + 1 if told < last else 0


def is_right(entry: Row[Any], last: int, centres: set[str]) -> bool:
    """Whether an entry names events that are there, to a centre that has the file."""
    return entry.centre in centres and 1 <= entry.from_seq <= entry.to_seq <= last


def look_at_positions(connection: Connection) -> Iterator[Found]:
    """Holes in the positions, and heads that are not the last one."""
    counted = select(
        feed.c.centre,
        func.min(feed.c.position).label("first"),
        func.max(feed.c.position).label("last"),
        func.count().label("count"),
    ).group_by(feed.c.centre)
    heads = {row.centre: row.position for row in connection.execute(select(feed_heads))}
    rows = {row.centre: row for row in connection.execute(counted)}
    for centre in sorted(heads.keys() | rows.keys()):
        row = rows.get(centre)
        last = row.last if row else 0
        if heads.get(centre, 0) != last:
            yield Found(Kind.FEED_HEAD, centre, f"{last} is the last position")
        if row and row.last != row._mapping["count"]:
            for position in holes(connection, centre):
                yield Found(Kind.FEED_GAP, f"{centre} {position}")


def holes(connection: Connection, centre: str) -> Iterator[int]:
    """The positions that are missing below the last one."""
    chosen = select(feed.c.position).where(feed.c.centre == centre).order_by(feed.c.position)
    before = 0
    for position in connection.execute(chosen.execution_options(yield_per=1000)).scalars():
        yield from range(before + 1, position)
        before = position


def look_at_signers(connection: Connection, expected: set[tuple[str, str, str]]) -> Iterator[Found]:
    """Whose keys a centre's desks need and are not told."""
    told = {(row.centre, row.agent, row.desk) for row in connection.execute(select(centre_signers))}
    for centre, agent, desk in sorted(expected - told):
        yield Found(Kind.SIGNER, f"{centre} {desk}", agent)
