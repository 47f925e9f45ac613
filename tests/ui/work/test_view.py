"""The page of suitable work by keys alone, from the list to the employer's answer and to the back office."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dost_desktop.domain.vocabulary import ApplicationState
from dost_desktop.ports import Unanswered
from tests.fakes.whole_words import cut_words, room
from tests.fakes.work_at_desk import CASHIER, HELPER, STOREMAN
from tests.ui.work.at_work import AtWork
from ui.infra.keyboard import install_keys
from ui.screens.work.page import JUDGE, PageAct, Section
from ui.screens.work.view import WorkView, connect
from ui.theme.theme import apply_theme
from ui.widgets.rows_view import RowsView
from ui.widgets.text_area import TextArea

A = ApplicationState
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Opened:
    """The page in a window, and the hands on it."""

    def __init__(self, at: AtWork, qtbot: QtBot) -> None:
        self.at, self.view = at, WorkView()
        qtbot.addWidget(self.view)
        self.presenter = at.presenter_for(self.view)
        self.wires = connect(self.view, self.presenter)
        self.view.resize(room(), 600)
        self.view.show()
        self.view.activateWindow()
        self.presenter.opened()

    @property
    def state(self) -> ApplicationState:
        return self.at.application.state

    def focus(self) -> QWidget:
        focused = self.view.focusWidget()
        assert focused is not None
        return focused

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.focus(), key, modifiers)

    def types(self, words: str) -> None:
        area = self.view.findChildren(TextArea)
        shown = next(each for each in area if each.isVisible())
        shown.setFocus()
        shown.insertPlainText(words)


@pytest.fixture(autouse=True)
def keys(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp)
    filter_ = install_keys(qapp)
    yield
    qapp.removeEventFilter(filter_)


@pytest.fixture
def page(at: AtWork, qtbot: QtBot) -> Opened:
    return Opened(at, qtbot)


def test_the_best_is_offered_by_one_key_and_the_whole_way_to_the_employer_needs_no_mouse(
    page: Opened,
) -> None:
    page.press(Qt.Key.Key_Return, CONTROL)
    assert page.at.application.offers[-1].vacancy == HELPER.number
    page.press(Qt.Key.Key_Return, CONTROL)
    assert page.state is A.OFFER_ACCEPTED
    page.press(Qt.Key.Key_P, CONTROL)
    assert (page.state, len(page.at.printed)) == (A.WAITING_EMPLOYER, 1)
    page.press(Qt.Key.Key_P, CONTROL)
    assert len(page.at.printed) == 2
    page.press(Qt.Key.Key_Space)
    page.press(Qt.Key.Key_Return, CONTROL)
    assert page.state is A.DONE


def test_an_application_opened_again_says_by_whom_and_why(at: AtWork, qtbot: QtBot) -> None:
    at.is_opened_again("Reyestr cavabını düzəltdi.")
    note = Opened(at, qtbot).view._middle._reopened
    assert note.isVisible()
    assert "leyla: “Reyestr cavabını düzəltdi.”" in note.accessibleDescription()


def test_who_left_referred_work_early_hears_the_day_before_anything_is_offered(
    at: AtWork, qtbot: QtBot
) -> None:
    free = Opened(at, qtbot)
    assert not free.view._middle._barred.isVisible()
    at.left_early("2027-01-15")
    note = Opened(at, qtbot).view._middle._barred
    assert note.isVisible()
    assert "15.01.2027" in note.accessibleName()
    assert "Ctrl+Shift+R" in note.accessibleDescription()


def test_a_row_with_a_question_is_answered_by_one_key_and_offered(page: Opened) -> None:
    rows = page.view.findChild(RowsView)
    rows.setFocus()
    page.press(Qt.Key.Key_Down)
    assert rows.selected_id() == CASHIER.number
    page.press(Qt.Key.Key_Return)
    assert page.focus().accessibleName() == "Yes"
    page.press(Qt.Key.Key_B, ALT)
    page.press(Qt.Key.Key_M, CONTROL)
    assert page.at.application.offers[-1].vacancy == CASHIER.number


def test_a_decline_is_said_judged_and_explained_by_keys(page: Opened) -> None:
    page.press(Qt.Key.Key_T, ALT)
    page.press(Qt.Key.Key_N, ALT)
    page.types("Əməkhaqqı azdır.")
    page.press(Qt.Key.Key_Return, CONTROL)
    assert page.state is A.DECLINED
    page.press(Qt.Key.Key_Return, CONTROL)
    assert page.state is A.DECLINED
    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Space)
    page.types("İş yerinə birbaşa avtobus gedir.")
    assert page.presenter._kept.content[JUDGE]["choice"] == "unjustified"
    page.press(Qt.Key.Key_Return, CONTROL)
    page.press(Qt.Key.Key_Return, CONTROL)
    assert page.state is A.RIGHT_EXPLAINED
    page.press(Qt.Key.Key_Return, CONTROL)
    assert page.at.desk.went.to == ["refusal"]


def test_no_suitable_work_goes_to_the_back_office_by_two_keys(page: Opened) -> None:
    page.at.bank.vacancies_open = [STOREMAN]
    page.press(Qt.Key.Key_F9)
    page.press(Qt.Key.Key_B, CONTROL)
    assert page.state is A.NO_WORK_PLACED
    page.press(Qt.Key.Key_B, CONTROL)
    assert page.state is A.AT_BACK_OFFICE


def test_escape_closes_the_section_first_and_loses_nothing(page: Opened) -> None:
    page.press(Qt.Key.Key_D, ALT)
    assert page.presenter._section is Section.PROFILE
    page.press(Qt.Key.Key_Escape)
    page.press(Qt.Key.Key_V, ALT)
    assert page.presenter._section is Section.SEARCH
    QTest.keyClicks(page.focus(), "kassir")
    page.press(Qt.Key.Key_Escape)
    assert (page.presenter._section, page.at.desk.went.to) == (Section.NONE, [])
    page.press(Qt.Key.Key_V, ALT)
    assert page.focus().property("text") == "kassir"
    page.press(Qt.Key.Key_Return, CONTROL)
    assert page.at.bank.wanted[-1].profession == "kassir"
    page.press(Qt.Key.Key_Escape)
    assert page.at.desk.went.to == ["applications"]


def test_what_cannot_be_done_says_why_beside_the_button_and_in_the_list(page: Opened) -> None:
    page.presenter.vacancy_selected(STOREMAN.number)
    assert page.view._bar.main.off_reason == page.view._bar._reason.text() != ""
    page.press(Qt.Key.Key_B, CONTROL)
    assert page.state is A.OFFERING_WORK


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_word_is_cut_whatever_the_state_and_the_size(
    at: AtWork, qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    apply_theme(qapp, scale=scale)
    page = Opened(at, qtbot)
    page.view.resize(room(), 600)
    for act in (PageAct.SEARCH, PageAct.FIND, PageAct.OFFER_BEST, PageAct.ACCEPT, PageAct.REFER):
        page.presenter.act_chosen(act)
        QTest.qWait(20)
        assert cut_words(page.view) == [], act
    apply_theme(qapp)


def test_without_a_connection_it_is_said_and_the_rest_goes_on(at: AtWork, qtbot: QtBot) -> None:
    at.bank.silence = Unanswered.OFFLINE
    page = Opened(at, qtbot)
    assert page.view._middle._silence.isVisible()
    at.bank.silence = None
    page.press(Qt.Key.Key_F9)
    assert not page.view._middle._silence.isVisible()
