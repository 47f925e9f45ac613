"""Invented people for practice: names, numbers and registers that look right and belong to nobody."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, Final

from stdnum.az import voen
from stdnum.exceptions import ValidationError

from dost_desktop.domain.dates import short

_SURNAMES: Final = (
    "Abbas", "Abdulla", "Ağa", "Axund", "Bağır", "Bayram", "Cabbar", "Cəfər", "Əhməd", "Ələkbər", "Əli", "Əsgər",
    "Fətəli", "Həsən", "Hüseyn", "İbrahim", "İsmayıl", "Kərim", "Qasım", "Quli", "Mehdi", "Məmməd", "Mirzə", "Musa",
    "Mustafa", "Nağı", "Novruz", "Orduxan", "Rəcəb", "Rəhim", "Rüstəm", "Sadıq", "Səfər", "Süleyman", "Şirin",
    "Tağı", "Vəli", "Yusif", "Zeynal",
)  # fmt: skip
_MEN: Final = (
    "Anar", "Araz", "Cavid", "Elçin", "Elnur", "Emin", "Əli", "Fərid", "Fuad", "Həsən", "İlqar", "İsmayıl", "Kamran",
    "Murad", "Nicat", "Orxan", "Pərviz", "Ramin", "Rəşad", "Rövşən", "Samir", "Səbuhi", "Şahin", "Tural", "Ülvi",
    "Vüqar", "Xəyal", "Yaşar", "Zaur",
)  # fmt: skip
_WOMEN: Final = (
    "Aidə", "Aynur", "Aysel", "Aytən", "Çinarə", "Elmira", "Esmira", "Fidan", "Gülnar", "Günel", "Həcər", "İradə",
    "Könül", "Lalə", "Leyla", "Ləman", "Məleykə", "Mətanət", "Nərgiz", "Nigar", "Pərvanə", "Röya", "Sevda", "Sevinc",
    "Şəbnəm", "Təranə", "Ülkər", "Xatirə", "Zərifə",
)  # fmt: skip
_STREETS: Final = ("Sınaq küç.", "Nümunə küç.", "Məşq küç.", "Örnək pr.", "Təcrübə küç.")
_EMPLOYERS: Final = ("“Xəzər Nümunə” MMC", "“Sınaq Ticarət” MMC", "“Örnək İnşaat” ASC", "“Məşq Servis” MMC")
_POSITIONS: Final = ("satıcı", "mühasib", "anbardar", "sürücü", "operator", "dərzi", "elektrik", "tərbiyəçi")
_LETTERS: Final = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_COUNT: Final = 300


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper by which somebody speaks for a person, as it is shown; days as ISO texts, "" where there is none."""

    number: str
    speaker: str  # the representative's number
    date: str
    certifier: str = ""  # of a power of attorney
    valid_until: str = ""
    scope: str = ""
    issuer: str = ""  # of a guardian's act
    revoked_on: str = ""  # known to the notaries alone
    in_register: bool = True

    @property
    def of_notary(self) -> dict[str, str]:
        """What the notaries' register holds of it, without who gave it."""
        return {
            "representative_number": self.speaker,
            "paper_date": self.date,
            "valid_until": self.valid_until,
            "revoked_on": self.revoked_on,
            "certifier": self.certifier,
            "scope": self.scope,
        }


@dataclass(slots=True)
class Invented:
    """One person, with what every register says."""

    number: str
    kind: str  # "pin" or "migration_pin"
    person: dict[str, Any]
    status: dict[str, Any] | None
    employment: list[dict[str, Any]] = field(default_factory=list)
    case: str = ""  # why one would try this person
    known: bool = True  # whether MEİS has a record
    paper: Paper | None = None  # which a representative brings

    @property
    def name(self) -> str:
        """Surname, given name and patronymic."""
        return " ".join(
            self.person[part] for part in ("surname", "given_name", "patronymic") if self.person[part]
        )


