"""Years of the centres' work, written by bulk: copies of real cases under other names, each row of its real size.

Their chains cannot be verified, and nobody asks them to: nothing that is measured looks at a copied chain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import Connection, Table, func, select, text

from central_api.database import Database
from central_api.prepared import insert_rows
from central_api.tables import back_office_drafts as drafts
from central_api.tables import (
    events,
    feed,
    feed_heads,
    file_centres,
    files,
    leases,
    metadata,
    notices,
    numbers_used,
    readings,
    review_marks,
    token_families,
    tokens,
)
from dost_desktop.domain.attestation import Series
from tests.benchmarks.server_cases import EVENTS, Case

_A_WORK: Final = 500  # files
_OF_BLOCK: Final = 50
_OLD_NUMBERS: Final = 1_000_000  # numbers of copies begin here: the desks' own lie below
_DRAFTS: Final = 100  # work in progress: as much of it with a long history as with a short one
_MARKS: Final = 50
_LONG_AGO: Final = "2026-01-12T06:00:00.000Z"


@dataclass(slots=True)
class _Copies:
    """Rows to be written, by table, and how many of each centre there were before."""

    rows: dict[Table, list[dict[str, Any]]] = field(default_factory=dict)
    positions: dict[str, int] = field(default_factory=dict)
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, table: Table, **row: Any) -> None:
        self.rows.setdefault(table, []).append(row)


def written_history(database: Database, cases: Sequence[Case], stored: int) -> list[UUID]:
    """So many events in all, copies of these stored cases; the files of the copies."""
    with database.reading() as connection:
        there = connection.execute(select(func.count()).select_from(events)).scalar_one()
        whole = {
            case.file: [
                dict(row)
                for row in connection.execute(
                    select(events).where(events.c.file_id == str(case.file)).order_by(events.c.seq)
                ).mappings()
            ]
            for case in cases
        }
        heads = connection.execute(select(feed_heads.c.centre, feed_heads.c.position))
        copies = _Copies(positions={row.centre: row.position for row in heads})
    made: list[UUID] = []
    while there < stored:
        for nth in range(min(_A_WORK, -((there - stored) // EVENTS))):
            case = cases[(len(made) + nth) % len(cases)]
            _copy(copies, case, whole[case.file])
        made += [UUID(row["file_id"]) for row in copies.rows[files]]
        there += len(copies.rows[events])
        with database.writing() as connection:
            _write(connection, copies)
        copies.rows.clear()
    with database.writing() as connection:
        for centre, position in copies.positions.items():
            connection.execute(
                feed_heads.update().where(feed_heads.c.centre == centre).values(position=position)
            )
        _work_in_progress(connection, made, cases[0].worker.centre)
    _settle(database)
    return made


def _copy(copies: _Copies, case: Case, rows: Sequence[dict[str, Any]]) -> None:
    file, centre = str(uuid4()), case.worker.centre
    names = {str(case.file): file, **{row["event_id"]: str(uuid4()) for row in rows}}
    copies.add(files, file_id=file, seq=len(rows), hash=rows[-1]["hash"])
    copies.add(file_centres, file_id=file, centre=centre)
    for row in rows:
        content = row["content"]
        for old, new in names.items():
            content = content.replace(old, new)
        copies.add(events, **{**row, "file_id": file, "event_id": names[row["event_id"]], "content": content})
    seq = 0
    for run in case.runs:
        position = copies.positions[centre] = copies.positions[centre] + 1
        since, seq = seq + 1, seq + len(run.events)
        copies.add(feed, centre=centre, position=position, file_id=file, from_seq=since, to_seq=seq)
    copies.add(
        notices,
        notice=str(uuid4()),
        verify_code=uuid4().hex,
        file_id=file,
        number="05-04-05-00/B03/2026/000001",
        centre=centre,
        kind="refusal",
        issued_at=_LONG_AGO,
        pdf=uuid4().hex * 2,
        size=180_000,
        state="genuine",
    )
    for series in (Series.APPLICATION, Series.NOTICE):
        _number(copies, centre, series.value, case.worker.desk)
    family, agent, desk = str(uuid4()), case.worker.agent, case.worker.desk
    for _ in range(2):
        copies.add(
            readings, reading=str(uuid4()), at=_LONG_AGO, agent=agent, desk=desk, file_id=file,
            what="file", purpose="unemployed", lookup_no="",
        )  # fmt: skip
    copies.add(
        token_families, family=family, desk=desk, agent=agent, by_password=True, signed_in_at=_LONG_AGO,
        revoked_for="",
    )  # fmt: skip
    copies.add(
        tokens, access_hash=uuid4().hex * 2, refresh_hash=uuid4().hex * 2, family=family,
        access_until=_LONG_AGO, refresh_until=_LONG_AGO, used_at=_LONG_AGO,
    )  # fmt: skip


def _number(copies: _Copies, centre: str, series: str, desk: str) -> None:
    """The next number of long ago; with the first of a block the block, which is used up."""
    place = copies.numbers[centre, series] = copies.numbers.get((centre, series), -1) + 1
    number = _OLD_NUMBERS + place
    copies.add(numbers_used, centre=centre, year=2026, series=series, number=number, finding="")
    if place % _OF_BLOCK == 0:
        copies.add(
            leases, lease_id=str(uuid4()), centre=centre, year=2026, series=series, first=number,
            last=number + _OF_BLOCK - 1, desk=desk, leased_at=_LONG_AGO, is_used_up=True,
        )  # fmt: skip


def _work_in_progress(connection: Connection, made: Sequence[UUID], centre: str) -> None:
    for file in made[:_DRAFTS]:
        row = {
            "application": str(uuid4()), "file_id": str(file), "number": "M-1", "centre": centre,
            "back_office": "dma", "sent_by": "agent000", "sent_at": _LONG_AGO, "full_name": "Nümunə Nümunə",
            "opened_at": _LONG_AGO, "register_at": _LONG_AGO,
        }  # fmt: skip
        insert_rows(connection, drafts, [row])
    for marked in _of_centre(connection, made, centre):
        mark = {
            "file_id": marked,
            "mark": f"wrong_file:{uuid4()}",
            "since": _LONG_AGO,
            "agent": "agent000",
            "desk": "-",
        }
        insert_rows(connection, review_marks, [mark])


def _of_centre(connection: Connection, made: Sequence[UUID], centre: str) -> Iterator[str]:
    here = select(file_centres.c.file_id).where(
        file_centres.c.centre == centre,
        file_centres.c.file_id.in_([str(each) for each in made[: _MARKS * 20]]),
    )
    yield from connection.execute(here.order_by(file_centres.c.file_id).limit(_MARKS)).scalars()


def _write(connection: Connection, copies: _Copies) -> None:
    for table, rows in copies.rows.items():
        if connection.dialect.name == "sqlite":
            insert_rows(connection, table, rows)
            continue
        driver: Any = connection.connection.driver_connection
        with driver.cursor().copy(f"COPY {table.name} ({', '.join(rows[0])}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(tuple(row.values()))


def _settle(database: Database) -> None:
    """What PostgreSQL's own housekeeping does within minutes."""
    if database.is_sqlite:
        return
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for table in metadata.sorted_tables:
            connection.execute(text(f"VACUUM ANALYZE {table.name}"))
