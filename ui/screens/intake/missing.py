"""What the intake still misses, line by line, and why one cannot go on: the page says it before anybody asks."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from dost_desktop.domain.dates import age_on, day_of_age, short
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.lifecycle import OPENABLE
from dost_desktop.domain.vocabulary import ApplicationKind, Status
from dost_desktop.services.identify_person import PersonLookup
from ui.screens.intake.form import Form, is_surely_wrong
from ui.screens.intake.papers import FIELDS, CheckedPapers

_PAPER_LINES: Final = ("document_number", "valid_until", "surname", "birth_date")
_SOON_DAYS: Final = 30


class State(StrEnum):
    """As the list of missing things shows a line."""

    DONE = "done"
    OPEN = "open"
    BAD = "bad"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Need:
    """One line; ``id`` names the field it jumps to. A warning does not block."""

    id: str
    state: State
    problem: InvalidValue | None = None

    @property
    def blocks(self) -> bool:
        """Whether one cannot go on."""
        return self.state in {State.OPEN, State.BAD}


@dataclass(frozen=True, slots=True)
class Known:
    """Everything the lines are made from."""

    number_problem: InvalidValue | None
    number_blank: bool
    answer: PersonLookup | None
    papers: CheckedPapers | None  # None: no papers are asked for
    phone_problem: InvalidValue | None
    card_problem: InvalidValue | None  # the card that was read is out of date
    already_open: str  # number of the open application of the same kind
    today: date
    minimum_age: int
    reading_scans: bool = False

    @property
    def birth_date(self) -> date | None:
        """From the register, else from the papers."""
        if self.answer and self.answer.identity:
            return self.answer.identity.birth_date
        return self.papers.birth_date if self.papers else None

    @property
    def is_identified(self) -> bool:
        """Whether the register or the papers say who the person is."""
        return bool((self.answer and self.answer.identity) or (self.papers and self.papers.paper))


def needs(known: Known) -> tuple[Need, ...]:
    """The lines in the order of the page."""
    lines = [_number(known), _person(known)]
    if known.papers is not None:
        lines += [_paper(known.papers, name) for name in _PAPER_LINES]
    if known.card_problem:
        from_register = known.answer is not None and known.answer.identity is not None
        lines.append(Need("card", State.WARN if from_register else State.BAD, known.card_problem))
    if known.answer is not None and (known.answer.identity or known.papers):
        lines.append(_status(known.answer.status))
    expiry = document_expiry(known.answer, known.today)
    if expiry and not known.card_problem:
        lines.append(Need("document", State.WARN, expiry))
    if known.already_open:
        already = InvalidValue("application.already_open", application_no=known.already_open)
        lines.append(Need("already_open", State.BAD, already))
    young = age_problem(known.birth_date, known.today, known.minimum_age)
    if young:
        lines.append(Need("age", State.WARN, young))
    if known.phone_problem:
        lines.append(Need("phone", State.BAD, known.phone_problem))
    if (
        known.papers is not None and known.reading_scans
    ):  # last: it comes and goes, and moves no other line's key
        lines.append(Need("scans", State.OPEN, InvalidValue("scan.being_read")))
    return tuple(lines)


def why_off(lines: Iterable[Need]) -> InvalidValue | None:
    """Why one cannot go on: the one thing in its own words, several counted."""
    blocking = [need for need in lines if need.blocks]
    if not blocking:
        return None
    decisive = next((need for need in blocking if need.id in {"status", "already_open"}), None)
    if decisive is not None:
        return decisive.problem
    if len(blocking) == 1 and blocking[0].problem is not None:
        return blocking[0].problem
    return InvalidValue("intake.incomplete", n=len(blocking))


def said(known: Known, form: Form, left: Collection[str]) -> dict[str, InvalidValue]:
    """The problems that may be said now, by field: of fields that were left, and what is surely wrong at once."""
    problems = dict(known.papers.problems) if known.papers else {}
    if known.phone_problem:
        problems["phone"] = known.phone_problem
    if known.number_problem:
        problems["number"] = known.number_problem
    now = {name: problem for name, problem in problems.items() if name in left}
    if known.number_problem and is_surely_wrong(form):
        now["number"] = known.number_problem
    if known.answer is not None and known.answer.nobody:
        now.setdefault("number", InvalidValue("pin.not_found"))
    if known.card_problem and not (known.answer and known.answer.identity):
        now.setdefault("number", known.card_problem)
    return now


def place_of(need: str, form: Form, papers: CheckedPapers | None) -> str:
    """The field that a line leads to; "" when the register must be asked instead."""
    if need in {"person", "status"}:
        if papers is None:
            return ""
        return next((name for name in FIELDS if name in papers.problems), "document_number")
    if need == "surname" and form.surname.strip():
        return "given_name"
    return "number" if need in {"card", "document", "age"} else need


def purpose_problem(purpose: str) -> InvalidValue | None:
    """The ticket was drawn for something that this page does not open."""
    return InvalidValue("ticket.other_purpose") if purpose not in {"", ApplicationKind.UNEMPLOYED} else None


def age_problem(birth: date | None, today: date, minimum: int) -> InvalidValue | None:
    """``age.under_15`` with the day of the birthday: no hindrance, the written refusal must be possible."""
    if birth is None or birth > today or age_on(birth, today) >= minimum:
        return None
    return InvalidValue("age.under_15", date=short(day_of_age(birth, minimum)))


def document_expiry(answer: PersonLookup | None, today: date) -> InvalidValue | None:
    """A warning when the document in the register is out of date, or a permit soon will be."""
    identity = answer.identity if answer else None
    until = identity.document_valid_until if identity else None
    if identity is None or until is None:
        return None
    if until < today:
        return InvalidValue("document.register_expired", date=short(until))
    if "permit" in identity.document_kind and (until - today).days < _SOON_DAYS:
        return InvalidValue("permit.expires_soon", date=short(until))
    return None


def _number(known: Known) -> Need:
    if known.number_problem is None:
        return Need("number", State.DONE)
    return Need("number", State.OPEN if known.number_blank else State.BAD, known.number_problem)


def _person(known: Known) -> Need:
    if known.is_identified:
        return Need("person", State.DONE)
    answer = known.answer
    if answer is not None and answer.nobody:
        return Need("person", State.BAD, InvalidValue("pin.not_found"))
    if known.papers is not None:
        return Need("person", State.OPEN, InvalidValue("identity.papers_missing"))
    return Need("person", State.OPEN, None if known.number_problem else InvalidValue("person.not_identified"))


def _paper(papers: CheckedPapers, name: str) -> Need:
    problem = papers.problems.get(name)
    if name == "surname" and problem is None:  # one line for all names
        problem = papers.problems.get("given_name")
    if problem is None:
        return Need(name, State.DONE)
    blank = problem.problem.endswith("_empty") or problem.problem == "name.empty"
    return Need(name, State.OPEN if blank else State.BAD, problem)


def _status(status: Status) -> Need:
    if status is Status.UNKNOWN:
        return Need("status", State.WARN, InvalidValue("status.unknown"))
    if status in OPENABLE[ApplicationKind.UNEMPLOYED]:
        return Need("status", State.DONE)
    problems = {
        Status.UNEMPLOYED: "application.already_unemployed",
        Status.TEMPORARILY_REMOVED: "application.removed_now",
    }
    return Need("status", State.BAD, InvalidValue(problems.get(status, "application.not_jobseeker")))
