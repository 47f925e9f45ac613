"""Reading a card's machine-readable lines, however a person, a clipboard or a scanner delivers them.

Own code, because what is read decides whose file is opened and the ready-made package is GPL. Names are never
taken from the lines: they stand there transliterated (facts 4.10).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.identity_documents import CardNumber, DocumentKind
from dost_desktop.domain.mrz_layouts import FILLER, ISSUER, TD1, TD2, MrzLayout, Places, check_digit
from dost_desktop.domain.values import MigrationPin, Pin, Sex, personal_number

_AZERBAIJAN: Final = "AZE"
_SIGNS: Final = re.compile(r"[0-9A-Z<]*")
# Type and state, then a new card's number or, further on, a filler: nothing typed by hand has these.
_BEGINNING: Final = re.compile(
    r"[ACI][A-Z<][A-Z<]{3}(?=.{9})([A-Z]{2}[0-9]{8}[0-9A-Z<]*|[0-9A-Z<]*<[0-9A-Z<]*)"
)
_LINE_ENDS: Final = re.compile(r"[\r\n\t\v\f]+")
_RUSSIAN: Final = zip("ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ", "QWERTYUIOPASDFGHJKLZXCVBNM", strict=True)
_OTHER_KEYS: Final = str.maketrans(
    dict(_RUSSIAN)
    | dict.fromkeys("БÇ>;,\\/|«‹＜", FILLER)  # Shift+comma there, or the key beside the left Shift
    | {"Ü": "W", "İ": "I", "ı": "I"}  # the Azerbaijani layout has Ü where W is
)
_LONG_NUMBER_TAIL: Final = 2  # at least one character and the check digit
_YEARS_AHEAD: Final = 50
_LONGEST: Final = 400  # no card, however spaced out, is longer; a pasted book is not even looked through


@dataclass(frozen=True, slots=True)
class MrzReading:
    """What a card's lines say, every check digit verified.

    ``kinds`` are the document kinds that fit: one; none for a foreign card; two for a residence permit whose
    series is not in the lines, and ``document_number`` then lacks it too. ``expires`` is None for a card
    without a last day. ``repaired``: a keyboard layout had changed characters (say ``card.wrong_layout``).
    """

    layout: MrzLayout
    kinds: tuple[DocumentKind, ...]
    document_number: CardNumber
    issuing_state: str
    nationality: str
    pin: Pin | MigrationPin | None
    birth_date: date | None = field(repr=False)
    sex: Sex
    expires: date | None
    repaired: bool = False


def read_mrz(text: str, *, today: date) -> MrzReading:
    """Read TD1 or TD2 lines; two-digit years are resolved against ``today``.

    Line breaks may be missing, fillers at the end of a line lost, spaces strewn in or sent for fillers,
    letters small or changed by the keyboard layout, as long as one reading alone has all check digits right.
    Raises InvalidValue ``card.unreadable`` or ``card.check_digit`` (fields: names of those that failed);
    neither carries what was read. Source: facts 4.8-4.10.
    """
    if len(text) > _LONGEST:
        raise InvalidValue("card.unreadable")
    plain, repaired = repair_layout(text)
    candidates = dict.fromkeys(_candidates(plain))
    failures = {candidate: _failed_fields(*candidate) for candidate in candidates}
    sound = [candidate for candidate, failed in failures.items() if not failed]
    if len(sound) == 1:
        return _reading(*sound[0], today=today, repaired=repaired)
    whole = [failed for (places, _), failed in failures.items() if failed and _is_whole(plain, places)]
    if sound or not whole:
        raise InvalidValue("card.unreadable")
    raise InvalidValue("card.check_digit", fields=min(whole, key=len))


def repair_layout(text: str) -> tuple[str, bool]:
    """MRZ characters from keystrokes that the Azerbaijani, Russian or US layout turned into letters.

    Letters come back by the place of their key, ``Б``, ``Ç`` and the signs of neighbouring keys as ``<``; the
    second value tells whether anything but small letters had to be put right. Spaces and line ends stay.
    """
    capitals = "".join(letter if letter == "ı" else letter.upper() for letter in text)
    plain = capitals.translate(_OTHER_KEYS)
    return plain, plain != capitals


def looks_like_mrz(text: str) -> bool:
    """Whether ``text`` is MRZ from its first line on: what a scanner's burst of keys is tested with."""
    plain, _ = repair_layout(text[: _LONGEST + 1])
    return len(text) <= _LONGEST and bool(_BEGINNING.fullmatch("".join(plain.split())))


_Candidate = tuple[Places, str]


def _candidates(plain: str) -> Iterator[_Candidate]:
    """Every way to lay the characters out in a known layout."""
    for filler in ("", FILLER):  # a space is noise, or was sent for a filler
        rows = [re.sub(r"\s", filler, row.strip()) for row in _LINE_ENDS.split(plain) if row.strip()]
        for places in (TD1, TD2):
            for signs in (_from_rows(rows, places), _from_run("".join(rows), places)):
                if signs and _SIGNS.fullmatch(signs):
                    yield places, signs


