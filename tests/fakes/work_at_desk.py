"""A vacancy bank and MAS for screens' tests, and a real desk with a person for whom work is looked for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from uuid import UUID

from dost_desktop.contract.suitable_work import (
    PlaceNoWork,
    Vacancies,
    Vacancy,
    WantVacancies,
)
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.dates import instant_text
from dost_desktop.domain.evidence import PastJob, WorkProfile
from dost_desktop.domain.vocabulary import Education
from dost_desktop.ports import Unanswered
from dost_desktop.services.record_profile import RecordProfile
from tests.fakes.real_desk import NOTHING, Clock, RealDesk, attested

ACCOUNTANT = WorkProfile(
    education=Education.SECONDARY_SPECIAL,
    institution="Bakı Sınaq Kolleci",
    graduated=2010,
    specialty="mühasib",
    jobs=(
        PastJob("kassir", "“Nümunə Market” ASC", 48, "ixtisar"),
        PastJob("mühasib köməkçisi", "“Örnək Ticarət” MMC", 24, ""),
    ),
    health_limits=("ağır qaldırmaq",),
    wanted="",
    district="",
    by_public_transport=True,
)


def a_vacancy(number: str, position: str, **changes: object) -> Vacancy:
    """A vacancy that asks for nothing special; public transport reaches it."""
    vacancy = Vacancy(
        number=number,
        employer="“Örnək Ticarət” MMC",
        employer_voen="1700000011",
        position=position,
        specialty="",
        education="general",
        experience_years=0,
        health_limits=(),
        district="Nümunə r-nu",
        address="Sınaq küç. 5",
        public_transport=True,
        wage=650,
        open_until="2026-12-20",
    )
    return vacancy.model_copy(update=changes)


HELPER = a_vacancy("V00001", "Mühasib köməkçisi", specialty="mühasib", education="secondary_special")
CASHIER = a_vacancy(
    "V00002", "Kassir-operator", employer="“Nümunə Market” ASC", experience_years=1, wage=560,
    health_limits=("uzun müddət ayaq üstə durmaq",),
)  # fmt: skip
STOREMAN = a_vacancy(
    "V00003", "Anbar uçotçusu", employer="“Sınaq Logistika” MMC", wage=700, education="higher",
    health_limits=("ağır qaldırmaq",),
)  # fmt: skip


@dataclass
class PlayedBank:
    """``ports.SuitableWork`` as the central API would answer it."""

    clock: Clock
    vacancies_open: list[Vacancy] = field(default_factory=lambda: [CASHIER, HELPER, STOREMAN])
    silence: Unanswered | None = None
    wanted: list[WantVacancies] = field(default_factory=list)
    page_size: int = 20

    def vacancies(self, wanted: WantVacancies) -> Vacancies | Unanswered:
        self.wanted.append(wanted)
        if self.silence is not None:
            return self.silence
        found = [each for each in self.vacancies_open if wanted.vacancy in {"", each.number}]
        found = [each for each in found if each.wage >= wanted.wage_from]
        first = (wanted.page - 1) * self.page_size
        pages = -(-len(found) // self.page_size)
        shown = tuple(found[first : first + self.page_size])
        return Vacancies(vacancies=shown, total=len(found), page=wanted.page, pages=pages)

    def place_no_work(self, wish: PlaceNoWork) -> Attestation | Unanswered:
        if self.silence is not None:
            return self.silence
        at = instant_text(self.clock.now())
        said = {
            "application": wish.application,
            "reference": "MAS-2026-M4815",
            "placed_at": at,
            "searched_at": at,
        }
        return attested(self.clock, Register.NO_SUITABLE_WORK, said, wish.purpose, wish.number)


def is_not_employed(desk: RealDesk, profile: WorkProfile | None = ACCOUNTANT) -> tuple[UUID, UUID]:
    """Applied, checked, not found among employed persons; file and application."""
    file_id, application = desk.opens(replace(desk.person))
    desk.checks(file_id, application, NOTHING)
    if profile is not None:
        RecordProfile(desk.desk)(file_id, profile)
    return file_id, application
