"""Half-done cases of a centre: what was begun at one desk goes on at another, and exactly one desk has it.

Drafts are personal data: they are kept for a while only, stand in no log, and whoever takes them is noted as a reader.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, Row, delete, insert, select, update

from central_api.clock import Clock
from central_api.database import Database, insert_missing
from central_api.forgotten import forgotten
from central_api.lookups import note_reading
from central_api.problems import Problematic
from central_api.queue import TicketQueue
from central_api.tables import half_done_cases as table
from central_api.tokens import Caller
from dost_desktop.contract.half_done import HalfDoneCase, HalfDoneCases
from dost_desktop.domain.dates import instant, instant_text, legal_date

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
            if row.desk != caller.desk and not _was_taken_in_lost_time(connection, row, told):
                raise Problematic(409, "case.taken", desk=row.desk)
            if row.state == _FINISHED:
                raise Problematic(410, "case.finished")
            connection.execute(update(table).where(table.c.case_id == case.id).values(values))
        return told

    def bring(self, caller: Caller, told: HalfDoneCase) -> bool:
        """A case of the caller's desk as an exported file tells it; whether it was news.

        In any order and any number of times the latest one stays: a case that another desk has, that is finished, or
        that was saved here later, is left alone. One that was open waits, so that another desk can go on with it.
        """
        if instant(told.paused_at) < self.clock() - KEPT_FOR:
            return False  # whether it was finished since is not known any more

        def work(connection: Connection) -> bool:
            row = self._brought(connection, caller, told.id)
            if row is None:
                self._insert(connection, caller, told.id, _told(caller, told, "paused"))
                return True
            is_later = _saved(told) > _saved(_case(row)) if row.state != _FINISHED else False
            if is_later and row.desk == caller.desk:
                self._change(connection, told.id, _told(caller, told, row.state))
                return True
            return False

        return self.database.write(work)

    def bring_end(self, caller: Caller, case_id: str) -> bool:
        """The caller's desk finished the case, as an exported file tells it; whether it was news."""
        over = {"state": _FINISHED, "content": ""}

        def work(connection: Connection) -> bool:
            row = self._brought(connection, caller, case_id)
            if row is None:  # kept, so that an older file does not bring it back
                self._insert(connection, caller, case_id, over)
                return True
            if row.desk != caller.desk or row.state == _FINISHED:
                return False
            self._change(connection, case_id, over)
            return True

        return self.database.write(work)

    def _brought(self, connection: Connection, caller: Caller, case_id: str) -> Row[Any] | None:
        mine = select(table).where(table.c.case_id == case_id, table.c.centre == caller.centre)
        return connection.execute(mine.with_for_update()).one_or_none()

    def _insert(
        self, connection: Connection, caller: Caller, case_id: str, values: Mapping[str, object]
    ) -> None:
        whose = {"case_id": case_id, "centre": caller.centre, "desk": caller.desk}
        connection.execute(insert(table).values({**whose, **values, **self._now()}))

    def _change(self, connection: Connection, case_id: str, values: Mapping[str, object]) -> None:
        connection.execute(update(table).where(table.c.case_id == case_id).values({**values, **self._now()}))

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


def _told(caller: Caller, case: HalfDoneCase, state: str) -> dict[str, object]:
    whole = case.model_copy(update={"desk": caller.desk, "state": state})
    return {"state": state, "content": whole.model_dump_json()}


def _was_taken_in_lost_time(connection: Connection, row: Row[Any], told: HalfDoneCase) -> bool:
    """Whether the desk took the case from the one noted here after the backup that this database comes from."""
    at = _saved(told)[0]
    return any(each.may_be_of(at) and row.changed_at <= each.since for each in forgotten(connection))


def _saved(case: HalfDoneCase) -> tuple[str, ...]:
    """When it was paused and its drafts saved, then what it says: of two the greater one is the later."""
    last = max((each.saved_at for each in case.drafts), default="")
    return max(case.paused_at, last), case.model_copy(
        update={"desk": "", "state": "paused"}
    ).model_dump_json()


def _case(row: Row[Any]) -> HalfDoneCase:
    return HalfDoneCase.model_validate_json(row.content)