def invent(today: date) -> list[Invented]:
    """The same people for the same day: one for each case, the crowd, and at the end those with special papers."""
    dice = random.Random(5_040_500)  # noqa: S311 - the same people every time, nothing secret
    cases = [_case(dice, today, name) for name in CASES]
    crowd = [_somebody(dice, today) for _ in range(_COUNT - len(cases))]
    return cases + crowd + _with_papers(today)


def _with_papers(today: date) -> list[Invented]:
    """People whose papers, or whose representative's, are the point; dice of their own, so that nobody changes."""
    dice = random.Random(2_026_05)  # noqa: S311 - the same people every time, nothing secret
    speaker = _named(dice, today, "representative", _age(dice, 30, 50))
    guardian = _named(dice, today, "guardian", _age(dice, 45, 60))
    valid = Paper(
        number=f"2N-{_digits(dice, 4)}/{today:%y}",
        speaker=speaker.number,
        date=_days(today, -60),
        certifier="Nümunə notariat kontoru",
        valid_until=_days(today, 300),
        scope="Məşğulluq xidmətində, o cümlədən işsiz kimi qeydiyyat üzrə məni təmsil etmək",
    )
    act = Paper(
        f"Q-{_digits(dice, 3)}",
        guardian.number,
        _days(today, -400),
        issuer="Nümunə r-nu icra hakimiyyəti",
        in_register=False,
    )
    papers = {
        "represented": valid,
        "poa revoked": replace(
            valid, number=f"2N-{_digits(dice, 4)}/{today:%y}", revoked_on=_days(today, -5)
        ),
        "poa expired": replace(
            valid, number=f"2N-{_digits(dice, 4)}/{today:%y}", valid_until=_days(today, -10)
        ),
        "poa undated": replace(valid, number=f"2N-{_digits(dice, 4)}/{today:%y}", date="", in_register=False),
        "under guardianship": act,
        "entrepreneur": None,
        "self-service": None,
    }
    spoken_for = [_named(dice, today, case, _age(dice, 22, 58), paper) for case, paper in papers.items()]
    strangers = [_foreigner(dice, today, permanent=False) for _ in range(2)]
    unknown, expired = strangers
    unknown.case, unknown.known, unknown.status = "permit unknown to MEİS", False, None
    expired.case = "expired permit"
    expired.person["document"]["valid_until"] = _days(today, -20)
    return [speaker, guardian, *spoken_for, *strangers]


def _named(dice: random.Random, today: date, case: str, age: int, paper: Paper | None = None) -> Invented:
    one = _citizen(dice, today, age, "jobseeker")
    one.case, one.paper = case, paper
    return one


def _days(today: date, days: int) -> str:
    return (today + timedelta(days=days)).isoformat()


def _case(dice: random.Random, today: date, name: str) -> Invented:
    article, _, variant = name.removeprefix("found ").partition(" ")
    if name.startswith("found ") and article != "4.1.7":
        one = _citizen(dice, today, _age(dice, 22, 58), "jobseeker")
        one.employment = [entry(dice, today, article, variant)]
    elif name in {"permanent permit", "temporary permit", "found 4.1.7"}:
        one = _foreigner(dice, today, permanent=name != "temporary permit")
        one.employment = [entry(dice, today, "4.1.7", "")] if name == "found 4.1.7" else []
    else:
        age, status = _PLAIN[name]
        one = _citizen(dice, today, age, status)
        if name == "expired card":
            one.person["document"]["valid_until"] = (today - timedelta(days=40)).isoformat()
    one.case = name
    return one


def _somebody(dice: random.Random, today: date) -> Invented:
    status = dice.choices(
        ("jobseeker", "", "unemployed", "temporarily_removed", "cancelled"), (60, 22, 10, 4, 4)
    )[0]
    if dice.random() < 0.05:
        return _foreigner(dice, today, permanent=dice.random() < 0.6)
    one = _citizen(dice, today, _age(dice, 16, 64), status)
    if status != "unemployed" and dice.random() < 0.3:
        one.employment = [entry(dice, today, "4.1.1", "")]
    return one


