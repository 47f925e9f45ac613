"""Base, mine and theirs, side by side: what two hands made of one file, in facts; the words are the window's."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from dost_desktop.domain.acts import RecordContact
from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.evidence import Identity, Paper
from dost_desktop.domain.person_file import Application, Notice, Offer, Refusal, Registration
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
