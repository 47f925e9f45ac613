"""The registers behind the central API, asked through one small port; here their embedded simulator (design 3)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Protocol

from sqlalchemy import select

from central_api.database import Database
from central_api.tables import simulated_rows
from dost_desktop.domain.attestation import Register

Answer = Mapping[str, Any]


class RegisterUnreachable(Exception):
    """The register did not answer; ask again later."""


class Registers(Protocol):
    """Where answers about persons come from. Raises RegisterUnreachable."""

    def ask(self, register: Register, number: str) -> Answer: ...


class SimulatedRegisters:
    """Tables loaded from CSV; a file ``outage/<register>`` in the data folder switches one off."""

    def __init__(self, database: Database, outages: Path) -> None:
        self.database, self.outages = database, outages

    def ask(self, register: Register, number: str) -> Answer:
        """The register's answer about the person with this number."""
        if (self.outages / register.value).exists():
            raise RegisterUnreachable(register.value)
        chosen = select(simulated_rows.c.row).where(
            simulated_rows.c.register == register.value, simulated_rows.c.number == number
        )
        with self.database.reading() as connection:
            rows = [
                json.loads(text)
                for text in connection.execute(chosen.order_by(simulated_rows.c.place)).scalars()
            ]
        return _SHAPES[register](rows)


def _one(rows: Sequence[Answer]) -> Answer:
    return {"found": True, **rows[0]} if rows else {"found": False}


def _status(rows: Sequence[Answer]) -> Answer:
    return (
        rows[0] if rows else {"status": "not_registered", "since": "", "registration_number": "", "bars": []}
    )


def _employed(rows: Sequence[Answer]) -> Answer:
    return {"found": bool(rows), "entries": list(rows)}


_SHAPES: Final[dict[Register, Callable[[Sequence[Answer]], Answer]]] = {
    Register.PERSON: _one,
    Register.PERMITS: _one,
    Register.STATUS: _status,
    Register.EMPLOYED_PERSONS: _employed,
}
