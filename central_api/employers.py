"""What employers say of referrals, as their adapter brings it: recorded once, by the referral's number (facts 2.8)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import Connection, select

from central_api.database import insert_missing
from central_api.problems import Problematic
from central_api.tables import referrals
from dost_desktop.domain import acts
from dost_desktop.domain.events import ChainedEvent
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.vocabulary import ApplicationState, EmployerAnswer

if TYPE_CHECKING:
    from central_api.central_hand import CentralHand
    from central_api.database import Database


def note_referrals(connection: Connection, run: Sequence[ChainedEvent]) -> None:
    """Make the referrals of ``run`` known by their numbers."""
    for each in run:
        if each.event.content.kind == acts.IssueReferral.kind:
            act = each.event.act()
            if isinstance(act, acts.IssueReferral):
                row = {"number": act.number, "application": str(act.application)}
                insert_missing(connection, referrals, row | {"file_id": str(each.event.content.file_id)})


class EmployerAnswers:
    """Records what an employer decided."""

    def __init__(self, database: Database, hand: CentralHand) -> None:
        self.database, self.hand = database, hand

    def hear(self, referral: str, answer: EmployerAnswer) -> None:
        """Record it; the same answer again changes nothing.

        Raises Problematic 404 for a number that nobody issued, 409 when two applications bear it, when another
        answer stands (also the silence of the term), or when the application went on without one.
        """
        with self.database.reading() as connection:
            rows = connection.execute(select(referrals).where(referrals.c.number == referral)).all()
        if not rows:
            raise Problematic(404, "referral.unknown")
        if len(rows) > 1:
            raise Problematic(409, "referral.ambiguous")
        file_id, application = UUID(rows[0].file_id), UUID(rows[0].application)

        def waits(file: PersonFile) -> bool:
            found = file.application(application)
            return (
                found is not None
                and found.state is ApplicationState.WAITING_EMPLOYER
                and found.referral is not None
                and found.referral.number == referral
            )

        act = acts.RecordEmployerAnswer(application, answer)
        if self.hand.record(file_id, (act,), still=waits) is None:
            return
        stands = _answered(self.hand.whole(file_id).events, application, referral)
        if stands is not answer:
            raise Problematic(409, "referral.answered" if stands else "referral.closed")


def _answered(events: Sequence[ChainedEvent], application: UUID, referral: str) -> EmployerAnswer | None:
    """The answer that followed the referral, if one did."""
    is_issued = False
    for each in events:
        if each.event.content.kind not in {acts.IssueReferral.kind, acts.RecordEmployerAnswer.kind}:
            continue
        act = each.event.act() if each.event.data is not None else None
        if isinstance(act, acts.IssueReferral) and act.application == application:
            is_issued = act.number == referral
        elif isinstance(act, acts.RecordEmployerAnswer) and act.application == application and is_issued:
            return act.answer
    return None
