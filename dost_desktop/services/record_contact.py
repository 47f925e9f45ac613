"""How a person can be reached is put right: SMS and e-cabinet messages of the subsystem go there (SEED 23.5)."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.values import Email, Phone
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk

ADDRESS_AT_MOST = 200


@dataclass(frozen=True, slots=True)
class Reach:
    """How to reach a person; None and "" for nothing known. Raises InvalidValue ``address.shape``."""

    phone: Phone | None = None
    email: Email | None = None
    address: str = field(repr=False, default="")  # where the person lives now, in one line

    def __post_init__(self) -> None:
        is_one_line = self.address == " ".join(self.address.split()) and self.address.isprintable()
        if not is_one_line or len(self.address) > ADDRESS_AT_MOST:
            raise InvalidValue("address.shape", n=ADDRESS_AT_MOST)


@dataclass(frozen=True, slots=True)
class RecordContact:
    """Record mobile number, e-mail and address of a person. Runs on the database worker."""

    desk: Desk

    def __call__(
        self, file_id: UUID, reach: Reach, *, corrects: bool = False, draft_key: str = ""
    ) -> Changes:
        """All three as they are from now on; the same ones again record nothing.

        ``corrects``: what stood there held a typing error; the history says so with both values. The draft under
        ``draft_key`` is discarded in the same transaction. Raises ActNotAllowed.
        """
        phone, email = (each.text if each else "" for each in (reach.phone, reach.email))
        contact = acts.RecordContact(phone, email, reach.address, corrects)
        with self.desk.open_work() as work:
            before = work.file(file_id)
            is_new = (phone, email, reach.address) != (before.phone, before.email, before.address)
            if is_new:
                self.desk.act(work, file_id, [contact])
            if draft_key:
                work.drafts.discard(draft_key)
            work.commit()
        return Changes(frozenset({file_id}), outbox=True) if is_new else Changes()
