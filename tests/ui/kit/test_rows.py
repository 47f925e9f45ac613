"""Lists: the Azerbaijani order, the selection kept by id, nothing moved under the hand."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from ui.widgets.rows_model import ROW_ROLE, Cell, Column, RowsModel
from ui.widgets.rows_view import RowsView


@dataclass(frozen=True)
class Ticket:
    number: str
    name: str
    minutes: int


def a_list(tickets: list[Ticket]) -> RowsModel[Ticket]:
    model: RowsModel[Ticket] = RowsModel(
        [
            Column("Ad", lambda t: Cell(t.name, f"bilet {t.number}")),
            Column(
                "Gözləyir",
                lambda t: Cell(f"{t.minutes} dəq"),
                sort=lambda t: t.minutes,
                width=90,
                align="right",
            ),
        ],
        id_of=lambda t: t.number,
    )
    model.show_rows(tickets)
    return model


def many(count: int) -> list[Ticket]:
    return [Ticket(f"A-{n:03}", f"Şəxs {n}", n) for n in range(count)]


def test_names_follow_the_azerbaijani_alphabet(qtmodeltester, qapp):
    names = ("Zəhra", "Çinarə", "Cavid", "Əli", "Elçin", "Xalid", "Həsən", "İlqar", "Ibad")
    model = a_list([Ticket(str(n), name, n) for n, name in enumerate(names)])
    qtmodeltester.check(model)
    model.sort(0)
    shown = [model.index(r, 0).data() for r in range(model.rowCount())]
    assert shown == ["Cavid", "Çinarə", "Elçin", "Əli", "Həsən", "Xalid", "Ibad", "İlqar", "Zəhra"]


def test_a_list_that_tab_passes_by_chooses_nothing_until_an_arrow_is_pressed(qtbot):
    view = RowsView(a_list(many(3)), chooses_on_focus=False)
    qtbot.addWidget(view)
    chosen: list[str] = []
    opened: list[str] = []
    view.selected.connect(chosen.append)
    view.opened.connect(opened.append)
    view.show()
    view.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.hasFocus)
    view.grab()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert (chosen, opened) == ([], [])
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert chosen == ["A-000"]
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert (chosen, opened) == (["A-000", "A-001"], ["A-001"])


def test_numbers_sort_as_numbers_and_what_was_pointed_at_follows_its_row(qapp):
    model = a_list([Ticket("a", "a", 9), Ticket("b", "b", 10), Ticket("c", "c", 1)])
    chosen = QPersistentModelIndex(model.index(1, 0))
    model.sort(1)
    assert [model.row(r).minutes for r in range(3)] == [1, 9, 10]
    assert chosen.data(ROW_ROLE).number == "b"


def test_the_selected_row_stays_selected_and_in_its_place_when_tickets_come(qtbot):
    tickets = many(60)
    view = RowsView(a_list(tickets), two_lines=True, name="Növbə")
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    view.select_id("A-030")
    before = view.visualRect(view.currentIndex()).top()
    heard: list[object] = []
    view.selected.connect(heard.append)
    view.rows.show_rows([t for t in tickets if t.minutes not in {2, 3, 4}] + [Ticket("A-900", "Yeni", 0)])
    assert view.selected_id() == "A-030"
    assert view.visualRect(view.currentIndex()).top() == before
    assert heard == []


def test_a_change_in_one_row_touches_only_that_row(qtbot):
    tickets = many(5)
    model = a_list(tickets)
    touched: list[int] = []
    model.dataChanged.connect(lambda top, _bottom, _roles: touched.append(top.row()))
    tickets[2] = Ticket("A-002", "Şəxs 2", 99)
    model.show_rows(tickets)
    assert touched == [2]


def test_enter_opens_the_row_and_the_screen_reader_gets_the_whole_cell(qtbot):
    view = RowsView(a_list(many(3)), name="Növbə")
    qtbot.addWidget(view)
    view.show()
    view.select_first()
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["A-000"]
    spoken = view.rows.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Şəxs 1, bilet A-001"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_twenty_thousand_rows_are_shown_without_measuring_them(qtbot, scale):
    view = RowsView(a_list(many(20_000)), two_lines=True, name="Növbə")
    qtbot.addWidget(view)
    view.show()
    assert view.select_id("A-19999")
    assert view.selected_row().minutes == 19_999
