"""The back office confirms or returns drafts: several at once, online, each on the file as it stands (SEED 11)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.ports import BackOffice, Unanswered
from dost_desktop.services.act_online import ActOnline, Wanted
from dost_desktop.services.desk import Desk

PURPOSE: Final = "back_office.decision"  # why an officer's desk reads the file


@dataclass(frozen=True, slots=True)
class Decision:
    """What the officer says of one draft; with ``returned_for`` it goes back to the agent.

    ``sent_at``: of the draft the officer looked at; one that came back mended meanwhile is looked at anew.
    """

    file_id: UUID
    application: UUID
    returned_for: str = field(repr=False, default="")
    confirms: bool = True
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of it: ``refused`` None when it counts, else why not."""

    decision: Decision
    refused: Refused | Unanswered | None


@dataclass(frozen=True, slots=True)
class DecideDrafts:
    """Confirm or return. Runs on the network worker; nothing is kept at the desk, the feed brings it to the centre."""

    desk: Desk
    back_office: BackOffice

    def __call__(self, decisions: Sequence[Decision]) -> tuple[Decided, ...]:
        """One outcome for each, in order; the answer of a lost connection is said for each it concerns."""
        wanted = [
            Wanted(each.file_id, (_act_of(each),), partial(_is_another_draft, each)) for each in decisions
        ]
        done = ActOnline(self.desk, self.back_office)(wanted, PURPOSE)
        return tuple(Decided(each, is_done.refused) for each, is_done in zip(decisions, done, strict=True))


def _act_of(decision: Decision) -> acts.Act:
    if decision.confirms:
        return acts.ConfirmDecision(decision.application)
    return acts.ReturnDecision(decision.application, decision.returned_for.strip())


def _is_another_draft(decision: Decision, file: PersonFile) -> Refused | None:
    found = file.application(decision.application)
    if found is None or decision.sent_at is None or found.sent_at == decision.sent_at:
        return None
    return Refused("back_office.sent_again", "design 4")
