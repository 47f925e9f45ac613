"""Suitable work for an applicant: searched in the vacancy bank, or placed in MAS as not to be had (SEED 23.6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from dost_desktop.contract.suitable_work import (
    Education,
    PlaceNoWork,
    Vacancies,
    Vacancy,
    WantVacancies,
)
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.dates import instant
from dost_desktop.domain.decide import possible
from dost_desktop.domain.evidence import Identity
from dost_desktop.domain.lifecycle import Move
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.ports import SuitableWork, Unanswered
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import ActNotAllowed, Desk

PAGES_AT_ONCE: Final = 5  # of 20 vacancies each, ranked together


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for; what is left out narrows nothing. ``wage_from`` in AZN a month."""

    profession: str = ""
    education: Education = ""
    district: str = ""
    public_transport: bool = False
    wage_from: int = 0
    vacancy: str = ""  # this one alone: whether it is still open


@dataclass(frozen=True, slots=True)
class Search:
    """What one search found; ``silence`` says why it is not whole."""

    vacancies: tuple[Vacancy, ...]
    silence: Unanswered | None
    total: int


@dataclass(frozen=True, slots=True)
class FindVacancies:
    """Search for one applicant. Runs on the network worker."""

    work: SuitableWork

    def __call__(
        self, file: PersonFile, application: UUID, wish: Wish, page: int = 1
    ) -> Vacancies | Unanswered:
        """One page of open vacancies, or why there is none; the purpose is the application's number."""
        found, identity = _whose(file, application)
        wanted = WantVacancies(
            number_kind=identity.number_kind.value,
            number=identity.number,
            purpose=found.number,
            profession=wish.profession.strip(),
            education=wish.education,
            district=wish.district.strip(),
            public_transport=wish.public_transport,
            wage_from=wish.wage_from,
            vacancy=wish.vacancy,
            page=page,
        )
        return self.work.vacancies(wanted)

    def search(self, file: PersonFile, application: UUID, wish: Wish, pages: int = PAGES_AT_ONCE) -> Search:
        """The first ``pages`` pages together, so that the best ones stand first; silence after some keeps those."""
        found: list[Vacancy] = []
        total = page = of = 0
        while page == 0 or page < min(pages, of):
            answer = self(file, application, wish, page + 1)
            if isinstance(answer, Unanswered):
                return Search(tuple(found), answer, max(total, len(found)))
            found += answer.vacancies
            page, of, total = page + 1, answer.pages, answer.total
        return Search(tuple(found), None, total)

    def is_open(self, file: PersonFile, application: UUID, vacancy: str) -> bool | Unanswered:
        """Whether this vacancy is still open."""
        answer = self(file, application, Wish(vacancy=vacancy))
        return answer if isinstance(answer, Unanswered) else bool(answer.vacancies)


@dataclass(frozen=True, slots=True)
class AskNoSuitableWork:
    """Place “no suitable work” in MAS. Runs on the network worker; asked again, the reference is the same."""

    desk: Desk
    work: SuitableWork

    def __call__(self, file: PersonFile, application: UUID) -> Attestation | Unanswered:
        """MAS's reference and time as evidence; without a connection, why there is none.

        Raises ActNotAllowed before MAS hears of it when the law or the file's state says no, or nobody searched today.
        """
        found, identity = _whose(file, application)
        now = self.desk.clock.now()
        refused = possible(file, application, self.desk.role, self.desk.law(now), now)[Move.PLACE_NO_WORK]
        if refused is not None:
            raise ActNotAllowed(refused)
        wish = PlaceNoWork(
            application=str(application),
            number_kind=identity.number_kind.value,
            number=identity.number,
            purpose=found.number,
        )
        placed = self.work.place_no_work(wish)
        if isinstance(placed, Refused):
            raise ActNotAllowed(placed)
        return placed


@dataclass(frozen=True, slots=True)
class RecordNoSuitableWork:
    """Put MAS's reference into the file. Runs on the database worker."""

    desk: Desk

    def __call__(
        self, file_id: UUID, application: UUID, placed: Attestation, vacancies_seen: int = 0
    ) -> Changes:
        """From now on the draft can go to the back office; ``vacancies_seen``: how many were compared before.

        Raises ActNotAllowed when the file moved on.
        """
        said = placed.answer
        placed_at = instant(str(said["placed_at"]))
        act = acts.PlaceNoSuitableWork(
            application, str(said["reference"]), placed_at, vacancies_seen, attestation=placed
        )
        with self.desk.open_work() as work:
            self.desk.act(work, file_id, [act])
            work.commit()
        return Changes(frozenset({file_id}), outbox=True)


@dataclass(frozen=True, slots=True)
class SearchWorkAgain:
    """Look for work once more, after none was found or the draft came back. Runs on the database worker."""

    desk: Desk

    def __call__(self, file_id: UUID, application: UUID) -> Changes:
        """From now on vacancies can be offered again. Raises ActNotAllowed when the file moved on."""
        with self.desk.open_work() as work:
            self.desk.act(work, file_id, [acts.SearchWorkAgain(application)])
            work.commit()
        return Changes(frozenset({file_id}), outbox=True)


def _whose(file: PersonFile, application: UUID) -> tuple[Application, Identity]:
    identity, found = file.identity, file.application(application)
    if identity is None or found is None:
        raise KeyError(application)
    return found, identity
