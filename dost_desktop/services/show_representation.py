"""On an open application: another paper of a representative was shown, another one came, or the person (SEED 6)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from dost_desktop.domain import acts, evidence
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class ShowRepresentation:
    """Record who speaks from now on, and by which paper. Runs on the database worker."""

    desk: Desk

    def __call__(
        self, file_id: UUID, application: UUID, representative: evidence.Representative | None
    ) -> Changes:
        """The paper as it was shown, also when it does not hold; None: from now on the person speaks.

        Raises ActNotAllowed, e.g. for a register's answer that is too old (``lookup.too_old``).
        """
        with self.desk.open_work() as work:
            self.desk.act(work, file_id, [acts.ShowRepresentation(application, representative)])
            work.commit()
        return Changes(frozenset({file_id}), outbox=True)
