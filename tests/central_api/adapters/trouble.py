"""Stands before the ministry and fails on purpose: it hangs, drips, cuts, resets, and says what is not so."""

from __future__ import annotations

import http.client
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TypeAlias

_RESET = struct.pack("ii", 1, 0)
_PATIENCE = 5.0  # seconds a connection hangs at most, so that no test outlives its failure


@dataclass(frozen=True)
class Asked:
    """A request as it came."""

    head: bytes
    body: bytes

    @property
    def method(self) -> str:
        return self.head.split(b" ", 1)[0].decode()

    @property
    def target(self) -> str:
        return self.head.split(b" ", 2)[1].decode()

    @property
    def headers(self) -> dict[str, str]:
        lines = self.head.decode("latin-1").split("\r\n")[1:]
        return dict(line.split(": ", 1) for line in lines if ": " in line)


Behaviour: TypeAlias = Callable[["Trouble", socket.socket, Asked], None]


@dataclass
class Trouble:
    """One door; ``behaves`` may be changed while it is open. None: it passes everything on."""

    ministry: Callable[[], int]
    behaves: Behaviour | None = None
    came: list[Asked] = field(default_factory=list)
    port: int = 0
    is_over: threading.Event = field(default_factory=threading.Event)

    def passed_on(self, asked: Asked) -> tuple[int, dict[str, str], bytes]:
        """The ministry's own answer: whatever was asked for has happened there."""
        line = http.client.HTTPConnection("127.0.0.1", self.ministry(), timeout=_PATIENCE)
        line.request(asked.method, asked.target, asked.body or None, asked.headers)
        answer = line.getresponse()
        content = answer.status, dict(answer.headers.items()), answer.read()
        line.close()
        return content

    def serve(self, line: socket.socket) -> None:
        """One connection, one request."""
        with line, suppress(OSError):
            line.settimeout(_PATIENCE)
            asked = _read(line)
            if asked is None:
                return
            self.came.append(asked)
            (self.behaves or truthful)(self, line, asked)


@contextmanager
def troubled(ministry: Callable[[], int]) -> Iterator[Trouble]:
    """A door on the loopback, with trouble behind it."""
    trouble = Trouble(ministry)
    with socket.create_server(("127.0.0.1", 0), backlog=64) as door:
        trouble.port = door.getsockname()[1]
        door.settimeout(0.05)
        talks: list[threading.Thread] = []

        def let_in() -> None:
            while not trouble.is_over.is_set():
                with suppress(TimeoutError):
                    line, _ = door.accept()
                    talks.append(threading.Thread(target=trouble.serve, args=(line,)))
                    talks[-1].start()

        porter = threading.Thread(target=let_in)
        porter.start()
        yield trouble
        trouble.is_over.set()
        porter.join()
        for each in talks:
            each.join()


def _read(line: socket.socket) -> Asked | None:
    content = b""
    while b"\r\n\r\n" not in content:
        piece = line.recv(65536)
        if not piece:
            return None
        content += piece
    head, _, body = content.partition(b"\r\n\r\n")
    length = next(
        (int(each[16:]) for each in head.split(b"\r\n") if each.lower().startswith(b"content-length: ")), 0
    )
    while len(body) < length:
        body += line.recv(65536)
    return Asked(head, body)


def whole(status: int, body: bytes, kind: str = "application/json", **headers: str) -> bytes:
    """An answer, as bytes."""
    more = {"Content-Type": kind, "Content-Length": str(len(body)), "Connection": "close"}
    more |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in more.items())
    return f"HTTP/1.1 {status} Said\r\n{lines}\r\n".encode() + body


def truthful(trouble: Trouble, line: socket.socket, asked: Asked) -> None:
    """What the ministry says."""
    line.sendall(_true(trouble, asked))


def _true(trouble: Trouble, asked: Asked) -> bytes:
    status, headers, body = trouble.passed_on(asked)
    kept = {
        name.replace("-", "_"): value
        for name, value in headers.items()
        if name.lower() in {"etag", "retry-after"}
    }
    return whole(status, body, headers.get("content-type", ""), **kept)


def _wait(trouble: Trouble, seconds: float = _PATIENCE) -> None:
    trouble.is_over.wait(seconds)


def silent(trouble: Trouble, _line: socket.socket, _asked: Asked) -> None:
    """Nothing at all."""
    _wait(trouble)


def done_and_silent(trouble: Trouble, _line: socket.socket, asked: Asked) -> None:
    """It happened, and nobody is told."""
    trouble.passed_on(asked)
    _wait(trouble)


def only_headers(trouble: Trouble, line: socket.socket, _asked: Asked) -> None:
    """An answer that never begins."""
    line.sendall(whole(200, b"x" * 100)[:-100])
    _wait(trouble)


def _drip(trouble: Trouble, line: socket.socket, content: bytes) -> None:
    for each in content:
        line.sendall(bytes([each]))
        if trouble.is_over.wait(0.02):
            return


def dripping(trouble: Trouble, line: socket.socket, asked: Asked) -> None:
    """The true answer, byte by byte from its first header on."""
    _drip(trouble, line, _true(trouble, asked))


def dripping_body(trouble: Trouble, line: socket.socket, asked: Asked) -> None:
    """The true answer, its body byte by byte."""
    head, _, body = _true(trouble, asked).partition(b"\r\n\r\n")
    line.sendall(head + b"\r\n\r\n")
    _drip(trouble, line, body)


def cut(trouble: Trouble, line: socket.socket, asked: Asked) -> None:
    """Half of the true answer."""
    content = _true(trouble, asked)
    line.sendall(content[: len(content) - len(content.partition(b"\r\n\r\n")[2]) // 2])


def reset(trouble: Trouble, line: socket.socket, asked: Asked) -> None:
    """It happened, and the connection dies of it."""
    trouble.passed_on(asked)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)


def hung_up(_trouble: Trouble, _line: socket.socket, _asked: Asked) -> None:
    """Closed without a word."""


def says(status: int, body: bytes = b"{}", kind: str = "application/json", **headers: str) -> Behaviour:
    """Always this."""

    def answer(_trouble: Trouble, line: socket.socket, _asked: Asked) -> None:
        line.sendall(whole(status, body, kind, **headers))

    return answer


def garbled(old: bytes, new: bytes) -> Behaviour:
    """The true answer with something changed in it."""

    def answer(trouble: Trouble, line: socket.socket, asked: Asked) -> None:
        status, _, body = trouble.passed_on(asked)
        assert old in body, body
        line.sendall(whole(status, body.replace(old, new, 1)))

    return answer


def truncated(trouble: Trouble, line: socket.socket, asked: Asked) -> None:
    """Half of the JSON, as if that were all."""
    status, _, body = trouble.passed_on(asked)
    line.sendall(whole(status, body[: len(body) // 2]))


def endless(trouble: Trouble, line: socket.socket, _asked: Asked) -> None:
    """JSON without an end."""
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n[")
    while not trouble.is_over.is_set():
        line.sendall(b'"more",'.ljust(1 << 16))


def first(times: int, behaviour: Behaviour) -> Behaviour:
    """So often this, then the truth."""
    left = [times]

    def answer(trouble: Trouble, line: socket.socket, asked: Asked) -> None:
        left[0] -= 1
        (behaviour if left[0] >= 0 else truthful)(trouble, line, asked)

    return answer


def not_json_at_all(_trouble: Trouble, line: socket.socket, _asked: Asked) -> None:
    """Not even HTTP."""
    line.sendall(b"\x00\xff" * 200)
