"""“No suitable work” placed in MAS for an application, which the back office's decision rests on (SEED 23.6)."""

from __future__ import annotations

from uuid import UUID

from central_api.clock import Clock
from central_api.database import Database
from central_api.lookups import normalised, note_reading
from central_api.mas import Mas
from central_api.tokens import Caller
from dost_desktop.contract.suitable_work import NoWorkPlaced, PlaceNoWork
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.dates import instant_text
from dost_desktop.domain.ids import NumberKind, file_id


class NoSuitableWork:
    """Places it, and notes who asked for it."""

    def __init__(self, database: Database, mas: Mas, secret: bytes, clock: Clock) -> None:
        self.database, self.mas, self.secret, self.clock = database, mas, secret, clock

    def __call__(self, caller: Caller, wish: PlaceNoWork) -> NoWorkPlaced:
        """MAS's reference and time, the same for the same application.

        Raises RegisterUnreachable, InvalidValue for a number of the wrong shape.
        """
        kind = NumberKind(wish.number_kind)
        about = file_id(self.secret, kind, normalised(kind, wish.number))
        placed = self.mas.place_no_work(UUID(wish.application))
        with self.database.writing() as connection:
            note_reading(
                connection,
                self.clock,
                caller.agent,
                caller.desk,
                about,
                Register.NO_SUITABLE_WORK.value,
                wish.purpose,
                placed.reference,
            )
        return NoWorkPlaced(
            application=wish.application, reference=placed.reference, placed_at=instant_text(placed.at)
        )
