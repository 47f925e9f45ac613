"""What a row of each kind of register file must hold, and what it says; a row that does not is named by its reason."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, TypeAlias

from central_api.lookups import normalised
from central_api.mas import Outcome
from central_api.message_gateway import FAILURES
from central_api.self_service import ElectronicApplication
from central_api.simulated_mas import REFUSALS, UNDELIVERED, bar_text
from central_api.vacancies import EDUCATION
from dost_desktop.domain.answers import is_readable
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.dates import AZ_ZONE, instant_text
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.values import Phone, latin_capitals
from dost_desktop.domain.vocabulary import ApplicationKind, MessageChannel, Status

Row: TypeAlias = Mapping[str, str]


class Unusable(ValueError):
    """A row cannot be loaded: the column and the reason, never what stands in it."""


def _code(text: str) -> str:
    number = latin_capitals(text)
    if not number.isalnum():
        raise Unusable("number: letters and digits are expected")
    return number


def _paper(text: str) -> str:
    number = latin_capitals(text)
    if not any(each.isalnum() for each in number):
        raise Unusable("number: is empty")
    return number


@dataclass(frozen=True, slots=True)
class Kind:
    """What a file of this kind has in each row, how a row is read, and which register its rows become.

    ``register`` is empty for what is received and not replaced; ``may_miss``: columns that a file need not have;
    ``unique``: the column whose value stands in one row only.
    """

    columns: tuple[str, ...]
    read: Callable[[Row], Any]
    register: str = ""
    may_miss: tuple[str, ...] = ()
    unique: str = ""


def _answer(
    answer: Callable[[Row], dict[str, Any]], number: Callable[[str], str] = _code
) -> Callable[[Row], tuple[str, dict[str, Any]]]:
    """The number that is asked about, and what the register says of it."""
    return lambda row: (number(row["number"]), answer(row))


def _person(row: Row) -> dict[str, Any]:
    return {
        "surname": _needed(row, "surname"),
        "given_name": _needed(row, "given_name"),
        "patronymic": row["patronymic"],
        "birth_date": _day(row, "birth_date"),
        "sex": _one_of(row, "sex", ("F", "M", "")),
        "citizenship": row["citizenship"],
        "address": row["address"],
        "document": {
            "kind": row["document_kind"],
            "number": row["document_number"],
            "valid_until": _day(row, "document_valid_until"),
        },
    }


def _status(row: Row) -> dict[str, Any]:
    said: dict[str, Any] = {
        "status": _one_of(row, "status", tuple(Status)),
        "since": _day(row, "since"),
        "registration_number": row["registration_number"],
        "bars": [_bar(each) for each in row["bars"].split(";") if each],
    }
    more = {name: row[name].strip() for name in _STATUS_MORE if row.get(name, "").strip()}
    if "before_removal" in more:
        said["before_removal"] = _one_of(more, "before_removal", (Status.JOBSEEKER, Status.UNEMPLOYED))
    if "ends_on" in more:
        said["ends_on"] = _day(more, "ends_on")
    if "ground" in more:
        said["ground"] = more["ground"]
    if "profile" in more:
        said["profile"] = _json_object(more, "profile")
    if not is_readable(Register.STATUS, said):
        raise Unusable("profile: cannot be read")
    return said


def _json_object(row: Row, name: str) -> dict[str, Any]:
    try:
        said = json.loads(row[name])
    except ValueError:
        raise Unusable(f"{name}: not JSON") from None
    if not isinstance(said, dict):
        raise Unusable(f"{name}: an object is expected")
    return said


def _bar(text: str) -> str:
    ground, _, until = text.strip().rpartition(":")
    if not ground or not until:
        raise Unusable("bars: a ground, a colon and a day are expected")
    return bar_text(ground, date.fromisoformat(_day({"bars": until}, "bars")))


def _refused_form(row: Row) -> dict[str, Any]:
    return {
        "application_kind": _one_of(row, "application_kind", tuple(ApplicationKind)),
        "reason": _needed(row, "reason"),
    }


def _undelivered(row: Row) -> dict[str, Any]:
    return {
        "channel": _one_of(row, "channel", tuple(MessageChannel)),
        "outcome": _one_of(row, "outcome", (Outcome.FAILED, Outcome.NOT_SENT)),
    }


def _unreachable(_row: Row) -> dict[str, Any]:
    return {"outcome": Outcome.FAILED.value}


def _phone(text: str) -> str:
    try:
        return Phone.parse(text).text
    except InvalidValue as wrong:
        raise Unusable(f"number: {wrong.problem}") from None


def _employed(row: Row) -> dict[str, Any]:
    facts = _json_object(row, "facts")
    if not all(isinstance(each, str) for each in facts.values()):
        raise Unusable("facts: an object of texts is expected")
    return {"article": _needed(row, "article"), "variant": row["variant"], "facts": facts}


def _vacancy(row: Row) -> dict[str, Any]:
    said = {name: row[name].strip() for name in _VACANCY} | {
        name: row.get(name, "").strip() for name in _VACANCY_TESTS
    }
    _day(row, "open_until")
    for name in ("wage", "experience_years"):
        if said[name] and not (said[name].isdecimal() and said[name].isascii()):
            raise Unusable(f"{name}: whole numbers are expected")
    for name, allowed in (("education", EDUCATION), ("public_transport", ("yes", "no", ""))):
        _one_of(said, name, allowed)
    return said


def _power_of_attorney(row: Row) -> dict[str, Any]:
    return {
        "grantor_number": _code(row["grantor_number"]),
        "representative_number": _code(row["representative_number"]),
        "paper_date": _day(row, "date"),
        "valid_until": _day(row, "valid_until"),
        "revoked_on": _day(row, "revoked_on"),
        "certifier": row["certifier"].strip(),
        "scope": row["scope"].strip(),
    }


def _electronic_application(row: Row) -> ElectronicApplication:
    kind = NumberKind(_one_of(row, "kind", (NumberKind.PIN, NumberKind.MIGRATION_PIN)))
    try:
        number = normalised(kind, row["number"])
    except InvalidValue as wrong:
        raise Unusable(f"number: {wrong.problem}") from None
    try:
        phone = Phone.parse(row["phone"]).text if row["phone"].strip() else ""
    except InvalidValue as wrong:
        raise Unusable(f"phone: {wrong.problem}") from None
    return ElectronicApplication(
        mas_number=_needed(row, "mas_number"),
        number_kind=kind,
        number=number,
        phone=phone,
        application_kind=ApplicationKind(_one_of(row, "application_kind", tuple(ApplicationKind))),
        centre=_needed(row, "centre"),
        submitted_at=_moment(row, "submitted_at"),
    )


def _needed(row: Row, name: str) -> str:
    if not row[name].strip():
        raise Unusable(f"{name}: is empty")
    return row[name].strip()


def _day(row: Row, name: str) -> str:
    text = row[name].strip()
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise Unusable(f"{name}: a day like 2026-11-22 is expected") from None


def _moment(row: Row, name: str) -> str:
    """A moment as it travels; one without a zone is Baku's."""
    try:
        moment = datetime.fromisoformat(row[name].strip())
    except ValueError:
        raise Unusable(f"{name}: a moment like 2026-11-22T09:30 is expected") from None
    return instant_text(moment if moment.tzinfo else moment.replace(tzinfo=AZ_ZONE))


