"""What waits for a back office, by deadline; who saw whose name there is noted (SEED 11, 16-17; design 10)."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import Connection, RowMapping, func, select, update

from central_api.clock import Clock
from central_api.database import Database
from central_api.draft_list import facts_of
from central_api.laws import Laws
from central_api.ledger import read_files
from central_api.lookups import note_listed
from central_api.tables import agents, back_office_drafts, centres
from central_api.tokens import Caller
from dost_desktop.contract.back_office import BackOfficeDraft, BackOfficeDrafts
from dost_desktop.domain.dates import instant, legal_date
from dost_desktop.domain.law import LawInForce

_AT_MOST: Final = 500
_LISTED: Final = "back_office.list"
_STORED: Final = frozenset(
    {
        "application", "file_id", "number", "centre", "back_office", "sent_by", "sent_at", "full_name",
        "basis", "vacancies_seen", "register_at", "returned",
    }
)  # fmt: skip


class BackOffice:
    """The list for its officers."""

    def __init__(self, database: Database, laws: Laws, clock: Clock) -> None:
        self.database, self.laws, self.clock = database, laws, clock

    def drafts(self, caller: Caller, back_office: str = "") -> BackOfficeDrafts:
        """The earliest deadline first; of one back office when it is named, or when the officer serves one."""
        law, columns = self.laws.current(legal_date(self.clock())), back_office_drafts.c
        named = {back_office, caller.back_office} - {
            ""
        }  # another one than the officer's own has nothing for them
        wanted = [columns.back_office == each for each in sorted(named)]
        with self.database.writing() as connection:
            _look_at_files(connection)
            rows = (
                connection.execute(
                    select(
                        back_office_drafts,
                        agents.c.name.label("sent_by_name"),
                        centres.c.name.label("centre_name"),
                    )
                    .outerjoin(agents, agents.c.agent == columns.sent_by)
                    .outerjoin(centres, centres.c.code == columns.centre)
                    .where(*wanted)
                    .order_by(columns.sent_at, columns.application)
                    .limit(_AT_MOST)
                )
                .mappings()
                .all()
            )
            total = connection.execute(
                select(func.count()).select_from(back_office_drafts).where(*wanted)
            ).scalar_one()
            purposes = {row["file_id"]: row["number"] for row in rows}
            note_listed(connection, self.clock, caller, _LISTED, purposes)
        return BackOfficeDrafts(drafts=tuple(self._draft(each, caller, law) for each in rows), total=total)

    def _draft(self, row: RowMapping, caller: Caller, law: LawInForce) -> BackOfficeDraft:
        calendar, days = law.calendar, law.back_office_days
        due_on = calendar.add(legal_date(instant(row["sent_at"])), days)
        return BackOfficeDraft(
            **{name: row[name] for name in _STORED},
            sent_by_name=row["sent_by_name"] or "",
            centre_name=row["centre_name"] or "",
            due_on=due_on.isoformat(),
            service_due_on=calendar.add(legal_date(instant(row["opened_at"])), days).isoformat(),
            days_left=calendar.between(legal_date(self.clock()), due_on),
            term=days,
            is_own=row["sent_by"] == caller.agent,
        )


def _look_at_files(connection: Connection) -> None:
    """Drafts that lay here before the list held names: their files are read, once."""
    unread = back_office_drafts.c.opened_at == ""
    chosen = select(back_office_drafts.c.application, back_office_drafts.c.file_id).where(unread)
    rows = connection.execute(chosen.limit(_AT_MOST)).all()
    files = read_files(connection, sorted({row.file_id for row in rows})) if rows else {}
    for row in rows:
        file = files[UUID(row.file_id)]
        found = file.state.application(UUID(row.application))
        if found is not None:
            this = back_office_drafts.c.application == row.application
            facts = facts_of(file.state, found, file.events)
            connection.execute(update(back_office_drafts).where(this).values(facts))
