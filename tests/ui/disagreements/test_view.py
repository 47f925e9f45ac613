"""The page itself: the keyboard reaches every choice, the bar says what will be done, the narrow form says all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from dost_desktop.services.disagreements import DisagreementRow
from dost_desktop.services.settle import ChoiceKind
from tests.fakes.real_desk import NOW
from tests.ui.disagreements.sides import a_comparison
from ui.screens.disagreements.shown import Listing, Shown
from ui.screens.disagreements.view import DisagreementsView
from ui.theme.theme import apply_theme
from ui.widgets.action_button import ActionButton
from ui.widgets.check_box import RadioButton


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> Iterator[DisagreementsView]:
    apply_theme(qapp, "light", 1.0)
    made = DisagreementsView(str)
    qtbot.addWidget(made)
    made.resize(1158, 600)
    made.show()
    yield made
    made.hide()


def shown(view: DisagreementsView, kind: ChoiceKind = ChoiceKind.KEEP_THEIRS, *, asked: bool = False) -> None:
    compared = a_comparison()
    row = DisagreementRow(
        compared.id, compared.file_id, compared.full_name, compared.mine, compared.theirs, compared.mine_at
    )
    view.show_list(Listing((row,), 3, NOW, compared.id))
    view.show_one(Shown(compared, NOW, kind, asked=asked))


def words_of(view: DisagreementsView) -> str:
    return "\n".join(each.text() for each in view.findChildren(QLabel) if each.isVisible())


def test_arrows_go_through_what_is_possible_and_tell_it(view: DisagreementsView) -> None:
    shown(view)
    chosen: list[ChoiceKind] = []
    view.kind_chosen.connect(chosen.append)
    view.activateWindow()
    view.focus_choices()

    focus = QApplication.focusWidget()
    assert isinstance(focus, RadioButton)
    QTest.keyClick(focus, Qt.Key.Key_Down)

    assert chosen == [ChoiceKind.HAND_UP]  # what is not possible is passed over
    assert len(view.findChildren(RadioButton)) == 3


@pytest.mark.parametrize(
    ("kind", "asked", "button"),
    [
        (ChoiceKind.KEEP_THEIRS, False, "Confirm"),
        (ChoiceKind.KEEP_THEIRS, True, "Recall and confirm"),
        (ChoiceKind.HAND_UP, False, "Hand up"),
    ],
)
def test_one_button_does_what_is_chosen(
    view: DisagreementsView, kind: ChoiceKind, button: str, *, asked: bool
) -> None:
    shown(view, kind, asked=asked)
    acts = [
        each.text()
        for each in view.bar.findChildren(ActionButton)
        if each.isVisible() and each.text() not in {"Later", "Do not"}
    ]
    assert acts == [button]


@pytest.mark.parametrize("width", [1158, 640, 420])
def test_both_sides_and_the_rule_stand_there_at_every_width(view: DisagreementsView, width: int) -> None:
    view.resize(width, 600)
    shown(view)
    said = words_of(view)
    for part in ("Temporarily removed", "Refused, article 4.1.1", "Not possible in the present status"):
        assert part in said
    assert "desk 3, 13:49" in said


def test_nothing_waits(view: DisagreementsView) -> None:
    view.show_list(Listing((), 0, NOW))
    view.show_one(None)
    assert "No disagreements." in words_of(view)