def _one_of(row: Row, name: str, allowed: Iterable[str]) -> str:
    if row[name] not in {str(each) for each in allowed}:
        raise Unusable(f"{name}: is not one of those known")
    return row[name]


_PERSON: Final = (
    "number", "surname", "given_name", "patronymic", "birth_date", "sex", "citizenship", "address",
    "document_kind", "document_number", "document_valid_until",
)  # fmt: skip
_POWER_OF_ATTORNEY: Final = (
    "number", "grantor_number", "representative_number", "date", "valid_until", "revoked_on", "certifier", "scope",
)  # fmt: skip
_VACANCY: Final = ("number", "employer", "employer_voen", "position", "address", "wage", "open_until")
_STATUS: Final = ("number", "status", "since", "registration_number", "bars")
_EMPLOYED: Final = ("number", "article", "variant", "facts")
_VACANCY_TESTS: Final = (  # may be left out of a file: then nobody knows
    "specialty", "education", "experience_years", "health_limits", "district", "public_transport",
)  # fmt: skip
_STATUS_MORE: Final = ("before_removal", "ends_on", "ground", "profile")  # may be left out of a file
_SELF_SERVICE: Final = (
    "number", "kind", "application_kind", "centre", "submitted_at", "mas_number", "phone",
)  # fmt: skip
_TWICE: Final = "number"  # the column that may not repeat
KINDS: Final[dict[str, Kind]] = {
    "persons": Kind(_PERSON, _answer(_person), Register.PERSON, unique=_TWICE),
    "permits": Kind(_PERSON, _answer(_person), Register.PERMITS, unique=_TWICE),
    "status": Kind(_STATUS, _answer(_status), Register.STATUS, _STATUS_MORE, _TWICE),
    "employed": Kind(_EMPLOYED, _answer(_employed), Register.EMPLOYED_PERSONS),
    "powers_of_attorney": Kind(_POWER_OF_ATTORNEY, _answer(_power_of_attorney, _paper), Register.NOTARY),
    "vacancies": Kind(_VACANCY, _answer(_vacancy), Register.VACANCIES, _VACANCY_TESTS, _TWICE),
    REFUSALS: Kind(("number", "application_kind", "reason"), _answer(_refused_form), REFUSALS),
    UNDELIVERED: Kind(("number", "channel", "outcome"), _answer(_undelivered), UNDELIVERED),
    FAILURES: Kind(("number",), _answer(_unreachable, _phone), FAILURES),
    "self_service": Kind(_SELF_SERVICE, _electronic_application, unique="mas_number"),
}
