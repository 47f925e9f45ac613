"""Papers in place of the register: asked only when it could not be reached, knows nobody, or contradicts itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from dost_desktop.catalogue.office import DocumentEntry
from dost_desktop.domain.dates import parse_birth_date, parse_date, short
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.evidence import Identity, Paper
from dost_desktop.domain.identity_documents import CardNumber, NumberPattern
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.values import FullName, latin_capitals
from dost_desktop.domain.vocabulary import FormShown
from ui.screens.intake.form import CITIZEN, Form

T = TypeVar("T")
FIELDS: Final = (
    "document_number",
    "valid_until",
    "surname",
    "given_name",
    "birth_date",
)  # that a problem can stand at
_ANY: Final = NumberPattern(r"[0-9A-Zİ]{4,20}", "AA1234567")


@dataclass(frozen=True, slots=True)
class CheckedPapers:
    """``paper`` and ``names`` stand when nothing is wrong; ``problems`` by field."""

    problems: Mapping[str, InvalidValue]
    paper: Paper | None = None
    names: FullName | None = None
    birth_date: date | None = None


def choices(documents: Sequence[DocumentEntry], who: str) -> tuple[DocumentEntry, ...]:
    """The identity papers that are accepted from a citizen, or from a foreigner or stateless person."""
    holders = {"citizen"} if who == CITIZEN else {"foreigner", "stateless"}
    return tuple(
        each for each in documents if each.accepted and each.purpose == "identity" and holders & each.holders
    )


def kind_in(form: Form, documents: Sequence[DocumentEntry]) -> DocumentEntry | None:
    """The chosen kind, else the first that is offered."""
    offered = choices(documents, form.who)
    return next((each for each in offered if each.id == form.document_kind), offered[0] if offered else None)


def pattern_of(entry: DocumentEntry) -> NumberPattern:
    """How numbers of this kind are written."""
    return NumberPattern(entry.shape, entry.example) if entry.shape else _ANY


def check(form: Form, documents: Sequence[DocumentEntry], today: date) -> CheckedPapers:
    """What is wrong in the papers section, and the paper when nothing is."""
    entry = kind_in(form, documents)
    if entry is None:
        return CheckedPapers({"document_number": InvalidValue("document.kind_not_accepted")})
    problems: dict[str, InvalidValue] = {}
    number = _kept(problems, "document_number", lambda: _number(form, entry))
    until = _kept(problems, "valid_until", lambda: _valid_until(form, entry, today))
    names = _kept(problems, "given_name" if form.surname.strip() else "surname", lambda: _names(form))
    born = _kept(problems, "birth_date", lambda: _born(form, today))
    if problems or number is None:
        return CheckedPapers(problems)
    scans = tuple(scan.sha256 for scan in form.scans)
    shown = FormShown(form.form_shown)
    paper = Paper(entry.id, number.text, shown, valid_until=until, issuer=entry.issuer, scans=scans)
    return CheckedPapers({}, paper, names, born)


def identity_from(checked: CheckedPapers, form: Form, kind: NumberKind, number: str) -> Identity:
    """Who the person is, as the papers show. Only for papers without a problem."""
    if checked.paper is None or checked.names is None:
        raise ValueError("the papers are not complete")
    return Identity(
        number_kind=kind,
        number=number,
        surname=checked.names.surname,
        given_name=checked.names.given_name,
        patronymic=checked.names.patronymic,
        birth_date=checked.birth_date,
        sex=form.sex,
        citizenship="AZE" if form.who == CITIZEN else "",
        document_kind=checked.paper.kind,
        document_number=checked.paper.number,
        document_valid_until=checked.paper.valid_until,
    )


def _number(form: Form, entry: DocumentEntry) -> CardNumber:
    if not latin_capitals(form.document_number):
        raise InvalidValue("document.number_empty", example=pattern_of(entry).example)
    return CardNumber.parse(form.document_number, pattern_of(entry))


def _valid_until(form: Form, entry: DocumentEntry, today: date) -> date | None:
    if not form.valid_until.strip():
        if entry.validity == "date_on_document":
            raise InvalidValue("document.date_empty")
        return None
    until = parse_date(form.valid_until)
    if until < today:
        raise InvalidValue("document.expired", date=short(until))
    return until


def _names(form: Form) -> FullName:
    name = FullName.parse(form.surname, form.given_name, form.patronymic)
    if form.who == CITIZEN and not (name.surname and name.given_name):
        raise InvalidValue("name.empty")
    if any(letter.isdigit() for letter in name.text):
        raise InvalidValue("name.shape")
    return name


def _born(form: Form, today: date) -> date:
    if not form.birth_date.strip():
        raise InvalidValue("date.birth_empty")
    return parse_birth_date(form.birth_date, today)


def _kept(problems: dict[str, InvalidValue], name: str, read: Callable[[], T]) -> T | None:
    try:
        return read()
    except InvalidValue as problem:
        problems[name] = problem
        return None
