"""What is said once of the whole deployment: its epoch, and whether it is for practice."""

from __future__ import annotations

import secrets
from typing import Final

from sqlalchemy import Connection, ScalarSelect, select, text, update

from central_api.bell import EPOCH, tell
from central_api.database import Database, insert_missing
from central_api.tables import deployment

_EPOCH: Final = "epoch"
_PRACTICE: Final = "practice"
#: Whoever writes under an epoch holds one of these until the commit: numbers, and files with their events.
_WRITTEN_UNDER_IT: Final = "files, number_heads"


def epoch_here() -> ScalarSelect[str]:
    """The epoch as a part of another query, of the same moment as the rest of it."""
    return select(deployment.c.value).where(deployment.c.name == _EPOCH).scalar_subquery()


class Deployment:
    """Named facts of this deployment. They change by ``init`` and ``restored`` only, maybe in another process.

    What is remembered here is refreshed when the bell says so and every second; whoever signs something under an
    epoch asks ``epoch_in`` or ``epoch_here`` in the same transaction.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self._facts: dict[str, str] = {}
        self.refresh()

    @property
    def epoch(self) -> str:
        """Random, new at each restore of the server (design 6)."""
        return self._facts[_EPOCH]

    @property
    def is_practice(self) -> bool:
        """Whether everything here is invented; every paper says so."""
        return self._facts.get(_PRACTICE) == "yes"

    def refresh(self) -> None:
        """Read again what another process may have changed."""
        with self.database.reading() as connection:
            rows = connection.execute(select(deployment.c.name, deployment.c.value))
            self._facts = {row.name: row.value for row in rows}

    def epoch_in(self, connection: Connection) -> str:
        """The epoch as this transaction sees it now: nothing it has read before is of a later one."""
        epoch = connection.execute(select(epoch_here())).scalar_one()
        self.notice(epoch)
        return epoch

    def notice(self, epoch: str) -> None:
        """Somebody read the epoch on the way; an empty text says nothing."""
        if epoch and epoch != self._facts.get(_EPOCH):
            self._facts = self._facts | {_EPOCH: epoch}

    def open_epoch(self) -> None:
        """Begin a new epoch, after a backup was restored: who writes now ends first, who comes later sees it."""
        epoch = secrets.token_hex(16)

        def work(connection: Connection) -> None:
            if not self.database.is_sqlite:  # there nobody else writes meanwhile
                connection.execute(text(f"LOCK TABLE {_WRITTEN_UNDER_IT} IN EXCLUSIVE MODE"))
            connection.execute(update(deployment).where(deployment.c.name == _EPOCH).values(value=epoch))
            tell(connection, EPOCH, [epoch])

        self.database.write(work)
        self.notice(epoch)

    def begin_if_new(self, *, practice: bool) -> None:
        """The first start draws the epoch; later ones, and whoever is second, change nothing."""
        if _EPOCH in self._facts:
            return
        first = {_EPOCH: secrets.token_hex(16), _PRACTICE: "yes" if practice else "no"}
        with self.database.writing() as connection:
            insert_missing(
                connection, deployment, *({"name": name, "value": value} for name, value in first.items())
            )
        self.refresh()
