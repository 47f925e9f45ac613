"""“No suitable work” placed in MAS for an application, which the back office's decision rests on (SEED 23.6)."""

from __future__ import annotations

import secrets
from uuid import UUID

from sqlalchemy import Connection, func, select

from central_api.clock import Clock
from central_api.database import Database
from central_api.lookups import normalised, note_reading
from central_api.mas import Mas, NoWork
from central_api.problems import Problematic
from central_api.seals import ServerSeals
from central_api.tables import readings
from central_api.tokens import Caller
from dost_desktop.contract.suitable_work import PlaceNoWork
from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.dates import instant, instant_text, legal_date
from dost_desktop.domain.ids import NumberKind, file_id
from dost_desktop.domain.suitable_work import NOT_SEARCHED


class NoSuitableWork:
    """Places it once vacancies were searched for this application today, and notes who asked for it."""

    def __init__(self, database: Database, mas: Mas, seals: ServerSeals, secret: bytes, clock: Clock) -> None:
        self.database, self.mas, self.seals = database, mas, seals
        self.secret, self.clock = secret, clock

    def __call__(self, caller: Caller, wish: PlaceNoWork) -> Attestation:
        """MAS's reference and time under the server's seal; the reference is the same for the same application.

        Raises RegisterUnreachable, InvalidValue for a number of the wrong shape, Problematic 409 before a search.
        """
        kind = NumberKind(wish.number_kind)
        about = file_id(self.secret, kind, normalised(kind, wish.number))
        with self.database.reading() as connection:
            searched_at = self._searched_at(connection, about, wish.purpose)
        if searched_at is None:
            raise Problematic(409, NOT_SEARCHED.reason)
        wanted = NoWork(UUID(wish.application), kind, normalised(kind, wish.number))
        placed, now = self.mas.place_no_work(wanted), self.clock()
        register, lookup_no = Register.NO_SUITABLE_WORK, f"{now:%y%m%d}-{secrets.token_hex(4).upper()}"
        with self.database.writing() as connection:
            what, purpose = register.value, wish.purpose
            note_reading(connection, self.clock, caller.agent, caller.desk, about, what, purpose, lookup_no)
        return self.seals.attested(
            Attestation(
                lookup_no=lookup_no,
                register=register,
                file_id=about,
                purpose=purpose,
                asked_by=caller.agent,
                at=now,
                answer={
                    "application": wish.application,
                    "reference": placed.reference,
                    "placed_at": instant_text(placed.at),
                    "searched_at": searched_at,
                },
                key="",
            )
        )

    def _searched_at(self, connection: Connection, about: UUID, purpose: str) -> str | None:
        """When vacancies were last searched for this application; None: not today."""
        newest = select(func.max(readings.c.at)).where(
            readings.c.file_id == str(about),
            readings.c.what == Register.VACANCIES.value,
            readings.c.purpose == purpose,
        )
        at: str | None = connection.execute(newest).scalar_one()
        is_today = at is not None and legal_date(instant(at)) == legal_date(self.clock())
        return at if is_today else None
