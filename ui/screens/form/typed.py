"""What stands in the form's fields: as it is typed, kept as a draft, and first filled from what is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Final

from dost_desktop.domain.dates import legal_date, short
from dost_desktop.domain.ending import grounds_for
from dost_desktop.domain.evidence import PastJob, WorkProfile
from dost_desktop.domain.vocabulary import ApplicationKind, ConfirmedBy, Education
from dost_desktop.services.look_at_file import CaseView
from ui.infra.phones import written_phone

YES, NO = "yes", "no"
MOST_JOBS: Final = 10
_MONTHS: Final = 12
_CHOICES: Final = {
    "education": {"", *Education},
    "transport": {"", YES, NO},
    "confirmed_by": set(ConfirmedBy),
}


@dataclass(frozen=True, slots=True)
class TypedJob:
    """One job the person had."""

    position: str = field(repr=False, default="")
    employer: str = field(repr=False, default="")
    years: str = field(repr=False, default="")
    months: str = field(repr=False, default="")
    left_for: str = field(repr=False, default="")

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands there: such a row is no job."""
        return not any(getattr(self, each.name).strip() for each in fields(self))


@dataclass(frozen=True, slots=True)
class TypedForm:
    """Every field of every kind of form; which of them are asked, ``checks`` knows."""

    phone: str = field(repr=False, default="")
    email: str = field(repr=False, default="")
    address: str = field(repr=False, default="")
    education: str = field(repr=False, default="")
    institution: str = field(repr=False, default="")
    graduated: str = field(repr=False, default="")
    specialty: str = field(repr=False, default="")
    skills: str = field(repr=False, default="")
    jobs: tuple[TypedJob, ...] = field(repr=False, default=())
    health: str = field(repr=False, default="")  # one limit a line
    wanted: str = field(repr=False, default="")
    regime: str = field(repr=False, default="")
    district: str = field(repr=False, default="")
    transport: str = field(repr=False, default="")  # YES, NO or "": not asked yet
    ground: str = field(repr=False, default="")
    starts_on: str = field(repr=False, default="")
    ends_on: str = field(repr=False, default="")
    evidence: str = field(repr=False, default="")
    confirmed_by: str = ConfirmedBy.PERSON.value

    def content(self) -> dict[str, Any]:
        """As a draft keeps it."""
        return asdict(self)


def typed_from(content: Mapping[str, Any]) -> TypedForm:
    """What a draft kept; what it does not know, or another version wrote, is left out."""
    names = {each.name for each in fields(TypedForm)} - {"jobs"}
    known = {name: str(value) for name, value in content.items() if name in names}
    known = {name: value for name, value in known.items() if value in _CHOICES.get(name, {value})}
    rows = content.get("jobs", ())
    jobs = tuple(_job_from(row) for row in rows if isinstance(row, Mapping))
    return TypedForm(**known, jobs=jobs[:MOST_JOBS])


def _job_from(row: Mapping[str, Any]) -> TypedJob:
    names = {each.name for each in fields(TypedJob)}
    return TypedJob(**{name: str(value) for name, value in row.items() if name in names})


def prefilled(case: CaseView) -> TypedForm:
    """What is known already: from MEİS, the file, the profile, and the form as it was sent before."""
    file, application, form = case.file, case.application, case.application.form_data
    profile = file.profile or WorkProfile(education=None)
    registered = file.identity.address if file.identity else ""
    confirmed_by = ConfirmedBy.REPRESENTATIVE if application.representative else ConfirmedBy.PERSON
    today = short(legal_date(case.now)) if application.kind is ApplicationKind.REMOVAL else ""
    return TypedForm(
        phone=written_phone(file.phone),
        email=file.email,
        address=file.address or " ".join(registered.split()),
        education=profile.education.value if profile.education else "",
        institution=profile.institution,
        graduated=str(profile.graduated or ""),
        specialty=profile.specialty,
        skills=profile.skills,
        jobs=tuple(_typed_job(job) for job in profile.jobs[:MOST_JOBS]),
        health="\n".join(profile.health_limits),
        wanted=profile.wanted,
        regime=profile.regime,
        district=profile.district,
        transport={True: YES, False: NO, None: ""}[profile.by_public_transport],
        ground=form.ground if form else _only_ground(case),
        starts_on=short(form.starts_on) if form and form.starts_on else today,
        ends_on=short(form.ends_on) if form and form.ends_on else "",
        evidence=form.evidence if form else "",
        confirmed_by=(form.confirmed_by if form else confirmed_by).value,
    )


def _typed_job(job: PastJob) -> TypedJob:
    years, months = divmod(job.months, _MONTHS)
    return TypedJob(job.position, job.employer, str(years or ""), str(months or ""), job.left_for)


def _only_ground(case: CaseView) -> str:
    """The ground, where the law leaves no choice."""
    kind, status = case.application.kind, case.file.registration.status
    found = grounds_for(kind, status, case.law, legal_date(case.application.opened_at))
    return found[0].id if len(found) == 1 else ""
