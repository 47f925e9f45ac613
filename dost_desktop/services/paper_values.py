"""What the papers of the office can name of a file: each placeholder from where it was recorded, nothing guessed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.catalogue.grounds import Ending
from dost_desktop.catalogue.office_paper import Column, Line, LineKind, Row, Table
from dost_desktop.domain.dates import legal_date, long_date, short, short_time
from dost_desktop.domain.evidence import PastJob, WorkProfile
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.person_file import Application, PersonFile, Registration
from dost_desktop.domain.vocabulary import Status

REGISTERED: Final = frozenset({Status.JOBSEEKER, Status.UNEMPLOYED})
_OWN_WISH: Final = ".own_request"
_PERSONAL: Final = frozenset({NumberKind.PIN, NumberKind.MIGRATION_PIN})


def day(value: date | None) -> str:
    """The day as papers print it, "" for none."""
    return short(value) if value else ""


def moment(at: datetime | None) -> str:
    """Day and time in Baku: “24.11.2026, saat 14:07”."""
    return f"{short(legal_date(at))}, saat {short_time(at)}" if at else ""


def word(catalogue: Catalogue, kind: str, member: str) -> str:
    """The approved word for a member of a closed set, "" where there is none."""
    return catalogue.papers.words[kind].get(member, "")


def person_values(file: PersonFile, catalogue: Catalogue) -> dict[str, str]:
    """Who the person is, and how to reach them."""
    identity, reach = file.identity, {"phone": file.phone, "email": file.email, "lives_at": file.address}
    if identity is None:
        return reach
    entry = catalogue.documents.get(identity.document_kind)
    citizenship = identity.citizenship
    return {
        **reach,
        "full_name": identity.full_name,
        "pin": identity.number if identity.number_kind in _PERSONAL else "",
        "document_kind": entry.printed_name if entry else "",
        "document_no": identity.document_number,
        "birth_date": day(identity.birth_date),
        "sex": word(catalogue, "sex", identity.sex),
        "citizenship": word(catalogue, "citizenship", citizenship) or citizenship,
        "registered_at_address": identity.address,
    }


def profile_values(profile: WorkProfile | None, catalogue: Catalogue) -> dict[str, str]:
    """What the person can do and looks for, as they told it."""
    if profile is None:
        return {}
    transport = {True: "yes", False: "no", None: ""}[profile.by_public_transport]
    return {
        "education": word(catalogue, "education", profile.education or ""),
        "institution": profile.institution,
        "graduated": str(profile.graduated or ""),
        "specialty": profile.specialty,
        "skills": profile.skills,
        "experience": length(sum(job.months for job in profile.jobs), catalogue),
        "jobs": "yes" if profile.jobs else "",
        "health_limits": ", ".join(profile.health_limits),
        "wanted": profile.wanted,
        "regime": profile.regime,
        "district": profile.district,
        "by_public_transport": word(catalogue, "transport", transport),
    }


def application_values(application: Application, catalogue: Catalogue) -> dict[str, str]:
    """The application itself, and who speaks for the person."""
    speaker, consent = application.representative, application.consent
    values = {
        "application_no": application.number,
        "application_date": long_date(legal_date(application.opened_at)),
        "confirmed_on": moment(application.confirmed_at),
        "consent_name": consent.name if consent else "",
    }
    if speaker is None:
        return values
    return values | {
        "representative_name": speaker.name,
        "representation_kind": catalogue.texts.frame.representation.get(speaker.basis, ""),
        "representation_no": speaker.paper_number,
        "representation_date": day(speaker.paper_date),
        "representation_until": day(speaker.valid_until),
    }


def length(months: int, catalogue: Catalogue) -> str:
    """“3 il 4 ay”; "" for nothing."""
    years, rest = divmod(months, 12)
    parts = ((years, "year"), (rest, "month"))
    return " ".join(f"{number} {word(catalogue, 'unit', unit)}" for number, unit in parts if number)


def table(
    catalogue: Catalogue, words: str, shares: Mapping[str, float], rows: Sequence[Row]
) -> tuple[Line, ...]:
    """Rows under the heads of the word list ``words``; ``shares``: each column's part of the width."""
    columns = tuple(Column(id_, word(catalogue, words, id_), share) for id_, share in shares.items())
    return (Line(LineKind.TABLE, table=Table(columns, tuple(rows))),)


def jobs_table(jobs: Sequence[PastJob], catalogue: Catalogue) -> tuple[Line, ...]:
    """The jobs the person had, why each ended below it."""
    label = word(catalogue, "job_columns", "left_for")
    rows = [
        Row(
            (job.position, job.employer, length(job.months, catalogue)),
            ((label, job.left_for),) if job.left_for else (),
        )
        for job in jobs
    ]
    return table(catalogue, "job_columns", {"position": 0.38, "employer": 0.42, "length": 0.2}, rows)


def since_when(registration: Registration) -> date | None:
    """The day from which the person is so registered."""
    if registration.since or registration.known_at is None:
        return registration.since
    return legal_date(registration.known_at)


def stated(ending: Ending) -> str:
    """What the ground says beside the application itself, "" where the own wish is all of it."""
    return "" if ending.id.endswith(_OWN_WISH) else ending.title.az


def status_before(registrations: Sequence[Registration]) -> Status:
    """As what the person was registered last, whatever came of it: unknown where nothing is known."""
    for each in reversed(registrations):
        for status in (each.status, each.before_removal):
            if status in REGISTERED:
                return status
    return Status.UNKNOWN
