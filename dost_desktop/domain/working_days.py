"""Which days the office works, so that a term in working days ends on the day the law means.

The rules of Labour Code 105 are here; what the Cabinet decides each December is data. Not a calendar library:
the days must follow from the law an event names, not from a library's release (a test compares with one).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5
_HOLIDAYS: Final = ((1, 1), (1, 2), (3, 8), (5, 9), (5, 28), (6, 15), (6, 26), (11, 8), (11, 9))  # facts 9.1
_MOURNING: Final = (1, 20)  # hüzn günü: not worked and, no holiday, never moved (facts 9.3)
_SOLIDARITY: Final = (12, 31)  # moved into the next year when it falls on a weekend
_NOVRUZ: Final = tuple((3, day) for day in range(20, 25))


@dataclass(frozen=True, slots=True)
class YearDecision:
    """What the Cabinet decided for one year (Labour Code 105(4) and the yearly swaps, facts 9.4, 9.7).

    ``days_off`` are working days made free, by a swap or by an election; ``worked`` are rest days that became
    working days, and may lie in the December before. ``source`` says where it can be read.
    """

    year: int
    ramazan: tuple[date, ...]
    qurban: tuple[date, ...]
    source: str
    novruz: tuple[date, ...] = ()  # empty: 20-24 March
    days_off: tuple[date, ...] = ()
    worked: tuple[date, ...] = ()


DECIDED_YEARS: Final = (
    YearDecision(
        2025,
        ramazan=(date(2025, 3, 30), date(2025, 3, 31)),
        qurban=(date(2025, 6, 6), date(2025, 6, 7)),
        days_off=(
            date(2025, 1, 3),
            date(2025, 1, 29),
            date(2025, 3, 27),
            date(2025, 3, 28),
            date(2025, 6, 27),
        ),
        worked=(date(2024, 12, 29), date(2025, 3, 10), date(2025, 4, 1), date(2025, 6, 21)),
        source="facts 9.7, 9.9; Cabinet decisions on swapped days; municipal elections of 29 January",
    ),
    YearDecision(
        2026,
        ramazan=(date(2026, 3, 20), date(2026, 3, 21)),
        qurban=(date(2026, 5, 27), date(2026, 5, 28)),
        source="facts 9.10, 9.11",
    ),
)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The office's five-day week with its holidays; years without a decision go by the fixed holidays alone.

    Holds from 2021, when 8 November became a holiday. Source: Labour Code 105, facts 9.1-9.11.
    """

    decisions: tuple[YearDecision, ...] = DECIDED_YEARS

    def is_confirmed(self, year: int) -> bool:
        """Whether the decision for ``year`` is known; if not, Ramazan and Qurban are missing."""
        return any(decision.year == year for decision in self.decisions)

    def is_working(self, day: date) -> bool:
        """Whether the office works on ``day``: decided swaps first, then week and holidays."""
        for decision in self.decisions:
            if day in decision.worked:
                return True
            if day in decision.days_off:
                return False
        return not _is_weekend(day) and day not in _rest_days(day.year, self._decision(day.year))

    def add(self, day: date, working_days: int) -> date:
        """The last day of a term of ``working_days`` (at least 1) that starts on the day after ``day``.

        5 working days from Monday 2 March 2026 end on Tuesday 10 March (design §4).
        """
        if working_days < 1:
            raise ValueError("a term has at least one working day")
        for _ in range(working_days):
            day += _DAY
            while not self.is_working(day):
                day += _DAY
        return day

    def between(self, start: date, end: date) -> int:
        """Working days after ``start`` up to and with ``end``; negative when ``end`` is the earlier day.

        ``between(day, add(day, n)) == n``: the same count as a term's.
        """
        if end < start:
            return -self.between(end, start)
        return sum(self.is_working(start + _DAY * n) for n in range(1, (end - start).days + 1))

    def _decision(self, year: int) -> YearDecision | None:
        return next((decision for decision in self.decisions if decision.year == year), None)


def _is_weekend(day: date) -> bool:
    return day.weekday() >= _SATURDAY


@lru_cache(maxsize=64)
def _rest_days(year: int, decision: YearDecision | None) -> frozenset[date]:
    """Holidays of ``year`` and the days given for those on a weekend or on each other (105(5), 105(6))."""
    novruz = decision.novruz if decision and decision.novruz else tuple(date(year, *day) for day in _NOVRUZ)
    bayrams = decision.ramazan + decision.qurban if decision else ()
    others = {date(year, *day) for day in _HOLIDAYS} | set(novruz)
    moved = sorted({date(year - 1, *_SOLIDARITY)} | others | set(bayrams))
    rest = {*moved, date(year, *_MOURNING), date(year, *_SOLIDARITY)}
    for holiday in moved:
        for _ in range(_is_weekend(holiday) + (holiday in bayrams and holiday in others)):
            rest.add(next(day for day in _days_after(holiday) if not _is_weekend(day) and day not in rest))
    return frozenset(rest)


def _days_after(day: date) -> Iterator[date]:
    while True:
        day += _DAY
        yield day