def _citizen(dice: random.Random, today: date, age: int, status: str) -> Invented:
    woman = dice.random() < 0.5
    root = dice.choice(_SURNAMES)
    vowel = root[-1] in "aəıiouöü"
    ending = ("yeva" if woman else "yev") if vowel else ("ova" if woman else "ov")
    number = "".join(dice.choice(_LETTERS) for _ in range(7))
    new_card = dice.random() < 0.6
    card = dice.choice(("AA", "AB")) + _digits(dice, 7) if new_card else "AZE" + _digits(dice, 8)
    person = {
        "surname": root + ending,
        "given_name": dice.choice(_WOMEN if woman else _MEN),
        "patronymic": f"{dice.choice(_MEN)} {'qızı' if woman else 'oğlu'}",
        "birth_date": _born(dice, today, age).isoformat(),
        "sex": "F" if woman else "M",
        "citizenship": "AZE",
        "address": _address(dice),
        "document": {
            "kind": "identity_card_new" if new_card else "identity_card_old",
            "number": card,
            "valid_until": (today + timedelta(days=dice.randint(200, 3400))).isoformat(),
        },
    }
    return Invented(number, "pin", person, _status(dice, today, status))


def _foreigner(dice: random.Random, today: date, *, permanent: bool) -> Invented:
    names, citizenship = dice.choice(
        (
            (("Demir", "Mehmet"), "TUR"),
            (("Petrova", "Anna"), "RUS"),
            (("Beridze", "Nino"), "GEO"),
            (("Khan", "Amir"), "PAK"),
        )
    )
    person = {
        "surname": names[0],
        "given_name": names[1],
        "patronymic": "",
        "birth_date": _born(dice, today, _age(dice, 24, 50)).isoformat(),
        "sex": "F" if names[1] in {"Anna", "Nino"} else "M",
        "citizenship": citizenship,
        "address": _address(dice),
        "document": {
            "kind": "permanent_permit" if permanent else "temporary_permit",
            "number": ("DYİ" if permanent else "MYİ") + _digits(dice, 7),
            "valid_until": (today + timedelta(days=dice.randint(60, 700))).isoformat(),
        },
    }
    number = "".join(dice.choice(_LETTERS) for _ in range(dice.choice((5, 6))))
    return Invented(number, "migration_pin", person, _status(dice, today, "jobseeker"))


def _status(dice: random.Random, today: date, status: str) -> dict[str, Any] | None:
    if not status:
        return None
    since = today - timedelta(days=dice.randint(3, 300))
    answer = {
        "status": status,
        "since": since.isoformat(),
        "registration_number": f"IA-{since.year}-{_digits(dice, 6)}",
        "bars": [],
    }
    if status == "temporarily_removed":
        answer |= {"before_removal": "jobseeker", "ends_on": (since + timedelta(days=365)).isoformat()}
    return answer


def entry(dice: random.Random, today: date, article: str, variant: str) -> dict[str, Any]:
    """One line of the register of employed persons, with the facts its letter prints (letters 2.1, 2.2)."""
    since = short(today - timedelta(days=dice.randint(20, 900)))
    until = short(today + timedelta(days=dice.randint(30, 600)))
    company, job = dice.choice(_EMPLOYERS), dice.choice(_POSITIONS)
    facts: dict[tuple[str, str], dict[str, str]] = {
        ("4.1.1", ""): {
            "employer_name": company,
            "employer_voen": _voen(dice, 1),
            "position": job,
            "contract_from": since,
            "contract_notice_no": _digits(dice, 10),
        },
        ("4.1.2", ""): {
            "counterparty_name": company,
            "counterparty_voen": _voen(dice, 1),
            "contract_date": since,
            "contract_no": f"MH-{_digits(dice, 4)}",
            "contract_from": since,
            "contract_until": until,
        },
        ("4.1.3", "entrepreneur"): {"voen": _voen(dice, 2), "voen_from": since, "activity_state": "aktiv"},
        ("4.1.3", "farm_member"): {
            "farm_name": "“Nümunə” ailə kəndli təsərrüfatı",
            "farm_no": _digits(dice, 6),
            "member_from": since,
        },
        ("4.1.3", "land_share"): {
            "land_document": "state_act",
            "land_document_no": f"JN-{_digits(dice, 5)}",
            "land_document_date": since,
            "land_district": "Nümunə rayonu, Sınaq kəndi",
            "land_share": "0,42 ha",
        },
        ("4.1.4", ""): {
            "post_act": "appointed",
            "body_name": "Nümunə Bələdiyyəsi",
            "position": "mütəxəssis",
            "act_date": since,
            "act_no": _digits(dice, 3),
        },
        ("4.1.5", ""): {"service_from": since},
        ("4.1.6", ""): {
            "institution_name": "Nümunə Universiteti",
            "institution_level": "higher",
            "study_from": since,
            "activity_kind": "tərcümə xidməti",
            "activity_from": since,
        },
        ("4.1.7", ""): {
            "foreigner_kind": "foreigner",
            "employer_name": company,
            "work_basis": "iş icazəsi",
            "work_basis_no": _digits(dice, 6),
            "work_basis_until": until,
        },
        ("4.1.8", ""): {"country": "Türkiyə", "employer_name": "Örnek Ltd.", "activity_from": since},
    }
    return {"article": article, "variant": variant, "facts": facts[article, variant]}


