"""Somebody sets the PC's clock while the sync works: it is noticed soon, and nobody waits for a time that never was."""

from __future__ import annotations

from datetime import timedelta

from dost_desktop.sync.needs import NoAnswer, Silence
from dost_desktop.sync.report import Connection
from tests.sync.desks import PracticeDesk
from tests.sync.line import between, instead

HOUR = timedelta(hours=1)


def test_a_clock_set_back_by_an_hour_is_noticed_by_the_next_round(desk: PracticeDesk) -> None:
    desk.syncs()
    desk.watch.wrong_by = -HOUR
    report = desk.syncs(is_forced=False)
    assert report.state.clock_off == HOUR
    assert desk.watch.now() == desk.watch.time()


def test_a_desk_whose_clock_was_an_hour_ahead_tries_again_as_soon_as_any_other(desk: PracticeDesk) -> None:
    desk.watch.wrong_by = HOUR
    between(desk, push=instead(NoAnswer(Silence.TIMEOUT)), feed=instead(NoAnswer(Silence.TIMEOUT)))
    state = desk.syncs().state
    assert state.connection is Connection.OFFLINE
    assert state.next_try is not None
    assert state.next_try - desk.watch.now() < timedelta(seconds=5)


def test_a_pc_whose_clock_began_anew_in_1980_still_sends(desk: PracticeDesk) -> None:
    desk.watch.wrong_by = -timedelta(days=16_900)
    desk.calls_in(desk.file_of("5AB1CD2"), "+994500001234")
    state = desk.syncs().state
    assert state.connection is Connection.ONLINE
    assert state.clock_off == timedelta(days=16_900)
