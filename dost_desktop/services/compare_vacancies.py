"""Found vacancies beside one person: five tests each, best first, and the questions they share (Law, Art. 6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from dost_desktop.contract.suitable_work import Vacancy
from dost_desktop.domain.alphabet import alphabetical, fold
from dost_desktop.domain.evidence import WorkProfile
from dost_desktop.domain.person_file import Offer
from dost_desktop.domain.suitable_work import (
    Compared,
    Result,
    Test,
    WorkAsks,
    compare,
    fitting,
    is_possible,
    is_suitable,
)
from dost_desktop.domain.vocabulary import Education

NOTHING_KNOWN: Final = WorkProfile(education=None)

Answers = Mapping[str, bool]
"""What the person said, by ``question_of``: True, it fits."""


@dataclass(frozen=True, slots=True)
class ComparedVacancy:
    """One vacancy with its five tests; ``offer`` when it was offered in this application already."""

    vacancy: Vacancy
    tests: tuple[Compared, ...]
    offer: Offer | None = None

    @property
    def fits(self) -> int:
        """How many of the five stand in nobody's way."""
        return fitting(self.tests)

    @property
    def questions(self) -> tuple[Test, ...]:
        """The tests that only the person can answer."""
        return tuple(each.test for each in self.tests if each.result is Result.ASK)

    @property
    def is_suitable(self) -> bool:
        """No test against it, no question open."""
        return is_suitable(self.tests)

    @property
    def is_possible(self) -> bool:
        """It could still prove suitable, and was not offered yet."""
        return self.offer is None and is_possible(self.tests)


def asks_of(vacancy: Vacancy) -> WorkAsks:
    """What the vacancy asks for, as the five tests read it."""
    return WorkAsks(
        education=Education(vacancy.education) if vacancy.education else None,
        specialty=vacancy.specialty,
        experience_years=vacancy.experience_years,
        health_limits=vacancy.health_limits,
        public_transport=vacancy.public_transport,
    )


def question_of(test: Test, vacancy: Vacancy) -> str:
    """The question by what it is about: vacancies that ask the same are answered together.

    Whether a place can be reached is a question about that very address; the others do not depend on the place.
    """
    about: str
    match test:
        case Test.EDUCATION:
            about = vacancy.education
        case Test.SPECIALTY:
            about = fold(vacancy.specialty).strip()
        case Test.EXPERIENCE:
            about = str(vacancy.experience_years)
        case Test.HEALTH:
            about = ";".join(sorted(fold(each).strip() for each in vacancy.health_limits))
        case Test.TRANSPORT:
            about = fold(f"{vacancy.district}, {vacancy.address}")
    return f"{test}:{about}"


def compared(
    vacancies: Iterable[Vacancy], profile: WorkProfile | None, answers: Answers, offers: Iterable[Offer] = ()
) -> tuple[ComparedVacancy, ...]:
    """Best first: suitable ones, those with questions, then what speaks against them or was offered; wage decides."""
    made = {each.vacancy: each for each in offers}
    found = (_beside(each, profile or NOTHING_KNOWN, answers, made) for each in vacancies)
    return tuple(sorted(found, key=_place))


def _beside(
    vacancy: Vacancy, profile: WorkProfile, answers: Answers, made: Mapping[str, Offer]
) -> ComparedVacancy:
    said = {test: answers[key] for test in Test if (key := question_of(test, vacancy)) in answers}
    return ComparedVacancy(vacancy, compare(asks_of(vacancy), profile, said), made.get(vacancy.number))


def _place(row: ComparedVacancy) -> tuple[object, ...]:
    name = alphabetical(row.vacancy.position)
    return (
        not row.is_possible,
        row.offer is not None,
        -row.fits,
        -row.vacancy.wage,
        name,
        row.vacancy.number,
    )
