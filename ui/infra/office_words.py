"""The office's closed sets in the window's language: one word for one thing on every page (words/ui.az.md, 7)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from dost_desktop.contract.messages import Need
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    ApplicationState,
    Basis,
    CallerAnswer,
    Certifier,
    Channel,
    Education,
    FormOfAnswer,
    FormOfApplication,
    FormShown,
    Relation,
    RepresentedAct,
    Status,
)
from dost_desktop.services.run_case import PauseReason
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


NEEDS: Final[dict[Need, tuple[str, str]]] = {  # need -> (words, icon)
    "priority": (QT_TRANSLATE_NOOP("Office", "Priority"), "star"),
    "interpreter": (QT_TRANSLATE_NOOP("Office", "Interpreter"), "translate"),
    "representative": (QT_TRANSLATE_NOOP("Office", "Representative"), "users"),
}
PAUSES: Final = {
    PauseReason.PERSON: QT_TRANSLATE_NOOP("Office", "the person went to fetch a document"),
    PauseReason.REGISTER: QT_TRANSLATE_NOOP("Office", "register not answering"),
}
BASES: Final = {
    Basis.POWER_OF_ATTORNEY: QT_TRANSLATE_NOOP("Office", "Power of attorney"),
    Basis.GUARDIAN: QT_TRANSLATE_NOOP("Office", "Guardian"),
    Basis.CURATOR: QT_TRANSLATE_NOOP("Office", "Curator"),
    Basis.HEAD: QT_TRANSLATE_NOOP("Office", "Head"),
}
CERTIFIERS: Final = {
    Certifier.NOTARY: QT_TRANSLATE_NOOP("Office", "Notary"),
    Certifier.CONSUL: QT_TRANSLATE_NOOP("Office", "Consul"),
    Certifier.EQUATED_OFFICIAL: QT_TRANSLATE_NOOP("Office", "Equated official"),
}
REPRESENTED_ACTS: Final = {
    RepresentedAct.APPLY: QT_TRANSLATE_NOOP("Office", "applying"),
    RepresentedAct.CONFIRM_FORM: QT_TRANSLATE_NOOP("Office", "confirming the form"),
    RepresentedAct.ANSWER_OFFER: QT_TRANSLATE_NOOP("Office", "answering an offer of work"),
    RepresentedAct.WITHDRAW: QT_TRANSLATE_NOOP("Office", "withdrawing the application"),
    RepresentedAct.RECEIVE_ANSWER: QT_TRANSLATE_NOOP("Office", "receiving the answer"),
}

FORMS: Final = {  # of application
    FormOfApplication.IN_PERSON: QT_TRANSLATE_NOOP("Office", "in person"),
    FormOfApplication.REPRESENTATIVE: QT_TRANSLATE_NOOP("Office", "representative"),
    FormOfApplication.CALL_CENTRE: QT_TRANSLATE_NOOP("Office", "call centre"),
    FormOfApplication.SELF_SERVICE: QT_TRANSLATE_NOOP("Office", "self-service"),
}
CHANNELS: Final = {
    Channel.DOST_CENTRE: QT_TRANSLATE_NOOP("Office", "DOST centre"),
    Channel.CALL_CENTRE: QT_TRANSLATE_NOOP("Office", "call centre"),
    Channel.ELECTRONIC: QT_TRANSLATE_NOOP("Office", "electronic system"),
}
ANSWER_FORMS: Final = {
    FormOfAnswer.IN_PERSON: QT_TRANSLATE_NOOP("Office", "in person"),
    FormOfAnswer.REPRESENTATIVE: QT_TRANSLATE_NOOP("Office", "representative"),
    FormOfAnswer.CALL_CENTRE: QT_TRANSLATE_NOOP("Office", "call centre"),
    FormOfAnswer.PROACTIVE: QT_TRANSLATE_NOOP("Office", "proactive"),
    FormOfAnswer.SELF_SERVICE: QT_TRANSLATE_NOOP("Office", "self-service"),
}
CALLER_ANSWERS: Final = {
    CallerAnswer.BIRTH_DATE: QT_TRANSLATE_NOOP("Office", "date of birth"),
    CallerAnswer.DOCUMENT_NUMBER: QT_TRANSLATE_NOOP("Office", "document number"),
    CallerAnswer.ADDRESS: QT_TRANSLATE_NOOP("Office", "address"),
    CallerAnswer.PHONE: QT_TRANSLATE_NOOP("Office", "phone"),
    CallerAnswer.APPLICATION_NUMBER: QT_TRANSLATE_NOOP("Office", "number of an earlier application"),
}
RELATIONS: Final = {
    Relation.PARENT: QT_TRANSLATE_NOOP("Office", "parent"),
    Relation.ADOPTER: QT_TRANSLATE_NOOP("Office", "adopter"),
    Relation.CURATOR: QT_TRANSLATE_NOOP("Office", "curator"),
}
EDUCATIONS: Final = {
    Education.GENERAL: QT_TRANSLATE_NOOP("Office", "General education"),
    Education.VOCATIONAL: QT_TRANSLATE_NOOP("Office", "Vocational education"),
    Education.SECONDARY_SPECIAL: QT_TRANSLATE_NOOP("Office", "Secondary special education"),
    Education.HIGHER: QT_TRANSLATE_NOOP("Office", "Higher education"),
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


def form_words(form: FormOfApplication) -> str:
    """How the application came in (SEED 6)."""
    return _said(FORMS[form])


def channel_words(channel: Channel) -> str:
    """Over which channel it came (SEED 7)."""
    return _said(CHANNELS[channel])


def answer_form_words(form: FormOfAnswer) -> str:
    """How the answer is given (SEED 8)."""
    return _said(ANSWER_FORMS[form])


def caller_answer_words(answer: CallerAnswer) -> str:
    """What a caller named correctly."""
    return _said(CALLER_ANSWERS[answer])


def relation_words(relation: Relation) -> str:
    """Who consents for a person of 15 to 17 years (D10)."""
    return _said(RELATIONS[relation])


def education_words(education: Education) -> str:
    """The level of education (facts 1.6)."""
    return _said(EDUCATIONS[education])


def need_words(need: Need) -> tuple[str, str]:
    """What the person behind a ticket needs, and its icon."""
    words, icon = NEEDS[need]
    return _said(words), icon


def pause_words(reason: str) -> str:
    """Why a case waits: a known reason in the window's language, own words as they were typed."""
    known = {each.value: words for each, words in PAUSES.items()}
    return _said(known[reason]) if reason in known else reason


def basis_words(basis: Basis) -> str:
    """By what somebody speaks for the applicant (SEED 6; D17)."""
    return _said(BASES[basis])


def certifier_words(certifier: Certifier) -> str:
    """Who certified a power of attorney (facts 5.5, 5.6)."""
    return _said(CERTIFIERS[certifier])


def represented_act_words(act: RepresentedAct) -> str:
    """What a representative does in the applicant's place, as the end of a sentence (facts 5.7)."""
    return _said(REPRESENTED_ACTS[act])


def _said(words: str) -> str:
    return QCoreApplication.translate("Office", words)
