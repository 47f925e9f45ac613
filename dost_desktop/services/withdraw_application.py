"""The person stops the own application; anybody may apply again at any time."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class WithdrawApplication:
    """Record the person's wish. Runs on the database worker."""

    desk: Desk

    def __call__(self, file_id: UUID, application: UUID, wish: str = "") -> Changes:
        """The application is withdrawn. Raises ActNotAllowed when it was already decided."""
        with self.desk.open_work() as work:
            self.desk.act(work, file_id, [acts.Withdraw(application, wish.strip())])
            work.commit()
        return Changes(frozenset({file_id}), outbox=True)
