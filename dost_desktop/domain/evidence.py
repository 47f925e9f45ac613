"""What acts rest on: who the person is, who speaks for them, which paper was shown, which test a vacancy passed.

The field names are written into events for ever (docs/formats.md).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import (
    Basis,
    CallerAnswer,
    Certifier,
    Education,
    FormShown,
    Relation,
    RepresentedAct,
)


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
    checked: Attestation | None = field(
        repr=False, default=None
    )  # the register of permits about this very paper


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
    """Who speaks for the applicant, and by which paper (SEED 6, 8; facts 5).

    A power of attorney has number, date, certifier, place, maybe a term, and a scope; a guardian's or curator's act
    has number, date and the authority that issued it. What it is worth, ``representation`` says.
    """

    name: str = field(repr=False)
    basis: Basis
    paper_number: str = field(repr=False)
    paper_date: date | None = field(repr=False)
    identity_number: str = field(repr=False, default="")
    number_kind: NumberKind | None = None  # of ``identity_number``
    attestation: Attestation | None = field(repr=False, default=None)  # of MEİS about the representative
    identity_paper: Paper | None = field(repr=False, default=None)  # shown where MEİS could not say who it is
    form: FormShown | None = None  # in which the paper was shown; None: it was not shown at all
    certifier: Certifier | None = None
    certifier_name: str = field(repr=False, default="")
    place: str = field(repr=False, default="")
    valid_until: date | None = field(repr=False, default=None)
    issuer: str = field(repr=False, default="")  # the authority of a guardian's or curator's act
    scope: str = field(repr=False, default="")  # as written in the paper
    names_service: bool | None = None  # whether the scope names this service (D13); None: not judged yet
    excludes: tuple[RepresentedAct, ...] = ()  # what the scope clearly leaves out
    judgement: str = field(
        repr=False, default=""
    )  # why the agent accepts a scope that does not name the service
    check: Attestation | None = field(repr=False, default=None)  # of the notaries' register
    check_tried_at: datetime | None = None  # when that register was asked in vain
    scans: tuple[str, ...] = field(repr=False, default=())  # SHA-256 of each scan's bytes


@dataclass(frozen=True, slots=True)
class Consent:
    """The consent of the legal representative of a person of 15 to 17 years, where there is one (D10)."""

    name: str = field(repr=False)
    relation: Relation
    identity_number: str = field(repr=False, default="")
    given_on: date | None = field(repr=False, default=None)


@dataclass(frozen=True, slots=True)
class CallerCheck:
    """A call to the call centre: its reference, and what the caller named correctly (SEED 6, 7)."""

    reference: str
    named: tuple[CallerAnswer, ...]
    phone: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True)
class PastJob:
    """One job the person had, as they tell it or the register holds it."""

    position: str = field(repr=False)
    employer: str = field(repr=False, default="")
    months: int = 0
    left_for: str = field(repr=False, default="")  # why it ended


@dataclass(frozen=True, slots=True)
class WorkProfile:
    """What the law compares with a vacancy, and what is looked for (facts 1.3, 1.6; letters 7.1)."""

    education: Education | None = field(repr=False)  # None: not said
    institution: str = field(repr=False, default="")
    graduated: int = field(repr=False, default=0)  # the year, 0: not said
    specialty: str = field(repr=False, default="")  # or profession
    skills: str = field(repr=False, default="")  # languages and others
    jobs: tuple[PastJob, ...] = field(repr=False, default=())
    health_limits: tuple[str, ...] = field(repr=False, default=())  # only what the person wishes to say
    wanted: str = field(repr=False, default="")  # position or profession looked for
    regime: str = field(repr=False, default="")
    district: str = field(repr=False, default="")  # where work is looked for
    by_public_transport: bool | None = None  # whether the person depends on it; None: not asked


@dataclass(frozen=True, slots=True)
class SuitabilityTest:
    """One of the five tests of suitable work (Law, Art. 6; facts 1.6)."""

    test: str  # education, specialty, experience, health, transport
    result: str = field(repr=False)  # "fits", "does_not_fit" or "not_applicable"
    note: str = field(repr=False, default="")
