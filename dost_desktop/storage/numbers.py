"""Numbers that nobody else will ever get: blocks leased from the central API, given out in the notice's own commit."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from dost_desktop.domain.attestation import NumberLease, Series
from dost_desktop.domain.codec import from_json, to_json
from dost_desktop.domain.dates import legal_date
from dost_desktop.rows import Taken
from dost_desktop.storage.connection import Connection
from dost_desktop.storage.errors import CopiedDatabase
from dost_desktop.storage.event_rows import facts_of, json_text, uuid_of

_NEXT: Final = (
    "SELECT no, next, lease FROM number_lease"
    " WHERE series = ? AND year = ? AND next <= last ORDER BY no LIMIT 1"
)

_IN_USE: Final = (
    "SELECT lease_id, next FROM number_lease l WHERE next <= last OR no = (SELECT max(no) FROM number_lease u"
    " WHERE u.series = l.series AND u.year = l.year AND u.next > u.last)"
)


class Leases:
    """The leased blocks of one transaction."""

    def __init__(self, connection: Connection, *, is_locked: bool) -> None:
        self._connection = connection
        self._is_locked = is_locked
        self.has_taken = False  # a number was given out here

    def add(self, lease: NumberLease) -> None:
        """Keep a new block; the same block again changes nothing."""
        self._connection.change(
            "INSERT INTO number_lease (lease_id, series, year, last, next, lease) VALUES (?,?,?,?,?,?)"
            " ON CONFLICT (lease_id) DO NOTHING",
            (
                lease.lease_id.bytes,
                lease.series.value,
                lease.year,
                lease.last,
                lease.first,
                json_text(to_json(lease)),
            ),
        )

    def all(self) -> tuple[NumberLease, ...]:
        """Every block this desk holds, used up or not."""
        rows = self._connection.all("SELECT lease FROM number_lease ORDER BY no")
        return tuple(from_json(NumberLease, facts_of(text)) for (text,) in rows)

    def left(self, series: Series, year: int) -> int:
        """How many numbers of this kind and year the desk can still give out."""
        row = self._connection.one(
            "SELECT coalesce(sum(last - next + 1), 0) FROM number_lease WHERE series = ? AND year = ?",
            (series.value, year),
        )
        return 0 if row is None else int(row[0])

    def take(self, series: Series, year: int, now: datetime) -> Taken | None:
        """The next number, used up by the commit; None when no block of this year is left.

        Raises CopiedDatabase at a copied or restored database: its numbers may already be on paper.
        ``ValueError`` for a year that has not begun: numbers carry the year they are given out in.
        """
        if self._is_locked:
            raise CopiedDatabase
        if year > legal_date(now).year:
            raise ValueError("a number of a year to come")
        row = self._connection.one(_NEXT, (series.value, year))
        if row is None:
            return None
        no, number, text = row
        self._connection.change("UPDATE number_lease SET next = next + 1 WHERE no = ?", (no,))
        lease: NumberLease = from_json(NumberLease, facts_of(text))
        self.has_taken = True
        return Taken(number, lease, self.left(series, year))

    def peek(self, series: Series, year: int) -> Taken | None:
        """The number that would come next, for a preview; another desk click may take it first."""
        row = self._connection.one(_NEXT, (series.value, year))
        if row is None or self._is_locked:
            return None
        return Taken(row[1], from_json(NumberLease, facts_of(row[2])), self.left(series, year))

    def next_numbers(self) -> dict[str, int]:
        """How far each block is used."""
        rows = self._connection.all("SELECT lease_id, next FROM number_lease")
        return {str(uuid_of(raw)): number for raw, number in rows}

    def in_use(self) -> dict[str, int]:
        """The same for the blocks that tell an older database from this one: not used up, or the last one that was.

        Blocks are used up in their order, so an older state shows in one of these. A mark has room for some eighty.
        """
        rows = self._connection.all(_IN_USE)
        return {str(uuid_of(raw)): number for raw, number in rows}

    def drop_all(self) -> None:
        """Forget every block: after a copy only new ones are safe."""
        self._connection.change("DELETE FROM number_lease")
