"""Writing a card's machine-readable lines, for practice cards and for the tests of the reader."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from dost_desktop.domain.alphabet import capital, fold
from dost_desktop.domain.identity_documents import CardNumber
from dost_desktop.domain.mrz_layouts import FILLER, ISSUER, TD1, TD2, Places, check_digit
from dost_desktop.domain.values import FullName, MigrationPin, Pin, Sex

_NUMBER_WIDTH: Final = 9
# As on the sample cards (facts 4.10); ş, ç, ğ, ö, ü lose their marks, which no sample contradicts.
_TRANSLITERATED: Final = str.maketrans({"Ə": "A", "Q": "G", "C": "J", "X": "KH"})


@dataclass(frozen=True, slots=True)
class CardData:
    """What a card's lines are written from; its birth date is masked like the other values."""

    number: CardNumber
    pin: Pin | MigrationPin | None
    birth_date: date | None = field(repr=False)
    sex: Sex
    expires: date | None
    name: FullName
    nationality: str = "AZE"
    issuing_state: str = "AZE"


def write_mrz_td1(card: CardData) -> str:
    """The three lines of a new card (``AA1234567``), parted by line ends; a longer number is carried over."""
    head = "IA" if card.nationality == card.issuing_state else "IR"
    return _write(TD1, head, card.number.text.replace("İ", "I"), card)


def write_mrz_td2(card: CardData) -> str:
    """The two lines of an old card (``AZE12345678``) or of a residence permit, parted by line ends.

    Both are written without their series of three letters, which has no room beside the PIN.
    """
    return _write(TD2, "I<", re.sub(r"^[A-Zİ]{3}(?=[0-9])", "", card.number.text), card)


def _write(places: Places, head: str, number: str, card: CardData) -> str:
    signs = [FILLER] * places.size

    def put(place: slice, text: str) -> None:
        width = place.stop - place.start
        signs[place] = text[:width].ljust(width, FILLER)

    def put_checked(place: slice, text: str) -> None:
        put(place, text)
        signs[place.stop] = check_digit("".join(signs[place]))

    optional = card.pin.text if card.pin else ""
    if len(number) > _NUMBER_WIDTH:  # the rest and the check digit of the whole go into the optional field
        put(places.number, number)
        optional = f"{number[_NUMBER_WIDTH:]}{check_digit(number)}{FILLER}{optional}"
    else:
        put_checked(places.number, number)
    if len(optional) > places.optional.stop - places.optional.start:
        raise ValueError("number and PIN do not fit into the optional field together")
    put(slice(0, 2), head)
    put(ISSUER, card.issuing_state)
    put(places.optional, optional)
    put_checked(places.birth, _six(card.birth_date))
    signs[places.sex] = FILLER if card.sex is Sex.UNSPECIFIED else card.sex.value
    put_checked(places.expiry, _six(card.expires))
    put(places.nationality, card.nationality)
    put(places.names, f"{_name(card.name.surname)}{FILLER * 2}{_name(card.name.given_name)}")
    covered = "".join("".join(signs[part]) for part in places.composite)
    signs[places.composite_digit] = check_digit(covered)
    written = "".join(signs)
    return "\n".join(written[start : start + places.width] for start in range(0, places.size, places.width))


def _six(day: date | None) -> str:
    return f"{day:%y%m%d}" if day else ""


def _name(text: str) -> str:
    plain = fold(capital(text).translate(_TRANSLITERATED)).upper()
    return re.sub(r"[^A-Z]+", FILLER, plain).strip(FILLER)
