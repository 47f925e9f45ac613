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
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.values import latin_capitals

Answer = Mapping[str, Any]


class RegisterUnreachable(Exception):
    """The register did not answer; ask again later."""


class Registers(Protocol):
    """Where answers about persons come from; notaries are asked about ``paper``. Raises RegisterUnreachable."""

    def ask(self, register: Register, kind: NumberKind, /, number: str, paper: str = "") -> Answer: ...


class SimulatedRegisters:
    """Tables loaded from CSV; a file ``outage/<register>`` in the data folder switches one off."""

    def __init__(self, database: Database, outages: Path) -> None:
        self.database, self.outages = database, outages

    def ask(self, register: Register, _kind: NumberKind, number: str, paper: str = "") -> Answer:
        """The register's answer about the person with this number; its tables hold numbers of every kind."""
        if (self.outages / register.value).exists():
            raise RegisterUnreachable(register.value)
        if register is Register.NOTARY:
            return _power_of_attorney(self._rows(register, latin_capitals(paper)), number, paper)
        return _SHAPES[register](self._rows(register, number))

    def _rows(self, register: Register, number: str) -> list[Answer]:
        chosen = select(simulated_rows.c.row).where(
            simulated_rows.c.register == register.value, simulated_rows.c.number == number
        )
        with self.database.reading() as connection:
            texts = connection.execute(chosen.order_by(simulated_rows.c.place)).scalars()
            return [json.loads(text) for text in texts]


def not_registered() -> dict[str, Any]:
    """What MAS says of somebody whom it does not know."""
    return {"status": "not_registered", "since": "", "registration_number": "", "bars": []}


def _one(rows: Sequence[Answer]) -> Answer:
    return {"found": True, **rows[0]} if rows else {"found": False}


def _status(rows: Sequence[Answer]) -> Answer:
    return rows[0] if rows else not_registered()


def _employed(rows: Sequence[Answer]) -> Answer:
    return {"found": bool(rows), "entries": list(rows)}


def _power_of_attorney(rows: Sequence[Answer], grantor: str, paper: str) -> Answer:
    """What the notaries say of a paper; of one that somebody else gave, nothing but that."""
    if not rows:
        return {"found": False, "paper_number": paper}
    known = {"found": True, "paper_number": paper, "for_this_person": True}
    for row in rows:  # two notaries may have given the same number to two papers
        if row["grantor_number"] == grantor:
            return known | {name: value for name, value in row.items() if name != "grantor_number"}
    return known | {"for_this_person": False}


_SHAPES: Final[dict[Register, Callable[[Sequence[Answer]], Answer]]] = {
    Register.PERSON: _one,
    Register.PERMITS: _one,
    Register.STATUS: _status,
    Register.EMPLOYED_PERSONS: _employed,
}
