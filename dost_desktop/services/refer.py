"""The person goes to the employer with a referral; the employer answers or is silent (SEED 23.6; facts 2.5, 2.8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Series
from dost_desktop.domain.vocabulary import EmployerAnswer
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk
from dost_desktop.services.numbers import take_number


@dataclass(frozen=True, slots=True)
class Referred:
    """The recorded referral; its paper can be printed now."""

    number: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class IssueReferral:
    """Give the referral under the desk's next number. Runs on the database worker."""

    desk: Desk

    def __call__(self, file_id: UUID, application: UUID, offer: UUID, presented_on: date) -> Referred:
        """Number and referral in one transaction; the employer's term begins on ``presented_on``.

        Raises ActNotAllowed; then no number was taken.
        """
        desk, now = self.desk, self.desk.clock.now()
        with desk.open_work() as work:
            number = take_number(work, Series.REFERRAL, centre=desk.centre.code, desk=desk.name, now=now)
            desk.act(work, file_id, [acts.IssueReferral(application, offer, number.text, presented_on)])
            work.commit()
        return Referred(number.text, Changes(frozenset({file_id}), outbox=True))


@dataclass(frozen=True, slots=True)
class RecordEmployerAnswer:
    """What the employer decided. Runs on the database worker."""

    desk: Desk

    def __call__(self, file_id: UUID, application: UUID, answer: EmployerAnswer, note: str = "") -> Changes:
        """Hired, not hired, or silent after the term. Raises ActNotAllowed (``referral.term_runs``)."""
        with self.desk.open_work() as work:
            self.desk.act(work, file_id, [acts.RecordEmployerAnswer(application, answer, note.strip())])
            work.commit()
        return Changes(frozenset({file_id}), outbox=True)
