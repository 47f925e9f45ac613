"""What travels about suitable work (SEED 23.6): vacancies, “no suitable work” placed in MAS, an employer's answer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from dost_desktop.contract.messages import Message, Name, Uuid

NumberKindName = Literal["pin", "migration_pin", "document", "voen", "household"]
Number = Annotated[str, StringConstraints(min_length=1, max_length=40)]
Words = Annotated[str, StringConstraints(max_length=100)]
Education = Literal["", "general", "vocational", "secondary_special", "higher"]  # each holds those before it


class WantVacancies(Message):
    """A search in the vacancy bank for one person, with its purpose; a criterion left out narrows nothing."""

    number_kind: NumberKindName
    number: Number = Field(repr=False)
    purpose: Name
    profession: Words = ""  # every word in the position or the specialty
    education: Education = ""  # what the person has: vacancies that ask for more are left out
    district: Words = ""
    public_transport: bool = False  # only those that it reaches
    wage_from: Annotated[int, Field(ge=0, lt=1_000_000)] = 0  # AZN a month
    vacancy: Words = ""  # this one alone: whether it is still open
    page: Annotated[int, Field(ge=1, le=10_000)] = 1


class Vacancy(Message):
    """An open place, with what the five tests of suitable work ask for (facts 1.6)."""

    number: Name
    employer: str
    employer_voen: str
    position: str
    specialty: str
    education: Education  # at least
    experience_years: Annotated[int, Field(ge=0)]  # at least
    health_limits: tuple[str, ...]  # with which a person cannot do the work, as the employer says
    district: str
    address: str
    public_transport: bool | None  # None: the employer did not say
    wage: Annotated[int, Field(ge=0)]  # AZN a month, 0: not said
    open_until: str  # a day, "" while there is none


class Vacancies(Message):
    """One page of what was found, in the alphabet's order of positions."""

    vacancies: tuple[Vacancy, ...]
    total: Annotated[int, Field(ge=0)]
    page: Annotated[int, Field(ge=1)]
    pages: Annotated[int, Field(ge=0)]


class PlaceNoWork(Message):
    """“No suitable work” is to be placed in MAS for an application; safe to repeat."""

    application: Uuid
    number_kind: NumberKindName
    number: Number = Field(repr=False)
    purpose: Name


class EmployerSays(Message):
    """What an employer decided on a referral (facts 2.8)."""

    referral: Name  # its number
    answer: Literal["hired", "not_hired"]
