"""Forms for MAS by keyboard alone, from the known number to what MAS answered, on a real window (SEED 23.4-5, 23.7)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState, Status
from dost_desktop.practice import PracticeFacts, PracticeOffice
from dost_desktop.rows import ApplicationFilter
from tests.ui.window.real_window import RealWindow, person_of
from ui.screens.application.view import ApplicationView
from ui.screens.form.view import FormView
from ui.screens.intake.view import IntakeView

MOST_KEYS = 12


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


class Agent:
    """Counts every key that is no data."""

    def __init__(self, at: RealWindow) -> None:
        self.at, self.keys = at, 0

    def presses(self, *keys: str) -> None:
        for key in keys:
            self.keys += 1
            self.at.hands.press(key)

    def identifies(self, case: str) -> None:
        """A new intake, the person's number; the register answered."""
        self.at.hands.press("Ctrl+N")
        self.at.wait(
            "the intake", lambda: isinstance(self.at.view(), IntakeView) and self.at.view().isVisible()
        )
        self.at.rest()
        person = person_of(self.at.facts, case)
        self.at.type(person["number"])
        self.presses("F9")
        view = self.at.view()
        assert isinstance(view, IntakeView)
        self.at.wait("MEİS", lambda: self.at.says(person["name"].split()[0]) and not view._continue._reason)

    def opens_the_form(self) -> FormView:
        self.presses("Ctrl+Enter")
        self.at.wait(
            "the form", lambda: isinstance(self.at.view(), FormView) and self.at.view()._page is not None
        )
        self.at.rest(100)
        view = self.at.view()
        assert isinstance(view, FormView)
        return view

    def fills_the_jobseekers_form(self) -> None:
        """Mobile number, address as registered, education, specialty, work, district left out, transport."""
        for data in ("0500001234", "", "A", "muhasib", "muhasib", "", "Y"):
            self.at.type(data)
            self.presses("Enter")


def newest(at: RealWindow, kind: ApplicationKind) -> tuple[PersonFile, Application]:
    """The application of this kind that was opened last, with its file."""
    with at.session.desk.open_reading() as reading:
        row = next(row for row in reading.applications(ApplicationFilter()) if row.kind is kind)
        file = reading.file(row.file_id)
    found = file.application(row.id)
    assert found is not None
    return file, found


def prints(at: RealWindow, *keys: str) -> None:
    """Each key puts one more paper into the desk's folder: there is no printer."""
    folder = at.session.office.paths.notices
    for key in keys:
        before = len(list(folder.glob("*.pdf")))
        at.hands.press(key)
        at.wait(key, lambda before=before: len(list(folder.glob("*.pdf"))) > before, patience=20_000)


def mas_answers(at: RealWindow) -> None:
    """The run goes out, the person confirms in e-sosial, MAS decides, the feed brings it."""

    def seen() -> bool:
        at.session.sync_now()
        at.rest(300)
        view = at.view()
        return isinstance(view, FormView) and view._page is not None and view._page.stage == "done"

    at.wait("MAS", seen, patience=40_000)


def test_a_new_person_is_a_jobseeker_after_few_keys_and_goes_on_to_the_check(at: RealWindow) -> None:
    agent = Agent(at)
    agent.identifies("jobseeker new")
    view = agent.opens_the_form()
    agent.fills_the_jobseekers_form()
    agent.presses("Ctrl+Enter")
    at.wait("the form in hand", lambda: newest(at, ApplicationKind.JOBSEEKER)[1].form_data)
    at.hands.picture("form-sent")
    assert agent.keys <= MOST_KEYS
    at.wait("the page", lambda: view._page is not None and view._page.stage != "fill")
    prints(at, "Ctrl+P", "Alt+K")  # the receipt, and the form as it was filled

    mas_answers(at)

    at.hands.picture("form-done")
    prints(at, "Ctrl+P")  # the confirmation
    file, application = newest(at, ApplicationKind.JOBSEEKER)
    assert application.confirmed_at is not None
    assert file.registration.status is Status.JOBSEEKER
    at.rest(800)  # in the moment in which the answer comes the key would open nothing
    agent.presses("Ctrl+Enter")
    at.wait("the next application", lambda: isinstance(at.view(), ApplicationView) and at.view().isVisible())
    following = newest(at, ApplicationKind.UNEMPLOYED)[1]
    case = at.session.case
    assert case is not None
    assert case.application == following.id


def test_a_known_persons_form_is_one_key(at: RealWindow) -> None:
    agent = Agent(at)
    agent.identifies("jobseeker new with profile")
    agent.opens_the_form()
    at.type("0500001235")  # the one thing that MAS did not say
    agent.presses("Ctrl+Enter")

    at.wait("the form in hand", lambda: newest(at, ApplicationKind.JOBSEEKER)[1].form_data)
    assert agent.keys == 3
    assert newest(at, ApplicationKind.JOBSEEKER)[0].profile is not None


def test_what_mas_did_not_accept_is_mended_and_sent_again(at: RealWindow) -> None:
    agent = Agent(at)
    agent.identifies("mas refuses the form")
    view = agent.opens_the_form()
    agent.fills_the_jobseekers_form()
    agent.presses("Ctrl+Enter")
    at.wait("the form in hand", lambda: newest(at, ApplicationKind.JOBSEEKER)[1].form_data)

    def returned() -> bool:
        at.session.sync_now()
        at.rest(300)
        return newest(at, ApplicationKind.JOBSEEKER)[1].state is ApplicationState.OPEN

    at.wait("MAS's no", returned, patience=40_000)
    at.wait("the page", lambda: view._page is not None and view._page.stage == "fill")
    assert at.says("MAS ərizəni qəbul etmədi")
    at.hands.picture("form-returned")
    at.rest(800)
    agent.presses("Ctrl+Enter")
    mas_answers(at)
    assert newest(at, ApplicationKind.JOBSEEKER)[0].registration.status is Status.JOBSEEKER


def test_a_term_of_the_law_is_said_with_its_date(at: RealWindow) -> None:
    agent = Agent(at)
    agent.identifies("removed, term runs")
    view = agent.opens_the_form()

    assert view._bar._primary.off_reason
    assert at.says_problem("resumption.term_runs")
    at.hands.picture("form-term-runs")
    agent.presses("Ctrl+Enter")
    at.rest()
    assert newest(at, ApplicationKind.RESUMPTION)[1].state is ApplicationState.OPEN


def test_a_removal_whose_term_is_over_ends_by_one_key(at: RealWindow) -> None:
    agent = Agent(at)
    agent.identifies("removed, term over")
    agent.opens_the_form()
    agent.presses("Ctrl+Enter")

    mas_answers(at)

    assert newest(at, ApplicationKind.RESUMPTION)[0].registration.status is Status.JOBSEEKER
    assert agent.keys == 3


def test_who_is_barred_sees_the_date_before_anything_is_typed(at: RealWindow) -> None:
    agent = Agent(at)
    agent.identifies("barred one month")
    view = agent.opens_the_form()

    assert view._bar._primary.off_reason
    assert at.says_problem("application.barred")
    at.hands.picture("form-barred")
