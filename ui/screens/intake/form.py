"""Everything typed on the intake page, as it was typed: what a draft keeps and what the checks read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Final

from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.values import PIN_LENGTH, MigrationPin, Phone, Pin, latin_capitals
from dost_desktop.services.attach_scan import Scan
from dost_desktop.services.scan_reading import ScanKind

CITIZEN: Final = "citizen"
FOREIGNER: Final = "foreigner"  # also a stateless person with a permit
LONGEST_NUMBER: Final = 12  # more can only be a card's lines


@dataclass(frozen=True, slots=True)
class Form:
    """Texts of the fields; ids of the choices; the scans of the paper, kept already."""

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
    scans: tuple[Scan, ...] = ()

    def is_blank(self) -> bool:
        """Whether nothing was typed yet; choices alone are not worth a draft."""
        chosen = {"who", "document_kind", "form_shown", "sex", "scans"}
        typed = any(getattr(self, each.name).strip() for each in fields(self) if each.name not in chosen)
        return not typed and not self.scans

    def content(self) -> dict[str, Any]:
        """As a draft keeps it."""
        texts = {each.name: getattr(self, each.name) for each in fields(self) if each.name != "scans"}
        return {**texts, "scans": [{**asdict(scan), "kind": scan.kind.value} for scan in self.scans]}


def form_from(content: Mapping[str, Any]) -> Form:
    """A form from a draft; what an older version did not know stays empty."""
    names = {each.name for each in fields(Form)} - {"scans"}
    texts = {name: text for name, text in content.items() if name in names and isinstance(text, str)}
    return Form(**texts, scans=tuple(_scan(each) for each in content.get("scans", ())))


def _scan(kept: Mapping[str, Any]) -> Scan:
    return Scan(kept["sha256"], ScanKind(kept["kind"]), kept["pages"], kept["size"], kept["name"])


def form_for(number: str) -> Form:
    """A form about this number, of a citizen's length or a shorter foreigner's."""
    return Form(who=FOREIGNER if len(number) < PIN_LENGTH else CITIZEN, number=number)


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
