"""Base, mine and theirs, side by side: what two hands made of one file, in facts; the words are the window's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Final, TypeAlias, TypeVar

from dost_desktop.domain import acts
from dost_desktop.domain.acts import RecordContact
from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.evidence import Identity, Paper
from dost_desktop.domain.person_file import Application, Notice, Offer, PersonFile, Refusal, Registration
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import ApplicationState


class Field(StrEnum):
    """What of a file a row compares; the first four are always there (ui 08)."""

    REGISTRATION = "registration"  # Registration
    APPLICATION = "application"  # Application: its kind, number, state, when and where it was opened
    OUTCOME = "outcome"  # Outcome
    NOTICE = "notice"  # Notice
    IDENTITY = "identity"  # Identity
    CONTACT = "contact"  # RecordContact
    PAPERS = "papers"  # PapersShown
    REGISTER = "register"  # Attestation of the register of employed persons
    WORK = "work"  # Offer
    OTHER = "other"  # Steps: what was recorded besides


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an application came to: refused, decided, withdrawn, or returned by the back office or MAS."""

    state: ApplicationState
    at: datetime | None
    refusal: Refusal | None = None
    reason: str = field(repr=False, default="")  # of a return


@dataclass(frozen=True, slots=True)
class PapersShown:
    """The papers that were shown for an application."""

    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """What was recorded and shows in no other row: kinds of events, keys of the window's words."""

    kinds: tuple[str, ...]


Value: TypeAlias = (
    Registration
    | Application
    | Outcome
    | Notice
    | Identity
    | RecordContact
    | PapersShown
    | Attestation
    | Offer
    | Steps
)


