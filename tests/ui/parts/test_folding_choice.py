"""A choice of a few folds to a list where there is no room, and both always hold the same."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.parts.breaking_row import BreakingRow
from ui.parts.folding_choice import FoldingChoice
from ui.widgets.combo import Combo
from ui.widgets.option import Option
from ui.widgets.segmented import Segmented

OPTIONS = [Option("all", "Hamısı", 8), Option("today", "Bu gün bitən", 1), Option("late", "Gecikən", 0)]


def test_it_folds_and_unfolds_and_keeps_its_choice(qtbot: QtBot) -> None:
    choice = FoldingChoice([Option(each.id, each.words) for each in OPTIONS], name="Hansı")
    row = BreakingRow((choice, Combo([Option("", "Bütün arxa ofislər")])))
    qtbot.addWidget(row)
    wide, narrow = choice.findChild(Segmented), choice.findChild(Combo)
    assert isinstance(wide, Segmented)
    assert isinstance(narrow, Combo)
    row.resize(900, 100)
    row.show()
    qtbot.waitExposed(row)
    chosen: list[str] = []
    choice.chosen.connect(chosen.append)
    choice.show_options(OPTIONS)  # with counts it is wider than before
    for width, folded in ((900, False), (200, True), (900, False), (choice.sizeHint().width() - 1, True)):
        row.resize(width, 100)
        qtbot.wait(20)
        assert (narrow.isVisible(), wide.isVisible()) == (folded, not folded), width
    narrow.setCurrentIndex(1)
    narrow.activated.emit(1)
    assert (choice.value(), wide.value(), chosen) == ("today", "today", ["today"])
    choice.choose("late")
    assert (narrow.value(), wide.value(), chosen) == ("late", "late", ["today"])
