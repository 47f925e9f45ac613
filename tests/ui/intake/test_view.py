"""The intake page itself: keys, the draft within a second, and the caret where it belongs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from dost_desktop.ports import Unanswered
from tests.fakes.inline_tasks import InlineTasks
from tests.ui.intake.desk import PAPERS, IntakeDesk
from tests.ui.intake.test_presenter import LINES
from ui.infra.keyboard import install_keys
from ui.pages.intake import wire
from ui.screens.intake.form import Form
from ui.screens.intake.presenter import IntakePresenter
from ui.screens.intake.view import IntakeView


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[IntakeDesk]:
    desk = IntakeDesk(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def page(qtbot: QtBot, desk: IntakeDesk) -> Iterator[tuple[IntakeView, IntakePresenter]]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    keys = install_keys(app)
    view = IntakeView()
    view.begin()
    qtbot.addWidget(view)
    view.resize(1158, 600)
    view.show()
    view.activateWindow()
    presenter = desk.intake(InlineTasks(), view=view)
    wires = wire(view, presenter, desk.speaks)
    yield view, presenter
    wires.cut()
    app.removeEventFilter(keys)


def number(view: IntakeView) -> QLineEdit:
    return next(
        each for each in view.findChildren(QLineEdit) if each.accessibleName() == view.tr("PIN (FİN)")
    )


def test_typed_letter_by_letter_and_entered_the_register_answers(
    qtbot: QtBot, desk: IntakeDesk, page: tuple[IntakeView, IntakePresenter]
) -> None:
    view, presenter = page
    assert number(view).hasFocus()
    QTest.keyClicks(number(view), "5tk8r2m")
    assert number(view).text() == "5TK8R2M"
    QTest.keyClick(number(view), Qt.Key.Key_Return)
    assert "meis_person" in desk.registers.asked
    qtbot.waitUntil(lambda: desk.drafts.load(presenter.draft_key) is not None, timeout=1000)
    QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.file().applications) == 1


def test_a_pasted_card_leaves_only_its_number(
    desk: IntakeDesk, page: tuple[IntakeView, IntakePresenter], qtbot: QtBot
) -> None:
    view, _ = page
    QApplication.clipboard().setText(LINES)
    number(view).paste()
    number(view).textEdited.emit(number(view).text())
    assert number(view).text() == "5TK8R2M"


def test_off_it_leads_to_the_first_thing_that_is_missing(
    qtbot: QtBot, desk: IntakeDesk, page: tuple[IntakeView, IntakePresenter]
) -> None:
    view, presenter = page
    desk.registers.person = Unanswered.OFFLINE
    presenter.scanned(LINES)
    QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    focused = view.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused.accessibleName() == view.tr("Surname")
    view.fill(PAPERS)
    QTest.keyClicks(focused, "a")
    QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.file().applications) == 1


def test_an_answer_does_not_take_the_caret_from_who_types_elsewhere_meanwhile(
    desk: IntakeDesk, page: tuple[IntakeView, IntakePresenter]
) -> None:
    view, presenter = page
    presenter.typed(Form(number="5TK8R2M"))
    view.focus("phone")
    presenter.ask()
    assert view._middle.phone.hasFocus()
    presenter.typed(Form(number="5TK8R2N"))
    view.focus("number")
    presenter.ask()
    assert view._continue.hasFocus()
