"""Which work is suitable for whom: the law's five tests one by one, and what was declined (Law, Art. 6; facts 1.6).

A test that nobody can answer from what is known is a question to the person, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from dost_desktop.domain import acts
from dost_desktop.domain.alphabet import fold
from dost_desktop.domain.codec import from_json
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.evidence import SuitabilityTest, WorkProfile
from dost_desktop.domain.law import LawInForce
from dost_desktop.domain.person_file import Application, Offer, PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import Education, EmployerAnswer

REASON_AT_LEAST: Final = 3  # characters of a reason in the person's words
_WORD: Final = re.compile(r"\w+")
_SAYS_SOMETHING: Final = 3  # letters of a word
NOT_SEARCHED: Final = Refused("work.not_searched", "SEED 23.6")  # vacancies, today, for this application
PRESENTED_WITHIN: Final = timedelta(days=30)  # a referral is for the days to come


class Test(StrEnum):
    """The five, in the order of the law."""

    __test__ = False  # pytest looks for classes called Test

    EDUCATION = "education"
    SPECIALTY = "specialty"
    EXPERIENCE = "experience"
    HEALTH = "health"
    TRANSPORT = "transport"


class Result(StrEnum):
    """What a test says; ``ASK`` is never recorded: the question is put to the person first."""

    FITS = "fits"
    DOES_NOT_FIT = "does_not_fit"
    NOT_APPLICABLE = "not_applicable"  # the work asks for nothing of the kind
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class WorkAsks:
    """What one vacancy asks for."""

    education: Education | None = None
    specialty: str = ""
    experience_years: int = 0
    health_limits: tuple[str, ...] = ()  # with which a person cannot do the work
    public_transport: bool | None = None  # whether it reaches the place; None: not said


@dataclass(frozen=True, slots=True)
class Compared:
    """One test with its two sides."""

    test: Test
    result: Result
    limits: tuple[str, ...] = field(repr=False, default=())  # of health, that are in question


def compare(work: WorkAsks, person: WorkProfile, answers: Mapping[Test, bool]) -> tuple[Compared, ...]:
    """All five tests in order; ``answers``: what the person said to a question (True: it fits)."""
    found = (
        Compared(Test.EDUCATION, _education(work, person)),
        Compared(Test.SPECIALTY, _specialty(work, person)),
        Compared(Test.EXPERIENCE, _experience(work, person)),
        _health(work, person),
        Compared(Test.TRANSPORT, _transport(work, person)),
    )
    return tuple(_answered(each, answers) for each in found)


def fitting(compared: Sequence[Compared]) -> int:
    """How many of the five stand in nobody's way."""
    return sum(each.result in {Result.FITS, Result.NOT_APPLICABLE} for each in compared)


def is_suitable(compared: Sequence[Compared]) -> bool:
    """Whether it may be offered as suitable work: no test against it, no question open."""
    return fitting(compared) == len(Test)


def is_possible(compared: Sequence[Compared]) -> bool:
    """Whether it could still prove suitable: nothing speaks against it."""
    return all(each.result is not Result.DOES_NOT_FIT for each in compared)


def recorded(compared: Sequence[Compared], notes: Mapping[Test, str]) -> tuple[SuitabilityTest, ...]:
    """The tests as an offer records them; raises ValueError while a question is open."""
    if any(each.result is Result.ASK for each in compared):
        raise ValueError("a question is open")
    return tuple(SuitabilityTest(each.test, each.result, notes.get(each.test, "")) for each in compared)


def _answered(one: Compared, answers: Mapping[Test, bool]) -> Compared:
    if one.result is not Result.ASK or one.test not in answers:
        return one
    return Compared(one.test, Result.FITS if answers[one.test] else Result.DOES_NOT_FIT, one.limits)


def _education(work: WorkAsks, person: WorkProfile) -> Result:
    if work.education is None:
        return Result.NOT_APPLICABLE
    if person.education is None:
        return Result.ASK
    levels = tuple(Education)
    enough = levels.index(person.education) >= levels.index(work.education)
    return Result.FITS if enough else Result.DOES_NOT_FIT


