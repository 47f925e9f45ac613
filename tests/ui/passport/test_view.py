"""The passport by keys alone, and nothing cut at any text size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dost_desktop.catalogue.catalogue import load_catalogue
from tests.fakes.whole_words import cut_words, room
from ui.infra.keyboard import install_keys
from ui.parts.wires import Wires
from ui.screens.passport.marked_text import MarkedText
from ui.screens.passport.presenter import PassportPresenter
from ui.screens.passport.sheet_part import PassportSheet
from ui.screens.passport.view import PassportView, connect
from ui.theme.theme import apply_theme

PASSPORT = load_catalogue().passport


@pytest.fixture(autouse=True)
def keys(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp)
    installed = install_keys(qapp)
    yield
    qapp.removeEventFilter(installed)
    apply_theme(qapp)


def page(qtbot: QtBot) -> tuple[PassportView, PassportPresenter, Wires]:
    view = PassportView()
    qtbot.addWidget(view)
    presenter = PassportPresenter(view, PASSPORT, "az")
    wires = connect(view, presenter)
    view.resize(room(), 600)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    presenter.opened()
    return view, presenter, wires


def press(view: PassportView, key: Qt.Key) -> None:
    QTest.keyClick(view.focusWidget(), key)


def test_typed_words_lead_with_f8_to_a_hit_in_sight_and_esc_back(qtbot: QtBot) -> None:
    view, _, _wires = page(qtbot)
    QTest.keyClicks(view.focusWidget(), "arxa ofis")
    qtbot.waitUntil(lambda: view._list.rows.rowCount() < 28)

    qtbot.waitUntil(lambda: view._hit is not None and view._hit.number == 2)
    for _ in range(40):
        press(view, Qt.Key.Key_F8)
        if view._list.selected_id() == 23:
            break
    QTest.qWait(20)
    assert isinstance(view._sheet, PassportSheet)
    assert view._hit is not None
    box = view._sheet.hit_box(view._hit)
    top = view._sheet.mapTo(view._area.viewport(), box.topLeft()).y()
    assert 0 <= top < view._area.viewport().height()

    press(view, Qt.Key.Key_Escape)
    assert view._list.rows.rowCount() == 28
    assert view._field.text() == ""
    assert view.focusWidget() is view._field


def test_down_leads_into_the_list_and_enter_to_the_text(qtbot: QtBot) -> None:
    view, _, _wires = page(qtbot)
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Down)
    assert view._list.selected_id() == 1
    assert view._area.accessibleName() == PASSPORT.section(1).heading
    assert PASSPORT.service_name in view._area.accessibleDescription()

    press(view, Qt.Key.Key_Return)
    assert view.focusWidget() is view._area
    press(view, Qt.Key.Key_Escape)
    assert view.focusWidget() is view._field


def test_an_option_says_its_state_and_who_decided_to_a_screen_reader(qtbot: QtBot) -> None:
    view, presenter, _wires = page(qtbot)
    presenter.selected(25)

    said = {each.accessibleName() for each in view._area.findChildren(MarkedText)}
    assert "“Məşğulluq” AS: ticked, reconstruction" in said
    presenter.selected(26)
    said = {each.accessibleName() for each in view._area.findChildren(MarkedText)}
    assert "Tam: not chosen, not visible in the passport" in said


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_in_any_section(qapp: QApplication, qtbot: QtBot, scale: float) -> None:
    apply_theme(qapp, "light", scale)
    view, presenter, _wires = page(qtbot)
    presenter.searched("a")
    for number in range(28):
        presenter.selected(number)
        QTest.qWait(5)
        short = [
            each.accessibleName()
            for each in view._area.findChildren(MarkedText)
            if each.isVisible() and each.height() < each.heightForWidth(each.width())
        ]
        assert (number, cut_words(view), short) == (number, [], [])
