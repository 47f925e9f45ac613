"""Blocks of numbers: each desk counts in its own, so numbers never meet, also offline (design 6)."""

from __future__ import annotations

from datetime import date, datetime
from itertools import product
from typing import Any

from sqlalchemy import Connection, insert, select, update

from central_api.clock import Clock
from central_api.database import Database, insert_missing
from central_api.deployment import Deployment
from central_api.leased_numbers import LOST
from central_api.problems import Problematic
from central_api.seals import ServerSeals
from central_api.settings import Settings
from central_api.tables import centres, leases, number_heads
from central_api.tokens import Caller
from dost_desktop.domain.attestation import NumberLease, Series
from dost_desktop.domain.dates import instant_text, legal_date
from dost_desktop.domain.events import CENTRAL_DESK
from dost_desktop.domain.ids import new_id
from dost_desktop.domain.numbering import number_text

_DECEMBER = 12
_FORGOTTEN = 10_000  # of each centre, series and year: 25 days of 390 cases, however old the backup


class Leases:
    """Gives out blocks per centre, year and series."""

    def __init__(
        self, database: Database, seals: ServerSeals, deployment: Deployment, settings: Settings, clock: Clock
    ) -> None:
        self.database, self.seals, self.deployment = database, seals, deployment
        self.settings, self.clock = settings, clock

    def lease(self, caller: Caller, series: Series, year: int) -> dict[str, Any]:
        """The next block for the caller's desk, sealed. Raises Problematic 422 for a year not open yet."""
        now = self.clock()
        if year not in open_years(legal_date(now)):
            raise Problematic(422, "lease.year")

        def work(connection: Connection) -> dict[str, Any]:
            size = self.settings.lease_size
            return self.seals.lease(
                self._open(connection, caller.centre, year, series, size, caller.desk, now)
            )

        return self.database.write(work)

    def take(self, connection: Connection, centre: str, series: Series) -> str:
        """The next number of the centre for the central system itself, as it is written: a block of one."""
        now = self.clock()
        block = self._open(connection, centre, legal_date(now).year, series, 1, CENTRAL_DESK, now)
        return number_text(series, centre, block.year, block.first)

    def open_above(self, before: int = 0) -> None:
        """After a backup was brought back: new blocks begin above any that desks may hold and we forgot (design 6).

        Also above those given out the times ``before``, after the same backup, which knows nothing of them either.
        What lies between is the centre's: whichever desk first shows an event that bears such a number.
        """
        now = self.clock()
        today, forgotten = legal_date(now), _FORGOTTEN * (before + 1)

        def work(connection: Connection) -> None:
            codes = connection.execute(select(centres.c.code).order_by(centres.c.code)).scalars().all()
            for centre, series in product(codes, Series):
                for year in (today.year - 1, *open_years(today)):
                    self._open(connection, centre, year, series, forgotten, LOST, now)

        self.database.write(work)

    def _open(
        self,
        connection: Connection,
        centre: str,
        year: int,
        series: Series,
        size: int,
        desk: str,
        now: datetime,
    ) -> NumberLease:
        """The next block of so many numbers, for ``desk``; not sealed."""
        last = self._claim(connection, centre, year, series, size)
        block = NumberLease(
            lease_id=new_id(now),
            series=series,
            centre=centre,
            year=year,
            first=last - size + 1,
            last=last,
            desk=desk,
            epoch=self.deployment.epoch_in(connection),
            key="",
        )
        connection.execute(insert(leases).values(_row(block, instant_text(now))))
        return block

    def _claim(self, connection: Connection, centre: str, year: int, series: Series, size: int) -> int:
        head = {"centre": centre, "year": year, "series": series.value}
        insert_missing(connection, number_heads, head | {"last": 0})
        claimed = update(number_heads).where(
            number_heads.c.centre == centre,
            number_heads.c.year == year,
            number_heads.c.series == series.value,
        )
        last: int = connection.execute(
            claimed.values(last=number_heads.c.last + size).returning(number_heads.c.last)
        ).scalar_one()
        return last


def close_blocks(connection: Connection, desk: str, now: str) -> None:
    """The desk counts on in none of its blocks: what nothing bears of them the head of its centre sees.

    Numbers that it gave out of them before are its own all the same, whenever they are sent.
    """
    mine = (leases.c.desk == desk, leases.c.closed_at.is_(None))
    connection.execute(update(leases).where(*mine).values(closed_at=now))


def open_years(today: date) -> tuple[int, ...]:
    """This year, and from 1 December the next one."""
    return (today.year, today.year + 1) if today.month == _DECEMBER else (today.year,)


def _row(lease: NumberLease, leased_at: str) -> dict[str, object]:
    return {
        "lease_id": str(lease.lease_id),
        "centre": lease.centre,
        "year": lease.year,
        "series": lease.series.value,
        "first": lease.first,
        "last": lease.last,
        "desk": lease.desk,
        "leased_at": leased_at,
    }
