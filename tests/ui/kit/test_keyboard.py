"""A shortcut means the key, not the letter: every one works under the Azerbaijani, Russian and US layouts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.infra.keyboard import KeyFilter, chord_pressed, install_keys, on_key
from ui.infra.shortcuts import SHORTCUTS, Place, caps_of, chord_of, tool_tip_of
from ui.tour.hands import Hands
from ui.widgets.action_button import ActionButton
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField

US = "QWERTYUIOPASDFGHJKLZXCVBNM"
RUSSIAN = "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ"
AZERBAIJANI = "QÜERTYUİOPASDFGHJKLZXCVBNM"  # the key beside Q types Ü; W and I are never shortcuts
LAYOUTS = {"us": US, "ru": RUSSIAN, "az": AZERBAIJANI}


@pytest.fixture
def keys(qapp: QApplication) -> Iterator[KeyFilter]:
    keys = install_keys(qapp)
    yield keys
    qapp.removeEventFilter(keys)
    keys.deleteLater()


def press(chord: str, layout: str, *, windows: bool) -> QKeyEvent:
    """The event this chord makes under a layout; Windows also tells the virtual key, which stays Latin."""
    combination: QKeyCombination = QKeySequence(chord)[0]
    key, modifiers = int(combination.key()), combination.keyboardModifiers()
    text = ""
    native = 0
    if key < 0x100 and chr(key) in US:
        text = LAYOUTS[layout][US.index(chr(key))]
        native, key = key, ord(text)
    return QKeyEvent(
        QEvent.Type.KeyPress, key, modifiers, 0, native if windows else 0, 0, text if windows else ""
    )  # fmt: skip


@pytest.mark.parametrize("windows", [True, False], ids=["virtual key", "letter only"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_registered_key_is_recognised_under_every_layout(layout, windows):
    wrong = {
        name: chord_pressed(press(known.chord, layout, windows=windows))
        for name, known in SHORTCUTS.items()
        if chord_pressed(press(known.chord, layout, windows=windows)) != known.chord
    }
    assert wrong in ({}, dict.fromkeys(["field.next", "row.open", "sign_in.enter"], "Return"))


def test_no_key_is_taken_twice_in_one_place_and_none_is_forbidden():
    seen: dict[tuple[str, Place], str] = {}
    for name, known in SHORTCUTS.items():
        assert (known.chord, known.place) not in seen, name
        seen[known.chord, known.place] = name
        assert not {"Ctrl", "Alt"} <= set(known.chord.split("+"))
        assert known.chord.split("+")[-1] not in {"W", "I", "Del", "Left", "Right"}


def test_typing_and_altgr_are_never_chords():
    def event(key: int, held: Qt.KeyboardModifier) -> QKeyEvent:
        return QKeyEvent(QEvent.Type.KeyPress, key, held)

    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    assert chord_pressed(event(ord("R"), Qt.KeyboardModifier.NoModifier)) == ""
    assert chord_pressed(event(ord("R"), Qt.KeyboardModifier.ShiftModifier)) == ""
    assert chord_pressed(event(ord("Q"), control | alt)) == ""


def test_an_act_hears_its_key_while_its_owner_is_in_sight(qtbot, keys):
    window, page = QWidget(), QWidget()
    QVBoxLayout(window).addWidget(page)
    heard: list[str] = []
    on_key(page, "case.pause", lambda: heard.append("pause"))
    field = TextField(parent=page)
    qtbot.addWidget(window)
    window.show()
    QApplication.sendEvent(field, press("Ctrl+H", "ru", windows=False))
    page.hide()
    QApplication.sendEvent(window, press("Ctrl+H", "us", windows=False))
    assert heard == ["pause"]


@pytest.mark.parametrize("windows", [True, False], ids=["virtual key", "letter only"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_access_key_that_nobody_listens_to_types_nothing(qtbot, keys, layout, windows):
    window = QWidget()
    row = QVBoxLayout(window)
    texts = [TextField(parent=window), TextArea(parent=window)]
    for text in texts:
        row.addWidget(text)
    qtbot.addWidget(window)
    window.show()
    for text in texts:
        for digit in "123456789":
            alt = Qt.KeyboardModifier.AltModifier
            event = QKeyEvent(
                QEvent.Type.KeyPress, ord(digit), alt, 0, ord(digit) if windows else 0, 0, digit
            )
            QApplication.sendEvent(text, event)
        QApplication.sendEvent(text, press("Alt+R", layout, windows=windows))
        assert text.text() == ""


def test_the_hands_of_the_tour_type_every_letter_of_the_office(qtbot, qapp, tmp_path):
    field = TextField()
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    qtbot.waitUntil(lambda: qapp.focusWidget() is field)
    Hands(qapp, field, tmp_path).type("Əlişan Çağlı, ıİ 4.1 Ю")
    assert field.text() == "Əlişan Çağlı, ıİ 4.1 Ю"


def test_undo_belongs_to_the_text_first(qtbot, keys):
    window = QWidget()
    field = TextField(parent=window)
    undone: list[str] = []
    on_key(window, "undo", lambda: undone.append("act"))
    qtbot.addWidget(window)
    window.show()
    field.setFocus()
    qtbot.keyClicks(field, "A")
    qtbot.keyClick(field, "z", Qt.KeyboardModifier.ControlModifier)
    assert (field.text(), undone) == ("", [])
    qtbot.keyClick(field, "z", Qt.KeyboardModifier.ControlModifier)
    assert undone == ["act"]


def test_a_button_acts_on_its_key_and_says_why_not_when_it_is_off(qtbot, keys):
    window = QWidget()
    button = ActionButton("İmtina məktubunu hazırla", "primary", shortcut="refusal.prepare", parent=window)
    acted: list[str] = []
    button.acted.connect(lambda: acted.append("acted"))
    button.told.connect(acted.append)
    qtbot.addWidget(window)
    window.show()
    QApplication.sendEvent(window, press("Ctrl+Shift+R", "az", windows=True))
    button.set_off("Əvvəlcə reyestri yoxlayın.")
    QApplication.sendEvent(window, press("Ctrl+Shift+R", "ru", windows=False))
    assert acted == ["acted", "Əvvəlcə reyestri yoxlayın."]
    assert button.isEnabled()
    assert "Əvvəlcə reyestri yoxlayın." in button.accessibleDescription()


def test_enter_belongs_to_the_control_that_answers_it_and_else_to_the_page(qtbot, keys):
    window = QWidget()
    moving, secret = TextField(parent=window), TextField(secret=True, enter_moves=False, parent=window)
    button = ActionButton("Daxil ol", "primary", shortcut="sign_in.enter", parent=window)
    entered: list[str] = []
    button.acted.connect(lambda: entered.append("in"))
    secret.returnPressed.connect(lambda: entered.append("twice"))
    qtbot.addWidget(window)
    window.show()
    qtbot.keyClick(moving, Qt.Key.Key_Return)
    assert entered == []
    qtbot.keyClick(secret, Qt.Key.Key_Return)
    assert entered == ["in"]


def test_caps_and_tool_tips_come_from_the_registry():
    assert caps_of("primary") == ("Ctrl", "Enter")
    assert caps_of("Alt+R") == ("Alt", "R")
    assert tool_tip_of("case.pause", "Fasilə ver") == "Fasilə ver (Ctrl+H)"
    with pytest.raises(KeyError):
        chord_of("no.such.key")
