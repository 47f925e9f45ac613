"""The disagreements of this desk: what waits for an agent, both sides of it, and what may be chosen (design 6).

``Disagreements(desk)()`` lists them, ``.settled_since(day)`` counts what settled itself, ``.compare(id)`` shows both
sides, ``.settle(id, kind, wording)`` does what was chosen; all on the database worker.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from dost_desktop.domain.refusing import Refused
from dost_desktop.services.compare_sides import ComparedRow
from dost_desktop.services.hand_up import HandedUp
from dost_desktop.services.settle import Choice


@dataclass(frozen=True, slots=True)
class DisagreementRow:
    """One that waits; ``id`` is the run's, or the notice's that is on paper and does not follow (``is_paper``)."""

    id: UUID
    file_id: UUID
    full_name: str = field(repr=False)
    mine: tuple[str, ...]  # kinds of events
    theirs: tuple[str, ...]
    at: datetime  # when mine was made
    is_paper: bool = False
    handed_up: HandedUp | None = None  # to the head; with ``closed_at`` the head has decided


@dataclass(frozen=True, slots=True)
class Compared:
    """Both sides of one; ``reason`` is the rule that speaks against mine, ``is_rejected``: the server found it."""

    id: UUID
    file_id: UUID
    full_name: str = field(repr=False)
    mine: tuple[str, ...]
    theirs: tuple[str, ...]  # () when nobody else recorded anything: a rule alone speaks against mine
    base_at: datetime | None  # None: the file was empty
    mine_by: str  # desk
    mine_at: datetime
    theirs_by: str  # desk, "" for nobody
    theirs_at: datetime | None
    reason: Refused
    is_rejected: bool
    is_paper: bool
    notices: tuple[str, ...]  # numbers of mine that are on paper
    handed_up: HandedUp | None
    rows: tuple[ComparedRow, ...]
    choices: tuple[Choice, ...]
