"""What is done about suitable work: what the person can do, offers, referrals, none to be had (SEED 23.6)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.evidence import SuitabilityTest, WorkProfile
from dost_desktop.domain.vocabulary import EmployerAnswer


@dataclass(frozen=True, slots=True)
class RecordWorkProfile:
    """What the person can do and looks for: part of the individual employment sheet (facts 1.3, 1.6)."""

    kind: ClassVar[str] = "work_profile_recorded"
    profile: WorkProfile = field(repr=False)
    corrects: bool = False  # what was recorded before held a typing error


@dataclass(frozen=True, slots=True)
class OfferWork:
    """A vacancy was offered as suitable work (SEED 23.6)."""

    kind: ClassVar[str] = "work_offered"
    application: UUID
    offer: UUID
    vacancy: str
    employer: str
    position: str
    tests: tuple[SuitabilityTest, ...]
    employer_voen: str = ""
    address: str = ""  # of the place of work
    wage: int = 0  # AZN a month, 0: not said


@dataclass(frozen=True, slots=True)
class AcceptOffer:
    """The person accepted the offered work."""

    kind: ClassVar[str] = "offer_accepted"
    application: UUID
    offer: UUID


@dataclass(frozen=True, slots=True)
class DeclineOffer:
    """The person declined the offered work, with a reason in their own words (facts 1.20)."""

    kind: ClassVar[str] = "offer_declined"
    application: UUID
    offer: UUID
    reason: str = field(repr=False)
    reason_kind: str = ""  # of the owner's list, "" for another one (D3)


@dataclass(frozen=True, slots=True)
class JudgeDecline:
    """The agent judged the reason of a decline; the wording goes into the letter (D3)."""

    kind: ClassVar[str] = "decline_judged"
    application: UUID
    offer: UUID
    justified: bool
    wording: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ExplainRight:
    """The right to apply again for suitable work was explained (SEED 23.6)."""

    kind: ClassVar[str] = "right_explained"
    application: UUID


@dataclass(frozen=True, slots=True)
class IssueReferral:
    """A referral to the employer was given (SEED 23.6)."""

    kind: ClassVar[str] = "referral_issued"
    application: UUID
    offer: UUID
    number: str
    presented_on: date


@dataclass(frozen=True, slots=True)
class RecordEmployerAnswer:
    """The employer hires, does not hire, or was silent for 5 working days (facts 2.5, 2.8)."""

    kind: ClassVar[str] = "employer_answered"
    application: UUID
    answer: EmployerAnswer
    note: str = field(repr=False, default="")  # what the employer said


@dataclass(frozen=True, slots=True)
class PlaceNoSuitableWork:
    """“No suitable work” was placed in MAS (SEED 23.6)."""

    kind: ClassVar[str] = "no_suitable_work_placed"
    application: UUID
    reference: str
    placed_at: datetime
    vacancies_seen: int = 0  # how many were compared with what the person can do
    attestation: Attestation | None = None  # MAS's own word of it; without one it counts only in older files


@dataclass(frozen=True, slots=True)
class SearchWorkAgain:
    """The agent looks for work once more, though none was found before: another vacancy, or the back office's word."""

    kind: ClassVar[str] = "work_searched_again"
    application: UUID
