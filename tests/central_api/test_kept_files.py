"""What a process keeps of the files it wrote last is never told instead of what the database says."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import update

from central_api.kept_files import KeptFiles
from central_api.ledger import holding
from central_api.office import Office
from central_api.tables import events
from central_api.tokens import Caller
from dost_desktop.contract.messages import Conflict, Push
from dost_desktop.domain import acts
from tests.central_api.practice_desk import Desk


def test_what_was_erased_is_not_told_from_memory(desk: Desk, office: Office, people: dict[str, str]) -> None:
    file = desk.identifies(people["not found"])
    stale = desk.chains[file][:0]
    with office.database.writing() as connection:
        first = update(events).where(events.c.file_id == str(file), events.c.seq == 1)
        connection.execute(first.values(data=None, salt=None))
    desk.chains[file] = stale

    [conflict] = desk.pushes(desk.records(file, acts.RecordContact(phone="+994500000000")))

    assert isinstance(conflict, Conflict)
    assert [each.data is None for each in conflict.events] == [True, False]


def test_clicks_of_one_file_may_reach_processes_in_turn(
    desk: Desk, office: Office, new_office: Callable[[], Office], people: dict[str, str]
) -> None:
    both, caller = (office, new_office()), Caller(desk.enrolled.desk, desk.enrolled.centre.code)
    file = desk.identifies(people["not found"])
    for nth in range(5):  # twice to one of them in a row, too
        run = desk.records(file, acts.RecordContact(phone=f"+99450000000{nth}"))
        [verdict] = both[nth // 2 % 2].push(caller, Push(runs=(run,))).answers
        assert verdict.answer == "accepted"
    with office.database.reading() as connection:
        for kept in (KeptFiles(), both[0].push.kept, both[1].push.kept):
            with holding(connection, [file], office.clock(), kept) as held:
                stored = held.held[file]
                assert stored.events == desk.chains[file]
                assert stored.state == desk.state(file)
                assert (stored.centres, len(stored.received)) == ({caller.centre}, len(stored.events))


def test_a_file_is_kept_for_its_head_and_epoch_only(
    desk: Desk, office: Office, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not found"])
    kept, head, epoch = office.push.kept, desk.head(file), office.deployment.epoch

    assert kept.get(file, head.hash, epoch) is not None
    assert kept.get(file, head.hash, "another") is None
    assert kept.get(file, head.hash, epoch) is None  # forgotten
