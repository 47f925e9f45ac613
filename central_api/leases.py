"""Blocks of numbers: each desk counts in its own, so numbers never meet, also offline (design 6)."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert, update

from central_api.clock import Clock
from central_api.database import Database, insert_missing
from central_api.deployment import Deployment
from central_api.problems import Problematic
from central_api.seals import ServerSeals
from central_api.settings import Settings
from central_api.tables import leases, number_heads
from central_api.tokens import Caller
from dost_desktop.domain.attestation import NumberLease, Series
from dost_desktop.domain.dates import instant_text, legal_date
from dost_desktop.domain.events import CENTRAL_DESK
from dost_desktop.domain.ids import new_id
from dost_desktop.domain.numbering import number_text

_DECEMBER = 12


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
            last = self._claim(connection, caller.centre, year, series, self.settings.lease_size)
            lease = NumberLease(
                lease_id=new_id(now),
                series=series,
                centre=caller.centre,
                year=year,
                first=last - self.settings.lease_size + 1,
                last=last,
                desk=caller.desk,
                epoch=self.deployment.epoch,
                key="",
            )
            connection.execute(insert(leases).values(_row(lease, lease.lease_id, instant_text(now))))
            return self.seals.lease(lease)

        return self.database.write(work)

    def take(self, connection: Connection, centre: str, series: Series) -> str:
        """The next number of the centre for the central system itself, as it is written: a block of one."""
        now = self.clock()
        year = legal_date(now).year
        number = self._claim(connection, centre, year, series, 1)
        block = NumberLease(
            lease_id=new_id(now),
            series=series,
            centre=centre,
            year=year,
            first=number,
            last=number,
            desk=CENTRAL_DESK,
            epoch=self.deployment.epoch,
            key="",
        )
        connection.execute(insert(leases).values(_row(block, block.lease_id, instant_text(now))))
        return number_text(series, centre, year, number)

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


def open_years(today: date) -> tuple[int, ...]:
    """This year, and from 1 December the next one."""
    return (today.year, today.year + 1) if today.month == _DECEMBER else (today.year,)


def _row(lease: NumberLease, lease_id: UUID, leased_at: str) -> dict[str, object]:
    return {
        "lease_id": str(lease_id),
        "centre": lease.centre,
        "year": lease.year,
        "series": lease.series.value,
        "first": lease.first,
        "last": lease.last,
        "desk": lease.desk,
        "leased_at": leased_at,
    }
