"""Those for whom registration is not meant are heard, recorded and answered too: by keyboard alone (D17)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from dost_desktop.domain.vocabulary import ApplicationState
from dost_desktop.practice import PracticeFacts, PracticeOffice
from dost_desktop.rows import ApplicationFilter, ApplicationRow
from tests.ui.window.real_window import RealWindow, person_of
from ui.screens.application.view import ApplicationView
from ui.screens.intake.view import IntakeView
from ui.screens.refusal.view import RefusalView

_HEAD = "found 4.1.6"


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
    return window


def newest(at: RealWindow) -> ApplicationRow:
    with at.session.desk.open_reading() as reading:
        return reading.applications(ApplicationFilter())[0]


def an_intake(at: RealWindow, downs: int) -> IntakeView:
    """A new intake of the applicant so far down the list."""
    at.hands.press("Ctrl+N")
    at.wait("the intake page", lambda: isinstance(at.view(), IntakeView) and at.view().isVisible())
    at.rest()
    for key in ("Shift+Tab", *("Down",) * downs, "Tab"):
        at.hands.press(key)
    view = at.view()
    assert isinstance(view, IntakeView)
    return view


def sent(at: RealWindow) -> None:
    """The server decided the same again: nothing waits, and nothing needs anybody."""
    at.session.sync_now()
    at.wait("the sync", lambda: at.session.sync_state.waiting == 0)
    assert at.session.sync_state.needs_you == 0


def test_an_entity_hears_that_registration_is_personal_and_is_content(at: RealWindow) -> None:
    view = an_intake(at, downs=4)
    at.type("1401555071")
    at.hands.press("Enter")
    at.type("Sınaq MMC")
    at.hands.press("Alt+T")  # nobody speaks for it yet: the caret goes there
    at.rest(200)
    assert view.speaker.holds_caret()
    at.type(person_of(at.facts, _HEAD)["number"])
    at.hands.press("F9")
    at.wait("the head", lambda: not view._middle.personal._agree._reason)
    at.hands.picture("entity")
    at.hands.press("Alt+T")
    at.wait("the case", lambda: isinstance(at.view(), ApplicationView) and at.view().isVisible())
    assert newest(at).state is ApplicationState.WITHDRAWN
    sent(at)


def test_a_household_that_insists_gets_its_answer_in_writing(at: RealWindow) -> None:
    view = an_intake(at, downs=5)
    at.type(person_of(at.facts, _HEAD)["number"])
    at.hands.press("Enter")
    at.type("Sınaq ailəsi")
    at.hands.press("Enter")
    at.wait("the head", lambda: not view._middle.personal._insist._reason)
    at.hands.press("Ctrl+Shift+R")
    at.wait("the refusal", lambda: isinstance(at.view(), RefusalView) and at.view()._form.reasoning.text())
    refusal = at.view()
    assert isinstance(refusal, RefusalView)
    assert refusal._form._ground.value() == "applicant.not_a_person"
    sent(at)
