"""The central system's last answer about an unsent item, in plain words: what it means and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from dost_desktop.rows import OutboxRow, RunState
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.infra.problem_words import WORDS
from ui.infra.wording import filled

STATES: Final = {  # words, icon, tone
    RunState.QUEUED: (QT_TRANSLATE_NOOP("Outbox", "Waiting to send"), "clock", ""),
    RunState.SENDING: (QT_TRANSLATE_NOOP("Outbox", "Sending"), "cloud-arrow-up", "accent"),
    RunState.NEEDS_YOU: (QT_TRANSLATE_NOOP("Outbox", "Needs you"), "warning", "warn"),
    RunState.SET_ASIDE: (QT_TRANSLATE_NOOP("Outbox", "Set aside"), "archive", "muted"),
}
_TO_DO: Final = {
    RunState.QUEUED: QT_TRANSLATE_NOOP(
        "Outbox", "Nothing to do: it is sent by itself at the next connection."
    ),
    RunState.SENDING: QT_TRANSLATE_NOOP("Outbox", "Nothing to do: it is being sent now."),
    RunState.NEEDS_YOU: QT_TRANSLATE_NOOP("Outbox", "Open the application and decide what still holds."),
    RunState.SET_ASIDE: QT_TRANSLATE_NOOP(
        "Outbox", "Nothing to do: it stays in the history and is not sent."
    ),
}
_ANSWERS: Final = {
    "law_outdated": QT_TRANSLATE_NOOP(
        "Outbox", "Decided under an older catalogue; it is checked again by itself."
    ),
    "event.in_future": QT_TRANSLATE_NOOP("Outbox", "This PC's clock is ahead; it is tried again by itself."),
    "conflict.no_news": QT_TRANSLATE_NOOP(
        "Outbox", "The file changed elsewhere; the newest state is being fetched."
    ),
    "skipped": QT_TRANSLATE_NOOP("Outbox", "It waits for an earlier item of the same file."),
    "known.elsewhere": QT_TRANSLATE_NOOP(
        "Outbox", "The central system has it already; the file is being fetched."
    ),
    "receipt.not_ours": QT_TRANSLATE_NOOP(
        "Outbox", "The receipt did not fit this item. Tell the administrator."
    ),
}
_ALARM: Final = QT_TRANSLATE_NOOP("Outbox", "The chain of this file does not agree. Tell the administrator.")
_OTHER: Final = QT_TRANSLATE_NOOP("Outbox", "The central system's answer: {code}")
_NONE: Final = QT_TRANSLATE_NOOP("Outbox", "Not sent yet")


def state_words(state: RunState) -> str:
    """Where the item stands."""
    return _say(STATES[state][0])


def to_do_words(state: RunState) -> str:
    """What the agent should do about it."""
    return _say(_TO_DO[state])


def answer_words(row: OutboxRow) -> str:
    """The last answer; a reason of the law is said in the same words as on the case page."""
    code = row.last_answer
    if not code:
        return _say(_NONE)
    if code.startswith("alarm."):
        return _say(_ALARM)
    own = _ANSWERS.get(code)
    if own is not None:
        return _say(own)
    problem = WORDS.get(code)
    if problem is not None:
        facts: Mapping[str, Any] = row.facts.get("facts", row.facts)
        return filled(QCoreApplication.translate("Problem", problem), facts)
    return _say(_OTHER).format(code=code)


def _say(words: str) -> str:
    return QCoreApplication.translate("Outbox", words)
