"""Who may sit there (SEED 10, 21; D17, D18): by which number each is known, and whose papers count."""

from __future__ import annotations

from typing import Final

from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.values import (
    PIN_LENGTH,
    MigrationPin,
    Pin,
    Voen,
    latin_capitals,
    personal_number,
)
from dost_desktop.domain.vocabulary import Capacity

CITIZEN: Final = "citizen"
FOREIGNER: Final = "foreigner"
STATELESS: Final = "stateless"
ENTREPRENEUR: Final = "entrepreneur"  # applies as a natural person
UNNUMBERED: Final = "without_pin"  # known by the number of the paper: nobody is turned away unrecorded
ENTITY: Final = "legal_entity"
HOUSEHOLD: Final = "household"
APPLICANTS: Final = (CITIZEN, FOREIGNER, STATELESS, ENTREPRENEUR, ENTITY, HOUSEHOLD, UNNUMBERED)
LONGEST_NUMBER: Final = 12  # more can only be a card's lines
_MIGRATION: Final = frozenset({FOREIGNER, STATELESS})
_OF_A_PAPER: Final = range(4, LONGEST_NUMBER + 1)  # signs of the number of any paper

Number = tuple[NumberKind, str]


def is_person(who: str) -> bool:
    """Whether a natural person applies: registration is personal (D17)."""
    return who not in {ENTITY, HOUSEHOLD}


def capacity_of(who: str) -> Capacity:
    """As whom a natural person applies."""
    return Capacity.ENTREPRENEUR if who == ENTREPRENEUR else Capacity.PERSON


def holder_of(who: str, number: str) -> str:
    """Whose documents of identity count, in the catalogue's words."""
    if who in _MIGRATION:
        return who
    if who == UNNUMBERED:  # a citizen's papers name a FİN
        return STATELESS
    short = who == ENTREPRENEUR and 0 < len(latin_capitals(number)) < PIN_LENGTH
    return FOREIGNER if short else CITIZEN


def kind_of_number(who: str) -> NumberKind:
    """By which kind of number such an applicant is known, while the number itself is not right yet."""
    kinds = {
        ENTITY: NumberKind.VOEN,
        HOUSEHOLD: NumberKind.HOUSEHOLD,
        UNNUMBERED: NumberKind.DOCUMENT,
    }
    return kinds.get(who, NumberKind.MIGRATION_PIN if who in _MIGRATION else NumberKind.PIN)


def number_of(who: str, typed: str) -> Number:
    """The number a file is found by. Raises InvalidValue, e.g. ``pin.*``, ``voen.*``, ``paper_number.*``."""
    if who == ENTITY:
        voen = Voen.parse(typed)
        if voen.is_natural_person:
            raise InvalidValue("voen.natural_person")
        return NumberKind.VOEN, voen.text
    if who == UNNUMBERED:
        return NumberKind.DOCUMENT, _of_a_paper(typed)
    if who == CITIZEN:
        return NumberKind.PIN, Pin.parse(typed).text
    if who in _MIGRATION:
        return NumberKind.MIGRATION_PIN, MigrationPin.parse(typed).text
    number = personal_number(typed)
    if who == HOUSEHOLD:
        return NumberKind.HOUSEHOLD, number.text
    return NumberKind.PIN if isinstance(number, Pin) else NumberKind.MIGRATION_PIN, number.text


def _of_a_paper(typed: str) -> str:
    text = latin_capitals(typed)
    if not text:
        raise InvalidValue("paper_number.empty")
    if len(text) not in _OF_A_PAPER or not text.isalnum():
        raise InvalidValue("paper_number.shape")
    return text


def number_or_none(who: str, typed: str) -> Number | None:
    """The number, once it is right."""
    try:
        return number_of(who, typed)
    except InvalidValue:
        return None


def number_problem(who: str, typed: str) -> InvalidValue | None:
    """What is wrong with the number, an empty one included."""
    try:
        number_of(who, typed)
    except InvalidValue as problem:
        return InvalidValue("voen.empty") if who == ENTITY and not typed.strip() else problem
    return None


def not_found(who: str) -> InvalidValue:
    """What is said when MEİS knows nobody by such a number."""
    return InvalidValue("paper_number.not_found" if who == UNNUMBERED else "pin.not_found")


def is_surely_wrong(who: str, typed: str) -> bool:
    """Whether the number cannot become right by typing on: said while typing, everything else on leaving."""
    plain = latin_capitals(typed)
    if not plain or len(plain) > LONGEST_NUMBER:
        return False
    if not (plain.isascii() and plain.isalnum()):
        return True
    if who == ENTITY:
        return not plain.isdigit()
    return who == CITIZEN and bool({"O", "I"} & set(plain))
