"""Not one character of a card may reach a field, and not one typed character may be lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dost_desktop.domain.identity_documents import CardNumber
from dost_desktop.domain.mrz import read_mrz
from dost_desktop.domain.mrz_writing import CardData, write_mrz_td1, write_mrz_td2
from dost_desktop.domain.values import FullName, Pin, Sex
from ui.parts.scanner import Burst, Held
from ui.parts.scanner_filter import ScannerFilter

TODAY = date(2026, 11, 24)
NEW = CardData(
    CardNumber("AA1234567"),
    Pin("5TK8R2M"),
    date(1991, 3, 14),
    Sex.FEMALE,
    date(2031, 6, 1),
    FullName("Çinarlı", "Günay"),
)
OLD = CardData(
    CardNumber("AZE12345678"),
    Pin("5TK8R2M"),
    date(1991, 3, 14),
    Sex.FEMALE,
    date(2031, 6, 1),
    FullName("Çinarlı", "Günay"),
)
LINES = {"TD1": write_mrz_td1(NEW), "TD2": write_mrz_td2(OLD)}
_US = "QWERTYUIOPASDFGHJKLZXCVBNM"
_LAYOUTS = {
    "us": {},
    "ru": dict(zip(_US, "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ", strict=True)) | {"<": "Б"},
    "az": {"W": "Ü", "I": "İ", "<": ";"},
}


def typed_under(layout: str, lines: str) -> str:
    table = _LAYOUTS[layout]
    return "".join(table.get(sign, sign) for sign in lines).replace("\n", "\r")


@pytest.mark.parametrize("layout", _LAYOUTS)
@pytest.mark.parametrize("card", LINES)
def test_every_key_of_a_card_is_held_under_every_layout(card: str, layout: str) -> None:
    burst = Burst()
    keys = typed_under(layout, LINES[card]) + "\r"
    assert {burst.key(key) for key in keys} == {Held.HOLD}
    assert burst.is_card
    assert read_mrz(burst.end(), today=TODAY).pin == Pin("5TK8R2M")


@pytest.mark.parametrize(
    "typed", ["5TK8R2M", "AA1234567", "AZE12345678", "Çinarlı", "Əliyev", "İsmayılova", "A\r", "C1"]
)
def test_what_a_person_types_is_no_card(typed: str) -> None:
    burst = Burst()
    for key in typed:
        burst.key(key)
    assert not burst.is_card


class Page(QWidget):
    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.first, self.second = QLineEdit(), QLineEdit()
        column.addWidget(self.first)
        column.addWidget(self.second)
        self.filter = ScannerFilter(self)
        self.cards: list[str] = []
        self.filter.card_read.connect(self.cards.append)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    page = Page()
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    page.filter.listen()
    page.second.setFocus()
    yield page
    page.filter.rest()


def press(widget: QWidget, text: str) -> None:
    key = Qt.Key.Key_Return if text == "\r" else Qt.Key(ord(text.upper()) if text.isascii() else 0)
    if text.isascii() and (text.isupper() or text == "<"):
        shift = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
        QApplication.sendEvent(widget, shift)
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text))


@pytest.mark.parametrize("card", LINES)
def test_a_scanner_leaves_no_character_in_any_field(qtbot: QtBot, page: Page, card: str) -> None:
    page.second.setText("Palıdov")
    for key in typed_under("az", LINES[card]) + "\r":
        press(page.second, key)
    qtbot.waitUntil(lambda: len(page.cards) == 1, timeout=2000)
    assert (page.first.text(), page.second.text()) == ("", "Palıdov")
    assert read_mrz(page.cards[0], today=TODAY).repaired


def test_half_a_card_is_a_failed_reading_and_not_typing(qtbot: QtBot, page: Page) -> None:
    for key in LINES["TD1"][:22]:
        press(page.second, key)
    qtbot.waitUntil(lambda: len(page.cards) == 1, timeout=2000)
    assert page.second.text() == ""


def test_typing_is_given_back_in_order(qtbot: QtBot, page: Page) -> None:
    for key in "Cinar":
        press(page.second, key)
    qtbot.waitUntil(lambda: page.second.text() == "Cinar", timeout=2000)
    for key in "AA12":
        press(page.second, key)
    assert page.second.text() == "CinarAA12"  # the first digit shows that it is no card: nothing waits
    assert page.cards == []
