"""The case page by keys alone, in every stage, at every text size."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dost_desktop.ports import Unanswered
from dost_desktop.services.refuse_application import draft_key
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import LAND, NOTHING, WORKS, RealDesk
from tests.fakes.representing import hand_over_at
from tests.fakes.whole_words import cut_words, room
from ui.infra.keyboard import install_keys
from ui.screens.application.presenter import ApplicationPresenter
from ui.screens.application.view import ApplicationView, connect
from ui.theme.theme import apply_theme
from ui.widgets.action_button import ActionButton
from ui.widgets.text_area import TextArea

CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Answer = Mapping[str, Any] | Unanswered


class Opened:
    def __init__(self, desk: RealDesk, qtbot: QtBot, answer: Answer) -> None:
        self.desk = desk
        self.file_id, self.application = desk.opens()
        desk.serves(self.file_id, self.application)
        desk.registers.answer = answer
        self.view = ApplicationView()
        qtbot.addWidget(self.view)
        self.presenter = ApplicationPresenter(
            self.view, InlineTasks(), desk.went, desk.jobs, self.file_id, self.application
        )
        self.wires = connect(self.view, self.presenter)
        self.handing = hand_over_at(desk, InlineTasks(), self.view.hand_over)
        desk.went.heard = self.presenter.changed
        self.view.resize(room(), 600)
        self.view.show()
        self.view.activateWindow()
        self.presenter.opened()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.view.focusWidget(), key, modifiers)


@pytest.fixture(autouse=True)
def keys(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp)
    installed = install_keys(qapp)
    yield
    qapp.removeEventFilter(installed)
    apply_theme(qapp)


@pytest.mark.parametrize(
    ("key", "modifiers"), [(Qt.Key.Key_R, CONTROL | SHIFT), (Qt.Key.Key_Return, CONTROL), (Qt.Key.Key_5, ALT)]
)
def test_three_ways_lead_to_the_refusal(
    desk: RealDesk, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    page = Opened(desk, qtbot, WORKS)
    focused = page.view.focusWidget()
    assert isinstance(focused, ActionButton)

    page.press(key, modifiers)

    assert desk.went.to == ["refusal"]


def test_the_persons_statement_is_typed_saved_and_found_again(desk: RealDesk, qtbot: QtBot) -> None:
    page = Opened(desk, qtbot, WORKS)
    page.press(Qt.Key.Key_R, ALT)
    field = page.view.focusWidget()
    assert isinstance(field, TextArea)

    QTest.keyClicks(field, "Oktyabrda cixmisam")
    qtbot.waitUntil(lambda: desk.drafts.load(draft_key(page.application)) is not None, timeout=1000)
    page.press(Qt.Key.Key_Escape)

    assert isinstance(page.view.focusWidget(), ActionButton)
    assert desk.went.to == []


def test_withdrawing_is_safe_by_enter_and_done_by_ctrl_enter(desk: RealDesk, qtbot: QtBot) -> None:
    page = Opened(desk, qtbot, WORKS)
    page.press(Qt.Key.Key_G, ALT)
    page.press(Qt.Key.Key_Return)
    with desk.desk.open_reading() as reading:
        found = reading.file(page.file_id).application(page.application)
    assert found is not None
    assert found.is_open

    page.press(Qt.Key.Key_G, ALT)
    page.press(Qt.Key.Key_Return, CONTROL)
    with desk.desk.open_reading() as reading:
        found = reading.file(page.file_id).application(page.application)
    assert found is not None
    assert not found.is_open


def test_a_waiting_application_prints_its_receipt_and_pauses(desk: RealDesk, qtbot: QtBot) -> None:
    page = Opened(desk, qtbot, Unanswered.REGISTER)
    page.press(Qt.Key.Key_P, CONTROL)
    page.press(Qt.Key.Key_H, CONTROL)
    page.press(Qt.Key.Key_Return, CONTROL)

    assert desk.receipts == [page.application]
    assert desk.went.to == ["case changed", "queue"]
    assert desk.runs.paused()[0].application == page.application


def test_the_hand_over_is_answered_by_keys(desk: RealDesk, qtbot: QtBot) -> None:
    page = Opened(desk, qtbot, WORKS)
    notice = desk.refuses(page.file_id, page.application)
    page.presenter.opened()

    page.press(Qt.Key.Key_B, ALT)
    page.press(Qt.Key.Key_Return, CONTROL)
    with desk.desk.open_reading() as reading:
        recorded = reading.file(page.file_id).notice(notice)
    assert recorded is not None
    assert recorded.receiving == "would_not_sign"

    page.press(Qt.Key.Key_Return, CONTROL)
    assert desk.went.to == ["case changed", "queue"]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("answer", [WORKS, LAND, NOTHING, Unanswered.OFFLINE])
def test_nothing_is_cut(
    desk: RealDesk, qtbot: QtBot, qapp: QApplication, answer: Answer, scale: float
) -> None:
    apply_theme(qapp, "light", scale)
    page = Opened(desk, qtbot, answer)
    qtbot.waitUntil(lambda: cut_words(page.view) == [], timeout=2000)


def test_a_built_page_shows_the_next_case_and_nothing_of_the_last(desk: RealDesk, qtbot: QtBot) -> None:
    page = Opened(desk, qtbot, WORKS)
    page.press(Qt.Key.Key_R, ALT)
    page.presenter.statement_edited("Birinci")
    page.wires.cut()
    desk.next_person()
    file_id, application = desk.opens()

    page.view.begin()
    following = ApplicationPresenter(page.view, InlineTasks(), desk.went, desk.jobs, file_id, application)
    wires = connect(page.view, following)
    following.opened()
    page.press(Qt.Key.Key_R, CONTROL | SHIFT)

    assert desk.went.to == ["refusal"]
    assert {area.text() for area in page.view.findChildren(TextArea)} == {""}
    wires.cut()
