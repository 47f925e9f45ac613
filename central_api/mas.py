"""MAS as the central API hands things to it: forms, “no suitable work”, decisions. The port; see simulated_mas.py."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import ApplicationKind


@dataclass(frozen=True, slots=True)
class Form:
    """A form that the person confirmed (SEED 23.4, 23.7); ``submission`` names this confirming of it."""

    submission: UUID
    kind: ApplicationKind
    number_kind: NumberKind
    number: str = field(repr=False)
    centre: str
    ground: str = field(repr=False, default="")  # of temporary removal or cancellation
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class FormAnswer:
    """What MAS made of a form; ``reason`` in its own words where it did not accept it."""

    accepted: bool
    at: datetime
    registration_number: str = ""
    reason: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True)
class Placed:
    """“No suitable work” as MAS noted it (SEED 23.6)."""

    reference: str
    at: datetime


class Mas(Protocol):
    """The subsystem "Məşğulluq". Asked again with the same id, it answers the same. Raises RegisterUnreachable."""

    def submit(self, form: Form) -> FormAnswer: ...

    def place_no_work(self, application: UUID) -> Placed: ...

    def note_unemployed(self, number_kind: NumberKind, number: str) -> None: ...
