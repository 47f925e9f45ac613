"""Reading one file whole, with its receipt: by an agent with a stated purpose, noted; by a desk of its own centre."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, bindparam, select

from central_api.clock import Clock
from central_api.database import Database
from central_api.deployment import epoch_here
from central_api.ledger import item_text
from central_api.lookups import note_reading
from central_api.prepared import Prepared
from central_api.problems import Problematic
from central_api.seals import ServerSeals
from central_api.tables import events, file_centres
from central_api.tokens import Caller
from dost_desktop.domain.dates import instant
from dost_desktop.domain.events import Head

#: With the epoch of the same moment: what is read was written in it or before it.
_EVENTS: Final = Prepared(
    select(events, epoch_here().label("epoch"))
    .where(events.c.file_id == bindparam("file_id"))
    .order_by(events.c.seq)
)
_OF_CENTRE: Final = Prepared(
    select(file_centres.c.centre).where(
        file_centres.c.file_id == bindparam("file_id"), file_centres.c.centre == bindparam("centre")
    )
)


class FileReader:
    """Hands a file to an agent who says why (design 10), or to a desk that keeps its centre's files."""

    def __init__(self, database: Database, seals: ServerSeals, clock: Clock) -> None:
        self.database, self.seals, self.clock = database, seals, clock

    def read(self, caller: Caller, file_id: UUID, purpose: str) -> str:
        """The file as a ``FeedItem`` travels. Raises Problematic 404; a look at one that is not there is noted too."""
        with self.database.writing() as connection:
            note_reading(connection, self.clock, caller.agent, caller.desk, file_id, "file", purpose)
            rows = _EVENTS(connection, file_id=str(file_id)).all()
        return self._written(file_id, rows)

    def of_centre(self, desk: Caller, file_id: UUID) -> str:
        """A file of the desk's own centre as the feed would tell it. Raises Problematic 404, also for another's."""
        with self.database.reading() as connection:
            is_ours = _OF_CENTRE(connection, file_id=str(file_id), centre=desk.centre).first() is not None
            rows = _EVENTS(connection, file_id=str(file_id)).all() if is_ours else []
        return self._written(file_id, rows)

    def _written(self, file_id: UUID, rows: Sequence[Row[Any]]) -> str:
        if not rows:
            raise Problematic(404, "file.unknown")
        last = rows[-1]
        self.seals.deployment.notice(last.epoch)
        receipt = self.seals.receipt(
            file_id, Head(last.seq, last.hash), instant(last.received_at), last.epoch
        )
        return item_text(rows, receipt)
