"""The disagreements' page in the real window holds at every text size, and with words for the head."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from dost_desktop.domain.refusing import Refused
from dost_desktop.practice import PracticeFacts, PracticeOffice
from dost_desktop.sync.rebase import REJECTED, before_a_person
from dost_desktop.sync.report import Tally
from tests.acceptance.agent_at_desk import sits_down
from tests.ui.window.real_window import RealWindow
from tests.ui.window.test_pages import found
from ui.screens.disagreements.view import DisagreementsView

PEOPLE = ("not found", "found 4.1.1")


@contextmanager
def left_behind(folder: Path) -> Iterator[tuple[PracticeOffice, PracticeFacts]]:
    """An office where the central API did not take the last click about each of two people."""
    office = PracticeOffice(folder)
    facts = office.open()
    agent = sits_down(office, facts)
    agent.syncs()
    for person in PEOPLE:
        agent.receives(person)
        agent.syncs()
        agent.checks_the_register()
        assert agent.file_id is not None
        with agent.signed_in.database.open_work() as work:
            last = work.outbox.of_file(agent.file_id)[-1]
            work.replace_tail(agent.file_id, last.events[0].link.seq, (), None)
            before_a_person(work, last, REJECTED, Refused("lookup.newer_recorded", "SEED 23.6"), Tally())
            work.commit()
    agent.leaves()
    yield office, facts
    office.close()


@contextmanager
def opened(qapp: QApplication, folder: Path) -> Iterator[RealWindow]:
    """The window of such an office, signed in."""
    with left_behind(folder / "office") as there:
        window = RealWindow(qapp, *there, folder / "pictures")
        window.sign_in()
        yield window
        window.close()


@pytest.fixture(scope="module")
def at(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealWindow]:
    with opened(qapp, tmp_path_factory.mktemp("disagreements")) as window:
        yield window


def page(at: RealWindow) -> DisagreementsView:
    at.hands.press("Ctrl+5")
    view = at.wait("the page", lambda: isinstance(at.view(), DisagreementsView) and at.view())
    assert isinstance(view, DisagreementsView)
    at.wait("one of them", view.bar.isVisible)
    return view


WORDS_FOR_THE_HEAD = ("Down", "Ctrl+Enter")


@pytest.mark.parametrize(
    ("keys", "scale"),
    [
        ((), 2.0),
        (WORDS_FOR_THE_HEAD, 1.0),
        *(
            pytest.param(keys, scale, marks=pytest.mark.long)
            for keys in ((), WORDS_FOR_THE_HEAD)
            for scale in (1.0, 1.5, 2.0)
        ),
    ],
)
def test_the_page_holds(at: RealWindow, qapp: QApplication, keys: tuple[str, ...], scale: float) -> None:
    at.wear(scale)
    page(at)
    at.rest()
    for key in keys:
        at.hands.press(key)
        at.rest(100)
    at.hands.picture(f"disagreements-{len(keys)}-{scale}")
    broken = found(at, qapp)
    if broken:  # a busy PC lays out late: what is wrong stays wrong
        at.rest(1500)
        broken = found(at, qapp)
    at.wear(1.0)
    at.session.show_queue()
    at.rest()
    assert broken == {}
