"""How the office reads and writes days and times, and which day it legally is.

Legal days are days in Baku (design §4); moments travel as UTC text with exactly three decimals.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.numerals import ordinal_ending

AZ_ZONE: Final = ZoneInfo("Asia/Baku")
MONTHS: Final = (
    "yanvar",
    "fevral",
    "mart",
    "aprel",
    "may",
    "iyun",
    "iyul",
    "avqust",
    "sentyabr",
    "oktyabr",
    "noyabr",
    "dekabr",
)
_TYPED: Final = re.compile(
    r"([0-9]{1,2})[.,/\- ]([0-9]{1,2})[.,/\- ]([0-9]{4})|([0-9]{2})([0-9]{2})([0-9]{4})"
)
_INSTANT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")


def parse_date(typed: str) -> date:
    """Read a typed day: ``22.11.2026``; also ``22112026``, ``1.2.2026`` and other separators.

    Raises InvalidValue ``date.shape`` or ``date.does_not_exist`` (31.02, month 13, year 0000).
    """
    found = _TYPED.fullmatch(" ".join(typed.split()))
    if not found:
        raise InvalidValue("date.shape")
    day, month, year = (int(part) for part in found.groups() if part is not None)
    try:
        return date(year, month, day)
    except ValueError:
        raise InvalidValue("date.does_not_exist") from None


def parse_birth_date(typed: str, today: date) -> date:
    """Read a typed day of birth; besides ``parse_date`` raises InvalidValue ``date.in_future``."""
    born = parse_date(typed)
    if born > today:
        raise InvalidValue("date.in_future")
    return born


def short(day: date) -> str:
    """The day as fields and letters show it: ``22.11.2026`` (letters 0.3)."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def long_date(day: date) -> str:
    """The day as a notice is dated: ``22 noyabr 2026-cı il`` (letters 0.3)."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}-{ordinal_ending(day.year)} il"


def legal_date(moment: datetime) -> date:
    """The day it is in Baku at ``moment`` (an aware time of any zone); ValueError for a naive one."""
    return _in_baku(moment).date()


def short_time(moment: datetime) -> str:
    """The time on the wall in Baku, ``14:05``; ValueError for a naive ``moment``."""
    return _in_baku(moment).strftime("%H:%M")


def age_on(birth: date, day: date) -> int:
    """Whole years of age on ``day``; somebody born on 29 February turns on 1 March in a common year.

    Negative before the birth. Source: facts 4.11 (minimum age 15), D10.
    """
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def day_of_age(birth: date, years: int) -> date:
    """The day on which somebody turns ``years``; the words for a person under 15 name it."""
    try:
        return birth.replace(year=birth.year + years)
    except ValueError:  # 29 February in a common year
        return date(birth.year + years, 3, 1)


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day; never beyond the calendar's last."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:  # a year typed wrong is a wrong term, not a crash
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def instant(text: str) -> datetime:
    """Read a moment as it travels and is stored: ``2026-11-24T10:07:32.123Z``, UTC; else ValueError."""
    if not _INSTANT.fullmatch(text):
        raise ValueError("a moment is written like 2026-11-24T10:07:32.123Z")
    year, month, day = int(text[0:4]), int(text[5:7]), int(text[8:10])
    hour, minute, second, milli = int(text[11:13]), int(text[14:16]), int(text[17:19]), int(text[20:23])
    return datetime(year, month, day, hour, minute, second, milli * 1000, UTC)


def instant_text(moment: datetime) -> str:
    """Write a moment as it travels: UTC, exactly milliseconds, cut and not rounded; ValueError if naive.

    The text sorts as the moments do.
    """
    utc = _aware(moment).astimezone(UTC).replace(tzinfo=None)
    return utc.isoformat(timespec="milliseconds") + "Z"


def _in_baku(moment: datetime) -> datetime:
    return _aware(moment).astimezone(AZ_ZONE)


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment without its zone")
    return moment
