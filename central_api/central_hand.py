"""The actor ``central_system``: what registers say by themselves, decided by the same rules as an agent's acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import Connection

from central_api.bell import Bell
from central_api.clock import Clock
from central_api.database import Database
from central_api.laws import Laws
from central_api.ledger import HeldFile, Work, holding, read_files
from central_api.seals import ServerSeals
from dost_desktop.domain.acts import Act
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.decide import Command, decide
from dost_desktop.domain.events import CENTRAL_AGENT, CENTRAL_DESK, link_run, record
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import Role

StillWanted: TypeAlias = Callable[[PersonFile], bool]


def always(_file: PersonFile) -> bool:
    """Whatever happened meanwhile."""
    return True


class CentralHand:
    """Reads files and records in them for the central systems."""

    def __init__(self, database: Database, laws: Laws, seals: ServerSeals, bell: Bell, clock: Clock) -> None:
        self.database, self.laws, self.seals, self.bell, self.clock = database, laws, seals, bell, clock

    def read(self, file_id: UUID) -> PersonFile:
        """The file as it stands."""
        return self.whole(file_id).state

    def whole(self, file_id: UUID) -> HeldFile:
        """The file with its events."""
        with self.database.reading() as connection:
            return read_files(connection, [str(file_id)])[file_id]

    def record(
        self, file_id: UUID, acts: Sequence[Act], centre: str = "", *, still: StillWanted = always
    ) -> Refused | None:
        """Record one run; with ``centre`` the file belongs to it from now on. None when it was recorded.

        ``still`` is asked about the file as it stands when nobody else can change it any more.
        """
        return self.record_all({file_id: tuple(acts)}, centre, still=still)[file_id]

    def record_all(
        self, runs: Mapping[UUID, tuple[Act, ...]], centre: str = "", *, still: StillWanted = always
    ) -> dict[UUID, Refused | None]:
        """Record one run in each of these files, in one transaction; what is refused is left out."""

        def work(connection: Connection) -> dict[UUID, Refused | None]:
            with holding(connection, runs, self.clock()) as held:
                refused = {
                    file_id: self._record(held, file_id, acts, centre)
                    if still(held.held[file_id].state)
                    else Refused("act.not_now")
                    for file_id, acts in runs.items()
                }
                held.publish()
            return refused

        refused = self.database.write(work)
        self.bell.ring()
        return refused

    def _record(self, held: Work, file_id: UUID, acts: tuple[Act, ...], centre: str) -> Refused | None:
        file, law = held.held[file_id], self.laws.current(legal_date(held.now))
        command = Command(acts, Role.CENTRAL_SYSTEM, CENTRAL_AGENT, CENTRAL_DESK, centre)
        decided = decide(file.state, command, law, held.now)
        if isinstance(decided, Refused):
            return decided
        actor = self.seals.central_actor()
        signed = record(decided, file_id=file_id, actor=actor, law=law.version, at=held.now)
        held.append(file_id, link_run(file.head, signed), centre)
        return None
