"""Where files end, compared: one digest for many that agree, the heads of a range that differs, and nothing else."""

from __future__ import annotations

import time
from bisect import bisect_right
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import insert, update

from central_api.office import Office
from central_api.tables import file_centres, files
from dost_desktop.contract.heads import (
    FIRST,
    LAST,
    CompareHeads,
    FileHead,
    HeadsCompared,
    HeadsRange,
    heads_digest,
)
from dost_desktop.contract.messages import FeedItem
from dost_desktop.domain.events import Head
from tests.central_api.practice_desk import Clockwork, Desk, enrol

_JSON = {"Content-Type": "application/json"}


def _asks(desk: Desk, asked: CompareHeads) -> HeadsCompared:
    answer = desk.http.post("/v1/heads", json=asked.model_dump(mode="json"), headers=desk.as_desk)
    assert answer.status_code == 200, answer.text
    return HeadsCompared.model_validate(answer.json())


def _all(heads: dict[str, Head]) -> CompareHeads:
    return CompareHeads(ranges=(HeadsRange(until=LAST, digest=heads_digest(sorted(heads.items()))),))


def _told(compared: HeadsCompared) -> dict[str, Head]:
    return {each.file_id: Head(each.seq, each.hash) for part in compared.differing for each in part.heads}


def test_a_range_that_agrees_is_not_told_and_one_that_differs_is_told_whole(
    desk: Desk, people: dict[str, str]
) -> None:
    both = [desk.identifies(people[case]) for case in ("not found", "found 4.1.1")]
    held = {str(file): desk.head(file) for file in both}
    nobody = _asks(desk, _all({}))
    older = {file: Head(1, "0" * 64) if file == str(both[0]) else head for file, head in held.items()}

    assert _asks(desk, _all(held)).differing == ()
    assert _told(nobody) == _told(_asks(desk, _all(older))) == held
    assert nobody.through == LAST
    first, last = sorted(held)
    halves = CompareHeads(
        ranges=(
            HeadsRange(until=first, digest=heads_digest([(first, held[first])])),
            HeadsRange(until=LAST, digest=heads_digest([])),
        )
    )
    [part] = _asks(desk, halves).differing
    assert (part.after, part.until, [each.file_id for each in part.heads]) == (first, LAST, [last])


def test_another_centre_s_file_is_never_told_and_only_who_knows_its_hash_hears_that_it_is_there(
    office: Office, http: httpx.Client, clock: Clockwork, desk: Desk, people: dict[str, str]
) -> None:
    file = str(desk.identifies(people["not found"]))
    far = enrol(office, http, clock, "A01").signs_in("fidan")
    head = desk.head(UUID(file))
    held = [Head(2, head.hash), Head(2, "0" * 64), Head(1, head.hash), Head(7, head.hash)]

    asked = [CompareHeads(held=(FileHead(file_id=file, seq=each.seq, hash=each.hash),)) for each in held]

    assert _asks(far, _all({})).differing == ()
    assert [_asks(far, each).unknown for each in asked] == [(), (file,), (file,), (file,)]
    stranger = FileHead(file_id=str(uuid4()), seq=1, hash="0" * 64)
    assert _asks(far, CompareHeads(held=(stranger,))).unknown == (stranger.file_id,)
    answers = [http.get(f"/v1/feed/{each}", headers=far.as_desk) for each in (file, stranger.file_id)]
    assert {(each.status_code, each.json()["code"]) for each in answers} == {(404, "file.unknown")}


def test_a_desk_fetches_a_file_of_its_centre_without_an_agent(desk: Desk, people: dict[str, str]) -> None:
    file = desk.identifies(people["not found"])
    answer = desk.http.get(f"/v1/feed/{file}", headers=desk.as_desk)
    item = FeedItem.model_validate(answer.json())
    assert [each.hash for each in item.events] == [each.link.hash for each in desk.chains[file]]
    assert item.receipt["hash"] == desk.head(file).hash


def test_ranges_in_no_order_are_answered_all_the_same(desk: Desk, people: dict[str, str]) -> None:
    file = str(desk.identifies(people["not found"]))
    empty, low = heads_digest([]), str(UUID(int=1))
    for after, until in ((FIRST, [LAST, low]), (FIRST, [low, LAST, LAST]), (file, [low])):
        ranges = tuple(HeadsRange(until=each, digest=empty) for each in until)
        answer = _asks(desk, CompareHeads(after=after, ranges=ranges))
        assert (list(_told(answer)), answer.through) == (([file], LAST) if after == FIRST else ([], file))


def _invent(office: Office, count: int) -> dict[str, Head]:
    heads = {str(UUID(int=(each << 80) + (8 << 76))): Head(3, f"{each:064x}") for each in range(1, count + 1)}
    with office.database.writing() as connection:
        connection.execute(
            insert(files), [{"file_id": each, "seq": 3, "hash": head.hash} for each, head in heads.items()]
        )
        connection.execute(insert(file_centres), [{"file_id": each, "centre": "B03"} for each in heads])
    return heads


def _next(told: list[tuple[str, Head]], most: int = 4096, size: int = 64) -> tuple[HeadsRange, ...]:
    """The next files that the desk holds, as it asks about them."""
    asked = told[:most]
    groups = [asked[start : start + size] for start in range(0, len(asked), size)]
    ranges = [HeadsRange(until=each[-1][0], digest=heads_digest(each)) for each in groups]
    if len(asked) < most:
        ranges[-1:] = [HeadsRange(until=LAST, digest=heads_digest(groups[-1] if groups else ()))]
    return tuple(ranges)


def _goes_through(desk: Desk, heads: dict[str, Head]) -> tuple[dict[str, Head], int, float]:
    """What differs, the bytes sent and received, and the seconds, for a desk that holds ``heads``."""
    held = sorted(heads.items())
    ids = [file for file, _head in held]
    after, found, size, began = FIRST, dict[str, Head](), 0, time.perf_counter()
    while after != LAST:
        asked = CompareHeads(after=after, ranges=_next(held[bisect_right(ids, after) :]))
        written = asked.model_dump_json()
        answer = desk.http.post("/v1/heads", content=written, headers=desk.as_desk | _JSON)
        compared = HeadsCompared.model_validate_json(answer.content)
        assert compared.through > after
        size += len(written) + len(answer.content)
        after, found = compared.through, found | _told(compared)
    return found, size, time.perf_counter() - began


def test_many_files_are_compared_in_a_few_questions_and_one_that_differs_is_found(
    office: Office, desk: Desk
) -> None:
    heads = _invent(office, 9_000)
    odd = sorted(heads)[4567]
    found, size, _ = _goes_through(desk, heads)
    assert found == {}
    assert size < 100_000
    with office.database.writing() as connection:
        connection.execute(update(files).where(files.c.file_id == odd).values(seq=4))
    found, _, _ = _goes_through(desk, heads)
    assert (found[odd], len(found)) == (Head(4, heads[odd].hash), 64)


def test_a_desk_that_holds_nothing_is_told_everything_piece_by_piece(office: Office, desk: Desk) -> None:
    heads = _invent(office, 2_500)
    found, _, _ = _goes_through(desk, {})
    assert found == heads


@pytest.mark.long
def test_a_hundred_thousand_files_agree_in_a_few_seconds_and_less_than_a_megabyte(
    office: Office, desk: Desk
) -> None:
    found, size, seconds = _goes_through(desk, _invent(office, 100_000))
    assert found == {}
    assert size < 1_000_000
    assert seconds < 20  # 2 on a quiet machine
