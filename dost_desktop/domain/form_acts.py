"""What happens to a form that MAS decides: filled with help, confirmed, accepted, told (SEED 23.4-5, 23.7)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from dost_desktop.domain.vocabulary import ConfirmedBy, MessageChannel, MessageSender


@dataclass(frozen=True, slots=True)
class SubmitForm:
    """The form was filled with the agent's help and goes to MAS, where the person confirms it with their own means."""

    kind: ClassVar[str] = "form_submitted"
    application: UUID
    ground: str = field(repr=False, default="")  # of temporary removal or cancellation
    starts_on: date | None = None
    ends_on: date | None = None
    evidence: str = field(repr=False, default="")  # the papers that show the ground
    confirmed_by: ConfirmedBy = ConfirmedBy.PERSON  # who is to confirm it in e-sosial


@dataclass(frozen=True, slots=True)
class ConfirmForm:
    """The person or the representative confirmed the form in e-sosial, as MAS says."""

    kind: ClassVar[str] = "form_confirmed"
    application: UUID
    confirmed_at: datetime


@dataclass(frozen=True, slots=True)
class AcceptByMas:
    """MAS accepted the form: only now does the registration change (SEED 23.5)."""

    kind: ClassVar[str] = "accepted_by_mas"
    application: UUID
    registration_number: str
    accepted_at: datetime


@dataclass(frozen=True, slots=True)
class NotAcceptByMas:
    """MAS did not accept the form; the agent helps to mend it."""

    kind: ClassVar[str] = "not_accepted_by_mas"
    application: UUID
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecordDelivery:
    """The person was told by e-cabinet or mobile message, or could not be (SEED 23.5)."""

    kind: ClassVar[str] = "message_delivered"
    application: UUID
    message: str  # which one: an event of letters 9, such as "jobseeker.registered"
    channel: MessageChannel
    sender: MessageSender
    delivered: bool
    at: datetime
