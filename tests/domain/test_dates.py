"""Days and moments as the office writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dost_desktop.domain.dates import (
    age_on,
    day_of_age,
    instant,
    instant_text,
    legal_date,
    long_date,
    parse_birth_date,
    parse_date,
    short,
    short_time,
)
from dost_desktop.domain.errors import InvalidValue


@pytest.mark.parametrize("typed", ["22.11.2026", " 22-11-2026 ", "22/11/2026", "22112026", "22 11 2026"])
def test_a_day_is_read_however_it_is_typed(typed: str) -> None:
    assert parse_date(typed) == date(2026, 11, 22)


def test_leading_noughts_may_be_left_out() -> None:
    assert parse_date("1.2.2026") == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "date.shape"),
        ("22.11.26", "date.shape"),
        ("2026-11-22", "date.shape"),
        ("22 noyabr 2026", "date.shape"),
        ("٢٢.١١.٢٠٢٦", "date.shape"),
        ("22.11.20266", "date.shape"),
        ("31.02.2026", "date.does_not_exist"),
        ("29.02.2027", "date.does_not_exist"),
        ("22.13.2026", "date.does_not_exist"),
        ("00.11.2026", "date.does_not_exist"),
        ("22.11.0000", "date.does_not_exist"),
    ],
)
def test_what_is_not_a_day_is_said_in_words(typed: str, problem: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        parse_date(typed)
    assert refused.value.problem == problem


def test_nobody_is_born_tomorrow() -> None:
    today = date(2026, 11, 22)
    assert parse_birth_date("22.11.2026", today) == today
    with pytest.raises(InvalidValue) as refused:
        parse_birth_date("23.11.2026", today)
    assert refused.value.problem == "date.in_future"


@given(st.dates())
def test_a_written_day_is_read_back(day: date) -> None:
    assert parse_date(short(day)) == day


def test_a_notice_is_dated_with_the_ending_of_its_year() -> None:
    assert long_date(date(2026, 11, 22)) == "22 noyabr 2026-cı il"
    assert long_date(date(2019, 7, 25)) == "25 iyul 2019-cu il"


def test_the_legal_day_begins_at_midnight_in_baku() -> None:
    before, after = datetime(2026, 11, 24, 19, 59, tzinfo=UTC), datetime(2026, 11, 24, 20, 0, tzinfo=UTC)
    assert (legal_date(before), short_time(before)) == (date(2026, 11, 24), "23:59")
    assert (legal_date(after), short_time(after)) == (date(2026, 11, 25), "00:00")


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(2011, 11, 23), date(2026, 11, 22), 14),
        (date(2011, 11, 23), date(2026, 11, 23), 15),
        (date(2012, 2, 29), date(2027, 2, 28), 14),
        (date(2012, 2, 29), date(2027, 3, 1), 15),
        (date(2012, 2, 29), date(2028, 2, 29), 16),
    ],
)
def test_age_is_counted_in_whole_years(birth: date, day: date, age: int) -> None:
    assert age_on(birth, day) == age


@given(st.dates(max_value=date(2100, 1, 1)), st.integers(0, 120))
def test_somebody_turns_an_age_on_the_first_day_of_having_it(birth: date, years: int) -> None:
    turning = day_of_age(birth, years)
    assert age_on(birth, turning) == years
    if years:
        assert age_on(birth, turning - timedelta(days=1)) == years - 1


def test_a_moment_travels_as_utc_with_three_decimals_cut_not_rounded() -> None:
    baku = timezone(timedelta(hours=4))
    assert instant_text(datetime(2026, 11, 24, 14, 7, 32, 123999, tzinfo=baku)) == "2026-11-24T10:07:32.123Z"
    assert instant_text(datetime(2026, 11, 24, 10, 7, 32, tzinfo=UTC)) == "2026-11-24T10:07:32.000Z"


@given(st.datetimes(min_value=datetime(1900, 1, 2), max_value=datetime(2200, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_a_moment_comes_back_to_the_millisecond(moment: datetime) -> None:
    text = instant_text(moment)
    assert instant(text) == moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    assert instant_text(instant(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-11-24T10:07:32Z",
        "2026-11-24T10:07:32.123+00:00",
        "2026-11-24 10:07:32.123Z",
        "2026-13-24T10:07:32.123Z",
    ],
)
def test_a_moment_written_otherwise_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        instant(text)


def test_a_moment_without_its_zone_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="without its zone"):
        legal_date(datetime(2026, 11, 24))  # noqa: DTZ001
