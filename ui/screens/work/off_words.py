"""Why something cannot be done now on the page of suitable work, as an agent can say it aloud."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.suitable_work import Test
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.infra.refused_words import refused_words
from ui.infra.wording import filled
from ui.screens.work.page import Off
from ui.screens.work.words import test_words

_REASONS: Final = {
    "work.not_now": QT_TRANSLATE_NOOP("WorkReason", "Not possible in the present state."),
    "work.nothing_selected": QT_TRANSLATE_NOOP("WorkReason", "Choose a vacancy."),
    "work.question_open": QT_TRANSLATE_NOOP("WorkReason", "“{test}”: the question is not answered."),
    "work.none_fits": QT_TRANSLATE_NOOP("WorkReason", "No vacancy fits by all five tests."),
    "work.not_accepted": QT_TRANSLATE_NOOP("WorkReason", "The person has not accepted an offer."),
    "work.no_search": QT_TRANSLATE_NOOP("WorkReason", "No work was looked for today."),
    "work.suitable_left": QT_TRANSLATE_NOOP("WorkReason", "Suitable vacancies not offered: {n}."),
    "work.pages_left": QT_TRANSLATE_NOOP(
        "WorkReason", "Found and not looked at: {n}. Bring them, or narrow."
    ),
    "work.judgement_open": QT_TRANSLATE_NOOP("WorkReason", "Choose: justified or not."),
    "work.wording_short": QT_TRANSLATE_NOOP("WorkReason", "Say why, in at least {n} characters."),
    "work.day_missing": QT_TRANSLATE_NOOP("WorkReason", "The day of presenting is missing."),
    "work.day_out_of_reach": QT_TRANSLATE_NOOP("WorkReason", "Today, or a day of the next 30."),
    "work.answer_missing": QT_TRANSLATE_NOOP("WorkReason", "Choose what the employer decided."),
    "case.no_ground": QT_TRANSLATE_NOOP("WorkReason", "No ground of refusal fits what is known now."),
}


def off_words(off: Off) -> str:
    """The reason in one line."""
    own = _REASONS.get(off.reason)
    if own is None:
        return refused_words(Refused(off.reason, "", off.facts))
    facts = dict(off.facts)
    if isinstance(facts.get("test"), Test):
        facts["test"] = test_words(facts["test"])
    return filled(QCoreApplication.translate("WorkReason", own), facts)
