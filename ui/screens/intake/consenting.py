"""The consent of the legal representative of somebody of 15 to 17 years: recorded when there is one (D10)."""

from __future__ import annotations

from datetime import date
from typing import Final

from dost_desktop.domain import evidence
from dost_desktop.domain.dates import age_on, parse_date
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.values import personal_number
from dost_desktop.domain.vocabulary import Relation
from ui.screens.intake.form import Consent

OF_AGE: Final = 18


def is_minor(birth: date | None, today: date, minimum: int) -> bool:
    """Whether a consent is asked for: old enough to apply, not of age yet."""
    return birth is not None and birth <= today and minimum <= age_on(birth, today) < OF_AGE


def consent_problems(consent: Consent, today: date) -> dict[str, InvalidValue]:
    """What of a typed consent cannot be read, by field; nothing for an empty one."""
    problems: dict[str, InvalidValue] = {}
    if consent.is_blank():
        return problems
    if not consent.name.strip():
        problems["consent_name"] = InvalidValue("consent.name_missing")
    try:
        _number(consent)
    except InvalidValue as problem:
        problems["consent_number"] = problem
    try:
        day = _day(consent)
        if day is not None and day > today:
            problems["consent_date"] = InvalidValue("consent.in_future")
    except InvalidValue as problem:
        problems["consent_date"] = problem
    return problems


def consent_in(consent: Consent) -> evidence.Consent | None:
    """The consent as it is recorded; None when there is none. Only for one without a problem."""
    if consent.is_blank():
        return None
    relation = Relation(consent.relation) if consent.relation else Relation.PARENT
    return evidence.Consent(" ".join(consent.name.split()), relation, _number(consent), _day(consent))


def _number(consent: Consent) -> str:
    return personal_number(consent.number).text if consent.number.strip() else ""


def _day(consent: Consent) -> date | None:
    return parse_date(consent.given_on) if consent.given_on.strip() else None
