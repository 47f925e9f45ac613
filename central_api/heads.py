"""Whether a desk holds its centre's files as they stand here: compared by digest, told file by file where not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, Integer, bindparam, select

from central_api.clock import Clock
from central_api.database import Database
from central_api.deployment import Deployment
from central_api.prepared import Prepared
from central_api.tables import events, file_centres, files
from dost_desktop.contract.heads import (
    CompareHeads,
    DifferingHeads,
    FileHead,
    HeadsCompared,
    HeadsRange,
    heads_digest,
)
from dost_desktop.domain.dates import instant_text
from dost_desktop.domain.events import Head

_ROWS: Final = 40_000  # files compared in one question
_TOLD: Final = 1000  # files told one by one in one answer
_HEADS: Final = Prepared(
    select(files.c.file_id, files.c.seq, files.c.hash)
    .join(file_centres, file_centres.c.file_id == files.c.file_id)
    .where(
        file_centres.c.centre == bindparam("centre"),
        file_centres.c.file_id > bindparam("after"),
        file_centres.c.file_id <= bindparam("until"),
    )
    .order_by(file_centres.c.file_id)
    .limit(bindparam("rows", type_=Integer))
)
_HASH: Final = Prepared(
    select(events.c.hash).where(
        events.c.file_id == bindparam("file_id"), events.c.seq == bindparam("seq", type_=Integer)
    )
)


class HeadsBook:
    """Compares; changes nothing."""

    def __init__(self, database: Database, deployment: Deployment, clock: Clock) -> None:
        self.database, self.deployment, self.clock = database, deployment, clock

    def compare(self, centre: str, asked: CompareHeads) -> HeadsCompared:
        """What differs, as everything stands in one moment.

        A file that is not the centre's is never told; whoever knows its hash is told only that it is known.
        """
        with self.database.snapshot() as connection:
            epoch = self.deployment.epoch_in(connection)
            through, differing = self._ranges(connection, centre, asked)
            unknown = tuple(each.file_id for each in asked.held if not _is_here(connection, each))
        return HeadsCompared(
            through=through,
            differing=tuple(differing),
            unknown=unknown,
            epoch=epoch,
            time=instant_text(self.clock()),
        )

    def _ranges(
        self, connection: Connection, centre: str, asked: CompareHeads
    ) -> tuple[str, list[DifferingHeads]]:
        if not asked.ranges:
            return asked.after, []
        until = max(each.until for each in asked.ranges)
        found = _HEADS(connection, centre=centre, after=asked.after, until=until, rows=_ROWS).all()
        here = [(str(row.file_id), Head(row.seq, row.hash)) for row in found]
        return _compared(here, asked.after, asked.ranges, is_whole=len(here) < _ROWS)


def _compared(
    here: Sequence[tuple[str, Head]], after: str, ranges: Sequence[HeadsRange], *, is_whole: bool
) -> tuple[str, list[DifferingHeads]]:
    """Up to where, and what differs there; not ``is_whole``: there are more files than ``here``."""
    differing: list[DifferingHeads] = []
    ids = [file_id for file_id, _head in here]
    told, start = 0, 0
    for each in ranges:
        end = max(start, bisect_right(ids, each.until))
        ours = here[start:end]
        is_cut = not is_whole and end == len(here)  # some of its files may be missing
        if is_cut or heads_digest(ours) != each.digest:
            is_cut = is_cut or told + len(ours) > _TOLD
            shown = ours[: _TOLD - told]
            until = each.until if not is_cut else shown[-1][0] if shown else after
            differing.append(DifferingHeads(after=after, until=until, heads=tuple(map(_told, shown))))
            if is_cut:
                return until, differing
            told += len(shown)
        after, start = max(after, each.until), end
    return after, differing


def _told(file: tuple[str, Head]) -> FileHead:
    file_id, head = file
    return FileHead(file_id=file_id, seq=head.seq, hash=head.hash)


def _is_here(connection: Connection, held: FileHead) -> bool:
    found = _HASH(connection, file_id=held.file_id, seq=held.seq).scalars().first()
    return found == held.hash
