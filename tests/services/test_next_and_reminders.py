"""What may be applied for next, and what somebody must be reminded of: whole tables, days counted as the law counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dost_desktop.domain.attestation import Register
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.decide import Command, decide
from dost_desktop.domain.ids import new_id
from dost_desktop.domain.lifecycle import OPENABLE
from dost_desktop.domain.person_file import Registration
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import ApplicationKind, Role, Status
from dost_desktop.domain.working_days import WorkingCalendar
from dost_desktop.services.ask_status import RecordStatus
from dost_desktop.services.look_at_person import LookAtPerson, PersonView
from dost_desktop.services.next_applications import next_applications
from dost_desktop.services.reminders import LookAtReminders, last_day_over
from tests.domain.builders import an_applicant, an_opening
from tests.fakes.real_desk import RealDesk, attested

K, S = ApplicationKind, Status


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RealDesk]:
    at = RealDesk(tmp_path)
    yield at
    at.close()


@pytest.mark.parametrize("status", S)
@pytest.mark.parametrize("kind", K)
def test_what_is_offered_is_what_decide_opens(status: S, kind: K) -> None:
    case = an_applicant()
    file = replace(case.file, applications=(), registration=Registration(status))
    said = next_applications(file, case.law, legal_date(case.now), is_identified=True)
    offered = {each.kind: each.why_not for each in said.kinds}
    opening = an_opening(kind, application=new_id(case.now))
    command = Command((opening,), Role.AGENT, "aysel", "7", opening.centre)
    decided = decide(file, command, case.law, case.now)
    assert (offered[kind] is None) == (status in OPENABLE[kind])
    assert offered[kind] == (decided if isinstance(decided, Refused) else None)


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(1, 10))
def test_a_term_is_over_exactly_up_to_the_day_that_is_said(today: date, days: int) -> None:
    calendar = WorkingCalendar()
    last = last_day_over(calendar, today, days)
    assert calendar.add(last, days) < today
    assert all(calendar.add(last + timedelta(days=n), days) >= today for n in range(1, 15))


def test_bars_terms_and_the_open_one_are_said_beside_each_kind(desk: RealDesk) -> None:
    file_id, first = desk.opens()
    today = legal_date(desk.clock.moment)
    ends = today + timedelta(days=5)
    desk.registers.answer = {
        "status": S.TEMPORARILY_REMOVED,
        "since": "2026-10-01",
        "before_removal": S.JOBSEEKER,
        "ends_on": ends.isoformat(),
        "bars": [f"referral.left_early:{today + timedelta(days=60)}"],
    }
    answer = attested(desk.clock, Register.STATUS, desk.registers.answer, "status")
    RecordStatus(desk.desk)(file_id, answer)

    view = LookAtPerson(desk.desk)(file_id)

    assert isinstance(view, PersonView)
    by_kind = {each.kind: each for each in view.next.kinds}
    assert by_kind[K.UNEMPLOYED].is_open is not None
    assert by_kind[K.UNEMPLOYED].is_open.id == first
    assert by_kind[K.RESUMPTION].why_not is None
    assert by_kind[K.REMOVAL].why_not is not None
    assert [bar.ground for bar in view.next.bars] == ["referral.left_early"]
    assert view.next.resumes_on is not None
    assert view.next.resumes_on >= ends
    assert view.next.is_identified
    reminders = LookAtReminders(desk.desk)()
    assert (reminders.removals, reminders.employers, reminders.offers, reminders.all) == (1, 0, 0, 1)
    desk.clock.moment += timedelta(days=1)
    again = LookAtPerson(desk.desk)(file_id)
    assert isinstance(again, PersonView)
    assert not again.next.is_identified
