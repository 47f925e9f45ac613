"""The refusal by keys alone, on the real page with the real letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from dost_desktop.services.refuse_application import draft_key
from reports.documents import refusal_notice
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import NOTHING, WORKS, RealDesk
from tests.fakes.representing import hand_over_at
from tests.fakes.whole_words import cut_words, room
from tests.ui.refusal.page import PIN, PlayedKey
from ui.infra.keyboard import install_keys
from ui.screens.refusal.drawing import draw_preview
from ui.screens.refusal.port import RefusalJobs
from ui.screens.refusal.presenter import RefusalPresenter
from ui.screens.refusal.view import RefusalView, connect
from ui.theme.theme import apply_theme
from ui.widgets.page_view import PageView
from ui.widgets.text_area import TextArea

CONTROL = Qt.KeyboardModifier.ControlModifier


class Opened:
    """The page of an employed person's application, in sight."""

    def __init__(self, desk: RealDesk, qtbot: QtBot, answer: Mapping[str, Any] = WORKS) -> None:
        self.desk = desk
        self.file_id, self.application = desk.opens()
        desk.serves(self.file_id, self.application)
        desk.checks(self.file_id, self.application, answer)
        self.key = PlayedKey()
        jobs = desk.jobs
        whole = RefusalJobs(
            look=jobs.look,
            refuse=desk.refuse,
            drafts=desk.drafts,
            serve=jobs.serve,
            runs=desk.runs,
            finish=jobs.finish,
            signing=self.key,
            preview_job=lambda letter, dpi: partial(draw_preview, letter, dpi),
            print_notice=lambda _, pdf: self.printed.append(pdf),
            print_copy=jobs.print_copy,
        )
        self.printed: list[bytes] = []
        self.view = RefusalView()
        qtbot.addWidget(self.view)
        presenter = RefusalPresenter(
            self.view, InlineTasks(), desk.went, whole, self.file_id, self.application
        )
        self.wires = (connect(self.view, presenter), hand_over_at(desk, InlineTasks(), self.view.hand_over))
        desk.went.heard = presenter.changed
        self.view.resize(room(), 600)
        self.view.show()
        self.view.activateWindow()
        presenter.opened()
        self.presenter = presenter

    def focus(self) -> QWidget:
        return self.view.focusWidget()

    def pin(self) -> QLineEdit:
        return self.view.findChildren(QLineEdit)[0]

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.view.focusWidget(), key, modifiers)


@pytest.fixture
def page(qtbot: QtBot, desk: RealDesk, qapp: QApplication) -> Iterator[Opened]:
    apply_theme(qapp)
    keys = install_keys(qapp)
    yield Opened(desk, qtbot)
    qapp.removeEventFilter(keys)


def notices(page: Opened) -> int:
    with page.desk.desk.open_reading() as reading:
        return len(reading.file(page.file_id).notices)


def test_by_keys_alone_from_the_prefilled_form_to_the_next_person(page: Opened) -> None:
    assert isinstance(page.focus(), TextArea)
    assert page.view.findChildren(PageView)[0].page_count() >= 1

    page.press(Qt.Key.Key_Return, CONTROL)  # the confirmation, the caret in the field of the PIN
    assert page.focus() is page.pin()
    QTest.keyClicks(page.pin(), PIN)
    page.press(Qt.Key.Key_Return)  # Enter there issues nothing
    assert notices(page) == 0
    page.press(Qt.Key.Key_Return, CONTROL)
    assert notices(page) == 1
    assert len(page.printed) == 1
    assert page.pin().text() == ""

    page.press(Qt.Key.Key_Return, CONTROL)  # who took it was not said: nothing happens
    page.press(Qt.Key.Key_Space)
    page.press(Qt.Key.Key_Return, CONTROL)
    page.press(Qt.Key.Key_P, CONTROL)
    page.press(Qt.Key.Key_Return, CONTROL)

    assert len(page.desk.copies) == 1
    assert page.desk.went.to == ["case changed", "queue"]


