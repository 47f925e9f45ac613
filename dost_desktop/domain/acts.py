"""What somebody does to a person's file: asked as a command, and once decided, recorded as an event.

One dataclass is both: what was decided is exactly what was asked, so the server can decide the same act again.
The ``kind`` texts and the field names are written into events for ever (docs/formats.md).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar, Final, TypeAlias, get_args
from uuid import UUID

from dost_desktop.domain import form_acts, notice_acts, work_acts
from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.evidence import (
    CallerCheck,
    Consent,
    Identity,
    Paper,
    Representative,
)
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    Capacity,
    Channel,
    FormOfAnswer,
    FormOfApplication,
    PassportGround,
    Source,
    Status,
)


@dataclass(frozen=True, slots=True)
class IdentifyPerson:
    """The person was identified: by MEİS, or from shown papers when it could not be reached."""

    kind: ClassVar[str] = "person_identified"
    identity: Identity
    source: Source
    attestation: Attestation | None = None
    paper: Paper | None = None
    unreachable_at: datetime | None = None  # when MEİS was tried in vain
    corrects: bool = False  # what was typed before held a typing error


@dataclass(frozen=True, slots=True)
class ReadStatus:
    """MAS said how the person is registered."""

    kind: ClassVar[str] = "status_read"
    attestation: Attestation


@dataclass(frozen=True, slots=True)
class RecordContact:
    """How the person can be reached; SMS and e-cabinet messages go there (SEED 23.5)."""

    kind: ClassVar[str] = "contact_recorded"
    phone: str = field(repr=False, default="")
    email: str = field(repr=False, default="")
    address: str = field(repr=False, default="")  # where the person lives now
    corrects: bool = False  # what was recorded before held a typing error


@dataclass(frozen=True, slots=True)
class OpenApplication:
    """An application is registered: with this the proceeding begins (facts 6.2)."""

    kind: ClassVar[str] = "application_opened"
    application: UUID
    number: str
    application_kind: ApplicationKind
    form: FormOfApplication
    channel: Channel
    answer_form: FormOfAnswer
    centre: str
    place: str  # category of the centre A-E, or "online" (SEED 20)
    ticket: str = ""
    representative: Representative | None = None
    capacity: Capacity = Capacity.PERSON
    consent: Consent | None = None
    call: CallerCheck | None = None
    interpreter: str = ""  # the language it was asked for, "" for none


@dataclass(frozen=True, slots=True)
class ShowRepresentation:
    """Another paper of a representative was shown; None: from now on the person speaks without one (SEED 6)."""

    kind: ClassVar[str] = "representation_shown"
    application: UUID
    representative: Representative | None


@dataclass(frozen=True, slots=True)
class CheckRepresentation:
    """The notaries' register answered about the power of attorney after the application was opened (facts 5.4)."""

    kind: ClassVar[str] = "representation_checked"
    application: UUID
    attestation: Attestation


@dataclass(frozen=True, slots=True)
class GiveExplanation:
    """Something was explained to the applicant, in the agent's words: an answer that needs no letter (D17)."""

    kind: ClassVar[str] = "explanation_given"
    application: UUID
    subject: str  # what about: a key of the window's words
    wording: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ShowPaper:
    """A paper was shown for an application."""

    kind: ClassVar[str] = "paper_shown"
    application: UUID
    paper: Paper


@dataclass(frozen=True, slots=True)
class RecordRegisterAnswer:
    """The register of employed persons answered (SEED 23.6)."""

    kind: ClassVar[str] = "register_answered"
    application: UUID
    attestation: Attestation


@dataclass(frozen=True, slots=True)
class RecordRegisterSilence:
    """The register of employed persons could not be reached: the application waits for it."""

    kind: ClassVar[str] = "register_silent"
    application: UUID
    tried_at: datetime


@dataclass(frozen=True, slots=True)
class SendToBackOffice:
    """The draft decision to register as unemployed went to the back office (SEED 11, 23.6)."""

    kind: ClassVar[str] = "sent_to_back_office"
    application: UUID
    back_office: str


@dataclass(frozen=True, slots=True)
class ConfirmDecision:
    """The back office confirmed: the person is unemployed."""

    kind: ClassVar[str] = "decision_confirmed"
    application: UUID


@dataclass(frozen=True, slots=True)
class ReturnDecision:
    """The back office returned the draft with what is to be mended."""

    kind: ClassVar[str] = "decision_returned"
    application: UUID
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Refuse:
    """The application is refused with reasons (SEED 9, 23.6; facts 6.1)."""

    kind: ClassVar[str] = "application_refused"
    application: UUID
    passport_ground: PassportGround
    ground: str  # id in the catalogue of grounds
    article: str  # "4.1.1", or "" where the ground names none
    lookup_no: str  # the register answer it rests on, or ""
    reasoning: str = field(repr=False)
    statement: str = field(repr=False, default="")  # in the person's words


