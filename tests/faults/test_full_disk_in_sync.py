"""A disk that fills up while desk and server talk, at either end: it is said, nothing is half, and room mends all."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from central_api.office import Office
from dost_desktop.storage.check import check_desk
from dost_desktop.storage.errors import StorageFull
from dost_desktop.sync.keyring import read_keyring
from tests.sync.desks import PracticeDesk
from tests.sync.fixtures import catalogue, clock, desk, office, other_desk, people, server

__all__ = ["catalogue", "clock", "desk", "office", "other_desk", "people", "server"]
ROOM_ENOUGH = 1_000_000  # pages
SCAN = 60_000  # bytes
CASES = ("found 4.1.1", "found 4.1.2", "found 4.1.4", "found 4.1.5", "not found")


def keeps_document(desk: PracticeDesk, size: int) -> str:
    with desk.database.open_work() as work:
        sha256 = work.blobs.put(random.Random(size).randbytes(size))
        work.commit()
    return str(sha256)


def both_work(desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str]) -> str:
    """News of the other desk, own clicks in the same files, and a document: everything a round brings and sends."""
    for each in (desk, other_desk):
        each.syncs()
    for case in CASES:
        file = other_desk.identifies(people[case])
        other_desk.opens(file)
        other_desk.calls_in(file, "+994502000001")
    for case in CASES[:3]:
        desk.calls_in(desk.identifies(people[case]), "+994502000002")
    other_desk.syncs()
    return keeps_document(desk, SCAN)


def is_whole(desk: PracticeDesk) -> None:
    with desk.database.open_reading() as reading:
        report = check_desk(reading, read_keyring(reading.meta))
    assert report.is_whole, report


def agree(desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str]) -> None:
    """With room: everything sent, nothing said any more, the same chains."""
    for each in (desk, other_desk, desk):
        state = each.syncs().state
        assert (state.alarms, state.waiting, state.needs_you) == ((), 0, 0)
    for case in CASES:
        chain = desk.chain(desk.file_of(people[case]))
        assert chain == other_desk.chain(desk.file_of(people[case]))
        assert len(chain) >= 4
    is_whole(desk)


def test_a_desk_without_room_says_so_in_every_step_and_goes_on_when_there_is_some(
    desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str], office: Office
) -> None:
    sha256 = both_work(desk, other_desk, people)
    writer = desk.database._writer.driver_connection
    [(pages,)] = writer.execute("PRAGMA page_count").fetchall()
    heads = set()
    for room in range(200):
        writer.execute(f"PRAGMA max_page_count = {pages + room}")
        alarms = [each.code for each in desk.syncs().state.alarms]
        is_whole(desk)
        heads.add(tuple(desk.confirmed(desk.file_of(people[case])) for case in CASES))
        if not alarms:
            break
        assert set(alarms) == {StorageFull.code}
    assert room > 3, "it never had too little"
    assert len(heads) > 2, "all came at once: the disk was never full in the middle"
    writer.execute(f"PRAGMA max_page_count = {ROOM_ENOUGH}")
    agree(desk, other_desk, people)
    assert office.blobs.measured(sha256) == (sha256, SCAN)


@contextmanager
def no_room_at(office: Office, spare: int) -> Iterator[None]:
    """The server's database may grow by so many pages."""
    engine = office.database.engine
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()

    def narrow(connection: object, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages + spare}")  # type: ignore[attr-defined]

    event.listen(engine, "checkout", narrow)
    try:
        yield
    finally:
        event.remove(engine, "checkout", narrow)
        event.listen(engine, "checkout", widen)


def widen(connection: object, *_: object) -> None:
    connection.execute(f"PRAGMA max_page_count = {ROOM_ENOUGH}")  # type: ignore[attr-defined]


@pytest.mark.parametrize("spare", [0, 6])
def test_a_server_without_room_takes_nothing_half_and_everything_later(
    desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str], office: Office, spare: int
) -> None:
    sha256 = both_work(desk, other_desk, people)
    with no_room_at(office, spare):
        for case in CASES:  # more than fits
            file = desk.file_of(people[case])
            if not desk.chain(file):
                desk.identifies(people[case])
            for number in range(10):
                desk.calls_in(file, f"+9945020001{number:02}")
        state = desk.syncs().state
        assert state.waiting
        is_whole(desk)
    agree(desk, other_desk, people)
    assert office.blobs.measured(sha256) == (sha256, SCAN)
