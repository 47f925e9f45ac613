"""Why somebody must look at a file, in words: what happened, what it is about, and what to do."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.infra.event_words import event_words
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.infra.moments import moment_words
from ui.screens.person.page import Mark, MarkKind
from ui.screens.person.written import short_number

_MARKS: Final = {  # what is marked -> (what happened, what to do)
    MarkKind.NOTICE_WITHOUT_REFUSAL: (
        QT_TRANSLATE_NOOP("PersonMark", "A written answer left without a refusal behind it"),
        QT_TRANSLATE_NOOP("PersonMark", "Compare paper and file; a superseding answer may be needed."),
    ),
    MarkKind.WRONG_FILE: (
        QT_TRANSLATE_NOOP("PersonMark", "An event belongs to another person's file"),
        QT_TRANSLATE_NOOP("PersonMark", "It stays in the history; record it in the right file."),
    ),
    MarkKind.UNKNOWN_APPLICATION: (
        QT_TRANSLATE_NOOP("PersonMark", "An event names an application that this file does not have"),
        QT_TRANSLATE_NOOP("PersonMark", "Ask the centre head to look at it."),
    ),
    MarkKind.HANDED_UP: (
        QT_TRANSLATE_NOOP("PersonMark", "Handed up to the head of the centre"),
        QT_TRANSLATE_NOOP("PersonMark", "The head looks at it and closes the review."),
    ),
    MarkKind.OTHER: (
        QT_TRANSLATE_NOOP("PersonMark", "This file is marked for review"),
        QT_TRANSLATE_NOOP("PersonMark", "Ask the centre head to look at it."),
    ),
}


def mark_words(mark: Mark, now: datetime) -> tuple[str, str]:
    """What happened, with the event or written answer it is about; and what to do."""
    title, to_do = (QCoreApplication.translate("PersonMark", words) for words in _MARKS[mark.kind])
    about = short_number(mark.number) if mark.number else ""
    if mark.event is not None:
        about = f"{event_words(mark.event.kind)}, {moment_words(mark.event.at, now)}"
    return f"{title}: {about}" if about else title, to_do
