"""What travels between the central API and the ministry's systems: our contract, as their real one is not published.

Whoever builds the bridge on the ministry's side gives exactly this (docs/adapters.md; facts 10.7). Questions may not
have a field that is not named here; of answers we read what is named and drop the rest: a bridge may learn to say
more before we learn to hear it, and what nobody reads must not lie in a person's file.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from dost_desktop.contract.suitable_work import Education
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import ApplicationKind, ConfirmedBy, MessageChannel, Status

_NO_CONTROLS = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"
Text = Annotated[str, StringConstraints(max_length=4000, pattern=_NO_CONTROLS)]
Needed = Annotated[str, StringConstraints(min_length=1, max_length=4000, pattern=_NO_CONTROLS)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Number = Annotated[str, StringConstraints(min_length=1, max_length=40)]
Registered = Literal["not_registered", "jobseeker", "unemployed", "temporarily_removed", "cancelled"]


class Asked(BaseModel):
    """What every question has: ``asked`` names it, and stands in its answer again."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: Literal[1] = 1
    asked: Name = Field(
        description="A new UUID for a question; for what changes something the same at each repeat."
    )


class Said(BaseModel):
    """What every answer has: without the question's own ``asked`` it is an answer to somebody else's."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    version: Literal[1]
    asked: str


class AboutPerson(Asked):
    """A question about one person: capitals, no spaces (``pin``, ``migration_pin``, `document`…)."""

    number_kind: NumberKind
    number: Number = Field(repr=False)


class Document(BaseModel):
    """The document that the register knows."""

    model_config = ConfigDict(strict=True, frozen=True)

    kind: Text = ""
    number: Text = Field("", repr=False)
    valid_until: date | None = None


class PersonRecord(BaseModel):
    """A person in MEİS, or as the residence permit has them."""

    model_config = ConfigDict(strict=True, frozen=True)

    surname: Needed = Field(repr=False)
    given_name: Needed = Field(repr=False)
    patronymic: Text = Field("", repr=False)
    birth_date: date | None = Field(None, repr=False)
    sex: Literal["F", "M", ""] = ""
    citizenship: Text = ""
    address: Text = Field("", repr=False)
    document: Document = Document()


class PersonSaid(Said):
    """Nobody by this number is an answer; so is a register that contradicts itself (SEED 23.3)."""

    state: Literal["found", "not_found", "contradictory"]
    record: PersonRecord | None = Field(None, repr=False)

    @model_validator(mode="after")
    def _is_whole(self) -> PersonSaid:
        if (self.record is not None) is not (self.state == "found"):
            raise ValueError("record: exactly when found")
        return self


class PaperAsked(AboutPerson):
    """About a power of attorney that this person (``number``) is said to have given."""

    paper_number: Name


class PaperRecord(BaseModel):
    """A power of attorney as the notaries have it."""

    model_config = ConfigDict(strict=True, frozen=True)

    representative_number: Text = Field("", repr=False)
    paper_date: date | None = None
    valid_until: date | None = None
    revoked_on: date | None = None
    certifier: Text = Field("", repr=False)
    scope: Text = Field("", repr=False)


class PaperSaid(Said):
    """``other_grantor``: there is such a paper, given by somebody else; nothing more is told of it."""

    state: Literal["found", "not_found", "other_grantor"]
    record: PaperRecord | None = Field(None, repr=False)

    @model_validator(mode="after")
    def _is_whole(self) -> PaperSaid:
        if (self.record is not None) is not (self.state == "found"):
            raise ValueError("record: exactly when found")
        return self


class Bar(BaseModel):
    """From which day on the person may apply again, and by which ground (facts 1.14-1.16)."""

    model_config = ConfigDict(strict=True, frozen=True)

    ground: Needed
    until: date


class StatusSaid(Said):
    """How MAS has the person registered; ``profile`` as docs/formats.md has it."""

    status: Registered
    since: date | None = None
    registration_number: Text = ""
    bars: tuple[Bar, ...] = ()
    before_removal: Literal["jobseeker", "unemployed"] | None = None
    ends_on: date | None = None
    ground: Text = ""
    profile: dict[str, object] | None = Field(None, repr=False)


class Employment(BaseModel):
    """One reason for which somebody counts as employed (Law, Art. 4.1), with the facts that its letter names."""

    model_config = ConfigDict(strict=True, frozen=True)

    article: Needed
    variant: Text = ""
    facts: dict[str, Text] = Field(default_factory=dict, repr=False)


class EmployedSaid(Said):
    """Every entry of the register of employed persons; none: the person is not in it."""

    entries: tuple[Employment, ...] = Field(repr=False)


class FormHandedIn(AboutPerson):
    """A form filled with help; ``asked`` is ``submission``, which names this filling of it (SEED 23.4, 23.7)."""

    submission: UUID
    application: UUID
    application_no: Text
    kind: ApplicationKind
    centre: Text
    ground: Text = Field(repr=False)
    starts_on: date | None
    ends_on: date | None
    evidence: Text = Field(repr=False)
    confirmed_by: ConfirmedBy


class FormTakenBack(Asked):
    """The application was withdrawn: its form must not be judged any more."""

    submission: UUID


class FormSaid(Said):
    """Where a form stands; judged it stays judged, taken back it is never judged."""

    state: Literal["unconfirmed", "taken_back", "accepted", "not_accepted"]
    at: AwareDatetime | None = None
    confirmed_at: AwareDatetime | None = None
    registration_number: Text = ""
    reason: Text = Field("", repr=False)

    @model_validator(mode="after")
    def _is_whole(self) -> FormSaid:
        judged = self.state in {"accepted", "not_accepted"}
        if judged and (self.at is None or self.confirmed_at is None):
            raise ValueError("at, confirmed_at: needed once it is judged")
        if self.state == "not_accepted" and not self.reason.strip():
            raise ValueError("reason: needed where it is not accepted")
        return self


class NoWorkAsked(AboutPerson):
    """“No suitable work” is to be placed for this application, whose id is ``asked`` (SEED 23.6)."""

    application: UUID


class NoWorkSaid(Said):
    """Placed, by which reference and when."""

    reference: Name
    at: AwareDatetime


class UnemployedNoted(AboutPerson):
    """The back office confirmed: a jobseeker is unemployed from now on (SEED 11, 23.6)."""


class EndNoted(AboutPerson):
    """The office ended the registration by itself (D20)."""

    target: Status
    ground: Text = Field(repr=False)
    starts_on: date
    ends_on: date | None


class NotedSaid(Said):
    """MAS took note; of what does not fit how it has the person registered it takes none, and says the same."""


class MessageAsked(AboutPerson):
    """Tell the person by this channel; ``asked`` names this attempt (letters 9)."""

    occasion: UUID
    message: Name
    channel: MessageChannel


class MessageSaid(Said):
    """``not_sent``: MAS does not send this one; ``pending``: not known yet, ask again with the same ``asked``."""

    outcome: Literal["delivered", "failed", "not_sent", "pending"]
    at: AwareDatetime


class SmsAsked(Asked):
    """An SMS of our own; ``asked`` names this attempt."""

    phone: Number = Field(repr=False)
    text: Needed = Field(repr=False)


class CabinetAsked(Asked):
    """A message of our own into the person's e-cabinet; ``asked`` names this attempt."""

    number: Number = Field(repr=False)
    title: Needed = Field(repr=False)
    text: Needed = Field(repr=False)


