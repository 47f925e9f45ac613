"""Azerbaijani order and case, the same on every machine: no locale, no Qt, no ICU.

Python upper-cases ``i`` to ``I`` and sorts ``ç ə ı ş`` behind ``z``; a list of citizens' names shows both.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

ALPHABET: Final = "abcçdeəfgğhxıijkqlmnoöprsştuüvwyz"
"""The 32 letters in their order, with ``w`` of foreign names between ``v`` and ``y``."""

_SMALL: Final = str.maketrans({"İ": "i", "I": "ı"})  # before lower(): Python would say 'i' twice
_CAPITAL: Final = str.maketrans({"i": "İ", "ı": "I"})
_PLACE: Final = {letter: chr(ord("A") + n) for n, letter in enumerate(ALPHABET)}
_LAST: Final = "~"  # stands behind every place of the alphabet ("A" … "a")
_PLAIN: Final = {"ə": "e", "ı": "i", "ş": "s", "ç": "c", "ğ": "g", "ö": "o", "ü": "u"}
_CHILD_OF: Final = frozenset({"oglu", "qizi"})
_ENOUGH_WORDS: Final = 2  # that two names share, where one is longer


def small(text: str) -> str:
    """Lower case as Azerbaijani writes it: ``small('İLQAR ILIQ') == 'ilqar ılıq'``."""
    return text.translate(_SMALL).lower()


def capital(text: str) -> str:
    """Upper case as Azerbaijani writes it: ``capital('ilqar ılıq') == 'İLQAR ILIQ'``."""
    return text.translate(_CAPITAL).upper()


class _Places(dict[int, str]):
    """What a small letter weighs in a sort key; a letter met for the first time is worked out and kept."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = place = _place_of(letter)
        return place


def _place_of(letter: str) -> str:
    if letter in _PLACE:
        return _PLACE[letter]
    base = _without_marks(letter)
    if base != letter:
        return "".join(_place_of(part) for part in base)
    return letter if letter < "A" else _LAST + letter


class _PlainLetters(dict[int, str]):
    """What a small letter is in a search: the English letter under its marks."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = plain = _PLAIN.get(letter) or _without_marks(letter)
        return plain


def _without_marks(letter: str) -> str:
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in parts if not unicodedata.combining(part))


_PLACES: Final = _Places()
_PLAIN_LETTERS: Final = _PlainLetters()


def alphabetical(text: str) -> str:
    """Sort key that stands in a database column: its plain byte order is the Azerbaijani order.

    Space and digits come before letters, foreign scripts behind them. On PostgreSQL the column is compared
    with ``COLLATE "C"``; SQLite's default is right.
    """
    return small(unicodedata.normalize("NFC", text)).translate(_PLACES)


def fold(text: str) -> str:
    """What a search compares: ``fold('Əliyev') == 'eliyev'``, so a name is found without Azerbaijani keys."""
    return small(unicodedata.normalize("NFC", text)).translate(_PLAIN_LETTERS)


def one_error_apart(one: str, other: str) -> bool:
    """True for the same word, or for two that differ in one letter: another, one more, one less, two changed about."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    is_swapped = short[at : at + 2] == long[at : at + 2][::-1]
    return short[at + 1 :] == long[at + 1 :] or (is_swapped and short[at + 2 :] == long[at + 2 :])


def names_alike(one: Sequence[str], other: Sequence[str]) -> int | None:
    """Typing errors between two names given as folded words in any order: 0, 1, or None for names of two persons.

    ``oğlu`` and ``qızı`` say nothing; a word that one name lacks (papers without a patronymic) does not count as an
    error where two words at least are there in both.
    """
    fewer, more = sorted(([word for word in name if word not in _CHILD_OF] for name in (one, other)), key=len)
    if not fewer or (len(fewer) < len(more) and len(fewer) < _ENOUGH_WORDS):
        return None
    left = list(more)
    unmatched = []
    for word in fewer:
        if word in left:
            left.remove(word)
        else:
            unmatched.append(word)
    if not unmatched:
        return 0
    is_near = len(unmatched) == 1 and any(one_error_apart(unmatched[0], word) for word in left)
    return 1 if is_near else None
