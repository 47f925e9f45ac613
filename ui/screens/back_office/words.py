"""The words of this page for what the file says: on what a draft rests, what became of offers and of decisions."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from dost_desktop.contract.back_office import BackOfficeDraft
from dost_desktop.domain.person_file import Offer
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import EmployerAnswer
from dost_desktop.ports import Unanswered
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.infra.problem_words import WORDS
from ui.infra.refused_words import refused_words
from ui.screens.back_office.shown import Outcome

_BASES: Final = {
    "none": QT_TRANSLATE_NOOP("BackOffice", "no suitable work"),
    "not_hired": QT_TRANSLATE_NOOP("BackOffice", "the employer declined"),
    "silent": QT_TRANSLATE_NOOP("BackOffice", "the employer was silent"),
}
_SAID: Final = {
    EmployerAnswer.HIRED: QT_TRANSLATE_NOOP("BackOffice", "the employer hired"),
    EmployerAnswer.NOT_HIRED: QT_TRANSLATE_NOOP("BackOffice", "the employer declined"),
    EmployerAnswer.SILENT: QT_TRANSLATE_NOOP("BackOffice", "the employer was silent"),
}


def basis_words(draft: BackOfficeDraft) -> str:
    """On what the draft rests."""
    return QCoreApplication.translate("BackOffice", _BASES[draft.basis])


def offer_words(offer: Offer) -> str:
    """What became of one offer of work."""
    if offer.said is not None:
        return QCoreApplication.translate("BackOffice", _SAID[offer.said])
    if offer.referral:
        return QCoreApplication.translate("BackOffice", "referred to the employer")
    if offer.accepted_at is not None:
        return QCoreApplication.translate("BackOffice", "accepted")
    if offer.declined_at is None:
        return QCoreApplication.translate("BackOffice", "not answered")
    if offer.justified is None:
        return QCoreApplication.translate("BackOffice", "declined")
    if offer.justified:
        return QCoreApplication.translate("BackOffice", "declined with good reason")
    return QCoreApplication.translate("BackOffice", "declined without good reason")


def why_not_words(why_not: Refused | Unanswered) -> str:
    """Why a decision does not count."""
    if isinstance(why_not, Refused):
        return refused_words(why_not)
    return problem_words("back_office.unknown" if is_unknown(why_not) else f"back_office.{why_not.value}")


def is_unknown(why_not: Refused | Unanswered | None) -> bool:
    """Whether the answer was lost: the decision may count all the same."""
    return isinstance(why_not, Unanswered) and why_not in {Unanswered.OFFLINE, Unanswered.REGISTER}


def problem_words(key: str) -> str:
    """The words of a reason."""
    return QCoreApplication.translate("Problem", WORDS[key])


def outcome_words(outcome: Outcome) -> str:
    """One draft's outcome, by name."""
    if outcome.why_not is not None:
        words = (
            "{name}: {why}"
            if is_unknown(outcome.why_not)
            else QCoreApplication.translate("BackOffice", "{name}: not decided. {why}")
        )
        return words.format(name=outcome.full_name, why=why_not_words(outcome.why_not))
    words = (
        QCoreApplication.translate("BackOffice", "{name}: confirmed")
        if outcome.confirms
        else QCoreApplication.translate("BackOffice", "{name}: returned to the agent")
    )
    return words.format(name=outcome.full_name)
