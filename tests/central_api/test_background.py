"""One piece of work that cannot be done never stops the others: people are told all the same."""

from __future__ import annotations

import logging
import threading

import psycopg
import pytest
from sqlalchemy.exc import OperationalError

from central_api.background import Background, Stopped


def test_what_breaks_one_kind_of_work_leaves_the_others_going(caplog: pytest.LogCaptureFixture) -> None:
    done, seen = threading.Event(), threading.Event()
    broke: list[int] = []

    def breaks(_stopped: Stopped) -> int:
        broke.append(1)
        raise OverflowError("date value out of range")

    def goes_on(_stopped: Stopped) -> int:
        (seen if not seen.is_set() else done).set()
        return 0

    background = Background(breaks, goes_on)
    with caplog.at_level(logging.ERROR):
        background.start()
        assert seen.wait(5)
        background.wake()
        assert done.wait(5)
        background.stop()
    assert len(broke) >= 2
    assert "background work paused" in caplog.text


def test_a_database_that_is_away_is_said_once_and_so_is_its_return(caplog: pytest.LogCaptureFixture) -> None:
    is_away, rounds = threading.Event(), threading.Semaphore(0)
    is_away.set()

    def meets_it(_stopped: Stopped) -> int:
        rounds.release()
        if is_away.is_set():
            raise OperationalError("SELECT 1", {}, psycopg.errors.AdminShutdown())
        return 0

    background = Background(meets_it, look_every=0.01)
    with caplog.at_level(logging.WARNING):
        background.start()
        for _ in range(4):
            assert rounds.acquire(timeout=5)
        is_away.clear()
        for _ in range(4):
            assert rounds.acquire(timeout=5)
        background.stop()
    said = [(record.message, vars(record)["for"]) for record in caplog.records]
    assert said == [("background work waits", "database.away"), ("background work goes on", "")]
