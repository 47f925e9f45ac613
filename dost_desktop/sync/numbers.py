"""Blocks of numbers are fetched before they run out, so that a desk can issue notices without a connection."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from dost_desktop.contract.messages import Leased
from dost_desktop.domain.attestation import NumberLease, Series
from dost_desktop.domain.codec import from_json
from dost_desktop.domain.dates import legal_date
from dost_desktop.sync.needs import Declined
from dost_desktop.sync.report import Alarm
from dost_desktop.sync.round import Round, stops_round

SERIES: Final = (Series.APPLICATION, Series.NOTICE, Series.REFERRAL)
_KEPT_READY: Final = 25  # numbers of each series and year
_DECEMBER: Final = 12
_FIRST_YEAR: Final = 2019  # of the law, and of the contract
_BLOCKS: Final = 4  # at most, for one series and year in one round


def lease_numbers(
    this: Round, series: tuple[Series, ...] = SERIES, ready: int = _KEPT_READY
) -> Declined | None:
    """Have at least ``ready`` numbers of each series for this year, and from 1 December for the next."""
    for each in series:
        for year in wanted_years(this.now):
            stopped = _fill(this, each, year, ready)
            if stopped is not None:
                return stopped
    return None


def wanted_years(now: datetime) -> tuple[int, ...]:
    """The years numbers are kept for, by the calendar in Baku; none for a PC whose clock began anew."""
    today = legal_date(now)
    if today.year < _FIRST_YEAR:
        return ()
    return (today.year, today.year + 1) if today.month == _DECEMBER else (today.year,)


def _fill(this: Round, series: Series, year: int, ready: int) -> Declined | None:
    for _ in range(_BLOCKS):
        with this.memory.open_reading() as reading:
            if reading.leases.left(series, year) >= ready:
                return None
        answer = this.central.lease(series, year)
        if not isinstance(answer, Leased):
            if stops_round(answer):
                return answer
            this.alarm(Alarm("lease.refused", None, series.value))
            return None
        lease = _ours(this, answer, series, year)
        if lease is None:
            this.alarm(Alarm("lease.not_ours", None, series.value))
            return None
        with this.memory.open_work() as work:
            work.leases.add(lease)
            work.commit()
    return None


def _ours(this: Round, leased: Leased, series: Series, year: int) -> NumberLease | None:
    """The block, if the central API sealed it for this desk, series and year."""
    try:
        lease: NumberLease = from_json(NumberLease, leased.lease)
        is_sealed = this.keyring.lease_is_sealed(lease)
    except ValueError:
        return None
    asked = (series, year, this.place.centre, this.place.desk)
    told = (lease.series, lease.year, lease.centre, lease.desk)
    return lease if is_sealed and asked == told and 0 < lease.first <= lease.last else None
