"""Finding persons: whatever an agent types of a name or a number leads to the files, by indices only."""

# ruff: noqa: S608 - every text is a constant of this module, every value is bound

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from dost_desktop.domain.alphabet import names_alike, one_error_apart
from dost_desktop.domain.values import latin_capitals
from dost_desktop.rows import PersonRow
from dost_desktop.storage.connection import Connection, Row
from dost_desktop.storage.projection import variants, words_of

_FEW: Final = 5  # fewer hits than this: also look for names with one wrong letter
_SHORTEST: Final = 3  # letters of a word, or signs of a number, that a search starts with
_SHORTEST_NEAR: Final = 4  # shorter words are too alike
_NEAR_WORDS: Final = 64  # words looked at for each that was typed
_ALL_LETTERS: Final = range(5, 8)  # a personal number may happen to hold no digit
_END: Final = "\U0010ffff"
_SERIES: Final = ("AA", "AB", "AZE", "MYI", "DYI")  # in front of a card's digits (facts 4.4, 4.5)
_CARD_DIGITS: Final = frozenset({7, 8})
_NATIONAL: Final = 9  # digits of a telephone number behind +994 (facts 4.17)
_LOCAL: Final = 7  # … and without the operator's
_AS_PHONE: Final = re.compile(r"[+0-9 ()\-./]+")
_TRUNKS: Final = ("00994", "994", "0")  # in front of a national number
_SERIAL: Final = re.compile(
    r"(?:(?P<series>[A-Z])-?)?(?P<digits>\d{1,6})"
)  # M-000123 of application and notice
_SERIAL_DIGITS: Final = 6

_COLUMNS: Final = (
    "f.file_id, p.full_name, p.number_kind, p.number, p.document_number, p.birth_date, p.phone, p.status,"
    " p.status_at, p.last_active_on, p.needs_review"
)
_PERSON: Final = f"SELECT {_COLUMNS} FROM person p JOIN file f ON f.no = p.file"
BY_NAME: Final = (  # the index is read by its rowids, the places of the alphabet, and no further than the limit
    f"SELECT {_COLUMNS} FROM person_names n CROSS JOIN person p ON p.place = n.rowid CROSS JOIN file f"
    " ON f.no = p.file WHERE n.person_names MATCH ? ORDER BY n.rowid LIMIT ?"
)
NEAR_WORDS: Final = (
    "SELECT DISTINCT word FROM name_variant WHERE variant IN (SELECT value FROM json_each(?))"
    " AND length(word) BETWEEN ? - 1 AND ? + 1 LIMIT ?"
)
BY_NUMBER: Final = (  # what cannot be meant is NULL and finds nothing
    _PERSON + " WHERE p.file IN (SELECT file FROM"
    " (SELECT file FROM person WHERE number >= :from AND number < :to ORDER BY number LIMIT :limit)"
    " UNION SELECT file FROM (SELECT file FROM person WHERE document_number >= :from AND document_number < :to"
    " ORDER BY document_number LIMIT :limit)"
    " UNION SELECT file FROM person WHERE document_number IN (SELECT value FROM json_each(:documents))"
    " UNION SELECT file FROM (SELECT file FROM person WHERE phone >= :phone AND phone < :phone_end AND phone <> ''"
    " ORDER BY phone LIMIT :limit)"
    " UNION SELECT file FROM person WHERE substr(phone, -7) = :local AND phone <> ''"
    " UNION SELECT file FROM application WHERE substr(number, -6) = :tail AND number LIKE :ending"
    " UNION SELECT file FROM notice WHERE substr(number, -6) = :tail AND number LIKE :ending"
    ") ORDER BY p.sort_key LIMIT :limit"
)
_ALIKE: Final = (
    f"SELECT {_COLUMNS}, p.names FROM person p JOIN file f ON f.no = p.file WHERE p.file IN ("
    "SELECT file FROM person WHERE document_number = :document AND document_number <> ''"
    " UNION SELECT file FROM person WHERE phone = :phone AND phone <> ''"
    " UNION SELECT file FROM person WHERE birth_date = :born AND birth_date <> '')"
    " ORDER BY p.sort_key"
)


