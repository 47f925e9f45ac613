"""Something is explained to the applicant, who may then take the application back: an answer without a letter (D17)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class GiveExplanation:
    """Record what was explained. Runs on the database worker."""

    desk: Desk

    def __call__(
        self, file_id: UUID, application: UUID, subject: str, wording: str, *, agreed: bool = False
    ) -> Changes:
        """Explained in the agent's words; ``agreed``: the applicant takes the application back, both or neither.

        Raises ActNotAllowed (``explanation.too_short``).
        """
        explained: list[acts.Act] = [acts.GiveExplanation(application, subject, wording.strip())]
        if agreed:
            explained.append(acts.Withdraw(application))
        with self.desk.open_work() as work:
            self.desk.act(work, file_id, explained)
            work.commit()
        return Changes(frozenset({file_id}), outbox=True)
