"""Reading one person's file with a stated purpose: whole, with its receipt, and noted."""

from __future__ import annotations

from uuid import UUID

from central_api.clock import Clock
from central_api.database import Database
from central_api.ledger import read_files
from central_api.lookups import note_reading
from central_api.problems import Problematic
from central_api.seals import ServerSeals
from central_api.tokens import Caller
from dost_desktop.contract.messages import FeedItem
from dost_desktop.contract.translation import event_message


class FileReader:
    """Hands a file to an agent who says why (design 10)."""

    def __init__(self, database: Database, seals: ServerSeals, clock: Clock) -> None:
        self.database, self.seals, self.clock = database, seals, clock

    def read(self, caller: Caller, file_id: UUID, purpose: str) -> FeedItem:
        """The file. Raises Problematic 404; also the look at a file that is not there is noted."""
        with self.database.writing() as connection:
            note_reading(connection, self.clock, caller.agent, caller.desk, file_id, "file", purpose)
        with self.database.reading() as connection:
            file = read_files(connection, [str(file_id)])[file_id]
            epoch = self.seals.deployment.epoch_in(connection)
        if not file.events:
            raise Problematic(404, "file.unknown")
        return FeedItem(
            file_id=str(file_id),
            events=tuple(event_message(each) for each in file.events),
            receipt=self.seals.receipt(file_id, file.head, file.received[-1], epoch),
        )
