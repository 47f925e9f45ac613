"""The back office: drafts confirmed or returned, one at once or several after a question."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.acceptance.robot.at_window import AtWindow
from ui.screens.back_office.view import BackOfficeView


class AtBackOffice(AtWindow):
    """The list of decisions due."""

    def opens_drafts(self) -> BackOfficeView:
        """The list, read anew."""
        self.presses("Ctrl+1")
        page = self.page(BackOfficeView)
        self.at.rest(100)
        self.presses("F5")
        self.at.rest(800)  # a key in the moment of another list would do nothing
        return page

    def chooses_draft(self, application: UUID) -> BackOfficeView:
        """The row of this application, with its facts read."""
        page = self.page(BackOfficeView)
        self._goes_to(page, application)
        bar = page._bar._confirm
        reading = self.problem_words("back_office.being_read")
        self.waits("the draft's facts", lambda: bar.isVisible() and reading not in bar.off_reason)
        return page

    def sees_draft(self, application: UUID) -> bool:
        """Whether the list holds this application."""
        page = self.page(BackOfficeView)
        return page._table._drafts.place_of(application) >= 0

    def marks_drafts(self, *applications: UUID) -> None:
        """Several, with the space bar."""
        page = self.page(BackOfficeView)
        for application in applications:
            self._goes_to(page, application)
            QTest.keyClick(page._table, Qt.Key.Key_Space)
            self.at.rest(50)

    def confirms(self) -> None:
        """What is chosen; several after one question."""
        self.presses("Ctrl+Enter")
        self.at.rest(100)
        if self.page(BackOfficeView)._bar._asked:
            self.presses("Ctrl+Enter")
        self._waits_for_outcome()

    def returns(self, reason: str) -> None:
        """What is chosen, with a reason."""
        page = self.page(BackOfficeView)
        self.presses("Ctrl+Shift+Q")
        self.waits("the reason", page._bar.editor.isVisible)
        self.overwrites(page._bar.editor, reason)
        self.at.rest(100)
        self.confirms()

    def _waits_for_outcome(self) -> None:
        """Until nothing is on its way."""
        page = self.page(BackOfficeView)
        self.at.rest(100)
        self.waits("the outcome", lambda: not page._bar._confirm._busy)
        self.at.rest(100)

    def _goes_to(self, page: BackOfficeView, application: UUID) -> None:
        table = page._table
        self.waits("the draft in the list", lambda: table._drafts.place_of(application) >= 0)
        table.setFocus()
        wanted = table._drafts.place_of(application)
        while (now := table.currentIndex().row()) != wanted:
            self.presses("Down" if wanted > now else "Up")
