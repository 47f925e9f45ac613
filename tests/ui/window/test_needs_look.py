"""The head of a centre at an ordinary desk: what needs a look, worked by keys, at every text size."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.window.real_window import RealWindow
from tests.ui.window.test_pages import found
from ui.screens.needs_look.view import NeedsLookView
from ui.screens.person.view import PersonView
from ui.widgets.rows_view import RowsView


def page(at_head: RealWindow) -> NeedsLookView:
    at_head.session.show_needs_look()
    view = at_head.wait("the page", lambda: isinstance(at_head.view(), NeedsLookView) and at_head.view())
    assert isinstance(view, NeedsLookView)
    return view


def rows(at_head: RealWindow) -> int:
    table = at_head.view().findChild(RowsView)
    return table.rows.rowCount() if isinstance(table, RowsView) and table.isVisible() else 0


@pytest.mark.parametrize("scale", [1.0, pytest.param(1.5, marks=pytest.mark.long), 2.0])
@pytest.mark.parametrize(
    ("shown", "keys"),
    [
        ("item", ()),
        ("nothing found out", ("Ctrl+Enter",)),
        ("reopen", ("Alt+Y",)),
        ("ending is off", ("Alt+L",)),
    ],
)
def test_the_page_holds(
    at_head: RealWindow, qapp: QApplication, shown: str, keys: tuple[str, ...], scale: float
) -> None:
    at_head.wear(scale)
    view = page(at_head)
    at_head.wait("the list", lambda: rows(at_head))
    view.focus_list()
    for key in keys:
        at_head.hands.press(key)
        at_head.rest(100)
    at_head.rest()
    at_head.hands.picture(f"needs-look-{shown}-{scale}")
    broken = found(at_head, qapp)
    if broken:  # a busy PC lays out late: what is wrong stays wrong
        at_head.rest(1500)
        broken = found(at_head, qapp)
    at_head.hands.press("Esc")
    at_head.wear(1.0)
    assert broken == {}


def test_the_rail_is_the_head_s_and_the_first_page_says_how_much_waits(at_head: RealWindow) -> None:
    at_head.session.show_first()
    at_head.wait("the first page", lambda: isinstance(at_head.view(), NeedsLookView))
    buttons = {each.item.id: each for each in at_head.window.rail._buttons}
    assert next(iter(buttons)) == "needs_look"
    at_head.wait("the count", lambda: buttons["needs_look"].count == rows(at_head) > 0)


def test_the_person_s_file_opens_from_the_list(at_head: RealWindow) -> None:
    page(at_head).focus_list()
    at_head.wait("the list", lambda: rows(at_head))
    at_head.hands.press("Ctrl+O")
    at_head.wait("the file", lambda: isinstance(at_head.view(), PersonView))
