"""An unsent item in plain words: what it is, where it stands, what was answered, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from dost_desktop.rows import OutboxRow, UnsentDocument
from dost_desktop.services.settle import ChoiceKind
from ui.infra.event_words import event_words
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.infra.moments import moment_words
from ui.infra.problem_words import WORDS
from ui.infra.wording import filled
from ui.screens.outbox.item import Item, Need, UntoldCase, id_of
from ui.screens.outbox.unsent import Unsent
from ui.sync_alarm_words import alarm_words

NEEDS: Final = {  # words, icon, tone
    Need.YOU: (QT_TRANSLATE_NOOP("Outbox", "Needs you"), "git-diff", "bad"),
    Need.SOMEBODY: (QT_TRANSLATE_NOOP("Outbox", "Not taken"), "warning-circle", "bad"),
    Need.STUCK: (QT_TRANSLATE_NOOP("Outbox", "Not taken for long"), "warning", "warn"),
    Need.SENDING: (QT_TRANSLATE_NOOP("Outbox", "Sending"), "cloud-arrow-up", "accent"),
    Need.WAITING: (QT_TRANSLATE_NOOP("Outbox", "Waiting to send"), "clock", ""),
    Need.HEAD: (QT_TRANSLATE_NOOP("Outbox", "With the head"), "arrow-fat-up", "muted"),
}
_TO_DO: Final = {  # what to do, and why it is enough
    Need.YOU: QT_TRANSLATE_NOOP("Outbox", "Look at both sides and choose what holds."),
    Need.SOMEBODY: QT_TRANSLATE_NOOP(
        "Outbox", "Tell the administrator. What was recorded is safe; “Try again” sends this document anew."
    ),
    Need.STUCK: QT_TRANSLATE_NOOP(
        "Outbox",
        "The desk is online, and still it was not taken for an hour. Try again; if it stays, export it and tell the"
        " administrator.",
    ),
    Need.SENDING: QT_TRANSLATE_NOOP("Outbox", "Nothing to do: it is being sent now."),
    Need.WAITING: QT_TRANSLATE_NOOP("Outbox", "Nothing to do: it is sent by itself at the next connection."),
    Need.HEAD: QT_TRANSLATE_NOOP(
        "Outbox", "Nothing to do: the head of the centre decides, and the answer comes back to you."
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
    ChoiceKind.HAND_UP.value: QT_TRANSLATE_NOOP("Outbox", "Handed up to the head of the centre."),
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
_OTHER: Final = QT_TRANSLATE_NOOP("Outbox", "The central system's answer: {code}")
_NONE: Final = QT_TRANSLATE_NOOP("Outbox", "Not sent yet")


def need_words(need: Need) -> str:
    """Where the item stands."""
    return _say(NEEDS[need][0])


def what_words(row: Item) -> str:
    """What is to be sent."""
    match row:
        case OutboxRow():
            return ", ".join(dict.fromkeys(event_words(kind) for kind in row.kinds))
        case UnsentDocument():
            return _say(_DOCUMENTS[row.is_notice, bool(row.refused)])
        case UntoldCase():
            if row.is_finished:
                return _say(QT_TRANSLATE_NOOP("Outbox", "End of a case, for the other desks"))
            return _say(QT_TRANSLATE_NOOP("Outbox", "Half-done case, for the other desks"))


def to_do_words(row: Item, unsent: Unsent) -> str:
    """What the agent should do about it."""
    need = unsent.need(row)
    before = unsent.waits_for.get(id_of(row))
    if need is Need.WAITING and before is not None and unsent.need(before) is not Need.WAITING:
        return _say(QT_TRANSLATE_NOOP("Outbox", "It goes by itself once the earlier one was taken."))
    return _say(_TO_DO[need])


def waits_words(row: Item, unsent: Unsent) -> str:
    """The earlier item of the same file that goes first; "" where none is."""
    before = unsent.waits_for.get(id_of(row))
    if not isinstance(before, OutboxRow):
        return ""
    words = QT_TRANSLATE_NOOP("Outbox", "{what}, {time}")
    when = moment_words(before.created_at, unsent.now)
    return _say(words).format(what=event_words(before.kinds[-1]), time=when)


def answer_words(row: Item) -> str:
    """The last answer; a reason of the law is said in the same words as on the case page."""
    if isinstance(row, UnsentDocument):
        return _refusal_words(row.refused)
    if isinstance(row, UntoldCase):
        return _say(_NONE)
    code = row.last_answer
    if not code:
        return _say(_NONE)
    if code.startswith("alarm."):
        return alarm_words(code.removeprefix("alarm.")).title
    own = _ANSWERS.get(code)
    if own is not None:
        return _say(own)
    problem = WORDS.get(code)
    if problem is not None:
        facts: Mapping[str, Any] = row.facts.get("facts", row.facts)
        return filled(QCoreApplication.translate("Problem", problem), facts)
    known = alarm_words(code)
    return known.title if known.is_known else _say(_OTHER).format(code=code)


def age_words(at: datetime | None, now: datetime) -> str:
    """``7 min``, ``3 h``, ``2 days``: for how long it has waited."""
    if at is None:
        return ""
    seconds = max(int((now - at).total_seconds()), 0)
    for size, words in (
        (24 * 3600, QT_TRANSLATE_NOOP("Outbox", "{n} days")),
        (3600, QT_TRANSLATE_NOOP("Outbox", "{n} h")),
    ):
        if seconds >= size:
            return _say(words).format(n=seconds // size)
    return _say(QT_TRANSLATE_NOOP("Outbox", "{n} min")).format(n=seconds // 60)


def _refusal_words(code: str) -> str:
    if not code:
        return _say(_NONE)
    return _say(_REFUSED[code]) if code in _REFUSED else _say(_OTHER).format(code=code)


def _say(words: str) -> str:
    return QCoreApplication.translate("Outbox", words)
