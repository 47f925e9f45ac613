"""The small values an agent types or a card carries: valid once made, and silent about themselves in logs.

``repr`` and ``str`` of each are masked; whoever shows or stores a value takes its ``.text``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dost_desktop.domain.errors import InvalidValue

PIN_LENGTH: Final = 7
MIGRATION_PIN_LENGTHS: Final = (5, 6)
VOEN_LENGTH: Final = 10
EMAIL_AT_MOST: Final = 254
_LETTERS_AND_DIGITS: Final = re.compile(r"[0-9A-Z]+")
_NEVER_IN_A_PIN: Final = frozenset("OI")
_CAPITALS: Final = str.maketrans({"ı": "I", "İ": "I"})  # upper() alone would leave İ, which no number has
_EMAIL: Final = re.compile(r"[A-Za-z0-9._%+\-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}")
_PHONE_TYPED: Final = re.compile(r"\+?[0-9 ()\-./]+")


class Sex(StrEnum):
    """As printed on the card: kişi, qadın, or not given."""

    MALE = "M"
    FEMALE = "F"
    UNSPECIFIED = "X"


def latin_capitals(typed: str) -> str:
    """What was typed without spaces and in English capitals, under whichever layout ``i`` was pressed."""
    return "".join(typed.split()).translate(_CAPITALS).upper()


@dataclass(frozen=True, slots=True, order=True)
class Pin:
    """Personal identification number (fərdi identifikasiya nömrəsi, FİN) of a citizen.

    Shape: 7 characters, digits and English capitals without O and I; no public check digit.
    Raises InvalidValue ``pin.empty``, ``pin.length`` (n), ``pin.letter_o``, ``pin.shape``. Source: facts 4.1.
    """

    text: str

    def __post_init__(self) -> None:
        _require_letters_and_digits(self.text)
        if len(self.text) != PIN_LENGTH:
            raise InvalidValue("pin.length", n=len(self.text))
        if _NEVER_IN_A_PIN.intersection(self.text):
            raise InvalidValue("pin.letter_o")

    @classmethod
    def parse(cls, typed: str) -> Pin:
        """Read what an agent typed or a scanner sent: spaces and small letters are forgiven."""
        return cls(latin_capitals(typed))

    def __repr__(self) -> str:
        return f"Pin('{self.text[:2]}*****')"  # logs must not carry a citizen's number


@dataclass(frozen=True, slots=True, order=True)
class MigrationPin:
    """PIN of the migration system, on the residence card of a foreigner or stateless person.

    Shape: 5 or 6 digits and English capitals. Raises InvalidValue ``pin.empty``, ``pin.shape``,
    ``migration_pin.length`` (n). Source: facts 4.3.
    """

    text: str

    def __post_init__(self) -> None:
        _require_letters_and_digits(self.text)
        if len(self.text) not in MIGRATION_PIN_LENGTHS:
            raise InvalidValue("migration_pin.length", n=len(self.text))

    @classmethod
    def parse(cls, typed: str) -> MigrationPin:
        """Read what an agent typed or a scanner sent: spaces and small letters are forgiven."""
        return cls(latin_capitals(typed))

    def __repr__(self) -> str:
        return f"MigrationPin('{self.text[:1]}{'*' * (len(self.text) - 1)}')"


def personal_number(typed: str) -> Pin | MigrationPin:
    """Read either number by its length; where neither fits, the citizen's rules give the reason."""
    text = latin_capitals(typed)
    return MigrationPin(text) if len(text) in MIGRATION_PIN_LENGTHS else Pin(text)


def _require_letters_and_digits(text: str) -> None:
    if not text:
        raise InvalidValue("pin.empty")
    if not _LETTERS_AND_DIGITS.fullmatch(text):
        raise InvalidValue("pin.shape")


@dataclass(frozen=True, slots=True, order=True)
class Phone:
    """A mobile number in Azerbaijan, to which messages can go; ``text`` is E.164, ``+994500001234``.

    Raises InvalidValue ``mobile.shape`` or, for a number of a telephone on the wall, ``mobile.landline``.
    The operator is not derived: numbers are portable. Source: facts 4.17.
    """

    text: str

    def __post_init__(self) -> None:
        if _mobile(self.text) != self.text:
            raise InvalidValue("mobile.shape")

    @classmethod
    def parse(cls, typed: str) -> Phone:
        """Read ``+994 50 000 12 34``, ``050-000-12-34``, ``50 000 12 34`` and the like."""
        return cls(_mobile(typed.strip()))

    def __repr__(self) -> str:
        return f"Phone('{self.text[:4]}*******{self.text[-2:]}')"


