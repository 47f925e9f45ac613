"""Looks that were made at a desk, noted among the readings: each once, however often it is told, and none refused."""

from __future__ import annotations

from typing import Final
from uuid import UUID, uuid5

from sqlalchemy import Connection

from central_api.accounts import Accounts
from central_api.clock import Clock
from central_api.database import Database, insert_missing
from central_api.tables import readings
from central_api.tokens import Caller
from dost_desktop.contract.looks import LookMessage, Looks, LooksTaken
from dost_desktop.domain.dates import instant

AT_DESK: Final = "desk."  # before what was looked at, where the desk says so
WITHOUT_POST: Final = "desk_without_post."  # its agent held no post at the centre at that moment
_LONGEST: Final = 100  # letters of a purpose among the readings; the whole of it stays at the desk
_NOBODY: Final = str(UUID(int=0))
_NAMES: Final = UUID("5d1b6e0a-52a5-5c3e-9a43-7f3f0d6f2c11")  # of looks, made from what they are


class LookBook:
    """Notes what desks tell of looks."""

    def __init__(self, database: Database, accounts: Accounts, clock: Clock) -> None:
        self.database, self.accounts, self.clock = database, accounts, clock

    def take(self, desk: Caller, told: Looks) -> LooksTaken:
        """Note them all, with the desk's moments; safe to repeat. A look without a post is noted as such."""

        def work(connection: Connection) -> tuple[int, ...]:
            odd = [each.no for each in told.looks if not self._had_post(connection, desk, each)]
            rows = [_row(desk, each, WITHOUT_POST if each.no in odd else AT_DESK) for each in told.looks]
            insert_missing(connection, readings, *rows)
            return tuple(odd)

        return LooksTaken(without_post=self.database.write(work))

    def _had_post(self, connection: Connection, desk: Caller, look: LookMessage) -> bool:
        return (
            self.accounts.at_centre(connection, look.agent, desk.centre).role_at(instant(look.at)) is not None
        )


def _row(desk: Caller, look: LookMessage, where: str) -> dict[str, object]:
    told = (desk.desk, look.no, look.at, look.agent, look.file_id, look.what, look.purpose)
    return {
        "reading": str(uuid5(_NAMES, repr(told))),
        "at": look.at,
        "agent": look.agent,
        "desk": desk.desk,
        "file_id": look.file_id or _NOBODY,
        "what": where + look.what,
        "purpose": look.purpose[:_LONGEST],
        "lookup_no": "",
    }
