"""The head of a centre at an ordinary desk: what needs a look, worked by keys, at every text size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from dost_desktop.domain.vocabulary import ApplicationState
from dost_desktop.practice import PracticeFacts, PracticeOffice
from dost_desktop.rows import ApplicationFilter
from dost_desktop.services.hand_up import HandUp
from tests.acceptance.agent_at_desk import sits_down
from tests.ui.window.real_window import RealWindow
from tests.ui.window.test_pages import found
from ui.screens.needs_look.view import NeedsLookView
from ui.screens.person.view import PersonView
from ui.widgets.rows_view import RowsView


@pytest.fixture(scope="module")
def own_practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[PracticeOffice, PracticeFacts]]:
    """An office of its own: one file was handed up, one application refused."""
    office = PracticeOffice(tmp_path_factory.mktemp("needs_look"))
    facts = office.open()
    agent = sits_down(office, facts)
    agent.syncs()
    agent.receives("not found")
    file = agent.case().file.id
    HandUp(agent.signed_in.desk)(file, file, "Şəxs iki fərqli ünvan deyir. Hansı yazılsın?")
    agent.receives("found 4.1.1")
    agent.checks_the_register()
    agent.refuses()
    agent.syncs()
    agent.leaves()
    yield office, facts
    office.close()


@pytest.fixture(scope="module")
def at(
    own_practice: tuple[PracticeOffice, PracticeFacts],
    qapp: QApplication,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[RealWindow]:
    opened = RealWindow(qapp, *own_practice, tmp_path_factory.mktemp("pictures"), role="head")
    opened.sign_in()
    yield opened
    opened.close()


def page(at: RealWindow) -> NeedsLookView:
    at.session.show_needs_look()
    view = at.wait("the page", lambda: isinstance(at.view(), NeedsLookView) and at.view())
    assert isinstance(view, NeedsLookView)
    return view


def rows(at: RealWindow) -> int:
    table = at.view().findChild(RowsView)
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
    at: RealWindow, qapp: QApplication, shown: str, keys: tuple[str, ...], scale: float
) -> None:
    at.wear(scale)
    view = page(at)
    at.wait("the list", lambda: rows(at))
    view.focus_list()
    for key in keys:
        at.hands.press(key)
        at.rest(100)
    at.rest()
    at.hands.picture(f"needs-look-{shown}-{scale}")
    broken = found(at, qapp)
    if broken:  # a busy PC lays out late: what is wrong stays wrong
        at.rest(1500)
        broken = found(at, qapp)
    at.hands.press("Esc")
    at.wear(1.0)
    assert broken == {}


def test_the_rail_is_the_head_s_and_the_first_page_says_how_much_waits(at: RealWindow) -> None:
    at.session.show_first()
    at.wait("the first page", lambda: isinstance(at.view(), NeedsLookView))
    buttons = {each.item.id: each for each in at.window.rail._buttons}
    assert next(iter(buttons)) == "needs_look"
    at.wait("the count", lambda: buttons["needs_look"].count == rows(at) > 0)


def test_the_person_s_file_opens_from_the_list(at: RealWindow) -> None:
    page(at).focus_list()
    at.wait("the list", lambda: rows(at))
    at.hands.press("Ctrl+O")
    at.wait("the file", lambda: isinstance(at.view(), PersonView))


def test_a_refused_application_is_opened_again_by_keys_and_both_items_are_closed(at: RealWindow) -> None:
    with at.session.desk.open_reading() as reading:
        [refused] = reading.applications(ApplicationFilter(states=frozenset({ApplicationState.REFUSED})))
    view = page(at)
    at.wait("the list", lambda: rows(at))
    before = rows(at)
    view.focus_list()
    at.hands.press("Alt+Y")
    assert view.reopening.seek.hasFocus()
    at.hands.press("Ctrl+A")
    at.type(refused.number)
    at.hands.press("Enter")
    at.wait("the application", view.reopening.editor.hasFocus)
    at.type("reyestr duz olmayib")
    at.hands.press("Ctrl+Enter")
    at.wait("the question", lambda: at.says("Yenidən açılsın?"))
    at.hands.press("Ctrl+Enter")
    at.wait("its written answer in the list", lambda: rows(at) == before + 1)

    def state() -> ApplicationState | None:
        with at.session.desk.open_reading() as reading:
            found = reading.file(refused.file_id).application(refused.id)
            return found.state if found else None

    at.wait("the feed", lambda: state() is ApplicationState.OPEN)
    for left in (before, before - 1):
        page(at).focus_list()
        at.hands.press("Tab")
        view.bar.editor.setFocus()
        at.type("baxdim")
        at.hands.press("Ctrl+Enter")
        at.wait("one less", lambda left=left: rows(at) == left)
