"""Whether a desk is the one that spoke last: it goes on, it was restored from a backup, or two PCs bear its name.

Each mark follows the one before. One that follows an older mark is a memory of earlier: it begins anew, and the mark
that was the last one until then is noted as left. Whoever still bears a left mark is a second PC; which of the two
stays only the administrator can know, so that neither is let in before (docs/adr/0020).
"""

from __future__ import annotations

import logging
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from central_api.clock import Clock
from central_api.database import Database, insert_missing
from central_api.deployment import Deployment
from central_api.desk_mark_tables import desk_marks, desk_marks_left
from central_api.leases import close_blocks
from central_api.problems import Problematic
from central_api.tables import desks
from central_api.tokens import DOUBLED, Caller, TokenBook
from dost_desktop.contract.messages import Standing, StandingHeard
from dost_desktop.domain.dates import instant_text

GOES_ON: Final = "goes_on"
BEGINS_ANEW: Final = "begins_anew"
_log = logging.getLogger(__name__)


class DeskMarks:
    """Hears where desks stand."""

    def __init__(
        self, database: Database, token_book: TokenBook, deployment: Deployment, clock: Clock
    ) -> None:
        self.database, self.token_book, self.deployment = database, token_book, deployment
        self.clock = clock

    def hear(self, caller: Caller, told: Standing) -> StandingHeard:
        """What the desk is to do; safe to repeat.

        Raises Problematic 401 when two PCs are this desk: from then on neither is let in.
        """
        answer = self.database.write(lambda connection: self._heard(connection, caller.desk, told))
        if answer is None:
            _log.error("two PCs are one desk", extra={"desk": caller.desk})
            raise Problematic(401, DOUBLED)
        if answer == BEGINS_ANEW:
            _log.warning("desk with an older memory", extra={"desk": caller.desk})
        return StandingHeard.model_validate({"answer": answer})

    def _heard(self, connection: Connection, desk: str, told: Standing) -> str | None:
        connection.execute(select(desks.c.desk).where(desks.c.desk == desk).with_for_update())
        chosen = select(desk_marks).where(desk_marks.c.desk == desk)
        row = connection.execute(chosen).mappings().one_or_none()
        epoch, now = self.deployment.epoch_in(connection), instant_text(self.clock())
        if row is not None and row["mark"] == told.mark:
            return str(row["answer"])  # the answer was lost on the way
        if row is not None and told.mark and row["before"] == told.mark:
            return BEGINS_ANEW  # was heard before the last one: it came late, or is a memory that says so again soon
        if _is_left(connection, desk, told):
            self.token_book.revoke(connection, desk=desk, why=DOUBLED)
            return None
        is_older = told.is_older or not _goes_on(row, epoch, told.last)
        if is_older:
            close_blocks(connection, desk, now)
            if row is not None and row["mark"] not in {"", told.last} and row["epoch"] == epoch:
                left = {"desk": desk, "mark": row["mark"], "left_at": now}
                insert_missing(connection, desk_marks_left, left)
        answer = BEGINS_ANEW if is_older else GOES_ON
        heard = {"mark": told.mark, "before": told.last, "epoch": epoch, "answer": answer, "told_at": now}
        _keep(connection, desk, heard)
        return answer


def begin_marks(connection: Connection, desk: str, epoch: str, now: str) -> None:
    """The desk was enrolled again: no mark of before counts, and a memory that bears one begins anew."""
    connection.execute(delete(desk_marks_left).where(desk_marks_left.c.desk == desk))
    _keep(connection, desk, {"mark": "", "before": "", "epoch": epoch, "answer": GOES_ON, "told_at": now})


def _goes_on(row: RowMapping | None, epoch: str, last: str) -> bool:
    """Whether ``last`` is what was heard last; a server that was restored knows no better than the desk."""
    return row is None or row["epoch"] != epoch or row["mark"] == last


def _is_left(connection: Connection, desk: str, told: Standing) -> bool:
    table = desk_marks_left.c
    chosen = select(table.mark).where(table.desk == desk, table.mark.in_([told.last, told.mark]))
    return connection.execute(chosen).first() is not None


def _keep(connection: Connection, desk: str, values: dict[str, Any]) -> None:
    if not connection.execute(update(desk_marks).where(desk_marks.c.desk == desk).values(values)).rowcount:
        connection.execute(insert(desk_marks).values(values | {"desk": desk}))
