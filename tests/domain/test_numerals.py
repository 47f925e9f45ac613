"""The check table of letters 0.4, whole."""

from __future__ import annotations

import pytest

from dost_desktop.domain.numerals import article_ending, day_ending, ordinal_ending

YEARS = (
    "2000-ci 2010-cu 2018-ci 2019-cu 2020-ci 2021-ci 2022-ci 2023-cü 2024-cü 2025-ci 2026-cı 2027-ci 2028-ci "
    "2029-cu 2030-cu 2033-cü 2036-cı 2040-cı 2050-ci 2060-cı 2090-cı 2100-cü 1990-cı 1985-ci"
)
WORDS = (
    "0-cı 1-ci 2-ci 3-cü 4-cü 5-ci 6-cı 7-ci 8-ci 9-cu 10-cu 20-ci 30-cu 40-cı 50-ci 60-cı 70-ci 80-ci 90-cı "
    "100-cü 900-cü 1000-ci 17000-ci 1000000-cu 1000100-cü 999999999-cu"
)
DAYS = (
    "1-i 2-si 3-ü 4-ü 5-i 6-sı 7-si 8-i 9-u 10-u 11-i 12-si 13-ü 14-ü 15-i 16-sı 17-si 18-i 19-u 20-si 21-i "
    "22-si 23-ü 24-ü 25-i 26-sı 27-si 28-i 29-u 30-u 31-i"
)
ARTICLES = (
    "4.1.1-ci 4.1.2-ci 4.1.3-cü 4.1.4-cü 4.1.5-ci 4.1.6-cı 4.1.7-ci 4.1.8-ci 5-ci 6-cı 17.7-ci 20.2.2-ci "
    "21.1-ci 24.1-ci 38-ci 71.1-ci 73-cü 74-cü 75-ci"
)


@pytest.mark.parametrize("written", (YEARS + " " + WORDS).split())
def test_the_ordinal_ends_as_its_last_spoken_word_does(written: str) -> None:
    number, ending = written.split("-")
    assert ordinal_ending(int(number)) == ending


@pytest.mark.parametrize("written", DAYS.split())
def test_every_day_of_the_month_takes_its_ending(written: str) -> None:
    day, ending = written.split("-")
    assert day_ending(int(day)) == ending


@pytest.mark.parametrize("written", ARTICLES.split())
def test_an_article_is_read_by_its_last_part(written: str) -> None:
    number, ending = written.rsplit("-", 1)
    assert article_ending(number) == ending


@pytest.mark.parametrize("number", [-1, 10**9])
def test_a_number_nobody_reads_aloud_has_no_ending(number: int) -> None:
    with pytest.raises(ValueError, match="no ordinal ending"):
        ordinal_ending(number)


@pytest.mark.parametrize("day", [0, 32])
def test_there_is_no_32nd(day: int) -> None:
    with pytest.raises(ValueError, match="days 1 to 31"):
        day_ending(day)
