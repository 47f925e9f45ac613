"""What acts rest on: who the person is, who speaks for them, which paper was shown, which test a vacancy passed.

The field names are written into events for ever (docs/formats.md).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import FormShown


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as it was shown at the desk (SEED 21-22)."""

    kind: str  # document kind of the catalogue
    number: str = field(repr=False)
    form: FormShown
    issued_on: date | None = field(repr=False, default=None)
    valid_until: date | None = field(repr=False, default=None)
    issuer: str = field(repr=False, default="")
    scans: tuple[str, ...] = field(repr=False, default=())  # SHA-256 of each scan's bytes


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the person is, as the register answered or the papers show (SEED 23.3)."""

    number_kind: NumberKind
    number: str = field(repr=False)
    surname: str = field(repr=False)
    given_name: str = field(repr=False)
    patronymic: str = field(repr=False)
    birth_date: date | None = field(repr=False)
    sex: str = field(repr=False, default="")  # "F", "M" or "" as on the card
    citizenship: str = field(repr=False, default="")  # three letters, "" for stateless or not known
    address: str = field(repr=False, default="")
    document_kind: str = ""
    document_number: str = field(repr=False, default="")
    document_valid_until: date | None = field(repr=False, default=None)

    @property
    def full_name(self) -> str:
        """Surname, given name and patronymic, as letters print them."""
        return " ".join(part for part in (self.surname, self.given_name, self.patronymic) if part)


@dataclass(frozen=True, slots=True)
class Representative:
    """Who speaks for the person, and by which paper (SEED 6)."""

    name: str = field(repr=False)
    basis: str  # "poa", "guardian" or "curator"
    paper_number: str = field(repr=False)
    paper_date: date | None = field(repr=False)
    identity_number: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True)
class SuitabilityTest:
    """One of the five tests of suitable work (Law, Art. 6; facts 1.6)."""

    test: str  # education, specialty, experience, health, transport
    result: str = field(repr=False)  # "fits", "does_not_fit" or "not_applicable"
    note: str = field(repr=False, default="")
