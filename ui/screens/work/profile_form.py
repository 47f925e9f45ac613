"""The person's profile as it is typed, and as the file holds it (Law, Art. 6; letters 7.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from dost_desktop.domain.evidence import PastJob, WorkProfile
from dost_desktop.domain.vocabulary import Education

EARLIEST_YEAR: Final = 1940
_YEARS_MOST: Final = 60


def typed_profile(profile: WorkProfile | None) -> Mapping[str, Any]:
    """Every field as its editor shows it."""
    now = profile or WorkProfile(education=None)
    by_transport = {None: "", True: "yes", False: "no"}[now.by_public_transport]
    return {
        "education": now.education.value if now.education else "",
        "institution": now.institution,
        "graduated": str(now.graduated or ""),
        "specialty": now.specialty,
        "skills": now.skills,
        "jobs": [_typed_job(job) for job in now.jobs],
        "health": "\n".join(now.health_limits),
        "wanted": now.wanted,
        "regime": now.regime,
        "district": now.district,
        "transport": by_transport,
    }


def profile_from(typed: Mapping[str, Any], today: date) -> tuple[WorkProfile, Mapping[str, str]]:
    """The profile, and what is wrong by field: ``graduated`` and ``job.<n>.<part>``, each with a key of words."""
    problems: dict[str, str] = {}
    graduated = _number(typed.get("graduated"))
    if graduated is None or (graduated and not EARLIEST_YEAR <= graduated <= today.year):
        problems["graduated"] = "profile.year"
    jobs = _jobs(typed.get("jobs", ()), problems)
    education = str(typed.get("education", ""))
    lines = str(typed.get("health", "")).splitlines()
    profile = WorkProfile(
        education=Education(education) if education in set(Education) else None,
        institution=_said(typed, "institution"),
        graduated=graduated or 0,
        specialty=_said(typed, "specialty"),
        skills=_said(typed, "skills"),
        jobs=jobs,
        health_limits=tuple(" ".join(line.split()) for line in lines if line.strip()),
        wanted=_said(typed, "wanted"),
        regime=_said(typed, "regime"),
        district=_said(typed, "district"),
        by_public_transport={"yes": True, "no": False}.get(str(typed.get("transport", ""))),
    )
    return profile, problems


def _jobs(typed: Sequence[Mapping[str, Any]], problems: dict[str, str]) -> tuple[PastJob, ...]:
    jobs = []
    for place, each in enumerate(typed):
        years, months = _number(each.get("years")), _number(each.get("months"))
        if not any(str(each.get(part, "")).strip() for part in each):
            continue
        if not _said(each, "position"):
            problems[f"job.{place}.position"] = "profile.position"
        if years is None or years > _YEARS_MOST:
            problems[f"job.{place}.years"] = "profile.years"
        if months is None or months > 11:
            problems[f"job.{place}.months"] = "profile.months"
        whole = (years or 0) * 12 + (months or 0)
        jobs.append(PastJob(_said(each, "position"), _said(each, "employer"), whole, _said(each, "left_for")))
    return tuple(jobs)


def _typed_job(job: PastJob) -> dict[str, str]:
    return {
        "position": job.position,
        "employer": job.employer,
        "years": str(job.months // 12 or ""),
        "months": str(job.months % 12 or ""),
        "left_for": job.left_for,
    }


def _said(typed: Mapping[str, Any], name: str) -> str:
    return " ".join(str(typed.get(name, "")).split())


def _number(typed: Any) -> int | None:
    """The number that was typed, 0 for nothing, None for what is no number."""
    text = str(typed or "").strip()
    if not text:
        return 0
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else None
