"""The reasoned written answer: ground, reasoning, signature, and the hand that takes it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QCheckBox

from dost_desktop.domain.person_file import Notice
from dost_desktop.practice import PIN_OF_PRACTICE
from tests.acceptance.robot.at_window import AtWindow
from tests.acceptance.robot.outside import Person
from ui.screens.refusal.port import Phase
from ui.screens.refusal.view import RefusalView

_LOOKS = 5


class AtRefusal(AtWindow):
    """The page of the refusal."""

    def prepares_refusal(self) -> RefusalView:
        """Its page, with the letter prefilled."""
        self.at.rest(150)
        for _ in range(_LOOKS):  # a page that is being read again has no act yet
            self.presses("Ctrl+Shift+R")
            self.at.rest(300)
            if isinstance(self.at.view(), RefusalView):
                break
        page = self.page(RefusalView)
        self.waits("the letter", page._form._ground.value)
        self.at.rest(300)
        return page

    def chosen_ground(self) -> str:
        """The id of the ground that stands there."""
        return self.page(RefusalView)._form._ground.value()

    def chooses_ground(self, ground: str) -> None:
        """This one, under whichever ground of the passport has it."""
        form = self.page(RefusalView)._form
        for passport in range(form._passport.count()):
            self.picks(form._passport, passport)
            for place in range(form._ground.count()):
                if form._ground.itemData(place) == ground:
                    self.picks(form._ground, place)
                    return
        raise AssertionError(f"{ground} is not offered: {self.offered_grounds()}")

    def types_facts(self, words: str) -> None:
        """The same words into every fact that is asked for, and as the reasoning."""
        form = self.page(RefusalView)._form
        for field in form._typed.fields.values():
            self.overwrites(field.editor, words)
        self.overwrites(form.reasoning, words)
        self.at.rest(400)

    def types_what_was_told(self, told: Mapping[str, str]) -> None:
        """Each fact into its own field: words, a day, a tick, a choice."""
        fields = self.page(RefusalView)._form._typed.fields
        for fact, value in told.items():
            editor = fields[fact].editor
            if isinstance(editor, QCheckBox):
                self.click(editor)
            else:
                self.overwrites(editor, value)
        self.at.rest(400)

    def writes_reasoning(self, words: str) -> None:
        """In place of what stands there."""
        self.overwrites(self.page(RefusalView)._form.reasoning, words)

    def offered_grounds(self) -> list[str]:
        """The ids of all grounds that the page offers."""
        form, found = self.page(RefusalView)._form, []
        for passport in range(form._passport.count()):
            self.picks(form._passport, passport)
            found += [str(form._ground.itemData(place)) for place in range(form._ground.count())]
        return found

    def signs(self, person: Person) -> Notice:
        """Asked once more, signed with the token, verified and recorded; printed or saved at once."""
        page = self.page(RefusalView)
        self.presses("Ctrl+Enter")
        self.waits("the question", lambda: page._phase is Phase.CONFIRMING)
        self.at.rest(200)
        if page._bar._pin.isVisible():
            page._bar._pin.setFocus()
            self.writes(PIN_OF_PRACTICE)
        self.presses("Ctrl+Enter")
        self.at.wait("the signed answer", lambda: page._phase is Phase.ISSUED, 40_000)
        notice = self.notice(person)
        self.waits("the print", lambda: self.notice(person).copies)
        return notice

    def hands_over(self, person: Person) -> None:
        """The person takes the answer and signs the receipt."""
        page = self.page(RefusalView)
        self.presses("Alt+A", "Ctrl+Enter")
        self.waits("the receipt", lambda: page._phase is Phase.SERVED)

    def letter(self, person: Person) -> str:
        """The words of the newest written answer as it was signed."""
        notice = self.notice(person)
        with self.at.session.desk.open_reading() as reading:
            pdf = reading.blobs.get(notice.pdf)
        return words_of(pdf, self.at.pictures)


def words_of(pdf: bytes, folder: Path) -> str:
    """The text of a PDF, spaces made one."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "letter.pdf"
    file.write_bytes(pdf)
    told = subprocess.run(["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True)
    return re.sub(r"\s+", " ", told.stdout.decode())
