"""The drafts that wait for a back office: found by deadline, without reading any person's file (SEED 11, 16-17)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, delete, func, select

from central_api.clock import Clock
from central_api.database import Database, insert_missing
from central_api.laws import Laws
from central_api.tables import back_office_drafts
from central_api.tokens import Caller
from dost_desktop.contract.back_office import BackOfficeDraft, BackOfficeDrafts
from dost_desktop.domain import acts
from dost_desktop.domain.dates import instant, instant_text, legal_date
from dost_desktop.domain.events import ChainedEvent
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.vocabulary import ApplicationState

_AT_MOST: Final = 500
_MOVES_THEM: Final = frozenset(
    each.kind
    for each in (
        acts.SendToBackOffice,
        acts.ConfirmDecision,
        acts.ReturnDecision,
        acts.Withdraw,
        acts.RecordInWrongFile,
    )
)


def note_drafts(connection: Connection, state: PersonFile, run: Sequence[ChainedEvent]) -> None:
    """Keep the list as the file stands after ``run``."""
    if not any(each.event.content.kind in _MOVES_THEM for each in run):
        return
    waiting = {each.id: each for each in state.applications if each.state is ApplicationState.AT_BACK_OFFICE}
    ids = {str(each) for each in waiting}
    mine = back_office_drafts.c.file_id == str(state.id)
    connection.execute(delete(back_office_drafts).where(mine, back_office_drafts.c.application.not_in(ids)))
    for each in run:
        if each.event.content.kind != acts.SendToBackOffice.kind:
            continue
        act, content = each.event.act(), each.event.content
        found = waiting.get(act.application) if isinstance(act, acts.SendToBackOffice) else None
        if found is None or not isinstance(act, acts.SendToBackOffice):
            continue
        row = {
            "application": str(found.id),
            "file_id": str(state.id),
            "number": found.number,
            "centre": found.centre,
            "back_office": act.back_office,
            "sent_by": content.agent,
            "sent_at": instant_text(content.at),
        }
        insert_missing(connection, back_office_drafts, row)


class BackOffice:
    """What waits there."""

    def __init__(self, database: Database, laws: Laws, clock: Clock) -> None:
        self.database, self.laws, self.clock = database, laws, clock

    def drafts(self, caller: Caller, back_office: str = "") -> BackOfficeDrafts:
        """The earliest deadline first; of one back office when it is named."""
        today = legal_date(self.clock())
        law, table = self.laws.current(today), back_office_drafts.c
        wanted = [table.back_office == back_office] if back_office else []
        chosen = select(back_office_drafts).where(*wanted).order_by(table.sent_at, table.application)
        with self.database.reading() as connection:
            rows = connection.execute(chosen.limit(_AT_MOST)).all()
            total = connection.execute(
                select(func.count()).select_from(back_office_drafts).where(*wanted)
            ).scalar_one()
        drafts = []
        for row in rows:
            due_on = law.calendar.add(legal_date(instant(row.sent_at)), law.back_office_days)
            drafts.append(
                BackOfficeDraft(
                    **row._mapping,
                    due_on=due_on.isoformat(),
                    days_left=law.calendar.between(today, due_on),
                    is_own=row.sent_by == caller.agent,
                )
            )
        return BackOfficeDrafts(drafts=tuple(drafts), total=total)
