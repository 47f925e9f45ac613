"""What others did comes in whole and proven, or not at all; what is wrong is said and mended when it can be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from central_api.office import Office
from dost_desktop.contract.messages import EventMessage, FeedItem, FeedPage, Problem
from dost_desktop.rows import RunState
from dost_desktop.sync.needs import NoAnswer, Silence
from dost_desktop.sync.report import Connection
from tests.sync.desks import PracticeDesk
from tests.sync.line import Tamper, between, instead


def in_items(change: Callable[[FeedItem], FeedItem]) -> Tamper:
    return lambda page: page.model_copy(update={"items": tuple(change(each) for each in page.items)})


def in_events(change: Callable[[EventMessage], dict[str, Any]]) -> Tamper:
    return in_items(
        lambda item: item.model_copy(
            update={"events": tuple(each.model_copy(update=change(each)) for each in item.events)}
        )
    )


BAD: list[tuple[str, Tamper]] = [
    ("a changed word", in_events(lambda e: {"data": {**(e.data or {}), "phone": "+994509999999"}})),
    ("a changed act", in_events(lambda e: {"content": {**e.content, "agent": "somebody"}})),
    ("a field this version does not know", in_events(lambda e: {"content": {**e.content, "new": 1}})),
    ("a kind this version does not know", in_events(lambda e: {"content": {**e.content, "kind": "new"}})),
    ("a number no signature is made over", in_events(lambda e: {"data": {"a": 2**70}})),
    ("somebody else's signature", in_events(lambda e: {"signature": "A" * 86})),
    ("another link", in_events(lambda e: {"prev": "f" * 64})),
    ("another place", in_events(lambda e: {"seq": e.seq + 5})),
    ("a tail that was cut", in_items(lambda item: item.model_copy(update={"events": item.events[:1]}))),
    ("no events", in_items(lambda item: item.model_copy(update={"events": ()}))),
    (
        "a forged receipt",
        in_items(lambda item: item.model_copy(update={"receipt": {**item.receipt, "seq": 1}})),
    ),
    ("no receipt", in_items(lambda item: item.model_copy(update={"receipt": {}}))),
]


@pytest.mark.parametrize(("name", "tamper"), BAD, ids=[name for name, _ in BAD])
def test_what_is_not_proven_changes_nothing_and_is_mended_later(
    desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str], name: str, tamper: Tamper
) -> None:
    file = desk.identifies(people["not found"])
    desk.syncs()
    between(other_desk, feed=tamper, file_of_centre=instead(NoAnswer(Silence.OFFLINE)))

    report = other_desk.syncs()

    assert (report.received, other_desk.chain(file)) == (0, ())
    assert {each.file_id for each in report.state.alarms} == {file}

    other_desk.talks_through(other_desk.central)
    mended = other_desk.syncs()

    assert other_desk.chain(file) == desk.chain(file)
    assert (mended.state.alarms, mended.changes.files) == ((), {file})


def test_of_clicks_that_come_together_the_proven_ones_come_in(
    desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str]
) -> None:
    file, another = desk.identifies(people["not found"]), desk.identifies(people["expired card"])
    for number in ("+994500000001", "+994500000002"):
        desk.syncs()  # each click by itself, as on any day
        desk.calls_in(file, number)
        desk.calls_in(another, number)
    desk.syncs()

    def spoilt(page: FeedPage) -> FeedPage:
        told = [each for each in page.items if each.file_id == str(file)]
        if not told:
            return page  # its end
        *good, last = told
        assert len(good) == 2
        bad = last.model_copy(update={"receipt": good[-1].receipt})
        items = tuple(bad if each is last else each for each in page.items)
        return page.model_copy(update={"items": items})

    between(other_desk, feed=spoilt, file_of_centre=instead(NoAnswer(Silence.OFFLINE)))

    report = other_desk.syncs()

    whole = desk.chain(file)
    assert other_desk.chain(file) == whole[:-1]
    assert other_desk.chain(another) == desk.chain(another)
    assert {each.file_id for each in report.state.alarms} == {file}

    other_desk.talks_through(other_desk.central)
    other_desk.syncs()

    assert other_desk.chain(file) == whole


def test_a_page_twice_or_from_the_beginning_changes_nothing(
    desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not found"])
    desk.syncs()
    desk.calls_in(file, "+994500000001")
    desk.syncs()
    other_desk.syncs()
    before = other_desk.chain(file)
    with other_desk.database.open_work() as work:
        work.meta.set("feed_cursor", "")
        work.commit()

    report = other_desk.syncs()

    assert (other_desk.chain(file), report.received, report.changes.files) == (before, 0, frozenset())


def test_a_cursor_the_server_does_not_know_is_started_anew(
    desk: PracticeDesk, other_desk: PracticeDesk, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not found"])
    desk.syncs()
    with other_desk.database.open_work() as work:
        work.meta.set("feed_cursor", "AAAA")
        work.commit()

    first, second = other_desk.syncs(), other_desk.syncs()

    assert [each.code for each in first.state.alarms] == ["cursor.malformed"]
    assert (second.state.alarms, other_desk.chain(file)) == ((), desk.chain(file))


def test_a_server_that_contradicts_what_it_confirmed_is_not_followed(
    desk: PracticeDesk, office: Office, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not found"])
    desk.syncs()
    before = desk.chain(file)

    with office.database.writing() as connection:
        for table in ("events", "files", "feed", "feed_heads", "file_centres"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    with desk.database.open_work() as work:
        work.meta.set("feed_cursor", "")
        work.commit()
    desk.calls_in(file, "+994500000001")

    report = desk.syncs()

    assert [each.code for each in report.state.alarms] == ["behind"]
    assert desk.chain(file)[:2] == before
    with desk.database.open_reading() as reading:
        assert reading.outbox.counts()[RunState.QUEUED] == 1


@pytest.mark.parametrize(
    ("answer", "connection"),
    [
        (NoAnswer(Silence.CAPTIVE_PORTAL), Connection.OFFLINE),
        (NoAnswer(Silence.OTHER_SCHEMA), Connection.OFFLINE),
        (NoAnswer(Silence.TLS), Connection.OFFLINE),
        (Problem(title="", status=500, code="bug"), Connection.OFFLINE),
        (Problem(title="", status=403, code="token.desk_needed"), Connection.NOT_LET_IN),
        (Problem(title="", status=404, code="http.not_found"), Connection.OFFLINE),
    ],
)
def test_a_greeting_that_is_none_ends_the_round_and_is_said(
    desk: PracticeDesk, answer: Any, connection: Connection
) -> None:
    line = between(desk, hello=instead(answer))

    state = desk.syncs().state

    assert (state.connection, line.asked) == (connection, ["hello"])
    assert state.next_try is not None
