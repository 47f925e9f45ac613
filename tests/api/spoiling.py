"""A line to the real central API, on a real socket, that spoils some answers and lets the others say nothing new."""

from __future__ import annotations

import http.client
import json
import socketserver
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from tests.api.strangers import response

PROBLEM: Final = "application/problem+json"


@dataclass(frozen=True)
class Honest:
    """What the central API answers, and what it was asked."""

    status: int
    kind: str
    body: bytes
    asked: bytes = field(repr=False)

    def raw(self, **changes: Any) -> bytes:
        """The whole answer, with fields of its message put in other words; ``...`` takes one out."""
        said = json.loads(self.body) | changes
        body = json.dumps({name: value for name, value in said.items() if value is not ...}).encode()
        return response(body, status=f"{self.status} OK", kind=self.kind)

    def message(self) -> Any:
        """The message itself."""
        return json.loads(self.body)


Spoil: TypeAlias = Callable[[Honest], bytes | Iterable[bytes]]


def problem(status: int, code: str) -> bytes:
    """A "no" of the central API."""
    said = {"title": "", "status": status, "code": code}
    return response(json.dumps(said).encode(), status=f"{status} No", kind=PROBLEM)


def _skipped(honest: Honest) -> bytes:
    runs = json.loads(honest.asked)["runs"]
    return honest.raw(answers=[{"answer": "skipped"}] * len(runs))


#: Question by question, the beginning of its path first: an answer after which nothing changes.
NOTHING_NEW: Final[Mapping[str, Spoil]] = {
    "POST /v1/push": _skipped,
    "PUT /v1/blobs/": lambda _honest: problem(503, "blobs.away"),
    "DELETE /v1/cases/": lambda _honest: problem(422, "request.malformed"),
    "POST /v1/leases": lambda _honest: problem(422, "request.malformed"),
    "GET /v1/feed/": lambda _honest: problem(422, "request.malformed"),
    "GET /v1/feed": lambda honest: honest.raw(items=[], more=False),
    "POST /v1/heads": lambda _honest: problem(422, "request.malformed"),
}


class SpoilingLine:
    """What is asked of ``address`` is asked of the central API; ``spoils`` says which answers arrive otherwise."""

    def __init__(self, central: str) -> None:
        self._central = central.removeprefix("http://")
        self.spoils: Mapping[str, Spoil] = {}
        self.asked: list[str] = []
        self.address = ""

    def answer(self, method: str, path: str, head: Mapping[str, str], body: bytes) -> Iterable[bytes]:
        """What comes back over the line, piece by piece."""
        question = f"{method} {path}"
        self.asked.append(question)
        line = http.client.HTTPConnection(self._central, timeout=10)
        line.request(method, path, body or None, dict(head))
        got = line.getresponse()
        honest = Honest(got.status, got.headers.get("Content-Type", ""), got.read(), body)
        line.close()
        spoil = next((each for start, each in self.spoils.items() if question.startswith(start)), None)
        if spoil is None:
            more = "".join(f"{name}: {got.headers[name]}\r\n" for name in ("ETag",) if name in got.headers)
            return [response(honest.body, status=f"{got.status} OK", kind=honest.kind, more=more)]
        spoilt = spoil(honest)
        return [spoilt] if isinstance(spoilt, bytes) else spoilt


@contextmanager
def spoiling(central: str) -> Iterator[SpoilingLine]:
    """A line to ``central``."""
    line = SpoilingLine(central)

    class Door(socketserver.StreamRequestHandler):
        timeout = 5

        def handle(self) -> None:
            with suppress(OSError):  # the desk hung up: it has heard enough
                method, path, _ = self.rfile.readline().decode().split()
                head: dict[str, str] = {}
                while (text := self.rfile.readline().decode().strip()) != "":
                    name, _, value = text.partition(": ")
                    if name.lower() not in {"connection", "host"}:
                        head[name] = value
                length = next((int(head[each]) for each in head if each.lower() == "content-length"), 0)
                for piece in line.answer(method, path, head, self.rfile.read(length)):
                    self.wfile.write(piece)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        allow_reuse_address = True

    with Server(("127.0.0.1", 0), Door) as server:
        line.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield line
        server.shutdown()
        thread.join()
