"""The agent's whole day without a mouse: every key from every page under three layouts, the main job, the lock."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from dost_desktop.domain.vocabulary import ApplicationState
from dost_desktop.practice import PracticeFacts, PracticeOffice
from tests.ui.kit.test_keyboard import LAYOUTS, press
from tests.ui.window.real_window import Case, RealWindow, bring, person_of
from ui.screens.application.view import ApplicationView
from ui.screens.applications.view import ApplicationsView
from ui.screens.disagreements.view import DisagreementsView
from ui.screens.intake.view import IntakeView
from ui.screens.intake.who_part import NumberField
from ui.screens.notices.view import NoticesView
from ui.screens.outbox.view import OutboxView
from ui.screens.person.view import PersonView
from ui.screens.persons.view import FindField, PersonsView
from ui.screens.queue.view import QueuePage
from ui.screens.refusal.view import RefusalView
from ui.tour.hands import Hands
from ui.tour.steps import AtTheDesk
from ui.widgets.action_button import ActionButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.rows_view import RowsView
from ui.widgets.text_area import TextArea

_FOUND, _MAIN_JOB = "found 4.1.7", "found 4.1.8"


@pytest.fixture(scope="module")
def case(practice: PracticeOffice, facts: PracticeFacts, qapp: QApplication) -> Case:
    return bring(practice, facts, _FOUND)[_FOUND]


@pytest.fixture(scope="module")
def window(practice, facts, case, qapp, tmp_path_factory) -> Iterator[RealWindow]:
    opened = RealWindow(qapp, practice, facts, tmp_path_factory.mktemp("pictures"))
    opened.sign_in()
    yield opened
    opened.close()


@pytest.fixture
def at(window: RealWindow) -> RealWindow:
    window.start_over()
    return window


PAGES: dict[str, tuple[type[QWidget], Callable[[RealWindow, Case], Any]]] = {
    "queue": (QueuePage, lambda at, _: at.session.show_queue()),
    "intake": (IntakeView, lambda at, _: at.session.start_intake(None)),
    "application": (ApplicationView, lambda at, case: at.session.open_case(case.file_id, case.application)),
    "refusal": (RefusalView, lambda at, case: at.session.open_refusal(case.file_id, case.application)),
    "persons": (PersonsView, lambda at, _: at.session.show_persons("")),
    "applications": (ApplicationsView, lambda at, _: at.session.show_applications()),
    "notices": (NoticesView, lambda at, _: at.session.show_notices()),
    "outbox": (OutboxView, lambda at, _: at.session.show_outbox()),
    "disagreements": (DisagreementsView, lambda at, _: at.session.show_disagreements()),
}


def opened(at: RealWindow, case: Case, page: str) -> None:
    kind, lead = PAGES[page]
    lead(at, case)
    at.wait(page, lambda: isinstance(at.view(), kind) and at.view().isVisible())
    at.rest(500)  # what is read comes, and the caret with it


def strike(at: RealWindow, chord: str, layout: str) -> None:
    """The key of this chord, under a layout, at whatever has the focus."""
    focus = at.app.focusWidget() or at.window
    QApplication.sendEvent(focus, press(chord, layout, windows=layout != "us"))
    at.rest(120)


def part_of_focus(at: RealWindow) -> str:
    widget: QWidget | None = at.app.focusWidget()
    while widget is not None and not widget.property("part"):
        widget = widget.parentWidget()
    return str(widget.property("part")) if widget else ""


_CI = [f"{page}-{layout}" for page, layout in zip(list(PAGES)[::4], cycle(LAYOUTS), strict=False)]


@pytest.mark.parametrize(
    ("page", "layout"),
    [
        pytest.param(page, layout, marks=[] if f"{page}-{layout}" in _CI else pytest.mark.long)
        for page in PAGES
        for layout in LAYOUTS
    ],
)
def test_what_works_everywhere_works_here(at, case, page, layout):
    opened(at, case, page)
    wrong = []

    def check(key: str, seen: Callable[[], Any]) -> None:
        strike(at, key, layout)
        try:
            at.wait(key, seen, patience=2000)
        except AssertionError:
            wrong.append(key)

    before = part_of_focus(at)
    check("F6", lambda: part_of_focus(at) != before)
    there = part_of_focus(at)
    check("Shift+F6", lambda: part_of_focus(at) != there)
    check("F10", at.window.menuBar().isVisible)
    check("F10", lambda: not at.window.menuBar().isVisible())
    for key, kind in {
        "Ctrl+1": QueuePage, "Ctrl+2": PersonsView, "Ctrl+3": ApplicationsView, "Ctrl+4": NoticesView,
        "Ctrl+N": IntakeView, "Ctrl+R": OutboxView, "F2": (QueuePage, IntakeView), "F3": (QueuePage, IntakeView),
    }.items():  # fmt: skip
        opened(at, case, page)
        check(key, lambda kind=kind: isinstance(at.view(), kind))
        at.start_over()
    opened(at, case, page)
    check(
        "Ctrl+F",
        lambda: at.app.focusWidget() is at.window.header.search and at.window.header.search.isVisible(),
    )
    opened(at, case, page)
    check("Ctrl+L", at.window._is_covered)
    assert wrong == []


def test_f1_shows_the_keys_and_esc_takes_them_away(at):
    strike(at, "F1", "az")
    sheet = at.wait("the sheet", at.app.activeModalWidget)
    strike(at, "Esc", "az")
    at.wait("the page", lambda: at.app.activeModalWidget() is None)
    assert sheet is not at.window


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_key_of_a_case_leads_where_it_says(at, case, layout):
    opened(at, case, "application")
    view = at.view()
    strike(at, "Alt+R", layout)
    assert isinstance(at.app.focusWidget(), QPlainTextEdit)  # what the person says
    strike(at, "Esc", layout)
    assert at.view() is view
    strike(at, "Alt+G", layout)
    at.wait("the question", lambda: at.says("Müraciət dayandırılsın?"))
    strike(at, "Esc", layout)
    at.wait("the answer", lambda: not at.says("Müraciət dayandırılsın?"))
    for key, kind in {"Ctrl+O": PersonView, "Ctrl+Shift+R": RefusalView, "Alt+6": RefusalView}.items():
        strike(at, key, layout)
        at.wait(key, lambda kind=kind: isinstance(at.view(), kind) and at.view().isVisible())
        at.rest(300)
        strike(at, "Esc", layout)
        at.wait("the case", lambda: isinstance(at.view(), ApplicationView) and at.view().isVisible())
        at.rest(300)
    asked = asked_register(at, case)
    strike(at, "F9", layout)
    at.wait("the register", lambda: asked_register(at, case) > asked)


def asked_register(at: RealWindow, case: Case) -> int:
    """How often the register of employed persons answered about this file."""
    with at.session.desk.open_reading() as reading:
        kinds = [each.event.content.kind for each in reading.events(case.file_id)]
    return kinds.count("register_answered")


FIRST = {
    "queue": RowsView, "intake": NumberField, "refusal": TextArea, "persons": FindField,
    "applications": (RowsView, EmptyState), "notices": (RowsView, EmptyState),
    "outbox": (RowsView, ActionButton), "application": ActionButton,
}  # fmt: skip


@pytest.mark.parametrize("page", FIRST)
def test_the_focus_stands_where_the_page_begins(at, case, page):
    opened(at, case, page)
    assert isinstance(at.app.focusWidget(), FIRST[page])


class Counting(Hands):
    """Hands that count what the agent presses; a scanner's signs are not the agent's."""

    strokes = 0

    def press(self, chord: str) -> None:
        self.strokes += 1
        super().press(chord)

    def type(self, text: str) -> None:
        self.strokes += len(text)
        super().type(text)


def test_the_main_job_takes_few_keys_and_no_mouse(at, capsys):
    before = len(at.others.seen)
    hands = Counting(at.app, at.window, at.pictures)
    desk = AtTheDesk(hands, at.session, str)
    person = person_of(at.facts, _MAIN_JOB)
    desk.call()
    desk.identify_by_card(person)
    desk.go_on(person)
    desk.wait_for_state(person, ApplicationState.FOUND_EMPLOYED)
    hands.pause(300)
    desk.prepare_refusal()
    notice = desk.sign(person)
    desk.wait_for_print(person, notice.id)
    desk.hand_over(person, notice.id)
    with capsys.disabled():
        sys.stdout.write(f"\nthe main job by keyboard: {hands.strokes} keys, the token's PIN among them\n")
    assert hands.strokes <= 20
    assert at.others.seen[before:] == []


def test_the_lock_covers_keeps_the_caret_and_drops_the_keys(at, case):
    opened(at, case, "refusal")
    page = at.view()
    at.wait("the letter", page._form.reasoning.text)
    area = at.app.focusWidget()
    assert isinstance(area, QPlainTextEdit)
    at.type("AB")
    words, caret = area.toPlainText(), area.textCursor().position()
    strike(at, "Ctrl+L", "ru")
    assert at.window._is_covered()
    for key in ("Ctrl+1", "Ctrl+N", "Ctrl+Return", "F2"):
        strike(at, key, "us")
    at.type("yanlis")
    at.hands.press("Enter")
    at.wait("the message", lambda: at.says_problem("signin.wrong"))
    assert at.window._is_covered()
    at.type(at.agent.password)
    at.hands.press("Enter")
    at.wait("the work again", lambda: not at.window._is_covered())
    assert at.view() is page
    assert at.app.focusWidget() is area
    assert (area.toPlainText(), area.textCursor().position()) == (words, caret)
    assert not at.session.key.certificate().opened  # the token's PIN is asked again


def test_nobody_there_locks_the_desk(at):
    whole = at.window.settings.lock_after_minutes * 60_000
    at.window._idle.start(whole // 2)  # and then a click, as it comes from Windows
    QTest.mouseClick(at.window.windowHandle(), Qt.MouseButton.LeftButton)
    at.rest(100)
    assert at.window._idle.remainingTime() > whole - 2000
    at.window._idle.start(50)
    at.wait("the lock", at.window._is_covered)
