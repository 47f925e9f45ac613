"""Whatever comes back over the line, the desk gets a typed answer with the right name, in time."""

from __future__ import annotations

import datetime as dt
import json
import socket
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from dost_desktop.api import routes
from dost_desktop.api.central import CentralApi
from dost_desktop.api.silences import silence_of
from dost_desktop.api.tokens import TokensInMemory
from dost_desktop.api.transport import Patience, Request, Transport
from dost_desktop.contract.messages import Hello, Problem, Tokens
from dost_desktop.sync.needs import NoAnswer, Sent, Silence, retry_after
from tests.api.strangers import answering, certificate, nobody, response

IMPATIENT = Patience(connect=0.5, read=0.3, whole=0.5)
GREETING = {
    "epoch": "one",
    "time": "2026-11-24T06:00:00.000Z",
    "server_keys": {},
    "law": {"versions": [], "rules": [1]},
    "api": 1,
}
HELLO = response(json.dumps(GREETING).encode())
PORTAL = response(b"<html>Please accept the terms</html>", kind="text/html; charset=utf-8")
BUSY = {"title": "Busy", "status": 503, "code": "register.unreachable"}


def desk_calls(address: str, authority: Path | None = None) -> CentralApi:
    return CentralApi(address, desk_tokens=TokensInMemory(), server_keys=dict, authority=authority)


def signed(address: str) -> CentralApi:
    """A desk that has its tokens."""
    tokens = Tokens(access="a", refresh="b", expires_at="2026-11-24T07:00:00.000Z")
    return CentralApi(address, desk_tokens=TokensInMemory(tokens), server_keys=dict)


def offset_told(facts: object) -> bytes:
    return json.dumps({"title": "", "status": 409, "code": "blob.offset", "facts": facts}).encode()


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([PORTAL], Silence.CAPTIVE_PORTAL),
        (
            [response(b"", status="302 Found", more="Location: http://portal.example/\r\n")],
            Silence.CAPTIVE_PORTAL,
        ),
        ([response(b"<h1>no</h1>", status="404 Not Found", kind="text/html")], Silence.CAPTIVE_PORTAL),
        ([HELLO[:-20]], Silence.CUT),
        ([HELLO[:40]], Silence.CUT),
        ([], Silence.CUT),
        ([b"\x16\x03\x01 what is this\r\n\r\n"], Silence.CUT),
        ([response(json.dumps(GREETING).encode()[:-20])], Silence.OTHER_SCHEMA),
        ([response(b'{"something": "else"}')], Silence.OTHER_SCHEMA),
        ([response(json.dumps({**GREETING, "new": 1}).encode())], Silence.OTHER_SCHEMA),
        ([response(b"[" * 100_000)], Silence.OTHER_SCHEMA),
        ([response(json.dumps({**GREETING, "api": 2, "new": 1}).encode())], Silence.TOO_OLD),
        ([response(b"oops", status="500 Internal Server Error", kind="text/plain")], Silence.UNWELL),
        (
            [response(b"{}", status="503 Unavailable", kind="application/problem+json")],
            Silence.OTHER_SCHEMA,
        ),
    ],
)
def test_a_stranger_in_the_central_apis_place_is_named_for_what_it_is(
    pieces: Sequence[bytes], expected: Silence
) -> None:
    with answering(pieces) as address:
        answer = desk_calls(address).hello()

    assert isinstance(answer, NoAnswer)
    assert answer.kind is expected


def test_a_document_that_the_proxy_does_not_let_through_is_not_the_lines_fault() -> None:
    page = response(b"<h1>Too large</h1>", status="413 Request Entity Too Large", kind="text/html")
    with answering([page]) as address:
        answer = Transport(address).send(Request("PUT", routes.BLOBS, b"%PDF"))

    assert isinstance(answer, Problem)
    assert (answer.status, answer.code) == (413, "request.too_large")


def test_an_answer_that_comes_byte_by_byte_is_still_an_answer() -> None:
    with answering([bytes([each]) for each in HELLO], pause=0.0002) as address:
        assert desk_calls(address).hello() == Hello.model_validate(GREETING)


@pytest.mark.parametrize(
    ("pieces", "pause", "hold"),
    [
        ([], 0.0, 3.0),
        ([HELLO[:100]], 0.0, 3.0),
        ([bytes([each]) for each in HELLO], 0.02, 0.0),
        ([b"HTTP/1.1 200 OK\r\nX: ", *[b"x"] * 600], 0.02, 0.0),
        ([b"HTTP/1.1 100 Continue\r\n\r\n"] * 600, 0.02, 0.0),
    ],
    ids=["silent", "stops in the middle", "drips", "drips in its head", "is always about to begin"],
)
def test_nobody_waits_longer_than_the_patience_allows(
    pieces: Sequence[bytes], pause: float, hold: float
) -> None:
    with answering(pieces, pause=pause, hold=hold) as address:
        began = time.monotonic()
        answer = Transport(address).send(Request("GET", routes.HELLO, patience=IMPATIENT))
        lasted = time.monotonic() - began

    assert isinstance(answer, NoAnswer)
    assert answer.kind is Silence.TIMEOUT
    assert lasted < 10 * IMPATIENT.whole


def test_nobody_there_is_told_from_no_network() -> None:
    refused = desk_calls(nobody()).hello()

    assert isinstance(refused, NoAnswer)
    assert refused.kind is Silence.REFUSED
    assert silence_of(socket.gaierror(-2, "Name or service not known")).kind is Silence.OFFLINE


