"""After the decision: the notice is printed, and handed over against a receipt (SEED 8, letters 1.11)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from dost_desktop.domain import acts, evidence
from dost_desktop.domain.vocabulary import FormOfAnswer, Receiving, Recipient
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class RecordPrint:
    """Remember that a notice was printed or saved. Runs on the database worker."""

    desk: Desk

    def __call__(self, file_id: UUID, notice: UUID, printer: str) -> Changes:
        """The next copy's number is taken from the file; ``printer`` is "" for a file."""
        with self.desk.open_work() as work:
            found = work.file(file_id).notice(notice)
            copies = found.copies if found else 0
            self.desk.act(work, file_id, [acts.PrintNotice(notice, copies + 1, printer)])
            work.commit()
        return Changes(frozenset({file_id}), notices=True, outbox=True)


@dataclass(frozen=True, slots=True)
class ServeNotice:
    """Record who took the notice and how. Runs on the database worker."""

    desk: Desk

    def __call__(
        self,
        file_id: UUID,
        notice: UUID,
        receiving: Receiving,
        representative: evidence.Representative | None = None,
    ) -> Changes:
        """The receipt is recorded. Raises ActNotAllowed (``notice.already_served``)."""
        with self.desk.open_work() as work:
            act = acts.ServeNotice(
                notice=notice,
                form=FormOfAnswer.REPRESENTATIVE if representative else FormOfAnswer.IN_PERSON,
                recipient=Recipient.REPRESENTATIVE if representative else Recipient.PERSON,
                receiving=receiving,
                served_at=self.desk.clock.now(),
                representative=representative,
            )
            self.desk.act(work, file_id, [act])
            work.commit()
        return Changes(frozenset({file_id}), notices=True, outbox=True)
