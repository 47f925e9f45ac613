"""The back office confirms or returns drafts: several at once, online, each on the file as it stands (SEED 11)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import Final
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import ApplicationState
from dost_desktop.ports import BackOffice, Unanswered
from dost_desktop.services.act_online import ActOnline, Wanted
from dost_desktop.services.desk import Desk

PURPOSE: Final = "back_office.decision"  # why an officer's desk reads the file
_DECIDED: Final = {
    ApplicationState.DONE: "back_office.confirmed_already",
    ApplicationState.RETURNED: "back_office.returned_already",
}


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
            Wanted(each.file_id, (_act_of(each),), partial(_what_came_between, each)) for each in decisions
        ]
        done = ActOnline(self.desk, self.back_office)(wanted, PURPOSE)
        return tuple(
            Decided(each, None if self._is_own(each, is_done.refused) else is_done.refused)
            for each, is_done in zip(decisions, done, strict=True)
        )

    def _is_own(self, decision: Decision, refused: Refused | Unanswered | None) -> bool:
        """Whether the same officer decided the same before: its answer was lost, and now it is known to count."""
        if not isinstance(refused, Refused) or decision.sent_at is None:
            return False
        again = "back_office.confirmed_already" if decision.confirms else "back_office.returned_already"
        return refused.reason == again and refused.facts.get("agent") == self.desk.agent.agent


def _act_of(decision: Decision) -> acts.Act:
    if decision.confirms:
        return acts.ConfirmDecision(decision.application)
    return acts.ReturnDecision(decision.application, decision.returned_for.strip())


def _what_came_between(decision: Decision, file: PersonFile) -> Refused | None:
    """Said by name, since several rows are decided at once: who else decided, or that nothing is left to decide."""
    found = file.application(decision.application)
    if found is None:
        return None
    if found.state is ApplicationState.WITHDRAWN:
        return Refused("back_office.withdrawn", "SEED 11")
    if found.state in _DECIDED and found.decided_by:
        by = MappingProxyType({"agent": found.decided_by})
        return Refused(_DECIDED[found.state], "SEED 11", by)
    waits = found.state is ApplicationState.AT_BACK_OFFICE
    if waits and decision.sent_at is not None and found.sent_at != decision.sent_at:
        return Refused("back_office.sent_again", "design 4")
    return None
