"""When a registration can be ended or taken up again, for how long, and when one may apply again (SEED 23.7).

``decide`` asks this; an answer of None means that nothing stands in the way. Source: facts 1.14-1.18, D4, D20.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Final

from dost_desktop.domain import acts
from dost_desktop.domain.dates import legal_date, months_later
from dost_desktop.domain.law import EndingRule, LawInForce
from dost_desktop.domain.lifecycle import Move, transition_for
from dost_desktop.domain.person_file import Application, Bar, PersonFile, Registration
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import ApplicationKind, Status
from dost_desktop.domain.working_days import WorkingCalendar

LEFT_EARLY: Final = "referral.left_early"  # bars the unemployed registration alone (facts 1.18)
_TARGETS: Final = {
    ApplicationKind.REMOVAL: Status.TEMPORARILY_REMOVED,
    ApplicationKind.CANCELLATION: Status.CANCELLED,
}


def grounds_for(kind: ApplicationKind, status: Status, law: LawInForce, on: date) -> tuple[EndingRule, ...]:
    """The grounds that the person's own application may name in this status, on this day; none for other kinds."""
    return tuple(
        rule
        for rule in law.endings.values()
        if rule.target is _TARGETS.get(kind)
        and rule.by_person
        and rule.is_in_force(on)
        and (status is Status.UNKNOWN or status in rule.statuses)
    )


def form_stands(
    file: PersonFile, application: Application, act: acts.SubmitForm, law: LawInForce, now: datetime
) -> Refused | None:
    """Why MAS need not be asked: the ground, its dates, its papers, or a bar say no already."""
    today = legal_date(now)
    match application.kind:
        case ApplicationKind.REMOVAL | ApplicationKind.CANCELLATION:
            return _ground(file, application, act, law) or _term(
                law.endings[act.ground], act.starts_on, act.ends_on, today
            )
        case ApplicationKind.RESUMPTION:
            return resumption_stands(file.registration, law, today)
        case _:
            return None


def _ground(
    file: PersonFile, application: Application, act: acts.SubmitForm, law: LawInForce
) -> Refused | None:
    rule = law.endings.get(act.ground)
    if rule is None or rule.target is not _TARGETS[application.kind] or not rule.by_person:
        return Refused("ending.ground_missing", "SEED 23.7")
    if not rule.is_in_force(legal_date(application.opened_at)):
        return Refused("ground.not_in_force", "D5")
    status = file.registration.status
    if status is not Status.UNKNOWN and status not in rule.statuses:
        return Refused("ground.not_for_status", "facts 1.14-1.16")
    if rule.needs_evidence and not act.evidence.strip():
        return Refused("ending.evidence_missing", "facts 1.14-1.16")
    return None


def _term(rule: EndingRule, starts_on: date | None, ends_on: date | None, today: date) -> Refused | None:
    if rule.target is not Status.TEMPORARILY_REMOVED:
        return None
    if starts_on is None:
        return Refused("ending.start_missing", "SEED 23.7")
    wrong = in_order(starts_on, ends_on)
    if wrong:
        return wrong
    if rule.months is not None:
        due = months_later(starts_on, rule.months)
        if ends_on != due:
            return Refused("ending.other_term", "facts 1.14-1.15", MappingProxyType({"date": due}))
    if ends_on is not None and ends_on <= today:
        return Refused("ending.term_is_over", "SEED 23.7", MappingProxyType({"date": ends_on}))
    return None


def in_order(starts_on: date | None, ends_on: date | None) -> Refused | None:
    """A term does not end before it begins."""
    backwards = starts_on is not None and ends_on is not None and ends_on < starts_on
    return Refused("date.ends_before_start") if backwards else None


def resumption_stands(registration: Registration, law: LawInForce, today: date) -> Refused | None:
    """A term that the law itself sets runs to its end; any other removal ends when its cause does."""
    rule, ends_on = law.endings.get(registration.ground), registration.ends_on
    if rule is None or rule.months is None or ends_on is None or ends_on <= today:
        return None
    return Refused("resumption.term_runs", "facts 1.14-1.15", MappingProxyType({"date": ends_on}))


def takes_up_on(ends_on: date, calendar: WorkingCalendar) -> date:
    """The day from which a resumption can be asked for: where the term ends on a day off, the next working day."""
    while ends_on < date.max and not calendar.is_working(ends_on):  # MAS may say 31.12.9999: no end
        ends_on += timedelta(days=1)
    return ends_on


def bars_of(file: PersonFile, law: LawInForce, today: date) -> tuple[Bar, ...]:
    """What still bars the person from applying again, the longest first (facts 1.16, 1.18)."""
    bars = set(file.registration.bars)
    rule, since = law.endings.get(file.registration.ground), file.registration.since
    if file.registration.status is Status.CANCELLED and rule and rule.bar_months and since:
        bars.add(Bar(rule.id, months_later(since, rule.bar_months)))
    return tuple(
        sorted((each for each in bars if today < each.until), key=lambda bar: bar.until, reverse=True)
    )


def barred(file: PersonFile, kind: ApplicationKind, law: LawInForce, today: date) -> Refused | None:
    """Why an application of this kind leads to no registration yet: recorded it is all the same."""
    if kind not in {ApplicationKind.JOBSEEKER, ApplicationKind.UNEMPLOYED}:
        return None
    for bar in bars_of(file, law, today):
        if (bar.ground == LEFT_EARLY) == (kind is ApplicationKind.UNEMPLOYED):
            facts = MappingProxyType({"date": bar.until, "ground": bar.ground})
            return Refused("application.barred", "facts 1.16, 1.18", facts)
    return None


def ending_by_office(
    file: PersonFile, act: acts.EndByOffice, law: LawInForce, now: datetime
) -> Refused | None:
    """Removal or cancellation on the office's own initiative (D20)."""
    if not law.own_initiative:
        return Refused("ending.own_initiative_off", "D20")
    rule = law.endings.get(act.ground)
    today = legal_date(now)
    if rule is None or rule.target is not act.target or not rule.is_in_force(today):
        return Refused("ground.not_in_force", "D5")
    if not rule.by_office:  # only the person can wish it
        return Refused("ending.ground_missing", "D20; facts 1.14-1.16")
    removed = act.target is Status.TEMPORARILY_REMOVED
    move = Move.REMOVE_BY_OFFICE if removed else Move.CANCEL_BY_OFFICE
    status = file.registration.status
    if status not in rule.statuses or transition_for(status, move, None) is None:
        return Refused("act.not_now", "facts 1.14-1.16")
    if not act.evidence.strip():
        return Refused("ending.evidence_missing", "facts 1.14-1.16")
    return in_order(act.starts_on, act.ends_on) or _term(rule, act.starts_on, act.ends_on, today)
