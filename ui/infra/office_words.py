"""The office's closed sets in the window's language: one word for one thing on every page (words/ui.az.md, 7)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState, FormShown, Status
from ui.infra.marking import QT_TRANSLATE_NOOP

STATUSES: Final = {  # status -> (words, kind of chip)
    Status.UNKNOWN: (QT_TRANSLATE_NOOP("Office", "MAS was not asked"), "neutral"),
    Status.NOT_REGISTERED: (QT_TRANSLATE_NOOP("Office", "Not registered"), "neutral"),
    Status.JOBSEEKER: (QT_TRANSLATE_NOOP("Office", "Jobseeker"), "accent"),
    Status.UNEMPLOYED: (QT_TRANSLATE_NOOP("Office", "Unemployed"), "accent"),
    Status.TEMPORARILY_REMOVED: (QT_TRANSLATE_NOOP("Office", "Temporarily removed"), "neutral"),
    Status.CANCELLED: (QT_TRANSLATE_NOOP("Office", "Cancelled"), "neutral"),
}
KINDS: Final = {
    ApplicationKind.JOBSEEKER: QT_TRANSLATE_NOOP("Office", "Registration as jobseeker"),
    ApplicationKind.UNEMPLOYED: QT_TRANSLATE_NOOP("Office", "Registration as unemployed"),
    ApplicationKind.REMOVAL: QT_TRANSLATE_NOOP("Office", "Temporary removal"),
    ApplicationKind.RESUMPTION: QT_TRANSLATE_NOOP("Office", "Resumption"),
    ApplicationKind.CANCELLATION: QT_TRANSLATE_NOOP("Office", "Cancellation of the registration"),
}
STATES: Final = {  # state -> (words, kind of chip)
    ApplicationState.OPEN: (QT_TRANSLATE_NOOP("Office", "In progress"), "accent"),
    ApplicationState.WAITING_MAS: (QT_TRANSLATE_NOOP("Office", "Waiting for MAS"), "warn"),
    ApplicationState.WAITING_REGISTER: (QT_TRANSLATE_NOOP("Office", "Waiting for register"), "warn"),
    ApplicationState.FOUND_EMPLOYED: (QT_TRANSLATE_NOOP("Office", "Employment found"), "accent"),
    ApplicationState.OFFERING_WORK: (QT_TRANSLATE_NOOP("Office", "Suitable work"), "accent"),
    ApplicationState.WAITING_PERSON: (QT_TRANSLATE_NOOP("Office", "Waiting for the person"), "neutral"),
    ApplicationState.DECLINED: (QT_TRANSLATE_NOOP("Office", "Offer declined"), "accent"),
    ApplicationState.DECLINED_UNJUSTIFIED: (QT_TRANSLATE_NOOP("Office", "Offer declined"), "accent"),
    ApplicationState.RIGHT_EXPLAINED: (QT_TRANSLATE_NOOP("Office", "Right explained"), "accent"),
    ApplicationState.OFFER_ACCEPTED: (QT_TRANSLATE_NOOP("Office", "Offer accepted"), "accent"),
    ApplicationState.WAITING_EMPLOYER: (QT_TRANSLATE_NOOP("Office", "Waiting for employer"), "neutral"),
    ApplicationState.NO_WORK_PLACED: (QT_TRANSLATE_NOOP("Office", "No suitable work"), "accent"),
    ApplicationState.AT_BACK_OFFICE: (QT_TRANSLATE_NOOP("Office", "At back office"), "neutral"),
    ApplicationState.RETURNED: (QT_TRANSLATE_NOOP("Office", "Returned"), "warn"),
    ApplicationState.DONE: (QT_TRANSLATE_NOOP("Office", "Completed"), "neutral"),
    ApplicationState.REFUSED: (QT_TRANSLATE_NOOP("Office", "Refused"), "neutral"),
    ApplicationState.WITHDRAWN: (QT_TRANSLATE_NOOP("Office", "Withdrawn"), "neutral"),
    ApplicationState.MISFILED: (QT_TRANSLATE_NOOP("Office", "In the wrong file"), "warn"),
}
FORMS_SHOWN: Final = {
    FormShown.ORIGINAL: QT_TRANSLATE_NOOP("Office", "Original"),
    FormShown.COPY: QT_TRANSLATE_NOOP("Office", "Copy"),
    FormShown.NOTARISED_COPY: QT_TRANSLATE_NOOP("Office", "Notarised copy"),
    FormShown.ELECTRONIC_COPY: QT_TRANSLATE_NOOP("Office", "Electronic copy"),
}


def status_words(status: Status) -> tuple[str, str]:
    """The registration's words and the kind of its chip."""
    words, kind = STATUSES[status]
    return _said(words), kind


def kind_words(kind: ApplicationKind) -> str:
    """What is applied for."""
    return _said(KINDS[kind])


def state_words(state: ApplicationState) -> tuple[str, str]:
    """Where an application stands, and the kind of its chip."""
    words, kind = STATES[state]
    return _said(words), kind


def form_shown_words(form: FormShown) -> str:
    """In which form a paper was shown (SEED 22)."""
    return _said(FORMS_SHOWN[form])


def _said(words: str) -> str:
    return QCoreApplication.translate("Office", words)
