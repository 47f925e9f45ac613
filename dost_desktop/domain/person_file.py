"""The person's file (fərdi məşğulluq vərəqi) as it stands.

``fold`` makes it from the file's events, ``decide`` asks it, screens show it, the read model stores excerpts of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final
from uuid import UUID

from dost_desktop.domain import acts, evidence
from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.events import Head
from dost_desktop.domain.vocabulary import (
    CLOSED,
    ApplicationKind,
    ApplicationState,
    Capacity,
    Channel,
    EmployerAnswer,
    FormOfAnswer,
    FormOfApplication,
    Receiving,
    Recipient,
    Source,
    Status,
)


@dataclass(frozen=True, slots=True)
class Offer:
    """One vacancy offered as suitable work, and what came of it."""

    id: UUID
    vacancy: str
    employer: str
    position: str
    at: datetime
    reason: str = field(repr=False, default="")  # of a decline, in the person's words
    justified: bool | None = None
    wording: str = field(repr=False, default="")
    tests: tuple[evidence.SuitabilityTest, ...] = ()
    employer_voen: str = ""
    address: str = ""
    wage: int = 0
    reason_kind: str = ""
    accepted_at: datetime | None = None
    declined_at: datetime | None = None
    referral: str = ""  # its number, once the person was sent to the employer
    presented_on: date | None = None
    said: EmployerAnswer | None = None  # by the employer
    said_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """On what an application was refused."""

    ground: str
    passport_ground: str
    article: str
    reasoning: str = field(repr=False)
    statement: str = field(repr=False)
    at: datetime


@dataclass(frozen=True, slots=True)
class Application:
    """One application (müraciət) as it stands."""

    id: UUID
    number: str
    kind: ApplicationKind
    state: ApplicationState
    opened_at: datetime
    opened_by: str
    desk: str
    centre: str
    form: FormOfApplication
    answer_form: FormOfAnswer
    ticket: str
    representative: evidence.Representative | None
    papers: tuple[evidence.Paper, ...] = ()
    answers: tuple[Attestation, ...] = ()  # of the register of employed persons, as they were recorded
    silent_at: datetime | None = None  # when it was last tried in vain
    form_data: acts.SubmitForm | None = None
    offers: tuple[Offer, ...] = ()
    referral: acts.IssueReferral | None = None
    no_work_reference: str = ""
    sent_by: str = ""  # who prepared the decision: somebody else confirms it
    sent_at: datetime | None = None
    returned_for: str = field(repr=False, default="")
    refusal: Refusal | None = None
    changed_at: datetime | None = None
    channel: Channel = Channel.DOST_CENTRE
    capacity: Capacity = Capacity.PERSON
    consent: evidence.Consent | None = None
    call: evidence.CallerCheck | None = None
    interpreter: str = ""
    explained: tuple[acts.GiveExplanation, ...] = ()
    belongs_to: UUID | None = None  # the file of the person whose application it is, when not this one's
    confirmed_at: datetime | None = None  # when the person confirmed the form in e-sosial
    messages: tuple[acts.RecordDelivery, ...] = ()  # how the person was told
    placed_at: datetime | None = None  # when "no suitable work" was placed in MAS
    vacancies_seen: int = 0
    back_office: str = ""  # to which the draft went
    decided_by: str = ""
    decided_at: datetime | None = None
    reopened_for: str = field(repr=False, default="")

    @property
    def is_open(self) -> bool:
        """True until it was decided, refused or withdrawn, or found to be another person's."""
        return self.state not in CLOSED

    @property
    def answer(self) -> Attestation | None:
        """The newest answer of the register of employed persons."""
        return max(reversed(self.answers), key=lambda each: each.at, default=None)

    def answered(self, lookup_no: str) -> Attestation | None:
        """The answer with this number, if it was recorded."""
        return next((each for each in self.answers if each.lookup_no == lookup_no), None)


@dataclass(frozen=True, slots=True)
class Notice:
    """A written answer that left, or is about to leave, the desk."""

    id: UUID
    application: UUID
    number: str
    provisional: bool
    pdf: str
    size: int
    certificate: str
    verify_code: str = field(repr=False)
    issued_at: datetime
    issued_by: str
    desk: str
    copies: int = 0
    served_at: datetime | None = None
    recipient: Recipient | None = None
    receiving: Receiving | None = None
    superseded_by: UUID | None = None
    recalled_for: str = field(repr=False, default="")

    @property
    def stands(self) -> bool:
        """True until it was superseded or recalled."""
        return self.superseded_by is None and not self.recalled_for


@dataclass(frozen=True, slots=True)
class Bar:
    """Until when, this day not included, one may not apply again, and on what ground (facts 1.16, 1.18)."""

    ground: str
    until: date


@dataclass(frozen=True, slots=True)
class Registration:
    """How the person is registered, and from where we know."""

    status: Status = Status.UNKNOWN
    since: date | None = None
    number: str = ""
    known_at: datetime | None = None
    before_removal: Status | None = None
    ends_on: date | None = None  # of a temporary removal
    ground: str = field(repr=False, default="")
    bars: tuple[Bar, ...] = ()  # as MAS says


NO_EVENTS: Final = Head()
NO_REFUSAL: Final = "notice_without_refusal:"  # and the notice's id: a mark of ``PersonFile.review``
NOT_ASKED: Final = Registration()


@dataclass(frozen=True, slots=True)
class PersonFile:
    """Everything known of one person, folded from the file's events."""

    id: UUID
    head: Head = NO_EVENTS
    identity: evidence.Identity | None = None
    identity_source: Source | None = None
    identity_paper: evidence.Paper | None = (
        None  # what the person was identified from instead of the register
    )
    identified_at: datetime | None = None
    phone: str = field(repr=False, default="")
    email: str = field(repr=False, default="")
    address: str = field(repr=False, default="")  # where the person lives now, as said at the desk
    profile: evidence.WorkProfile | None = None  # what the person can do and looks for
    profile_at: datetime | None = None
    registration: Registration = NOT_ASKED
    registrations: tuple[Registration, ...] = ()  # every one that began, oldest first
    applications: tuple[Application, ...] = ()
    notices: tuple[Notice, ...] = ()
    linked: frozenset[UUID] = frozenset()
    belongs_to: frozenset[UUID] = frozenset()  # files of persons of whom something was recorded in this one
    also_in: frozenset[UUID] = frozenset()  # other persons' files in which something of this one was recorded
    review: tuple[str, ...] = ()  # why a person must look at this file
    changed_at: datetime | None = None

    def application(self, id_: UUID) -> Application | None:
        """The application with this id, if it is in this file."""
        return next((each for each in self.applications if each.id == id_), None)

    def notice(self, id_: UUID) -> Notice | None:
        """The notice with this id, if it is in this file."""
        return next((each for each in self.notices if each.id == id_), None)

    @property
    def unfounded(self) -> tuple[Notice, ...]:
        """Written answers that stand on paper although their refusal no longer follows, unsettled (design 4)."""
        return tuple(each for each in self.notices if each.stands and f"{NO_REFUSAL}{each.id}" in self.review)

    def open_application(self, kind: ApplicationKind) -> Application | None:
        """The application of this kind that is still open: there is never a second one."""
        return next((each for each in self.applications if each.kind is kind and each.is_open), None)


def empty_file(file_id: UUID) -> PersonFile:
    """A file nothing was recorded in yet."""
    return PersonFile(file_id)
