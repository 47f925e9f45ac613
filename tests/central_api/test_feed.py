"""The feed of a centre: in commit order, nothing skipped, nothing of other centres, cursors nobody can make."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from central_api.demo_people import Invented
from central_api.feed import WrittenPage
from central_api.office import Office
from dost_desktop.contract.messages import FeedItem, FeedPage, Push
from dost_desktop.contract.seals import is_sealed, is_signed
from dost_desktop.contract.translation import chained_event
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Receipt
from dost_desktop.domain.chain import check_chain
from dost_desktop.domain.codec import from_json
from dost_desktop.domain.events import ChainedEvent
from tests.central_api.practice_desk import Clockwork, Desk, enrol


def test_a_colleague_s_desk_gets_what_was_recorded_and_can_check_it(
    desk: Desk, other_desk: Desk, people: dict[str, str]
) -> None:
    file = desk.identifies(people["not found"])
    desk.opens(file)

    page = other_desk.pulls()

    receipts = [from_json(Receipt, item.receipt) for item in page.items]
    events = [chained_event(event) for item in page.items for event in item.events]

    class Keys:
        def event_is_signed(self, chained: ChainedEvent) -> bool:
            return is_signed(desk.key.public, chained.event.content.signed_bytes(), chained.event.signature)

        def receipt_is_signed(self, receipt: Receipt) -> bool:
            return is_sealed(receipt, other_desk.enrolled.server_keys)

    assert check_chain(file, events, receipts, Keys()) == ()
    assert not page.more
    assert other_desk.pulls(page.cursor).items == ()


def test_pages_follow_each_other_without_gap(desk: Desk, people: dict[str, str]) -> None:
    numbers = [number for number in people.values() if len(number) == 7][:7]
    files = [desk.identifies(number) for number in numbers]
    cursor, seen = "", []
    while True:
        page = desk.pulls(cursor, limit=2)
        seen += [item.file_id for item in page.items]
        cursor = page.cursor
        if not page.more:
            break
    assert seen == [str(file) for file in files]


def test_another_centre_gets_a_file_whole_once_it_has_to_do_with_it(
    office: Office, http: httpx.Client, clock: Clockwork, desk: Desk, people: dict[str, str]
) -> None:
    far = enrol(office, http, clock, "A01").signs_in("fidan")
    file = desk.identifies(people["not found"])
    assert far.pulls().items == ()

    answer = http.get(f"/v1/files/{file}", params={"purpose": "müraciət"}, headers=far.as_agent)
    far.takes(file, 1, FeedItem.model_validate(answer.json()).events)
    assert far.pushes(far.records(file, acts.RecordContact(phone="+994500000000")))[0].answer == "accepted"

    [item] = far.pulls().items
    assert [event.seq for event in item.events] == [1, 2, 3]
    keys = {key["agent"] for key in http.get("/v1/roster", headers=far.as_desk).json()["keys"]}
    assert keys == {"fidan", "aysel"}  # whose events it now holds


@pytest.mark.parametrize("cursor", ["x", "AAAA", "!" * 40, "A" * 200])
def test_a_cursor_that_is_not_ours_is_refused(desk: Desk, cursor: str) -> None:
    answer = desk.http.get("/v1/feed", params={"cursor": cursor}, headers=desk.as_desk)
    assert (answer.status_code, answer.json()["code"]) == (422, "cursor.malformed")


def test_a_cursor_of_another_centre_is_refused(
    office: Office, http: httpx.Client, clock: Clockwork, desk: Desk
) -> None:
    far = enrol(office, http, clock, "A01")
    answer = http.get("/v1/feed", params={"cursor": desk.pulls().cursor}, headers=far.as_desk)
    assert answer.json()["code"] == "cursor.other_centre"


def test_after_a_restore_the_feed_begins_anew_so_that_nothing_is_missed(
    office: Office, desk: Desk, people: dict[str, str]
) -> None:
    desk.identifies(people["not found"])
    page = desk.pulls()
    office.deployment.open_epoch()
    again = desk.pulls(page.cursor)
    assert again.epoch != page.epoch
    assert len(again.items) == 1


def test_who_has_waited_is_told_at_once(desk: Desk, other_desk: Desk, people: dict[str, str]) -> None:
    page, seconds = _while_it_waits(other_desk, 1.1, lambda: desk.identifies(people["not found"]))
    assert len(page["items"]) == 1
    assert seconds < 1


def test_who_was_told_a_moment_ago_gathers_what_comes_next(
    desk: Desk, other_desk: Desk, people: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("central_api.feed._GATHERS", (3.0, 3.0))

    def clicks() -> None:
        for _ in range(3):
            desk.identifies(people["not found"])

    page, _ = _while_it_waits(other_desk, 0.1, clicks)
    assert len(page["items"]) == 3


def test_a_server_that_ends_keeps_nobody_gathering(
    office: Office, desk: Desk, other_desk: Desk, people: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("central_api.feed._GATHERS", (15.0, 15.0))

    def clicks() -> None:
        desk.identifies(people["not found"])
        office.bell.close()

    page, seconds = _while_it_waits(other_desk, 0.1, clicks)
    assert len(page["items"]) == 1
    assert seconds < 5


def _while_it_waits(
    waiting: Desk, before: float, happens: Callable[[], object]
) -> tuple[dict[str, Any], float]:
    """What a desk is told that has waited ``before`` seconds when something happens, and how long after that."""
    cursor, arrived = waiting.pulls().cursor, []

    def wait() -> None:
        params = {"cursor": cursor, "wait": 20}
        answer = httpx.get(
            f"{waiting.http.base_url}/v1/feed", params=params, headers=waiting.as_desk, timeout=30
        )
        arrived.append((time.monotonic(), answer.json()))

    thread = threading.Thread(target=wait)
    thread.start()
    time.sleep(before)
    happens()
    done = time.monotonic()
    thread.join()
    [(when, page)] = arrived
    return page, when - done


def test_where_a_colleague_just_looked_nobody_looks_again_before_the_bell_rings(
    office: Office, desk: Desk, other_desk: Desk, people: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    cursor, looks = desk.pulls().cursor, 0
    look = office.feed.page

    def counted(centre: str, cursor: str, limit: int) -> WrittenPage:
        nonlocal looks
        looks += 1
        return look(centre, cursor, limit)

    monkeypatch.setattr(office.feed, "page", counted)

    def waits(who: Desk) -> tuple[int, int]:
        """How often the database was asked for this desk, and how much it got."""
        before = looks
        answer = who.http.get("/v1/feed", params={"cursor": cursor, "wait": 0.2}, headers=who.as_desk)
        return looks - before, len(answer.json()["items"])

    assert waits(desk) == (2, 0)
    assert waits(other_desk) == (1, 0)  # only at the end
    desk.identifies(people["not found"])
    assert waits(other_desk) == (1, 1)  # at once: the bell rang since


def test_sixty_desks_that_wait_keep_nobody_out(desk: Desk, people: dict[str, str]) -> None:
    cursor = desk.pulls().cursor
    headers, address = desk.as_desk, str(desk.http.base_url)

    async def all_wait() -> tuple[float, list[int]]:
        limits = httpx.Limits(max_connections=None)
        async with httpx.AsyncClient(base_url=address, headers=headers, limits=limits, timeout=30) as client:
            params = {"cursor": cursor, "wait": 20}
            waiting = [asyncio.create_task(client.get("/v1/feed", params=params)) for _ in range(60)]
            await asyncio.sleep(1)
            started = time.monotonic()
            await client.get("/v1/hello")
            asked = time.monotonic() - started
            await asyncio.to_thread(desk.identifies, people["not found"])
            return asked, [len((await each).json()["items"]) for each in waiting]

    asked, items = asyncio.run(all_wait())
    assert items == [1] * 60
    assert asked < 5


def test_the_feed_misses_nothing_under_concurrent_writers(
    new_office: Callable[[], Office],
    office: Office,
    http: httpx.Client,
    clock: Clockwork,
    desk: Desk,
    invented: list[Invented],
) -> None:
    """Four writers on two processes, a reader that follows all the while: every event once, in order of each file."""
    numbers = [each.number for each in invented if each.kind == "pin"][30:70]
    second = new_office()
    desks = [enrol(office, http, clock).signs_in(agent) for agent in ("aysel", "orxan", "aysel", "orxan")]
    callers = [office.token_book.caller(each.enrolled.tokens.access) for each in desks]
    runs: list[list[Push]] = []
    for place, each in enumerate(desks):
        mine = []
        for number in numbers[place::4]:
            file, done = each.identification(number)
            first = each.records(file, *done)
            mine.append(Push(runs=(first, each.records(file, acts.RecordContact(phone="+994500000000")))))
        runs.append(mine)
    ended = threading.Event()
    seen: list[tuple[str, int]] = []

    def follow() -> None:
        cursor = ""
        while True:
            last = ended.is_set()
            page = FeedPage.model_validate_json(office.feed.page("B03", cursor, 3).text)
            seen.extend((item.file_id, event.seq) for item in page.items for event in item.events)
            cursor = page.cursor
            if last and not page.more and not page.items:
                return

    def write(place: int) -> list[str]:
        server = (office, second)[place % 2]
        return [answer.answer for push in runs[place] for answer in server.push(callers[place], push).answers]

    reader = threading.Thread(target=follow)
    reader.start()
    with ThreadPoolExecutor(4) as pool:
        verdicts = [verdict for each in pool.map(write, range(4)) for verdict in each]
    ended.set()
    reader.join()

    assert set(verdicts) == {"accepted"}
    assert len(seen) == len(set(seen)) == len(numbers) * 3
    for file in {file for file, _ in seen}:
        assert [seq for other, seq in seen if other == file] == [1, 2, 3]


def test_the_feed_s_words_carry_no_number(desk: Desk, people: dict[str, str]) -> None:
    desk.identifies(people["not found"])
    assert people["not found"] not in json.dumps(desk.pulls().cursor)
