"""A card may be read at any moment: whatever field has the caret, under whichever layout, no key of it leaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from dost_desktop.ports import Unanswered
from tests.fakes.inline_tasks import InlineTasks
from tests.ui.intake.desk import PAPERS, IntakeDesk
from tests.ui.intake.test_scanner import LINES, typed_under
from ui.infra.keyboard import install_keys
from ui.pages.intake import wire
from ui.screens.intake.applicants import ENTITY
from ui.screens.intake.form import Form, Way
from ui.screens.intake.presenter import IntakePresenter
from ui.screens.intake.view import IntakeView

LAYOUTS = ("us", "ru", "az")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[IntakeDesk]:
    desk = IntakeDesk(tmp_path)
    desk.registers.person = Unanswered.OFFLINE
    yield desk
    desk.close()


@pytest.fixture
def page(qtbot: QtBot, desk: IntakeDesk) -> Iterator[tuple[IntakeView, IntakePresenter]]:
    """Every section is in sight: papers, way, representative, contact."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    keys = install_keys(app)
    view = IntakeView()
    view.begin()
    qtbot.addWidget(view)
    view.resize(1158, 900)
    view.show()
    view.activateWindow()
    presenter = desk.intake(InlineTasks(), view=view)
    wires = wire(view, presenter, desk.speaks)
    presenter.typed(Form(number="5TK8R2M"))
    presenter.ask()
    form = replace(PAPERS, way=Way(form="representative"))
    view.fill(form)
    presenter.typed(form)
    view._middle.way.open()
    yield view, presenter
    wires.cut()
    app.removeEventFilter(keys)


def scan(widget: QWidget, keys: str) -> None:
    for text in keys:
        key = Qt.Key.Key_Return if text == "\r" else Qt.Key(ord(text.upper()) if text.isascii() else 0)
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(widget, event)


def fields_of(view: IntakeView) -> list[QWidget]:
    editors = [*view.findChildren(QLineEdit), *view.findChildren(QPlainTextEdit)]
    return [
        each for each in editors if each.isVisibleTo(view) and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def words_in(view: IntakeView) -> dict[QWidget, str]:
    return {
        each: each.text() if isinstance(each, QLineEdit) else each.toPlainText()
        for each in fields_of(view)
        if isinstance(each, QLineEdit | QPlainTextEdit)
    }


#: What a card fills; every other field stands as it was.
FILLED = {"PIN (FİN)", "Series and number", "Valid until", "Date of birth"}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("card", LINES)
def test_no_key_of_a_card_reaches_any_field(
    page: tuple[IntakeView, IntakePresenter], card: str, layout: str
) -> None:
    view, _ = page
    fields = fields_of(view)
    assert len(fields) >= 15
    for field in fields:
        speaker = view.speaker.isAncestorOf(field)
        field.setFocus()
        before = words_in(view)
        heard: list[str] = []
        signal = view.scanned_for_speaker if speaker else view.scanned
        signal.connect(heard.append)
        scan(field, typed_under(layout, LINES[card]) + "\r")
        next_key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(field, next_key)  # whatever is pressed next ends the burst at once
        assert len(heard) == 1
        signal.disconnect(heard.append)
        after = words_in(view)
        changed = {each for each, words in before.items() if after.get(each, words) != words}
        for each in changed:
            assert speaker == view.speaker.isAncestorOf(each)
            assert speaker or each.accessibleName() in FILLED


def test_a_card_in_the_block_fills_the_representatives_number(
    qtbot: QtBot, desk: IntakeDesk, page: tuple[IntakeView, IntakePresenter]
) -> None:
    view, _ = page
    inside = next(each for each in fields_of(view) if view.speaker.isAncestorOf(each))
    inside.setFocus()
    scan(inside, typed_under("az", LINES["TD1"]) + "\r")
    qtbot.waitUntil(lambda: desk.block.form.number == "5TK8R2M", timeout=3000)


def test_half_a_card_or_a_wrong_check_digit_is_said_and_fills_nothing(
    qtbot: QtBot, page: tuple[IntakeView, IntakePresenter]
) -> None:
    view, presenter = page
    field = view._middle.papers.fields["surname"].editor
    field.setFocus()
    before = words_in(view)
    for lines in (LINES["TD1"][:40], LINES["TD1"].replace("910314", "910315")):
        with qtbot.waitSignal(view.scanned, timeout=3000):
            scan(field, typed_under("ru", lines))
        assert view._who._number_field.problem
        assert words_in(view) == before
    presenter.typed(replace(PAPERS, number="5TK8R2N"))
    assert not view._who._number_field.problem


def test_for_an_entity_a_card_is_of_who_speaks_for_it(
    qtbot: QtBot, desk: IntakeDesk, page: tuple[IntakeView, IntakePresenter]
) -> None:
    view, presenter = page
    entity = Form(who=ENTITY, number="1401555071", name="“Sınaq” MMC")
    view.fill(entity)
    presenter.typed(entity)
    view._who.name.setFocus()
    scan(view._who.name, typed_under("us", LINES["TD2"]) + "\r")
    qtbot.waitUntil(lambda: desk.block.form.number == "5TK8R2M", timeout=3000)
    assert (view._who.number.text(), view._who.name.text()) == ("1401555071", "“Sınaq” MMC")
