"""One piece of work that cannot be done never stops the others: people are told all the same."""

from __future__ import annotations

import logging
import threading

import pytest

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
