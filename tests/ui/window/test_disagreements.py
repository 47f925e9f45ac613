"""Disagreements in the real window: from the rail, the strip and the outbox to the choice, by keys alone."""

from __future__ import annotations

from collections.abc import Iterator

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
from ui.screens.outbox.view import OutboxView
from ui.screens.person.view import PersonView

PEOPLE = ("not found", "found 4.1.1")


@pytest.fixture(scope="module")
def left_behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[PracticeOffice, PracticeFacts]]:
    """An office where the central API did not take the last click about each of two people."""
    office = PracticeOffice(tmp_path_factory.mktemp("disagreements"))
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


@pytest.fixture(scope="module")
def at(
    left_behind: tuple[PracticeOffice, PracticeFacts],
    qapp: QApplication,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[RealWindow]:
    opened = RealWindow(qapp, *left_behind, tmp_path_factory.mktemp("pictures"))
    opened.sign_in()
    yield opened
    opened.close()


def count(at: RealWindow) -> int:
    return next(each.count for each in at.window.rail._buttons if each.item.id == "disagreements")


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


def test_from_the_strip_to_the_choice_and_from_the_outbox_to_the_next(at: RealWindow) -> None:
    at.wait("the count", lambda: count(at) == len(PEOPLE))
    at.wait("the strip", lambda: at.says("2 uyğunsuzluq"))
    at.window.strip._sync.click()  # leads where it is settled
    at.wait("the page", lambda: isinstance(at.view(), DisagreementsView) and at.view().bar.isVisible())
    first = at.view()._list.selected_id()
    at.hands.press("F8")
    at.wait("the next one", lambda: at.view()._list.selected_id() != first)
    at.hands.press("Ctrl+O")
    at.wait("the person's file", lambda: isinstance(at.view(), PersonView))

    page(at)
    at.rest()
    while at.view().choices.words_field is None:  # down to the head
        at.hands.press("Down")
        at.rest(50)
    at.hands.press("Tab")
    at.type("Hansı qalsın?")
    at.hands.press("Ctrl+Enter")
    at.wait("one is with the head", lambda: count(at) == len(PEOPLE) - 1)

    at.hands.press("Ctrl+R")
    at.wait("the outbox", lambda: isinstance(at.view(), OutboxView) and at.says("Qərar ver"))
    at.hands.press("Enter")  # the first line needs somebody
    at.wait("its page", lambda: isinstance(at.view(), DisagreementsView) and at.view().bar.isVisible())
    at.rest()
    at.hands.press("Ctrl+Enter")
    at.wait("nothing waits", lambda: count(at) == 0 and at.says("Uyğunsuzluq yoxdur."))
    at.wait("the strip is quiet", lambda: not at.says("uyğunsuzluq\n"))
