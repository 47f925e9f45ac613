"""Which fields a kind of form asks, what is missing or wrong in them, and what the filled form says (letters 7)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Final, TypeVar

from dost_desktop.catalogue.grounds import Ending
from dost_desktop.domain import acts
from dost_desktop.domain.dates import legal_date, months_later, parse_date
from dost_desktop.domain.ending import form_stands
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.evidence import PastJob, WorkProfile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.values import Email, Phone
from dost_desktop.domain.vocabulary import ApplicationKind, ConfirmedBy, Education
from dost_desktop.services.fill_form import FilledForm
from dost_desktop.services.look_at_file import CaseView
from dost_desktop.services.record_contact import Reach
from ui.screens.form.typed import YES, TypedForm, TypedJob

T = TypeVar("T")

JOBSEEKER_ASKS: Final = ("phone", "address", "education", "specialty", "wanted", "transport")
_FIRST_YEAR: Final = 1930
_MOST_YEARS: Final = 60
_AT_FIELD: Final = {  # what the rules say of a term -> the field where it is said
    "ending.ground_missing": "ground",
    "ground.not_in_force": "ground",
    "ground.not_for_status": "ground",
    "ending.start_missing": "starts_on",
    "date.ends_before_start": "ends_on",
    "ending.other_term": "ends_on",
    "ending.term_is_over": "ends_on",
    "ending.evidence_missing": "evidence",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """The form as it stands: ``missing`` fields in their order, ``problems`` by field, the rest when all is well."""

    asked: tuple[str, ...]  # what must be filled
    missing: tuple[str, ...]
    problems: Mapping[str, Refused] = field(repr=False)
    ending: Ending | None  # the ground that was chosen
    starts_on: date | None
    ends_on: date | None
    until_is_set: bool  # the law sets the end of the term
    stands: Refused | None  # why the form as a whole cannot be sent, where no field is to blame
    filled: FilledForm | None = field(repr=False)  # None while something is missing or wrong

    @property
    def first_open(self) -> str:
        """The field that is to be filled or mended first, in the order of the page; "" when none is."""
        open_ = {*self.missing, *self.problems}
        return next((name for name in (*self.asked, *self.problems) if name in open_), "")


def check(typed: TypedForm, case: CaseView, endings: Mapping[str, Ending]) -> Checked:
    """The form of this case with what stands in its fields."""
    if case.application.kind is ApplicationKind.JOBSEEKER:
        return _jobseeker(typed, case)
    return _ending(typed, case, endings)


def _asked(case: CaseView, ending: Ending | None) -> tuple[str, ...]:
    """The fields that must be filled, in the order of the page."""
    match case.application.kind:
        case ApplicationKind.REMOVAL:
            ends = ("ends_on",) if ending is not None and ending.term == "as_asked" else ()
            shows = ("evidence",) if ending is not None and ending.needs_evidence else ()
            return ("ground", "starts_on", *ends, *shows)
        case ApplicationKind.CANCELLATION:
            return ("ground", "evidence") if ending is not None and ending.needs_evidence else ("ground",)
        case ApplicationKind.RESUMPTION:
            rule = case.law.endings.get(case.file.registration.ground)
            return ("evidence",) if rule is not None and rule.needs_evidence else ()
        case _:
            return ()


# the jobseeker's form
def _jobseeker(typed: TypedForm, case: CaseView) -> Checked:
    problems: dict[str, Refused] = {}
    today = legal_date(case.now)
    phone = _read(problems, "phone", typed.phone, Phone.parse)
    email = _read(problems, "email", typed.email, Email.parse)
    reach = _read(problems, "address", _line(typed.address), lambda said: Reach(phone, email, said))
    graduated = _read(problems, "graduated", typed.graduated, partial(_year, until=today.year))
    jobs = [_job(problems, place, job) for place, job in enumerate(typed.jobs) if not job.is_blank]
    missing = _missing(typed, JOBSEEKER_ASKS)
    filled = None
    if not missing and not problems:
        profile = WorkProfile(
            education=Education(typed.education),
            institution=_line(typed.institution),
            graduated=graduated or 0,
            specialty=_line(typed.specialty),
            skills=_line(typed.skills),
            jobs=tuple(jobs),
            health_limits=_limits(typed.health),
            wanted=_line(typed.wanted),
            regime=_line(typed.regime),
            district=_line(typed.district),
            by_public_transport=typed.transport == YES,
        )
        filled = FilledForm(_submit(typed, case), reach, profile)
    return Checked(
        JOBSEEKER_ASKS, missing, problems, None, None, None, until_is_set=False, stands=None, filled=filled
    )


def _job(problems: dict[str, Refused], place: int, job: TypedJob) -> PastJob:
    if not job.position.strip():
        problems[f"job.{place}.position"] = Refused("form.job_position_missing")
    years = _read(problems, f"job.{place}.years", job.years, partial(_count, most=_MOST_YEARS)) or 0
    months = _read(problems, f"job.{place}.months", job.months, partial(_count, most=_MOST_YEARS * 12)) or 0
    return PastJob(_line(job.position), _line(job.employer), years * 12 + months, _line(job.left_for))


def _limits(typed: str) -> tuple[str, ...]:
    said = (_line(each) for each in typed.replace(";", "\n").splitlines())
    return tuple(dict.fromkeys(each for each in said if each))


# removal, cancellation, resumption
def _ending(typed: TypedForm, case: CaseView, endings: Mapping[str, Ending]) -> Checked:
    problems: dict[str, Refused] = {}
    is_removal = case.application.kind is ApplicationKind.REMOVAL
    ending = endings.get(typed.ground) if case.application.kind is not ApplicationKind.RESUMPTION else None
    starts_on = _read(problems, "starts_on", typed.starts_on, parse_date) if is_removal else None
    rule = case.law.endings.get(ending.id) if ending is not None else None
    is_set = rule is not None and rule.months is not None
    if rule is not None and rule.months is not None:
        ends_on = months_later(starts_on, rule.months) if starts_on else None
    else:
        ends_on = _read(problems, "ends_on", typed.ends_on, parse_date) if is_removal else None
    must = _asked(case, ending)
    missing = _missing(typed, must)
    form = replace(_submit(typed, case), starts_on=starts_on, ends_on=ends_on)
    if case.application.kind is not ApplicationKind.RESUMPTION:
        form = replace(form, ground=typed.ground)
    refused = None if problems else form_stands(case.file, case.application, form, case.law, case.now)
    at_field = _AT_FIELD.get(refused.reason, "") if refused else ""
    if refused is not None and at_field and at_field not in missing:
        problems[at_field] = refused
    stands = refused if not at_field else None
    filled = FilledForm(form) if not missing and refused is None and not problems else None
    return Checked(must, missing, problems, ending, starts_on, ends_on, is_set, stands, filled)


def _submit(typed: TypedForm, case: CaseView) -> acts.SubmitForm:
    said = ConfirmedBy(typed.confirmed_by) if case.application.representative else ConfirmedBy.PERSON
    return acts.SubmitForm(case.application.id, evidence=_line(typed.evidence), confirmed_by=said)


# pieces
def _missing(typed: TypedForm, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if not getattr(typed, name).strip())


def _read(problems: dict[str, Refused], name: str, typed: str, read: Callable[[str], T]) -> T | None:
    """What the typed words say; None for none, and for a problem, which is noted."""
    try:
        return read(typed.strip()) if typed.strip() else None
    except InvalidValue as error:
        problems[name] = Refused(error.problem, "", error.facts)
        return None


def _year(typed: str, until: int) -> int:
    if not re.fullmatch("[0-9]{4}", typed) or not _FIRST_YEAR <= int(typed) <= until:
        raise InvalidValue("form.year_shape", n=until)
    return int(typed)


def _count(typed: str, most: int) -> int:
    if not re.fullmatch("[0-9]{1,3}", typed) or int(typed) > most:
        raise InvalidValue("form.number_shape", n=most)
    return int(typed)


def _line(typed: str) -> str:
    return " ".join(typed.split())
