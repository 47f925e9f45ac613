"""Papers in place of the register: asked only when it could not be reached, knows nobody, or contradicts itself.

A person of whom the register knows a permit that is out of date may show a newer one; names are not asked then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.dates import parse_birth_date
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.evidence import Identity, Paper
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.values import FullName
from ui.parts.papers.checking import CheckedPaper, check_paper
from ui.screens.intake.applicants import CITIZEN, holder_of
from ui.screens.intake.form import Form
from ui.screens.intake.rules import IntakeRules

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CheckedPapers:
    """Each paper, and what the papers say of the person; ``unread`` are the problems of the names, by field."""

    papers: tuple[CheckedPaper, ...]
    unread: Mapping[str, InvalidValue]
    names: FullName | None = None
    birth_date: date | None = None

    @property
    def problems(self) -> dict[str, InvalidValue]:
        """Everything to be said, by field; those of the second paper end in ``#1``."""
        said = {
            field_at(name, place): problem
            for place, checked in enumerate(self.papers)
            for name, problem in checked.problems.items()
        }
        return {**said, **self.unread}

    @property
    def best(self) -> CheckedPaper:
        """The paper that counts: the first that holds, else the first."""
        return next((each for each in self.papers if each.holds), self.papers[0])

    @property
    def is_read(self) -> bool:
        """Whether everything can be read; what does not hold is no hindrance to a refusal."""
        return not self.unread and all(each.paper is not None for each in self.papers)

    @property
    def recorded(self) -> tuple[Paper, ...]:
        """What is recorded: the paper that counts first, and last again if others were shown too.

        The paper shown last takes the place of those before it.
        """
        best = self.best.paper
        if best is None:
            return ()
        others = tuple(each.paper for each in self.papers if each.paper and each.paper is not best)
        return (best, *others, best) if others else (best,)


def field_at(name: str, place: int) -> str:
    """A field's name on the page: those of the first paper bare, ``issuer#1`` for the second."""
    return f"{name}#{place}" if place else name


def check(
    form: Form, rules: IntakeRules, today: date, *, names: bool, permit: Attestation | None = None
) -> CheckedPapers:
    """What is wrong in the papers section; ``names``: it says who the person is too."""
    holder = holder_of(form.who, form.number)
    papers = tuple(check_paper(each, rules.documents, holder, today, permit) for each in form.papers)
    if not names:
        return CheckedPapers(papers, {})
    unread: dict[str, InvalidValue] = {}
    named = _kept(unread, "given_name" if form.surname.strip() else "surname", lambda: _names(form))
    born = _kept(unread, "birth_date", lambda: _born(form, today))
    return CheckedPapers(papers, unread, named, born)


def identity_from(checked: CheckedPapers, form: Form, kind: NumberKind, number: str) -> Identity:
    """Who the person is, as the papers show. Only for papers that can be read."""
    paper = checked.best.paper
    if paper is None or checked.names is None:
        raise ValueError("the papers are not complete")
    return Identity(
        number_kind=kind,
        number=number,
        surname=checked.names.surname,
        given_name=checked.names.given_name,
        patronymic=checked.names.patronymic,
        birth_date=checked.birth_date,
        sex=form.sex,
        citizenship="AZE" if holder_of(form.who, number) == CITIZEN else "",
        document_kind=paper.kind,
        document_number=paper.number,
        document_valid_until=paper.valid_until,
    )


def _names(form: Form) -> FullName:
    name = FullName.parse(form.surname, form.given_name, form.patronymic)
    if holder_of(form.who, form.number) == CITIZEN and not (name.surname and name.given_name):
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
