"""The words of the head's page: what each kind is called, what happened, what can be done, and why not."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from dost_desktop.contract.needs_look import LookItem, LookKind
from dost_desktop.domain.dates import instant, short
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.refusing import Refused
from dost_desktop.ports import Unanswered
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.infra.problem_words import WORDS
from ui.infra.refused_words import refused_words
from ui.infra.wording import words_for

_KINDS: Final[dict[LookKind, tuple[str, str]]] = {  # what it is called, icon
    "handed_up": (QT_TRANSLATE_NOOP("NeedsLook", "Handed up by an agent"), "arrow-fat-up"),
    "review": (QT_TRANSLATE_NOOP("NeedsLook", "File under review"), "magnifying-glass"),
    "draft_overdue": (QT_TRANSLATE_NOOP("NeedsLook", "The back office is late"), "tray"),
    "employer_silent": (QT_TRANSLATE_NOOP("NeedsLook", "The employer's term ends"), "briefcase"),
    "removal_over": (QT_TRANSLATE_NOOP("NeedsLook", "The removal's term is over"), "calendar-x"),
    "clock": (QT_TRANSLATE_NOOP("NeedsLook", "A desk's clock is off"), "clock"),
    "numbers": (QT_TRANSLATE_NOOP("NeedsLook", "Numbers without a document"), "hash"),
}
_MARKS: Final = {
    "notice_without_refusal": QT_TRANSLATE_NOOP(
        "NeedsLook", "A written answer stands without a refusal behind it."
    ),
    "wrong_file": QT_TRANSLATE_NOOP("NeedsLook", "An event belongs to another person's file."),
    "unknown_application": QT_TRANSLATE_NOOP(
        "NeedsLook", "An event names an application that this file does not have."
    ),
}
_OTHER_MARK: Final = QT_TRANSLATE_NOOP("NeedsLook", "The file was marked for review.")
_TO_DO: Final[dict[LookKind, str]] = {
    "handed_up": QT_TRANSLATE_NOOP(
        "NeedsLook", "Look at the file, then close it with what you found. The agent sees your words."
    ),
    "review": QT_TRANSLATE_NOOP(
        "NeedsLook", "Compare paper and file, then close the review with what you found."
    ),
    "draft_overdue": QT_TRANSLATE_NOOP(
        "NeedsLook", "Remind the back office. The decision is theirs; it goes from here by itself."
    ),
    "employer_silent": QT_TRANSLATE_NOOP(
        "NeedsLook", "The agent can still ask the employer. From the next day silence counts as no."
    ),
    "removal_over": QT_TRANSLATE_NOOP(
        "NeedsLook", "Have the person told: they apply themselves to take the registration up again."
    ),
    "clock": QT_TRANSLATE_NOOP(
        "NeedsLook",
        "Have the computer's clock set. It goes from here when the desk sends with the right time.",
    ),
    "numbers": QT_TRANSLATE_NOOP(
        "NeedsLook", "Ask the desk: unsent work or a spoilt sheet. Then write what became of them."
    ),
}
_MINUTE: Final = 60
_HOUR: Final = 60 * _MINUTE


def kind_words(kind: LookKind) -> tuple[str, str]:
    """What it is called, and its icon."""
    words, icon = _KINDS[kind]
    return _say(words), icon


def to_do_words(kind: LookKind) -> str:
    """What can be done about it."""
    return _say(_TO_DO[kind])


def happened_words(item: LookItem) -> str:
    """What happened, in one or two sentences."""
    match item.kind:
        case "handed_up":
            return _say(QT_TRANSLATE_NOOP("NeedsLook", "The agent writes:"))
        case "review":
            mark = item.about.partition(" ")[2].partition(":")[0]
            return _say(_MARKS.get(mark, _OTHER_MARK))
        case "draft_overdue":
            words = _say(
                QT_TRANSLATE_NOOP(
                    "NeedsLook",
                    "The draft has been at back office {office} since {since}; its last day was {due}.",
                )
            )
            since = short(instant(item.since).date())
            return words.format(office=item.words, since=since, due=_day(item.due_on))
        case "employer_silent":
            words = _say(
                QT_TRANSLATE_NOOP(
                    "NeedsLook",
                    "{employer} has not answered referral {number}; the last working day is {due}.",
                )
            )
            return words.format(employer=item.words, number=", ".join(item.numbers), due=_day(item.due_on))
        case "removal_over":
            words = _say(
                QT_TRANSLATE_NOOP("NeedsLook", "The removal ended on {due}, and nobody applied to resume.")
            )
            return words.format(due=_day(item.due_on))
        case "clock":
            words = (
                _say(QT_TRANSLATE_NOOP("NeedsLook", "Its work came with a clock that is {time} ahead."))
                if item.seconds_off > 0
                else _say(QT_TRANSLATE_NOOP("NeedsLook", "Its work came with a clock that is {time} behind."))
            )
            return words.format(time=off_words(item.seconds_off))
        case "numbers":
            return _say(
                QT_TRANSLATE_NOOP(
                    "NeedsLook", "The desk is through with this block; these numbers bear nothing."
                )
            )


def off_words(seconds: int) -> str:
    """``2 h 5 min``: by how much a clock is off."""
    hours, minutes = divmod(abs(seconds) // _MINUTE, _HOUR // _MINUTE)
    if not hours:
        return QCoreApplication.translate("NeedsLook", "{minutes} min").format(minutes=minutes)
    words = QCoreApplication.translate("NeedsLook", "{hours} h {minutes} min")
    return words.format(hours=hours, minutes=minutes)


def number_words(item: LookItem) -> str:
    """What stands in the list's column of numbers."""
    if item.kind == "numbers":
        many = QCoreApplication.translate("NeedsLook", "Numbers: {many}")
        return many.format(many=len(item.numbers))
    if item.kind == "clock":
        sign = "+" if item.seconds_off > 0 else "−"
        return f"{sign}{off_words(item.seconds_off)}"
    return short_number(item.application_no)


def short_number(number: str) -> str:
    """``…/M-000123``."""
    return f"…/{number.rsplit('/', 1)[-1]}" if number else ""


def why_not_words(why_not: AgentError | Refused | Unanswered) -> str:
    """Why something did not happen, and what to do next."""
    match why_not:
        case Unanswered():
            return QCoreApplication.translate("Problem", WORDS[f"head.{why_not.value}"])
        case Refused():
            return refused_words(why_not)
        case _:
            return words_for(why_not)


def _day(text: str) -> str:
    return short(date.fromisoformat(text)) if text else ""


def _say(words: str) -> str:
    return QCoreApplication.translate("NeedsLook", words)
