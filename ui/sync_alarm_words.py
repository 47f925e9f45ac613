"""The words for what must not happen between desk and central system: each code once, for the agent who reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.infra.problem_words import WORDS

_FILE: Final = (
    QT_TRANSLATE_NOOP("Alarm", "A file does not agree with the central system"),
    QT_TRANSLATE_NOOP(
        "Alarm",
        "Only this file waits and is fetched anew; the others go on. Tell the administrator if it stays.",
    ),
)
_TELL: Final = QT_TRANSLATE_NOOP("Alarm", "Nothing was changed because of it. Tell the administrator.")
_ANSWER: Final = QT_TRANSLATE_NOOP("Alarm", "The central system's answer was not understood")

_OF_FILES: Final = frozenset(  # a flaw of a chain or of its proof (domain/chain.py, sync/merge.py)
    {
        *("place", "file", "link", "hash", "data", "signature", "erased", "run", "doubled"),
        *("receipt", "confirmed", "cut", "gap", "behind", "unreadable"),
    }
)
_OF_ANSWERS: Final = frozenset(  # what the central system said of a question that was right (sync/pull.py)
    {
        *("cursor.malformed", "cursor.other_centre", "request.malformed", "server.error"),
    }
)
_OWN: Final = {
    "chain.broken": (
        QT_TRANSLATE_NOOP("Alarm", "A file on this computer is damaged"),
        QT_TRANSLATE_NOOP(
            "Alarm", "Its unsent work is kept. Tell the administrator; do not delete anything."
        ),
    ),
    "event.id_reused": (
        QT_TRANSLATE_NOOP("Alarm", "Another record bears the same mark"),
        _TELL,
    ),
    "notice.code_reused": (
        QT_TRANSLATE_NOOP("Alarm", "Another written answer bears the same code"),
        _TELL,
    ),
    "lease.refused": (
        QT_TRANSLATE_NOOP("Alarm", "No numbers are given to this desk"),
        QT_TRANSLATE_NOOP(
            "Alarm", "Work goes on; written answers get a provisional number. Tell the administrator."
        ),
    ),
    "lease.not_ours": (
        QT_TRANSLATE_NOOP("Alarm", "The numbers that came are not this desk's"),
        QT_TRANSLATE_NOOP(
            "Alarm", "Work goes on; written answers get a provisional number. Tell the administrator."
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class AlarmWords:
    """What happened, and what to do; ``is_known`` False: the bare code, for the administrator."""

    title: str
    to_do: str
    is_known: bool = True


def alarm_words(code: str) -> AlarmWords:
    """The words of one code."""
    if code in _OWN:
        title, to_do = _OWN[code]
        return AlarmWords(_say(title), _say(to_do))
    if code in _OF_FILES:
        return AlarmWords(_say(_FILE[0]), _say(_FILE[1]))
    if code in _OF_ANSWERS:
        return AlarmWords(_say(_ANSWER), _say(_TELL))
    if code in WORDS:
        title, _, to_do = QCoreApplication.translate("Problem", WORDS[code]).partition(". ")
        return AlarmWords(title.removesuffix("."), to_do)
    words = _say(QT_TRANSLATE_NOOP("Alarm", "Code {code}")).format(code=code)
    return AlarmWords(words, _say(_TELL), is_known=False)


def _say(words: str) -> str:
    return QCoreApplication.translate("Alarm", words)
