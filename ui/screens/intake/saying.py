"""Which problems are said at their fields now: while typing only what is surely wrong, the rest on leaving a field."""

from __future__ import annotations

from collections.abc import Collection

from dost_desktop.domain.errors import InvalidValue
from ui.screens.intake.applicants import is_surely_wrong
from ui.screens.intake.form import Form
from ui.screens.intake.standing import Known

#: Fields in which the agent chooses: what is wrong there is said at once.
_CHOSEN = frozenset({"document_kind", "form_shown"})


def problems_of(known: Known) -> dict[str, InvalidValue]:
    """Every problem, by field."""
    problems = {
        **(known.papers.problems if known.papers else {}),
        **known.call_problems,
        **known.consent_problems,
    }
    single = {
        "phone": known.phone_problem,
        "number": known.number_problem,
        "applicant_name": known.name_problem,
        "explanation": known.explanation_problem,
    }
    return {**problems, **{name: problem for name, problem in single.items() if problem}}


def said(known: Known, form: Form, left: Collection[str]) -> dict[str, InvalidValue]:
    """The problems that may be said now, by field."""
    now = {
        name: problem
        for name, problem in problems_of(known).items()
        if name in left or name.partition("#")[0] in _CHOSEN
    }
    if known.number_problem and is_surely_wrong(form.who, form.number):
        now["number"] = known.number_problem
    if known.own_case:
        now["number"] = known.own_case
    if known.nobody:
        now.setdefault("number", known.nobody)
    if known.card_problem and not known.is_answered and known.papers is None:
        now.setdefault("number", known.card_problem)
    return now


def place_of(need: str, form: Form, known: Known) -> str:
    """The field that a line leads to; "" when the register must be asked instead."""
    if need in {"person", "status"}:
        if known.papers is None:
            return ""
        return next(iter(known.papers.problems), "document_number")
    if need == "surname" and form.surname.strip():
        return "given_name"
    if need == "document":
        return "papers" if known.expired_permit else "number"
    return "number" if need in {"card", "age", "own_case"} else need
