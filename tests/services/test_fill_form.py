"""A form is one click: what was told is recorded with it or not at all, and only what is new."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dost_desktop.domain import acts
from dost_desktop.domain.evidence import WorkProfile
from dost_desktop.domain.values import Phone
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState, Education, Status
from dost_desktop.services.desk import ActNotAllowed
from dost_desktop.services.fill_form import FilledForm, FillForm
from dost_desktop.services.record_contact import Reach
from tests.ui.form.form_desk import FormDesk

PROFILE = WorkProfile(Education.HIGHER, specialty="mühəndis", wanted="mühəndis", by_public_transport=True)
REACH = Reach(Phone("+994500001234"), None, "Bakı ş., Sınaq küç. 12")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[FormDesk]:
    at = FormDesk(tmp_path)
    at.begins()
    yield at
    at.close()


def fills(desk: FormDesk) -> list[str]:
    """What one form recorded."""
    with desk.desk.open_reading() as reading:
        before = reading.file(desk.file_id).head.seq
    form = acts.SubmitForm(desk.application)
    desk.drafts.save("form:1", "form", {"phone": "050"})
    FillForm(desk.desk)(desk.file_id, FilledForm(form, REACH, PROFILE), draft_key="form:1")
    with desk.desk.open_reading() as reading:
        assert reading.drafts.load("form:1") is None
        return [each.event.content.kind for each in reading.events(desk.file_id, before)]


def test_what_is_known_already_is_not_recorded_again(desk: FormDesk) -> None:
    assert fills(desk) == ["contact_recorded", "work_profile_recorded", "form_submitted"]
    desk.server_has_it()
    desk.not_accepted("Sənəd oxunmur.")

    assert fills(desk) == ["form_submitted"]


def test_a_form_that_is_refused_records_nothing_and_keeps_its_draft(desk: FormDesk) -> None:
    desk.runs.finish()
    desk.next_person()
    desk.begins(ApplicationKind.JOBSEEKER, Status.CANCELLED, {"bars": ["cancel.false_data:2026-12-24"]})
    desk.drafts.save("form:1", "form", {"phone": "050"})
    filled = FilledForm(acts.SubmitForm(desk.application), REACH, PROFILE)

    with pytest.raises(ActNotAllowed) as refused:
        FillForm(desk.desk)(desk.file_id, filled, draft_key="form:1")

    assert refused.value.reason == "application.barred"
    assert desk.state() is ApplicationState.OPEN
    with desk.desk.open_reading() as reading:
        assert reading.file(desk.file_id).profile is None
        assert reading.drafts.load("form:1") is not None
