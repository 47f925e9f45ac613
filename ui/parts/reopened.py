"""An application that the head of the centre opened again says so on the pages of its case, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dost_desktop.domain.acts import Reopen
from dost_desktop.services.look_at_file import CaseView
from ui.infra.moments import moment_words
from ui.widgets.note import Note


class ReopenedNote(Note):
    """Who opened it again, when and why, and which written answer still stands; out of sight for any other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warn", icon="arrow-counter-clockwise", parent=parent)
        self.hide()

    def show_case(self, case: CaseView) -> None:
        """As this look at the case has it."""
        application = case.application
        is_reopened = bool(application.reopened_for) and application.is_open
        self.setVisible(is_reopened)
        if not is_reopened:
            return
        opened = next((each for each in case.history if each.kind == Reopen.kind), None)
        said = self.tr("{who}: “{reason}”")
        words = [said.format(who=opened.agent if opened else "", reason=application.reopened_for)]
        standing = next((n for n in case.file.notices if n.application == application.id and n.stands), None)
        if standing is not None:
            stands = self.tr(
                "Written answer {number} still stands. A new refusal takes its place; after any other end close the "
                "review of the file."
            )
            words.append(stands.format(number="…/" + standing.number.rsplit("/", 1)[-1]))
        when = moment_words(opened.at, case.now) if opened else ""
        self.say("warn", self.tr("Opened again by the head of the centre"), " ".join(words), when)
