"""Both sides compared after a round: what the feed did not bring is fetched, what the server lost is offered."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete, update

from central_api.office import Office
from central_api.tables import events, feed, files
from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.contract.heads import LAST
from dost_desktop.contract.messages import FeedPage, Problem
from dost_desktop.domain import acts
from dost_desktop.storage.check import check_desk
from dost_desktop.sync.heads import HeadsStanding, heads_standing, want_heads
from dost_desktop.sync.keyring import read_keyring
from dost_desktop.sync.merge import BEHIND
from dost_desktop.sync.report import Alarm
from tests.central_api.practice_desk import Clockwork
from tests.sync.desks import PracticeDesk, new_desk
from tests.sync.line import TamperedLine, between, instead


def _standing(desk: PracticeDesk) -> HeadsStanding:
    with desk.database.open_reading() as reading:
        return heads_standing(reading.meta)


def _wants(desk: PracticeDesk) -> None:
    with desk.database.open_work() as work:
        want_heads(work.meta)
        work.commit()


def _hashes(desk: PracticeDesk, file: UUID) -> list[str]:
    return [each.link.hash for each in desk.chain(file)]


def _is_whole(desk: PracticeDesk) -> bool:
    with desk.database.open_reading() as reading:
        return check_desk(reading, read_keyring(reading.meta)).is_whole


def _feed_forgets(office: Office, file: UUID) -> None:
    """A feed that skipped: what must never happen, made to happen."""
    with office.database.writing() as connection:
        connection.execute(delete(feed).where(feed.c.file_id == str(file)))


def _server_forgets(office: Office, file: UUID, seq: int) -> None:
    """The server's file ends with ``seq`` again."""
    with office.database.writing() as connection:
        connection.execute(delete(events).where(events.c.file_id == str(file), events.c.seq > seq))
        row = connection.execute(
            events.select().where(events.c.file_id == str(file)).order_by(events.c.seq.desc())
        ).first()
        assert row is not None
        connection.execute(
            update(files).where(files.c.file_id == str(file)).values(seq=row.seq, hash=row.hash)
        )
        connection.execute(delete(feed).where(feed.c.file_id == str(file)))


@pytest.mark.parametrize("seen", [False, True], ids=["a file that never came", "events that never came"])
def test_what_the_feed_skipped_is_fetched_and_nothing_else_moves(
    office: Office, desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str], *, seen: bool
) -> None:
    file = other_desk.identifies(people["not found"])
    other_desk.syncs()
    if seen:
        desk.syncs()
        other_desk.calls_in(file, "+994501112233")
        other_desk.syncs()
    _feed_forgets(office, file)
    before = len(_hashes(desk, file))
    own = desk.identifies(people["found 4.1.1"])

    report = desk.syncs()
    if seen:  # the comparison of today is over
        assert len(_hashes(desk, file)) == before
        _wants(desk)
        report = desk.syncs()

    assert _hashes(desk, file) == _hashes(other_desk, file)
    assert (report.state.alarms, report.changes.files >= {file}) == ((), True)
    assert (_standing(desk).differing, desk.confirmed(own)) == (1, 2)
    assert _is_whole(desk)


def test_it_is_done_once_a_day_at_once_when_asked_and_costs_nothing_in_between(
    desk: PracticeDesk, people: dict[str, str], clock: Clockwork
) -> None:
    desk.identifies(people["not found"])
    line = between(desk)

    def compared(after: timedelta = timedelta(), *, is_forced: bool = False) -> int:
        clock.at += after
        line.asked.clear()
        desk.syncs(is_forced=is_forced)
        return line.asked.count("compare_heads")

    assert [compared(), compared(timedelta(hours=1)), compared(timedelta(hours=23))] == [1, 0, 1]
    _wants(desk)
    assert [compared(is_forced=True), compared(timedelta(minutes=1))] == [1, 0]
    assert _standing(desk).done_at == clock.at - timedelta(minutes=1)
    desk.watch.wrong_by = timedelta(days=-400)  # the clock was wrong then, or is now
    assert compared() == 1


