"""The law in force as ``decide`` needs it: immutable, dated, named by its hash in every event.

``catalogue`` builds it from versioned files; the domain never reads one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dost_desktop.domain.vocabulary import ApplicationKind, FormShown, PassportGround, Status
from dost_desktop.domain.working_days import WorkingCalendar


@dataclass(frozen=True, slots=True)
class GroundRule:
    """When a ground of refusal may be used (catalogue of grounds; D5)."""

    id: str
    passport_ground: PassportGround
    kinds: frozenset[ApplicationKind]
    article: str  # "4.1.1", "" where none is known
    in_force_from: date
    in_force_until: date | None
    needs_register: bool  # rests on an attested answer of the register of employed persons

    def is_in_force(self, on: date) -> bool:
        """True from the first to the last day, both included."""
        return self.in_force_from <= on and (self.in_force_until is None or on <= self.in_force_until)


@dataclass(frozen=True, slots=True)
class EndingRule:
    """A ground of temporary removal or cancellation (facts 1.14-1.16)."""

    id: str
    target: Status  # temporarily_removed or cancelled
    statuses: frozenset[Status]
    months: int | None  # how long a removal lasts; None: while its cause lasts
    bar_months: int | None  # may re-apply only after so many months
    in_force_from: date
    in_force_until: date | None
    by_person: bool = True  # may stand in the person's own application
    needs_evidence: bool = False  # a paper that shows it
    by_office: bool = True  # may be used without the person's own application (D20)

    def is_in_force(self, on: date) -> bool:
        """True from the first to the last day, both included."""
        return self.in_force_from <= on and (self.in_force_until is None or on <= self.in_force_until)


@dataclass(frozen=True, slots=True)
class DocumentRule:
    """How a kind of document counts (catalogue of document kinds; SEED 21-22, D1, D18)."""

    id: str
    purpose: str  # identity or representation
    holders: frozenset[str]  # citizen, foreigner, stateless
    validity: str  # date_on_document, date_on_document_or_none, issue_date_required or judged_by_agent
    forms: frozenset[FormShown]
    accepted: bool


@dataclass(frozen=True, slots=True)
class LawInForce:
    """Everything ``decide`` may ask about the law on one day."""

    version: str  # SHA-256 over the catalogue files
    grounds: Mapping[str, GroundRule]
    endings: Mapping[str, EndingRule]
    documents: Mapping[str, DocumentRule]
    calendar: WorkingCalendar
    answer_max_age_hours: int = 24
    employer_days: int = 5
    back_office_days: int = 5
    back_offices: frozenset[str] = frozenset({"01", "02", "03", "04", "05", "06"})  # codes of SEED 11
    minimum_age: int = 15
    early_leave_bar_months: int = 6
    own_initiative: bool = False  # D20
    poa_must_name_service: bool = False  # D13: strict, else the agent judges
    declines_warn: int = (
        3  # so many unjustified declines are shown as a warning; nothing follows by itself (D3)
    )
    caller_answers_at_least: int = 2  # what a caller must name correctly
