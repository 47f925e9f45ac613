"""A feed as one would first write it: positions from a sequence, taken at the insert. Kept to show that it skips.

Two writers take 7 and 8; the one with 8 commits first; a reader sees 8, remembers it, and never asks for 7 again.
Run as a program it is ``central-api`` with such a feed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection, insert, text

from central_api import ledger
from central_api.database import Database
from central_api.ledger import HeldFile, Work
from central_api.tables import feed
from dost_desktop.domain.events import ChainedEvent


class NaiveWork(Work):
    """Publishes with each run, at the next number of the centre's sequence; locks nothing that others need."""

    def append(self, file_id: UUID, run: Sequence[ChainedEvent], centre: str) -> HeldFile:
        """Add the run, and tell the centres at once."""
        file = super().append(file_id, run, centre)
        for each, since in sorted(file.new_centres.items()):
            row = {"centre": each, "file_id": str(file_id), "from_seq": since, "to_seq": file.head.seq}
            self.connection.execute(insert(feed).values(row | {"position": _next(self.connection, each)}))
            file.new_centres[each] = file.head.seq + 1
        return file


def told_already(_connection: Connection, _centre: str, _entries: Sequence[tuple[UUID, int, int]]) -> None:
    """What our feed does at the transaction's end, under a lock on the centre; here every run has told the centre."""


#: What takes the place of what in ``central_api.ledger``.
NAIVE: Final[dict[str, Any]] = {"Work": NaiveWork, "add_to_feed": told_already}


def make_sequences(database: Database, centres: Sequence[str]) -> None:
    """One for each centre."""
    with database.writing() as connection:
        for centre in centres:
            connection.execute(text(f"CREATE SEQUENCE naive_{centre.lower()}"))


def be_naive() -> None:
    """From now on this process publishes like that."""
    for name, naive in NAIVE.items():
        setattr(ledger, name, naive)


def _next(connection: Connection, centre: str) -> int:
    position: int = connection.execute(text(f"SELECT nextval('naive_{centre.lower()}')")).scalar_one()
    return position


if __name__ == "__main__":
    from central_api.cli import main

    be_naive()
    main()
