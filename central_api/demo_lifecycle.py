"""Invented people and vacancies with which every branch of a registration's life can be tried in practice.

Beside those of ``demo_people``, who stay as they are: here each case has what MAS says of it.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from central_api.demo_people import Invented, _address, _citizen, _days, _digits, _voen
from dost_desktop.domain.dates import months_later
from dost_desktop.domain.ending import LEFT_EARLY
from dost_desktop.domain.vocabulary import ApplicationKind

_Row = dict[str, Any]
_Status = Callable[[date], _Row]

OWN_CASE: Final = "agent's own"
MAS_REFUSES: Final = "mas refuses the form"
NOT_DELIVERED: Final = "message not delivered"
NOT_SENT: Final = "message not sent by mas"
REFUSAL: Final = "Təhsil haqqında məlumat göstərilməyib."


@dataclass(frozen=True, slots=True)
class _Case:
    """Why one would try this person, and what MAS says of them beside the profile."""

    name: str
    age: int
    status: _Status
    profile: _Row = field(default_factory=dict)


def lifecycle_people(today: date) -> list[Invented]:
    """The same people for the same day, one for each case; dice of their own, so that nobody else changes."""
    dice = random.Random(2_026_11)  # noqa: S311 - the same people every time, nothing secret
    return [_person(dice, today, each) for each in _CASES]


def own_person(today: date, name: str) -> Invented:
    """The first agent as a person: she sits down at a colleague's desk."""
    dice = random.Random(11_2026)  # noqa: S311
    one = _citizen(dice, today, 34, "jobseeker")
    surname, given_name, *patronymic = name.split(" ")
    one.person |= {
        "surname": surname,
        "given_name": given_name,
        "patronymic": " ".join(patronymic),
        "sex": "F",
    }
    one.case = OWN_CASE
    return one


def own_number(place: int) -> str:
    """A number for a further agent who is in no register: the same every time."""
    dice = random.Random(7_000 + place)  # noqa: S311
    return "".join(dice.choice("23456789ABCDEFGHJKLMNPQRSTUVWXYZ") for _ in range(7))


def form_refusals(people: list[Invented]) -> list[tuple[str, _Row]]:
    """The forms that MAS does not accept the first time."""
    row = {"application_kind": ApplicationKind.JOBSEEKER.value, "reason": REFUSAL}
    return [(each.number, row) for each in people if each.case == MAS_REFUSES]


def undelivered(people: list[Invented]) -> list[tuple[str, _Row]]:
    """The mobile messages that do not arrive, or that MAS does not send."""
    outcomes = {NOT_DELIVERED: "failed", NOT_SENT: "not_sent"}
    return [
        (each.number, {"channel": "mobile", "outcome": outcomes[each.case]})
        for each in people
        if each.case in outcomes
    ]


def _person(dice: random.Random, today: date, case: _Case) -> Invented:
    one = _citizen(dice, today, case.age, "")
    one.case = case.name
    said = {"registration_number": "", "bars": [], "since": ""} | case.status(today)
    if said["status"] != "not_registered":
        said["since"] = said["since"] or _days(today, -dice.randint(40, 300))
        said["registration_number"] = f"IA-{said['since'][:4]}-{_digits(dice, 6)}"
    one.status = said | ({"profile": case.profile} if case.profile else {})
    return one


def _new(_today: date) -> _Row:
    return {"status": "not_registered"}


def _jobseeker(_today: date) -> _Row:
    return {"status": "jobseeker"}


def _unemployed(_today: date) -> _Row:
    return {"status": "unemployed"}


def _removed(ground: str, ends_on: int | None, before: str = "jobseeker") -> _Status:
    """Temporarily removed; the term ends so many days from today, or with its cause."""

    def status(today: date) -> _Row:
        since = months_later(today + timedelta(days=ends_on), -12) if ends_on is not None else today
        return {
            "status": "temporarily_removed",
            "since": (since if ends_on is not None else today - timedelta(days=90)).isoformat(),
            "before_removal": before,
            "ends_on": _days(today, ends_on) if ends_on is not None else "",
            "ground": ground,
        }

    return status


def _cancelled(ground: str, since: int, bar: int | None = None) -> _Status:
    def status(today: date) -> _Row:
        bars = [f"{ground}:{_days(today, bar)}"] if bar is not None else []
        return {"status": "cancelled", "since": _days(today, since), "ground": ground, "bars": bars}

    return status


def _left_early(today: date) -> _Row:
    return {"status": "jobseeker", "bars": [f"{LEFT_EARLY}:{months_later(today, 4).isoformat()}"]}


def _profile(specialty: str, education: str, wanted: str, **more: Any) -> _Row:
    return {
        "education": education,
        "institution": "Nümunə Kolleci" if education != "higher" else "Nümunə Universiteti",
        "graduated": 2012,
        "specialty": specialty,
        "skills": "Azərbaycan dili, kompüter",
        "jobs": [],
        "health_limits": [],
        "wanted": wanted,
        "regime": "tam iş günü",
        "district": "Nümunə",
        "by_public_transport": True,
        **more,
    }


