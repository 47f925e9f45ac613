"""Every wish of the person's page to its presenter."""

from __future__ import annotations

from ui.parts.wires import Wires
from ui.screens.person.presenter import PersonPresenter
from ui.screens.person.view import PersonView


def connect(view: PersonView, presenter: PersonPresenter) -> Wires:
    """Every wish of the view to the presenter; keep the wires as long as the page stands."""
    return Wires(
        (
            (view.purpose_given, presenter.purpose_given),
            (view.primary_pressed, presenter.primary_pressed),
            (view.new_pressed, presenter.new_application),
            (view.application_opened, presenter.application_opened),
            (view.notice_opened, presenter.notice_opened),
            (view.change_pressed, presenter.change_contact),
            (view.correct_pressed, presenter.correct_identity),
            (view.misfile_pressed, presenter.record_in_wrong_file),
            (view.contact.edited, presenter.contact.edited),
            (view.contact.left, presenter.contact.left),
            (view.contact.record_pressed, presenter.contact.record),
            (view.contact.keep_pressed, presenter.contact.keep_as_is),
            (view.identity.edited, presenter.identity.edited),
            (view.identity.left, presenter.identity.left),
            (view.identity.record_pressed, presenter.identity.record),
            (view.identity.keep_pressed, presenter.identity.keep_as_is),
            (view.compared, presenter.compare),
            (view.another_pressed, presenter.compare_another),
            (view.compare.number_given, presenter.comparing.number_given),
            (view.compare.reason_edited, presenter.comparing.reason_edited),
            (view.compare.same_pressed, presenter.comparing.same_person),
            (view.compare.other_pressed, presenter.not_the_same),
            (view.misfile.chosen, presenter.misfiling.chosen),
            (view.misfile.number_edited, presenter.misfiling.number_edited),
            (view.misfile.reason_edited, presenter.misfiling.reason_edited),
            (view.misfile.look_up_pressed, presenter.misfiling.look_up),
            (view.misfile.record_pressed, presenter.misfiling.record),
            (view.review_pressed, presenter.close_review),
            (view.review.finding_edited, presenter.reviewing.finding_edited),
            (view.review.record_pressed, presenter.reviewing.record),
            (view.kind_pressed, presenter.kind_pressed),
            (view.status_pressed, presenter.status_pressed),
            (view.profile_pressed, presenter.change_profile),
            (view.profile.edited, presenter.profiling.edited),
            (view.profile.corrected, presenter.profiling.correction_said),
            (view.profile.record_pressed, presenter.profiling.record),
            (view.profile.keep_pressed, presenter.profiling.keep_as_is),
            (view.extract_pressed, presenter.extract_pressed),
            (view.extract.edited, presenter.extracting.edited),
            (view.extract.print_pressed, presenter.extract_pressed),
            (view.extract.left_pressed, presenter.extracting.close),
            (view.other_opened, presenter.other_opened),
            (view.save_asked, presenter.save_now),
            (view.back_pressed, presenter.back),
        )
    )
