"""What is wrong with a paper: typed so that nobody can read it, or read well and not holding (SEED 21-22).

The first must be mended before anything is recorded; on the second a refusal can rest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, TypeVar

from dost_desktop.catalogue.office import DocumentEntry
from dost_desktop.domain.answers import is_readable
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.dates import parse_date
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.evidence import Paper
from dost_desktop.domain.identity_documents import CardNumber, NumberPattern
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.required_papers import flaw_of
from dost_desktop.domain.values import latin_capitals
from dost_desktop.domain.vocabulary import FormShown
from ui.parts.papers.typed import TypedPaper

T = TypeVar("T")
OTHER: Final = "other"  # a paper that no entry of the catalogue describes: it never counts
_ANY: Final = NumberPattern(r"[0-9A-Zİ]{4,20}", "AA1234567")
_PLACES: Final = {  # where the flaw of a paper is said; all others stand at its term
    "document.kind_not_accepted": "document_kind",
    "document.form_not_accepted": "form_shown",
    "document.number_empty": "document_number",
    "document.issued_in_future": "issued_on",
}


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """``unread``: what nobody can read, by field. ``paper`` when all can be read; ``flaws`` why it does not hold."""

    entry: DocumentEntry | None
    unread: Mapping[str, InvalidValue]
    paper: Paper | None = None
    flaws: Mapping[str, InvalidValue] = field(default_factory=dict)

    @property
    def problems(self) -> Mapping[str, InvalidValue]:
        """Everything to be said, by field."""
        return {**self.unread, **self.flaws}

    @property
    def holds(self) -> bool:
        """Whether the paper can be read and counts."""
        return self.paper is not None and not self.flaws


def choices(documents: Sequence[DocumentEntry], holder: str) -> tuple[DocumentEntry, ...]:
    """The identity papers of such a holder: citizen, foreigner or stateless; those that do not count come last."""
    fitting = [each for each in documents if each.purpose == "identity" and holder in each.holders]
    return tuple(sorted(fitting, key=lambda each: not each.accepted))


def entry_of(typed: TypedPaper, documents: Sequence[DocumentEntry], holder: str) -> DocumentEntry | None:
    """The chosen kind, else the first that is offered; None for another paper."""
    if typed.kind == OTHER:
        return None
    offered = choices(documents, holder)
    return next((each for each in offered if each.id == typed.kind), offered[0] if offered else None)


def pattern_of(entry: DocumentEntry | None) -> NumberPattern:
    """How numbers of this kind are written."""
    return NumberPattern(entry.shape, entry.example) if entry and entry.shape else _ANY


def check_paper(
    typed: TypedPaper,
    documents: Sequence[DocumentEntry],
    holder: str,
    today: date,
    checked: Attestation | None = None,
) -> CheckedPaper:
    """The paper as it was shown, and everything that is wrong with it.

    ``checked``: what the register of permits answered about the person; it counts for the paper it is about.
    """
    entry = entry_of(typed, documents, holder)
    unread: dict[str, InvalidValue] = {}
    number = _kept(unread, "document_number", lambda: _number(typed, entry))
    issued = _kept(unread, "issued_on", lambda: _day(typed.issued_on))
    until = _kept(unread, "valid_until", lambda: _day(typed.valid_until))
    if unread:
        return CheckedPaper(entry, unread)
    paper = Paper(
        kind=entry.id if entry else OTHER,
        number=number or "",
        form=FormShown(typed.form),
        issued_on=issued,
        valid_until=until,
        issuer=" ".join(typed.issuer.split()) or (entry.issuer if entry else ""),
        scans=tuple(scan.sha256 for scan in typed.scans),
    )
    if checked is not None and _is_about(paper, checked):
        paper = replace(paper, checked=checked)
    return CheckedPaper(entry, {}, paper, _flaws(paper, entry, today))


def _flaws(paper: Paper, entry: DocumentEntry | None, today: date) -> dict[str, InvalidValue]:
    """Why the paper does not hold, by field; one without its number may be out of date besides."""
    rule = entry.rule() if entry else None
    found = [flaw_of(paper, rule, today)]
    if not paper.number:
        found.append(flaw_of(replace(paper, number=pattern_of(entry).example), rule, today))
    reasons = [each[1] for each in found if each is not None]
    return {_PLACES.get(why.reason, "valid_until"): _said(why, entry) for why in reasons}


def _said(why: Refused, entry: DocumentEntry | None) -> InvalidValue:
    if why.reason == "document.number_empty":
        return InvalidValue(why.reason, example=pattern_of(entry).example)
    if why.reason == "document.no_expiry":
        return InvalidValue("document.date_empty")  # perhaps only not copied yet
    return InvalidValue(why.reason, **why.facts)


def _is_about(paper: Paper, checked: Attestation) -> bool:
    """Whether the register of permits speaks of this very paper; about nobody counts too."""
    if not is_readable(Register.PERMITS, checked.answer):
        return False
    document = checked.answer.get("document") or {}
    return not checked.answer["found"] or latin_capitals(document.get("number") or "") == latin_capitals(
        paper.number
    )


def _number(typed: TypedPaper, entry: DocumentEntry | None) -> str:
    plain = latin_capitals(typed.number)
    return CardNumber.parse(typed.number, pattern_of(entry)).text if plain else ""


def _day(typed: str) -> date | None:
    return parse_date(typed) if typed.strip() else None


def _kept(problems: dict[str, InvalidValue], name: str, read: Callable[[], T]) -> T | None:
    try:
        return read()
    except InvalidValue as problem:
        problems[name] = problem
        return None