def load_number_rules() -> None:
    """Load what knows telephone and tax numbers, so that the first one typed makes nobody wait 150 ms."""
    import phonenumbers  # noqa: F401, PLC0415 - not before the first window
    import stdnum.az.voen  # noqa: F401, PLC0415


def _mobile(typed: str) -> str:
    import phonenumbers  # noqa: PLC0415 - 60 ms that the first window need not wait for

    if not _PHONE_TYPED.fullmatch(typed):  # the library would read letters as keys of a telephone
        raise InvalidValue("mobile.shape")
    try:
        number = phonenumbers.parse(typed, "AZ")
    except phonenumbers.NumberParseException:
        raise InvalidValue("mobile.shape") from None
    if not phonenumbers.is_valid_number_for_region(number, "AZ"):
        raise InvalidValue("mobile.shape")
    if phonenumbers.number_type(number) != phonenumbers.PhoneNumberType.MOBILE:
        raise InvalidValue("mobile.landline")
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


@dataclass(frozen=True, slots=True, order=True)
class Email:
    """An e-mail address as a person says it; whether it exists only a message can tell.

    Raises InvalidValue ``email.shape``. Source: words/ui.az.md, field.email.
    """

    text: str

    def __post_init__(self) -> None:
        if len(self.text) > EMAIL_AT_MOST or not _EMAIL.fullmatch(self.text):
            raise InvalidValue("email.shape", example="ad@example.az")

    @classmethod
    def parse(cls, typed: str) -> Email:
        """Read a typed address; spaces around it are forgiven."""
        return cls(typed.strip())

    def __repr__(self) -> str:
        return "Email('***')"


@dataclass(frozen=True, slots=True, order=True)
class Voen:
    """Tax number (VÖEN): 10 digits, the ninth computed, the last 1 for a legal and 2 for a natural person.

    Raises InvalidValue ``voen.shape`` (n) or ``voen.check_digit``. Source: facts 4.18.
    """

    text: str

    def __post_init__(self) -> None:
        from stdnum.az import voen  # noqa: PLC0415 - 40 ms that the first window need not wait for
        from stdnum.exceptions import InvalidChecksum, ValidationError  # noqa: PLC0415

        if len(self.text) != VOEN_LENGTH or not self.text.isascii():
            raise InvalidValue("voen.shape", n=len(self.text))
        try:
            voen.validate(self.text)
        except InvalidChecksum:
            raise InvalidValue("voen.check_digit") from None
        except ValidationError:
            raise InvalidValue("voen.shape", n=len(self.text)) from None

    @classmethod
    def parse(cls, typed: str) -> Voen:
        """Read a typed number; spaces are forgiven."""
        return cls("".join(typed.split()))

    @property
    def is_natural_person(self) -> bool:
        """Whether it is a person's own: with an active one a sole entrepreneur (facts 1.9)."""
        return self.text.endswith("2")

    def __repr__(self) -> str:
        return f"Voen('{self.text[:2]}********')"


@dataclass(frozen=True, slots=True, order=True)
class FullName:
    """Surname, given name and patronymic with ``oğlu``/``qızı``, as the card and the register write them.

    One of surname and given name may be missing (some foreigners have one name), the patronymic too.
    Raises InvalidValue ``name.empty`` or ``name.shape`` (not printable). Source: facts 4.7.
    """

    surname: str
    given_name: str
    patronymic: str = ""

    def __post_init__(self) -> None:
        if not self.surname and not self.given_name:
            raise InvalidValue("name.empty")
        if not self.text.isprintable():
            raise InvalidValue("name.shape")

    @classmethod
    def parse(cls, surname: str, given_name: str, patronymic: str = "") -> FullName:
        """Read three fields: outer and double spaces go, a letter typed as letter and mark becomes one."""
        parts = (surname, given_name, patronymic)
        return cls(*(unicodedata.normalize("NFC", " ".join(part.split())) for part in parts))

    @property
    def text(self) -> str:
        """The name in the nominative, as letters address it: ``Əliyev Vüqar Rauf oğlu``."""
        return " ".join(part for part in (self.surname, self.given_name, self.patronymic) if part)

    def __repr__(self) -> str:
        return "FullName('***')"
