"""The messages between a desk and the central API (design 6-7): strict, frozen, no surprises.

Instants are UTC texts with milliseconds (``2026-11-24T10:07:32.123Z``); signed records travel in the exact JSON
form that was signed, so they are plain objects here and become domain facts in ``translation``.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from dost_desktop.domain.dates import instant, instant_text

Json = dict[str, Any]
Uuid = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
Salt = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
Mark = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Instant = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){2}\.[0-9]{3}Z$"),
    AfterValidator(lambda text: instant_text(instant(text))),  # no 30 February, no hour 25
]
Name = Annotated[str, StringConstraints(min_length=1, max_length=100)]
Base64 = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]*$", max_length=4096)]
Seq = Annotated[int, Field(ge=0, lt=2**31)]
DirectionId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{0,39}$")]
Need = Literal["priority", "interpreter", "representative"]
Needs = Annotated[tuple[Need, ...], Field(max_length=3)]
EMPLOYMENT: Final = "employment"  # the direction of this service (SEED 23.1)


class Message(BaseModel):
    """What all messages share: unknown fields are refused, values never change, errors do not say them."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class CentreCard(Message):
    """A DOST centre as its letters name it."""

    code: Name  # “B03”: category and number
    category: Literal["A", "B", "C", "D", "E"]
    name: Name
    address: str
    phone: str
    court: str = ""
    appeal_body: str = ""
    appeal_address: str = ""


class AgentCard(Message):
    """Somebody who works at a centre."""

    agent: Name  # sign-in name
    name: Name
    role: Literal["agent", "back_office", "head", "administrator"]
    post: str
    centre: Name
    person: Uuid | Literal[""] = ""  # the agent's own file: nobody serves their own case
    back_office: Annotated[str, StringConstraints(max_length=100)] = ""  # an officer's; empty: all of them


class AgentKey(Message):
    """The public key of an agent at a desk: with it anybody can check that agent's events."""

    agent: Name
    desk: Name
    public: Base64
    since: Instant
    until: Instant | None = None


class Tokens(Message):
    """Short access, rotating refresh; a refresh token used twice revokes its whole family."""

    access: Name = Field(repr=False)
    refresh: Name = Field(repr=False)
    expires_at: Instant


class EnrolDesk(Message):
    """A new PC asks to become a desk, with the one-time code from the administrator."""

    code: Name = Field(repr=False)
    install_id: Uuid
    desk: Name | None = None  # the one this PC is already: no other desk's code is used up
    before: Uuid | None = None  # the installation it was as that desk


class DeskEnrolled(Message):
    """Everything a desk needs to work, also offline."""

    desk: Name
    centre: CentreCard
    tokens: Tokens
    deployment_secret: Base64 = Field(repr=False)  # 32 bytes: with it a person's number becomes the file's id
    server_keys: dict[str, Base64]  # key name to Ed25519 public key
    recovery_key: Base64  # X25519 public key that the database key is boxed to
    epoch: Name
    public_url: str  # where /v/<code> can be opened by anybody
    practice: bool


class Standing(Message):
    """Which mark a desk bears: each follows the one it told before, so that an older state and a copy are noticed."""

    last: Mark | Literal[""] = ""  # that the server has heard
    mark: Mark  # random; kept by the desk before it is told, and told again until it is answered
    is_older: bool = False  # the desk saw itself that its memory is of an earlier day


class StandingHeard(Message):
    """What the desk is to do: go on, or read everything anew and count in new blocks of numbers only."""

    answer: Literal["goes_on", "begins_anew"]


class SignIn(Message):
    """An agent's first sign-in at a desk, or when the password has changed."""

    agent: Name
    password: Annotated[str, StringConstraints(min_length=1, max_length=200)] = Field(repr=False)


class SignInByKey(Message):
    """An agent whom this desk has already let in proves it by the agent's key; no password travels."""

    agent: Name
    at: Instant
    signature: Base64  # over canonical(KEY_ASSERTION, {agent, at, desk})


class Refresh(Message):
    """Exchange a refresh token for new tokens."""

    refresh: Name = Field(repr=False)


class Session(Message):
    """Signed in online."""

    agent: AgentCard
    tokens: Tokens


class PublicKey(Message):
    """The agent's key at this desk, made at the first online sign-in."""

    public: Base64
    since: Instant | None = None  # the server took it before, as the desk remembers: a restored one forgot


class Roster(Message):
    """Who works at this centre, and the keys of all whose events this desk may hold."""

    agents: tuple[AgentCard, ...]
    keys: tuple[AgentKey, ...]


class BoxedKey(Message):
    """The desk's database key, boxed to the recovery key."""

    box: Base64


class OpenedKey(Message):
    """The database key for an agent who is new at this desk; goes over TLS to that desk alone."""

    key: Base64 = Field(repr=False)


class Ticket(Message):
    """A queue ticket; it exists before the agent does. It waits for one direction of the centre."""

    number: Name
    purpose: Literal[
        "jobseeker_registration",
        "unemployed_registration",
        "temporary_removal",
        "resumption",
        "cancellation",
        "",  # of another direction than employment
    ]
    direction: DirectionId = EMPLOYMENT
    detail: str = ""
    needs: Needs = ()
    state: Literal["waiting", "called", "served", "no_show"] = "waiting"
    taken_at: Instant
    called_at: Instant | None = None  # for the first time at ``desk``
    called_again_at: Instant | None = None
    calls: Annotated[int, Field(ge=0)] = 0  # by ``desk``
    finished_at: Instant | None = None
    desk: str = ""  # that called it
    for_desk: str = ""  # "": any desk of its direction
    sent_from: str = ""  # the desk that sent it on


