"""What a head must look at: each kind comes and goes by itself, of the own centre alone, and every name is noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import select, text

from central_api.database import Database
from central_api.demo_people import Invented
from central_api.migrating import migrate
from central_api.number_gaps import note_used_up
from central_api.office import Office
from central_api.register_files import replace_register
from central_api.tables import numbers_used, readings, removals, review_marks
from dost_desktop.contract.messages import FeedItem, PushAnswer, PushVerdict, RunMessage
from dost_desktop.contract.needs_look import LookItem, NeedsLook
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.vocabulary import ApplicationKind, ApplicationState
from tests.central_api.practice_desk import Clockwork, Desk, enrol, hire
from tests.central_api.test_back_office import drafts, sends
from tests.central_api.test_duties import found, pulled, refers


@pytest.fixture
def desk(office: Office, desk: Desk) -> Desk:
    """Nobody but the test lets the server work."""
    office.background.stop()
    return desk


@pytest.fixture
def head(office: Office, http: httpx.Client, clock: Clockwork, desk: Desk) -> Desk:
    """Ramin, who leads the centre, at a desk of his own."""
    return enrol(office, http, clock).signs_in("ramin")


@pytest.fixture
def other_head(office: Office, http: httpx.Client, clock: Clockwork, desk: Desk) -> Desk:
    hire(office, "sevda", "head", "A01")
    return enrol(office, http, clock, "A01").signs_in("sevda")


def looks(head: Desk) -> tuple[LookItem, ...]:
    answer = head.http.get("/v1/centre/needs-look", headers=head.as_agent)
    assert answer.status_code == 200, answer.text
    listed = NeedsLook.model_validate(answer.json())
    assert sum(listed.totals.values()) == len(listed.items)
    return listed.items


def acts_online(head: Desk, *runs: RunMessage) -> list[PushVerdict]:
    body = {"runs": [run.model_dump(mode="json") for run in runs]}
    answer = head.http.post("/v1/centre/acts", json=body, headers=head.as_agent)
    assert answer.status_code == 200, answer.text
    return list(PushAnswer.model_validate(answer.json()).answers)


def reads(head: Desk, file: UUID) -> None:
    answer = head.http.get(f"/v1/files/{file}", params={"purpose": "look"}, headers=head.as_agent)
    head.takes(file, 1, FeedItem.model_validate(answer.json()).events)


def to_resume(desk: Desk) -> acts.OpenApplication:
    return replace(desk.opening(), application_kind=ApplicationKind.RESUMPTION)


def reason(verdicts: Sequence[PushVerdict]) -> str:
    return str(getattr(verdicts[0], "reason", verdicts[0].answer))


def test_a_disagreement_is_handed_up_seen_and_closed_with_a_finding(
    office: Office, desk: Desk, head: Desk, other_head: Desk, people: dict[str, str]
) -> None:
    file, run = desk.identifies(people["not found"]), uuid4()
    application = desk.opens(file)
    handed = acts.HandUp(run, "İki masa eyni vaxtda qərar verib")
    assert desk.pushes(desk.records(file, handed))[0].answer == "accepted"

    [item] = looks(head)
    assert (item.kind, item.file_id, item.application) == ("handed_up", str(file), str(application))
    assert (item.words, item.desk, item.agent) == (handed.wording, desk.enrolled.desk, "Nümunə aysel")
    assert item.full_name
    assert looks(other_head) == ()
    assert looks(head) == (item,)

    reads(head, file)
    mark = f"handed_up:{run}"
    close = head.records(file, acts.CloseReview("Masa 3-ün qərarı qalır", (mark,)))
    assert reason(acts_online(head, close)) == "accepted"
    assert reason(acts_online(head, close)) == "known"
    assert looks(head) == ()
    pulled(desk, file)
    assert desk.state(file).review == ()
    with office.database.reading() as connection:
        noted = connection.execute(
            select(readings.c.purpose, readings.c.file_id).where(readings.c.agent == "ramin")
        ).all()
    assert [tuple(row) for row in noted].count(("needs_look", str(file))) == 1  # of two looks on that day


def test_a_text_longer_than_any_list_takes_never_hides_the_others(
    office: Office, desk: Desk, head: Desk, people: dict[str, str], invented: list[Invented], clock: Clockwork
) -> None:
    """A name of MEİS, an employer of the bank, and a count that no desk of ours writes."""
    long, other = people["not found"], people["expired card"]
    replace_register(
        office.database,
        Register.PERSON,
        [
            (each.number, each.person | ({"surname": "Ə" * 500} if each.number == long else {}))
            for each in invented
        ],
    )
    file, _ = refers(desk, long, employer="Ə" * 5000)
    sent = sends(desk, other, seen=-1)
    for each in (file, sent.file):
        assert desk.pushes(desk.records(each, acts.HandUp(each, "Baxın")))[0].answer == "accepted"
    clock.at += timedelta(days=8)
    head.signs_in("ramin")
    seen = [item for item in looks(head) if item.kind in {"handed_up", "employer_silent"}]
    assert [item.file_id for item in seen].count(str(file)) == 2
    hire(office, "nərgiz", "back_office", "B03")
    officer = enrol(office, desk.http, clock).signs_in("nərgiz")
    assert [draft.vacancies_seen for draft in drafts(officer)] == [0]


def test_a_refused_application_is_opened_again_and_its_written_answer_is_asked_about(
    office: Office, desk: Desk, head: Desk, other_head: Desk, people: dict[str, str]
) -> None:
    number = people["found 4.1.1"]
    file = desk.identifies(number)
    application = desk.opens(file)
    refusal, notice = (
        desk.refusal(application, desk.checks(file, application, number)),
        desk.notice(application),
    )
    assert desk.pushes(desk.records(file, refusal, notice))[0].answer == "accepted"
    assert looks(head) == ()

    again = acts.Reopen(application, "Reyestr səhvi")
    reads(other_head, file)
    assert reason(acts_online(other_head, other_head.records(file, again))) == "file.other_centre"
    reads(head, file)
    assert reason(acts_online(head, head.records(file, again))) == "accepted"
    assert found(office, file, application).state is ApplicationState.OPEN
    [item] = looks(head)
    assert (item.kind, item.application, item.agent) == ("review", str(application), "Nümunə ramin")
    assert item.about == f"{file} notice_without_refusal:{notice.notice}"


def test_an_overdue_draft_of_the_centre_stands_there_until_it_is_decided(
    desk: Desk, head: Desk, other_head: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    sent = sends(desk, people["not found"])
    clock.at += timedelta(days=7)  # Tuesday, 1 December: the last of five working days
    head.signs_in("ramin")
    assert looks(head) == ()
    clock.at += timedelta(days=1)
    for each, name in ((head, "ramin"), (other_head, "sevda"), (desk, "aysel")):
        each.signs_in(name)
    [item] = looks(head)
    assert (item.kind, item.due_on, item.words) == ("draft_overdue", "2026-12-01", "05")
    assert looks(other_head) == ()
    assert desk.pushes(desk.records(sent.file, acts.Withdraw(sent.application)))[0].answer == "accepted"
    assert looks(head) == ()


def test_an_employer_whose_term_ends_today_is_seen_and_silence_takes_it_away(
    office: Office, desk: Desk, head: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    refers(desk, people["not found"])
    office.duties.work_off()
    assert looks(head) == ()
    clock.at += timedelta(days=7)  # presented on 24 November, five working days
    head.signs_in("ramin")
    [item] = looks(head)
    assert (item.kind, item.due_on, item.numbers) == (
        "employer_silent",
        "2026-12-01",
        ("05-04-05-00/B03/2026/G-000001",),
    )
    clock.at += timedelta(days=1)
    office.duties.work_off()
    head.signs_in("ramin")
    assert [each.kind for each in looks(head)] == []


def test_a_removal_whose_term_is_over_stands_there(
    office: Office, http: httpx.Client, desk: Desk, head: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    number = people["temporarily removed"]
    file = desk.identifies(number)
    assert reason(desk.pushes(desk.records(file, to_resume(desk)))) == "accepted"
    ends_on = desk.state(file).registration.ends_on
    assert ends_on is not None
    assert looks(head) == ()
    clock.at += timedelta(days=(ends_on - clock.at.date()).days + 1)
    seen = looks(enrol(office, http, clock).signs_in("ramin"))
    [item] = [each for each in seen if each.kind != "numbers"]  # last year's, which nobody uses any more
    assert (item.kind, item.file_id, item.due_on) == ("removal_over", str(file), ends_on.isoformat())


@pytest.mark.parametrize(("ahead", "seen"), [(301, 301), (-4000, -4000), (299, None), (None, None)])
def test_a_desk_s_clock_is_seen_while_its_events_come_with_it(
    desk: Desk, head: Desk, people: dict[str, str], ahead: int | None, seen: int | None
) -> None:
    _, done = desk.identification(people["not found"])
    run = desk.records(desk.file_of(people["not found"]), *done)

    def pushed(off: int | None) -> None:
        body = {"runs": [run.model_dump(mode="json")], "seconds_ahead": off}
        assert desk.http.post("/v1/push", json=body, headers=desk.as_desk).status_code == 200

    pushed(ahead)
    assert [(each.kind, each.about, each.seconds_off) for each in looks(head)] == (
        [("clock", desk.enrolled.desk, seen)] if seen else []
    )
    pushed(0)
    assert looks(head) == ()


def test_an_event_from_the_future_tells_of_the_clock_too(
    desk: Desk, head: Desk, people: dict[str, str], clock: Clockwork
) -> None:
    _, done = desk.identification(people["not found"])
    run = desk.records(desk.file_of(people["not found"]), *done, at=clock() + timedelta(hours=2))
    assert reason(desk.pushes(run)) == "event.in_future"
    assert [each.seconds_off for each in looks(head)] == [7200]


def test_numbers_that_nothing_bears_are_seen_when_the_desk_counts_on_and_are_accounted_for(
    office: Office, desk: Desk, head: Desk, other_head: Desk, people: dict[str, str]
) -> None:
    wish = {"series": "application", "year": 2026}
    first, second = (
        desk.http.post("/v1/leases", json=wish, headers=desk.as_desk).json()["lease"] for _ in range(2)
    )
    assert looks(head) == ()

    def opens(who: str, number: int) -> None:
        file = desk.identifies(people[who])
        opening = replace(desk.opening(), number=f"05-04-05-00/B03/2026/M-{number:06}")
        assert desk.pushes(desk.records(file, opening))[0].answer == "accepted"

    opens("not found", first["first"])
    assert looks(head) == ()  # the block is in use
    opens("expired card", second["first"])
    [item] = looks(head)
    assert (item.kind, item.desk) == ("numbers", desk.enrolled.desk)
    assert item.numbers[0] == f"05-04-05-00/B03/2026/M-{first['first'] + 1:06}"
    assert len(item.numbers) == first["last"] - first["first"]

    with office.database.writing() as connection:  # the later block is full by now: not counted again
        note_used_up(connection, [second["lease_id"]])
    assert looks(head) == (item,)

    said = wish | {"first": first["first"], "last": first["last"], "finding": "Masa dəyişdirilib"}
    for who, voided in ((other_head, 0), (head, first["last"] - first["first"]), (head, 0)):
        answer = who.http.post("/v1/centre/void-numbers", json=said, headers=who.as_agent)
        assert answer.json() == {"voided": voided}
    assert looks(head) == ()


def test_what_was_there_before_the_list_is_in_it(
    office: Office, desk: Desk, head: Desk, people: dict[str, str]
) -> None:
    """The tables are filled from events when an older server is upgraded."""
    file = desk.identifies(people["temporarily removed"])
    opening = to_resume(desk)
    assert reason(desk.pushes(desk.records(file, opening))) == "accepted"
    desk.pushes(desk.records(file, acts.HandUp(file, "Baxılsın")))
    tables = (review_marks, removals, numbers_used)

    def rows(database: Database) -> list[list[tuple[object, ...]]]:
        with database.reading() as connection:
            return [[tuple(row) for row in connection.execute(select(each))] for each in tables]

    before = rows(office.database)
    assert all(before)
    with office.database.writing() as connection:
        for each in (*tables, "desk_clocks"):
            connection.execute(text(f"DROP TABLE {each}"))
        connection.execute(text("ALTER TABLE leases DROP COLUMN is_used_up"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0006'"))
    migrate(office.database, "0007")
    assert rows(office.database) == before
