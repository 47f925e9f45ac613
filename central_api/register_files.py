"""Registers of the simulator from CSV files: good rows are loaded, bad ones are listed with line and reason."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import delete, insert, select

from central_api.database import Database
from central_api.lookups import normalised
from central_api.mas import Outcome
from central_api.message_gateway import FAILURES
from central_api.self_service import ElectronicApplication, receive
from central_api.simulated_mas import REFUSALS, UNDELIVERED, bar_text
from central_api.tables import simulated_rows
from central_api.vacancies import EDUCATION
from dost_desktop.domain.answers import is_readable
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.dates import AZ_ZONE, instant_text
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.values import Phone, latin_capitals
from dost_desktop.domain.vocabulary import ApplicationKind, MessageChannel, Status

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A line that cannot be loaded, and why; never what stands in it."""

    line: int
    reason: str


@dataclass(slots=True)
class Loaded:
    """What came of a file."""

    rows: int = 0
    bad: list[BadRow] = field(default_factory=list)


class _Unusable(ValueError):
    pass


def _code(text: str) -> str:
    number = latin_capitals(text)
    if not number.isalnum():
        raise _Unusable("number: letters and digits are expected")
    return number


def _paper(text: str) -> str:
    number = latin_capitals(text)
    if not any(each.isalnum() for each in number):
        raise _Unusable("number: is empty")
    return number


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a file of this kind has in each row, how a row is read, and where all of them go."""

    columns: tuple[str, ...]
    read: Callable[[Row], Any]
    keep: Callable[[Database, list[Any]], None]


def _register(
    register: str,
    columns: tuple[str, ...],
    answer: Callable[[Row], dict[str, Any]],
    number: Callable[[str], str] = _code,
) -> _Kind:
    """A kind whose rows take the place of what a register said before."""

    def read(row: Row) -> tuple[str, dict[str, Any]]:
        return number(row["number"]), answer(row)

    def keep(database: Database, rows: list[Any]) -> None:
        replace_register(database, register, rows)

    return _Kind(columns, read, keep)


def load_register(database: Database, kind: str, path: Path, *, only_good: bool) -> Loaded:
    """Replace a register by the rows of ``path``; with bad rows nothing is loaded unless ``only_good``.

    Self-service applications are added to what was received already: each ``mas_number`` counts once.

    Raises KeyError for a kind that is not in ``KINDS``.
    """
    chosen, loaded = KINDS[kind], Loaded()
    rows: list[Any] = []
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = [name for name in chosen.columns if name not in (reader.fieldnames or ())]
        if missing:
            loaded.bad.append(BadRow(1, f"columns are missing: {', '.join(missing)}"))
            return loaded
        for row in reader:
            try:
                rows.append(_read(chosen, row))
            except _Unusable as unusable:
                loaded.bad.append(BadRow(reader.line_num, str(unusable)))
    if loaded.bad and not only_good:
        return loaded
    chosen.keep(database, rows)
    loaded.rows = len(rows)
    return loaded


def replace_register(
    database: Database, register: str, rows: Iterable[tuple[str, Mapping[str, Any]]]
) -> None:
    """The simulated register holds exactly these rows, in this order."""
    name = str(register)  # a member of Register as its plain text
    places: dict[str, int] = {}
    stored = []
    for number, row in rows:
        places[number] = places.get(number, 0) + 1
        text = json.dumps(row, ensure_ascii=False)
        stored.append({"register": name, "number": number, "place": places[number], "row": text})
    with database.writing() as connection:
        connection.execute(delete(simulated_rows).where(simulated_rows.c.register == name))
        if stored:
            connection.execute(insert(simulated_rows), stored)


def is_loaded(database: Database, register: str) -> bool:
    """Whether the simulated register holds anything."""
    chosen = select(simulated_rows.c.place).where(simulated_rows.c.register == str(register)).limit(1)
    with database.reading() as connection:
        return connection.execute(chosen).first() is not None


def _read(kind: _Kind, row: Row) -> Any:
    if None in row or None in row.values():
        raise _Unusable("has not as many fields as the heading")
    return kind.read(row)


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
        raise _Unusable("profile: cannot be read")
    return said


def _json_object(row: Row, name: str) -> dict[str, Any]:
    try:
        said = json.loads(row[name])
    except ValueError:
        raise _Unusable(f"{name}: not JSON") from None
    if not isinstance(said, dict):
        raise _Unusable(f"{name}: an object is expected")
    return said


def _bar(text: str) -> str:
    ground, _, until = text.strip().rpartition(":")
    if not ground or not until:
        raise _Unusable("bars: a ground, a colon and a day are expected")
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
        raise _Unusable(f"number: {wrong.problem}") from None


def _employed(row: Row) -> dict[str, Any]:
    facts = _json_object(row, "facts")
    if not all(isinstance(each, str) for each in facts.values()):
        raise _Unusable("facts: an object of texts is expected")
    return {"article": _needed(row, "article"), "variant": row["variant"], "facts": facts}


def _vacancy(row: Row) -> dict[str, Any]:
    said = {name: row[name].strip() for name in _VACANCY} | {
        name: row.get(name, "").strip() for name in _VACANCY_TESTS
    }
    _day(row, "open_until")
    for name in ("wage", "experience_years"):
        if said[name] and not (said[name].isdecimal() and said[name].isascii()):
            raise _Unusable(f"{name}: whole numbers are expected")
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
        raise _Unusable(f"number: {wrong.problem}") from None
    try:
        phone = Phone.parse(row["phone"]).text if row["phone"].strip() else ""
    except InvalidValue as wrong:
        raise _Unusable(f"phone: {wrong.problem}") from None
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
        raise _Unusable(f"{name}: is empty")
    return row[name].strip()


def _day(row: Row, name: str) -> str:
    text = row[name].strip()
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise _Unusable(f"{name}: a day like 2026-11-22 is expected") from None


def _moment(row: Row, name: str) -> str:
    """A moment as it travels; one without a zone is Baku's."""
    try:
        moment = datetime.fromisoformat(row[name].strip())
    except ValueError:
        raise _Unusable(f"{name}: a moment like 2026-11-22T09:30 is expected") from None
    return instant_text(moment if moment.tzinfo else moment.replace(tzinfo=AZ_ZONE))


