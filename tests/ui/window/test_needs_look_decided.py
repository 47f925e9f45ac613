"""The head of a centre opens a refused application again, and closes what needed a look: in an office of its own."""

from __future__ import annotations

from dost_desktop.domain.vocabulary import ApplicationState
from dost_desktop.rows import ApplicationFilter
from tests.ui.window.real_window import RealWindow
from tests.ui.window.test_needs_look import page, rows


def test_a_refused_application_is_opened_again_by_keys_and_both_items_are_closed(at_head: RealWindow) -> None:
    with at_head.session.desk.open_reading() as reading:
        [refused] = reading.applications(ApplicationFilter(states=frozenset({ApplicationState.REFUSED})))
    view = page(at_head)
    at_head.wait("the list", lambda: rows(at_head))
    before = rows(at_head)
    view.focus_list()
    at_head.hands.press("Alt+Y")
    assert view.reopening.seek.hasFocus()
    at_head.hands.press("Ctrl+A")
    at_head.type(refused.number)
    at_head.hands.press("Enter")
    at_head.wait("the application", view.reopening.editor.hasFocus)
    at_head.type("reyestr duz olmayib")
    at_head.hands.press("Ctrl+Enter")
    at_head.wait("the question", lambda: at_head.says("Yenidən açılsın?"))
    at_head.hands.press("Ctrl+Enter")
    at_head.wait("its written answer in the list", lambda: rows(at_head) == before + 1)

    def state() -> ApplicationState | None:
        with at_head.session.desk.open_reading() as reading:
            found = reading.file(refused.file_id).application(refused.id)
            return found.state if found else None

    at_head.wait("the feed", lambda: state() is ApplicationState.OPEN)
    for left in (before, before - 1):
        page(at_head).focus_list()
        at_head.hands.press("Tab")
        view.bar.editor.setFocus()
        at_head.type("baxdim")
        at_head.hands.press("Ctrl+Enter")
        at_head.wait("one less", lambda left=left: rows(at_head) == left)
