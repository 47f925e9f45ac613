"""Tables that would grow for ever are swept: what has no use any more goes, in small bites, whoever else sweeps too.

Never touched: events, notices, readings, numbers, documents, posts, keys, what is owed, dead letters (design 4, 10).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, exists, literal, select, tuple_

from central_api.background import Stopped
from central_api.clock import Clock
from central_api.database import Database
from central_api.kept_tables import answered_requests
from central_api.tables import centres, enrol_codes, sign_in_failures, tickets, token_families, tokens
from dost_desktop.domain.dates import instant_text, legal_date

SWEPT_EVERY: Final = timedelta(hours=1)
ANSWERS_KEPT: Final = timedelta(hours=24)  # what a repeated request is answered with
FAILURES_KEPT: Final = timedelta(days=1)  # after the last try, and longer than the longest lock
CODES_KEPT: Final = timedelta(days=30)  # after their last day, used or not
TOKENS_KEPT: Final = timedelta(days=30)  # after they ended, so that whoever comes late hears why
TICKETS_KEPT: Final = timedelta(days=400)  # so that a month can be compared with that of the year before
_BITE: Final = 500  # rows in one transaction


@dataclass(frozen=True, slots=True)
class _Old:
    """Rows of one table that have no use any more."""

    table: Table
    is_old: ColumnElement[bool]


class Upkeep:
    """Sweeps once an hour in each process; two that sweep at once share the rows.

    ``others`` sweep what lies outside the database, up to a moment, and say how much went.
    """

    def __init__(self, database: Database, clock: Clock, *others: Callable[[datetime], int]) -> None:
        self.database, self.clock, self.others = database, clock, others
        self._next: datetime | None = None

    def work_off(self, stopped: Stopped) -> int:
        """Sweep if it is time; how many rows went. Background work."""
        now = self.clock()
        if self._next is not None and now < self._next:
            return 0
        swept = sum(self._sweep(each, stopped) for each in self._kinds(now))
        swept += sum(sweep(now) for sweep in self.others)
        if not stopped():
            self._next = now + SWEPT_EVERY
        return swept

    def _kinds(self, now: datetime) -> Iterator[_Old]:
        ended = instant_text(now - TOKENS_KEPT)
        yield _Old(tokens, tokens.c.refresh_until < ended)  # and families that had no other
        yield _Old(answered_requests, answered_requests.c.at < instant_text(now - ANSWERS_KEPT))
        yield _Old(enrol_codes, enrol_codes.c.expires_at < instant_text(now - CODES_KEPT))
        yield _Old(sign_in_failures, sign_in_failures.c.locked_until < instant_text(now - FAILURES_KEPT))
        day = (legal_date(now) - TICKETS_KEPT).isoformat()
        with self.database.reading() as connection:
            codes = connection.execute(select(centres.c.code)).scalars().all()
        for code in codes:  # the key begins with the centre
            yield _Old(tickets, and_(tickets.c.centre == code, tickets.c.day < day))

    def _sweep(self, old: _Old, stopped: Stopped) -> int:
        swept = 0
        while not stopped() and self._is_any(old):
            begun = time.monotonic()
            bite = self.database.write(_bite_of(old))
            swept += bite
            if bite < _BITE:
                break
            # for as long again the others may write: SQLite's lock is not fair
            time.sleep(time.monotonic() - begun)
        return swept

    def _is_any(self, old: _Old) -> bool:
        """Asked first: SQLite has one writer, who is not kept waiting for nothing."""
        with self.database.reading() as connection:
            return (
                connection.execute(
                    select(literal(1)).select_from(old.table).where(old.is_old).limit(1)
                ).first()
                is not None
            )


def _bite_of(old: _Old) -> Callable[[Connection], int]:
    """Deletes some of them; rows that somebody else holds are left to them."""
    key = tuple(old.table.primary_key.columns)
    some = select(*key).where(old.is_old).order_by(*key).limit(_BITE).with_for_update(skip_locked=True)
    bite = delete(old.table).where(tuple_(*key).in_(some))
    if old.table is not tokens:
        return lambda connection: connection.execute(bite).rowcount

    def with_families(connection: Connection) -> int:
        ended = connection.execute(bite.returning(tokens.c.family)).scalars().all()
        goes_on = exists().where(tokens.c.family == token_families.c.family)
        over = delete(token_families).where(token_families.c.family.in_(set(ended)), ~goes_on)
        connection.execute(over)
        return len(ended)

    return with_families
