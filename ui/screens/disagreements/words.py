"""The words of the page: what each side did, what happened, and what every choice brings with it."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from dost_desktop.domain.dates import legal_date, short_time
from dost_desktop.services.disagreements import Compared, DisagreementRow
from dost_desktop.services.settle import Choice, ChoiceKind
from ui.infra.event_words import event_words
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.infra.moments import moment_words
from ui.infra.refused_words import refused_words

CENTRAL: Final = "central"  # the desk of what the central system records itself
_SUBJECTS: Final = (  # what a click is about, the weightiest first
    (
        ("ended_by_office", "application_withdrawn"),
        QT_TRANSLATE_NOOP("Disagreement", "end of the registration"),
    ),
    (("application_refused",), QT_TRANSLATE_NOOP("Disagreement", "refusal")),
    (
        ("decision_confirmed", "decision_returned", "sent_to_back_office"),
        QT_TRANSLATE_NOOP("Disagreement", "back office"),
    ),
    (
        ("notice_issued", "notice_printed", "notice_served", "notice_superseded", "notice_recalled"),
        QT_TRANSLATE_NOOP("Disagreement", "written answer"),
    ),
    (("referral_issued", "employer_answered"), QT_TRANSLATE_NOOP("Disagreement", "referral")),
    (
        (
            *("work_offered", "offer_accepted", "offer_declined", "decline_judged", "right_explained"),
            *("no_suitable_work_placed", "work_searched_again", "work_profile_recorded"),
        ),
        QT_TRANSLATE_NOOP("Disagreement", "suitable work"),
    ),
    (
        ("form_submitted", "form_confirmed", "accepted_by_mas", "not_accepted_by_mas"),
        QT_TRANSLATE_NOOP("Disagreement", "form"),
    ),
    (("application_opened", "application_reopened"), QT_TRANSLATE_NOOP("Disagreement", "application")),
    (("register_answered", "register_silent"), QT_TRANSLATE_NOOP("Disagreement", "register")),
    (
        ("paper_shown", "representation_shown", "representation_checked"),
        QT_TRANSLATE_NOOP("Disagreement", "document"),
    ),
    (("contact_recorded", "message_delivered"), QT_TRANSLATE_NOOP("Disagreement", "contact")),
    (("person_identified",), QT_TRANSLATE_NOOP("Disagreement", "identity")),
    (("status_read",), QT_TRANSLATE_NOOP("Disagreement", "registration")),
    (("explanation_given",), QT_TRANSLATE_NOOP("Disagreement", "explanation")),
    (
        ("files_linked", "recorded_in_wrong_file", "recorded_in_other_file", "data_erased"),
        QT_TRANSLATE_NOOP("Disagreement", "file"),
    ),
    (
        ("handed_up", "review_closed", "disagreement_settled"),
        QT_TRANSLATE_NOOP("Disagreement", "review"),
    ),
)


def subject_words(kinds: tuple[str, ...]) -> str:
    """What these events are about, in one or two words; "" for none."""
    for members, words in _SUBJECTS:
        if set(members) & set(kinds):
            return _say(words)
    return ""


def row_words(row: DisagreementRow, now: datetime) -> str:
    """``refusal ↔ removal · 13:58``, as the list's second line."""
    mine, theirs = subject_words(row.mine), subject_words(row.theirs)
    if row.is_paper:
        what = _say(QT_TRANSLATE_NOOP("Disagreement", "paper without ground"))
    elif not theirs:
        what = _say(QT_TRANSLATE_NOOP("Disagreement", "{mine}: not taken")).format(mine=mine)
    elif mine == theirs:
        what = _say(QT_TRANSLATE_NOOP("Disagreement", "{mine}, two ways")).format(mine=mine)
    else:
        what = f"{mine} ↔ {theirs}"
    return f"{what} · {near(row.at, now)}"


def desk_words(desk: str) -> str:
    """``desk 3``; what the central system did itself has no desk."""
    if desk in {"", CENTRAL}:
        return _say(QT_TRANSLATE_NOOP("Disagreement", "central system"))
    return _say(QT_TRANSLATE_NOOP("Disagreement", "desk {desk}")).format(desk=desk)


def side_words(desk: str, at: datetime | None, now: datetime) -> str:
    """``desk 3, 11:31``; "" for nobody."""
    if at is None:
        return ""
    return f"{desk_words(desk)}, {near(at, now)}"


