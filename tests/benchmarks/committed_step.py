"""Saving a step: what one click costs until it is on disk, beside a bare insert and commit of the same bytes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, Final

from dost_desktop.catalogue.catalogue import load_catalogue
from dost_desktop.clock import DeskClock
from dost_desktop.contract.messages import AgentCard, CentreCard
from dost_desktop.contract.seals import AgentHand, SigningKey
from dost_desktop.domain import acts
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.events import Event, link_run
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.person_file import NO_EVENTS
from dost_desktop.services.desk import Desk
from dost_desktop.storage.connection import Row, connect
from dost_desktop.storage.database import Database
from dost_desktop.storage.event_rows import COLUMNS, event_values
from tests.benchmarks.figure import Figure, medians
from tests.storage.desk import Signer, identified, new_desk

_BARE_TABLE: Final = f"CREATE TABLE event (no INTEGER PRIMARY KEY, {COLUMNS})"
_BARE_INSERT: Final = f"INSERT INTO event ({COLUMNS}) VALUES (?,?,?,?,?,?,?)"


def committed_step(*, runs: int) -> list[Figure]:
    """A run of one act: stored by storage alone; and whole, that is decided, recorded, signed and stored."""
    with (
        tempfile.TemporaryDirectory(prefix="dost-bench-", ignore_cleanup_errors=True) as folder,
        _bare(Path(folder) / "bare.db") as insert,
        _desk(Path(folder)) as desk,
    ):
        times = medians(runs, _parts(desk, insert), warm=20)
    bare = times["bare"]
    beside = "bare SQLCipher insert and commit"
    return [
        Figure("a step stored: event, lists, search, outbox", beside, times["storage"], bare, most=1.5),
        Figure("a whole step: decided, signed, stored", beside, times["whole"], bare),
    ]


def _parts(desk: Desk, insert: Callable[[Row], None]) -> dict[str, Callable[[], object]]:
    """The same act each time: how the person can be reached. The signed event of storage is made before its turn."""
    signer, numbers = Signer(), count()
    file_id = desk.file_of(NumberKind.PIN, "5ZJ1K2M")

    def contact() -> acts.RecordContact:
        return acts.RecordContact(phone=f"+99450{next(numbers):07}")

    with desk.open_work() as work:
        work.append(signer.run(file_id, identified()), file_id)
        work.commit()
    made: list[Event] = []
    row: list[Row] = []

    def prepare() -> None:
        made[:] = signer.run(file_id, contact())
        row[:] = [event_values(link_run(NO_EVENTS, made)[0])]

    def storage() -> None:
        with desk.open_work() as work:
            work.append(made, file_id)
            work.commit()

    def whole() -> None:
        with desk.open_work() as work:
            desk.act(work, file_id, [contact()])
            work.commit()

    return {"prepare": prepare, "bare": lambda: insert(row[0]), "storage": storage, "whole": whole}


@contextmanager
def _desk(folder: Path) -> Iterator[Desk]:
    database, _ = new_desk(folder)
    try:
        yield _desk_over(database)
    finally:
        database.close()


def _desk_over(database: Database) -> Desk:
    catalogue = load_catalogue()
    agent = AgentCard.model_validate(
        {"agent": "aysel", "name": "Əliyeva Aysel", "role": "agent", "post": "agent", "centre": "B03"}
    )
    centre = CentreCard.model_validate(
        {"code": "B03", "name": "3 saylı DOST Mərkəzi", "category": "B", "address": "Bakı", "phone": "142"}
    )
    return Desk(
        name="desk-7",
        centre=centre,
        agent=agent,
        hand=AgentHand(SigningKey.new()),
        secret=b"s" * 32,
        open_work=database.open_work,
        open_reading=database.open_reading,
        law=lambda moment: catalogue.law_in_force(legal_date(moment)),
        clock=DeskClock(),
    )


@contextmanager
def _bare(path: Path) -> Iterator[Callable[[Row], None]]:
    """The least that keeps an event: one table, no index, the same key size and the same settings."""
    driver: Any = connect(path, b"k" * 32)
    driver.execute("PRAGMA journal_mode = WAL")
    driver.execute(_BARE_TABLE)

    def insert(row: Row) -> None:
        driver.execute("BEGIN IMMEDIATE")
        driver.execute(_BARE_INSERT, row)
        driver.execute("COMMIT")

    try:
        yield insert
    finally:
        driver.close()
