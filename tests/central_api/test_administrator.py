"""What an administrator changes holds from that moment on: at the doors, for events, and in the lists."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import httpx
import pytest
from sqlalchemy import select, update

from central_api.administration import ADMINISTRATION, CannotBeDone
from central_api.desk_list import DeskList
from central_api.message_list import MessageList, Which
from central_api.number_gaps import Gaps
from central_api.office import Office
from central_api.owed import OwedWork
from central_api.owed_tables import messages
from central_api.reading_audit import Asked, ReadingAudit
from central_api.staff import Staff
from central_api.tables import readings
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Series
from tests.central_api.practice_desk import PASSWORD, Clockwork, Desk
from tests.central_api.test_duties import refers

MINUTES = timedelta(minutes=10)  # more than a desk's clock may be off


@pytest.fixture
def desk(office: Office, desk: Desk) -> Desk:
    """Nobody but the test lets the server work."""
    office.background.stop()
    return desk


def is_let_in(desk: Desk) -> int:
    return desk.http.get("/v1/queue", headers=desk.as_agent).status_code


def verdict(desk: Desk, *runs: object) -> str:
    [said] = desk.pushes(*runs)  # type: ignore[arg-type]
    return str(getattr(said, "reason", said.answer))


def test_a_post_that_ends_ends_sessions_and_keys_and_leaves_what_was_done_valid(
    office: Office, desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    staff = Staff(office.accounts)
    first, second = desk.identification(people["not found"]), desk.identification(people["found 4.1.1"])
    clock.at += MINUTES
    assert [each.desk for each in staff.sessions("aysel")] == [desk.enrolled.desk]
    before = desk.records(first[0], *first[1])  # clicked without a connection, sent later
    clock.at += MINUTES
    assert staff.end("aysel")
    assert not staff.end("aysel")
    standing = staff.of("aysel")
    assert (standing.keys, standing.sessions, standing.posts[0].until) == ((), (), "2026-11-24T06:20:00.000Z")
    assert is_let_in(desk) == 401
    clock.at += MINUTES
    assert verdict(desk, before) == "accepted"
    assert verdict(desk, desk.records(second[0], *second[1])) == "event.signature"
    wish = {"agent": "aysel", "password": PASSWORD}
    assert desk.http.post("/v1/sessions", json=wish, headers=desk.as_desk).status_code == 403


def test_a_post_moves_to_another_centre_and_stays_where_it_was_for_what_was_done_there(
    office: Office, desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    staff = Staff(office.accounts)
    file, done = desk.identification(people["not found"])
    before = desk.records(file, *done)
    clock.at += MINUTES
    assert staff.move("aysel", centre="A01")
    assert not staff.move("aysel", centre="A01")
    assert is_let_in(desk) == 401
    assert verdict(desk, before) == "accepted"
    assert [(each.centre, each.until is None) for each in staff.of("aysel").posts] == [
        ("A01", True),
        ("B03", False),
    ]
    assert staff.move("aysel", role="back_office", back_office="05")
    assert staff.of("aysel").posts[0].back_office == "05"
    assert staff.move("aysel", role="agent")
    assert staff.of("aysel").posts[0].back_office == ""
    for name in ("move", "end", "unlock", "of", "sessions"):
        with pytest.raises(CannotBeDone):
            getattr(staff, name)("nobody")
    staff.end("aysel")
    with pytest.raises(CannotBeDone):
        staff.move("aysel", centre="B03")


def test_a_new_password_ends_sessions_and_a_lock_is_taken_away(office: Office, desk: Desk) -> None:
    staff = Staff(office.accounts)
    wrong = {"agent": "aysel", "password": "yanlış-parol-17"}
    tries = [desk.http.post("/v1/sessions", json=wrong, headers=desk.as_desk).status_code for _ in range(6)]
    assert tries[-1] == 429
    assert staff.of("aysel").locked_until is not None
    assert staff.unlock("aysel")
    assert not staff.unlock("aysel")
    assert desk.signs_in("aysel").session is not None
    assert staff.renew_password("aysel", "yeni-parol-17") == 2  # at two sign-ins
    assert is_let_in(desk) == 401
    answer = desk.http.post(
        "/v1/sessions", json={"agent": "aysel", "password": PASSWORD}, headers=desk.as_desk
    )
    assert answer.status_code == 401
    assert desk.signs_in("aysel", "yeni-parol-17").session is not None


def test_a_desk_that_is_retired_is_not_let_in_and_the_head_sees_its_numbers(
    office: Office, desk: Desk, other_desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    desks = DeskList(office.database, office.token_book, office.clock)
    desk.opens(desk.identifies(people["not found"]))
    here = desks.all("B03")[0]
    assert here.desk == desk.enrolled.desk
    assert here.last_seen == "2026-11-24T06:00:00.000Z"
    size = office.settings.lease_size
    assert here.numbers_left == {Series.APPLICATION.value: size - 1}
    assert desks.all("A01") == ()
    clock.at += MINUTES
    assert desks.retire(here.desk)
    assert not desks.retire(here.desk)
    with pytest.raises(CannotBeDone):
        desks.retire("B03-99")
    assert desk.http.get("/v1/feed", params={"wait": 0}, headers=desk.as_desk).status_code == 401
    assert is_let_in(desk) == 401
    assert is_let_in(other_desk) == 200
    with office.database.reading() as connection:
        gaps = Gaps(connection, "B03", clock.at.date()).blocks
    assert [(each.desk, each.used) for each in gaps] == [(here.desk, 1)]


def test_a_message_that_was_given_up_is_seen_sent_once_more_or_dropped(
    office: Office, desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    listed, owed = MessageList(office.database, clock), OwedWork(office.database, office.settings, clock)
    refers(desk, people["not found"])
    with office.database.writing() as connection:
        connection.execute(
            update(messages).values(state="given_up", tries=3, due_at="2026-11-30T00:00:00.000Z")
        )
    lost = listed.standing()
    assert {each.state for each in lost} == {"given_up"}
    assert office.messages.work_off() == 0
    assert owed.retry("message") == 0  # a dead letter is not retried unawares
    assert listed.replay(Which(occasion=lost[0].occasion, channel=lost[0].channel)) == 1
    assert office.messages.work_off() == 1
    assert listed.replay(Which(since=clock.at + MINUTES)) == 0
    assert listed.drop(Which(occasion=lost[-1].occasion)) >= 1
    assert lost[-1] not in listed.standing()
    assert listed.replay(Which()) == len(listed.standing())
    office.messages.work_off()
    assert listed.standing() == ()
    with pytest.raises(CannotBeDone):
        listed.drop(Which())


def test_everything_owed_is_listed_and_what_waits_long_is_tried_at_once(
    office: Office, desk: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    owed = OwedWork(office.database, office.settings, clock)
    _, application = refers(desk, people["not found"])
    waiting = desk.identifies(people["expired card"])
    desk.pushes(desk.records(waiting, acts.RecordRegisterSilence(desk.opens(waiting), clock())))
    assert {each.kind for each in owed.all()} == {"duty", "question", "message"}
    office.duties.work_off()
    [term] = owed.all("duty")
    assert (term.what, term.about, term.last) == ("employer", str(application), "term_runs")
    assert term.due_at > "2026-12-01"
    assert owed.retry("duty") == 1
    assert owed.all("duty")[0].due_at == "2026-11-24T06:00:00.000Z"
    assert owed.retry() == 0


def test_who_looked_at_a_file_is_told_and_asking_is_noted(
    office: Office, desk: Desk, http: httpx.Client, people: dict[str, str]
) -> None:
    file, audit = desk.identifies(people["not found"]), ReadingAudit(office.database, office.clock)
    looks = list(audit.readings(Asked(file=file), "şikayət 3"))
    assert {(each.agent, each.what) for each in looks} == {("aysel", "meis_person"), ("aysel", "mas_status")}
    assert {each.file for each in audit.readings(Asked(agent="aysel"), "yoxlama")} == {str(file)}
    assert list(audit.readings(Asked(since="2027-01-01T00:00:00.000Z"), "yoxlama")) == []
    with pytest.raises(CannotBeDone):
        list(audit.readings(Asked(), "yoxlama"))
    with office.database.reading() as connection:
        noted = connection.execute(
            select(readings.c.what, readings.c.purpose, readings.c.file_id).where(
                readings.c.desk == ADMINISTRATION
            )
        ).all()
    nobody = str(UUID(int=0))
    assert sorted(tuple(row) for row in noted) == [
        ("readings", "yoxlama", nobody),
        ("readings", "yoxlama", nobody),
        ("readings", "şikayət 3", str(file)),
    ]
