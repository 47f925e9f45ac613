"""The intake by keyboard alone: every section, every choice and every way out is a key away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState, CallerAnswer, FormOfApplication
from dost_desktop.ports import Unanswered
from tests.domain.builders import a_person_answer
from tests.fakes.inline_tasks import InlineTasks
from tests.ui.intake.desk import GUNAY, IntakeDesk
from tests.ui.intake.test_papers import MARTA
from ui.infra.keyboard import install_keys
from ui.pages.intake import wire
from ui.screens.intake.view import IntakeView
from ui.widgets.check_box import RadioButton
from ui.widgets.combo import Combo

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[IntakeDesk]:
    desk = IntakeDesk(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def view(qtbot: QtBot, desk: IntakeDesk) -> Iterator[IntakeView]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    keys = install_keys(app)
    view = IntakeView()
    view.begin()
    qtbot.addWidget(view)
    view.resize(1158, 640)
    view.show()
    view.activateWindow()
    wires = wire(view, desk.intake(InlineTasks(), view=view, purpose=""), desk.speaks)
    yield view
    wires.cut()
    app.removeEventFilter(keys)


def caret() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(*keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(caret(), key, held)


def write(words: str) -> None:
    QTest.keyClicks(caret(), words)
    QTest.qWait(80)  # letters that might begin a card are held for a blink


def choose(words: str) -> None:
    """The line with these words of the list that has the focus."""
    combo = caret()
    assert isinstance(combo, Combo)
    for _ in range(combo.count()):
        if combo.currentText() == words:
            return
        press(Qt.Key.Key_Down)
    raise AssertionError(words)


def test_the_purpose_is_changed_and_the_section_folded_again(view: IntakeView, desk: IntakeDesk) -> None:
    write("5tk8r2m")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_M, held=ALT)
    assert isinstance(caret(), RadioButton)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_M, held=ALT)
    assert view._middle.purpose.panel.isHidden()
    press(Qt.Key.Key_Return, held=CTRL)
    assert [each.kind for each in desk.file().applications] == [ApplicationKind.REMOVAL]


def test_a_call_without_a_ticket(view: IntakeView, desk: IntakeDesk) -> None:
    write("5tk8r2m")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_U, held=ALT)
    choose("Call centre")
    press(Qt.Key.Key_Return, held=CTRL)  # it leads to what is missing
    write("Z-17")
    press(Qt.Key.Key_Return, held=CTRL)
    assert caret().text().startswith("Date of birth")  # type: ignore[attr-defined]
    press(Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, held=CTRL)
    (application,) = desk.file().applications
    assert application.form is FormOfApplication.CALL_CENTRE
    assert application.call is not None
    assert set(application.call.named) == {CallerAnswer.BIRTH_DATE, CallerAnswer.DOCUMENT_NUMBER}


def test_an_expired_permit_is_opened_and_refused_with_one_key(view: IntakeView, desk: IntakeDesk) -> None:
    desk.registers.person = Unanswered.OFFLINE
    desk.registers.permit = a_person_answer(replace(MARTA, document_valid_until=date(2026, 11, 1)))
    press(Qt.Key.Key_Tab, held=SHIFT)
    choose("Foreigner")
    press(Qt.Key.Key_Tab)
    write("k48x2p")
    press(Qt.Key.Key_Return)
    write("MYI0012345")
    press(Qt.Key.Key_Tab)
    write("18.12.2026")
    press(Qt.Key.Key_Z, held=ALT)  # the register of permits knows better
    view.focus("surname")
    for words in ("Testova", "Marta", "", "09091984"):
        write(words)
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_R, held=CTRL | SHIFT)
    (application,) = desk.file("K48X2P", NumberKind.MIGRATION_PIN).applications
    assert desk.went.to[-1] == ("refusal", application.id)


def test_an_entity_is_told_and_recorded(view: IntakeView, desk: IntakeDesk) -> None:
    press(Qt.Key.Key_Tab, held=SHIFT)
    choose("Legal entity")
    press(Qt.Key.Key_Tab)
    write("1401555071")
    press(Qt.Key.Key_Return)
    assert caret().accessibleName() == "Name as on its paper"
    write("Sinaq MMC")
    press(Qt.Key.Key_T, held=ALT)  # nobody speaks for it yet: the caret goes there
    assert view.speaker.isAncestorOf(caret())
    desk.registers.person = a_person_answer(GUNAY)
    write("7XH3Q9B")
    press(Qt.Key.Key_N, held=ALT)
    press(Qt.Key.Key_T, held=ALT)
    (application,) = desk.file("1401555071", NumberKind.VOEN).applications
    assert application.state is ApplicationState.WITHDRAWN


def test_another_document_is_added_and_removed(view: IntakeView, desk: IntakeDesk) -> None:
    desk.registers.person = Unanswered.OFFLINE
    write("5tk8r2m")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_E, held=ALT)
    assert isinstance(caret(), Combo)
    press(Qt.Key.Key_Tab)
    write("AZE12345678")
    shown = view._middle.papers.fields["document_number#1"].editor
    assert isinstance(shown, QLineEdit)
    assert shown.text() == "AZE12345678"
    assert shown.hasFocus()
