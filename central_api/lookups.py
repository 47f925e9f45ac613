"""A question to a register about one person: answered under the server's seal, and noted who asked and why."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from uuid import UUID, uuid5

from sqlalchemy import Connection

from central_api.clock import Clock
from central_api.database import Database, insert_missing
from central_api.prepared import insert_rows
from central_api.problems import Problematic
from central_api.registers import Registers
from central_api.seals import ServerSeals
from central_api.tables import readings
from central_api.tokens import Caller
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.dates import instant_text, legal_date
from dost_desktop.domain.events import CENTRAL_DESK
from dost_desktop.domain.ids import NumberKind, file_id, new_id
from dost_desktop.domain.values import MigrationPin, Pin, latin_capitals


class Lookups:
    """Asks, attests and notes."""

    def __init__(
        self, database: Database, registers: Registers, seals: ServerSeals, secret: bytes, clock: Clock
    ) -> None:
        self.database, self.registers, self.seals = database, registers, seals
        self.secret, self.clock = secret, clock

    def ask(
        self,
        register: Register,
        kind: NumberKind,
        number: str,
        purpose: str,
        *,
        paper: str = "",
        agent: str = CENTRAL_DESK,
        desk: str = CENTRAL_DESK,
    ) -> Attestation:
        """The attested answer, noted; ``paper`` is the power of attorney that the notaries are asked about.

        Raises RegisterUnreachable, InvalidValue for a number of the wrong shape, Problematic 422 for a question to
        the notaries without a paper, or about one to another register.
        """
        attestation = self.attested(register, kind, number, purpose, agent, paper)
        with self.database.writing() as connection:
            note_reading(
                connection,
                self.clock,
                agent,
                desk,
                attestation.file_id,
                register.value,
                purpose,
                attestation.lookup_no,
            )
        return attestation

    def attested(
        self, register: Register, kind: NumberKind, number: str, purpose: str, agent: str, paper: str = ""
    ) -> Attestation:
        """What the register says, under the server's seal. Raises as ``ask``."""
        plain = normalised(kind, number)
        if bool(paper.strip()) is not (register is Register.NOTARY):
            raise Problematic(422, "lookup.paper")
        answer = self.registers.ask(register, kind, plain, paper)
        now = self.clock()
        return self.seals.attested(
            Attestation(
                lookup_no=f"{now:%y%m%d}-{secrets.token_hex(4).upper()}",
                register=register,
                file_id=file_id(self.secret, kind, plain),
                purpose=purpose,
                asked_by=agent,
                at=now,
                answer=answer,
                key="",
            )
        )


def normalised(kind: NumberKind, number: str) -> str:
    """The number as it names a file: capitals, no spaces. Raises InvalidValue."""
    if kind in {NumberKind.PIN, NumberKind.HOUSEHOLD}:
        return Pin.parse(number).text
    if kind is NumberKind.MIGRATION_PIN:
        return MigrationPin.parse(number).text
    return latin_capitals(number)


def note_reading(
    connection: Connection,
    clock: Clock,
    agent: str,
    desk: str,
    about: UUID,
    what: str,
    purpose: str,
    lookup_no: str = "",
) -> None:
    """Who read what about whom, and why (design 10)."""
    now = clock()
    row = {
        "reading": str(new_id(now)),
        "at": instant_text(now),
        "agent": agent,
        "desk": desk,
        "file_id": str(about),
        "what": what,
        "purpose": purpose,
        "lookup_no": lookup_no,
    }
    insert_rows(connection, readings, [row])


def note_listed(
    connection: Connection, clock: Clock, caller: Caller, what: str, files: Mapping[str, str]
) -> None:
    """Whose names the caller saw in a list, and for what (file to purpose).

    Once a day for each at a desk, however often the list is looked at.
    """
    now = clock()
    who = f"{what} {caller.agent} {caller.desk} {legal_date(now).isoformat()}"
    noted: list[dict[str, object]] = [
        {
            "reading": str(uuid5(UUID(file), who)),
            "at": instant_text(now),
            "agent": caller.agent,
            "desk": caller.desk,
            "file_id": file,
            "what": what,
            "purpose": purpose,
            "lookup_no": "",
        }
        for file, purpose in files.items()
    ]
    insert_missing(connection, readings, *noted)