class DeskDirections(Message):
    """What a desk of the centre is there for."""

    desk: Name
    directions: tuple[DirectionId, ...]


class Queue(Message):
    """The centre's queue as one desk is offered it; waiting figures are the whole centre's."""

    tickets: tuple[Ticket, ...]
    served_today: Annotated[int, Field(ge=0)] = 0
    mean_seconds: Annotated[int, Field(ge=0)] = 0
    waiting: Annotated[int, Field(ge=0)] = 0
    mean_wait_seconds: Annotated[int, Field(ge=0)] = 0  # of those called today, from the ticket to the call
    longest_wait_seconds: Annotated[int, Field(ge=0)] = 0  # of those who wait now
    directions: tuple[DirectionId, ...] = (EMPLOYMENT,)  # of the desk that asks
    others: tuple[DeskDirections, ...] = ()  # the centre's other desks


class CallTicket(Message):
    """Call one ticket, or the next one."""

    number: str | None = None


class TransferTicket(Message):
    """Send a ticket on: to another direction, or to one desk of its own direction."""

    direction: DirectionId | None = None
    desk: Name | None = None


class TicketNeeds(Message):
    """What the person behind a ticket needs; takes the place of what was noted before."""

    needs: Needs


class Lookup(Message):
    """One question to a register about one applicant, with its purpose; notaries are asked about a paper."""

    register_name: Literal["meis_person", "meis_permits", "mas_status", "mas_employed_persons", "notary"]
    number_kind: Literal["pin", "migration_pin", "document", "voen", "household"]
    number: Annotated[str, StringConstraints(min_length=1, max_length=40)] = Field(repr=False)
    purpose: Name
    paper: Annotated[str, StringConstraints(max_length=100)] = Field(default="", repr=False)  # its number


class Attested(Message):
    """The register's answer, signed by the server (a domain ``Attestation`` as JSON)."""

    attestation: Json = Field(repr=False)


class EventMessage(Message):
    """An event with its envelope, as it was signed and linked."""

    content: Json
    signature: Base64
    salt: Salt | None = Field(repr=False)
    data: Json | None = Field(repr=False)
    seq: Seq
    prev: Sha256
    hash: Sha256


class RunMessage(Message):
    """The events of one click on one file, and what they were built on."""

    base_seq: Seq
    base_hash: Sha256
    events: Annotated[tuple[EventMessage, ...], Field(min_length=1, max_length=20)]


class Push(Message):
    """Runs in the order they were made; safe to repeat."""

    runs: Annotated[tuple[RunMessage, ...], Field(min_length=1, max_length=200)]
    seconds_ahead: Annotated[int, Field(gt=-(10**9), lt=10**9)] | None = (
        None  # the PC's clock, as measured last
    )
    # after a restore: the receipt of an earlier epoch that these runs of one file, whoever made them, lead to
    proof: Json | None = Field(default=None, repr=False)
    # and what lies between these runs and that receipt, where there is too much for one message: without data
    tail: Annotated[tuple[EventMessage, ...], Field(max_length=10_000)] = ()


class Accepted(Message):
    """The run stands; the receipt proves it."""

    answer: Literal["accepted"] = "accepted"
    receipt: Json


class Known(Message):
    """The run was here already, unchanged."""

    answer: Literal["known"] = "known"
    receipt: Json


class Conflict(Message):
    """The file moved on: here is what the desk lacks, from ``from_seq`` on."""

    answer: Literal["conflict"] = "conflict"
    from_seq: Seq
    events: tuple[EventMessage, ...]
    receipt: Json


class Rejected(Message):
    """The run is not accepted: the rule, its source, and facts for the words."""

    answer: Literal["rejected"] = "rejected"
    reason: Name
    cites: str = ""
    facts: Json = Field(default_factory=dict)


class Skipped(Message):
    """Not looked at, because an earlier run of the same file was not accepted."""

    answer: Literal["skipped"] = "skipped"


PushVerdict = Annotated[Accepted | Known | Conflict | Rejected | Skipped, Field(discriminator="answer")]


class PushAnswer(Message):
    """One verdict for each run, in order."""

    answers: tuple[PushVerdict, ...]
    epoch: Name
    time: Instant


class FeedItem(Message):
    """New events of one file, in order, with the receipt of the last."""

    file_id: Uuid
    events: tuple[EventMessage, ...]
    receipt: Json


class FeedPage(Message):
    """What happened in the centre's files since the cursor; nothing is ever skipped."""

    items: tuple[FeedItem, ...]
    cursor: str
    more: bool
    epoch: Name
    time: Instant


class WantLease(Message):
    """A desk asks for a block of numbers."""

    series: Literal["application", "notice", "referral", "registration"]
    year: Annotated[int, Field(ge=2019, le=2200)]


class Leased(Message):
    """The block (a domain ``NumberLease`` as JSON)."""

    lease: Json


class LawVersions(Message):
    """Which law versions the server accepts: the current one first, then the one before."""

    versions: tuple[Sha256, ...]
    rules: tuple[int, ...]


class Hello(Message):
    """The server's greeting: who it is and what time it has."""

    epoch: Name
    time: Instant
    server_keys: dict[str, Base64]
    law: LawVersions
    api: int = 1


class Problem(BaseModel):
    """RFC 9457: what went wrong, for programs and people; never personal data."""

    model_config = ConfigDict(extra="allow")

    type: str = "about:blank"
    title: str
    status: int
    code: str
    detail: str = ""
    request_id: str = ""
