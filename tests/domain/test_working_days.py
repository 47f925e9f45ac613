"""The office's working days, against the Cabinet's decision for 2026 and an independent calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dost_desktop.domain.working_days import DECIDED_YEARS, WorkingCalendar, YearDecision

CALENDAR = WorkingCalendar()
OFF_2026 = (  # facts 9.11, whole
    "01-01 01-02 01-20 03-09 03-20 03-23 03-24 03-25 03-26 03-27 03-30 05-11 05-27 05-28 05-29 06-15 06-26 "
    "11-09 11-10 12-31"
)
days = st.dates(date(2025, 1, 1), date(2029, 12, 1))


def weekdays_off(calendar: WorkingCalendar, year: int) -> list[date]:
    every = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
    return [day for day in every if day.year == year and day.weekday() < 5 and not calendar.is_working(day)]


def test_the_days_off_of_2026_are_those_of_the_decision() -> None:
    assert [f"{day:%m-%d}" for day in weekdays_off(CALENDAR, 2026)] == OFF_2026.split()


def test_from_20_to_30_march_2026_nobody_works() -> None:
    assert not any(CALENDAR.is_working(date(2026, 3, day)) for day in range(20, 31))
    assert CALENDAR.is_working(date(2026, 3, 19))
    assert CALENDAR.is_working(date(2026, 3, 31))


def test_in_2025_all_of_20_to_31_march_is_off_and_the_swapped_days_are_worked() -> None:
    assert not any(CALENDAR.is_working(date(2025, 3, day)) for day in range(20, 32))
    assert all(CALENDAR.is_working(day) for day in (date(2025, 3, 10), date(2025, 4, 1), date(2025, 6, 21)))
    assert not any(CALENDAR.is_working(date(2025, 11, day)) for day in (8, 9, 10, 11))


@pytest.mark.parametrize("year", [decision.year for decision in DECIDED_YEARS])
def test_an_independent_calendar_has_the_same_days_off(year: int) -> None:
    theirs = holidays.country_holidays("AZ", years=year)
    assert weekdays_off(CALENDAR, year) == sorted(
        day for day in theirs if day.weekday() < 5 and day.year == year
    )


@pytest.mark.parametrize("year", range(2021, 2025))
def test_the_rules_alone_give_the_days_of_earlier_years_but_for_swaps_and_elections(year: int) -> None:
    theirs = holidays.country_holidays("AZ", years=year, language="en_US")

    def bayram(name: str) -> tuple[date, ...]:
        return tuple(sorted(day for day in theirs if name in theirs.get_list(day) and day.year == year))

    decision = YearDecision(
        year, bayram("Eid al-Fitr"), bayram("Eid al-Adha"), source="an independent calendar"
    )
    by_rule = [
        day
        for day, name in sorted(theirs.items())
        if day.weekday() < 5 and day.year == year and "substituted" not in name and "elections" not in name
    ]
    assert weekdays_off(WorkingCalendar((decision,)), year) == by_rule


def test_a_year_without_a_decision_goes_by_the_fixed_holidays_and_says_so() -> None:
    assert [year for year in range(2025, 2030) if CALENDAR.is_confirmed(year)] == [2025, 2026]
    fixed = "01-03 01-04 01-20 03-08 03-20 03-21 03-22 03-23 03-24 05-09 05-29 06-15 06-26 11-08 11-09"
    assert [f"{day:%m-%d}" for day in weekdays_off(CALENDAR, 2028)] == fixed.split()


def test_31_december_on_a_sunday_gives_a_day_in_january() -> None:
    assert date(2028, 12, 31).weekday() == 6
    assert [day.day for day in weekdays_off(CALENDAR, 2029) if day.month == 1] == [1, 2, 3]


def test_a_swap_decided_later_is_data() -> None:
    swap = replace(DECIDED_YEARS[-1], days_off=(date(2026, 11, 11),), worked=(date(2026, 11, 14),))
    calendar = WorkingCalendar((swap,))
    assert not calendar.is_working(date(2026, 11, 11))
    assert calendar.is_working(date(2026, 11, 14))
    assert CALENDAR.is_working(date(2026, 11, 11))


@pytest.mark.parametrize(
    ("start", "working_days", "end"),
    [
        (date(2026, 3, 2), 5, date(2026, 3, 10)),  # design §4: 9 March is off
        (date(2026, 3, 19), 1, date(2026, 3, 31)),
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 12, 30), 1, date(2027, 1, 5)),
    ],
)
def test_a_term_starts_the_next_day_and_counts_working_days(
    start: date, working_days: int, end: date
) -> None:
    assert CALENDAR.add(start, working_days) == end


def test_a_term_of_no_days_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="at least one"):
        CALENDAR.add(date(2026, 3, 2), 0)


@given(days, st.integers(1, 40))
def test_a_term_ends_on_a_working_day_and_is_as_long_as_asked(start: date, working_days: int) -> None:
    end = CALENDAR.add(start, working_days)
    assert CALENDAR.is_working(end)
    assert CALENDAR.between(start, end) == working_days
    assert CALENDAR.between(end, start) == -working_days
