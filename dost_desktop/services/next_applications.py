"""What a person can apply for now, and why not for the rest: status, bars, terms, what is open already (SEED 23)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from dost_desktop.domain.ending import barred, bars_of, resumption_stands, takes_up_on
from dost_desktop.domain.law import LawInForce
from dost_desktop.domain.lifecycle import OPENABLE
from dost_desktop.domain.opening import not_openable
from dost_desktop.domain.person_file import Application, Bar, PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import ApplicationKind, Role, Status


@dataclass(frozen=True, slots=True)
class NextApplication:
    """One kind: ``why_not`` None when it can be opened now, ``until_then`` why it leads to nothing before a day.

    ``is_open`` is the one of this kind that goes on instead.
    """

    kind: ApplicationKind
    why_not: Refused | None = None
    until_then: Refused | None = None
    is_open: Application | None = None


@dataclass(frozen=True, slots=True)
class NextApplications:
    """Every kind in the order of the service, what bars the person, and from when a removed one can be resumed."""

    kinds: tuple[NextApplication, ...] = ()
    bars: tuple[Bar, ...] = ()  # the longest first
    resumes_on: date | None = None
    is_identified: bool = False  # today, at a desk: else the intake comes first


def next_applications(
    file: PersonFile, law: LawInForce, today: date, *, is_identified: bool, role: Role = Role.AGENT
) -> NextApplications:
    """Asked of the file as it stands, by ``role``; ``decide`` has the last word when one is opened."""
    known = file.registration
    removed_until = known.ends_on if known.status is Status.TEMPORARILY_REMOVED else None
    return NextApplications(
        kinds=tuple(_of_kind(file, kind, law, today, role) for kind in ApplicationKind),
        bars=bars_of(file, law, today),
        resumes_on=takes_up_on(removed_until, law.calendar) if removed_until else None,
        is_identified=is_identified,
    )


def _of_kind(
    file: PersonFile, kind: ApplicationKind, law: LawInForce, today: date, role: Role
) -> NextApplication:
    going_on = file.open_application(kind)
    if going_on is not None:
        facts: Mapping[str, object] = MappingProxyType({"application_no": going_on.number})
        return NextApplication(kind, Refused("application.already_open", "", facts), is_open=going_on)
    if role is not Role.AGENT:
        return NextApplication(kind, Refused("act.not_your_role", "design 1"))
    if file.identity is None:
        return NextApplication(kind, Refused("person.not_identified", "SEED 23.3"))
    if not file.identity.number_kind.is_person:
        return NextApplication(kind, Refused("applicant.not_a_person", "D17"))
    if file.registration.status not in OPENABLE[kind]:
        return NextApplication(kind, not_openable(kind, file.registration.status))
    if kind is ApplicationKind.RESUMPTION:
        return NextApplication(kind, until_then=resumption_stands(file.registration, law, today))
    return NextApplication(kind, until_then=barred(file, kind, law, today))
