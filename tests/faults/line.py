"""A bad line between a desk and the central API: a real TCP relay that does to each request what a seed says.

It knows where a request ends and nothing else of what passes; each request goes on over a connection of its own, so
that it can be cut, kept back or sent twice.
"""

from __future__ import annotations

import contextlib
import random
import re
import socket
import struct
import threading
import time
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

_PIECE: Final = 64 * 1024
_GIVES_UP: Final = 40  # seconds without a byte: longer than any question is held open
_LENGTH: Final = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_KEPT_OPEN: Final = re.compile(rb"\r\nconnection: *[^\r]*", re.IGNORECASE)
_RESET: Final = struct.pack("ii", 1, 0)  # SO_LINGER of 0 s: closing sends RST
_ONE_BY_ONE: Final = 120  # bytes; what follows goes in sixteen pieces


class Fault(StrEnum):
    """What can happen to a request on its way."""

    DELAYED = "delayed"
    BYTE_BY_BYTE = "byte by byte"
    CUT_IN_REQUEST = "cut in the request"
    CUT_IN_ANSWER = "cut in the answer"
    ANSWER_LOST = "answer lost"
    RESET_IN_REQUEST = "reset in the request"
    RESET_IN_ANSWER = "reset in the answer"
    REPEATED = "sent twice"
    FAILED = "answered 500"
    UNAVAILABLE = "answered 503"
    TOO_MANY = "answered 429"
    STALLED = "stalled"
    REFUSED = "refused to connect"


_STATED: Final = {
    Fault.FAILED: b"500 Internal Server Error\r\n",
    Fault.UNAVAILABLE: b"503 Service Unavailable\r\nRetry-After: 1\r\n",
    Fault.TOO_MANY: b"429 Too Many Requests\r\nRetry-After: 1\r\n",
}


class Weather:
    """Which fault comes next, for all lines together: from a shuffled stack, so that none is ever forgotten."""

    def __init__(self, seed: int, *, clear: int = 20, longest: float = 1.5) -> None:
        """``clear`` requests pass unharmed for each ``len(Fault)`` that do not; ``longest``: seconds of a pause."""
        self.chance, self._clear, self.longest = random.Random(seed), clear, longest
        self.is_calm = False
        self.made: Counter[Fault] = Counter()
        self._stack: list[Fault | None] = []
        self._lock = threading.Lock()

    def next(self) -> Fault | None:
        """What happens to this request; None: nothing."""
        with self._lock:
            if self.is_calm:
                return None
            if not self._stack:
                self._stack = [*Fault, *[None] * self._clear]
                self.chance.shuffle(self._stack)
            return self._stack.pop()

    def draw(self, least: float, most: float) -> float:
        """A number in between."""
        with self._lock:
            return self.chance.uniform(least, most)

    def note(self, fault: Fault) -> None:
        """This one was really made."""
        with self._lock:
            self.made[fault] += 1


