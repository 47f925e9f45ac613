"""One more application of the same person: nobody is asked twice, and everything happens or nothing does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from dost_desktop.domain.evidence import CallerCheck, Paper
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    CallerAnswer,
    Channel,
    FormOfAnswer,
    FormOfApplication,
    FormShown,
    Status,
)
from dost_desktop.ports import Unanswered
from dost_desktop.services.ask_status import AskStatus, RecordStatus
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import ActNotAllowed
from dost_desktop.services.open_next import OpenNext
from tests.fakes.real_desk import RealDesk

K = ApplicationKind
PERMIT = Paper("temporary_permit", "MYİ1234567", FormShown.ORIGINAL, valid_until=date(2027, 5, 1))
CALL = CallerCheck("C-17", (CallerAnswer.BIRTH_DATE, CallerAnswer.PHONE, CallerAnswer.ADDRESS))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RealDesk]:
    at = RealDesk(tmp_path)
    yield at
    at.close()


def test_the_next_application_is_in_the_hand_with_the_same_ticket_and_papers(desk: RealDesk) -> None:
    file_id, first = desk.opens(papers=(PERMIT,))
    case = desk.serves(file_id, first)

    opened = OpenNext(desk.desk)(file_id, K.REMOVAL)

    with desk.database.open_reading() as reading:
        found = reading.file(file_id).application(opened.application)
    assert found is not None
    assert (found.kind, found.ticket, found.form) == (K.REMOVAL, "A-047", FormOfApplication.IN_PERSON)
    assert found.papers == (PERMIT,)
    assert found.number == opened.number
    assert desk.runs.current() == opened.case == replace(case, application=opened.application)
    assert opened.changes == Changes(frozenset({file_id}), outbox=True)


def test_a_call_goes_on_as_a_call(desk: RealDesk) -> None:
    file_id, _ = desk.opens(
        form=FormOfApplication.CALL_CENTRE,
        channel=Channel.CALL_CENTRE,
        answer_form=FormOfAnswer.CALL_CENTRE,
        call=CALL,
        ticket="",
    )
    opened = OpenNext(desk.desk)(file_id, K.REMOVAL)
    with desk.database.open_reading() as reading:
        found = reading.file(file_id).application(opened.application)
    assert found is not None
    assert (found.form, found.channel, found.answer_form, found.call) == (
        FormOfApplication.CALL_CENTRE,
        Channel.CALL_CENTRE,
        FormOfAnswer.CALL_CENTRE,
        CALL,
    )


def test_somebody_elses_case_waits_and_keeps_its_ticket(desk: RealDesk) -> None:
    file_id, _ = desk.opens()
    desk.next_person()
    other = desk.serves(*desk.opens())

    opened = OpenNext(desk.desk)(file_id, K.CANCELLATION)

    assert (opened.case.file_id, opened.case.ticket) == (file_id, "")
    assert [each.id for each in desk.runs.paused()] == [other.id]


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (K.UNEMPLOYED, "application.already_open"),
        (K.JOBSEEKER, "application.kind_not_now"),
        (K.RESUMPTION, "application.kind_not_now"),
    ],
)
def test_what_the_law_refuses_records_nothing_and_takes_no_number(
    desk: RealDesk, kind: K, reason: str
) -> None:
    file_id, first = desk.opens()
    case = desk.serves(file_id, first)
    with pytest.raises(ActNotAllowed) as refused:
        OpenNext(desk.desk)(file_id, kind)
    assert refused.value.reason == reason
    assert desk.runs.current() == case
    assert OpenNext(desk.desk)(file_id, K.REMOVAL).number.endswith("004801")


def test_who_was_not_identified_today_identifies_themselves_again(desk: RealDesk) -> None:
    file_id, _ = desk.opens()
    desk.clock.moment += timedelta(days=1)
    with pytest.raises(ActNotAllowed) as refused:
        OpenNext(desk.desk)(file_id, K.REMOVAL)
    assert refused.value.reason == "person.identify_again"


def test_mas_is_asked_again_and_what_it_said_is_known(desk: RealDesk) -> None:
    file_id, _ = desk.opens()
    ask, record = AskStatus(desk.desk, desk.registers), RecordStatus(desk.desk)
    desk.registers.answer = {"status": Status.UNEMPLOYED.value, "since": "2026-11-24"}

    changes = record(file_id, ask(file_id))

    with desk.database.open_reading() as reading:
        file = reading.file(file_id)
    assert (file.registration.status, file.registration.known_at) == (Status.UNEMPLOYED, desk.clock.now())
    assert changes.files == {file_id}
    silences: list[tuple[Mapping[str, str] | Unanswered, Unanswered]] = [
        ({"status": "?"}, Unanswered.CONTRADICTS),
        (Unanswered.OFFLINE, Unanswered.OFFLINE),
    ]
    for answer, said in silences:
        desk.registers.answer = answer
        assert ask(file_id) is said
        assert record(file_id, said) == Changes()
