"""What the head's page shows: the filtered list, the chosen item, and the two sections that act on any file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from dost_desktop.contract.needs_look import LookItem, LookKind
from dost_desktop.domain.law import EndingRule
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.ports import Unanswered
from dost_desktop.services.reopen_application import Reopenable


class Group(StrEnum):
    """The filter."""

    ALL = "all"
    HANDED_UP = "handed_up"
    REVIEW = "review"
    TERMS = "terms"
    DESKS = "desks"


class Section(StrEnum):
    """What stands on the right."""

    ITEM = "item"
    REOPEN = "reopen"
    END = "end"


GROUP_OF: Final[dict[LookKind, Group]] = {
    "handed_up": Group.HANDED_UP,
    "review": Group.REVIEW,
    "draft_overdue": Group.TERMS,
    "employer_silent": Group.TERMS,
    "removal_over": Group.TERMS,
    "clock": Group.DESKS,
    "numbers": Group.DESKS,
}
WITH_FINDING: Final[frozenset[LookKind]] = frozenset({"handed_up", "review", "numbers"})


@dataclass(frozen=True, slots=True)
class Listing:
    """The items of the filter; ``left_out`` more are not listed; ``away``: why the list could not be had anew."""

    items: tuple[LookItem, ...] = field(repr=False)
    counts: Mapping[Group, int]
    group: Group
    left_out: int
    now: datetime
    as_of: datetime | None
    away: Unanswered | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """The chosen item with what was typed about it."""

    item: LookItem = field(repr=False)
    finding: str = field(repr=False)
    now: datetime

    @property
    def needs_finding(self) -> bool:
        """Whether it goes by what the head writes; the others go by what happens elsewhere."""
        return self.item.kind in WITH_FINDING


@dataclass(frozen=True, slots=True)
class Choice:
    """One closed application that was found, and whose it is."""

    file: PersonFile = field(repr=False)
    closed: Reopenable


@dataclass(frozen=True, slots=True)
class Reopening:
    """The section that opens an application again; ``asked``: the next press does it."""

    text: str = field(repr=False, default="")
    choices: tuple[Choice, ...] = ()
    chosen: Choice | None = None
    reason: str = field(repr=False, default="")
    asked: bool = False


@dataclass(frozen=True, slots=True)
class EndingForm:
    """The section that ends a registration; without ``is_on`` it only says who can switch it on."""

    is_on: bool
    text: str = field(repr=False, default="")
    file: PersonFile | None = field(repr=False, default=None)
    grounds: tuple[EndingRule, ...] = ()
    ground: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    evidence: str = field(repr=False, default="")
    asked: bool = False


def id_of(item: LookItem) -> str:
    """What names the item for good."""
    return f"{item.kind} {item.about}"
