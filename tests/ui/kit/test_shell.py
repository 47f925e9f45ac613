"""The frame: folds by text width in its order, F6 goes round, the timer never turns red, nothing is cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from ui.infra.keyboard import install_keys
from ui.shell.case_page import CasePage
from ui.shell.case_timer import clock_words
from ui.shell.parts import next_part
from ui.shell.rail import RailItem
from ui.shell.shell import Shell
from ui.theme.theme import apply_theme
from ui.widgets.action_button import ActionButton
from ui.widgets.action_list import ActionList, ActionRow
from ui.widgets.gallery import build
from ui.widgets.missing_list import Missing, MissingList
from ui.widgets.text import ElidedText, Text
from ui.widgets.text_field import TextField

PAGES = [
    RailItem("queue", "Növbə", "users-three"),
    RailItem("applications", "Müraciətlər", "folder-open"),
    RailItem("settings", "Parametrlər", "gear-six", 1),
]


def filled(*widgets: QWidget) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    for widget in widgets:
        column.addWidget(widget)
    return part


def a_case() -> CasePage:
    return CasePage(
        left=filled(TextField()), strip=filled(Text("Çinarlı Günay")), steps=filled(Text("Yoxlama")),
        middle=filled(TextField()), bar=filled(ActionButton("Davam et", "primary", shortcut="primary")),
        right=filled(ActionButton("Fasilə ver")),
    )  # fmt: skip


def a_window(qtbot, width: int = 1366, height: int = 688) -> tuple[Shell, CasePage]:
    shell, page = Shell(PAGES), a_case()
    shell.open_page("applications", page)
    qtbot.addWidget(shell)
    shell.resize(width, height)
    shell.show()
    QApplication.processEvents()
    return shell, page


@pytest.mark.parametrize(
    ("scale", "search", "rail", "left"),
    [(1.0, True, 208, True), (1.06, False, 220, True), (1.25, False, 70, True), (1.5, False, 84, False)],
)
def test_less_room_folds_search_then_rail_then_the_left_part(qtbot, qapp, scale, search, rail, left):
    apply_theme(qapp, "light", scale)
    shell, page = a_window(qtbot)
    assert shell.header.search.isVisible() is search
    assert shell.rail.width() == rail
    assert page.is_folded() is not left


def test_text_size_can_change_while_the_window_is_open(qtbot, qapp):
    shell, page = a_window(qtbot)
    apply_theme(qapp, "dark", 1.5)
    QApplication.processEvents()
    assert shell.rail.width() == 84
    assert page.is_folded()


def test_f6_goes_round_the_parts_and_comes_back_to_where_it_was(qtbot):
    shell, page = a_window(qtbot)
    middle = page.middle_area.findChild(TextField)
    middle.setFocus()
    seen = []
    for _ in range(5):
        next_part(shell, shell.focusWidget())
        at = shell.focusWidget()
        while not at.property("part"):
            at = at.parentWidget()
        seen.append(at.property("part"))
    assert seen == ["right", "strip", "rail", "left", "middle"]
    assert shell.focusWidget() is middle


def test_tab_goes_in_reading_order_also_after_lists_were_filled_anew(qtbot):
    missing, actions, after = MissingList(), ActionList("Nə etmək olar"), ActionButton("Bütün vərəq")
    shell = Shell(PAGES)
    first = TextField()
    shell.open_page("queue", filled(first, missing, actions, after))
    qtbot.addWidget(shell)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    actions.show_actions(
        [ActionRow("pause", "Fasilə ver"), ActionRow("work", "İş təklif et", off="Şəxs işləyir.")]
    )
    missing.show_items([Missing("who", "Şəxs", state="done"), Missing("date", "Tarix")])
    first.setFocus()
    seen = []
    for _ in range(5):
        qtbot.keyClick(shell.focusWidget(), Qt.Key.Key_Tab)
        seen.append(shell.focusWidget().accessibleName())
    assert seen[:4] == ["Tarix", "Fasilə ver", "İş təklif et", "Bütün vərəq"]
    assert shell.strip.isAncestorOf(shell.focusWidget())


def test_the_rail_opens_by_its_key_and_marks_only_what_is_open(qtbot, qapp):
    keys = install_keys(qapp)
    shell, _ = a_window(qtbot)
    with qtbot.waitSignal(shell.page_asked) as asked:
        qtbot.keyClick(shell.centralWidget(), Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == ["settings"]
    assert [b.isChecked() for b in shell.rail._buttons] == [False, True, False]
    qapp.removeEventFilter(keys)


def test_locking_hides_the_work_and_its_keys_and_gives_the_caret_back(qtbot):
    shell, page = a_window(qtbot)
    field = page.middle_area.findChild(TextField)
    field.setFocus()
    shell.cover(filled(TextField()))
    assert not field.isVisible()
    assert shell.strip.isVisible()
    shell.uncover()
    assert field.hasFocus()


def test_a_page_behind_the_lock_gets_the_caret_it_asks_for_only_with_the_work(qtbot):
    shell, page = a_window(qtbot)
    password = TextField()
    shell.cover(filled(password))
    password.setFocus()
    page.middle_area.findChild(TextField).setFocus()  # the central system told it something meanwhile
    assert password.hasFocus()
    shell.uncover()
    assert page.middle_area.findChild(TextField).hasFocus()


@pytest.mark.parametrize(
    ("seconds", "words", "tone"),
    [(372, "06:12 / 20:00", ""), (899, "14:59 / 20:00", ""), (900, "15:00 / 20:00", "warn"),
     (1200, "20:00 / 20:00", "warn"), (1330, "+02:10 / 20:00", "warn")],
)  # fmt: skip
def test_the_timer_is_blue_then_amber_and_never_red(qtbot, seconds, words, tone):
    shell, _ = a_window(qtbot)
    shell.strip.show_case("A-047", lambda: seconds)
    assert clock_words(seconds, 1200) == words
    assert shell.strip.timer._clock.text() == words
    assert shell.strip.timer._clock.property("tone") == tone


def test_the_undo_offer_goes_by_itself_and_when_it_is_taken(qtbot):
    shell, _ = a_window(qtbot)
    shell.strip.offer_undo("«Gəlmədi» qeyd edildi")
    assert shell.strip._undo.isVisible()
    with qtbot.waitSignal(shell.undo_asked):
        shell.strip._undo.act()
    assert not shell.strip._undo.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_label_is_smaller_than_its_words(qtbot, qapp, scale):
    apply_theme(qapp, "light", scale)
    page = build()
    qtbot.addWidget(page)
    page.resize(round(1500 * scale), 400)
    page.show()
    page.resize(page.width(), page.heightForWidth(page.width()))
    QApplication.processEvents()
    cut = [
        label.text()
        for label in page.findChildren(QLabel)
        if label.isVisible() and label.text() and not isinstance(label, ElidedText)
        and (label.height() < label.heightForWidth(label.width()) - 1 if label.wordWrap()
             else label.width() < label.sizeHint().width() - 1)
    ]  # fmt: skip
    assert not cut


def test_a_paused_case_stands_in_the_strip_with_its_reason(qtbot, qapp):
    apply_theme(qapp, "light", 1.0)
    shell, _ = a_window(qtbot)
    timer = shell.strip.timer
    shell.strip.show_paused("A-031", 252, "the person went to fetch a document")
    words = [each.text() for each in timer.findChildren(QLabel) if each.isVisible()]
    assert words == ["A-031", "04:12 / 20:00", "Paused: the person went to fetch a document"]
    timer.fold(True)
    words = [each.text() for each in timer.findChildren(QLabel) if each.isVisible()]
    assert words[-1] == "Paused"
    assert "fetch a document" in timer.toolTip()
    shell.strip.show_case("A-047", lambda: 60)
    assert timer.toolTip() == ""
    shell.strip.show_no_case()
    assert [each.text() for each in timer.findChildren(QLabel) if each.isVisible()] == ["No open case"]