def test_typing_is_saved_within_a_second_and_esc_loses_nothing(qtbot: QtBot, page: Opened) -> None:
    QTest.keyClicks(page.focus(), " Bir az gec.")
    qtbot.waitUntil(lambda: page.desk.drafts.load(draft_key(page.application)) is not None, timeout=1000)
    QTest.keyClicks(page.focus(), " Sabah.")
    page.press(Qt.Key.Key_Escape)

    kept = page.desk.drafts.load(draft_key(page.application))
    assert kept is not None
    assert str(kept.content["reasoning"]).endswith("Bir az gec. Sabah.")
    assert page.desk.went.to == ["case"]


def test_after_issuing_the_form_is_read_only(page: Opened) -> None:
    page.presenter.primary_pressed(PIN)
    page.presenter.primary_pressed(PIN)

    assert all(area.isReadOnly() for area in page.view.findChildren(TextArea))


def test_the_drawn_letter_is_the_printed_one(page: Opened) -> None:
    case = page.desk.jobs.look(page.file_id, page.application)
    letter = page.desk.refuse.preview(case, page.desk.refuse.begin(case), None)
    preview = draw_preview(letter, 36)

    assert len(preview.pages) >= 1
    assert refusal_notice(letter).startswith(b"%PDF")
    assert 0 < preview.bars[0].top < preview.bars[0].bottom < 1


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut(page: Opened, qapp: QApplication, qtbot: QtBot, scale: float) -> None:
    apply_theme(qapp, "light", scale)
    qtbot.waitUntil(lambda: cut_words(page.view) == [], timeout=2000)
    apply_theme(qapp)


def test_days_ticks_and_choices_are_filled_by_keys_and_said_where_they_are_wrong(
    qtbot: QtBot, desk: RealDesk, qapp: QApplication
) -> None:
    apply_theme(qapp)
    page = Opened(desk, qtbot, NOTHING)
    page.presenter.ground_chosen("referral.left_early")
    fields = page.view._form._typed.fields
    page.presenter.primary_pressed("")
    assert page.focus() is fields["told_by"].editor

    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Down)
    for fact, words in {"referral_date": "24122026", "contract_ended_on": "30.10.2026"}.items():
        QTest.keyClicks(fields[fact].editor, words)
    for fact in ("referral_no", "employer_name", "position", "contract_term", "termination_basis"):
        QTest.keyClicks(fields[fact].editor, "Sinaq")
    QTest.keyClick(fields["ended_by"].editor, Qt.Key.Key_Space)
    page.presenter.primary_pressed("")

    assert fields["referral_date"].problem
    assert page.focus() is fields["referral_date"].editor
    case = page.desk.jobs.look(page.file_id, page.application)
    typed = page.presenter._typing
    assert typed is not None
    assert typed.form.facts["told_by"] == "words"
    assert typed.form.facts["ended_by"] == "person"
    assert typed.form.facts["contract_ended_on"] == "2026-10-30"
    left = desk.refuse.open_facts(case, typed.form)
    assert {left["referral_date"], left["contract_from"]} == {"fact.in_future", "fact.day_missing"}
    page.presenter.fact_edited("referral_date", "2026-07-01")
    page.presenter._typing.write(facts={"contract_from": "2026-07-02"})  # type: ignore[union-attr]
    page.view.show_form(typed)
    assert fields["contract_from"].editor.text() == "02.07.2026"  # type: ignore[attr-defined]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_where_facts_are_typed(
    desk: RealDesk, qapp: QApplication, qtbot: QtBot, scale: float
) -> None:
    apply_theme(qapp)
    page = Opened(desk, qtbot, NOTHING)
    page.presenter.ground_chosen("referral.left_early")
    page.presenter.primary_pressed("")
    apply_theme(qapp, "light", scale)
    qtbot.waitUntil(lambda: cut_words(page.view) == [], timeout=2000)
    apply_theme(qapp)
