"""MAS as the central API hands things to it: forms, messages, “no suitable work”. The port; see simulated_mas.py."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol, TypeAlias
from uuid import UUID

from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import ApplicationKind, ConfirmedBy, MessageChannel, Status


@dataclass(frozen=True, slots=True)
class Form:
    """A form as it was filled with help; ``submission`` names this filling of it (SEED 23.4, 23.7)."""

    submission: UUID
    application: UUID
    application_no: str
    kind: ApplicationKind
    number_kind: NumberKind
    number: str = field(repr=False)
    centre: str
    ground: str = field(repr=False, default="")  # of temporary removal or cancellation
    starts_on: date | None = None
    ends_on: date | None = None
    evidence: str = field(repr=False, default="")
    confirmed_by: ConfirmedBy = ConfirmedBy.PERSON  # who is to confirm it in e-sosial


@dataclass(frozen=True, slots=True)
class FormAnswer:
    """What MAS made of a form that was confirmed; ``reason`` in its own words where it did not accept it."""

    accepted: bool
    at: datetime
    confirmed_at: datetime  # when the person confirmed it in e-sosial
    registration_number: str = ""
    reason: str = field(repr=False, default="")


class Undecided(StrEnum):
    """Why MAS does not judge a form: nobody confirmed it yet, or it was taken back."""

    UNCONFIRMED = "unconfirmed"
    TAKEN_BACK = "taken_back"


FormState: TypeAlias = FormAnswer | Undecided


@dataclass(frozen=True, slots=True)
class End:
    """A removal or cancellation by the office itself (D20); ``occasion``: the event that recorded it."""

    occasion: UUID
    number_kind: NumberKind
    number: str = field(repr=False)
    target: Status
    ground: str = field(repr=False)
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A decision of the back office: a jobseeker is unemployed; ``occasion``: the event that recorded it."""

    occasion: UUID
    number_kind: NumberKind
    number: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NoWork:
    """The application for which no suitable work is possible, and whose it is."""

    application: UUID
    number_kind: NumberKind
    number: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Placed:
    """“No suitable work” as MAS noted it (SEED 23.6)."""

    reference: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Message:
    """Something that the person is to be told: by one channel, for the ``attempt``-th time (letters 9)."""

    occasion: UUID  # the event it tells of
    name: str
    channel: MessageChannel
    number_kind: NumberKind
    number: str = field(repr=False)
    attempt: int = 0

    @property
    def key(self) -> str:
        """What names this attempt, however often it is asked about."""
        return f"{self.occasion}:{self.channel}:{self.attempt}"


class Outcome(StrEnum):
    """What became of a message; ``NOT_SENT``: MAS does not send this one."""

    DELIVERED = "delivered"
    FAILED = "failed"
    NOT_SENT = "not_sent"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was said of a message, and when."""

    outcome: Outcome
    at: datetime


class Mas(Protocol):
    """The subsystem "Məşğulluq". Asked again with the same id, it answers the same. Raises RegisterUnreachable."""

    def submit(self, form: Form) -> FormState: ...

    def take_back(self, submission: UUID) -> FormAnswer | None:
        """Take a form out; its answer where MAS had judged it already, and it is too late."""
        ...

    def place_no_work(self, wish: NoWork) -> Placed: ...

    def note_unemployed(self, confirmed: Confirmed) -> None: ...

    def note_end(self, end: End) -> None: ...

    def tell(self, message: Message) -> Delivery: ...
