"""One person at the desk, from the ticket to the end, by keyboard alone; begun halfway, it goes on from there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QElapsedTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.person_file import Application, Notice, PersonFile
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState
from dost_desktop.practice import PIN_OF_PRACTICE
from ui.screens.application.view import ApplicationView
from ui.screens.intake.view import IntakeView
from ui.screens.refusal.view import RefusalView
from ui.session import Session
from ui.tour.hands import Hands
from ui.widgets.page_view import PageView

_ASK_AGAIN_MS: Final = 6000
_STOPS: Final = 60  # of Tab, at most, on any page


class AtTheDesk:
    """What the tour does with one person; ``say`` tells each step."""

    def __init__(self, hands: Hands, session: Session, say: Callable[[str], None]) -> None:
        self._hands, self._session, self._say = hands, session, say

    # where things stand
    def page(self) -> QWidget:
        """The page in sight."""
        page = self._session.page
        return page.view if page else self._hands.window

    def file_of(self, person: Mapping[str, Any]) -> PersonFile:
        """The person's file as this desk holds it."""
        file_id = self._session.desk.file_of(NumberKind(person["number_kind"]), person["number"])
        with self._session.desk.open_reading() as reading:
            return reading.file(file_id)

    def open_application(self, person: Mapping[str, Any]) -> Application | None:
        """The person's open application for unemployed registration."""
        return self.file_of(person).open_application(ApplicationKind.UNEMPLOYED)

    def unserved(self, person: Mapping[str, Any]) -> tuple[Notice, ...]:
        """Written answers that the person has not taken yet."""
        return tuple(each for each in self.file_of(person).notices if each.served_at is None)

    # steps
    def call(self) -> None:
        """F2 calls the next ticket; with nobody waiting, somebody comes without one."""
        self._hands.press("Ctrl+1")
        self._hands.wait_for("the queue", lambda: self._session.page and self._session.page.rail == "queue")
        self._hands.pause(800)  # the list is read
        self._hands.picture("queue")
        self._hands.press("F2")
        self._hands.pause(1500)
        if not isinstance(self.page(), IntakeView):
            self._say("nobody waits: Ctrl+N, without a ticket")
            self.come_without_ticket()
        self._hands.wait_for("the intake page", lambda: isinstance(self.page(), IntakeView))

    def come_without_ticket(self) -> None:
        """Ctrl+N: somebody is served without a ticket."""
        self._hands.press("Ctrl+1")
        self._hands.pause(500)
        self._hands.press("Ctrl+N")
        self._hands.wait_for("the intake page", lambda: isinstance(self.page(), IntakeView))

    def identify_by_card(self, person: Mapping[str, Any]) -> None:
        """The card is read by a keyboard-wedge scanner, wherever the caret is."""
        self._say(f"the card is scanned: {person['document_number']}")
        self._hands.scan(person["mrz"])
        self._wait_for_answer(person)

    def identify_by_number(self, person: Mapping[str, Any]) -> None:
        """The number is typed, and F9 asks the register."""
        self._say(f"FİN typed: {person['number']}, F9 asks MEİS")
        self._hands.type(person["number"])
        self._hands.press("F9")
        self._wait_for_answer(person)

    def go_on(self, person: Mapping[str, Any]) -> UUID:
        """Ctrl+Enter opens the application, Alt+O goes on with one that is open; the page of the case comes."""
        self._hands.press("Alt+O" if self.open_application(person) else "Ctrl+Enter")
        self._hands.wait_for("the case's page", lambda: isinstance(self.page(), ApplicationView))
        application = self._hands.wait_for("the application", lambda: self.open_application(person))
        self._say(f"application registered: {application.number}")
        return application.id

    def wait_for_state(self, person: Mapping[str, Any], *states: ApplicationState) -> Application:
        """The application comes to one of these states."""

        def seen() -> Application | None:
            found = self.open_application(person)
            return found if found and found.state in states else None

        return self._hands.wait_for(" or ".join(states), seen)

    def prepare_refusal(self) -> None:
        """Ctrl+Shift+R: the refusal page with its letter."""
        self._hands.pause(400)
        self._hands.press("Ctrl+Shift+R")
        page = self._hands.wait_for("the refusal page", self._refusal_page)
        self._hands.wait_for("the letter beside the form", lambda: _letter_of(page))
        self._hands.pause(400)

    def sign(self, person: Mapping[str, Any]) -> Notice:
        """Ctrl+Enter asks, Ctrl+Enter signs; the token's PIN is typed once a session."""
        before = {notice.id for notice in self.file_of(person).notices}

        def issued() -> Notice | None:
            return next((each for each in self.file_of(person).notices if each.id not in before), None)

        self._hands.press("Ctrl+Enter")
        self._hands.pause(900)
        if _asks_for_pin():
            self._say("the token's PIN, once a session")
            self._hands.type(PIN_OF_PRACTICE)
        self._hands.picture("refusal-confirmed")
        self._hands.press("Ctrl+Enter")
        notice = self._hands.wait_for("the signed notice", issued)
        self._say(f"signed, verified and recorded: {notice.number}")
        return notice

    def wait_for_print(self, person: Mapping[str, Any], notice: UUID) -> None:
        """The notice is printed, or saved where there is no printer."""

        def printed() -> bool:
            found = self.file_of(person).notice(notice)
            return bool(found and found.copies)

        self._hands.wait_for("the print", printed)

    def print_if_not_yet(self, person: Mapping[str, Any], notice: UUID) -> None:
        """Ctrl+P where the program was killed before the page came out."""
        found = self.file_of(person).notice(notice)
        if found and not found.copies:
            self._hands.press("Ctrl+P")
            self.wait_for_print(person, notice)

    def hand_over(self, person: Mapping[str, Any], notice: UUID) -> None:
        """Alt+A: taken and signed for; Ctrl+Enter records it, Ctrl+Enter finishes the case."""
        self._hands.pause(500)
        self._hands.press("Alt+A")
        self._hands.press("Ctrl+Enter")

        def served() -> bool:
            found = self.file_of(person).notice(notice)
            return bool(found and found.served_at)

        self._hands.wait_for("the receipt", served)
        self._say("handed over, the receipt is recorded")
        self._hands.pause(500)
        self._hands.picture("handed-over")
        self.finish()

    def record_receipt(self, person: Mapping[str, Any], notice: UUID) -> None:
        """The same, where no case of the queue is open."""
        self._hands.pause(500)
        self._hands.press("Alt+A")
        self._hands.press("Ctrl+Enter")
        self._hands.wait_for(
            "the receipt", lambda: (found := self.file_of(person).notice(notice)) and found.served_at
        )
        self._say("handed over, the receipt is recorded")

    def finish_waiting(self) -> None:
        """The person leaves, the application waits: Tab to “finish the case”, Enter."""
        words = QCoreApplication.translate("CaseAct", "Finish the case")
        self._hands.wait_for("the end of the case among the acts", lambda: self._tab_to(words))
        self._hands.press("Enter")
        self._hands.wait_for("the end of the case", lambda: self._session.case is None)
        self._say("the case is finished, the application waits")

    def _tab_to(self, words: str) -> bool:
        """Tab until the act with these words has the focus; False while the page does not offer it."""
        for _ in range(_STOPS):
            focus = QApplication.focusWidget()
            if focus is not None and focus.accessibleName() == words:
                return True
            self._hands.press("Tab")
        return False

    def finish(self) -> None:
        """Ctrl+Enter on what is done: the case is closed."""
        self._hands.press("Ctrl+Enter")
        self._hands.wait_for("the end of the case", lambda: self._session.case is None)
        self._say("the case is finished")

    def _wait_for_answer(self, person: Mapping[str, Any]) -> None:
        """The register's answer; one that was silent is asked again, as the agent would."""
        asked = QElapsedTimer()
        asked.start()

        def answered() -> bool:
            if person["name"].split()[0] in _texts_of(self.page()):
                return True
            if asked.hasExpired(_ASK_AGAIN_MS):
                asked.restart()
                self._hands.press("F9")
            return False

        self._hands.wait_for("MEİS", answered)
        self._hands.pause(300)

    def _refusal_page(self) -> RefusalView | None:
        page = self.page()
        return page if isinstance(page, RefusalView) else None


def _letter_of(page: RefusalView) -> bool:
    view = page.findChild(PageView)
    return isinstance(view, PageView) and view.page_count() > 0


def _asks_for_pin() -> bool:
    """The caret stands in an empty field whose signs are hidden."""
    focus = QApplication.focusWidget()
    return (
        isinstance(focus, QLineEdit) and focus.echoMode() is QLineEdit.EchoMode.Password and not focus.text()
    )


def _texts_of(page: QWidget) -> str:
    """Every word in sight, as a screen reader gets it."""
    return "\n".join(
        words
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and (words := getattr(widget, "text", str)())
    )
