"""The thread behind the window: sends what was clicked, hears of others within moments, and ends when told."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from dost_desktop.services.changes import Changes
from dost_desktop.sync.loop import SyncLoop
from dost_desktop.sync.report import Connection, SyncState
from tests.sync.desks import PracticeDesk


class Ear:
    """Hears everything the loop tells."""

    def __init__(self) -> None:
        self.heard: list[tuple[SyncState, Changes]] = []
        self._changed = threading.Condition()

    def __call__(self, state: SyncState, changes: Changes) -> None:
        with self._changed:
            self.heard.append((state, changes))
            self._changed.notify_all()

    def hears(self, what: Callable[[SyncState, Changes], bool], seconds: float = 10) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: any(what(*each) for each in self.heard), seconds)


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def loop(desk: PracticeDesk, ear: Ear) -> Iterator[SyncLoop]:
    made = SyncLoop(desk.sync, desk.watch, ear, every=30, wait=1)
    made.start()
    assert ear.hears(lambda state, _: state.connection is Connection.ONLINE)
    yield made
    assert made.stop()


def test_a_click_is_sent_at_once(
    desk: PracticeDesk, loop: SyncLoop, ear: Ear, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not found"])

    loop.wake()

    assert ear.hears(lambda _, changes: file in changes.files)
    assert desk.confirmed(file) == 2


def test_what_another_desk_did_is_here_without_asking(
    desk: PracticeDesk, other_desk: PracticeDesk, loop: SyncLoop, ear: Ear, people: dict[str, str]
) -> None:
    file = other_desk.identifies(people["not found"])
    other_desk.syncs()

    assert ear.hears(lambda _, changes: file in changes.files, seconds=10)
    assert desk.chain(file) == other_desk.chain(file)


def test_news_upon_news_is_here_at_once_each_time(
    desk: PracticeDesk, other_desk: PracticeDesk, loop: SyncLoop, ear: Ear, people: dict[str, str]
) -> None:
    """A round that ends while the next ring is on its way must not leave the door unattended until the hour."""
    for number in list(dict.fromkeys(people.values()))[:8]:
        file = other_desk.identifies(number)
        other_desk.syncs()
        loop.wake()  # a click of this desk's own, in the midst of it
        assert ear.hears(lambda _, changes, file=file: file in changes.files, seconds=10)


def test_it_goes_on_at_once_while_documents_wait(desk: PracticeDesk, loop: SyncLoop, ear: Ear) -> None:
    with desk.database.open_work() as work:
        marks = [work.blobs.put(f"%PDF-{number}".encode()) for number in range(120)]
        work.commit()

    loop.wake()

    assert ear.hears(lambda state, _: state.documents == 20)
    assert ear.hears(lambda state, changes: changes.outbox and not state.waiting)
    assert desk.central.blob(marks[-1]) == b"%PDF-119"


def test_while_offline_only_the_agent_makes_it_try_again(
    desk: PracticeDesk, loop: SyncLoop, ear: Ear, server: tuple[str, ExitStack]
) -> None:
    server[1].close()
    loop.sync_now()
    assert ear.hears(lambda state, _: state.connection is Connection.OFFLINE)
    rounds = len(ear.heard)

    for _ in range(20):
        loop.wake()
    time.sleep(0.2)

    assert len(ear.heard) == rounds
    loop.sync_now()
    assert ear.hears(lambda *_: len(ear.heard) > rounds)
