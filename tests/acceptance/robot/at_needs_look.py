"""The head's page: what needs a look, opening an application again, ending a registration by the office."""

from __future__ import annotations

from tests.acceptance.robot.at_window import AtWindow
from ui.screens.needs_look.view import NeedsLookView


class AtNeedsLook(AtWindow):
    """The page of the head of the centre."""

    def opens_list(self) -> NeedsLookView:
        """The list, read anew."""
        self.presses("Ctrl+1")
        page = self.page(NeedsLookView)
        self.presses("F5")
        self.at.rest(300)
        return page

    def reopens(self, number: str, reason: str) -> None:
        """The application with this number, found, chosen, asked once more, opened."""
        page = self.opens_list()
        self.presses("Alt+Y")
        self.waits("the section", page.reopening.isVisible)
        self.overwrites(page.reopening.seek, number)
        self.presses("Enter")
        self.waits("the application", page.reopening.editor.isVisible)
        self.overwrites(page.reopening.editor, reason)
        self.at.rest(600)  # what is typed is taken up a moment later
        self.presses("Ctrl+Enter")
        self.waits("the question", lambda: page.bar._asked)
        self.presses("Ctrl+Enter")
        self.waits_for_words("The application is open again.")

    def opens_ending(self) -> None:
        """Ending a registration on the office's own initiative."""
        page = self.opens_list()
        self.presses("Alt+L")
        self.waits("the section", page.ending.isVisible)

    def can_end(self) -> bool:
        """Whether the page offers to end a registration at all."""
        page = self.page(NeedsLookView)
        return page.bar._primary.isVisible() and page.ending.seek.isVisible()
