"""Half-done cases of a centre: what was begun at one desk goes on at another, and exactly one desk has it.

Drafts are personal data: they are kept for a while only, stand in no log, and whoever takes them is noted as a reader.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Row, delete, select, update

from central_api.clock import Clock
from central_api.database import Database, insert_missing
from central_api.lookups import note_reading
from central_api.problems import Problematic
from central_api.queue import TicketQueue
from central_api.tables import half_done_cases as table
from central_api.tokens import Caller
from dost_desktop.contract.half_done import HalfDoneCase, HalfDoneCases
from dost_desktop.domain.dates import instant_text, legal_date

KEPT_FOR: Final = timedelta(days=30)  # after the legal day of the last change
NOBODY_YET: Final = UUID(int=0)  # a case whose person has no file yet
_FINISHED: Final = "finished"


class HalfDone:
    """Keeps each case once; the desk that has it says how it stands."""

    def __init__(self, database: Database, queue: TicketQueue, clock: Clock) -> None:
        self.database, self.queue, self.clock = database, queue, clock

    def put(self, caller: Caller, case: HalfDoneCase) -> HalfDoneCase:
        """How a case of the caller's desk stands now; safe to repeat.

        Raises Problematic 409 when another desk has it, 410 when it is finished.
        """
        told = case.model_copy(update={"desk": caller.desk})
        values = {
            "centre": caller.centre,
            "desk": caller.desk,
            "state": told.state,
            "content": told.model_dump_json(),
            **self._now(),
        }
        with self.database.writing() as connection:
            insert_missing(connection, table, {"case_id": case.id, **values})
            row = self._row(connection, caller, case.id)
            if row.desk != caller.desk:
                raise Problematic(409, "case.taken", desk=row.desk)
            if row.state == _FINISHED:
                raise Problematic(410, "case.finished")
            connection.execute(update(table).where(table.c.case_id == case.id).values(values))
        return told

    def of_centre(self, caller: Caller) -> HalfDoneCases:
        """Every half-done case of the centre, the one paused last first; drafts stay here until one is taken."""
        chosen = select(table).where(table.c.centre == caller.centre, table.c.state != _FINISHED)
        with self.database.reading() as connection:
            rows = connection.execute(chosen.order_by(table.c.changed_at.desc(), table.c.case_id)).all()
        return HalfDoneCases(cases=tuple(_case(row).model_copy(update={"drafts": ()}) for row in rows))

    def take(self, caller: Caller, case_id: str) -> HalfDoneCase:
        """The case goes on at the caller's desk, and its ticket is that desk's; asked twice, it is given again.

        Raises Problematic 404, 409 when another desk has it open, 410 when it is finished.
        """
        with self.database.writing() as connection:
            row = self._row(connection, caller, case_id)
            if row.state == _FINISHED:
                raise Problematic(410, "case.finished")
            if row.state == "open" and row.desk != caller.desk:
                raise Problematic(409, "case.taken", desk=row.desk)
            taken = _case(row).model_copy(
                update={"desk": caller.desk, "agent": caller.agent, "state": "open"}
            )
            values = {
                "desk": caller.desk,
                "state": "open",
                "content": taken.model_dump_json(),
                **self._now(),
            }
            self.queue.hand_over(connection, caller, taken.ticket, row.desk)
            about = UUID(taken.file_id) if taken.file_id else NOBODY_YET
            note_reading(
                connection,
                self.clock,
                caller.agent,
                caller.desk,
                about,
                "half_done_case",
                "continued",
                case_id,
            )
            connection.execute(update(table).where(table.c.case_id == case_id).values(values))
        return taken

    def finish(self, caller: Caller, case_id: str) -> None:
        """The case is over: its content goes at once; safe to repeat. Raises Problematic 404 or 409."""
        with self.database.writing() as connection:
            row = self._row(connection, caller, case_id)
            if row.desk != caller.desk:
                raise Problematic(409, "case.taken", desk=row.desk)
            over = update(table).where(table.c.case_id == case_id)
            connection.execute(over.values(state=_FINISHED, content="", **self._now()))

    def forget_old(self, _stopped: Callable[[], bool]) -> int:
        """Delete what was kept long enough; how many cases that were. Background work."""
        is_old = table.c.day < (legal_date(self.clock()) - KEPT_FOR).isoformat()
        with self.database.reading() as connection:
            if connection.execute(select(table.c.case_id).where(is_old).limit(1)).one_or_none() is None:
                return 0
        with self.database.writing() as connection:
            return connection.execute(delete(table).where(is_old)).rowcount

    def _row(self, connection: Connection, caller: Caller, case_id: str) -> Row[Any]:
        """The case, if it is of the caller's centre: another centre never learns that there is one."""
        chosen = select(table).where(table.c.case_id == case_id, table.c.centre == caller.centre)
        row = connection.execute(chosen.with_for_update()).one_or_none()
        if row is None:
            raise Problematic(404, "case.unknown")
        return row

    def _now(self) -> dict[str, str]:
        now = self.clock()
        return {"day": legal_date(now).isoformat(), "changed_at": instant_text(now)}


def _case(row: Row[Any]) -> HalfDoneCase:
    return HalfDoneCase.model_validate_json(row.content)
