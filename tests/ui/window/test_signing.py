"""The refusal page from the open token to the handed-over answer: the PIN after a lock, the signed page, its copies."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from dost_desktop.domain.person_file import Notice
from dost_desktop.ports import Worker
from dost_desktop.practice import PIN_OF_PRACTICE, PracticeFacts, PracticeOffice
from tests.ui.window import audit
from tests.ui.window.real_window import Case, RealWindow, bring
from ui.screens.refusal.port import Phase
from ui.screens.refusal.view import RefusalView
from ui.widgets.chip import Chip
from ui.widgets.page_view import PageView
from ui.widgets.text_area import TextArea

_TO_SIGN = "found 4.1.5"


@pytest.fixture(scope="module")
def case(practice: PracticeOffice, facts: PracticeFacts, qapp: QApplication) -> Case:
    return bring(practice, facts, _TO_SIGN)[_TO_SIGN]


@pytest.fixture(scope="module")
def at(practice, facts, case, qapp, tmp_path_factory) -> Iterator[RealWindow]:
    opened = RealWindow(qapp, practice, facts, tmp_path_factory.mktemp("pictures"))
    opened.sign_in()
    yield opened
    opened.close()


def opens(at: RealWindow, case: Case) -> RefusalView:
    at.session.open_refusal(case.file_id, case.application)
    at.wait(
        "the refusal",
        lambda: isinstance(at.view(), RefusalView) and at.view().findChild(PageView).page_count(),
    )
    at.rest(400)
    view = at.view()
    assert isinstance(view, RefusalView)
    return view


def with_an_open_token(at: RealWindow) -> None:
    key, failed = at.session.key, list[Exception]()
    at.session.tasks.run(
        key.open_job(PIN_OF_PRACTICE), done=key.opened, failed=failed.append, on=Worker.DOCUMENTS
    )
    at.wait("the token", lambda: failed or key.certificate().opened)
    assert failed == []


def notices(at: RealWindow, case: Case) -> tuple[Notice, ...]:
    with at.session.desk.open_reading() as reading:
        return reading.file(case.file_id).notices


def holds(at: RealWindow, qapp: QApplication) -> None:
    """Nothing of the page is cut or unreachable, at 100 and at 200 %."""
    for scale in (2.0, 1.0):
        at.wear(scale)
        at.rest(400)
        missed, turns = audit.tab_round(at.window, qapp)
        found = [
            audit.cut_words(at.window),
            audit.outside(at.window),
            audit.nameless(at.window),
            missed,
            turns,
        ]
        assert found == [[], [], [], [], []], at.hands.picture(f"signed-{scale}")
        assert len(audit.filled_buttons(at.window)) <= 1


def test_after_a_lock_the_pin_is_asked_again_and_the_signed_page_is_read_only(at, case, qapp):
    with_an_open_token(at)
    view = opens(at, case)
    at.hands.press("Ctrl+Enter")
    at.wait("the question", lambda: view._phase is Phase.CONFIRMING)
    assert not view._bar._pin.isVisible()  # this session's token is open
    at.hands.press("Esc")

    at.hands.press("Ctrl+L")
    at.type(at.agent.password)
    at.hands.press("Enter")
    at.wait("the work again", lambda: not at.window._is_covered())
    at.hands.press("Ctrl+Enter")
    at.wait("the question", lambda: view._phase is Phase.CONFIRMING)
    at.rest(300)
    assert view._bar._pin.isVisible()
    assert notices(at, case) == ()
    at.hands.press("Ctrl+Enter")  # without the PIN nothing is signed
    at.rest(300)
    assert notices(at, case) == ()

    view._bar._pin.setFocus()
    at.type(PIN_OF_PRACTICE)
    at.hands.press("Ctrl+Enter")
    at.wait("the signed answer", lambda: view._phase is Phase.ISSUED, patience=30_000)
    at.wait("the print", lambda: notices(at, case)[0].copies == 1)
    assert any(chip.words() == "imzalanıb və yoxlanılıb" for chip in view.findChildren(Chip))
    assert all(area.isReadOnly() for area in view.findChildren(TextArea))
    assert PIN_OF_PRACTICE not in at.words()
    holds(at, qapp)

    at.hands.press("Ctrl+P")
    at.wait("the copy", lambda: notices(at, case)[0].copies == 2)
    at.hands.press("Alt+A")
    at.hands.press("Ctrl+Enter")
    at.wait("the receipt", lambda: notices(at, case)[0].served_at)
    at.wait("the end", lambda: view._phase is Phase.SERVED)
    holds(at, qapp)
