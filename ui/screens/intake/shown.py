"""The whole intake page as one value, and what a view must be able to do with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from dost_desktop.catalogue.office import DocumentEntry
from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.domain.vocabulary import ApplicationKind
from dost_desktop.rows import Draft
from dost_desktop.services.find_alike import Alike
from dost_desktop.services.identify_person import PersonLookup
from ui.parts.papers.permit import PermitSaid
from ui.parts.scans.scanning import ScansShown
from ui.screens.intake.card_reading import CardRead
from ui.screens.intake.form import Form
from ui.screens.intake.missing import Need
from ui.screens.intake.standing import Known


@dataclass(frozen=True, slots=True)
class Shown:
    """The whole page at one moment. ``problems`` stand at their fields; ``off``: why one cannot go on.

    ``kinds``: what can be applied for, each with why not; ``refusal_off`` is None also where nothing is to be
    refused (``refusable`` says so).
    """

    form: Form
    known: Known
    documents: tuple[DocumentEntry, ...]
    kinds: Mapping[ApplicationKind, InvalidValue | None]
    problems: Mapping[str, InvalidValue]
    needs: tuple[Need, ...]
    off: InvalidValue | None
    refusable: bool
    refusal_off: InvalidValue | None
    card: CardRead | None
    answer: PersonLookup | None
    asking: bool
    papers_open: bool
    papers_offered: bool
    permit: PermitSaid | None
    asks_permit: bool
    note: AgentError | None  # about the register, or what went wrong at the last try
    alike: tuple[Alike, ...]
    busy: bool
    now: datetime
    scans: tuple[ScansShown, ...]


class IntakeViewPort(Protocol):
    """What the presenter shows."""

    def show_now(self, shown: Shown) -> None: ...

    def fill(self, form: Form) -> None:
        """Put texts into the fields, without a signal of typing."""

    def focus(self, need: str) -> None:
        """The caret to the field of this line."""

    def lead(self, need: str) -> None:
        """The caret goes on to this field, unless somebody fills another one meanwhile."""

    def offer_draft(self, draft: Draft) -> None: ...

    def withdraw_draft(self) -> None: ...

    def show_saved(self, at: datetime) -> None: ...