@pytest.mark.parametrize("kind", ["application/problem+json", "text/plain"])
def test_a_server_that_asks_to_wait_is_heard(kind: str) -> None:
    stated = response(
        json.dumps(BUSY).encode(), status="503 Unavailable", kind=kind, more="Retry-After: 7\r\n"
    )
    with answering([stated]) as address:
        answer = desk_calls(address).hello()

    assert isinstance(answer, Problem if kind.endswith("problem+json") else NoAnswer)
    assert retry_after(answer) == 7.0


def test_only_the_right_certificate_is_believed(tmp_path: Path) -> None:
    now = dt.datetime.now(dt.UTC)
    ours, authority = certificate(tmp_path, "ours", until=now + dt.timedelta(days=1))
    other, _ = certificate(tmp_path, "other", until=now + dt.timedelta(days=1))
    old, old_authority = certificate(tmp_path, "old", until=now - dt.timedelta(days=1))

    def hello(tls: object, believed: Path | None) -> object:
        with answering([HELLO], tls=tls) as address:  # type: ignore[arg-type]
            answer = desk_calls(address, believed).hello()
        return answer.kind if isinstance(answer, NoAnswer) else type(answer)

    assert hello(ours, authority) is Hello
    assert hello(ours, None) is Silence.TLS
    assert hello(other, authority) is Silence.TLS
    assert hello(old, old_authority) is Silence.CLOCK


@pytest.mark.parametrize(
    "ask",
    [
        lambda central: central.roster(),
        lambda central: central.queue(),
        lambda central: central.feed("", 10),
        lambda central: central.blob("0" * 64),
    ],
)
def test_without_tokens_nothing_is_even_sent(ask: Callable[[CentralApi], object]) -> None:
    answer = ask(desk_calls(nobody()))

    assert isinstance(answer, Problem)
    assert (answer.status, answer.code) == (401, "token.missing")


def test_a_line_that_was_hung_up_while_idle_is_simply_opened_again() -> None:
    keeps_alive = HELLO.replace(b"Connection: close\r\n", b"")
    with answering([keeps_alive]) as address:  # promises to stay, and hangs up
        central = desk_calls(address)

        assert [type(central.hello()) for _ in range(20)] == [Hello] * 20


NO = "application/problem+json"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (response(b"", more="Upload-Offset: 70\r\n"), Sent(70, is_whole=True)),
        (b"HTTP/1.1 204 No Content\r\nUpload-Offset: 30\r\n\r\n", Sent(30)),
        (b"HTTP/1.1 404 Not Found\r\nContent-Type: application/problem+json\r\n\r\n", Sent(0)),
        (response(b"", status="404 No", kind="text/html"), Silence.CAPTIVE_PORTAL),
        (response(b"", kind="text/html"), Silence.CAPTIVE_PORTAL),
        (
            response(b"", status="302 Found", more="Location: http://portal.example/\r\n"),
            Silence.CAPTIVE_PORTAL,
        ),
        (response(b"", status="404 No"), Silence.OTHER_SCHEMA),
        (response(b""), Silence.OTHER_SCHEMA),
        (response(b"", more="Upload-Offset: -1\r\n"), Silence.OTHER_SCHEMA),
        (response(b"", more=f"Upload-Offset: {'9' * 400}\r\n"), Silence.OTHER_SCHEMA),
        (response(b"", status="503 Away", kind=NO), Silence.UNWELL),
    ],
)
def test_only_the_central_api_says_how_much_of_a_document_it_has(
    answer: bytes, expected: Sent | Silence
) -> None:
    with answering([answer]) as address:
        said = signed(address).blob_sent("0" * 64)

    assert (said.kind if isinstance(said, NoAnswer) else said) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b"HTTP/1.1 204 No Content\r\nUpload-Offset: 70\r\n\r\n", Sent(70, is_whole=True)),
        (b"HTTP/1.1 204 No Content\r\nUpload-Offset: 30\r\n\r\n", Sent(30)),
        (b"HTTP/1.1 204 No Content\r\n\r\n", Silence.OTHER_SCHEMA),
        (response(b"{}", more="Upload-Offset: 70\r\n"), Silence.OTHER_SCHEMA),
        (response(b"<html>", kind="text/html", more="Upload-Offset: 70\r\n"), Silence.CAPTIVE_PORTAL),
        (response(offset_told({"offset": 30}), status="409 No", kind=NO), Sent(30)),
        (response(offset_told({"offset": 70}), status="409 No", kind=NO), Sent(70)),
        (response(offset_told({"offset": "30"}), status="409 No", kind=NO), Silence.OTHER_SCHEMA),
        (response(offset_told({}), status="409 No", kind=NO), Silence.OTHER_SCHEMA),
        (response(offset_told(None), status="409 No", kind=NO), Silence.OTHER_SCHEMA),
    ],
)
def test_a_part_is_taken_only_when_the_central_api_says_up_to_where(
    answer: bytes, expected: Sent | Silence
) -> None:
    with answering([answer]) as address:
        said = signed(address).put_blob_part("0" * 64, b"x" * 40, 30, 70)

    assert (said.kind if isinstance(said, NoAnswer) else said) == expected


@pytest.mark.parametrize(
    "answer",
    [response(b"{}"), response(b""), response(b"<html>", kind="text/html"), response(b"", status="201 Made")],
)
def test_a_document_has_arrived_only_by_the_one_answer_that_says_so(answer: bytes) -> None:
    with answering([answer]) as address:
        assert isinstance(signed(address).put_blob("0" * 64, b"x"), NoAnswer)
