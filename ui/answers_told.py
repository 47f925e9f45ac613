"""Answers that arrive while the agent works: a quiet line for each, and the rail counts what came back and waits."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from dost_desktop.services.changes import Changes
from dost_desktop.services.what_came_back import Answer, CameBack, WhatCameBack
from ui.disagreements_told import DisagreementsTold
from ui.infra.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.session import Session

_WORDS: Final = {
    Answer.CONFIRMED: QT_TRANSLATE_NOOP("CameBack", "{no}: the back office confirmed"),
    Answer.RETURNED: QT_TRANSLATE_NOOP("CameBack", "{no}: the back office returned it"),
    Answer.HIRED: QT_TRANSLATE_NOOP("CameBack", "{no}: the employer hired"),
    Answer.NOT_HIRED: QT_TRANSLATE_NOOP("CameBack", "{no}: the employer declined"),
    Answer.EMPLOYER_SILENT: QT_TRANSLATE_NOOP("CameBack", "{no}: the employer was silent"),
    Answer.ACCEPTED: QT_TRANSLATE_NOOP("CameBack", "{no}: accepted by MAS"),
    Answer.NOT_ACCEPTED: QT_TRANSLATE_NOOP("CameBack", "{no}: not accepted by MAS"),
    Answer.REOPENED: QT_TRANSLATE_NOOP("CameBack", "{no}: opened again by the head"),
}
_NAMED_AT_MOST: Final = 2


class AnswersTold:
    """For who serves people; others hear nothing."""

    def __init__(self, session: Session) -> None:
        self._session, self._came_back = session, WhatCameBack(session.desk)
        self.disagreements = DisagreementsTold(session)

    def begin(self) -> None:
        """The agent sits down: what came while somebody else, or nobody, was here."""
        self.disagreements.count()
        self._look(None)

    def heard(self, changes: Changes) -> None:
        """The sync brought something."""
        self.disagreements.heard(changes)
        if changes.files:
            self._look(changes.files)

    def _look(self, files: Collection[UUID] | None) -> None:
        if self._session.pages.serves:
            look = partial(self._came_back, files)
            self._session.tasks.run(look, done=self._tell, failed=self._session.failed)
            self.count()

    def announced(self, changes: Changes) -> None:
        """Something was recorded here."""
        self.disagreements.heard(changes)
        self.count()

    def count(self) -> None:
        """What came back and waits for somebody."""
        if self._session.pages.serves:
            self._session.tasks.run(
                self._came_back.waiting, done=self._show_count, failed=self._session.failed
            )

    def _show_count(self, waiting: int) -> None:
        self._session.window.rail.set_count("applications", waiting, blocks=waiting > 0)

    def _tell(self, answers: Sequence[CameBack]) -> None:
        if answers:
            self._session.say(answers_words(answers))


def answers_words(answers: Sequence[CameBack]) -> str:
    """One line for them; more than two are only counted."""
    if len(answers) > _NAMED_AT_MOST:
        return QCoreApplication.translate("CameBack", "Answers that came: {n}").format(n=len(answers))
    said = (
        QCoreApplication.translate("CameBack", _WORDS[each.answer]).format(no=each.number) for each in answers
    )
    return " · ".join(said)
