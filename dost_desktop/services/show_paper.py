"""Another paper was brought for an open application: it takes the place of what was shown first (SEED 21-23.3)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.evidence import Paper
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class ShowPaper:
    """Record a paper that was shown. Runs on the database worker."""

    desk: Desk

    def __call__(self, file_id: UUID, application: UUID, paper: Paper) -> Changes:
        """The paper is in the file; whether the case goes on with it, the next look says.

        Raises ActNotAllowed when the application was decided, or the register's answer in ``paper`` is no evidence.
        """
        with self.desk.open_work() as work:
            self.desk.act(work, file_id, [acts.ShowPaper(application, paper)])
            work.commit()
        return Changes(frozenset({file_id}), outbox=True)
