"""The block in the window: by keyboard alone, whole at every text size, lent from page to page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dost_desktop.domain.attestation import Register
from dost_desktop.ports import Unanswered
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import RealDesk
from tests.fakes.representing import KAMRAN, AskedOfRepresentatives, acts_on
from tests.fakes.whole_words import cut_words
from tests.ui.parts.test_representative import APPLYING, CARD, CURATOR, GUARDIAN, POWER
from ui.infra.keyboard import install_keys, on_key
from ui.parts.representative.form import RepresentativeForm
from ui.parts.representative.place import BlockPlace, Lender
from ui.parts.representative.presenter import RepresentativePresenter
from ui.parts.scrolling import Scrolling
from ui.theme.theme import apply_theme, theme

WALK = {  # the fields that Enter goes through, from the number on
    "poa": (
        "number",
        "name",
        "paper_number",
        "form_shown",
        "paper_date",
        "valid_until",
        "certifier",
        "place",
    ),
    "guardian": (
        "number",
        "name",
        "paper_number",
        "form_shown",
        "paper_date",
        "valid_until",
        "place",
        "issuer",
    ),
}


class Shown:
    """A page with a key F9 of its own, and the block's place in it."""

    def __init__(self, desk: RealDesk, qtbot: QtBot, lender: Lender, width: int = 560) -> None:
        self.page, self.place, self.of_page = QWidget(), BlockPlace(), list[str]()
        qtbot.addWidget(self.page)
        column = QVBoxLayout(self.page)
        column.addWidget(Scrolling(self.place))
        on_key(self.page, "register.ask", lambda: self.of_page.append("page"))
        self.registers = AskedOfRepresentatives(desk.clock)
        self.presenter = RepresentativePresenter(
            self.place, InlineTasks(), acts_on(desk, self.registers), lambda: None
        )
        self.place.lead_to(self.presenter, lender)
        self.page.resize(round(width * theme().scale), 900)
        self.page.show()
        self.page.activateWindow()

    def opens(self, form: RepresentativeForm) -> None:
        self.presenter.begin(APPLYING, form)
        self.place.show_block(True)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.page.focusWidget(), key, modifiers)

    def field(self) -> str:
        """Which field has the caret."""
        caret = self.page.focusWidget()
        part = self.place.part
        assert part is not None
        return next((n for n, f in part.fields.items() if f.editor is caret or f.isAncestorOf(caret)), "")


@pytest.fixture(autouse=True)
def keys(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp)
    installed = install_keys(qapp)
    yield
    qapp.removeEventFilter(installed)
    apply_theme(qapp)


@pytest.fixture
def lender(qtbot: QtBot) -> Lender:
    keeper = Lender()
    qtbot.addWidget(keeper)
    return keeper


@pytest.mark.parametrize("form", [POWER, GUARDIAN], ids=["poa", "guardian"])
def test_enter_goes_through_the_fields_in_reading_order(
    desk: RealDesk, qtbot: QtBot, lender: Lender, form: RepresentativeForm
) -> None:
    page = Shown(desk, qtbot, lender)
    page.registers.person = Unanswered.OFFLINE  # the name is typed then
    page.opens(replace(form, identity_number="AA1234567", identity_until="01.06.2031"))
    page.place.focus("number")
    seen = [page.field()]
    for _ in range(24):
        page.press(Qt.Key.Key_Return)
        if page.field() != seen[-1]:
            seen.append(page.field())

    walked = [name for name in seen if name in WALK[form.basis]]
    assert walked[: len(WALK[form.basis])] == list(WALK[form.basis])


def test_f9_in_the_block_asks_both_registers_and_outside_it_is_the_page_s(
    desk: RealDesk, qtbot: QtBot, lender: Lender
) -> None:
    page = Shown(desk, qtbot, lender)
    page.opens(POWER)
    page.registers.asked.clear()
    page.place.focus("paper_number")
    page.press(Qt.Key.Key_F9)
    assert [register for register, *_ in page.registers.asked] == [Register.PERSON, Register.NOTARY]
    assert page.of_page == []

    page.press(Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    assert page.registers.asked[-1][0] is Register.NOTARY
    assert page.place.holds_caret()


def test_typing_reaches_the_record_and_a_choice_too(desk: RealDesk, qtbot: QtBot, lender: Lender) -> None:
    page = Shown(desk, qtbot, lender)
    page.opens(replace(POWER, paper_number=""))
    page.place.focus("paper_number")
    QTest.keyClicks(page.page.focusWidget(), "9-1")
    page.place.focus("form_shown")
    QTest.keyClick(page.page.focusWidget(), Qt.Key.Key_Up)

    assert page.presenter.form.paper_number == "9-1"
    assert page.presenter.form.form_shown == "original"


def test_a_card_read_at_any_moment_is_the_representative_s_and_leaks_nowhere(
    desk: RealDesk, qtbot: QtBot, lender: Lender
) -> None:
    page = Shown(desk, qtbot, lender)
    page.place.lead_to(page.presenter, lender, hears_cards=True)
    page.opens(replace(POWER, number=""))
    page.place.focus("certifier_name")
    for line in CARD.splitlines():
        QTest.keyClicks(page.page.focusWidget(), line)
        page.press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: page.presenter.form.number == KAMRAN.number, timeout=2000)
    assert page.presenter.form.certifier_name == POWER.certifier_name
    assert page.field() == "certifier_name"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [280, 560])
@pytest.mark.parametrize("form", [POWER, CURATOR], ids=["poa", "curator"])
def test_nothing_is_cut(
    desk: RealDesk,
    qtbot: QtBot,
    qapp: QApplication,
    scale: float,
    width: int,
    form: RepresentativeForm,
) -> None:
    apply_theme(qapp, "light", scale)
    lender = Lender()
    qtbot.addWidget(lender)
    page = Shown(desk, qtbot, lender, width)
    page.registers.person, page.registers.notary = Unanswered.REGISTER, Unanswered.REGISTER
    page.opens(replace(form, names_service="no", excludes=("withdraw",)))
    page.presenter.say_everything()
    qtbot.waitUntil(lambda: cut_words(page.page) == [], timeout=3000)


def test_the_one_block_goes_from_page_to_page_with_what_each_typed(
    desk: RealDesk, qtbot: QtBot, lender: Lender
) -> None:
    first, second = Shown(desk, qtbot, lender), Shown(desk, qtbot, lender)
    first.opens(POWER)
    second.opens(replace(GUARDIAN, paper_number="G-1"))
    assert (first.place.part, second.place.part is not None) == (None, True)

    second.place.focus("paper_number")
    QTest.keyClicks(second.page.focusWidget(), "2")
    assert second.presenter.form.paper_number == "G-12"
    assert first.presenter.form.paper_number == POWER.paper_number
    second.place.give_back()
    first.place.show_block(True)
    first.place.focus("paper_number")
    QTest.keyClicks(first.page.focusWidget(), "3")
    assert first.presenter.form.paper_number == "3-04173"
    assert second.presenter.form.paper_number == "G-12"