def test_it_goes_on_where_it_stopped(
    desk: PracticeDesk, people: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dost_desktop.sync.heads._FILES_A_DIGEST", 1)
    monkeypatch.setattr("dost_desktop.sync.heads._DIGESTS", 2)
    monkeypatch.setattr("dost_desktop.sync.heads._SLICES", 1)
    held = sorted(str(desk.identifies(number)) for number in list(people.values())[:5])

    places = []
    for _ in range(3):
        desk.syncs(is_forced=False)
        places.append(_standing(desk).after)

    assert places == [held[1], held[3], None]
    assert _standing(desk).done_at == desk.watch.now()


def test_what_the_server_lost_without_saying_so_is_an_alarm_about_that_file_until_it_is_back(
    office: Office, desk: PracticeDesk, people: dict[str, str], clock: Clockwork
) -> None:
    file, other = desk.identifies(people["not found"]), desk.identifies(people["found 4.1.1"])
    desk.calls_in(file, "+994501112233")
    desk.syncs()
    chain = _hashes(desk, file)
    with office.database.reading() as connection:
        lost = connection.execute(events.select().where(events.c.file_id == str(file))).mappings().all()
    _server_forgets(office, file, 1)
    desk.calls_in(other, "+994501112234")
    _wants(desk)

    told = [desk.syncs().state.alarms for _ in range(2)]

    assert [{each.code for each in alarms} for alarms in told] == [{BEHIND}, {BEHIND}]
    assert {each.file_id for alarms in told for each in alarms} == {file}
    assert (_hashes(desk, file), desk.confirmed(other)) == (chain, 3)
    with office.database.writing() as connection:  # somebody brings it back
        connection.execute(events.insert(), [dict(each) for each in lost if each["seq"] > 1])
        last = lost[-1]
        connection.execute(
            update(files).where(files.c.file_id == str(file)).values(seq=last["seq"], hash=last["hash"])
        )
    clock.at += timedelta(hours=1)
    desk.syncs()
    assert desk.syncs().state.alarms == ()
    assert _standing(desk).wrong == {}


def test_after_a_restore_any_desk_brings_back_what_the_recording_desk_no_longer_can(
    office: Office, desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str]
) -> None:
    """A desk offers what it recorded itself; this one was taken away, and the file is offered all the same."""
    file = desk.identifies(people["not found"])
    desk.syncs()
    other_desk.syncs()
    chain = _hashes(desk, file)
    with office.database.writing() as connection:
        for table in (events, files, feed):
            connection.execute(delete(table))
    office.restored()

    reports = [other_desk.syncs() for _ in range(2)]

    with office.database.reading() as connection:
        rows = connection.execute(events.select().where(events.c.file_id == str(file))).all()
    assert [row.hash for row in rows] == chain
    assert [each.state.alarms for each in reports] == [(), ()]
    with other_desk.database.open_reading() as reading:
        assert {each.epoch for each in reading.receipts(file)} >= {office.deployment.epoch}


def test_a_server_that_tells_another_story_of_the_same_length_is_an_alarm_and_changes_nothing(
    desk: PracticeDesk, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not found"])
    desk.syncs()
    chain = _hashes(desk, file)

    def forged(answer: Any) -> Any:
        told = {"file_id": str(file), "seq": 2, "hash": "0" * 64}
        part = {"after": "0" * 8 + "-0000-0000-0000-" + "0" * 12, "until": LAST, "heads": [told]}
        return type(answer).model_validate(answer.model_dump() | {"differing": [part]})

    between(desk, compare_heads=forged)
    _wants(desk)
    assert desk.syncs().state.alarms == (Alarm("confirmed", file),)
    assert (_hashes(desk, file), desk.confirmed(file)) == (chain, 2)


@pytest.mark.parametrize(
    ("says", "code"),
    [
        (
            lambda answer: answer.model_copy(update={"through": "0" * 8 + "-0000-0000-0000-" + "0" * 12}),
            "other_schema",
        ),
        (instead(Problem(title="", status=404, code="route.unknown")), "route.unknown"),
    ],
    ids=["a place that is not ahead", "a server that has no such route"],
)
def test_an_answer_of_no_use_ends_the_comparison_and_nothing_else(
    desk: PracticeDesk, people: dict[str, str], says: Callable[[Any], Any], code: str
) -> None:
    file = desk.identifies(people["not found"])
    between(desk, compare_heads=says)
    state = desk.syncs().state
    assert ([each.code for each in state.alarms], desk.confirmed(file)) == ([code], 2)


def test_what_happens_between_feed_and_comparison_is_no_difference(
    desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str]
) -> None:
    """A busy centre: another desk's click comes in after the feed was read."""
    file = desk.identifies(people["not found"])
    desk.syncs()
    other_desk.syncs()

    class Busy(TamperedLine):
        def __getattr__(self, name: str) -> Any:
            if name == "compare_heads" and name not in self.asked:
                other_desk.calls_in(file, "+994501112233")
                other_desk.syncs()
            return super().__getattr__(name)

    line = Busy(desk.central)
    desk.talks_through(line)  # type: ignore[arg-type]
    _wants(desk)
    report = desk.syncs()

    assert (report.state.alarms, "file_of_centre" in line.asked) == ((), False)
    assert _hashes(desk, file) == _hashes(other_desk, file)


def test_a_desk_finds_all_its_centre_s_files_though_its_feed_begins_late(
    tmp_path: Path,
    office: Office,
    server: tuple[str, ExitStack],
    catalogue: Catalogue,
    clock: Clockwork,
    desk: PracticeDesk,
    people: dict[str, str],
) -> None:
    found = [desk.identifies(number) for number in list(people.values())[:6]]
    desk.does(found[0], acts.RecordContact(phone="+994501112233"))
    desk.syncs()
    for each in found:
        _feed_forgets(office, each)
    with new_desk(tmp_path, office, server[0], catalogue, clock, "orxan") as late:
        late.syncs()
        assert [_hashes(late, each) for each in found] == [_hashes(desk, each) for each in found]
        assert _standing(late).differing == 6


def test_the_night_needs_no_agent(
    office: Office, desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str]
) -> None:
    """A file that the feed brought damaged is fetched whole by the desk itself."""
    file = other_desk.identifies(people["not found"])
    other_desk.syncs()
    line = between(desk, feed=_with_broken_signatures)
    desk.central.sign_out()
    first = desk.syncs()

    assert "file_of_centre" in line.asked
    assert {each.code for each in first.state.alarms} == {"hash"}
    assert _hashes(desk, file) == _hashes(other_desk, file)


def _with_broken_signatures(page: Any) -> Any:
    if not isinstance(page, FeedPage):
        return page
    items = [
        item.model_copy(
            update={"events": tuple(each.model_copy(update={"signature": "x"}) for each in item.events)}
        )
        for item in page.items
    ]
    return page.model_copy(update={"items": tuple(items)})
