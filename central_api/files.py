"""Reading one person's file with a stated purpose: whole, with its receipt, and noted."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, select

from central_api.clock import Clock
from central_api.database import Database
from central_api.deployment import epoch_here
from central_api.ledger import item_text
from central_api.lookups import note_reading
from central_api.prepared import Prepared
from central_api.problems import Problematic
from central_api.seals import ServerSeals
from central_api.tables import events
from central_api.tokens import Caller
from dost_desktop.domain.dates import instant
from dost_desktop.domain.events import Head

#: With the epoch of the same moment: what is read was written in it or before it.
_EVENTS: Final = Prepared(
    select(events, epoch_here().label("epoch"))
    .where(events.c.file_id == bindparam("file_id"))
    .order_by(events.c.seq)
)


class FileReader:
    """Hands a file to an agent who says why (design 10)."""

    def __init__(self, database: Database, seals: ServerSeals, clock: Clock) -> None:
        self.database, self.seals, self.clock = database, seals, clock

    def read(self, caller: Caller, file_id: UUID, purpose: str) -> str:
        """The file as a ``FeedItem`` travels. Raises Problematic 404; a look at one that is not there is noted too."""
        with self.database.writing() as connection:
            note_reading(connection, self.clock, caller.agent, caller.desk, file_id, "file", purpose)
            rows = _EVENTS(connection, file_id=str(file_id)).all()
        if not rows:
            raise Problematic(404, "file.unknown")
        last = rows[-1]
        self.seals.deployment.notice(last.epoch)
        receipt = self.seals.receipt(
            file_id, Head(last.seq, last.hash), instant(last.received_at), last.epoch
        )
        return item_text(rows, receipt)