class SentSaid(Said):
    """``pending``: not known yet, ask again with the same ``asked``: nothing is sent twice."""

    outcome: Literal["delivered", "failed", "pending"]
    at: AwareDatetime


class OpenPlace(BaseModel):
    """A vacancy, with what the five tests of suitable work ask for (facts 1.6)."""

    model_config = ConfigDict(strict=True, frozen=True)

    number: Name
    employer: Needed
    employer_voen: Text = ""
    position: Needed
    specialty: Text = ""
    education: Education = ""
    experience_years: Annotated[int, Field(ge=0, le=100)] = 0
    health_limits: tuple[Needed, ...] = ()
    district: Text = ""
    address: Text = ""
    public_transport: bool | None = None
    wage: Annotated[int, Field(ge=0, lt=1_000_000)] = 0
    open_until: date | None = None


class VacanciesSaid(BaseModel):
    """One page of the bank; every page of one state of the bank has the same ETag."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    version: Literal[1]
    page: Annotated[int, Field(ge=1)]
    pages: Annotated[int, Field(ge=1, le=10_000)]
    vacancies: tuple[OpenPlace, ...]


def moment(said: datetime | None) -> datetime:
    """A moment of an answer as we keep it: UTC, whole milliseconds."""
    assert said is not None  # noqa: S101 - the answer was read strictly
    at = said.astimezone(UTC)
    return at.replace(microsecond=at.microsecond // 1000 * 1000)


def day(said: date | None) -> str:
    """A day of an answer as registers' answers have it."""
    return said.isoformat() if said else ""
