"""When a refusal stands: the ground in force, the fact it rests on, the reasons; and what every check of facts shares.

``decide`` asks this; an answer of None means that nothing stands in the way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType

from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.dates import age_on, day_of_age, legal_date
from dost_desktop.domain.law import LawInForce
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.vocabulary import ApplicationState

REASONING_AT_LEAST = 20  # characters: a bare article number is not a reason (facts 11.8)
_UNJUSTIFIED = "decline.unjustified"
_EMPLOYED = "employed."  # grounds that are entries of the register of employed persons
_NONE: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Refused:
    """Why an act cannot happen: a key of the window's words, its source, and facts for the words."""

    reason: str
    cites: str = ""
    facts: Mapping[str, object] = field(default_factory=lambda: _NONE)


def is_checked(application: Application, law: LawInForce, now: datetime) -> Refused | None:
    if application.answer is None:
        return Refused("register.employment_open", "SEED 23.6")
    return is_fresh(application.answer, now, law)


def is_fresh(attestation: Attestation, now: datetime, law: LawInForce) -> Refused | None:
    age = now - attestation.at
    if age <= timedelta(hours=law.answer_max_age_hours):
        return None
    hours = int(age.total_seconds() // 3600)
    return Refused("register.answer_old", "design 3", MappingProxyType({"hours": hours}))


def is_old_enough(file: PersonFile, law: LawInForce, now: datetime) -> Refused | None:
    birth = file.identity.birth_date if file.identity else None
    if birth and age_on(birth, legal_date(now)) < law.minimum_age:
        facts = {"date": day_of_age(birth, law.minimum_age)}
        return Refused("age.under_15", "facts 1.18, 2.2", MappingProxyType(facts))
    return None


def refusal_stands(
    file: PersonFile, application: Application, act: acts.Refuse, law: LawInForce, now: datetime
) -> Refused | None:
    """A refusal needs a ground in force for this kind, the fact it rests on, and reasons (SEED 9; facts 6.10)."""
    rule = law.grounds.get(act.ground)
    if rule is None:
        return Refused("notice.ground_missing", "SEED 9")
    if not rule.is_in_force(legal_date(application.opened_at)):  # the law of the day of the application
        return Refused("ground.not_in_force", "D5")
    if application.kind not in rule.kinds:
        return Refused("ground.not_for_kind", "letters 2")
    if (act.passport_ground, act.article) != (rule.passport_ground, rule.article):
        return Refused("ground.not_as_catalogued", "SEED 9")
    if len(act.reasoning.strip()) < REASONING_AT_LEAST:
        return Refused("notice.reason_too_short", "facts 6.10")
    if rule.needs_register:
        return rests_on_file(application, act) or is_checked(application, law, now)
    if rule.id == "age.under_15":
        under = is_old_enough(file, law, application.opened_at)
        return None if under else Refused("ground.not_the_case", "facts 1.18")
    return rests_on_file(application, act)


def rests_on_file(application: Application, act: acts.Refuse) -> Refused | None:
    """Why the file does not hold what this refusal rests on: a register entry, or an explained right.

    The answer may be another than the newest (two desks asked), as long as the newest says the same of this ground.
    """
    if act.ground == _UNJUSTIFIED:
        explained = application.state is ApplicationState.RIGHT_EXPLAINED
        return None if explained else Refused("decline.right_not_explained", "SEED 23.6")
    if not act.ground.startswith(_EMPLOYED):
        return None
    answer = application.answered(act.lookup_no)
    if answer is None or not answer.answer.get("found"):
        return Refused("notice.fact_missing", "SEED 23.6")
    entries = _entries(answer, act.ground)
    if not entries:
        return Refused("ground.not_the_case", "SEED 23.6")
    same = entries == _entries(application.answer or answer, act.ground)
    return None if same else Refused("lookup.newer_recorded", "design 3")


def is_overtaken(application: Application, act: acts.Refuse) -> bool:
    """True when the file says something else by now than what the refusal rested on when it was made.

    One that contradicts the very answer it names was never right: that is not for the file to excuse.
    """
    answer = application.answered(act.lookup_no)
    was_right = answer is None or bool(_entries(answer, act.ground))
    return bool(application.answers) and was_right and rests_on_file(application, act) is not None


def _entries(answer: Attestation, ground: str) -> list[Mapping[str, object]]:
    return [entry for entry in answer.answer.get("entries", ()) if ground_of(entry) == ground]


def ground_of(entry: Mapping[str, object]) -> str:
    """The catalogue ground of one register entry: ``employed.4_1_1``, ``employed.4_1_3.land_share``."""
    article, variant = str(entry.get("article", "")), str(entry.get("variant", ""))
    return f"{_EMPLOYED}{article.replace('.', '_')}" + (f".{variant}" if variant else "")