def _job(position: str, months: int) -> _Row:
    return {
        "position": position,
        "employer": "“Sınaq Ticarət” MMC",
        "months": months,
        "left_for": "ştat ixtisarı",
    }


_ACCOUNTANT: Final = _profile(
    "mühasibat uçotu", "higher", "mühasib", jobs=[_job("mühasib", 50)], health_limits=["ağır qaldırmaq"]
)
_WELDER: Final = _profile(
    "qaynaqçı", "vocational", "qaynaqçı", jobs=[_job("qaynaqçı", 30)], by_public_transport=False
)
_TAILOR: Final = _profile(
    "dərzi", "vocational", "dərzi", jobs=[_job("dərzi", 14)], health_limits=["uzun müddət ayaq üstə durmaq"]
)
_ASTRONOMER: Final = _profile("astronomiya", "higher", "astronom", jobs=[_job("astronom", 80)])
_FIRST_JOB: Final = _profile("", "general", "operator", graduated=2024, by_public_transport=None)

_CASES: Final = (
    _Case("jobseeker new", 29, _new),
    _Case("jobseeker new with profile", 33, _new, _ACCOUNTANT),
    _Case("jobseeker with profile", 41, _jobseeker, _ACCOUNTANT),
    _Case("jobseeker welder", 37, _jobseeker, _WELDER),
    _Case("jobseeker tailor", 46, _jobseeker, _TAILOR),
    _Case("jobseeker first job", 20, _jobseeker, _FIRST_JOB),
    _Case("no suitable work", 39, _jobseeker, _ASTRONOMER),
    _Case("unemployed with profile", 44, _unemployed, _WELDER),
    _Case("barred one month", 50, _cancelled("cancel.false_data", -10, 20)),
    _Case("bar is over", 48, _cancelled("cancel.false_data", -70)),
    _Case("cancelled at own request", 31, _cancelled("cancel.own_request", -30)),
    _Case("left early", 35, _left_early, _WELDER),
    _Case("removed, term over", 43, _removed("removal.offers_jobseeker", -3)),
    _Case("removed, term runs", 40, _removed("removal.offers_jobseeker", 200)),
    _Case("removed, term ends soon", 38, _removed("removal.offers_jobseeker", 4)),
    _Case("removed, cause lasts", 22, _removed("removal.service", None)),
    _Case("removed at own request", 36, _removed("removal.own_request", None, "unemployed")),
    _Case("unemployed, removed, term over", 47, _removed("removal.declined_unemployed", -1, "unemployed")),
    _Case(MAS_REFUSES, 30, _new),
    _Case(NOT_DELIVERED, 32, _new),
    _Case(NOT_SENT, 34, _new),
)

_TRADES: Final = (  # position, specialty, education
    ("mühasib", "mühasibat uçotu", "secondary_special"),
    ("baş mühasib", "mühasibat uçotu", "higher"),
    ("qaynaqçı", "qaynaqçı", "vocational"),
    ("dərzi", "dərzi", "vocational"),
    ("elektrik", "elektrik montyoru", "vocational"),
    ("tibb bacısı", "tibb bacısı işi", "secondary_special"),
    ("kompüter operatoru", "", "general"),
    ("aşpaz", "aşpazlıq", "vocational"),
)
_CONDITIONS: Final = (  # health limits, public transport, experience in years
    ("", "yes", 0),
    ("", "", 2),
    ("uzun müddət ayaq üstə durmaq", "yes", 1),
    ("ağır qaldırmaq", "yes", 0),
    ("", "no", 0),
    ("ağır qaldırmaq;hündürlükdə işləmək", "", 5),
)


def varied_vacancies(today: date) -> list[tuple[str, _Row]]:
    """Every trade under every condition: for each profile some fit, some leave a question, some do not fit."""
    dice = random.Random(20_180_629)  # noqa: S311 - the same bank every time
    places = [(trade, condition) for trade in _TRADES for condition in _CONDITIONS]
    return [
        (
            f"V{number:05}",
            {
                "number": f"V{number:05}",
                "employer": dice.choice(_EMPLOYERS),
                "employer_voen": _voen(dice, 1),
                "position": position,
                "specialty": specialty,
                "education": education,
                "experience_years": str(years),
                "health_limits": limits,
                "district": dice.choice(("Nümunə", "Nümunə", "Örnək", "Sınaq")),
                "public_transport": transport,
                "address": _address(dice),
                "wage": str(dice.randrange(450, 1900, 50)),
                "open_until": (today + timedelta(days=dice.randint(20, 90))).isoformat(),
            },
        )
        for number, ((position, specialty, education), (limits, transport, years)) in enumerate(places, 1001)
    ]


_EMPLOYERS: Final = ("“Nümunə Tikiş” MMC", "“Örnək Klinika” MMC", "“Sınaq Metal” ASC", "“Məşq Restoran” MMC")
