"""What is said once of the whole deployment: its epoch, and whether it is for practice."""

from __future__ import annotations

import secrets

from sqlalchemy import delete, insert, select

from central_api.database import Database
from central_api.tables import deployment


class Deployment:
    """Named facts of this deployment, read once and cached: they change by ``init`` and ``restored`` only."""

    def __init__(self, database: Database) -> None:
        self.database = database
        with database.reading() as connection:
            rows = connection.execute(select(deployment.c.name, deployment.c.value))
            self._facts: dict[str, str] = {row.name: row.value for row in rows}

    @property
    def epoch(self) -> str:
        """Random, new at each restore of the server (design 6)."""
        return self._facts["epoch"]

    @property
    def is_practice(self) -> bool:
        """Whether everything here is invented; every paper says so."""
        return self._facts.get("practice") == "yes"

    def open_epoch(self) -> None:
        """Begin a new epoch, at ``init`` or after a backup was restored."""
        self._set("epoch", secrets.token_hex(16))

    def begin_if_new(self, *, practice: bool) -> None:
        """The first start: draw the epoch; later ones change nothing."""
        if "epoch" not in self._facts:
            self._set("practice", "yes" if practice else "no")
            self.open_epoch()

    def _set(self, name: str, value: str) -> None:
        with self.database.writing() as connection:
            connection.execute(delete(deployment).where(deployment.c.name == name))
            connection.execute(insert(deployment).values(name=name, value=value))
        self._facts[name] = value