def _one_of(row: Row, name: str, allowed: Iterable[str]) -> str:
    if row[name] not in {str(each) for each in allowed}:
        raise _Unusable(f"{name}: is not one of those known")
    return row[name]


_PERSON: Final = (
    "number", "surname", "given_name", "patronymic", "birth_date", "sex", "citizenship", "address",
    "document_kind", "document_number", "document_valid_until",
)  # fmt: skip
_POWER_OF_ATTORNEY: Final = (
    "number", "grantor_number", "representative_number", "date", "valid_until", "revoked_on", "certifier", "scope",
)  # fmt: skip
_VACANCY: Final = ("number", "employer", "employer_voen", "position", "address", "wage", "open_until")
_VACANCY_TESTS: Final = (  # may be left out of a file: then nobody knows
    "specialty", "education", "experience_years", "health_limits", "district", "public_transport",
)  # fmt: skip
_STATUS_MORE: Final = ("before_removal", "ends_on", "ground", "profile")  # may be left out of a file
_SELF_SERVICE: Final = (
    "number", "kind", "application_kind", "centre", "submitted_at", "mas_number", "phone",
)  # fmt: skip
KINDS: Final[dict[str, _Kind]] = {
    "persons": _register(Register.PERSON, _PERSON, _person),
    "permits": _register(Register.PERMITS, _PERSON, _person),
    "status": _register(
        Register.STATUS, ("number", "status", "since", "registration_number", "bars"), _status
    ),
    "employed": _register(Register.EMPLOYED_PERSONS, ("number", "article", "variant", "facts"), _employed),
    "powers_of_attorney": _register(Register.NOTARY, _POWER_OF_ATTORNEY, _power_of_attorney, _paper),
    "vacancies": _register(Register.VACANCIES, _VACANCY, _vacancy),
    REFUSALS: _register(REFUSALS, ("number", "application_kind", "reason"), _refused_form),
    UNDELIVERED: _register(UNDELIVERED, ("number", "channel", "outcome"), _undelivered),
    FAILURES: _register(FAILURES, ("number",), _unreachable, _phone),
    "self_service": _Kind(_SELF_SERVICE, _electronic_application, receive),
}
