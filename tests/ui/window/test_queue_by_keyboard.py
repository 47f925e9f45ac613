"""The queue without a mouse: call, call again, put aside for a reason, go on, did not come, by number, sent on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from dost_desktop.contract.messages import Ticket
from dost_desktop.practice import PracticeFacts, PracticeOffice
from tests.ui.window.real_window import RealWindow
from ui.parts.pause_bar import PauseBar
from ui.screens.intake.view import IntakeView
from ui.screens.queue.asking import Asking
from ui.screens.queue.view import QueuePage


@pytest.fixture(scope="module")
def window(
    practice: PracticeOffice,
    facts: PracticeFacts,
    qapp: QApplication,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[RealWindow]:
    opened = RealWindow(qapp, practice, facts, tmp_path_factory.mktemp("pictures"))
    opened.sign_in()
    yield opened
    opened.close()


@pytest.fixture
def at(window: RealWindow) -> RealWindow:
    window.start_over()
    return window


def ticket(at: RealWindow, number: str) -> Ticket:
    board = at.session.signed_in.queue.queue()
    assert board is not None
    return next(each for each in board.tickets if each.number == number)


def called(at: RealWindow) -> str:
    """F2, and the ticket whose intake opened."""
    at.hands.press("F2")
    at.wait("the intake", lambda: isinstance(at.view(), IntakeView))
    case = at.wait("the case", lambda: at.session.case)
    at.rest(400)
    return str(case.ticket)


def on_queue(at: RealWindow) -> QueuePage:
    at.wait("the queue", lambda: isinstance(at.view(), QueuePage) and at.view().isVisible())
    page = at.view()
    assert isinstance(page, QueuePage)
    return page


def asks(at: RealWindow) -> Asking:
    page = on_queue(at)
    at.wait("the question", lambda: page.findChild(Asking).isVisible())
    at.rest(100)
    found = page.findChild(Asking)
    assert isinstance(found, Asking)
    return found


def test_a_case_is_put_aside_for_a_reason_and_goes_on(at: RealWindow) -> None:
    number = called(at)
    at.hands.press("F7")
    at.wait("the second call", lambda: ticket(at, number).calls == 2)
    at.wait("its words", lambda: at.says(f"{number} 2 dəfə çağırılıb"))
    at.hands.press("Ctrl+H")
    at.wait("the reasons", lambda: at.window.findChild(PauseBar))
    at.hands.press("Enter")  # the first reason
    on_queue(at)
    at.wait("the strip", lambda: at.says("Dayandırılıb: şəxs sənəd gətirməyə gedib"))
    assert at.session.services.cases.paused()[0].paused_for == "person"
    assert at.session.case is None
    at.hands.press("F3")
    at.wait("the intake", lambda: isinstance(at.view(), IntakeView))
    assert at.session.case is not None
    assert at.session.case.ticket == number


def test_with_an_open_case_the_next_call_asks_why_it_waits(at: RealWindow) -> None:
    first = called(at)
    at.hands.press("F2")
    asks(at)
    at.hands.press("Enter")
    at.wait("the next intake", lambda: at.session.case and at.session.case.ticket != first)
    assert [each.paused_for for each in at.session.services.cases.paused() if each.ticket == first] == [
        "person"
    ]


def test_who_did_not_come_is_called_by_number_when_they_appear(at: RealWindow) -> None:
    number = called(at)
    at.hands.press("Ctrl+D")
    on_queue(at)
    at.wait("no case", lambda: at.session.case is None)
    assert ticket(at, number).state == "no_show"
    at.rest(300)
    at.hands.press("Ctrl+G")
    question = asks(at)
    assert number in question._detail.text()
    at.type(number.lower())
    at.hands.press("Enter")
    at.wait("the intake", lambda: isinstance(at.view(), IntakeView))
    assert at.session.case is not None
    assert at.session.case.ticket == number


def test_a_called_ticket_is_sent_on_from_the_intake(at: RealWindow) -> None:
    number = called(at)
    at.hands.press("Ctrl+T")
    asks(at)
    at.hands.press("Ctrl+Enter")
    at.wait("no case", lambda: at.session.case is None)
    board = at.session.signed_in.queue.queue()
    assert board is not None
    assert number not in {each.number for each in board.tickets}  # it waits at a direction of other desks


def test_what_a_waiting_person_needs_is_noted(at: RealWindow) -> None:
    page = on_queue(at)
    at.rest(300)
    number = page._list.selected_id()
    assert number is not None
    before = ticket(at, number).needs
    at.hands.press("Ctrl+U")
    asks(at)
    at.hands.press("Alt+B")
    at.hands.press("Ctrl+Enter")
    at.wait("the note", lambda: ("interpreter" in ticket(at, number).needs) != ("interpreter" in before))
