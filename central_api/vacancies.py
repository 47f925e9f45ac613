"""The vacancy bank (vakansiya bankı) asked for one person: who asked and why is noted, the order fixed (SEED 23.6)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Protocol, get_args

from sqlalchemy import select

from central_api.clock import Clock
from central_api.database import Database
from central_api.lookups import normalised, note_reading
from central_api.registers import RegisterUnreachable
from central_api.tables import simulated_rows
from central_api.tokens import Caller
from dost_desktop.contract.suitable_work import Education, Vacancies, Vacancy, WantVacancies
from dost_desktop.domain.alphabet import alphabetical, fold
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.ids import NumberKind, file_id

PAGE: Final = 20
EDUCATION: Final[tuple[str, ...]] = get_args(Education)


class VacancyBank(Protocol):
    """Where vacancies come from. Raises RegisterUnreachable."""

    def all(self) -> tuple[Vacancy, ...]: ...


class SimulatedVacancies:
    """The bank loaded from CSV; a file ``outage/mas_vacancies`` in the data folder switches it off."""

    def __init__(self, database: Database, outages: Path) -> None:
        self.database, self.outages = database, outages

    def all(self) -> tuple[Vacancy, ...]:
        """Every vacancy of the bank, the closed ones too."""
        if (self.outages / Register.VACANCIES.value).exists():
            raise RegisterUnreachable(Register.VACANCIES.value)
        chosen = select(simulated_rows.c.row).where(simulated_rows.c.register == Register.VACANCIES.value)
        with self.database.reading() as connection:
            return tuple(_vacancy(json.loads(text)) for text in connection.execute(chosen).scalars())


class VacancySearch:
    """Answers a desk's search."""

    def __init__(self, database: Database, bank: VacancyBank, secret: bytes, clock: Clock) -> None:
        self.database, self.bank, self.secret, self.clock = database, bank, secret, clock

    def __call__(self, caller: Caller, wanted: WantVacancies) -> Vacancies:
        """One page of the open vacancies that fit, by position, then number.

        Raises RegisterUnreachable, InvalidValue for a number of the wrong shape.
        """
        kind = NumberKind(wanted.number_kind)
        about = file_id(self.secret, kind, normalised(kind, wanted.number))
        with self.database.writing() as connection:
            what = Register.VACANCIES.value
            note_reading(connection, self.clock, caller.agent, caller.desk, about, what, wanted.purpose)
        today = legal_date(self.clock()).isoformat()
        is_open = [each for each in self.bank.all() if not each.open_until or today <= each.open_until]
        found = sorted((each for each in is_open if _fits(each, wanted)), key=_order)
        start = (wanted.page - 1) * PAGE
        return Vacancies(
            vacancies=tuple(found[start : start + PAGE]),
            total=len(found),
            page=wanted.page,
            pages=-(-len(found) // PAGE),
        )


def _order(vacancy: Vacancy) -> tuple[str, str]:
    return alphabetical(vacancy.position), vacancy.number


def _fits(vacancy: Vacancy, wanted: WantVacancies) -> bool:
    words = fold(wanted.profession).split()
    work = fold(f"{vacancy.position} {vacancy.specialty}")
    has = EDUCATION.index(wanted.education)
    return (
        all(word in work for word in words)
        and (not has or EDUCATION.index(vacancy.education) <= has)
        and fold(wanted.district).strip() in {"", fold(vacancy.district).strip()}
        and (not wanted.public_transport or vacancy.public_transport is True)
        and vacancy.wage >= wanted.wage_from
        and wanted.vacancy in {"", vacancy.number}
    )


def _vacancy(row: Mapping[str, Any]) -> Vacancy:
    """A row of the bank; what rows of an older file do not have is not known."""
    transport = {"yes": True, "no": False}
    return Vacancy(
        number=row["number"],
        employer=row["employer"],
        employer_voen=row["employer_voen"],
        position=row["position"],
        specialty=row.get("specialty", ""),
        education=row.get("education", ""),
        experience_years=int(row.get("experience_years") or 0),
        health_limits=tuple(each for each in row.get("health_limits", "").split(";") if each),
        district=row.get("district", ""),
        address=row["address"],
        public_transport=transport.get(row.get("public_transport", "")),
        wage=int(row["wage"] or 0),
        open_until=row["open_until"],
    )
