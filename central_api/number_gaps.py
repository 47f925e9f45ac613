"""Numbers of leased blocks that no event bears although their desk counts on: somebody must say what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any, Final, TypeAlias

from sqlalchemy import ColumnElement, Connection, Row, and_, func, select, update

from central_api.leased_numbers import LOST
from central_api.tables import desks, leases, numbers_used
from dost_desktop.domain.events import CENTRAL_DESK

_MOST_BLOCKS: Final = 10_000  # noted as used up by one look
_Series: TypeAlias = tuple[str, str, int]  # of which desk, which one, and in which year


class Gaps:
    """``blocks`` with such a number, the oldest first; ``used_up``: the leases nobody need count any more."""

    def __init__(self, connection: Connection, centre: str, today: date) -> None:
        rows = _counted(connection, centre, today)
        full = [each.lease_id for each in rows if each.used == each.last - each.first + 1]
        self.used_up = full[:_MOST_BLOCKS]
        before = _used_up_to(connection, centre, today)
        found: list[Row[Any]] = []
        for series, blocks in groupby(rows, key=lambda row: (row.desk, row.series, row.year)):
            counts_on = False  # in a later block than the one looked at
            for block in reversed(list(blocks)):
                is_put_away = block.retired_at is not None or block.closed_at is not None
                nobody_can = block.year < today.year or is_put_away
                is_before = counts_on or block.first < before.get(series, 0)
                is_through = nobody_can or is_before or block.highest == block.last
                if is_through and block.used < block.last - block.first + 1:
                    found.append(block)
                counts_on = counts_on or block.used > 0
        self.blocks = sorted(found, key=lambda block: (block.leased_at, block.first))


def note_used_up(connection: Connection, lease_ids: Sequence[str]) -> None:
    """These blocks have no number left: the next look need not count them."""
    if lease_ids:
        done = update(leases).where(leases.c.lease_id.in_(lease_ids))
        connection.execute(done.values(is_used_up=True))


def used_numbers(
    connection: Connection, centre: str, year: int, series: str, first: int, last: int
) -> set[int]:
    """Which of these numbers an event bears, or a head has accounted for."""
    table = numbers_used.c
    chosen = select(table.number).where(
        table.centre == centre,
        table.year == year,
        table.series == series,
        table.number.between(first, last),
    )
    return set(connection.execute(chosen).scalars())


def _counted(connection: Connection, centre: str, today: date) -> Sequence[Row[Any]]:
    """The blocks of the centre that are not known to be used up, with how many of their numbers are used."""
    counted = (
        select(
            leases,
            desks.c.retired_at,
            func.count(numbers_used.c.number).label("used"),
            func.max(numbers_used.c.number).label("highest"),
        )
        .outerjoin(
            numbers_used,
            and_(
                numbers_used.c.centre == leases.c.centre,
                numbers_used.c.year == leases.c.year,
                numbers_used.c.series == leases.c.series,
                numbers_used.c.number.between(leases.c.first, leases.c.last),
            ),
        )
        .outerjoin(desks, desks.c.desk == leases.c.desk)
        .where(*_lately(centre, today), leases.c.is_used_up.is_(False))
        .group_by(*leases.c, desks.c.retired_at)
        .order_by(leases.c.desk, leases.c.series, leases.c.year, leases.c.first)
    )
    return connection.execute(counted).all()


def _used_up_to(connection: Connection, centre: str, today: date) -> dict[_Series, int]:
    """The last block of each desk, series and year that is used up, by its first number."""
    table = leases.c
    chosen = (
        select(table.desk, table.series, table.year, func.max(table.first).label("first"))
        .where(*_lately(centre, today), table.is_used_up.is_(True))
        .group_by(table.desk, table.series, table.year)
    )
    return {(row.desk, row.series, row.year): row.first for row in connection.execute(chosen)}


def _lately(centre: str, today: date) -> tuple[ColumnElement[bool], ...]:
    """Blocks of this year and the last that a desk of the centre counts in."""
    is_a_desk_s = leases.c.desk.not_in((CENTRAL_DESK, LOST))
    return leases.c.centre == centre, is_a_desk_s, leases.c.year >= today.year - 1
