"""Where things stand in the machine-readable lines of a card, and how their check digits are computed.

One table for reading and for writing; written from ICAO 9303 parts 5 and 6 and facts 4.8-4.10.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

FILLER: Final = "<"
_WEIGHTS: Final = (7, 3, 1)
_VALUES: Final = {FILLER: 0} | {sign: n for n, sign in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")}


def check_digit(signs: str) -> str:
    """The check digit of MRZ characters: values 0-35 weighted 7, 3, 1, modulo 10 (ICAO 9303-3, 4.9).

    It cannot tell characters whose values differ by a multiple of 10: ``< 0 A K U``, ``1 B L V`` and so on.
    """
    return str(sum(_VALUES[sign] * _WEIGHTS[n % 3] for n, sign in enumerate(signs)) % 10)


class MrzLayout(StrEnum):
    """Two card layouts: TD1, three lines of 30, and TD2, two lines of 36."""

    TD1 = "TD1"
    TD2 = "TD2"


@dataclass(frozen=True, slots=True, eq=False)  # slices are not hashable before Python 3.12
class Places:
    """Where a layout keeps its fields, counted from 0 over all its lines put together.

    A date, and a number, is followed by its own check digit. ``composite`` are the stretches that the last
    check digit covers.
    """

    layout: MrzLayout
    lines: int
    width: int
    number: slice
    birth: slice
    sex: int
    expiry: slice
    nationality: slice
    optional: slice
    composite: tuple[slice, ...]
    composite_digit: int
    names: slice

    @property
    def size(self) -> int:
        """Characters of all lines together."""
        return self.lines * self.width


ISSUER: Final = slice(2, 5)
TD1: Final = Places(
    MrzLayout.TD1,
    lines=3,
    width=30,
    number=slice(5, 14),
    optional=slice(15, 30),  # the FİN stands at its beginning
    birth=slice(30, 36),
    sex=37,
    expiry=slice(38, 44),
    nationality=slice(45, 48),
    composite=(slice(5, 30), slice(30, 37), slice(38, 45), slice(48, 59)),
    composite_digit=59,
    names=slice(60, 90),
)
TD2: Final = Places(
    MrzLayout.TD2,
    lines=2,
    width=36,
    names=slice(5, 36),
    number=slice(36, 45),
    nationality=slice(46, 49),
    birth=slice(49, 55),
    sex=56,
    expiry=slice(57, 63),
    optional=slice(64, 71),  # the FİN, or the migration PIN and fillers
    composite=(slice(36, 46), slice(49, 56), slice(57, 71)),
    composite_digit=71,
)
