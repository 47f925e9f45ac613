"""The few parts that the public page is made of; whoever calls them has escaped what is not ours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from html import escape
from typing import Final

from central_api.verify_words import WORDS
from dost_desktop.domain.dates import legal_date, long_date, short_time

_MONTHS: Final = {
    "ru": "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
}
_CIRCLE: Final = '<circle cx="18" cy="18" r="16.5" fill="none" stroke="currentColor" stroke-width="2"/>'
_SIGNS: Final = {
    "good": "M10.5 18.5l5.5 5.5 10-11.5",
    "warn": "M18 9.5v11M18 25v2.5",
    "bad": "M12 12l12 12M24 12l-12 12",
}


def banner(tone: str, heading: str, note: str) -> str:
    """An answer in one glance: colour, sign and words say the same."""
    sign = f'<path d="{_SIGNS[tone]}" fill="none" stroke="currentColor" stroke-width="3"/>'
    return (
        f'<section class="state {tone}"><svg class="mark" viewBox="0 0 36 36" aria-hidden="true">{_CIRCLE}{sign}</svg>'
        f"<div><h2>{heading}</h2><p>{note}</p></div></section>\n"
    )


def rows(told: Sequence[tuple[str, str, str]]) -> str:
    """Names and values beside each other; the third of each says how the value looks."""
    listed = "".join(f'<dt>{name}</dt><dd class="{kind}">{value}</dd>' for name, value, kind in told)
    return f"<dl>{listed}</dl>"


def number(text: str) -> str:
    """A paper's number, which breaks only behind its slashes where it must."""
    parts = "<wbr>".join(f'<span class="whole">{escape(part)}</span>' for part in re.findall("[^/]+/?", text))
    return f'<data value="{escape(text)}">{parts}</data>'


def moment_in_baku(moment: datetime, language: str) -> str:
    """The moment as the clocks in Baku showed it."""
    day = long_day(legal_date(moment), language)
    return WORDS[language]["baku"].format(date=day, time=short_time(moment))


def long_day(day: date, language: str) -> str:
    """The day as a letter is dated in this language: ``22 noyabr 2026-cı il``."""
    if language == "az":
        return long_date(day)
    told = f"{day.day} {_MONTHS[language].split('|')[day.month - 1]} {day.year}"
    return f"{told} г." if language == "ru" else told