class Finding:
    """The searches of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def persons(self, text: str, limit: int = 50) -> tuple[PersonRow, ...]:
        """Persons by a number or by names, the first of them by the alphabet.

        Numbers: of the person (FİN, VÖEN), of the paper, with or without its series, the telephone in any spelling
        or its last 7 digits, an application's or a notice's, whole or its end. Names in any order, each by its
        beginning, without Azerbaijani keys (``eliyev`` finds Əliyev), one word at least with 3 letters. With fewer
        than 5 hits names with one typing error in a word follow.
        """
        number = latin_capitals(text)
        if any(letter.isdigit() for letter in number):
            return tuple(map(PersonRow, self._connection.all(BY_NUMBER, number_values(text, limit))))
        words = words_of(text)
        rows = self._with_letters_only(number, limit)
        if not any(len(word) >= _SHORTEST for word in words):
            return tuple(map(PersonRow, rows))
        rows += self._connection.all(BY_NAME, (match_of([(word,) for word in words]), limit))
        if len(rows) >= _FEW:
            return tuple(map(PersonRow, rows))
        return _distinct(rows, self._with_one_error(words, limit), limit)

    def alike(
        self, *, full_name: str, birth_date: date | None, document_number: str, phone: str
    ) -> tuple[PersonRow, ...]:
        """Persons with the same paper, the same phone, or born that day under nearly the same name; by alphabet."""
        words = words_of(full_name)
        values = {
            "document": document_number,
            "phone": phone,
            "born": birth_date.isoformat() if birth_date else "",
        }
        found = []
        for each in self._connection.all(_ALIKE, values):
            row, names = each[:-1], each[-1]
            is_same = (document_number and row[4] == document_number) or (phone and row[6] == phone)
            if is_same or names_alike(words, names.split()) is not None:
                found.append(PersonRow(row))
        return tuple(found)

    def _with_letters_only(self, number: str, limit: int) -> list[Row]:
        """A personal number without a digit, typed whole."""
        if len(number) not in _ALL_LETTERS or not number.isascii():
            return []
        return self._connection.all(_PERSON + " WHERE p.number = ? LIMIT ?", (number, limit))

    def _with_one_error(self, words: Sequence[str], limit: int) -> list[Row]:
        """Each word may stand as it was typed, or as a known word that is one typing error away."""
        choices = [(word, *self._near_words(word)) for word in words]
        if all(len(each) == 1 for each in choices):
            return []
        return self._connection.all(BY_NAME, (match_of(choices), limit))

    def _near_words(self, word: str) -> list[str]:
        if len(word) < _SHORTEST_NEAR:
            return []
        asked = (json.dumps(sorted(variants(word))), len(word), len(word), _NEAR_WORDS)
        known = (near for (near,) in self._connection.all(NEAR_WORDS, asked))
        return [near for near in known if near != word and one_error_apart(near, word)]


def match_of(choices: Sequence[Sequence[str]]) -> str:
    """What full-text search is asked: every word, the first spelling by its beginning, others whole."""
    asked = []
    for first, *others in choices:
        spellings = " OR ".join((f'"{first}"*', *(f'"{each}"' for each in others)))
        asked.append(f"({spellings})" if others else spellings)
    return " AND ".join(asked)


def number_values(text: str, limit: int) -> dict[str, str | int | None]:
    """Everything that a typed number may be; None for what it cannot be."""
    typed = latin_capitals(text)
    number = re.sub(r"[^0-9A-Z]", "", typed)
    is_long = len(number) >= _SHORTEST
    phone, phone_end, local = _phones(text.strip())
    tail, ending = _serial(re.sub(r"[^0-9A-Z/-]", "", typed))
    is_card = number.isdigit() and len(number) in _CARD_DIGITS
    return {
        "from": number if is_long else None,
        "to": number + _END,
        "documents": json.dumps([series + number for series in _SERIES] if is_card else []),
        "phone": phone,
        "phone_end": phone_end,
        "local": local,
        "tail": tail,
        "ending": ending,
        "limit": limit,
    }


def _phones(typed: str) -> tuple[str | None, str | None, str | None]:
    """Where numbers beginning as typed start and end, and the last seven digits of a local one."""
    digits = re.sub(r"\D", "", typed)
    if not _AS_PHONE.fullmatch(typed):
        return None, None, None
    is_local = len(digits) == _LOCAL and "+" not in typed
    trunk = next((each for each in _TRUNKS if digits.startswith(each)), "")
    if trunk == "994" and "+" not in typed and len(digits) != len(trunk) + _NATIONAL:
        trunk = ""  # numbers of papers begin so too
    national = digits[len(trunk) :]
    is_begun = bool(trunk) and _SHORTEST <= len(national) <= _NATIONAL
    start = f"+994{national}" if is_begun or len(national) == _NATIONAL else None
    return start, start + _END if start else None, digits if is_local else None


def _serial(typed: str) -> tuple[str | None, str | None]:
    """Last six signs and ending of the number of an application or a notice: ``000123``, ``B03/2026/M-123`` …"""
    head, slash, last = typed.rpartition("/")
    shape = _SERIAL.fullmatch(last)
    if shape is None:  # whole and provisional, or no such number
        return (
            (typed[-_SERIAL_DIGITS:], f"%{typed}")
            if "-" in last and len(last) > _SERIAL_DIGITS
            else (None, None)
        )
    if not slash and not shape["series"] and len(shape["digits"]) < _SERIAL_DIGITS:
        return None, None
    digits = shape["digits"].zfill(_SERIAL_DIGITS)
    series = f"{shape['series']}-" if shape["series"] else ""
    return digits, f"%{head}{slash}%{series}{digits}"


def _distinct(exact: Sequence[Row], near: Sequence[Row], limit: int) -> tuple[PersonRow, ...]:
    rows = {row[0]: PersonRow(row) for row in exact}
    for row in near:
        if row[0] not in rows:
            rows[row[0]] = PersonRow(row, is_near=True)
    return tuple(rows.values())[:limit]
