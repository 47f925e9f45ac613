"""The service passport 05-04-05-00 as typed data: what the service is, by the document that the Collegium approved.

Its quoted text stays as it stands, slips included (D12). Which options are ticked is said with who says so (D15).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import Field, StrictInt

from dost_desktop.catalogue.files import Data

Unit = Literal["month", "day", "hour", "minute"]


class Head(Data):
    """Who approved the passport and when; its number was never filled in (D16)."""

    text: str = Field(min_length=1)
    title: str = Field(min_length=1)
    approved_by: str = Field(min_length=1)
    approved_on: date
    number_missing: str  # shown where the number would stand


class Option(Data):
    """One line of an option list: unknown restricts nobody (D15)."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    text: str = Field(min_length=1)
    ticked: Literal["yes", "no", "unknown"]
    by: Literal["seed", "reconstruction", "owner"]
    code: str = Field("", pattern=r"^([0-9]{2})?$")  # back offices only (section 11)


class Pair(Data):
    """One pair of digits of the service ID, explained (facts 3.3)."""

    digits: str = Field(pattern=r"^[0-9]{2}$")
    az: str
    en: str
    ru: str


class Branch(Data):
    """One dash of step 6."""

    id: str
    text: str = Field(min_length=1)


class Step(Data):
    """One step of section 23, with the heading it stands under."""

    number: StrictInt
    under: str
    text: str = Field(min_length=1)
    branches: tuple[Branch, ...] = ()


class Section(Data):
    """One of the 27 sections; which of text, options, value or steps it has follows from its number."""

    number: StrictInt
    heading: str = Field(min_length=1)
    note: str = ""
    unset: str = ""  # shown while nothing is ticked
    choose: Literal["one", "any"] = "any"
    text: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    value: StrictInt | None = None
    pairs: tuple[Pair, ...] = ()
    steps: tuple[Step, ...] = Field((), alias="step")

    @property
    def ticked(self) -> tuple[Option, ...]:
        """The options that are ticked for certain."""
        return tuple(option for option in self.options if option.ticked == "yes")

    def allows(self, option_id: str) -> bool:
        """Whether an option may be used: ticked, or not known to be unticked."""
        return any(option.id == option_id and option.ticked != "no" for option in self.options)


@dataclass(frozen=True, slots=True)
class Duration:
    """A term of the passport with its one unit."""

    amount: int
    unit: Unit


class Passport(Data):
    """The whole passport: head and sections 1 to 27."""

    head: Head
    sections: tuple[Section, ...] = Field(alias="section")

    def section(self, number: int) -> Section:
        """Section 1 to 27."""
        return self.sections[number - 1]

    @property
    def service_name(self) -> str:
        """Section 1, as it stands."""
        return self.section(1).text[0]

    @property
    def service_id(self) -> str:
        """Section 2: ``05-04-05-00``."""
        return self.section(2).text[0]

    @property
    def is_free(self) -> bool:
        """Section 19: whether the service is free of charge for certain."""
        return any(option.id == "free" for option in self.section(19).ticked)

    @property
    def whole_term(self) -> Duration:
        """Sections 12 and 13."""
        return self._duration(12)

    @property
    def front_office_term(self) -> Duration:
        """Sections 14 and 15."""
        return self._duration(14)

    @property
    def back_office_term(self) -> Duration:
        """Sections 16 and 17."""
        return self._duration(16)

    @property
    def standard_minutes(self) -> int:
        """Section 18: what the agent's timer counts."""
        return self.section(18).value or 0

    @property
    def back_office(self) -> Option:
        """Section 11: the back office that confirms, 05."""
        return self.section(11).ticked[0]

    @property
    def steps(self) -> tuple[Step, ...]:
        """Section 23."""
        return self.section(23).steps

    def _duration(self, unit_section: int) -> Duration:
        units: dict[str, Unit] = {"month": "month", "day": "day", "hour": "hour", "minute": "minute"}
        unit = units[self.section(unit_section).ticked[0].id]
        return Duration(self.section(unit_section + 1).value or 0, unit)
