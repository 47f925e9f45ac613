"""Everything typed on the intake page, as it was typed: what a draft keeps and what the checks read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final

from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.values import MigrationPin, Phone, Pin, latin_capitals

CITIZEN: Final = "citizen"
FOREIGNER: Final = "foreigner"  # also a stateless person with a permit
LONGEST_NUMBER: Final = 12  # more can only be a card's lines


@dataclass(frozen=True, slots=True)
class Form:
    """Texts of the fields; ids of the choices."""

    who: str = CITIZEN
    number: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    document_kind: str = ""
    document_number: str = field(default="", repr=False)
    valid_until: str = field(default="", repr=False)
    form_shown: str = "original"
    surname: str = field(default="", repr=False)
    given_name: str = field(default="", repr=False)
    patronymic: str = field(default="", repr=False)
    birth_date: str = field(default="", repr=False)
    sex: str = field(default="", repr=False)

    def is_blank(self) -> bool:
        """Whether nothing was typed yet; choices alone are not worth a draft."""
        chosen = {"who", "document_kind", "form_shown", "sex"}
        return not any(getattr(self, each.name).strip() for each in fields(self) if each.name not in chosen)

    def content(self) -> dict[str, Any]:
        """As a draft keeps it."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


def form_from(content: Mapping[str, Any]) -> Form:
    """A form from a draft; what an older version did not know stays empty."""
    names = {each.name for each in fields(Form)}
    return Form(**{name: text for name, text in content.items() if name in names and isinstance(text, str)})


def number_in(form: Form) -> tuple[NumberKind, str]:
    """The person's number. Raises InvalidValue (``pin.*``, ``migration_pin.length``)."""
    if form.who == CITIZEN:
        return NumberKind.PIN, Pin.parse(form.number).text
    return NumberKind.MIGRATION_PIN, MigrationPin.parse(form.number).text


def is_surely_wrong(form: Form) -> bool:
    """Whether the number cannot become right by typing on: said while typing, everything else on leaving."""
    typed = latin_capitals(form.number)
    if not typed or len(typed) > LONGEST_NUMBER:
        return False
    if not (typed.isascii() and typed.isalnum()):
        return True
    return form.who == CITIZEN and bool({"O", "I"} & set(typed))


def number_problem(form: Form) -> InvalidValue | None:
    """What is wrong with the number, ``pin.empty`` included."""
    try:
        number_in(form)
    except InvalidValue as problem:
        return problem
    return None


def phone_in(form: Form) -> str:
    """The mobile number as messages are sent to it; "" when none was given. Raises InvalidValue (``mobile.*``)."""
    return Phone.parse(form.phone).text if form.phone.strip() else ""


def phone_problem(form: Form) -> InvalidValue | None:
    """What is wrong with the mobile number; it may be left empty."""
    try:
        phone_in(form)
    except InvalidValue as problem:
        return problem
    return None
