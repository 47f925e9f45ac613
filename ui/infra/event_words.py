"""What happened, in the office's words: one line for every kind of event, for the history and the outbox."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.infra.marking import QT_TRANSLATE_NOOP

EVENTS: Final = {  # kind of event (docs/formats.md) -> words
    "person_identified": QT_TRANSLATE_NOOP("Event", "Person identified"),
    "status_read": QT_TRANSLATE_NOOP("Event", "Registration read from MAS"),
    "contact_recorded": QT_TRANSLATE_NOOP("Event", "Contact recorded"),
    "work_profile_recorded": QT_TRANSLATE_NOOP("Event", "What the person can do recorded"),
    "application_opened": QT_TRANSLATE_NOOP("Event", "Application opened"),
    "representation_shown": QT_TRANSLATE_NOOP("Event", "Representative's paper shown"),
    "representation_checked": QT_TRANSLATE_NOOP("Event", "Power of attorney checked"),
    "explanation_given": QT_TRANSLATE_NOOP("Event", "Explained to the applicant"),
    "paper_shown": QT_TRANSLATE_NOOP("Event", "Document shown"),
    "register_answered": QT_TRANSLATE_NOOP("Event", "The register answered"),
    "register_silent": QT_TRANSLATE_NOOP("Event", "The register did not answer"),
    "form_submitted": QT_TRANSLATE_NOOP("Event", "Form filled with help, sent to MAS"),
    "form_confirmed": QT_TRANSLATE_NOOP("Event", "Form confirmed by the person in e-sosial"),
    "accepted_by_mas": QT_TRANSLATE_NOOP("Event", "Accepted by MAS"),
    "not_accepted_by_mas": QT_TRANSLATE_NOOP("Event", "Not accepted by MAS"),
    "message_delivered": QT_TRANSLATE_NOOP("Event", "The person was told"),
    "work_offered": QT_TRANSLATE_NOOP("Event", "Suitable work offered"),
    "offer_accepted": QT_TRANSLATE_NOOP("Event", "Offer accepted"),
    "offer_declined": QT_TRANSLATE_NOOP("Event", "Offer declined"),
    "decline_judged": QT_TRANSLATE_NOOP("Event", "Reason of the decline judged"),
    "right_explained": QT_TRANSLATE_NOOP("Event", "Right to apply again explained"),
    "referral_issued": QT_TRANSLATE_NOOP("Event", "Referral issued"),
    "employer_answered": QT_TRANSLATE_NOOP("Event", "The employer answered"),
    "no_suitable_work_placed": QT_TRANSLATE_NOOP("Event", "No suitable work: placed in MAS"),
    "work_searched_again": QT_TRANSLATE_NOOP("Event", "Suitable work is looked for once more"),
    "sent_to_back_office": QT_TRANSLATE_NOOP("Event", "Sent to the back office"),
    "decision_confirmed": QT_TRANSLATE_NOOP("Event", "Decision approved"),
    "decision_returned": QT_TRANSLATE_NOOP("Event", "Decision returned"),
    "application_refused": QT_TRANSLATE_NOOP("Event", "Refused with reasons"),
    "notice_issued": QT_TRANSLATE_NOOP("Event", "Written answer issued"),
    "notice_printed": QT_TRANSLATE_NOOP("Event", "Written answer printed"),
    "notice_served": QT_TRANSLATE_NOOP("Event", "Written answer handed over"),
    "notice_superseded": QT_TRANSLATE_NOOP("Event", "Written answer superseded"),
    "notice_recalled": QT_TRANSLATE_NOOP("Event", "Written answer recalled"),
    "application_withdrawn": QT_TRANSLATE_NOOP("Event", "Application withdrawn by the person"),
    "application_reopened": QT_TRANSLATE_NOOP("Event", "Application opened again by the head"),
    "ended_by_office": QT_TRANSLATE_NOOP("Event", "Registration ended by the office"),
    "handed_up": QT_TRANSLATE_NOOP("Event", "Handed up to the head of the centre"),
    "disagreement_settled": QT_TRANSLATE_NOOP("Event", "Own step set aside, the other one stands"),
    "files_linked": QT_TRANSLATE_NOOP("Event", "Files linked"),
    "recorded_in_wrong_file": QT_TRANSLATE_NOOP("Event", "Marked as recorded in the wrong file"),
    "recorded_in_other_file": QT_TRANSLATE_NOOP("Event", "Something of this person stands in another file"),
    "review_closed": QT_TRANSLATE_NOOP("Event", "Review closed"),
    "data_erased": QT_TRANSLATE_NOOP("Event", "Data erased by law"),
}


def event_words(kind: str) -> str:
    """What an event of this kind is called; raises KeyError for a kind without words."""
    return QCoreApplication.translate("Event", EVENTS[kind])
