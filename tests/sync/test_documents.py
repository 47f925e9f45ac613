"""A large document arrives whatever the line does to its parts, for little more than its size, and holds nobody up."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from random import Random
from typing import Any

import pytest

from dost_desktop.api.central import CentralApi
from dost_desktop.api.tokens import TokensInMemory
from dost_desktop.contract.messages import Problem
from dost_desktop.rows import BlobState
from dost_desktop.sync.needs import NoAnswer, Sent, Silence
from dost_desktop.sync.parts import PART
from dost_desktop.sync.report import Connection, SyncState
from tests.sync.desks import PracticeDesk
from tests.sync.line import between

SCAN = Random(5).randbytes(5_000_000)
SMALLER = SCAN[: 3 * PART + 1000]


@dataclass
class BrittleLine:
    """Lets each connection send so many bytes up, and breaks it then."""

    to: tuple[str, int]
    breaks_after: int
    port: int = 0
    carried: int = 0
    broken: int = 0
    _counting: threading.Lock = field(default_factory=threading.Lock)

    def carry(self, client: socket.socket) -> None:
        with suppress(OSError), closing(client), socket.create_connection(self.to) as server:
            threading.Thread(target=self.bring_back, args=(server, client), daemon=True).start()
            left = self.breaks_after
            while left > 0 and (piece := client.recv(min(16384, left))):
                server.sendall(piece)
                left -= len(piece)
                with self._counting:
                    self.carried += len(piece)
            self.broken += left <= 0
            server.shutdown(socket.SHUT_RDWR)
            client.shutdown(socket.SHUT_RDWR)

    def bring_back(self, server: socket.socket, client: socket.socket) -> None:
        with suppress(OSError):
            while piece := server.recv(16384):
                client.sendall(piece)


@pytest.fixture
def brittle(server: tuple[str, Any]) -> Iterator[BrittleLine]:
    host, _, port = server[0].removeprefix("http://").partition(":")
    with socket.create_server(("127.0.0.1", 0)) as door:
        line = BrittleLine((host, int(port)), 300_000, door.getsockname()[1])

        def listen() -> None:
            with suppress(OSError):
                while True:
                    threading.Thread(target=line.carry, args=(door.accept()[0],), daemon=True).start()

        threading.Thread(target=listen, daemon=True).start()
        yield line
        with suppress(OSError):
            door.shutdown(socket.SHUT_RDWR)


def keeps(desk: PracticeDesk, content: bytes) -> str:
    with desk.database.open_work() as work:
        mark = work.blobs.put(content)
        work.commit()
    return mark


def standing(desk: PracticeDesk, mark: str) -> BlobState:
    with desk.database.open_reading() as reading:
        state = reading.blobs.state(mark)
    assert state is not None
    return state


@pytest.mark.parametrize(
    ("content", "breaks_after", "wasted", "asked"),
    [(SCAN, 300_000, 0.35, 2), (SCAN[:1_500_000], 100_000, 1.1, 1)],
    ids=["parts pass", "parts become smaller"],
)
def test_a_scan_arrives_on_a_line_that_breaks_again_and_again(
    desk: PracticeDesk,
    brittle: BrittleLine,
    caplog: pytest.LogCaptureFixture,
    content: bytes,
    breaks_after: int,
    wasted: float,
    asked: int,
) -> None:
    brittle.breaks_after = breaks_after
    mark = keeps(desk, content)
    tokens = TokensInMemory(desk.enrolled.tokens)
    central = CentralApi(
        f"http://127.0.0.1:{brittle.port}", desk_tokens=tokens, server_keys=lambda: desk.enrolled.server_keys
    )
    desk.talks_through(central)

    rounds = [desk.syncs()]
    while rounds[-1].goes_on:
        rounds.append(desk.syncs())

    assert (rounds[-1].state.connection, rounds[-1].state.waiting) == (Connection.ONLINE, 0)
    assert len(rounds) == asked  # 4 MiB in one
    assert desk.central.blob(mark) == content
    assert brittle.broken >= len(content) // breaks_after - 1
    assert brittle.carried < len(content) * (1 + wasted)
    assert {each.levelname for each in caplog.records} <= {
        "INFO"
    }  # who hangs up breaks nothing at the server
    central.close()


class Tampering:
    """Stands between the desk and its central API where a test wants it; counts what was asked."""

    def __init__(self, desk: PracticeDesk) -> None:
        self._central = desk.central
        self.asked: list[str] = []
        self.bytes = 0
        desk.talks_through(self)

    def put_blob_part(self, sha256: str, part: bytes, offset: int, length: int) -> Any:
        self.asked.append("part")
        self.bytes += len(part)
        return self.on_part(sha256, part, offset, length)

    def on_part(self, *given: Any) -> Any:
        return self._central.put_blob_part(*given)

    def __getattr__(self, name: str) -> Any:
        self.asked.append(name)
        return getattr(self._central, name)


def test_a_program_killed_between_two_parts_sends_one_of_them_again(desk: PracticeDesk) -> None:
    mark, line = keeps(desk, SMALLER), Tampering(desk)

    def dies(*given: Any) -> Any:
        desk.central.put_blob_part(*given)  # it arrives, and nobody hears of it
        raise SystemExit

    line.on_part = dies  # type: ignore[method-assign]
    with pytest.raises(SystemExit):
        desk.syncs()
    line.on_part = desk.central.put_blob_part  # type: ignore[method-assign]
    desk.talks_through(line)
    assert standing(desk, mark).sent == 0

    assert desk.syncs().state.waiting == 0

    assert (line.bytes, desk.central.blob(mark)) == (len(SMALLER) + PART, SMALLER)


class Spoilt(Tampering):
    """A network that changes a byte of so many parts."""

    left = 1

    def on_part(self, *given: Any) -> Any:
        sha256, part, offset, length = given
        if offset == PART and self.left > 0:
            self.left -= 1
            part = part[:-1] + bytes([part[-1] ^ 1])
        return super().on_part(sha256, part, offset, length)


class AlwaysSpoilt(Spoilt):
    left = 99


class Whole(Tampering):
    """A central API that knows no parts."""

    def on_part(self, *_given: Any) -> Any:
        return Problem(title="", status=405, code="route.method")


class Narrow(Tampering):
    """A proxy that lets no more than 100 kB through."""

    def on_part(self, *given: Any) -> Any:
        is_large = len(given[1]) > 100_000
        return (
            Problem(title="", status=413, code="request.too_large") if is_large else super().on_part(*given)
        )


class TooFar(Tampering):
    def on_part(self, *_given: Any) -> Any:
        return Sent(10**9)


class Nowhere(Tampering):
    def on_part(self, *_given: Any) -> Any:
        return Sent(0)


class Forgetful(Tampering):
    """Every part is taken and forgotten; asked, it has none."""

    def on_part(self, *_given: Any) -> Any:
        return NoAnswer(Silence.CUT)


class Refusing(Tampering):
    def on_part(self, *_given: Any) -> Any:
        return Problem(title="", status=413, code="blob.too_large")


class Away(Tampering):
    def on_part(self, *_given: Any) -> Any:
        return Problem(title="", status=503, code="blobs.away")


ON, OFF = Connection.ONLINE, Connection.OFFLINE


@pytest.mark.parametrize(
    ("line", "connection", "silence", "refused", "parts", "wholes"),
    [
        (Tampering, ON, None, None, 4, 0),
        (Spoilt, ON, None, None, 8, 0),
        (AlwaysSpoilt, ON, None, "blob.other_hash", 8, 0),
        (Whole, ON, None, None, 1, 1),
        (Narrow, ON, None, None, 15, 0),
        (TooFar, OFF, Silence.OTHER_SCHEMA, "", 1, 0),
        (Nowhere, OFF, Silence.CUT, "", 7, 0),
        (Forgetful, OFF, Silence.CUT, "", 7, 0),
        (Refusing, ON, None, "blob.too_large", 1, 0),
        (Away, ON, None, "", 1, 0),
    ],
)
def test_a_document_after_each_thing_that_may_become_of_its_parts(
    desk: PracticeDesk,
    line: Callable[[PracticeDesk], Tampering],
    connection: Connection,
    silence: Silence | None,
    refused: str | None,
    parts: int,
    wholes: int,
) -> None:
    """``refused`` None: it arrived; "": it waits."""
    mark = keeps(desk, SMALLER)
    tampering = line(desk)

    state = desk.syncs().state

    assert (state.connection, state.silence) == (connection, silence)
    assert (tampering.asked.count("part"), tampering.asked.count("put_blob")) == (parts, wholes)
    with desk.database.open_reading() as reading:
        assert [each.refused for each in reading.unsent_documents()] == ([] if refused is None else [refused])
    desk.talks_through(desk.central)
    assert desk.syncs().state.waiting == 0
    assert desk.central.blob(mark) == SMALLER


def test_a_large_document_that_is_damaged_here_is_said_and_not_sent(desk: PracticeDesk) -> None:
    spoilt, short = keeps(desk, SMALLER), keeps(desk, SMALLER[1:])
    with desk.database.open_work() as work:
        for change, mark in (
            ("UPDATE blob_part SET bytes = zeroblob(262144) WHERE part = 1 AND sha256 = ?", spoilt),
            ("DELETE FROM blob_part WHERE part = 2 AND sha256 = ?", short),
        ):
            work.connection.change(change, (bytes.fromhex(mark),))
        work.commit()

    state = desk.syncs().state

    assert (state.connection, state.waiting, state.needs_you) == (ON, 0, 2)
    with desk.database.open_reading() as reading:
        assert {each.refused for each in reading.unsent_documents()} == {"storage.document_missing"}


def test_who_waits_sees_it_go_and_a_click_made_meanwhile_does_not_wait_for_all_of_it(
    desk: PracticeDesk, people: dict[str, str]
) -> None:
    keeps(desk, SCAN)
    file = desk.identifies(people["not found"])
    told: list[SyncState] = []

    first = desk.sync.once(desk.watch.now(), is_forced=True, tell=told.append)

    seen = [(each.document_sent, each.document_size) for each in told if each.document_size]
    assert seen == [(number * PART, len(SCAN)) for number in range(1, 17)]
    assert (first.goes_on, first.documents, first.state.documents, first.state.document_size) == (
        True,
        0,
        1,
        0,
    )
    desk.calls_in(file, "+994500000001")
    line = between(desk)
    second = desk.syncs()
    assert (second.state.waiting, second.goes_on, second.documents, second.sent) == (0, False, 1, 1)
    assert line.asked.index("push") < line.asked.index("put_blob_part")
