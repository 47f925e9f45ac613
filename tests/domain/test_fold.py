"""Folding: the same events give the same file, however they arrive."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import event, given, settings

from dost_desktop.contract.translation import chained_event, event_message
from dost_desktop.domain import acts
from dost_desktop.domain.codec import Malformed
from dost_desktop.domain.decide import decide
from dost_desktop.domain.events import erased
from dost_desktop.domain.fold import By, apply_act, fold_all
from dost_desktop.domain.ids import new_id
from dost_desktop.domain.person_file import empty_file
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState, Recipient, Role, Status
from tests.domain.builders import (
    AGENT,
    DESK,
    FILE,
    NOW,
    OTHER_FILE,
    PIN,
    REASONING,
    Case,
    a_command,
    a_person,
    a_refused,
    a_status,
    acts_of,
    an_applicant,
    an_attestation,
    an_identity,
)
from tests.domain.histories import histories

BY = By(AGENT, DESK, NOW)


@settings(max_examples=60, deadline=None)
@given(histories())
def test_folding_in_two_halves_equals_folding_once(case: Case) -> None:
    whole = fold_all(FILE, case.events)
    assert whole == case.file
    for cut in range(len(case.events) + 1):
        half = fold_all(FILE, case.events[:cut])
        assert fold_all(FILE, case.events[cut:], half) == whole
    event(f"{len(case.events)} events, status {whole.registration.status}")


@settings(max_examples=30, deadline=None)
@given(histories())
def test_the_file_is_the_same_after_its_events_have_travelled(case: Case) -> None:
    travelled = [
        chained_event(type(message).model_validate_json(message.model_dump_json()))
        for message in map(event_message, case.events)
    ]
    assert travelled == case.events
    assert fold_all(FILE, travelled) == case.file


@settings(max_examples=30, deadline=None)
@given(histories())
def test_what_was_legal_is_legal_again_on_the_server(case: Case) -> None:
    """Whoever decides the recorded acts once more at the same moment says the same."""
    file = empty_file(FILE)
    for chained in case.events:
        content = chained.event.content
        act = chained.event.act()
        roles = [
            role for role in Role if decide(file, a_command(act, role=role), case.law, content.at) == (act,)
        ]
        assert roles, content.kind
        file = fold_all(FILE, [chained], file)


def test_a_file_without_events_says_nothing_is_known() -> None:
    file = fold_all(FILE, [])
    assert file == empty_file(FILE)
    assert file.registration.status is Status.UNKNOWN, "unknown is not not_registered"
    assert file.application(new_id(NOW)) is None
    assert file.open_application(ApplicationKind.UNEMPLOYED) is None


def test_the_main_job_as_the_file_shows_it() -> None:
    case = a_refused()
    assert acts_of(case.events)[-4:] == (
        "application_refused",
        "notice_issued",
        "notice_printed",
        "notice_served",
    )
    notice = case.file.notices[0]
    assert (notice.copies, notice.recipient, notice.served_at) == (1, Recipient.PERSON, NOW)
    assert case.file.changed_at == NOW
    assert case.file.head.seq == len(case.events)


def test_an_erased_event_moves_the_head_and_nothing_else() -> None:
    case = a_refused()
    events = [replace(each, event=erased(each.event)) for each in case.events]
    file = fold_all(FILE, events)
    assert file == replace(empty_file(FILE), head=case.file.head)


def test_an_act_on_an_application_that_is_not_there_marks_the_file() -> None:
    """After an erasure later acts stand alone: nothing falls over, somebody looks."""
    gone = new_id(NOW)
    file = apply_act(empty_file(FILE), acts.Withdraw(gone), BY)
    assert file.review == (f"unknown_application:{gone}",)


def test_what_belongs_to_another_file_marks_this_one_and_linked_files_are_known() -> None:
    event_id, other = new_id(NOW), UUID(int=8)
    file = apply_act(empty_file(FILE), acts.RecordInWrongFile(event_id, other, "Səhv"), BY)
    assert file.review == (f"wrong_file:{event_id}",)
    assert apply_act(file, acts.LinkFiles(other, "Eyni şəxs"), BY).linked == {other}


def test_a_misfiled_application_stops_and_a_decided_one_only_says_whose_it_is() -> None:
    other, event = UUID(int=8), new_id(NOW)
    for case, state in ((a_refused(), ApplicationState.REFUSED), (an_applicant(), ApplicationState.MISFILED)):
        [application] = case.file.applications
        act = acts.RecordInWrongFile(event, other, "Nömrə səhv yığılıb", application.id)
        file = apply_act(case.file, act, BY)
        [after] = file.applications
        assert (after.state, after.belongs_to, after.is_open) == (state, other, False)
        assert file.belongs_to == {other}
        assert file.open_application(application.kind) is None  # the number's own person may apply
    assert apply_act(empty_file(other), acts.RecordInOtherFile(event, FILE, "Səhv"), BY).also_in == {FILE}


def test_a_status_of_mas_brings_its_term_and_what_was_before() -> None:
    status = a_status(
        Status.TEMPORARILY_REMOVED,
        ends_on="2027-02-01",
        before_removal="unemployed",
        registration_number=None,
    )
    registration = apply_act(empty_file(FILE), status, BY).registration
    assert (registration.before_removal, registration.number) == (Status.UNEMPLOYED, "")
    assert str(registration.ends_on) == "2027-02-01"
    unknown = acts.ReadStatus(replace(status.attestation, answer={}))
    assert apply_act(empty_file(FILE), unknown, BY).registration.status is Status.UNKNOWN


def test_the_first_copy_counts_and_reprints_count_on() -> None:
    case = a_refused()
    notice = case.file.notices[0].id
    case.does(acts.PrintNotice(notice, 3, ""), acts.PrintNotice(notice, 2, "HP"))
    assert case.file.notices[0].copies == 3


def test_an_event_of_no_known_kind_is_not_read() -> None:
    chained = a_person().events[0]
    strange = replace(chained.event, content=replace(chained.event.content, kind="person_forgotten"))
    with pytest.raises(Malformed, match="kind"):
        strange.act()
    with pytest.raises(Malformed, match="data"):
        erased(chained.event).act()


def test_nothing_shows_who_the_person_is() -> None:
    case = a_refused()
    secrets = [
        PIN,
        "Quliyeva",
        "Aysel",
        "Rauf",
        "1999",
        "Nizami",
        "AA1234567",
        "Xəzər",
        REASONING,
        "çıxmışam",
    ]
    shown = (
        repr(case.file)
        + repr(case.events)
        + repr(an_identity())
        + repr(an_attestation())
        + repr(case.file.identity)
    )
    assert [secret for secret in secrets if secret in shown] == []


def test_a_mark_that_came_while_the_review_was_closed_stays() -> None:
    case = a_person()
    seen, later = new_id(NOW), new_id(NOW)
    case.does(acts.RecordInWrongFile(seen, OTHER_FILE, "Səhv nömrə"))
    marks = case.file.review
    case.does(acts.RecordInWrongFile(later, OTHER_FILE, "Səhv nömrə"))
    case.does(acts.CloseReview("Nömrə düzəldildi", marks))
    assert case.file.review == (f"wrong_file:{later}",)
