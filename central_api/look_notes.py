"""What a centre's head will want to see, noted in the transaction that made it so: marks, removals, numbers, clocks.

So the list is found without reading every file (``needs_look.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, bindparam, delete, insert, update

from central_api.database import insert_missing
from central_api.prepared import Prepared
from central_api.tables import desk_clocks, numbers_used, removals, review_marks
from central_api.tokens import Caller
from dost_desktop.domain import acts
from dost_desktop.domain.dates import instant_text
from dost_desktop.domain.events import ChainedEvent
from dost_desktop.domain.numbering import number_parts
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.vocabulary import Status

TOLERATED: Final = timedelta(minutes=5)  # what a desk's clock may be off without a word (design 4)
_WITH_NUMBERS: Final = (acts.OpenApplication, acts.IssueNotice, acts.IssueReferral)
_FORGET_REMOVAL: Final = Prepared(delete(removals).where(removals.c.file_id == bindparam("file")))
_NUMBERED: Final = frozenset(each.kind for each in _WITH_NUMBERS)


def note_looks(
    connection: Connection, before: PersonFile, after: PersonFile, run: Sequence[ChainedEvent]
) -> None:
    """Keep marks, removals and numbers as the file stands after ``run``."""
    if before.review != after.review:
        _note_marks(connection, after, run)
    if before.registration != after.registration:
        _note_removal(connection, after)
    rows = [row for each in run if each.event.content.kind in _NUMBERED and (row := _number_of(each))]
    insert_missing(connection, numbers_used, *rows)


def note_clock(connection: Connection, caller: Caller, off: timedelta, now: datetime) -> None:
    """By how much the PC of the caller's desk is ahead, as it was measured now; a clock that is right is forgotten."""
    mine = desk_clocks.c.desk == caller.desk
    if abs(off) <= TOLERATED:
        connection.execute(delete(desk_clocks).where(mine))
        return
    seconds = round(off.total_seconds())
    row = {"desk": caller.desk, "centre": caller.centre, "seconds_off": seconds, "since": instant_text(now)}
    insert_missing(connection, desk_clocks, row)
    connection.execute(update(desk_clocks).where(mine).values(seconds_off=seconds))


def _note_marks(connection: Connection, after: PersonFile, run: Sequence[ChainedEvent]) -> None:
    content = run[-1].event.content
    whose = review_marks.c.file_id == str(after.id)
    connection.execute(delete(review_marks).where(whose, review_marks.c.mark.not_in(after.review)))
    row = {
        "file_id": str(after.id),
        "since": instant_text(content.at),
        "agent": content.agent,
        "desk": content.desk,
    }
    marks = dict.fromkeys(after.review)
    insert_missing(connection, review_marks, *(row | {"mark": mark} for mark in marks))


def _note_removal(connection: Connection, after: PersonFile) -> None:
    registration = after.registration
    _FORGET_REMOVAL(connection, file=str(after.id))
    if registration.status is Status.TEMPORARILY_REMOVED and registration.ends_on is not None:
        row = {"file_id": str(after.id), "ends_on": registration.ends_on.isoformat()}
        connection.execute(insert(removals).values(row))


def _number_of(each: ChainedEvent) -> dict[str, object] | None:
    """The number an event bears, if it is one of a leased block."""
    parts = number_parts(str(each.event.data.get("number", ""))) if each.event.data is not None else None
    if parts is None:
        return None
    series, centre, year, number = parts
    return {"series": series.value, "centre": centre, "year": year, "number": number, "finding": ""}
