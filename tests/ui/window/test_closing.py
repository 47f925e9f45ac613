"""Closing the window in the middle of a word loses nothing."""

from __future__ import annotations

from dost_desktop.services.changes import Changes
from tests.ui.window.real_window import RealWindow
from ui.screens.intake.view import IntakeView


def test_what_was_typed_in_the_last_moment_is_kept(practice, facts, qapp, tmp_path):
    at = RealWindow(qapp, practice, facts, tmp_path)
    at.sign_in()
    at.start_over()
    at.session.start_intake(None)
    at.wait("the intake page", lambda: isinstance(at.view(), IntakeView) and at.view().isVisible())
    at.rest()
    at.type("5AB")
    assert at.session.case is not None
    key, session = f"intake:{at.session.case.id}", at.session
    at.close()
    session._sync_heard.emit(session.sync_state, Changes(queue=True, outbox=True))  # said while it closed
    at.rest(50)

    again = RealWindow(qapp, practice, facts, tmp_path)
    again.sign_in()
    draft = again.session.services.drafts.load(key)
    again.close()
    assert draft is not None
    assert draft.content["number"] == "5AB"
