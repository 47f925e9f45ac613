"""Disagreements in the real window: from the rail, the strip and the outbox to the choice, by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.window.real_window import RealWindow
from tests.ui.window.test_disagreements import PEOPLE, opened, page
from ui.screens.disagreements.view import DisagreementsView
from ui.screens.outbox.view import OutboxView
from ui.screens.person.view import PersonView


@pytest.fixture
def at(qapp: QApplication, tmp_path: Path) -> Iterator[RealWindow]:
    with opened(qapp, tmp_path) as window:
        yield window


def count(at: RealWindow) -> int:
    return next(each.count for each in at.window.rail._buttons if each.item.id == "disagreements")


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
