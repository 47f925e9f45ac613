"""A document that comes in parts: from any place on, at any process, repeated or spoilt; whole only by its hash."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import httpx
import pytest

from central_api.background import never
from central_api.office import Office
from central_api.partial_blobs import KEPT, LARGEST, SMALLEST
from central_api.upkeep import Upkeep
from tests.central_api.at_the_doors import PART
from tests.central_api.practice_desk import Clockwork, Desk, listening

CONTENT = Random(6).randbytes(5 * SMALLEST + 1000)
SHA = hashlib.sha256(CONTENT).hexdigest()
PATH = f"/v1/blobs/{SHA}"


@dataclass
class Sender:
    """One desk, at one process."""

    http: httpx.Client
    desk: Desk

    def sends(
        self, offset: int, end: int, *, content: bytes = CONTENT, length: int = len(CONTENT), kind: str = PART
    ) -> httpx.Response:
        head = {"Upload-Offset": str(offset), "Upload-Length": str(length), "Content-Type": kind}
        return self.http.patch(PATH, content=content[offset:end], headers=self.desk.as_desk | head)

    def has_sent(self) -> tuple[int, int]:
        """Status, and how many bytes."""
        answer = self.http.head(PATH, headers=self.desk.as_desk)
        return answer.status_code, int(answer.headers.get("Upload-Offset", 0))

    def reads(self) -> bytes:
        return self.http.get(PATH, headers=self.desk.as_desk).content


@pytest.fixture
def one(http: httpx.Client, desk: Desk) -> Sender:
    return Sender(http, desk)


@pytest.fixture
def elsewhere(one: Sender, new_office: Callable[[], Office]) -> Iterator[Sender]:
    """The same desk at another process."""
    with listening(new_office()) as address, httpx.Client(base_url=address, timeout=30) as http:
        yield Sender(http, one.desk)


def parts_of(office: Office) -> list[Path]:
    return [each for each in (Path(office.settings.blob_url) / "partial").rglob("*") if each.is_file()]


def told(answer: httpx.Response) -> tuple[int, object]:
    """The status, and where the desk goes on or why not."""
    if answer.status_code == 204:
        return 204, int(answer.headers["Upload-Offset"])
    problem = answer.json()
    return answer.status_code, problem["facts"]["offset"] if answer.status_code == 409 else problem["code"]


@pytest.mark.parametrize("seed", range(3))
def test_parts_of_any_size_at_any_process_make_the_document(
    office: Office, one: Sender, elsewhere: Sender, seed: int
) -> None:
    random, here = Random(seed), 0
    assert one.has_sent() == (404, 0)
    while here < len(CONTENT):
        sender = random.choice((one, elsewhere))
        end = min(here + random.randrange(SMALLEST, 3 * SMALLEST), len(CONTENT))
        ahead = sender.sends(here + 1, here + 1 + SMALLEST, content=bytes(2**18), length=2**18)
        assert told(ahead) == (409, here)
        for _ in range(random.randrange(1, 3)):  # the answer was lost, and the part comes again
            assert told(sender.sends(here, end)) == (204, end)
        here = end
        assert random.choice((one, elsewhere)).has_sent() == (200 if here == len(CONTENT) else 204, here)
    assert (one.reads(), parts_of(office)) == (CONTENT, [])
    assert told(elsewhere.sends(end - 1, end)) == (204, len(CONTENT))  # it is whole, whatever comes


@pytest.mark.parametrize(
    ("offset", "end", "length", "kind", "expected"),
    [
        (0, SMALLEST, 2**30, PART, (413, "blob.too_large")),
        (0, SMALLEST, 0, PART, (422, "request.malformed")),
        (-1, SMALLEST, 100, PART, (422, "request.malformed")),
        (0, SMALLEST - 1, len(CONTENT), PART, (422, "request.malformed")),
        (0, SMALLEST, SMALLEST - 1, PART, (422, "request.malformed")),
        (0, SMALLEST, len(CONTENT), "application/octet-stream", (415, "request.media_type")),
        (SMALLEST, 2 * SMALLEST, len(CONTENT), PART, (409, 0)),
    ],
)
def test_what_is_no_part_leaves_nothing(
    office: Office, one: Sender, offset: int, end: int, length: int, kind: str, expected: tuple[int, object]
) -> None:
    assert told(one.sends(offset, end, length=length, kind=kind)) == expected
    assert (one.has_sent(), parts_of(office)) == ((404, 0), [])


def test_a_part_that_is_too_large_is_not_read_to_its_end(one: Sender) -> None:
    assert told(one.sends(0, LARGEST + 1, content=bytes(LARGEST + 1), length=LARGEST * 2)) == (
        413,
        "request.too_large",
    )


def test_spoilt_bytes_are_thrown_away_and_hold_nobody_up(
    office: Office, one: Sender, other_desk: Desk
) -> None:
    other, spoilt = Sender(one.http, other_desk), bytes(len(CONTENT))
    assert told(one.sends(0, SMALLEST, content=spoilt)) == (204, SMALLEST)
    assert other.has_sent() == (404, 0)
    assert told(other.sends(0, 2 * SMALLEST)) == (204, 2 * SMALLEST)
    assert told(one.sends(SMALLEST, len(CONTENT))) == (422, "blob.other_hash")
    assert (one.has_sent(), other.has_sent()) == ((404, 0), (204, 2 * SMALLEST))
    assert told(other.sends(2 * SMALLEST, len(CONTENT))) == (204, len(CONTENT))
    assert one.has_sent() == (200, len(CONTENT))  # it is the centre's
    assert (one.reads(), parts_of(office)) == (CONTENT, [])


def test_parts_that_come_twice_at_the_same_moment_make_one_document(
    one: Sender, elsewhere: Sender, office: Office
) -> None:
    for offset in range(0, len(CONTENT), SMALLEST):
        with ThreadPoolExecutor(4) as at_once:
            asked = [
                at_once.submit(each.sends, offset, offset + SMALLEST)
                for each in (one, elsewhere, one, elsewhere)
            ]
        answers = {told(each.result()) for each in asked}
        assert answers <= {(204, min(offset + SMALLEST, len(CONTENT))), (409, 0)}
    assert told(one.sends(len(CONTENT), len(CONTENT))) == (204, len(CONTENT))  # whole, or made whole now
    assert (one.reads(), parts_of(office)) == (CONTENT, [])


def test_what_nobody_goes_on_with_is_swept_after_seven_days(
    office: Office, one: Sender, other_desk: Desk, clock: Clockwork
) -> None:
    other = Sender(one.http, other_desk)
    assert told(one.sends(0, SMALLEST)) == told(other.sends(0, SMALLEST)) == (204, SMALLEST)
    [early, late] = sorted(parts_of(office))
    clock.at = (
        datetime.now(UTC) + KEPT - timedelta(minutes=1)
    )  # what lies in the store is dated by the store's own clock
    old = (clock.at - KEPT - timedelta(minutes=5)).timestamp()
    os.utime(early, (old, old))
    late.with_name(f"{late.name}.half").touch()  # what a killed process leaves is no part

    assert Upkeep(office.database, clock, office.partial_blobs.sweep).work_off(never) >= 1

    assert (one.has_sent(), other.has_sent()) == ((404, 0), (204, SMALLEST))
    clock.at += timedelta(hours=1)
    Upkeep(office.database, clock, office.partial_blobs.sweep).work_off(never)
    assert parts_of(office) == []
