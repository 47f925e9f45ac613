"""Numbers of applications and notices: from the desk's leased block, or provisional when it is used up (design 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dost_desktop.domain.attestation import Series
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.ids import new_id
from dost_desktop.domain.numbering import number_stem, number_text
from dost_desktop.ports import Work
from dost_desktop.rows import Taken


@dataclass(frozen=True, slots=True)
class GivenNumber:
    """A number as it is printed; a provisional one says so itself and is confirmed at the next connection."""

    text: str
    provisional: bool


def blank_number(series: Series, centre: str, now: datetime) -> str:
    """What a preview shows before the number is taken: ``05-04-05-00/B03/2026/______``."""
    return f"{number_stem(series, centre, legal_date(now).year)}______"


def take_number(work: Work, series: Series, *, centre: str, desk: str, now: datetime) -> GivenNumber:
    """The next number of this desk, taken in ``work``: it is given out only if ``work`` is committed."""
    taken = work.take_number(series, legal_date(now).year, now)
    if taken is None:
        return _provisional(series, centre, desk, now)
    return _given(series, taken)


def next_number(work: Work, series: Series, *, centre: str, desk: str, now: datetime) -> GivenNumber:
    """The number that ``take_number`` would give now; nothing is taken."""
    taken = work.peek_number(series, legal_date(now).year)
    if taken is None:
        return _provisional(series, centre, desk, now)
    return _given(series, taken)


def _given(series: Series, taken: Taken) -> GivenNumber:
    lease = taken.lease
    return GivenNumber(number_text(series, lease.centre, lease.year, taken.number), provisional=False)


def _provisional(series: Series, centre: str, desk: str, now: datetime) -> GivenNumber:
    """Unique without asking anybody: the desk and the end of a fresh id; ``P`` marks it as provisional."""
    mark = new_id(now).hex[-8:].upper()
    return GivenNumber(
        f"{number_stem(series, centre, legal_date(now).year)}P-{desk}-{mark}", provisional=True
    )
