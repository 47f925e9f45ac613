"""What the intake still misses, line by line, and why one cannot go on: the page says it before anybody asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.required_papers import NOT_A_PERSON
from dost_desktop.domain.vocabulary import Status
from ui.screens.intake.papers import CheckedPapers, field_at
from ui.screens.intake.standing import Known

_DECISIVE: Final = frozenset({"own_case", "personal", "kind", "already_open"})
_CALL: Final = ("call_reference", "caller")
_CONSENT: Final = ("consent_name", "consent_number", "consent_date")


class State(StrEnum):
    """As the list of missing things shows a line."""

    DONE = "done"
    OPEN = "open"
    BAD = "bad"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Need:
    """One line; ``id`` names the field it jumps to, ``words`` are given where the page has none of its own.

    A warning does not block. ``refusable``: a refusal can rest on it, so the case may be opened in order to refuse.
    """

    id: str
    state: State
    problem: InvalidValue | None = None
    refusable: bool = False
    words: str = ""

    @property
    def blocks(self) -> bool:
        """Whether one cannot go on."""
        return self.state in {State.OPEN, State.BAD}


def needs(known: Known) -> tuple[Need, ...]:
    """The lines in the order of the page."""
    return tuple(_lines(known))


def why_off(lines: Iterable[Need]) -> InvalidValue | None:
    """Why one cannot go on: the one thing in its own words, several counted."""
    blocking = [need for need in lines if need.blocks]
    if not blocking:
        return None
    decisive = next((need for need in blocking if need.id in _DECISIVE), None)
    if decisive is not None:
        return decisive.problem
    if len(blocking) == 1 and blocking[0].problem is not None:
        return blocking[0].problem
    return InvalidValue("intake.incomplete", n=len(blocking))


def can_be_refused(lines: Sequence[Need]) -> bool:
    """Whether a written refusal may be what comes of it; how soon says ``why_no_refusal``."""
    return any(need.refusable for need in lines)


def why_no_refusal(lines: Sequence[Need]) -> InvalidValue | None:
    """What must be mended before the application can be opened and refused."""
    return why_off(need for need in lines if not need.refusable)


def _lines(known: Known) -> Iterator[Need]:
    yield _number(known)
    if known.own_case:
        yield Need("own_case", State.BAD, known.own_case)
    if known.name_problem is not None or not known.is_person:
        yield _typed("applicant_name", known.name_problem)
    if known.is_person:
        yield from _person_lines(known)
    else:
        yield Need("personal", State.BAD, InvalidValue(NOT_A_PERSON), refusable=True)
    if known.already_open:
        already = InvalidValue("application.already_open", application_no=known.already_open)
        yield Need("already_open", State.BAD, already)
    yield from _way_lines(known)
    for line in known.speaker:
        yield Need(f"speaker:{line.field}", State(line.state), line.problem, line.refusable, line.words)
    yield from _age_lines(known)
    if known.phone_problem:
        yield Need("phone", State.BAD, known.phone_problem)
    if known.reading_scans:  # last: it comes and goes, and moves no other line's key
        yield Need("scans", State.OPEN, InvalidValue("scan.being_read"))


def _person_lines(known: Known) -> Iterator[Need]:
    yield _person(known)
    if known.papers is not None:
        yield from _paper_lines(known.papers)
    elif known.expired_permit is not None:
        yield Need("document", State.BAD, known.expired_permit, refusable=True)
    if known.card_problem:
        state = State.WARN if known.is_answered or known.papers else State.BAD
        yield Need("card", state, known.card_problem)
    elif known.document_warning:
        yield Need("document", State.WARN, known.document_warning)
    if known.status is not None and (known.is_answered or known.papers):
        unknown = InvalidValue("status.unknown") if known.status is Status.UNKNOWN else None
        yield Need("status", State.WARN if unknown else State.DONE, unknown)
    if known.kind_problem:
        yield Need("kind", State.BAD, known.kind_problem)


def _way_lines(known: Known) -> Iterator[Need]:
    for name in _CALL:
        if name in known.call_problems:
            yield Need(name, State.OPEN, known.call_problems[name])
    if known.interpreter_asked:
        yield Need("interpreter", State.WARN, InvalidValue("interpreter.language_missing"))


def _age_lines(known: Known) -> Iterator[Need]:
    if known.young:
        yield Need("age", State.WARN, known.young, refusable=True)
    if known.is_minor:
        wrong = next((each for each in _CONSENT if each in known.consent_problems), None)
        if wrong is not None:
            yield Need(wrong, State.BAD, known.consent_problems[wrong])
        elif known.consent_blank:
            yield Need("consent_name", State.WARN, InvalidValue("age.minor_consent"))
        else:
            yield Need("consent_name", State.DONE)


def _number(known: Known) -> Need:
    if known.number_problem is None:
        return Need("number", State.DONE)
    blank = known.number_problem.problem.endswith(".empty")
    return Need("number", State.OPEN if blank else State.BAD, known.number_problem)


def _person(known: Known) -> Need:
    papers = known.papers
    if known.is_answered or (papers is not None and papers.is_read and papers.names is not None):
        return Need("person", State.DONE)
    if known.nobody and papers is None:
        return Need("person", State.BAD, known.nobody)
    if papers is not None:
        return Need("person", State.OPEN, InvalidValue("identity.papers_missing"))
    return Need("person", State.OPEN, None if known.number_problem else InvalidValue("person.not_identified"))


def _paper_lines(papers: CheckedPapers) -> Iterator[Need]:
    for place, checked in enumerate(papers.papers):
        said = checked.problems
        for name in ("document_number", "valid_until", "document_kind", "form_shown", "issued_on"):
            problem = said.get(name)
            flawed = name in checked.flaws
            if problem is None and (place or name not in {"document_number", "valid_until"}):
                continue
            if flawed and papers.best.holds:  # another paper does
                yield Need(field_at(name, place), State.WARN, problem)
            else:
                yield _typed(field_at(name, place), problem, refusable=flawed)
    if papers.names is not None or papers.unread:
        yield _typed("surname", papers.unread.get("surname") or papers.unread.get("given_name"))
        yield _typed("birth_date", papers.unread.get("birth_date"))


def _typed(name: str, problem: InvalidValue | None, *, refusable: bool = False) -> Need:
    if problem is None:
        return Need(name, State.DONE)
    blank = problem.problem.endswith(("_empty", "_missing")) or problem.problem == "name.empty"
    return Need(name, State.OPEN if blank else State.BAD, problem, refusable)
