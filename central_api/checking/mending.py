"""What only follows from events is made anew: each file under its lock, in one transaction, while the server serves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Table, delete, func, insert, select, update

from central_api.bell import NEWS, tell
from central_api.checking.derived import LISTS, OWED, Expected, Rebuilding
from central_api.checking.feed import first_missing, holes, is_right
from central_api.checking.files import StoredFile, look_at_end, look_at_events
from central_api.checking.findings import Found, Kind
from central_api.checking.known import Known
from central_api.checking.numbers import UNLISTED
from central_api.database import insert_missing
from central_api.ledger import add_to_feed
from central_api.office import Office
from central_api.tables import (
    centre_signers,
    events,
    feed,
    feed_heads,
    file_centres,
    files,
    numbers_used,
)


class Mending:
    """Rebuilds for the findings of a check what follows from events; the events themselves are never touched."""

    def __init__(self, office: Office) -> None:
        self.office = office

    def mend(self, found: Iterable[Found]) -> int:
        """How many files and feeds were made anew; a file whose events do not hold is left as it is."""
        findings = [each for each in found if each.meaning.is_derived]
        wanted = sorted({each.file for each in findings if each.file})
        with self.office.database.snapshot() as connection:
            known = Known(connection, self.office.settings.clock_tolerance)
        rebuilding, write = Rebuilding(known), self.office.database.write
        try:
            done = sum(
                write(partial(_mend_file, file=file, known=known, rebuilding=rebuilding)) for file in wanted
            )
        finally:
            rebuilding.close()
        write(partial(_mend_signers, findings=findings))
        write(partial(_mend_numbers, findings=findings))
        return done + sum(write(partial(_mend_feed, centre=centre)) for centre in sorted(_feeds(findings)))


def _mend_file(connection: Connection, file: str, known: Known, rebuilding: Rebuilding) -> bool:
    stored = StoredFile(file)
    insert_missing(connection, files, {"file_id": file, "seq": 0, "hash": stored.head.hash})
    heads = connection.execute(select(files).where(files.c.file_id == file).with_for_update()).all()
    rows = connection.execute(select(events).where(events.c.file_id == file).order_by(events.c.seq)).all()
    entries = connection.execute(select(feed).where(feed.c.file_id == file)).all()
    list(look_at_events(stored, rows, known))
    list(look_at_end(stored, heads, entries))
    if not stored.is_sound or not rows:
        connection.execute(delete(files).where(files.c.file_id == file, files.c.seq == 0))
        return False
    places = select(file_centres.c.centre).where(file_centres.c.file_id == file)
    stored.centres = set(connection.execute(places).scalars())
    tables = [*(table for table, _ in LISTS.values()), *OWED]
    for table in tables:
        mine = select(table).where(table.c.file_id == file)
        stored.rows[table.name] = list(connection.execute(mine).all())
    expected = rebuilding.expected(stored)
    head = stored.head
    moved = update(files).where(files.c.file_id == file)
    connection.execute(moved.values(seq=head.seq, hash=head.hash))
    for table, _ in LISTS.values():
        _replace(connection, table, file, expected.rows[table.name])
    _replace(
        connection,
        file_centres,
        file,
        [{"file_id": file, "centre": each} for each in sorted(expected.centres)],
    )
    _mend_owed(connection, stored, expected)
    insert_missing(connection, numbers_used, *expected.rows[numbers_used.name])
    _tell(connection, stored, expected, entries)
    return True


def _replace(connection: Connection, table: Table, file: str, rows: Sequence[dict[str, object]]) -> None:
    connection.execute(delete(table).where(table.c.file_id == file))
    if rows:
        connection.execute(insert(table), list(rows))


def _mend_owed(connection: Connection, stored: StoredFile, expected: Expected) -> None:
    for table, row in list(expected.missing(stored.rows)):
        insert_missing(connection, table, row)
    for table, extra in list(expected.about_nothing(stored.rows)):
        mine = (table.c[column.name] == extra._mapping[column.name] for column in table.primary_key)
        connection.execute(delete(table).where(*mine))


def _tell(
    connection: Connection, stored: StoredFile, expected: Expected, entries: Sequence[Row[Any]]
) -> None:
    """Every centre of the file hears of all its events, and names the keys that signed them."""
    last = len(stored.events)
    for row in entries:
        if not is_right(row, last, expected.centres):
            this = update(feed).where(feed.c.centre == row.centre, feed.c.position == row.position)
            if row.centre in expected.centres:
                connection.execute(this.values(from_seq=1, to_seq=last))
            else:
                _say_again(connection, row.centre, row.position, is_there=True)
    for centre in sorted(expected.centres):
        spans = [
            (row.from_seq, row.to_seq)
            for row in entries
            if row.centre == centre and is_right(row, last, expected.centres)
        ]
        missing = first_missing(spans, last)
        if missing:
            add_to_feed(connection, centre, [(UUID(stored.file), missing, last)])
            tell(connection, NEWS, [centre])
    named = sorted(expected.signers)
    insert_missing(
        connection,
        centre_signers,
        *({"centre": centre, "agent": agent, "desk": desk} for centre, agent, desk in named),
    )


def _say_again(connection: Connection, centre: str, position: int, *, is_there: bool) -> None:
    """A position repeats what another one says: desks expect to hear things at least once (design 6)."""
    others = select(feed).where(feed.c.centre == centre, feed.c.position != position)
    near = connection.execute(others.order_by(func.abs(feed.c.position - position)).limit(1)).one_or_none()
    if near is None:
        return
    said = {"file_id": near.file_id, "from_seq": near.from_seq, "to_seq": near.to_seq}
    if is_there:
        this = update(feed).where(feed.c.centre == centre, feed.c.position == position)
        connection.execute(this.values(**said))
    else:
        connection.execute(insert(feed).values(centre=centre, position=position, **said))


def _feeds(findings: Sequence[Found]) -> set[str]:
    kinds = {Kind.FEED_GAP, Kind.FEED_HEAD}
    return {each.where.split(" ")[0] for each in findings if each.kind in kinds}


def _mend_feed(connection: Connection, centre: str) -> bool:
    insert_missing(connection, feed_heads, {"centre": centre, "position": 0})
    mine = feed_heads.c.centre == centre
    connection.execute(select(feed_heads).where(mine).with_for_update()).one()
    for position in list(holes(connection, centre)):
        _say_again(connection, centre, position, is_there=False)
    last = connection.execute(select(func.max(feed.c.position)).where(feed.c.centre == centre)).scalar_one()
    connection.execute(update(feed_heads).where(mine).values(position=last or 0))
    return True


def _mend_signers(connection: Connection, findings: Sequence[Found]) -> None:
    rows = [
        {"centre": centre, "agent": each.detail, "desk": desk}
        for each in findings
        if each.kind is Kind.SIGNER
        for centre, desk in [each.where.split(" ")]
    ]
    insert_missing(connection, centre_signers, *rows)


def _mend_numbers(connection: Connection, findings: Sequence[Found]) -> None:
    """A number that an event bears is listed, one that none bears is free again."""
    for each in findings:
        if each.kind is not Kind.NUMBER:
            continue
        centre, year, series, number = each.where.split(" ")
        row = {"centre": centre, "year": int(year), "series": series, "number": int(number), "finding": ""}
        if each.detail == UNLISTED:
            insert_missing(connection, numbers_used, row)
        else:
            mine = (numbers_used.c[name] == value for name, value in row.items())
            connection.execute(delete(numbers_used).where(*mine))
