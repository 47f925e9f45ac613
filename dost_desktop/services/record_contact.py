"""How a person can be reached is put right: SMS and e-cabinet messages of the subsystem go there (SEED 23.5)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.values import Email, Phone
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class RecordContact:
    """Record mobile number and e-mail of a person. Runs on the database worker."""

    desk: Desk

    def __call__(
        self, file_id: UUID, phone: Phone | None, email: Email | None, draft_key: str = ""
    ) -> Changes:
        """Both as they are from now on, None for none; the same ones again record nothing.

        The draft under ``draft_key`` is discarded in the same transaction. Raises ActNotAllowed.
        """
        contact = acts.RecordContact(phone.text if phone else "", email.text if email else "")
        with self.desk.open_work() as work:
            before = work.file(file_id)
            is_new = (contact.phone, contact.email) != (before.phone, before.email)
            if is_new:
                self.desk.act(work, file_id, [contact])
            if draft_key:
                work.drafts.discard(draft_key)
            work.commit()
        return Changes(frozenset({file_id}), outbox=True) if is_new else Changes()
