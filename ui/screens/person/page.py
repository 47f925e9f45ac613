"""What the person's page shows of a look at the file: events by days, open applications first, marks, duplicates."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.evidence import Paper, Representative
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.vocabulary import Source
from dost_desktop.services.find_alike import Alike, Same
from dost_desktop.services.history import Happened
from dost_desktop.services.identify_person import PersonLookup
from dost_desktop.services.look_at_person import PersonView
from dost_desktop.services.record_in_wrong_file import may_be_misfiled
from ui.screens.person.sheet import Sheet, sheet_of


class MarkKind(StrEnum):
    """Why a person must look at the file; the fold writes these words (``domain/fold.py``)."""

    NOTICE_WITHOUT_REFUSAL = "notice_without_refusal"
    WRONG_FILE = "wrong_file"
    UNKNOWN_APPLICATION = "unknown_application"
    HANDED_UP = "handed_up"
    OTHER = "other"  # of a newer version of the rules


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark; ``number`` of the notice or ``event`` it is about, where they are in the file; ``text`` as folded."""

    kind: MarkKind
    text: str
    number: str = ""
    event: Happened | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """Why the file is marked, as in sight at ``now``, and what the agent has found and typed so far."""

    marks: tuple[Mark, ...]
    now: datetime
    finding: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One event; ``day`` (Asia/Baku) stands only at the first of a day, None at the others."""

    happened: Happened
    day: date | None


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the person, as typed; ``corrects`` a typing error in what is recorded."""

    phone: str = field(repr=False, default="")
    email: str = field(repr=False, default="")
    address: str = field(repr=False, default="")
    corrects: bool = False
    is_first: bool = False  # nothing is recorded yet that could be wrong


@dataclass(frozen=True, slots=True)
class TypedIdentity:
    """What the papers say, as typed; of an entity the name is the surname."""

    surname: str = field(repr=False)
    given_name: str = field(repr=False)
    patronymic: str = field(repr=False)
    birth_date: str = field(repr=False)
    document_number: str = field(repr=False)
    is_person: bool = True


@dataclass(frozen=True, slots=True)
class Misfiling:
    """Events that may belong to another person's file, and what the agent chose and typed so far."""

    choices: tuple[Happened, ...]
    chosen: frozenset[UUID]
    number: str = field(repr=False, default="")
    reason: str = field(repr=False, default="")


class Known(StrEnum):
    """From where we know whose number it is."""

    REGISTER = "register"
    FILE = "file"  # the register could not be reached: as this desk holds the file
    NOBODY = "nobody"  # the register knows nobody
    UNREACHABLE = "unreachable"  # and this desk holds no file either


@dataclass(frozen=True, slots=True)
class RightPerson:
    """Whose number it is."""

    number_kind: NumberKind
    number: str = field(repr=False)
    known: Known
    full_name: str = field(repr=False, default="")
    birth_date: date | None = field(repr=False, default=None)

    @classmethod
    def of(cls, found: PersonLookup) -> RightPerson:
        """As the register answered, else as the desk's own file says."""
        identity, known = found.identity, Known.REGISTER
        if identity is None and not found.nobody:
            identity, known = found.file.identity, Known.FILE
        if identity is None:
            known = Known.NOBODY if found.nobody else Known.UNREACHABLE
            return cls(found.number_kind, found.number, known)
        return cls(found.number_kind, found.number, known, identity.full_name, identity.birth_date)


@dataclass(frozen=True, slots=True)
class Comparison:
    """This file and another one side by side; ``reason`` is what the agent has typed so far."""

    mine: PersonFile
    other: PersonFile
    same: frozenset[Same]
    reason: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who stood in for the person, and in which application last, by its number."""

    who: Representative
    number: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything in sight."""

    view: PersonView
    timeline: tuple[TimelineRow, ...]
    applications: tuple[Application, ...]  # open ones first, then newest first
    papers: tuple[Paper, ...]  # each once, as last shown
    representatives: tuple[Speaker, ...]
    marks: tuple[Mark, ...]
    alike: tuple[Alike, ...]
    has_draft: bool  # a contact was typed and not recorded
    is_correctable: bool  # papers said who it is: a typing error in them can be put right
    has_misfiled: bool  # some event may belong to another person's file
    sheet: Sheet = field(default_factory=Sheet)
    has_profile_draft: bool = False  # what the person can do was typed and not recorded

    @property
    def open_application(self) -> Application | None:
        """The one to go on with."""
        first = self.applications[0] if self.applications else None
        return first if first is not None and first.is_open else None


def page_of(
    view: PersonView, dismissed: Collection[UUID], *, has_draft: bool, has_profile_draft: bool = False
) -> PersonPage:
    """The page of one look; ``dismissed`` are files that the agent found to be somebody else's."""
    newest = sorted(view.file.applications, key=lambda each: each.opened_at, reverse=True)
    papers = {paper.number: paper for each in reversed(newest) for paper in each.papers}
    if view.file.identity_paper is not None:
        papers.setdefault(view.file.identity_paper.number, view.file.identity_paper)
    speakers = [(each.representative, each) for each in reversed(newest) if each.representative]
    return PersonPage(
        view=view,
        timeline=_timeline(view.history),
        applications=tuple(sorted(newest, key=lambda each: not each.is_open)),
        papers=tuple(papers.values()),
        representatives=tuple(
            {(who.name, who.paper_number): Speaker(who, number=at.number) for who, at in speakers}.values()
        ),
        marks=tuple(_mark(text, view) for text in view.file.review),
        alike=tuple(each for each in view.alike if each.row.file_id not in dismissed),
        has_draft=has_draft,
        is_correctable=_is_typed(view.file),
        has_misfiled=any(may_be_misfiled(each) for each in view.history),
        sheet=sheet_of(view),
        has_profile_draft=has_profile_draft,
    )


def _is_typed(file: PersonFile) -> bool:
    """Whether an agent typed who it is: from papers, or of an entity that no register of ours holds."""
    identity = file.identity
    by_hand = file.identity_source is Source.PAPERS
    return identity is not None and (by_hand or not identity.number_kind.is_person)


def _timeline(history: Sequence[Happened]) -> tuple[TimelineRow, ...]:
    rows: list[TimelineRow] = []
    before: date | None = None
    for each in history:
        day = legal_date(each.at)
        rows.append(TimelineRow(each, day if day != before else None))
        before = day
    return tuple(rows)


_KINDS: Final = frozenset(MarkKind)


def _mark(text: str, view: PersonView) -> Mark:
    name, _, about = text.partition(":")
    kind = MarkKind(name) if name in _KINDS else MarkKind.OTHER
    number = next((each.number for each in view.file.notices if str(each.id) == about), "")
    return Mark(kind, text, number, next((each for each in view.history if str(each.event) == about), None))