@dataclass(frozen=True, slots=True)
class Side:
    """One cell; ``value`` None: there is nothing. ``breaks``: the rule that speaks against it, of mine only."""

    value: Value | None = field(repr=False)
    is_changed: bool = False  # against the base
    breaks: Refused | None = None


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One row; ``about`` is the number of the application or notice, where there are several rows of a field."""

    what: Field
    base: Side
    mine: Side
    theirs: Side
    about: str = ""


@dataclass(frozen=True, slots=True)
class Sides:
    """The file as both knew it, as mine made it, and as it is without mine; with what each recorded."""

    base: PersonFile
    mine: PersonFile
    theirs: PersonFile
    mine_kinds: tuple[str, ...]
    theirs_kinds: tuple[str, ...]
    broken: str  # the kind of mine that the rule speaks against
    reason: Refused


def compare_sides(sides: Sides) -> tuple[ComparedRow, ...]:
    """Row by row what the two sides made of the file: the four of the picture always, others where they differ."""
    files = (sides.base, sides.mine, sides.theirs)
    registration = _row(Field.REGISTRATION, (each.registration for each in files))
    applications: list[ComparedRow] = []
    outcomes: list[ComparedRow] = []
    details: list[ComparedRow] = []
    trios = _trios(*(each.applications for each in files))
    for trio in trios:
        about = _number(trio) if len(trios) > 1 else ""
        applications.append(_row(Field.APPLICATION, trio, about))
        outcomes.append(_row(Field.OUTCOME, (_outcome(each) for each in trio), about))
        for what, value_of in _DETAILS.items():
            details.append(_row(what, (value_of(each) if each else None for each in trio), about))
    papers = _trios(*(each.notices for each in files))
    notices = [_row(Field.NOTICE, trio, _number(trio) if len(papers) > 1 else "") for trio in papers]
    person = [
        _row(Field.IDENTITY, (each.identity for each in files)),
        _row(Field.CONTACT, (_contact(each) for each in files)),
    ]
    always = [registration, *applications, *outcomes, *notices]
    changed = [row for row in (*person, *details) if row.mine.is_changed or row.theirs.is_changed]
    rows = [*always, *sorted(changed, key=lambda row: list(Field).index(row.what))]
    rows += _besides(sides, rows)
    return _with_reason(rows, FIELD_OF[sides.broken], sides.reason)


_T = TypeVar("_T", Application, Notice)
_A, _F = acts, Field
#: Which row shows what an act of this kind changed.
FIELD_OF: Final[Mapping[str, Field]] = {
    kind: what
    for what, kinds in {
        _F.REGISTRATION: (_A.ReadStatus, _A.EndByOffice),
        _F.APPLICATION: (
            _A.OpenApplication,
            _A.ShowRepresentation,
            _A.CheckRepresentation,
            _A.SubmitForm,
            _A.ConfirmForm,
            _A.AcceptByMas,
            _A.NotAcceptByMas,
            _A.ExplainRight,
            _A.PlaceNoSuitableWork,
            _A.SearchWorkAgain,
            _A.SendToBackOffice,
        ),
        _F.OUTCOME: (_A.ConfirmDecision, _A.ReturnDecision, _A.Refuse, _A.Withdraw, _A.Reopen),
        _F.NOTICE: (_A.IssueNotice, _A.PrintNotice, _A.ServeNotice, _A.SupersedeNotice, _A.RecallNotice),
        _F.IDENTITY: (_A.IdentifyPerson,),
        _F.CONTACT: (_A.RecordContact,),
        _F.PAPERS: (_A.ShowPaper,),
        _F.REGISTER: (_A.RecordRegisterAnswer, _A.RecordRegisterSilence),
        _F.WORK: (
            _A.OfferWork,
            _A.AcceptOffer,
            _A.DeclineOffer,
            _A.JudgeDecline,
            _A.IssueReferral,
            _A.RecordEmployerAnswer,
        ),
        _F.OTHER: (
            _A.RecordWorkProfile,
            _A.GiveExplanation,
            _A.RecordDelivery,
            _A.HandUp,
            _A.SettleDisagreement,
            _A.LinkFiles,
            _A.RecordInWrongFile,
            _A.RecordInOtherFile,
            _A.CloseReview,
            _A.EraseData,
        ),
    }.items()
    for kind in (each.kind for each in kinds)
}


def _row(what: Field, cells: Iterable[Value | None], about: str = "") -> ComparedRow:
    base, mine, theirs = cells
    known = _key(base)
    return ComparedRow(
        what,
        Side(base),
        Side(mine, is_changed=_key(mine) != known),
        Side(theirs, is_changed=_key(theirs) != known),
        about,
    )


def _key(value: Value | None) -> object:
    """What of a value is seen: two that are the same here read the same."""
    match value:
        case Registration():
            return value.status, value.since, value.ends_on, value.ground, value.number
        case Application():
            return value.id, value.state, value.belongs_to
        case _:
            return value


def _trios(
    base: tuple[_T, ...], mine: tuple[_T, ...], theirs: tuple[_T, ...]
) -> list[tuple[_T | None, _T | None, _T | None]]:
    """The same thing on each side, where a side touched it; what both sides made anew of one kind stands together."""
    by_id = [{each.id: each for each in side} for side in (base, mine, theirs)]
    known, ours, others = by_id
    both = [id_ for id_ in {**known, **ours, **others} if id_ in known or (id_ in ours and id_ in others)]
    trios = [(known.get(id_), ours.get(id_), others.get(id_)) for id_ in both]
    touched = [trio for trio in trios if any(_key(each) != _key(trio[0]) or each != trio[0] for each in trio)]
    new = [each for id_, each in others.items() if id_ not in both]
    for each in (each for id_, each in ours.items() if id_ not in both):
        like = next((other for other in new if _kind(other) == _kind(each)), None)
        if like is not None:
            new.remove(like)
        touched.append((None, each, like))
    touched += [(None, None, each) for each in new]
    newest = trios[-1:] or [(None, None, None)]
    return touched or newest


def _kind(thing: Application | Notice) -> object:
    return thing.kind if isinstance(thing, Application) else None


def _number(trio: Sequence[Application | Notice | None]) -> str:
    return next(each.number for each in trio if each is not None)


def _outcome(application: Application | None) -> Outcome | None:
    """None while the application simply goes on."""
    if application is None or (application.is_open and not application.returned_for):
        return None
    at = application.refusal.at if application.refusal else application.decided_at or application.changed_at
    return Outcome(application.state, at, application.refusal, application.returned_for)


def _contact(file: PersonFile) -> RecordContact | None:
    is_known = file.phone or file.email or file.address
    return RecordContact(file.phone, file.email, file.address) if is_known else None


_DETAILS: Final[Mapping[Field, Callable[[Application], Value | None]]] = {
    Field.PAPERS: lambda application: PapersShown(application.papers) if application.papers else None,
    Field.REGISTER: lambda application: application.answer,
    Field.WORK: lambda application: application.offers[-1] if application.offers else None,
}


def _besides(sides: Sides, rows: Sequence[ComparedRow]) -> list[ComparedRow]:
    """What was recorded and changed nothing that is seen above."""
    shown_mine = {row.what for row in rows if row.mine.is_changed}
    shown_theirs = {row.what for row in rows if row.theirs.is_changed}
    mine = tuple(kind for kind in sides.mine_kinds if FIELD_OF[kind] not in shown_mine)
    theirs = tuple(kind for kind in sides.theirs_kinds if FIELD_OF[kind] not in shown_theirs)
    if not mine and not theirs:
        return []
    return [_row(Field.OTHER, (Steps(kinds) if kinds else None for kinds in ((), mine, theirs)))]


def _with_reason(rows: Sequence[ComparedRow], broken: Field, reason: Refused) -> tuple[ComparedRow, ...]:
    """The cell of mine that the rule speaks against says so: where it shows, else where mine changed anything."""
    candidates = (
        [row for row in rows if row.what is broken and row.mine.is_changed]
        + [row for row in rows if row.mine.is_changed]
        + [rows[0]]
    )
    chosen = candidates[0]
    return tuple(
        replace(row, mine=replace(row.mine, breaks=reason)) if row is chosen else row for row in rows
    )
