"""The draft decision to register as unemployed goes to the named back office (SEED 11, 23.6)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class SendToBackOffice:
    """Send it. Runs on the database worker; the sync carries it."""

    desk: Desk

    def __call__(self, file_id: UUID, application: UUID, back_office: str) -> Changes:
        """From now on the back office's term runs; ``back_office`` is its code in section 11 of the passport.

        Raises ActNotAllowed: ``application.not_jobseeker``, ``register.answer_old``, and the file's state.
        """
        with self.desk.open_work() as work:
            self.desk.act(work, file_id, [acts.SendToBackOffice(application, back_office)])
            work.commit()
        return Changes(frozenset({file_id}), outbox=True)
