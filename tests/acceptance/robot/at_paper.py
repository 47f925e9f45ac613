"""What comes out on paper beside the written answer: the extract of the sheet, confirmations, receipts."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.acceptance.robot.at_refusal import words_of
from tests.acceptance.robot.at_window import AtWindow
from ui.screens.person.view import PersonView

_LOOKS: Final = 5


class AtPaper(AtWindow):
    """Without a printer everything that is printed is saved, and the page says where."""

    def prints_extract(self) -> str:
        """The individual employment sheet of the person whose page is open; its words."""
        self.page(PersonView)
        before = self._saved()
        self.presses("Ctrl+P")
        self.at.rest(200)
        self.presses("Ctrl+P")
        return self._printed_since(before)

    def prints(self) -> str:
        """What Ctrl+P prints on the page in sight; its words."""
        before = self._saved()
        for _ in range(_LOOKS):  # a page that is being read again has no act yet
            self.at.rest(400)
            self.presses("Ctrl+P")
            self.at.rest(1200)
            if self._saved() != before:
                break
        return self._printed_since(before)

    def _printed_since(self, before: dict[str, float]) -> str:
        def fresh() -> list[str]:
            return [name for name, changed in self._saved().items() if before.get(name) != changed]

        name = self.waits("the paper", fresh)[0]
        self.at.rest(200)
        return words_of((self._folder() / name).read_bytes(), self.at.pictures)

    def _saved(self) -> dict[str, float]:
        return {each.name: each.stat().st_mtime for each in self._folder().glob("*.pdf")}

    def _folder(self) -> Path:
        return self.at.session.office.paths.notices
