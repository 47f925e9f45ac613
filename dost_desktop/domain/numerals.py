"""The ending that a number takes in Azerbaijani, worked out from how the number is read aloud.

A letter that says ``2026-ci il`` is wrong on its face; nobody types these endings (letters 0.4).
"""

from __future__ import annotations

import re
from typing import Final

_ONES: Final = ("cı", "ci", "ci", "cü", "cü", "ci", "cı", "ci", "ci", "cu")  # sıfır, bir … doqquz
_TENS: Final = ("", "cu", "ci", "cu", "cı", "ci", "cı", "ci", "ci", "cı")  # on … doxsan
_HUNDRED: Final = "cü"  # yüz
_THOUSAND: Final = "ci"  # min
_MILLION: Final = "cu"  # milyon
_DAY_ONES: Final = ("", "i", "si", "ü", "ü", "i", "sı", "si", "i", "u")
_DAY_TENS: Final = {10: "u", 20: "si", 30: "u"}


def ordinal_ending(number: int) -> str:
    """Ending of the ordinal: 2026 → ``cı`` (2026-cı), 2019 → ``cu``, 2030 → ``cu``, 2100 → ``cü``.

    Numbers from 0 to 999,999,999; anything else raises ValueError. Source: letters 0.4.
    """
    if not 0 <= number < 1_000_000_000:
        raise ValueError("no ordinal ending for this number")
    if number == 0 or number % 10:
        return _ONES[number % 10]
    if number % 100:
        return _TENS[number % 100 // 10]
    if number % 1000:
        return _HUNDRED
    return _THOUSAND if number % 1_000_000 else _MILLION


def article_ending(number: str) -> str:
    """Ending of an article's number, read by its last part: ``4.1.3`` → ``cü``, ``6`` → ``cı``."""
    return ordinal_ending(int(re.split(r"[.\-]", number)[-1]))


def day_ending(day: int) -> str:
    """Possessive ending of a day of the month: ``noyabrın 22-si``, ``noyabrın 6-sı``.

    ValueError for a day outside 1-31. Source: letters 0.4.
    """
    if not 1 <= day <= 31:
        raise ValueError("a month has days 1 to 31")
    return _DAY_TENS.get(day) or _DAY_ONES[day % 10]
