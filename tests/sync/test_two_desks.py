"""Two desks and the central API agree, whatever the line between them does, and nobody's click is lost."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from sqlalchemy import text

from central_api.office import Office
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Series
from dost_desktop.domain.chain import check_chain
from dost_desktop.domain.events import head_of
from dost_desktop.domain.ids import new_id
from dost_desktop.domain.vocabulary import ApplicationState
from dost_desktop.rows import RunState
from dost_desktop.storage.check import check_desk
from dost_desktop.sync.keyring import read_keyring
from dost_desktop.sync.needs import Central, NoAnswer, Silence
from dost_desktop.sync.report import Connection
from tests.sync.desks import PracticeDesk


class LostAnswers:
    """A line on which some questions never arrive, and some answers never come back."""

    def __init__(self, central: Central, random: Random, loss: float) -> None:
        self._central, self._random, self._loss = central, random, loss

    def __getattr__(self, name: str) -> Any:
        asked = getattr(self._central, name)

        def call(*given: Any, **named: Any) -> Any:
            if self._random.random() < self._loss:
                return NoAnswer(Silence.TIMEOUT)
            answer = asked(*given, **named)
            return NoAnswer(Silence.CUT) if self._random.random() < self._loss else answer

        return call


def outbox(desk: PracticeDesk) -> dict[RunState, int]:
    with desk.database.open_reading() as reading:
        return {state: count for state, count in reading.outbox.counts().items() if count}


def test_a_click_reaches_the_central_api_and_the_other_desk(
    desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not found"])

    sent, fetched = desk.syncs(), other_desk.syncs()

    assert (sent.state.connection, sent.sent, sent.state.waiting, sent.state.alarms) == (
        Connection.ONLINE,
        1,
        0,
        (),
    )
    assert desk.confirmed(file) == 2
    assert (fetched.received, fetched.changes.files) == (2, {file})
    assert other_desk.chain(file) == desk.chain(file)


def test_clicks_of_both_desks_that_are_both_legal_are_joined_silently(
    desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not found"])
    other_desk.identifies(people["not found"])
    other_desk.calls_in(file, "+994500000001")

    desk.syncs()
    report = other_desk.syncs()
    desk.syncs()

    assert (report.rebased, report.needs_you, report.state.needs_you) == (2, (), 0)
    assert desk.chain(file) == other_desk.chain(file)
    assert desk.kinds(file) == ["person_identified", "status_read"] * 2 + ["contact_recorded"]


def test_a_click_that_the_other_desk_made_impossible_waits_for_a_person(
    desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not found"])
    desk.syncs()
    other_desk.syncs()
    mine = desk.opens(file)
    theirs = other_desk.opens(file)
    other_desk.calls_in(file, "+994500000001")

    desk.syncs()
    report = other_desk.syncs()
    desk.syncs()

    assert (len(report.needs_you), report.state.needs_you, report.state.waiting) == (1, 1, 0)
    with other_desk.database.open_reading() as reading:
        [row] = reading.outbox_rows()
    assert (row.state, row.last_answer) == (RunState.NEEDS_YOU, "application.already_open")
    kept = other_desk.application(file, mine)
    assert kept is not None
    assert (row.facts["why"], row.facts["facts"]) == ("disagreement", {"application_no": kept.number})
    assert other_desk.application(file, theirs) is None
    assert other_desk.kinds(file)[-1] == "contact_recorded"  # the click behind it was still legal
    assert desk.chain(file) == other_desk.chain(file)


def test_a_notice_on_paper_goes_to_the_server_although_its_refusal_no_longer_follows(
    desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str]
) -> None:
    number = people["found 4.1.1"]
    file = desk.identifies(number)
    application = desk.opens(file)
    answer = desk.registers.ask(acts_register(), desk_kind(), number, "M-1")
    desk.does(file, acts.RecordRegisterAnswer(application, answer))  # type: ignore[arg-type]
    desk.syncs()
    other_desk.syncs()
    desk.does(file, acts.Withdraw(application))
    refuses_on_paper(other_desk, file, application)

    desk.syncs()
    report = other_desk.syncs()
    desk.syncs()

    assert (report.needs_you, report.state.needs_you, report.state.waiting) == ((), 0, 0)
    recorded = [each for each in desk.kinds(file) if each != "message_delivered"]  # of the withdrawal
    assert recorded[-1] == "notice_issued"
    with desk.database.open_reading() as reading:
        assert reading.file(file).review


def test_an_answer_that_was_lost_and_asked_for_again_has_one_effect(
    desk: PracticeDesk, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not found"])
    answers = iter([NoAnswer(Silence.CUT)])

    class OneLostPush(LostAnswers):
        def push(self, push: Any) -> Any:
            answer = self._central.push(push)
            return next(answers, answer)

    desk.talks_through(OneLostPush(desk.central, Random(1), 0))  # type: ignore[arg-type]

    lost, again = desk.syncs(), desk.syncs()

    assert (lost.state.connection, lost.state.silence, lost.state.waiting) == (
        Connection.OFFLINE,
        Silence.CUT,
        1,
    )
    assert (again.state.connection, again.sent, again.state.waiting) == (Connection.ONLINE, 1, 0)
    assert len(desk.chain(file)) == desk.confirmed(file) == 2


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_lost_on_the_way_both_desks_end_with_the_same_files(
    desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str], seed: int
) -> None:
    random = Random(seed)
    numbers = [people["not found"], people["found 4.1.1"]]
    clicks = 0
    for each in (desk, other_desk):
        each.talks_through(LostAnswers(each.central, random, 0.35))  # type: ignore[arg-type]
    for step in range(24):
        here, number = random.choice([desk, other_desk]), random.choice(numbers)
        file = here.file_of(number)
        if not here.chain(file):
            here.identifies(number)
        else:
            here.calls_in(file, f"+9945000000{step:02}")
        clicks += 1
        random.choice([desk, other_desk]).syncs()
    for each in (desk, other_desk):
        each.talks_through(each.central)
    for each in (desk, other_desk, desk):
        assert each.syncs().state.alarms == ()

    files = [desk.file_of(number) for number in numbers]
    assert outbox(desk) == outbox(other_desk) == {}
    assert [desk.chain(file) for file in files] == [other_desk.chain(file) for file in files]
    assert len({each.event.content.run for file in files for each in desk.chain(file)}) == clicks
    for each in (desk, other_desk):
        with each.database.open_reading() as reading:
            assert check_desk(reading, read_keyring(reading.meta)).is_whole


def test_a_server_restored_from_a_backup_gets_back_what_it_lost(
    desk: PracticeDesk, office: Office, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not found"])
    desk.syncs()
    desk.calls_in(file, "+994500000001")
    desk.syncs()
    loses_everything_behind(office, 2)

    report = desk.syncs()

    assert (report.state.connection, report.state.alarms) == (Connection.ONLINE, ())
    held = office.hand.read(file)
    assert held.head == head_of(desk.chain(file)[-1])
    with desk.database.open_reading() as reading:
        assert {each.epoch for each in reading.receipts(file)} == {
            desk.enrolled.epoch,
            office.deployment.epoch,
        }
        keyring = read_keyring(reading.meta)
        assert check_chain(file, reading.events(file), reading.receipts(file), keyring) == ()


def test_after_a_restore_one_desk_brings_back_what_all_recorded_and_work_goes_on(
    desk: PracticeDesk, other_desk: PracticeDesk, office: Office, people: dict[str, str]
) -> None:
    """The file's later clicks stand on one another: another desk's, the central system's, this desk's again."""
    file = desk.identifies(people["not found"])
    for each in (desk, other_desk):
        each.syncs()
    other_desk.calls_in(file, "+994500000001")
    other_desk.syncs()
    assert office.hand.record(file, (acts.HandUp(new_id(office.clock()), "Sınaq"),)) is None
    desk.syncs()
    desk.calls_in(file, "+994500000002")
    before = [each.syncs().state.alarms for each in (desk, other_desk)]
    loses_everything_behind(office, 2)

    reports = [each.syncs() for each in (desk, other_desk, desk)]

    assert (before, [each.state.alarms for each in reports]) == ([(), ()], [(), (), ()])
    assert office.hand.read(file).head == head_of(desk.chain(file)[-1]) == head_of(other_desk.chain(file)[-1])
    assert len(desk.chain(file)) == 5
    other_desk.calls_in(file, "+994500000003")
    assert other_desk.syncs().state.waiting == 0
    desk.syncs()
    assert desk.chain(file) == other_desk.chain(file)


def loses_everything_behind(office: Office, seq: int) -> None:
    """The database as it was when every file had ``seq`` events; restored under a new epoch."""
    with office.database.writing() as connection:
        [hash_] = connection.execute(text("SELECT hash FROM events WHERE seq = :seq"), {"seq": seq}).scalars()
        connection.execute(text("DELETE FROM events WHERE seq > :seq"), {"seq": seq})
        connection.execute(text("DELETE FROM feed WHERE to_seq > :seq"), {"seq": seq})
        connection.execute(text("UPDATE files SET seq = :seq, hash = :hash"), {"seq": seq, "hash": hash_})
    office.deployment.open_epoch()


def acts_register() -> Any:
    from dost_desktop.domain.attestation import Register

    return Register.EMPLOYED_PERSONS


def desk_kind() -> Any:
    from dost_desktop.domain.ids import NumberKind

    return NumberKind.PIN


def refuses_on_paper(desk: PracticeDesk, file: Any, application: Any) -> None:
    from uuid import uuid4

    from dost_desktop.domain.vocabulary import PassportGround
    from tests.central_api.practice_desk import REASONS

    held = desk.application(file, application)
    assert held is not None
    assert held.answer is not None
    refuse = acts.Refuse(
        application, PassportGround.NO_LEGAL_BASIS, "employed.4_1_1", "4.1.1", held.answer.lookup_no, REASONS
    )
    number = desk.number(Series.NOTICE)
    notice = acts.IssueNotice(
        application, uuid4(), number.text, number.provisional, "0" * 64, 10, "01", uuid4().hex
    )
    desk.does(file, refuse, notice)


def test_a_mistyped_number_repaired_at_one_desk_stops_the_application_at_the_other_one(
    desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str]
) -> None:
    wrong, right = desk.identifies(people["not found"]), desk.file_of(people["found 4.1.1"])
    application = desk.opens(wrong)
    desk.syncs()
    other_desk.syncs()
    event = desk.chain(wrong)[-1].event.content.id
    desk.does(wrong, acts.RecordInWrongFile(event, right, "Nömrə səhv yığılıb", application))
    desk.does(right, acts.RecordInOtherFile(event, wrong, "Nömrə səhv yığılıb"))
    other_desk.does(wrong, acts.Withdraw(application))  # nobody knows yet whose it is

    reports = [each.syncs() for each in (desk, other_desk, desk)]

    assert [report.state.alarms for report in reports] == [(), (), ()]
    assert outbox(desk) == {}
    assert outbox(other_desk) == {RunState.NEEDS_YOU: 1}
    for each in (desk, other_desk):
        found = each.application(wrong, application)
        assert found is not None
        assert (found.state, found.belongs_to) == (ApplicationState.MISFILED, right)
        assert each.kinds(right) == ["recorded_in_other_file"]
