"""An unsent item in plain words: what it is, where it stands, what was answered, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from dost_desktop.rows import OutboxRow, RunState, UnsentDocument
from ui.infra.event_words import event_words
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.infra.problem_words import WORDS
from ui.infra.wording import filled
from ui.screens.outbox.item import Item, state_of

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
_DOCUMENTS: Final = {  # (is a written answer, is refused) -> what it is
    (False, False): QT_TRANSLATE_NOOP("Outbox", "Scan being sent"),
    (False, True): QT_TRANSLATE_NOOP("Outbox", "Scan not sent"),
    (True, False): QT_TRANSLATE_NOOP("Outbox", "Written answer's document being sent"),
    (True, True): QT_TRANSLATE_NOOP("Outbox", "Written answer's document not sent"),
}
_REFUSED: Final = {
    "blob.too_large": QT_TRANSLATE_NOOP("Outbox", "The central system does not take a document this large."),
    "request.too_large": QT_TRANSLATE_NOOP(
        "Outbox", "The central system does not take a document this large."
    ),
    "blob.other_hash": QT_TRANSLATE_NOOP("Outbox", "The document arrived changed; the network alters it."),
    "storage.document_missing": QT_TRANSLATE_NOOP("Outbox", "The document is damaged on this computer."),
}
_DOCUMENT_TO_DO: Final = QT_TRANSLATE_NOOP(
    "Outbox", "Tell the administrator. What was recorded is safe; “Sync now” tries this document again."
)
_ALARM: Final = QT_TRANSLATE_NOOP("Outbox", "The chain of this file does not agree. Tell the administrator.")
_OTHER: Final = QT_TRANSLATE_NOOP("Outbox", "The central system's answer: {code}")
_NONE: Final = QT_TRANSLATE_NOOP("Outbox", "Not sent yet")


def state_words(state: RunState) -> str:
    """Where the item stands."""
    return _say(STATES[state][0])


def what_words(row: Item) -> str:
    """What is to be sent."""
    if isinstance(row, OutboxRow):
        return ", ".join(dict.fromkeys(event_words(kind) for kind in row.kinds))
    return _say(_DOCUMENTS[row.is_notice, bool(row.refused)])


def to_do_words(row: Item) -> str:
    """What the agent should do about it."""
    if isinstance(row, UnsentDocument) and row.refused:
        return _say(_DOCUMENT_TO_DO)
    return _say(_TO_DO[state_of(row)])


def answer_words(row: Item) -> str:
    """The last answer; a reason of the law is said in the same words as on the case page."""
    if isinstance(row, UnsentDocument):
        return _refusal_words(row.refused)
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


def _refusal_words(code: str) -> str:
    if not code:
        return _say(_NONE)
    return _say(_REFUSED[code]) if code in _REFUSED else _say(_OTHER).format(code=code)


def _say(words: str) -> str:
    return QCoreApplication.translate("Outbox", words)
