"""Who looked at whose file, and why: the reading audit as an administrator asks it, which is a reading itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import UUID

from sqlalchemy import insert, select

from central_api.administration import ADMINISTRATION, CannotBeDone, administrator
from central_api.clock import Clock
from central_api.database import Database
from central_api.looks import AT_DESK, WITHOUT_POST
from central_api.tables import readings
from dost_desktop.domain.dates import instant_text
from dost_desktop.domain.ids import new_id

_AT_ONCE = 1000  # rows in memory
_WHERE: Final = {AT_DESK: "at the desk", WITHOUT_POST: "at the desk, without a post"}


@dataclass(frozen=True, slots=True)
class Looked:
    """One look: ``what`` is ``file``, a list, an export, the register that was asked, or what the desk calls it.

    ``where``: ``at the desk`` for what desks told later, maybe of hours without a connection; else it was asked here.
    """

    at: str
    agent: str
    desk: str
    file: str
    what: str
    purpose: str
    lookup_no: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """About whom: a file, an agent, or since when; at least one of them."""

    file: UUID | None = None
    agent: str = ""
    since: str = ""  # a moment as it travels


class ReadingAudit:
    """Answers who looked, and notes who asked that."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database, self.clock = database, clock

    def readings(self, asked: Asked, purpose: str) -> Iterator[Looked]:
        """The looks, the oldest first, without this one. Raises CannotBeDone when nothing is named."""
        if asked == Asked():
            raise CannotBeDone("say whose readings: --file, --pin, --agent or --since")
        table = readings.c
        chosen = select(
            table.at, table.agent, table.desk, table.file_id, table.what, table.purpose, table.lookup_no
        )
        if asked.file is not None:
            chosen = chosen.where(table.file_id == str(asked.file))
        if asked.agent:
            chosen = chosen.where(table.agent == asked.agent)
        if asked.since:
            chosen = chosen.where(table.at >= asked.since)
        with self.database.snapshot() as connection:
            rows = connection.execute(
                chosen.order_by(table.at, table.reading).execution_options(yield_per=_AT_ONCE)
            )
            first = next(rows, None)
            self._note(asked, purpose)
            if first is not None:
                yield _looked(first)
                yield from map(_looked, rows)

    def _note(self, asked: Asked, purpose: str) -> None:
        """About the file that was asked for; where none was named, about nobody's."""
        now = self.clock()
        row = {
            "reading": str(new_id(now)),
            "at": instant_text(now),
            "agent": administrator(),
            "desk": ADMINISTRATION,
            "file_id": str(asked.file or UUID(int=0)),
            "what": "readings",
            "purpose": purpose,
            "lookup_no": "",
        }
        with self.database.writing() as connection:
            connection.execute(insert(readings).values(row))


def _looked(row: Iterable[Any]) -> Looked:
    told = Looked(*row)
    for mark, where in _WHERE.items():
        if told.what.startswith(mark):
            return replace(told, what=told.what.removeprefix(mark), where=where)
    return told