def vacancies(today: date) -> list[tuple[str, dict[str, Any]]]:
    """Open places of the vacancy bank."""
    dice = random.Random(20_190_725)  # noqa: S311
    return [
        (
            f"V{place:05}",
            {
                "number": f"V{place:05}",
                "employer": dice.choice(_EMPLOYERS),
                "employer_voen": _voen(dice, 1),
                "position": dice.choice(_POSITIONS),
                "specialty": "",
                "education": dice.choice(("general", "vocational", "secondary_special", "higher")),
                "experience_years": str(dice.choice((0, 0, 1, 2, 5))),
                "health_limits": dice.choice(("", "", "ağır qaldırmaq", "uzun müddət ayaq üstə durmaq")),
                "district": "Nümunə",
                "public_transport": dice.choice(("yes", "yes", "no", "")),
                "address": _address(dice),
                "wage": str(dice.randrange(400, 1500, 50)),
                "open_until": (today + timedelta(days=dice.randint(5, 60))).isoformat(),
            },
        )
        for place in range(1, 61)
    ]


def _voen(dice: random.Random, last: int) -> str:
    """A tax number with the right check digit."""
    while True:
        start = _digits(dice, 8)
        for digit in range(10):
            try:
                return str(voen.validate(f"{start}{digit}{last}"))
            except ValidationError:
                continue


def _born(dice: random.Random, today: date, age: int) -> date:
    return today - timedelta(days=age * 365 + age // 4 + dice.randint(20, 330))


def _age(dice: random.Random, youngest: int, oldest: int) -> int:
    return dice.randint(youngest, oldest)


def _address(dice: random.Random) -> str:
    street, house, flat = dice.choice(_STREETS), dice.randint(1, 98), dice.randint(1, 120)
    return f"Bakı ş., Nümunə r-nu, {street} {house}, m. {flat}"


def _digits(dice: random.Random, count: int) -> str:
    return "".join(dice.choice("0123456789") for _ in range(count))


_PLAIN: Final[dict[str, tuple[int, str]]] = {
    "not found": (31, "jobseeker"),
    "not registered": (27, ""),
    "unemployed": (44, "unemployed"),
    "temporarily removed": (38, "temporarily_removed"),
    "cancelled": (52, "cancelled"),
    "under 15": (13, ""),
    "under 15 with status": (14, "jobseeker"),
    "minor of 16": (16, "jobseeker"),
    "expired card": (35, "jobseeker"),
}
CASES: Final = (
    "found 4.1.1", "found 4.1.2", "found 4.1.3 entrepreneur", "found 4.1.3 farm_member", "found 4.1.3 land_share",
    "found 4.1.4", "found 4.1.5", "found 4.1.6", "found 4.1.7", "found 4.1.8", "permanent permit", "temporary permit",
    *_PLAIN,
)  # fmt: skip
