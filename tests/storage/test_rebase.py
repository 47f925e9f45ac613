"""Another desk was quicker: the server's events come in, own clicks are put on top again, parked, never dropped."""

from __future__ import annotations

from datetime import timedelta

import pytest

from dost_desktop.domain import acts
from dost_desktop.domain.events import ChainedEvent, Head, head_of, link_run
from dost_desktop.rows import RunState
from dost_desktop.storage.check import check_desk
from dost_desktop.storage.database import Database
from dost_desktop.storage.errors import ChainBroken
from tests.storage.desk import NOW, Signer, identified, opened, person

PERSON = person("5ZJ1K2M")


def contact(phone: str) -> acts.RecordContact:
    return acts.RecordContact(phone)


@pytest.fixture
def base(desk: Database, signer: Signer) -> ChainedEvent:
    """A file of one confirmed event."""
    with desk.open_work() as work:
        [first] = work.append(signer.run(PERSON, identified()), PERSON)
        work.outbox.confirm(first.event.content.run, signer.receipt(first))
        work.commit()
    return first


def test_own_runs_are_taken_out_and_each_finds_its_place(
    desk: Database, signer: Signer, base: ChainedEvent
) -> None:
    with desk.open_work() as work:
        mine = work.append(signer.run(PERSON, contact("1"), opened("N1")), PERSON)
        also = work.append(signer.run(PERSON, contact("2")), PERSON)
        work.commit()
    theirs = link_run(head_of(base), signer.run(PERSON, contact("9"), contact("8")))
    with desk.open_work() as work:
        assert work.import_events(PERSON, (), None) == ()
        loose = work.import_events(PERSON, (base, *theirs), signer.receipt(theirs[-1]))
        assert [run.run for run in loose] == [mine[0].event.content.run, also[0].event.content.run]
        assert work.open_applications() == ()
        again = work.relink(loose[0].run)
        work.outbox.needs_you(loose[1].run, "act_not_allowed", {"rule": "x"})
        work.commit()
    assert [each.event for each in again] == [each.event for each in mine]
    with desk.open_reading() as reading:
        assert reading.events(PERSON) == (base, *theirs, *again)
        assert reading.confirmed_seq(PERSON) == 3
        [waiting] = reading.outbox.waiting(NOW)
        assert waiting.base == head_of(theirs[-1])
        assert reading.outbox.counts()[RunState.NEEDS_YOU] == 1
        parked = reading.outbox.run(also[0].event.content.run)
        assert parked is not None
        assert [each.event for each in parked.events] == [each.event for each in also]
        assert [row.number for row in reading.open_applications()] == ["N1"]
        assert check_desk(reading, signer).is_whole
    with desk.open_work() as work:  # the agent chose: once more on top, or aside
        work.outbox.set_aside(parked.run, "took_theirs", {})
        work.relink(parked.run)
        work.commit()
    with desk.open_reading() as reading:
        assert reading.file(PERSON).phone == "2"
        assert check_desk(reading, signer).is_whole


def test_a_run_taken_out_without_a_place_stops_the_commit(
    desk: Database, signer: Signer, base: ChainedEvent
) -> None:
    with desk.open_work() as work:
        work.append(signer.run(PERSON, contact("1")), PERSON)
        work.commit()
    theirs = link_run(head_of(base), signer.run(PERSON, contact("9")))
    with desk.open_work() as work:
        work.import_events(PERSON, theirs, signer.receipt(theirs[-1]))
        with pytest.raises(RuntimeError):
            work.commit()
    with desk.open_reading() as reading:
        assert reading.file(PERSON).phone == "1"


def test_an_own_run_that_comes_back_is_confirmed_wherever_it_stands(
    desk: Database, signer: Signer, base: ChainedEvent
) -> None:
    with desk.open_work() as work:
        [mine] = work.append(signer.run(PERSON, contact("1")), PERSON)
        work.commit()
    theirs = link_run(head_of(base), (*signer.run(PERSON, contact("9")), mine.event))
    for _ in range(2):  # safe to repeat
        with desk.open_work() as work:
            assert work.import_events(PERSON, theirs, signer.receipt(theirs[-1])) == ()
            work.commit()
    with desk.open_reading() as reading:
        assert reading.outbox_rows() == ()
        assert reading.confirmed_seq(PERSON) == 3
        assert check_desk(reading, signer).is_whole


def test_what_does_not_fit_is_refused(desk: Database, signer: Signer, base: ChainedEvent) -> None:
    other_first = link_run(Head(), signer.run(PERSON, identified()))
    far_away = link_run(Head(7, "a" * 64), signer.run(PERSON, contact("1")))
    for events in (other_first, far_away):
        with desk.open_work() as work, pytest.raises(ChainBroken):
            work.import_events(PERSON, events, None)
    with desk.open_work() as work:
        [mine] = work.append(signer.run(PERSON, contact("1")), PERSON)
        [other] = link_run(head_of(base), signer.run(PERSON, contact("2")))
        with pytest.raises(ChainBroken):
            work.outbox.confirm(mine.event.content.run, signer.receipt(other))


def test_runs_of_a_file_wait_for_each_other(desk: Database, signer: Signer) -> None:
    other = person("7QQQQ11")
    with desk.open_work() as work:
        late = work.append(signer.run(PERSON, contact("1"), at=NOW + timedelta(hours=1)), PERSON)
        early = work.append(signer.run(PERSON, contact("2"), at=NOW), PERSON)  # the clock was set back
        work.append(signer.run(other, contact("3"), at=NOW + timedelta(hours=2)), other)
        work.commit()
    with desk.open_work() as work:
        runs = work.outbox.waiting(NOW)
        assert [each.events for each in runs[:2]] == [late, early]
        work.outbox.note_sending([runs[0].run])
        work.outbox.note_answer(runs[0].run, "unavailable", {"status": 503}, NOW + timedelta(minutes=1))
        assert [each.file_id for each in work.outbox.waiting(NOW)] == [other]
        assert len(work.outbox.waiting(NOW + timedelta(minutes=1))) == 3
        [row, *_] = [each for each in work.outbox_rows() if each.last_answer]
        assert (row.attempts, row.last_answer, row.facts) == (1, "unavailable", {"status": 503})


def test_a_click_that_another_program_put_before_a_person_meanwhile_stays_there(
    desk: Database, signer: Signer, base: ChainedEvent
) -> None:
    with desk.open_work() as work:
        [mine] = work.append(signer.run(PERSON, contact("1")), PERSON)
        work.commit()
    run = mine.event.content.run
    theirs = link_run(head_of(base), signer.run(PERSON, contact("9")))
    with desk.open_work() as work:
        work.import_events(PERSON, (base, *theirs), signer.receipt(theirs[-1]))
        work.outbox.needs_you(run, "act_not_allowed", {"rule": "x"})
        work.commit()
    with desk.open_work() as work:  # this one had chosen it before that, and is answered only now
        work.outbox.note_sending([run])
        work.outbox.note_answer(run, "sync.cut", {}, None)
        work.commit()
    with desk.open_reading() as reading:
        parked = reading.outbox.run(run)
    assert parked is not None
    assert (parked.state, parked.last_answer, parked.attempts) == (RunState.NEEDS_YOU, "act_not_allowed", 0)
