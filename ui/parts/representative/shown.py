"""The representative's block as one value, and what its view must be able to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from dost_desktop.catalogue.office import DocumentEntry
from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.vocabulary import Basis, FormShown
from dost_desktop.ports import Unanswered
from dost_desktop.services.check_representative import RepresentativeLookup
from ui.parts.representative.form import RepresentativeForm
from ui.parts.scans.scanning import ScansShown


@dataclass(frozen=True, slots=True)
class RepresentativeShown:
    """``problems`` and ``warnings`` are those that may be said now, by field."""

    form: RepresentativeForm
    bases: tuple[Basis, ...]
    basis: Basis
    forms: tuple[FormShown, ...]  # in which the office takes such a paper
    problems: Mapping[str, InvalidValue]
    warnings: Mapping[str, InvalidValue]
    lookup: RepresentativeLookup | None
    silent: bool  # the agent did not want to wait for MEİS
    asking: bool
    papers_open: bool
    name_is_typed: bool  # else it is the register's
    identity_kinds: tuple[DocumentEntry, ...]
    identity_kind: str
    check: Attestation | None
    differs: tuple[str, ...]  # fields in which the notaries' register says something else than the paper
    unchecked: Unanswered | None
    check_tried_at: datetime | None
    checking: bool
    check_off: str  # why the notaries cannot be asked yet: a field, or ""
    judging_allowed: bool  # a scope that does not name the service is judged by the agent (D13)
    folded: bool  # known already: only what is shown anew is asked
    note: InvalidValue | None  # what went wrong, or what a card's lines said
    scans: ScansShown
    now: datetime


class RepresentativeViewPort(Protocol):
    """What the block shows."""

    def show_now(self, shown: RepresentativeShown) -> None: ...

    def fill(self, form: RepresentativeForm) -> None:
        """Put texts into the fields, without a signal of typing."""

    def focus(self, name: str) -> None:
        """The caret to this field."""