def base_words(at: datetime | None, now: datetime) -> str:
    """``08:40, common``: from when both sides come."""
    if at is None:
        return _say(QT_TRANSLATE_NOOP("Disagreement", "nothing yet"))
    return _say(QT_TRANSLATE_NOOP("Disagreement", "{time}, common")).format(time=near(at, now))


def happened_words(compared: Compared) -> str:
    """What happened, in a sentence."""
    if compared.is_paper:
        words = QT_TRANSLATE_NOOP(
            "Disagreement", "Written answer {number} is on paper, and the file no longer gives it a ground."
        )
        return _say(words).format(number=", ".join(compared.notices))
    if not compared.theirs:
        return _say(
            QT_TRANSLATE_NOOP(
                "Disagreement", "The central system did not take your step: a rule is against it."
            )
        )
    if compared.theirs_by in {"", CENTRAL}:
        return _say(
            QT_TRANSLATE_NOOP(
                "Disagreement",
                "The central system recorded something in the same file before your step came. The two do not"
                " go together.",
            )
        )
    words = QT_TRANSLATE_NOOP(
        "Disagreement", "{desk} changed the same file before your step came. The two do not go together."
    )
    said = _say(words).format(desk=desk_words(compared.theirs_by))
    return said[:1].upper() + said[1:]


def choice_words(choice: Choice, compared: Compared) -> str:
    """What is chosen."""
    match choice.kind:
        case ChoiceKind.KEEP_THEIRS:
            if compared.is_paper:
                return _say(
                    QT_TRANSLATE_NOOP("Disagreement", "The file stays as it is, the paper is settled")
                )
            if not compared.theirs:
                return _say(QT_TRANSLATE_NOOP("Disagreement", "My step is set aside"))
            return _say(QT_TRANSLATE_NOOP("Disagreement", "The central system's stays, my step is set aside"))
        case ChoiceKind.RECORD_MINE_NOW:
            return _say(
                QT_TRANSLATE_NOOP("Disagreement", "My step is recorded anew, on the file as it is now")
            )
        case ChoiceKind.HAND_UP:
            return _say(QT_TRANSLATE_NOOP("Disagreement", "The head of the centre decides"))


def consequence_words(choice: Choice) -> str:
    """What it brings with it; for an impossible one why not."""
    if choice.why_not is not None:
        words = QT_TRANSLATE_NOOP("Disagreement", "Not possible: {reason}")
        return _say(words).format(reason=refused_words(choice.why_not))
    facts = choice.facts
    said = []
    if facts.recalled:
        words = QT_TRANSLATE_NOOP(
            "Disagreement", "Written answer {number} is recalled; the letter to the person is printed now."
        )
        said.append(_say(words).format(number=", ".join(map(ending, facts.recalled))))
    if facts.superseded:
        words = QT_TRANSLATE_NOOP("Disagreement", "Written answer {number} is superseded by {other}.")
        said.append(
            _say(words).format(
                number=", ".join(map(ending, facts.superseded)), other=ending(facts.superseded_by)
            )
        )
    if choice.kind is ChoiceKind.RECORD_MINE_NOW and facts.records:
        kinds = ", ".join(dict.fromkeys(event_words(kind) for kind in facts.records))
        words = QT_TRANSLATE_NOOP("Disagreement", "Recorded with today's moment: {kinds}.")
        said.append(_say(words).format(kinds=kinds))
    if said:
        return " ".join(said)
    return _say(_PLAIN[choice.kind])


_PLAIN: Final = {
    ChoiceKind.KEEP_THEIRS: QT_TRANSLATE_NOOP(
        "Disagreement", "Your step stays in the history and does not apply."
    ),
    ChoiceKind.RECORD_MINE_NOW: QT_TRANSLATE_NOOP("Disagreement", "It is decided by today's rules."),
    ChoiceKind.HAND_UP: QT_TRANSLATE_NOOP(
        "Disagreement", "Both sides stay as they are until then; the head's words come back here."
    ),
}


def ending(number: str) -> str:
    """``…/000427``: a number by its end."""
    return f"…/{number.rsplit('/', 1)[-1]}" if "/" in number else number


def near(at: datetime, now: datetime) -> str:
    """``13:58`` today, else with its day."""
    return short_time(at) if legal_date(at) == legal_date(now) else moment_words(at, now)


def _say(words: str) -> str:
    return QCoreApplication.translate("Disagreement", words)
