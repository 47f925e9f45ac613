"""What was answered under an ``Idempotency-Key``: the repetition gets the same answer, and nothing is done twice.

The answer is kept in the transaction that did the work. While two bear one key at once, the second waits for the first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from pydantic import BaseModel
from sqlalchemy import ColumnElement, Connection, delete, select, update

from central_api.clock import Clock
from central_api.database import Database, insert_missing
from central_api.kept_tables import answered_requests as table
from central_api.problems import Problematic
from central_api.tokens import Caller
from central_api.upkeep import ANSWERS_KEPT
from dost_desktop.domain.dates import instant_text

M = TypeVar("M", bound=BaseModel)


class AnsweredRequests:
    """Answers by caller and key. Only what was done is kept: a refusal changed nothing and is judged anew."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database, self.clock = database, clock

    def once(self, caller: Caller, key: str, asked: str, kind: type[M], do: Callable[[], M]) -> M:
        """What ``do`` gives, or gave when this request came with this key before.

        ``asked`` is the hash of the whole request. Raises Problematic 422 for a key of another request, and whatever
        ``do`` raises.
        """
        who = f"{caller.agent}@{caller.desk}" if caller.agent else caller.desk
        mine = (table.c.caller == who, table.c.key == key)

        def work(connection: Connection) -> M:
            connection.execute(delete(table).where(*mine, self._is_old()))
            now = instant_text(self.clock())
            begun = {"caller": who, "key": key, "asked": asked, "status": 0, "answer": "", "at": now}
            insert_missing(connection, table, begun)  # waits for whoever holds this key now
            row = connection.execute(select(table).where(*mine)).one()
            if row.asked != asked:
                raise Problematic(422, "request.key_reused")
            if row.answer:
                return kind.model_validate_json(row.answer)
            answer = do()
            kept = {"status": 200, "answer": answer.model_dump_json()}
            connection.execute(update(table).where(*mine).values(kept))
            return answer

        return self.database.together(work)

    def _is_old(self) -> ColumnElement[bool]:
        return table.c.at < instant_text(self.clock() - ANSWERS_KEPT)