def _specialty(work: WorkAsks, person: WorkProfile) -> Result:
    wanted = _words(work.specialty)
    if not wanted:
        return Result.NOT_APPLICABLE
    has = (person.specialty, *(job.position for job in person.jobs))
    if any(_stands_in(wanted, each) or _stands_in(each, wanted) for each in map(_words, has)):
        return Result.FITS
    return Result.ASK  # another word for the same profession is a matter of judgement


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))


def _stands_in(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether every word of the one begins one of the other; a dash or a single letter says nothing."""
    says = any(len(each) >= _SAYS_SOMETHING for each in short)
    return says and all(any(word.startswith(each) for word in long) for each in short)


def _experience(work: WorkAsks, person: WorkProfile) -> Result:
    if not work.experience_years:
        return Result.NOT_APPLICABLE
    if not person.jobs:
        return Result.ASK
    enough = sum(job.months for job in person.jobs) >= work.experience_years * 12
    return Result.FITS if enough else Result.DOES_NOT_FIT


def _health(work: WorkAsks, person: WorkProfile) -> Compared:
    if not work.health_limits:
        return Compared(Test.HEALTH, Result.NOT_APPLICABLE)
    has = [fold(each).strip() for each in person.health_limits]
    against = tuple(each for each in work.health_limits if fold(each).strip() in has)
    if against:
        return Compared(Test.HEALTH, Result.DOES_NOT_FIT, against)
    return Compared(Test.HEALTH, Result.ASK, work.health_limits)


def _transport(work: WorkAsks, person: WorkProfile) -> Result:
    if work.public_transport is True:
        return Result.FITS
    if work.public_transport is None or person.by_public_transport is None:
        return Result.ASK
    return Result.DOES_NOT_FIT if person.by_public_transport else Result.NOT_APPLICABLE


def profile_of(answer: Mapping[str, Any]) -> WorkProfile | None:
    """What the person told MAS of themselves, from its answer about the status; None where it holds nothing."""
    told = answer.get("profile")
    return from_json(WorkProfile, told) if told else None


def counted_declines(file: PersonFile) -> tuple[Offer, ...]:
    """The declines judged unjustified, oldest first: what a later removal counts, and nothing before it (D3, D4)."""
    return tuple(offer for each in file.applications for offer in each.offers if offer.justified is False)


def offer_stands(application: Application, act: acts.OfferWork) -> Refused | None:
    """Only suitable work is offered, each vacancy once: every test was answered, none speaks against it."""
    if any(each.id == act.offer for each in application.offers):
        return Refused("offer.exists")
    if tuple(each.test for each in act.tests) != tuple(Test):
        return Refused("offer.question_open", "Law Art. 6")
    allowed = {Result.FITS, Result.NOT_APPLICABLE}
    if any(each.result not in allowed for each in act.tests):
        return Refused("offer.not_suitable", "Law Art. 6")
    if any(each.vacancy == act.vacancy for each in application.offers):
        return Refused("offer.already_made", "facts 1.20")
    return None


def referral_stands(application: Application, act: acts.IssueReferral, now: datetime) -> Refused | None:
    """The employer's term begins on the day of the referral: not before the work was accepted, nor in another year."""
    offer = application.offers[-1] if application.offers else None
    if offer is None or offer.id != act.offer:
        return Refused("offer.unknown", "SEED 23.6")
    accepted_on, until = legal_date(offer.accepted_at or offer.at), legal_date(now) + PRESENTED_WITHIN
    if accepted_on <= act.presented_on <= until:
        return None
    return Refused("referral.other_day", "facts 2.8", MappingProxyType({"date": accepted_on, "until": until}))


def silence_counts(application: Application, law: LawInForce, now: datetime) -> Refused | None:
    """Silence is a no only after the employer's term (facts 2.5, 2.8)."""
    if application.referral is None:
        return Refused("act.not_now", "SEED 23.6")
    until = employer_answers_by(application, law)
    if until is None or legal_date(now) > until:
        return None
    return Refused("referral.term_runs", "facts 2.8", MappingProxyType({"date": until}))


def employer_answers_by(application: Application, law: LawInForce) -> date | None:
    """The last of the employer's working days; None without a referral."""
    referral = application.referral
    return law.calendar.add(referral.presented_on, law.employer_days) if referral else None


def why_none(application: Application) -> EmployerAnswer | None:
    """On what a decision to register rests beside "none could be offered": the last employer's no, or silence."""
    last = application.offers[-1] if application.offers else None
    return last.said if last else None
