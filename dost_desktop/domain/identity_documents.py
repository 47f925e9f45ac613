"""Kinds of identity documents and their numbers: how a number is written is data of its kind, not code."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.values import latin_capitals

_CAN: Final = re.compile(r"[0-9]{6}")
_ANY_NUMBER: Final = re.compile(r"[0-9A-Zİ]{4,20}")
_SIGNS: Final = str.maketrans("", "", "№#.-/")  # people copy “AZE № 12345678” as it stands on the card


class DocumentKind(StrEnum):
    """The kinds the service knows today (SEED 21, facts 4.4, 4.5); the catalogue may name more."""

    IDENTITY_CARD_OLD = "identity_card_old"
    IDENTITY_CARD_NEW = "identity_card_new"
    TEMPORARY_PERMIT = "temporary_permit"
    PERMANENT_PERMIT = "permanent_permit"


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """How the numbers of one kind are written: a regular expression over the normalised text, and an example.

    Normalised: no spaces, capitals, ``İ`` where the series has it. A new card layout is a new pattern.
    """

    shape: str
    example: str

    def __post_init__(self) -> None:
        if not re.fullmatch(self.shape, self.example):
            raise ValueError(f"the example {self.example} is not of the shape {self.shape}")


PATTERNS: Final = {
    DocumentKind.IDENTITY_CARD_OLD: NumberPattern(r"AZE[0-9]{8}", "AZE12345678"),
    DocumentKind.IDENTITY_CARD_NEW: NumberPattern(r"[A-Z]{2}[0-9]{7}", "AA1234567"),
    DocumentKind.TEMPORARY_PERMIT: NumberPattern(r"MYİ[0-9]{7}", "MYİ1234567"),
    DocumentKind.PERMANENT_PERMIT: NumberPattern(r"DYİ[0-9]{7}", "DYİ1234567"),
}
"""What the catalogue's document kinds say by default (facts 4.4, 4.5)."""


@dataclass(frozen=True, slots=True, order=True)
class CardNumber:
    """Series and number of an identity document, normalised: ``AA1234567``, ``MYİ1234567``."""

    text: str

    def __post_init__(self) -> None:
        if not _ANY_NUMBER.fullmatch(self.text):
            raise InvalidValue("document.number_shape", example="AA1234567")

    @classmethod
    def parse(cls, typed: str, pattern: NumberPattern) -> CardNumber:
        """Read a number of the kind that ``pattern`` describes; in a series ``I`` may stand for ``İ``.

        Raises InvalidValue ``card.can_number`` for a lone number of 6 digits (the CAN printed on the card,
        facts 4.7), else ``document.number_shape`` (example).
        """
        plain = latin_capitals(typed.translate(_SIGNS))
        if _CAN.fullmatch(plain) and not re.fullmatch(pattern.shape, plain):
            raise InvalidValue("card.can_number")
        if re.fullmatch(pattern.shape.replace("İ", "I"), plain):
            for text in _spellings(plain):
                if re.fullmatch(pattern.shape, text):
                    return cls(text)
        raise InvalidValue("document.number_shape", example=pattern.example)

    def __repr__(self) -> str:
        return f"CardNumber('{self.text[:3]}{'*' * len(self.text[3:])}')"


def _spellings(plain: str) -> Iterator[str]:
    """``plain`` with each of its ``I`` read as ``I`` or ``İ``: which one it is, only the pattern knows."""
    choices = (("I", "İ") if letter == "I" else (letter,) for letter in plain)
    return ("".join(letters) for letters in itertools.product(*choices))
