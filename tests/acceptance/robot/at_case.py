"""The application's own page: the register is asked, papers are shown, the application is taken back."""

from __future__ import annotations

from typing import Final

from dost_desktop.domain.person_file import Application
from dost_desktop.domain.vocabulary import ApplicationState
from tests.acceptance.robot.at_window import AtWindow
from tests.acceptance.robot.outside import Person
from ui.screens.application.view import ApplicationView
from ui.screens.person.view import PersonView
from ui.screens.work.view import WorkView

_LOOKS: Final = 5


class AtCase(AtWindow):
    """What may be done with an application before its own step's page, and on it."""

    def opens_case(self, person: Person) -> None:
        """The page of the step where the newest application stands."""
        application = self.application(person)
        assert application is not None
        self.at.session.open_case(self.file_id(person), application.id)
        self.at.rest(300)

    def checks_register(self, person: Person) -> Application:
        """The register of employed persons has answered, or is known to be silent."""
        asked = self.application(person)
        assert asked is not None
        if asked.state is ApplicationState.OPEN:  # the page asks by itself when it opens
            self.waits("the register", lambda: self.state(person) is not ApplicationState.OPEN)
        return self.waits("the application", lambda: self.application(person))

    def withdraws(self, person: Person) -> None:
        """The person takes the application back."""
        for _ in range(_LOOKS):  # the page may turn to the next step under the agent's hand
            self.at.rest(300)
            if isinstance(self.at.view(), WorkView):  # withdrawal stands with the papers
                self.presses("Alt+S")
                self.page(ApplicationView)
                self.at.rest(200)
            self.presses("Alt+G")
            self.at.rest(200)
            if self.sees("Withdraw the application?"):
                break
        self.presses("Ctrl+Enter")
        self.waits_for_state(person, ApplicationState.WITHDRAWN)

    def opens_whole_file(self) -> None:
        """The person's page, from a page of the case."""
        self.presses("Ctrl+O")
        self.page(PersonView)
        self.at.rest(200)

    def corrects_surname(self, person: Person, surname: str) -> None:
        """A typing error in what was taken from papers, put right on the person's page."""
        self.opens_whole_file()
        page = self.page(PersonView)
        for _ in range(_LOOKS):  # a page that is being read again has no act yet
            self.presses("Alt+A")
            self.at.rest(300)
            if page.identity.isVisible():
                break
        self.fills("Surname", surname)
        self.presses("Ctrl+S")

        def corrected() -> bool:
            identity = self.file(person).identity
            return identity is not None and identity.surname == surname

        self.waits("the correction", corrected)
