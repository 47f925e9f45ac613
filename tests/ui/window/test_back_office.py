"""An officer of the back office at an ordinary desk: their pages alone, worked by keys; agents hear of the answers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Attestation
from dost_desktop.practice import PracticeOffice
from dost_desktop.services.suitable_work import AskNoSuitableWork, FindVacancies, RecordNoSuitableWork, Wish
from tests.acceptance.agent_at_desk import AgentAtDesk, sits_down
from tests.ui.window.real_window import RealWindow
from tests.ui.window.test_pages import found
from ui.screens.applications.view import ApplicationsView
from ui.screens.back_office.view import BackOfficeView
from ui.screens.passport.view import PassportView
from ui.shell.key_sheet import KeySheet
from ui.widgets.action_button import ActionButton
from ui.widgets.key_caps import KeyCaps
from ui.widgets.rows_view import RowsView

_CASES = ("not found", "expired card", "jobseeker with profile", "permanent permit")


def sends(agent: AgentAtDesk, case: str) -> None:
    """Nothing suitable: the draft goes to the back office."""
    agent.receives(case)
    agent.checks_the_register()
    view, signed_in = agent.case(), agent.signed_in
    FindVacancies(signed_in.work)(view.file, view.application.id, Wish())
    placed = AskNoSuitableWork(signed_in.desk, signed_in.work)(view.file, view.application.id)
    assert isinstance(placed, Attestation), placed
    RecordNoSuitableWork(signed_in.desk)(view.file.id, view.application.id, placed)
    with signed_in.database.open_work() as work:
        signed_in.desk.act(work, view.file.id, [acts.SendToBackOffice(view.application.id, "05")])
        work.commit()


@pytest.fixture(scope="module", params=["az", pytest.param("long", marks=pytest.mark.long)])
def at(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RealWindow]:
    """An office of its own, at whose back office four drafts lie, and the officer's window there."""
    office = PracticeOffice(tmp_path_factory.mktemp("back_office"))
    facts = office.open()
    agent = sits_down(office, facts)
    agent.syncs()
    for case in _CASES:
        sends(agent, case)
    agent.syncs()
    agent.leaves()
    pictures, is_long = tmp_path_factory.mktemp("pictures"), request.param == "long"
    opened = RealWindow(qapp, office, facts, pictures, long_words=is_long, role="back_office")
    opened.sign_in()
    yield opened
    opened.close()
    office.close()


def page(at: RealWindow) -> BackOfficeView:
    view = at.wait("the page", lambda: isinstance(at.view(), BackOfficeView) and at.view())
    assert isinstance(view, BackOfficeView)
    return view


def rows(at: RealWindow) -> int:
    table = page(at).findChild(RowsView)
    return table.rows.rowCount() if isinstance(table, RowsView) and table.isVisible() else 0


@pytest.mark.parametrize("scale", [1.0, pytest.param(1.5, marks=pytest.mark.long), 2.0])
@pytest.mark.parametrize("shown", ["draft", "several", "question", "return"])
def test_the_page_holds(at: RealWindow, qapp: QApplication, shown: str, scale: float) -> None:
    at.wear(scale)
    at.session.show_back_office()
    at.wait("the drafts", lambda: rows(at))
    page(at).focus_list()
    at.wait("the file", lambda: not page(at)._bar._confirm.off_reason)
    for keys in {
        "draft": (),
        "several": (" ", "Shift+Down"),
        "question": (" ", "Shift+Down", "Ctrl+Enter"),
        "return": ("Ctrl+Shift+Q", "Ctrl+Enter"),
    }[shown]:
        at.type(keys) if keys == " " else at.hands.press(keys)
        at.rest(100)
    at.rest()
    at.hands.picture(f"back-office-{shown}-{scale}")
    broken = found(at, qapp)
    if broken:  # a busy PC lays out late: what is wrong stays wrong
        at.rest(1500)
        broken = found(at, qapp)
    for _ in range(3):
        at.hands.press("Esc")
    at.wear(1.0)
    assert broken == {}