def _is_whole(plain: str, places: Places) -> bool:
    """Whether as many lines, or as many characters, arrived as the layout has."""
    return len(plain.split()) == places.lines or len("".join(plain.split())) == places.size


def _from_rows(rows: list[str], places: Places) -> str:
    """One string from separate lines; fillers lost at their ends are put back."""
    if len(rows) != places.lines or any(len(row) > places.width for row in rows):
        return ""
    padded = "".join(row.ljust(places.width, FILLER) for row in rows)
    dated = padded[places.composite_digit // places.width * places.width : places.composite_digit + 1]
    return padded if dated in rows else ""  # the line with the last check digit must be whole


def _from_run(run: str, places: Places) -> str:
    """One string from characters without line ends; only fillers behind the last line may be lost."""
    return run.ljust(places.size, FILLER) if places.composite_digit < len(run) <= places.size else ""


def _failed_fields(places: Places, signs: str) -> tuple[str, ...]:
    number, digit, _ = _number(places, signs)
    composite = "".join(signs[part] for part in places.composite)
    checks = (
        ("document_number", number, digit),
        ("birth_date", signs[places.birth], signs[places.birth.stop]),
        ("expires", signs[places.expiry], signs[places.expiry.stop]),
        ("composite", composite, signs[places.composite_digit]),
    )
    return tuple(name for name, covered, given in checks if not _agrees(covered, given))


def _agrees(covered: str, given: str) -> bool:
    return given == check_digit(covered) or (given == FILLER and not covered.strip(FILLER))


def _number(places: Places, signs: str) -> tuple[str, str, str]:
    """Number, its check digit and the rest of the optional field.

    A number of more than 9 characters goes on in the optional field, marked by a filler for its check digit
    (ICAO 9303-5, 4.2.2).
    """
    number, digit, optional = signs[places.number], signs[places.number.stop], signs[places.optional]
    if digit == FILLER and FILLER not in number:
        tail, _, rest = optional.partition(FILLER)
        if len(tail) >= _LONG_NUMBER_TAIL:
            return number + tail[:-1], tail[-1], rest
    return number, digit, optional


def _reading(places: Places, signs: str, *, today: date, repaired: bool) -> MrzReading:
    number, _, optional = _number(places, signs)
    issuer, nationality = signs[ISSUER].rstrip(FILLER), signs[places.nationality].rstrip(FILLER)
    kinds, text = _kinds_and_number(places.layout, issuer, nationality, number.rstrip(FILLER))
    sex = signs[places.sex].replace(FILLER, Sex.UNSPECIFIED)
    try:
        return MrzReading(
            layout=places.layout,
            kinds=kinds,
            document_number=CardNumber(text),
            issuing_state=issuer,
            nationality=nationality,
            pin=_pin(optional) if issuer == _AZERBAIJAN else None,
            birth_date=_day(signs[places.birth], latest_year=today.year, not_after=today),
            sex=Sex(sex),
            expires=_day(signs[places.expiry], latest_year=today.year + _YEARS_AHEAD),
            repaired=repaired,
        )
    except (InvalidValue, ValueError):  # sound check digits over a month 13 or a number with a hole
        raise InvalidValue("card.unreadable") from None


def _kinds_and_number(
    layout: MrzLayout, issuer: str, nationality: str, number: str
) -> tuple[tuple[DocumentKind, ...], str]:
    if issuer != _AZERBAIJAN:
        return (), number
    if nationality == _AZERBAIJAN:
        if layout is MrzLayout.TD1:
            return (DocumentKind.IDENTITY_CARD_NEW,), number
        return (DocumentKind.IDENTITY_CARD_OLD,), f"{_AZERBAIJAN}{number}"
    permits = {"MYI": DocumentKind.TEMPORARY_PERMIT, "DYI": DocumentKind.PERMANENT_PERMIT}
    kind = permits.get(number[:3])
    return ((kind,), number.replace("I", "İ", 1)) if kind else (tuple(permits.values()), number)


def _pin(optional: str) -> Pin | MigrationPin | None:
    text = optional.rstrip(FILLER)
    return personal_number(text) if text else None


def _day(six: str, *, latest_year: int, not_after: date = date.max) -> date | None:
    """The last day that ``YYMMDD`` can mean within ``latest_year``; None where the card leaves it out."""
    if FILLER in six:
        return None
    century = latest_year // 100 * 100
    year, month, day = century + int(six[:2]), int(six[2:4]), int(six[4:])
    if year > latest_year or date(year, month, day) > not_after:
        year -= 100
    return date(year, month, day)
