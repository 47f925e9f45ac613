"""From a paper that does not hold to the written answer in the person's hand, and back: by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from dost_desktop.domain.evidence import Paper
from dost_desktop.domain.vocabulary import CLOSED, ApplicationState, FormShown
from dost_desktop.practice import PIN_OF_PRACTICE, PracticeFacts, PracticeOffice
from dost_desktop.rows import ApplicationFilter, ApplicationRow
from tests.ui.window.real_window import RealWindow, person_of
from tests.ui.window.stopped_cases import of_person, opened
from ui.screens.application.view import ApplicationView
from ui.screens.intake.view import IntakeView
from ui.screens.refusal.port import Phase
from ui.screens.refusal.view import RefusalView

_EXPIRED, _BETTER = "expired permit", "temporary permit"


@pytest.fixture(scope="module")
def window(
    practice: PracticeOffice, facts: PracticeFacts, qapp: QApplication, tmp_path_factory
) -> Iterator[RealWindow]:
    opened = RealWindow(qapp, practice, facts, tmp_path_factory.mktemp("pictures"))
    opened.sign_in()
    yield opened
    opened.close()


@pytest.fixture
def at(window: RealWindow) -> RealWindow:
    window.start_over()
    with window.session.desk.open_reading() as reading:
        rows = reading.applications(ApplicationFilter())
    for row in rows:  # another module's window may have left one open: the person would come for that
        if row.full_name == person_of(window.facts, _EXPIRED)["name"] and row.state not in CLOSED:
            window.session.services.withdraw(row.file_id, row.id)
    return window


def newest(at: RealWindow) -> ApplicationRow:
    with at.session.desk.open_reading() as reading:
        return reading.applications(ApplicationFilter())[0]


def test_an_expired_permit_leads_to_the_written_answer_in_hand(at: RealWindow) -> None:
    at.hands.press("Ctrl+N")
    at.wait("the intake page", lambda: isinstance(at.view(), IntakeView) and at.view().isVisible())
    at.rest()
    for key in ("Shift+Tab", "Down", "Tab"):  # a foreigner
        at.hands.press(key)
    at.type(person_of(at.facts, _EXPIRED)["number"])
    at.hands.press("F9")
    at.wait("MEİS", lambda: at.says_problem("document.expired"))
    at.hands.press("Ctrl+Shift+R")

    at.wait("the refusal", lambda: isinstance(at.view(), RefusalView) and at.view()._form.reasoning.text())
    at.rest(400)
    view = at.view()
    assert isinstance(view, RefusalView)
    assert view._form._ground.value() == "permit.expired"
    assert "MYİ" in view._form._fact.text()
    at.hands.press("Esc")  # the case page says why it stops, and leads back with one key
    at.wait(
        "the case", lambda: isinstance(at.view(), ApplicationView) and at.says_problem("document.expired")
    )
    at.hands.press("Ctrl+Shift+R")
    at.wait("the refusal again", lambda: at.view() is view and view._form.reasoning.text())
    at.rest(400)
    at.hands.press("Ctrl+Enter")
    at.wait("the confirmation", lambda: view._phase is Phase.CONFIRMING)
    at.type(PIN_OF_PRACTICE)
    at.hands.press("Ctrl+Enter")
    at.wait("the signed letter", lambda: view._phase is Phase.ISSUED, 30_000)

    row = newest(at)
    assert row.state is ApplicationState.REFUSED
    at.hands.picture("expired-permit-issued")


def test_a_better_paper_is_recorded_and_the_case_goes_on(
    at: RealWindow,
) -> None:
    expired = Paper("temporary_permit", "MYİ1234567", FormShown.ORIGINAL, valid_until=date(2026, 5, 1))
    case = opened(at, replace(of_person(at, _BETTER), papers=(expired,)))
    at.session.open_case(case.file_id, case.application)
    at.wait(
        "the stop", lambda: isinstance(at.view(), ApplicationView) and at.says_problem("document.expired")
    )

    at.rest()
    at.hands.press("Alt+S")
    at.rest(100)
    at.hands.picture("after-alt-s")
    at.type("MYİ7654321")
    at.hands.press("Ctrl+Enter")  # the term is missing: the caret goes there
    at.rest(100)
    at.hands.picture("better-paper")
    at.type("01.05.2031")
    at.hands.press("Ctrl+Enter")

    at.wait("the check", lambda: newest(at).state is not ApplicationState.OPEN)
    at.rest()
    assert not at.says_problem("document.expired")
    at.hands.picture("better-paper-recorded")