def test_only_their_pages_and_keys_are_there(at: RealWindow) -> None:
    assert [each.item.id for each in at.window.rail._buttons] == ["back_office", "passport"]
    assert "arxa ofis" in at.window.strip._desk.text()
    at.session.show_back_office()
    for keys in ("F2", "F3", "Ctrl+N", "Ctrl+G", "Ctrl+R"):
        at.hands.press(keys)
        at.rest(50)
        assert isinstance(at.view(), BackOfficeView), keys
    at.hands.press("Ctrl+2")
    at.wait("the passport", lambda: isinstance(at.view(), PassportView))
    at.hands.press("Ctrl+1")
    page(at)
    at.hands.press("F1")
    sheet = at.wait("the keys", lambda: at.window.findChild(KeySheet))
    caps = {each._shortcut for each in sheet.findChildren(KeyCaps)}
    at.hands.press("Esc")
    at.window.activateWindow()
    at.rest(50)
    assert at.others.seen == ["KeySheet "]
    at.others.seen.clear()  # the one window that this test asked for
    assert caps
    assert not {"queue.next", "case.continue", "application.new"} & caps


def test_the_search_looks_through_the_drafts(at: RealWindow) -> None:
    at.session.show_back_office()
    every = at.wait("the drafts", lambda: rows(at))
    number = str(page(at)._table.rows.row(0).draft.number).rsplit("/", 1)[-1]
    at.hands.press("Ctrl+F")
    at.type(number)
    at.hands.press("Enter")
    at.wait("one draft", lambda: rows(at) == 1)
    at.session.search("")
    at.wait("all of them", lambda: rows(at) == every)


def test_one_is_confirmed_two_are_returned_and_the_agent_hears_of_it(at: RealWindow) -> None:
    at.session.show_back_office()
    every = at.wait("the drafts", lambda: rows(at))
    page(at).focus_list()
    at.wait("the file", lambda: not page(at)._bar._confirm.off_reason)
    at.hands.press("Ctrl+Enter")
    at.wait("one less", lambda: rows(at) == every - 1)
    assert page(at)._table.hasFocus()
    assert at.says("təsdiq edildi")
    assert at.window.rail._buttons[0].count == every - 1

    at.type(" ")
    at.hands.press("Shift+Down")
    at.hands.press("Ctrl+Shift+Q")
    at.wait("the reason", page(at)._bar.editor.hasFocus)
    at.type("Vakansiyalara yeniden baxin")
    at.hands.press("Ctrl+Enter")
    at.hands.press("Ctrl+Enter")
    at.wait("three less", lambda: rows(at) == every - 3)
    assert at.says("agentə qaytarıldı")

    changes_to(at, "agent")
    at.wait("what came back", lambda: _count(at, "applications") == 2)
    at.wait("the quiet line", lambda: at.says("Gələn cavablar: 3"))
    changes_to(at, "back_office")
    assert at.says("arxa ofis")


def test_a_head_reads_and_opens_nothing(at: RealWindow) -> None:
    changes_to(at, "head")
    places = [each.item.id for each in at.window.rail._buttons]
    assert "queue" not in places
    assert "back_office" not in places
    at.session.show_applications()
    at.wait("the applications", lambda: isinstance(at.view(), ApplicationsView))
    view = at.view()
    for keys in ("Ctrl+N", "F2", "F3", "Ctrl+G"):
        at.hands.press(keys)
        at.rest(100)
        assert at.view() is view, keys
    assert not [each for each in view.findChildren(ActionButton) if each.text() == "Yeni müraciət"]
    changes_to(at, "back_office")
    page(at)


def changes_to(at: RealWindow, role: str) -> None:
    """Somebody else sits down at the same desk."""
    at.role = role
    at.window._ask_who(locked_for="")
    at.rest(50)
    at.sign_in()
    at.wait("their session", lambda: at.session.agent == at.agent.agent and at.session.page)
    at.rest()


def _count(at: RealWindow, page_id: str) -> int:
    return next((each.count for each in at.window.rail._buttons if each.item.id == page_id), 0)