SubmitForm = form_acts.SubmitForm
ConfirmForm = form_acts.ConfirmForm
AcceptByMas = form_acts.AcceptByMas
NotAcceptByMas = form_acts.NotAcceptByMas
RecordDelivery = form_acts.RecordDelivery
RecordWorkProfile = work_acts.RecordWorkProfile
OfferWork = work_acts.OfferWork
AcceptOffer = work_acts.AcceptOffer
DeclineOffer = work_acts.DeclineOffer
JudgeDecline = work_acts.JudgeDecline
ExplainRight = work_acts.ExplainRight
IssueReferral = work_acts.IssueReferral
RecordEmployerAnswer = work_acts.RecordEmployerAnswer
PlaceNoSuitableWork = work_acts.PlaceNoSuitableWork
SearchWorkAgain = work_acts.SearchWorkAgain
IssueNotice = notice_acts.IssueNotice
PrintNotice = notice_acts.PrintNotice
ServeNotice = notice_acts.ServeNotice
SupersedeNotice = notice_acts.SupersedeNotice
RecallNotice = notice_acts.RecallNotice


@dataclass(frozen=True, slots=True)
class Withdraw:
    """The person stops the own application."""

    kind: ClassVar[str] = "application_withdrawn"
    application: UUID
    wish: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True)
class Reopen:
    """The head of the centre opens a refused or withdrawn application again; nothing of it is deleted."""

    kind: ClassVar[str] = "application_reopened"
    application: UUID
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class HandUp:
    """The agent hands something about this file to the head of the centre, who looks at it."""

    kind: ClassVar[str] = "handed_up"
    about: UUID  # a run that disagrees with the server, an application, or the file itself
    wording: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SettleDisagreement:
    """The agent lets stand what others recorded: the own click that disagreed with it is set aside (design 6)."""

    kind: ClassVar[str] = "disagreement_settled"
    run: UUID  # the click that is set aside; its own events stay at the desk that made it
    made_at: datetime
    kinds: tuple[str, ...]  # what it would have recorded
    reason: str  # the rule that spoke against it
    wording: str = field(repr=False, default="")  # what the agent says about it


@dataclass(frozen=True, slots=True)
class EndByOffice:
    """Removal or cancellation on the office's own initiative (D20): off until the owner enables it."""

    kind: ClassVar[str] = "ended_by_office"
    target: Status  # temporarily_removed or cancelled
    ground: str = field(repr=False)
    starts_on: date
    ends_on: date | None
    evidence: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LinkFiles:
    """Two files are one person's."""

    kind: ClassVar[str] = "files_linked"
    other: UUID
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecordInWrongFile:
    """What one event says belongs to another file; nothing is deleted."""

    kind: ClassVar[str] = "recorded_in_wrong_file"
    event: UUID
    belongs_to: UUID
    reason: str = field(repr=False)
    application: UUID | None = None  # that the event opened: it does not go on in this file


@dataclass(frozen=True, slots=True)
class RecordInOtherFile:
    """What one event of another file says belongs to this one: the other side of ``RecordInWrongFile``."""

    kind: ClassVar[str] = "recorded_in_other_file"
    event: UUID
    file: UUID
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CloseReview:
    """Somebody looked at a file that was marked for review, and says what was found."""

    kind: ClassVar[str] = "review_closed"
    finding: str = field(repr=False)
    marks: tuple[str, ...] = ()  # those that were looked at, as ``PersonFile.review`` has them; none: all


@dataclass(frozen=True, slots=True)
class EraseData:
    """Data of events were erased by law; without this act a check calls missing data a flaw (design 4)."""

    kind: ClassVar[str] = "data_erased"
    events: tuple[UUID, ...]
    basis: str  # the rule that asks for it, never a person's data


# fmt: off
Act: TypeAlias = (
    IdentifyPerson | ReadStatus | RecordContact | RecordWorkProfile | OpenApplication | ShowRepresentation
    | CheckRepresentation | GiveExplanation | ShowPaper | RecordRegisterAnswer | RecordRegisterSilence | SubmitForm
    | ConfirmForm | AcceptByMas | NotAcceptByMas | RecordDelivery | OfferWork | AcceptOffer | DeclineOffer
    | JudgeDecline | ExplainRight | IssueReferral | RecordEmployerAnswer | PlaceNoSuitableWork | SearchWorkAgain
    | SendToBackOffice | ConfirmDecision | ReturnDecision | Refuse | IssueNotice | PrintNotice | ServeNotice
    | SupersedeNotice | RecallNotice | Withdraw | Reopen | HandUp | SettleDisagreement | EndByOffice | LinkFiles
    | RecordInWrongFile | RecordInOtherFile | CloseReview | EraseData
)
# fmt: on
BY_KIND: Final[dict[str, type[Act]]] = {kind.kind: kind for kind in get_args(Act)}
