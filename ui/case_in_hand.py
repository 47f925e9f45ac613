"""The open case under whatever page is in sight: the strip's timer, why it is put aside, its ticket called again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from dost_desktop.contract.messages import Ticket
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.ports import NoTicket, Worker
from dost_desktop.services.case_telling import Went
from dost_desktop.services.changes import Changes
from dost_desktop.services.run_case import Case
from ui.half_done import keep_half_done
from ui.infra.office_words import pause_words
from ui.infra.shortcuts import caps_of
from ui.infra.wording import words_for
from ui.parts.pause_bar import PauseBar
from ui.screens.queue.presenter import CALLS_BEFORE_OFFER
from ui.widgets.note import Note

if TYPE_CHECKING:
    from ui.session import Session


class CaseInHand:
    """Of one session; ``case`` is the open one."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.case: Case | None = None
        self._before: QWidget | None = None

    # the strip
    def changed(self, case: Case | None) -> None:
        """The timer follows the open case; without one it says which case waits, and why."""
        self.case = case
        session = self._session
        session.tasks.run(self._count, done=self._show_paused, failed=session.failed)
        strip, clock = session.window.strip, session.desk.clock
        if case is None:
            strip.show_no_case()
        else:
            strip.show_case(_ticket_words(case.ticket), lambda: case.served_seconds(clock.now()))

    def _count(self) -> Case | None:
        """Keep the count for the sign-in page; the case of today that was put aside last."""
        session = self._session
        cases = session.services.cases
        mine = [each for each in cases.paused() if each.agent == session.agent]
        count = len(mine) + (cases.current() is not None)
        keep_half_done(session.office.paths.half_done, session.agent, count)
        today = legal_date(session.desk.clock.now())
        return next((each for each in mine if each.paused_at and legal_date(each.paused_at) == today), None)

    def _show_paused(self, last: Case | None) -> None:
        if self.case is None and last is not None:
            seconds = last.served_seconds(self._session.desk.clock.now())
            strip = self._session.window.strip
            strip.show_paused(_ticket_words(last.ticket), seconds, pause_words(last.paused_for))

    # putting aside
    def ask_pause(self) -> None:
        """Why the open case is put aside, asked under the header of whatever page is in sight."""
        if self.case is None:
            return
        window = self._session.window
        self._before = window.focusWidget()
        bar = PauseBar()
        bar.paused.connect(self._pause)
        bar.kept.connect(self._keep)
        window.show_bar(bar)
        bar.begin()

    def _keep(self) -> None:
        """Esc: the caret is where it was."""
        self._session.window.show_bar(None)
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pause(self, reason: str) -> None:
        session = self._session
        session.window.show_bar(None)
        job = partial(session.services.cases.pause, reason)
        session.tasks.run(job, done=self._paused, failed=session.failed)

    def _paused(self, _: None) -> None:
        self._session.case_changed(None)
        self._session.show_queue()

    # the called ticket
    def called(self) -> Case | None:
        """The open case whose person may not have come yet; why there is none is said."""
        case = self.case
        if case is None or not case.ticket:
            self._session.say_problem(InvalidValue("queue.call_first"))
            return None
        if case.application is not None:
            self._session.say_problem(InvalidValue("queue.is_served"))
            return None
        return case

    def call_again(self) -> None:
        """The called person has not come yet: the ticket is called once more."""
        case, session = self.called(), self._session
        if case is not None:
            job = partial(session.signed_in.queue.call_again, case.ticket)
            session.tasks.run(job, done=self._called_again, failed=session.failed, on=Worker.NETWORK)

    def _called_again(self, answer: Ticket | NoTicket) -> None:
        if isinstance(answer, NoTicket):
            self._session.say_problem(InvalidValue(answer.why))
            return
        words = QCoreApplication.translate("DeskWindow", "{ticket} was called {n} times")
        if answer.calls >= CALLS_BEFORE_OFFER:
            words = QCoreApplication.translate(
                "DeskWindow", "{ticket} was called {n} times. Nobody came? {key}"
            )
        key = "+".join(caps_of("ticket.no_show"))
        self._session.say(words.format(ticket=answer.number, n=answer.calls, key=key))
        self._session.announce(Changes(queue=True))

    # other desks
    def look_who_went(self) -> None:
        """Say once which cases of this desk go on at another one."""
        session = self._session
        session.tasks.run(session.services.cases.heard, done=self._tell_went, failed=session.failed)

    def _tell_went(self, went: tuple[Went, ...]) -> None:
        """Beside an open case it stays in sight."""
        for each in went:
            ticket = _ticket_words(each.ticket)
            if each.was_open:
                problem = InvalidValue("case.open_twice", ticket=ticket, desk=each.desk)
                self._session.window.show_bar(Note("warn", words_for(problem)))
            else:
                self._session.say_problem(InvalidValue("case.went", ticket=ticket, desk=each.desk))


def _ticket_words(ticket: str) -> str:
    return ticket or QCoreApplication.translate("DeskWindow", "Without ticket")