class BadLine:
    """The line of one desk; ``address`` is what the desk takes for the central API."""

    def __init__(self, server: str, weather: Weather) -> None:
        self.weather = weather
        host, port = server.removeprefix("http://").split(":")
        self._server = (host, int(port))
        self._listener = _listening(0)
        self.port = int(self._listener.getsockname()[1])
        self._is_over = threading.Event()
        self._accepting = threading.Thread(target=self._accept, name=f"line {self.port}", daemon=True)
        self._accepting.start()

    @property
    def address(self) -> str:
        """Where the desk finds it."""
        return f"http://127.0.0.1:{self.port}"

    def close(self) -> None:
        """Take the line down."""
        self._is_over.set()
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
            pass  # wakes who waits for the next one
        self._accepting.join(5)
        self._listener.close()

    def _accept(self) -> None:
        while True:
            client, _ = self._listener.accept()
            if self._is_over.is_set():
                client.close()
                return
            fault = self.weather.next()
            if fault is Fault.REFUSED:
                self._refuse(client)
                continue
            threading.Thread(target=self._pass_on, args=(client, fault), daemon=True).start()

    def _refuse(self, client: socket.socket) -> None:
        """Nobody listens for a while."""
        self._listener.close()
        _reset(client)
        self.weather.note(Fault.REFUSED)
        self._is_over.wait(self.weather.draw(0.1, self.weather.longest))
        self._listener = _listening(self.port)

    def _pass_on(self, client: socket.socket, fault: Fault | None) -> None:
        """One request and its answer; whoever hangs up in between ends it."""
        with client, contextlib.suppress(OSError):
            client.settimeout(_GIVES_UP)
            request = _whole_request(client)
            if request:
                self._treat(client, request, fault)

    def _treat(self, client: socket.socket, request: bytes, fault: Fault | None) -> None:
        if fault in _STATED:
            self.weather.note(fault)
            client.sendall(b"HTTP/1.1 " + _STATED[fault] + b"Content-Length: 0\r\nConnection: close\r\n\r\n")
        elif fault in {Fault.CUT_IN_REQUEST, Fault.RESET_IN_REQUEST}:
            self._break_request(client, request, is_reset=fault is Fault.RESET_IN_REQUEST)
            self.weather.note(fault)
        else:
            self._pause(fault)
            answer = self._ask(request, is_slow=fault is Fault.BYTE_BY_BYTE)
            if fault is Fault.REPEATED:
                self._ask(request)
            self._give_back(client, answer, fault)
            if fault is not None and answer:
                self.weather.note(fault)

    def _pause(self, fault: Fault | None) -> None:
        if fault is Fault.DELAYED:
            time.sleep(self.weather.draw(0.05, self.weather.longest / 2))
        elif fault is Fault.STALLED:
            time.sleep(self.weather.draw(self.weather.longest / 2, self.weather.longest))

    def _break_request(self, client: socket.socket, request: bytes, *, is_reset: bool) -> None:
        """The server gets the beginning, at most all but one byte."""
        with socket.create_connection(self._server, 5) as server:
            server.sendall(request[: int(self.weather.draw(1, len(request) - 1))])
            if is_reset:
                _reset(server)
        if is_reset:
            _reset(client)

    def _ask(self, request: bytes, *, is_slow: bool = False) -> bytes:
        with socket.create_connection(self._server, _GIVES_UP) as server:
            server.settimeout(_GIVES_UP)
            _send(server, request, is_slow=is_slow)
            return b"".join(iter(lambda: server.recv(_PIECE), b""))

    def _give_back(self, client: socket.socket, answer: bytes, fault: Fault | None) -> None:
        if fault in {Fault.ANSWER_LOST, Fault.STALLED}:
            return
        if fault in {Fault.CUT_IN_ANSWER, Fault.RESET_IN_ANSWER} and answer:
            client.sendall(answer[: int(self.weather.draw(1, len(answer)))])
            if fault is Fault.RESET_IN_ANSWER:
                _reset(client)
            return
        _send(client, answer, is_slow=fault is Fault.BYTE_BY_BYTE)


def _listening(port: int) -> socket.socket:
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    listener.listen(64)
    return listener


def _whole_request(client: socket.socket) -> bytes:
    """The request's bytes, with the wish that the server hangs up after its answer; b"" when it never came whole."""
    got = b""
    while b"\r\n\r\n" not in got:
        piece = client.recv(_PIECE)
        if not piece:
            return b""
        got += piece
    head, _, body = got.partition(b"\r\n\r\n")
    promised = _LENGTH.search(head)
    length = int(promised[1]) if promised else 0
    pieces, size = [body], len(body)
    while size < length:
        piece = client.recv(_PIECE)
        if not piece:
            return b""
        pieces.append(piece)
        size += len(piece)
    return b"".join([_KEPT_OPEN.sub(b"", head), b"\r\nConnection: close\r\n\r\n", *pieces])


def _send(to: socket.socket, content: bytes, *, is_slow: bool) -> None:
    if not is_slow:
        to.sendall(content)
        return
    to.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    step = max(1, (len(content) - _ONE_BY_ONE) // 16)
    for piece in _pieces(content, [1] * _ONE_BY_ONE, step):
        to.sendall(piece)
        time.sleep(0.001)


def _pieces(content: bytes, first: Sequence[int], then: int) -> list[bytes]:
    cut, at = [], 0
    sizes = iter(first)
    while at < len(content):
        size = next(sizes, then)
        cut.append(content[at : at + size])
        at += size
    return cut


def _reset(one: socket.socket) -> None:
    one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
    one.close()
