"""What a desk exported because it could not send it: taken in through the same doors as if the desk had sent it.

Every run is judged by ``push.py``: signatures, posts, law, numbers, links. One that no longer fits behind the file's
head is linked anew and judged again, as the desk itself would; one that is not legal any more is handed up to the head
of the centre. Nothing is taken twice, so the same file, or two that overlap, may be imported at any time and again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from tempfile import SpooledTemporaryFile
from typing import IO, Final, TypeVar

from sqlalchemy import Connection, select

from central_api.administration import CannotBeDone
from central_api.importing_runs import Became, FileOfRuns, RunReport
from central_api.office import Office
from central_api.tables import desks
from central_api.tokens import Caller
from dost_desktop.contract.looks import MOST_LOOKS, LookMessage, Looks
from dost_desktop.contract.unsent import (
    DocumentBytes,
    FinishedCase,
    Record,
    UnsentCase,
    UnsentDocument,
    UnsentFileUnusable,
    UnsentHeader,
    UnsentLook,
    UnsentReader,
    UnsentRun,
)

T = TypeVar("T")
_IN_MEMORY: Final = 1 << 20
_WHY_REFUSED: Final = {
    "not_unsent": "is not a file of unsent work",
    "newer": "was written by a newer program: update the central API",
    "damaged": "is damaged or cut: nothing of it is used, copy or export it again",
    "other_deployment": "is sealed for another deployment",
}


@dataclass(slots=True)
class Imported:
    """What became of everything in one file."""

    desk: str
    centre: str
    agent: str
    made_at: str
    runs: list[RunReport] = field(default_factory=list)
    documents: int = 0
    documents_refused: dict[str, str] = field(default_factory=dict)  # SHA-256 to reason
    cases: int = 0  # that were news
    cases_left: int = 0  # known, finished, another desk's, or too old
    looks: int = 0

    @property
    def counts(self) -> Mapping[str, int]:
        """How many runs became what."""
        return {each.value: sum(run.became is each for run in self.runs) for each in Became}

    @property
    def is_settled(self) -> bool:
        """Whether nobody has to do anything."""
        return not self.documents_refused and all(run.became.is_settled for run in self.runs)


class _Undone(Exception):
    """Ends a transaction of a trial."""


class ImportUnsent:
    """Takes exported files in; with ``dry_run`` everything is tried and nothing is kept."""

    def __init__(self, office: Office, recovery: bytes, *, dry_run: bool = False) -> None:
        self.office, self.recovery, self.dry_run = office, recovery, dry_run

    def prove(self, file: IO[bytes]) -> UnsentHeader:
        """Read the whole file before anything of it is used. Raises CannotBeDone."""
        try:
            reader = self._reader(file)
            reader.prove()
        except UnsentFileUnusable as refused:
            raise CannotBeDone(_WHY_REFUSED[refused.reason]) from None
        self._desk(reader.header)
        return reader.header

    def __call__(self, file: IO[bytes]) -> Imported:
        """Take everything in that was not here yet. ``file`` was proven. Raises CannotBeDone, Problematic 503."""
        reader = self._reader(file)
        header = reader.header
        caller = self._desk(header)
        done = Imported(header.desk, header.centre, header.agent, header.made_at)
        looks: list[LookMessage] = []
        runs: list[UnsentRun] = []
        records = reader.records()
        for record in records:
            if runs and not (isinstance(record, UnsentRun) and _file_of(record) == _file_of(runs[0])):
                done.runs += self._file(caller, runs)
                runs = []
            if isinstance(record, UnsentRun):
                runs.append(record)
            elif isinstance(record, UnsentLook):
                looks.append(record.look)
            else:
                self._other(caller, record, records, done)
        done.runs += self._file(caller, runs)
        for start in range(0, len(looks), MOST_LOOKS):
            if not self.dry_run:
                self.office.looks.take(caller, Looks(looks=tuple(looks[start : start + MOST_LOOKS])))
        done.looks = len(looks)
        return done

    def _reader(self, file: IO[bytes]) -> UnsentReader:
        reader = UnsentReader(file)
        reader.unlock(self.recovery)
        return reader

    def _desk(self, header: UnsentHeader) -> Caller:
        """Which desk it is, retired or not, proven by an agent's key of any time: later its keys may have ended."""
        mine = select(desks.c.centre).where(desks.c.desk == header.desk)
        whose = (header.agent, header.desk)
        with self.office.database.reading() as connection:
            centre = connection.execute(mine).scalar_one_or_none()
            keys = self.office.agent_keys.of(connection, [whose])[whose]
        if centre is None:
            raise CannotBeDone(f"is of a desk that is not known here: {header.desk}")
        if not any(header.is_by(key.public) for key in keys):
            raise CannotBeDone(
                f"bears no signature of an agent whose key at {header.desk} is known here: let {header.agent}"
                " sign in there online and export again"
            )
        return Caller(header.desk, centre)

    def _other(
        self,
        caller: Caller,
        record: Record | DocumentBytes,
        records: Iterator[Record | DocumentBytes],
        done: Imported,
    ) -> None:
        if isinstance(record, UnsentDocument):
            reason = self._document(caller, record, records)
            if reason:
                done.documents_refused[record.sha256] = reason
            else:
                done.documents += 1
        elif isinstance(record, UnsentCase | FinishedCase):
            is_news = self._tried(lambda: self._case(caller, record))
            done.cases += is_news
            done.cases_left += not is_news

    def _case(self, caller: Caller, record: UnsentCase | FinishedCase) -> bool:
        if isinstance(record, FinishedCase):
            return self.office.half_done.bring_end(caller, record.case)
        return self.office.half_done.bring(caller, record.case)

    def _document(
        self, caller: Caller, record: UnsentDocument, records: Iterator[Record | DocumentBytes]
    ) -> str:
        """Store it, as ``reader.prove`` has measured it; why not, if not."""
        is_too_large = record.size > self.office.blobs.limit
        with SpooledTemporaryFile(max_size=_IN_MEMORY) as whole:
            for piece in _bytes_of(record, records):
                if not is_too_large:
                    whole.write(piece)
            if is_too_large:
                return "blob.too_large"
            whole.seek(0)
            if not self.dry_run:
                self.office.blobs.keep_whole(caller, record.sha256, whole, record.size)
        return ""

    def _file(self, caller: Caller, runs: list[UnsentRun]) -> list[RunReport]:
        """One file's runs in their order; in a trial all of them in one transaction that is undone."""
        if not runs:
            return []
        return self._tried(lambda: list(FileOfRuns(self.office, caller, runs).reports()))

    def _tried(self, work: Callable[[], T]) -> T:
        if not self.dry_run:
            return work()
        found: list[T] = []

        def undone(_connection: Connection) -> None:
            found.append(work())
            raise _Undone

        with suppress(_Undone):
            self.office.database.together(undone)
        return found[-1]


def _file_of(run: UnsentRun) -> object:
    return run.run.events[0].content.get("file_id")


def _bytes_of(record: UnsentDocument, records: Iterator[Record | DocumentBytes]) -> Iterator[bytes]:
    left = record.size
    while left and isinstance(each := next(records), DocumentBytes):
        left -= len(each.piece)
        yield each.piece
