"""A round keeps number blocks filled, documents sent, clocks compared, and says where the desk stands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest

from central_api.office import Office
from dost_desktop.contract.messages import Leased, Problem
from dost_desktop.domain.attestation import Series
from dost_desktop.storage.errors import StorageFull
from dost_desktop.sync.backoff import FIRST, LONGEST, Backoff
from dost_desktop.sync.needs import NoAnswer, Silence
from dost_desktop.sync.numbers import wanted_years
from dost_desktop.sync.report import Connection
from tests.central_api.practice_desk import Clockwork
from tests.sync.desks import PracticeDesk
from tests.sync.line import between, instead


def left(desk: PracticeDesk, series: Series, year: int) -> int:
    with desk.database.open_reading() as reading:
        return reading.leases.left(series, year)


def test_numbers_are_fetched_before_they_run_out(desk: PracticeDesk) -> None:
    desk.syncs()
    assert (left(desk, Series.NOTICE, 2026), left(desk, Series.APPLICATION, 2026)) == (50, 50)
    with desk.database.open_work() as work:
        for _ in range(26):
            work.take_number(Series.NOTICE, 2026, desk.watch.now())
        work.commit()

    desk.syncs()

    assert (left(desk, Series.NOTICE, 2026), left(desk, Series.APPLICATION, 2026)) == (74, 50)


def test_from_the_first_of_december_next_years_numbers_are_there(
    desk: PracticeDesk, clock: Clockwork
) -> None:
    clock.at = datetime(2026, 11, 30, 20, 30, tzinfo=UTC)  # 1 December in Baku

    desk.syncs()

    assert (left(desk, Series.NOTICE, 2026), left(desk, Series.NOTICE, 2027)) == (50, 50)
    assert wanted_years(clock.at - timedelta(hours=1)) == (2026,)


@pytest.mark.parametrize(
    "change", [{"desk": "B03-99"}, {"first": 0}, {"series": "referral"}, {"signature": "A" * 86}]
)
def test_numbers_of_somebody_else_are_not_taken(desk: PracticeDesk, change: dict[str, Any]) -> None:
    def tamper(leased: Leased) -> Leased:
        return Leased(lease={**leased.lease, **change})

    between(desk, lease=tamper)

    report = desk.syncs()

    assert {each.code for each in report.state.alarms} == {"lease.not_ours"}
    assert left(desk, Series.NOTICE, 2026) == 0


def test_documents_are_sent_once_and_a_refused_one_is_said(desk: PracticeDesk, office: Office) -> None:
    with desk.database.open_work() as work:
        mark = work.blobs.put(b"%PDF-1.7 sample")
        work.commit()
    refusing = between(desk, put_blob=instead(Problem(title="", status=413, code="blob.too_large")))
    state = desk.syncs().state
    assert (state.waiting, state.needs_you, state.alarms) == (0, 1, ())
    desk.syncs(is_forced=False)
    assert refusing.asked.count("put_blob") == 1  # once refused, only an agent makes it try again
    with desk.database.open_reading() as reading:
        [row] = reading.unsent_documents()
        assert (row.sha256, row.refused) == (mark, "blob.too_large")
    line = between(desk)

    assert desk.syncs().state.needs_you == 0
    desk.syncs()

    assert line.asked.count("put_blob") == 1
    assert desk.central.blob(mark) == b"%PDF-1.7 sample"


@pytest.mark.parametrize(
    ("wrong_by", "corrected", "said"),
    [
        (timedelta(minutes=4), False, False),
        (timedelta(minutes=-12), True, True),
        (timedelta(hours=3), True, True),
        (timedelta(days=366), False, True),
    ],
    ids=["a little", "slow", "fast", "a year"],
)
def test_a_wrong_clock_is_put_right_and_said_unless_it_cannot_be_believed(
    desk: PracticeDesk, wrong_by: timedelta, *, corrected: bool, said: bool
) -> None:
    desk.watch.wrong_by = wrong_by

    first, second = desk.syncs(), desk.syncs()

    assert desk.watch.offset == (-wrong_by if corrected else timedelta())
    for state in (first.state, second.state):
        assert state.clock_off == (-wrong_by if said else None)


def test_a_program_that_is_too_old_says_so_and_still_sends(
    desk: PracticeDesk, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not found"])

    def newer(hello: Any) -> Any:
        return hello.model_copy(update={"law": hello.law.model_copy(update={"rules": (7, 6)})})

    between(desk, hello=newer)

    state = desk.syncs().state

    assert (state.too_old, state.connection, desk.confirmed(file)) == (True, Connection.ONLINE, 2)


def test_offline_is_a_state_with_its_beginning_and_its_next_try(desk: PracticeDesk, clock: Clockwork) -> None:
    began = clock.at
    desk.syncs()
    between(desk, hello=instead(NoAnswer(Silence.REFUSED, retry_after=30.0)))
    states = []
    for _ in range(3):
        clock.at += timedelta(minutes=1)
        states.append(desk.syncs().state)

    assert [each.connection for each in states] == [Connection.OFFLINE] * 3
    assert {each.since for each in states} == {began + timedelta(minutes=1)}
    assert all(
        each.next_try and each.next_try >= clock.at - timedelta(minutes=2, seconds=-30) for each in states
    )
    desk.talks_through(desk.central)
    assert desk.syncs().state.connection is Connection.ONLINE


def test_the_desks_come_back_spread_out_and_never_sooner_than_asked() -> None:
    desks = [Backoff(Random(seed)) for seed in range(50)]
    waits = [[each.failed() for each in desks] for _ in range(9)]

    assert all(FIRST / 2 <= wait <= FIRST for wait in waits[0])
    assert all(LONGEST / 2 <= wait <= LONGEST for wait in waits[-1])
    assert len(set(waits[-1])) == len(desks)
    assert min(each.failed(asked=300) for each in desks) >= 300
    desks[0].worked()
    assert desks[0].failed() <= FIRST


def test_a_full_disk_is_said_and_loses_nothing(desk: PracticeDesk, people: dict[str, str]) -> None:
    file = desk.identifies(people["not found"])

    def full(_answer: Any) -> Any:
        raise StorageFull

    between(desk, push=full)

    report = desk.syncs()

    assert [each.code for each in report.state.alarms] == ["storage.full"]
    assert (report.state.waiting, len(desk.chain(file))) == (1, 2)


def test_all_sent_is_said_when_every_document_is_there_too(desk: PracticeDesk) -> None:
    with desk.database.open_work() as work:
        for number in range(120):
            work.blobs.put(f"%PDF-{number}".encode())
        work.commit()
    between(desk, put_blob=instead(NoAnswer(Silence.CUT)))
    cut = desk.syncs().state
    assert (cut.connection, cut.waiting, cut.documents) == (Connection.OFFLINE, 120, 120)
    desk.talks_through(desk.central)

    told: list[tuple[int, int]] = []
    first = desk.sync.once(
        desk.watch.now(), is_forced=True, tell=lambda state: told.append((state.done, state.total))
    )
    second, third = desk.syncs(), desk.syncs()

    assert (first.state.waiting, second.state.waiting, third.state.waiting) == (70, 20, 0)
    assert first.changes.outbox
    assert told[-1] == (49, 120)


@pytest.mark.parametrize(("status", "code"), [(503, "blobs.away"), (408, "request.too_slow")])
def test_documents_that_cannot_be_taken_now_hold_nothing_else_up(
    desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str], status: int, code: str
) -> None:
    file = other_desk.identifies(people["not found"])
    other_desk.syncs()
    with desk.database.open_work() as work:
        work.blobs.put(b"%PDF-one"), work.blobs.put(b"%PDF-two")
        work.commit()
    line = between(desk, put_blob=instead(Problem(title="", status=status, code=code)))

    report = desk.syncs()

    state = report.state
    assert (state.connection, state.waiting, state.needs_you, state.alarms) == (Connection.ONLINE, 2, 0, ())
    assert (report.documents, line.asked.count("put_blob")) == (0, 1)  # the loop does not go on at once
    assert len(desk.chain(file)) == 2  # news came
    with desk.database.open_reading() as reading:
        assert reading.leases.left(Series.NOTICE, 2026) >= 25
    desk.talks_through(desk.central)
    assert desk.syncs().state.waiting == 0


def test_a_document_that_is_damaged_here_holds_nothing_else_up(desk: PracticeDesk) -> None:
    with desk.database.open_work() as work:
        damaged, _ = work.blobs.put(b"%PDF-one"), work.blobs.put(b"%PDF-two")
        work.connection.change(
            "UPDATE blob_part SET bytes = x'00' WHERE sha256 = ?", (bytes.fromhex(damaged),)
        )
        work.commit()

    state = desk.syncs().state

    assert (state.waiting, state.needs_you) == (0, 1)
    with desk.database.open_reading() as reading:
        assert reading.blobs.waiting() == ()
        [row] = reading.unsent_documents()
        assert (row.sha256, row.refused) == (damaged, "storage.document_missing")
        assert reading.leases.left(Series.NOTICE, 2026) >= 25  # the round went on
