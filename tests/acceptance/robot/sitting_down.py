"""Sitting down at the desk and leaving it: signing in, locking, closing the program and opening it again."""

from __future__ import annotations

from typing import ClassVar

from dost_desktop.practice import PracticeAgent
from dost_desktop.sync.report import Connection
from tests.acceptance.robot.at_window import AtWindow
from tests.acceptance.robot.other_days import Days


class SittingDown(AtWindow):
    """Whoever holds this role in the centre."""

    role: ClassVar[str]

    @property
    def who(self) -> PracticeAgent:
        """The first one with this role."""
        return next(each for each in self.at.facts.agents if each.role == self.role)

    def sits_here(self) -> bool:
        """Whether this one sits at the desk now, and the desk is not locked."""
        session = self.at.window.session
        return session is not None and session.agent == self.who.agent and not self.at.window._is_covered()

    def sits_down(self) -> None:
        """This one sits at the desk, and nobody is served; somebody else leaves first."""
        window = self.at.window
        if window.session is None:
            self.waits("the office", lambda: hasattr(window, "built"))
            self._signs_in(is_listed=bool(window._sign_in._agents))
        elif window.session.agent != self.who.agent:
            self.presses("Ctrl+L")
            self._signs_in(is_listed=False)
        elif window._is_covered():
            self.unlocks()
        if self.role == "agent":
            self.at.start_over()
        self.at.rest(100)

    def _signs_in(self, *, is_listed: bool) -> None:
        """By name and password, whoever was here before."""
        if is_listed:
            self.presses("F4")
        self.at.rest(50)
        if self.at.window.session is not None:
            self.presses("F4")
        self.writes(self.who.agent)
        self.presses("Tab")
        self.writes(self.who.password)
        self.presses("Enter")
        self.waits("the session", self.sits_here)
        self.waits("a page", lambda: self.at.session.page)
        self.waits("the first sync", lambda: self.at.session.sync_state.last_contact)

    def restarts(self) -> None:
        """The program is closed and opened again; the same one signs in."""
        at = self.at
        at.close()
        at.__init__(at.app, at.practice, at.facts, at.pictures)
        self.sits_down()

    def locks(self) -> None:
        """The desk is left for a moment."""
        self.presses("Ctrl+L")
        self.waits("the lock", self.at.window._is_covered)

    def unlocks(self) -> None:
        """The same one is back."""
        self.at.rest(50)
        self.writes(self.who.password)
        self.presses("Enter")
        self.waits("the work", lambda: not self.at.window._is_covered())

    def comes_to_work_after(self, working_days: int, days: Days) -> None:
        """The desk was left locked; on the day after so many working days this one unlocks it."""
        session = self.at.session
        self.locks()
        days.working_days_go_by(working_days, session.desk.law(session.desk.clock.now()).calendar)
        self.unlocks()
        self.syncs()

    def goes_offline(self) -> None:
        """The central system cannot be reached any more, and the strip says so."""
        self.at.practice.stop_central()
        self.at.session.sync_now()
        self.waits("offline", lambda: self.at.session.sync_state.connection is Connection.OFFLINE)

    def comes_back_online(self) -> None:
        """The line is back."""
        self.at.practice.start_central()
        self.at.session.sync_now()
        self.waits("online", lambda: self.at.session.sync_state.connection is Connection.ONLINE)

    def hears_at_once(self) -> None:
        """What was just recorded at the central system comes now, not with the next news."""
        self.at.session.sync_now()

    def syncs(self) -> None:
        """Everything recorded here is at the central system, and the central system took all of it."""
        desk = self.at.session.desk

        def sent() -> bool:
            with desk.open_reading() as reading:
                return not reading.outbox_rows()

        self.at.session.sync_now()
        self.waits("everything sent", sent)
