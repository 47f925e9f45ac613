"""How the intake stands at one moment: what was typed and answered, put together and judged once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from dost_desktop.domain.dates import age_on, day_of_age, short
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.required_papers import identity_row
from dost_desktop.domain.vocabulary import ApplicationKind, Status
from ui.screens.intake.applicants import is_person, not_found, number_problem
from ui.screens.intake.card_reading import CardRead, expiry_problem
from ui.screens.intake.consenting import consent_problems, is_minor
from ui.screens.intake.explaining import explanation_problem
from ui.screens.intake.form import Form, phone_problem
from ui.screens.intake.inquiry import Inquiry
from ui.screens.intake.papers import CheckedPapers, check
from ui.screens.intake.rules import IntakeRules
from ui.screens.intake.speaking import SpeakerLine
from ui.screens.intake.ways import Asked, call_problems, questions
from ui.screens.intake.wishes import kind_of, why_not

_SOON_DAYS: Final = 30


@dataclass(frozen=True, slots=True)
class Known:
    """Everything the lines are made from."""

    is_person: bool
    number_problem: InvalidValue | None
    name_problem: InvalidValue | None
    is_answered: bool  # MEİS says who it is
    nobody: InvalidValue | None  # MEİS knows nobody by this number
    papers: CheckedPapers | None  # None: no papers are asked for
    expired_permit: InvalidValue | None  # what the register knows is out of date, and nothing else was shown
    document_warning: InvalidValue | None
    card_problem: InvalidValue | None  # the card that was read is out of date
    status: Status | None
    kind: ApplicationKind | None
    kind_problem: InvalidValue | None
    already_open: str  # number of the open application of the same kind
    asked: tuple[Asked, ...]  # what a caller can be asked
    call_problems: Mapping[str, InvalidValue]
    interpreter_asked: bool
    speaker: tuple[SpeakerLine, ...]
    birth_date: date | None = field(repr=False)
    young: InvalidValue | None
    is_minor: bool
    consent_problems: Mapping[str, InvalidValue]
    consent_blank: bool
    phone_problem: InvalidValue | None
    explanation_problem: InvalidValue | None  # to an entity or a household
    reading_scans: bool
    own_case: InvalidValue | None  # the agent's own number: a colleague serves it


def known_of(
    form: Form,
    inquiry: Inquiry,
    rules: IntakeRules,
    today: date,
    *,
    card: CardRead | None,
    speaker: tuple[SpeakerLine, ...],
    purpose: str,
    ticket_needs: tuple[str, ...],
    reading_scans: bool,
    is_own: bool,
) -> Known:
    """The intake as it stands with this form and these answers."""
    person, identity = is_person(form.who), inquiry.identity
    papers = _papers(form, inquiry, rules, today) if person else None
    kind = kind_of(form.kind, purpose, inquiry.status, form.who)
    open_already = inquiry.open_application(kind)
    born = identity.birth_date if identity else papers.birth_date if papers else None
    asked = questions(identity, inquiry.answer.file if inquiry.answer else None)
    expired = expired_permit(inquiry, rules, today)
    minor = person and is_minor(born, today, rules.law.minimum_age)
    return Known(
        is_person=person,
        number_problem=number_problem(form.who, form.number),
        name_problem=None if person or form.name.strip() else InvalidValue("applicant.name_missing"),
        is_answered=identity is not None,
        nobody=not_found(form.who) if inquiry.answer is not None and inquiry.answer.nobody else None,
        papers=papers,
        expired_permit=expired,
        document_warning=None if expired else _document_warning(inquiry, today),
        card_problem=expiry_problem(card, today) if person else None,
        status=inquiry.status,
        kind=kind,
        kind_problem=(
            why_not(kind, inquiry.status) if kind is not None else InvalidValue("application.kind_missing")
        ),
        already_open=open_already.number if open_already and not is_own else "",
        asked=asked,
        call_problems=call_problems(form.way, asked, rules.law.caller_answers_at_least),
        interpreter_asked="interpreter" in ticket_needs and not form.way.interpreter.strip(),
        speaker=speaker,
        birth_date=born,
        young=age_problem(born, today, rules.law.minimum_age) if person else None,
        is_minor=minor,
        consent_problems=consent_problems(form.consent, today) if minor else {},
        consent_blank=form.consent.is_blank(),
        phone_problem=phone_problem(form),
        explanation_problem=None if person else explanation_problem(form.explanation),
        reading_scans=reading_scans,
        own_case=InvalidValue("act.own_case") if is_own else None,
    )


def _papers(form: Form, inquiry: Inquiry, rules: IntakeRules, today: date) -> CheckedPapers | None:
    """The papers section while it is open; the names are asked where MEİS could not say them."""
    names = inquiry.papers_allowed
    if not inquiry.papers_open or not (names or expired_permit(inquiry, rules, today)):
        return None
    return check(form, rules, today, names=names, permit=inquiry.permit)


def expired_permit(inquiry: Inquiry, rules: IntakeRules, today: date) -> InvalidValue | None:
    """``document.expired`` when the permit that MEİS knows is out of date: that stops the case (SEED 21)."""
    identity = inquiry.identity
    if identity is None:
        return None
    row = identity_row(
        None,
        rules.law,
        today,
        answered_until=identity.document_valid_until,
        answered_kind=identity.document_kind,
    )
    return InvalidValue(row.why.reason, **row.why.facts) if row.is_open and row.why else None


def age_problem(birth: date | None, today: date, minimum: int) -> InvalidValue | None:
    """``age.under_15`` with the day of the birthday: no hindrance, the written refusal must be possible."""
    if birth is None or birth > today or age_on(birth, today) >= minimum:
        return None
    return InvalidValue("age.under_15", date=short(day_of_age(birth, minimum)))


def _document_warning(inquiry: Inquiry, today: date) -> InvalidValue | None:
    """When a citizen's document in the register is out of date, or a permit soon will be."""
    identity = inquiry.identity
    until = identity.document_valid_until if identity else None
    if identity is None or until is None:
        return None
    if until < today:
        return InvalidValue("document.register_expired", date=short(until))
    if "permit" in identity.document_kind and (until - today).days < _SOON_DAYS:
        return InvalidValue("permit.expires_soon", date=short(until))
    return None
