"""A representative applies, is answered in writing, and takes the answer: by keyboard alone, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from dost_desktop.domain.dates import short
from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.person_file import Notice
from dost_desktop.domain.vocabulary import ApplicationState, FormOfApplication, FormShown, Recipient
from dost_desktop.practice import PIN_OF_PRACTICE, PracticeFacts, PracticeOffice
from dost_desktop.rows import ApplicationFilter, ApplicationRow
from tests.ui.window.real_window import RealWindow, person_of
from ui.parts.hand_over import HandOver
from ui.parts.handing import Taker
from ui.parts.representative.part import RepresentativePart
from ui.screens.application.view import ApplicationView
from ui.screens.intake.view import IntakeView
from ui.screens.refusal.port import Phase
from ui.screens.refusal.view import RefusalView
from ui.widgets.waiting import Waiting


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


def recorded(at: RealWindow, row: ApplicationRow) -> tuple[Representative, tuple[Notice, ...]]:
    """Who speaks in the file, and its written answers."""
    with at.session.desk.open_reading() as reading:
        file = reading.file(row.file_id)
    found = file.application(row.id)
    assert found is not None
    assert found.representative is not None
    return found.representative, file.notices


def block(at: RealWindow) -> RepresentativePart:
    """The window's one block, where it stands now."""
    return next(each for each in at.window.findChildren(RepresentativePart) if each.isVisible())


def goes_to(at: RealWindow, field: str) -> None:
    """Enter, until the caret is in this field."""
    for _ in range(30):
        caret = at.app.focusWidget()
        if caret is block(at).fields[field].editor:
            return
        at.hands.press("Tab" if field == "names_service" else "Enter")
    raise AssertionError(f"the caret never came to {field}; {at.hands.picture('lost')}")


def applies_for(at: RealWindow, case: str) -> dict[str, str]:
    """The intake up to the representative's own number."""
    person = person_of(at.facts, case)
    at.hands.press("Ctrl+N")
    at.wait("the intake page", lambda: isinstance(at.view(), IntakeView) and at.view().isVisible())
    at.rest()
    at.type(person["number"])
    at.hands.press("F9")
    at.wait("MEİS", lambda: at.says(person["name"].split()[0]))
    at.hands.press("Alt+U")
    at.rest(100)
    at.hands.press("Down")
    at.wait("the block", at.window.findChildren(RepresentativePart)[0].isVisible)
    at.rest()
    at.hands.press("Alt+4")  # the first line that misses something: the representative's number
    at.type(person["representative_number"])
    at.hands.press("Enter")
    goes_to(at, "paper_number")
    at.type(person["paper_number"])
    goes_to(at, "form_shown")
    for _ in range(2):
        at.hands.press("Down")  # a copy: enough on applying (SEED 6)
    goes_to(at, "paper_date")
    if person["paper_date"]:
        at.type(short(date.fromisoformat(person["paper_date"])))
    if person["paper_valid_until"]:
        goes_to(at, "valid_until")
        at.type(short(date.fromisoformat(person["paper_valid_until"])))
    goes_to(at, "certifier_name")
    at.type(person["paper_certifier"])
    goes_to(at, "scope")
    at.type(person["paper_scope"])
    goes_to(at, "names_service")
    at.hands.press("Down")
    at.hands.press("F9")
    at.wait("the notaries", lambda: at.says("“Elektron notariat”"))
    # F9 asks MEİS once more too, and until it answers nobody speaks here: Ctrl+Enter would lead to that line
    at.wait("MEİS", lambda: not any(each.isVisible() for each in block(at).findChildren(Waiting)))
    return person


def test_a_representative_applies_with_a_copy(at: RealWindow) -> None:
    person = applies_for(at, "represented")
    at.hands.picture("representative-typed")
    at.hands.press("Ctrl+Enter")
    at.wait("the case", lambda: isinstance(at.view(), ApplicationView))
    speaker, _ = recorded(at, newest(at))
    assert (speaker.form, speaker.paper_number) == (FormShown.COPY, person["paper_number"])
    assert speaker.check is not None
    assert newest(at).form is FormOfApplication.REPRESENTATIVE


def test_a_revoked_power_of_attorney_ends_in_a_written_answer_that_only_the_person_can_take(
    at: RealWindow,
) -> None:
    applies_for(at, "poa revoked")
    at.wait("the revocation", lambda: at.says_problem("poa.revoked"))
    at.hands.press("Ctrl+Shift+R")
    at.wait("the refusal", lambda: isinstance(at.view(), RefusalView) and at.view()._form.reasoning.text())
    view = at.view()
    assert isinstance(view, RefusalView)
    at.rest(400)
    assert view._form._ground.value() == "poa.revoked"
    at.hands.press("Ctrl+Enter")
    at.wait("the confirmation", lambda: view._phase is Phase.CONFIRMING)
    at.type(PIN_OF_PRACTICE)
    at.hands.press("Ctrl+Enter")
    at.wait("the signed letter", lambda: view._phase is Phase.ISSUED, 30_000)
    assert newest(at).state is ApplicationState.REFUSED

    over = view.findChildren(HandOver)[0]
    at.hands.press("Alt+A")
    over._to.setFocus()
    for _ in range(2):
        at.hands.press("Down")  # the one who applied: the notaries are asked again today
    at.wait("the notaries", lambda: over._shown is not None and over._shown.taker is Taker.APPLIED)
    at.wait("the revocation again", lambda: at.says_problem("poa.revoked"))
    assert over.answer() is None
    at.hands.press("Up")  # the person, who came after all
    at.wait("everything chosen", lambda: over.answer() is not None)
    at.hands.press("Ctrl+Enter")
    at.wait("the receipt", lambda: view._phase is Phase.SERVED)
    _, notices = recorded(at, newest(at))
    assert notices[-1].recipient is Recipient.PERSON
    at.hands.picture("revoked-served")
