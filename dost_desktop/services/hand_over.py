"""After the decision: the notice is printed, and handed over against a receipt (SEED 8, letters 1.11)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from dost_desktop.contract.seals import HandLocked
from dost_desktop.domain import acts, evidence
from dost_desktop.domain.vocabulary import FormOfAnswer, Receiving, Recipient
from dost_desktop.ports import Work
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk

_ASIDE: Final = "prints_while_locked"


@dataclass(frozen=True, slots=True)
class RecordPrint:
    """Remember that a notice was printed or saved. Runs on the database worker.

    Paper may come out of the printer after the desk was locked: nothing is signed then, so the print is kept aside
    until its agent is back (``catch_up``).
    """

    desk: Desk

    def __call__(self, file_id: UUID, notice: UUID, printer: str) -> Changes:
        """The next copy's number is taken from the file; ``printer`` is "" for a file."""
        try:
            with self.desk.open_work() as work:
                self._record(work, file_id, notice, printer)
                work.commit()
        except HandLocked:
            self._keep_aside(file_id, notice, printer)
            return Changes()
        return Changes(frozenset({file_id}), notices=True, outbox=True)

    def catch_up(self) -> Changes:
        """The agent is back: record what was printed in between."""
        with self.desk.open_work() as work:
            aside = work.meta.get(_ASIDE, [])
            own = [each for each in aside if each["agent"] == self.desk.agent.agent]
            if not own:
                return Changes()
            for each in own:
                self._record(work, UUID(each["file"]), UUID(each["notice"]), each["printer"])
            work.meta.set(_ASIDE, [each for each in aside if each not in own])
            work.commit()
        return Changes(frozenset(UUID(each["file"]) for each in own), notices=True, outbox=True)

    def _record(self, work: Work, file_id: UUID, notice: UUID, printer: str) -> None:
        found = work.file(file_id).notice(notice)
        copies = found.copies if found else 0
        self.desk.act(work, file_id, [acts.PrintNotice(notice, copies + 1, printer)])

    def _keep_aside(self, file_id: UUID, notice: UUID, printer: str) -> None:
        kept = {
            "agent": self.desk.agent.agent,
            "file": str(file_id),
            "notice": str(notice),
            "printer": printer,
        }
        with self.desk.open_work() as work:
            work.meta.set(_ASIDE, [*work.meta.get(_ASIDE, []), kept])
            work.commit()


def draft_key(application: UUID) -> str:
    """Under which key the representative who takes the answer is kept while the paper is typed."""
    return f"hand_over:{application}"


@dataclass(frozen=True, slots=True)
class ServeNotice:
    """Record who took the notice and how; what was typed about it is no draft any more. Runs on the database worker."""

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
            served = self.desk.act(work, file_id, [act]).notice(notice)
            if served is not None:
                work.drafts.discard(draft_key(served.application))
            work.commit()
        return Changes(frozenset({file_id}), notices=True, outbox=True)
