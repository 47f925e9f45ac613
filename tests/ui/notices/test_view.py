"""The lists by keys, and nothing cut at any text size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dost_desktop.services.look_at_notice import LookAtNotice
from dost_desktop.signing.facts import Problem
from tests.fakes.inline_tasks import InlineTasks
from tests.fakes.real_desk import RealDesk
from tests.fakes.representing import hand_over_at
from tests.fakes.whole_words import cut_words, room
from tests.ui.notices.test_presenter import PASSED, by_hand_notice, signed_notice
from ui.infra.keyboard import install_keys
from ui.parts.wires import Wires
from ui.screens.notices.presenter import NoticeJobs, NoticesPresenter
from ui.screens.notices.stages import PROBLEMS
from ui.screens.notices.view import NoticesView, connect
from ui.theme.theme import apply_theme


@pytest.fixture(autouse=True)
def keys(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp)
    installed = install_keys(qapp)
    yield
    qapp.removeEventFilter(installed)
    apply_theme(qapp)


def journal(
    desk: RealDesk, qtbot: QtBot, opened: list[str], centre: str = "B03"
) -> tuple[NoticesView, tuple[Wires, ...]]:
    """The page and the wires to its presenter, which keep it alive."""
    at = replace(desk.desk, centre=desk.desk.centre.model_copy(update={"code": centre}))
    view = NoticesView()
    qtbot.addWidget(view)
    jobs = NoticeJobs(
        at,
        LookAtNotice(at),
        desk.jobs.serve,
        lambda _: lambda: PASSED,
        lambda row, _: opened.append(row.number),
        desk.jobs.print_copy,
    )
    presenter = NoticesPresenter(view, InlineTasks(), desk.went, jobs)
    wires = (connect(view, presenter), hand_over_at(desk, InlineTasks(), view.hand_over))
    view.resize(room(), 600)
    view.show()
    view.activateWindow()
    presenter.opened()
    view.focus_list()
    return view, wires


def press(view: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    QTest.keyClick(view.focusWidget(), key, modifiers)


def test_down_and_enter_open_the_chosen_document(desk: RealDesk, qtbot: QtBot) -> None:
    signed_notice(desk)
    desk.clock.moment += timedelta(minutes=5)
    by_hand_notice(desk)
    opened: list[str] = []
    view, _wires = journal(desk, qtbot, opened)

    press(view, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    press(view, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    press(view, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    press(view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    assert [number[-3:] for number in opened] == ["431", "430"]
    assert len(desk.copies) == 1


def test_the_purpose_of_another_centres_file_is_said_by_keys_alone(desk: RealDesk, qtbot: QtBot) -> None:
    signed_notice(desk)
    desk.clock.moment += timedelta(minutes=5)
    by_hand_notice(desk)
    opened: list[str] = []
    view, _wires = journal(desk, qtbot, opened, "C07")

    press(view, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)  # the list keeps the focus
    press(view, Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier)
    press(view, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert opened == []
    QTest.keyClicks(view.focusWidget(), "Surat istenir")
    press(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press(view, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    press(view, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    press(view, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)  # another person's file: asked again

    assert [number[-3:] for number in opened] == ["431"]


def test_every_problem_of_a_signature_has_words() -> None:

    assert set(PROBLEMS) == set(Problem)


@pytest.mark.parametrize("centre", ["B03", "C07"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut(desk: RealDesk, qtbot: QtBot, qapp: QApplication, scale: float, centre: str) -> None:
    apply_theme(qapp, "light", scale)
    signed_notice(desk)
    view, _wires = journal(desk, qtbot, [], centre)
    qtbot.waitUntil(lambda: cut_words(view) == [], timeout=2000)
