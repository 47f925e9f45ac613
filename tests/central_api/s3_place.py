"""An S3 server of the tests' own in a process of its own, and a line to it that can be cut or held."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from typing import Final

BUCKET: Final = "dost"
_PATIENCE: Final = 60  # seconds


@contextmanager
def s3_server() -> Iterator[int]:
    """The port of a server that keeps objects in memory."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        end = time.monotonic() + _PATIENCE
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                assert process.poll() is None, "the S3 server did not start"
                assert time.monotonic() < end, "the S3 server does not listen"
                time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait(10)


@dataclass
class Line:
    """What stands between a client and the server: passes on, lets nobody in, or stops after so many bytes."""

    to: int
    port: int = 0
    is_cut: bool = False
    stops_after: int | None = None
    stopped: threading.Event = field(default_factory=threading.Event)

    def pump(self, source: socket.socket, target: socket.socket, *, is_up: bool) -> None:
        passed = 0
        with suppress(OSError), closing(target):
            while piece := source.recv(65536):
                passed += len(piece)
                if is_up and self.stops_after is not None and passed > self.stops_after:
                    self.stopped.set()
                    return  # the rest never comes
                target.sendall(piece)

    def answer(self, client: socket.socket) -> None:
        if self.is_cut:
            client.close()
            return
        server = socket.create_connection(("127.0.0.1", self.to))
        for source, target, is_up in ((client, server, True), (server, client, False)):
            threading.Thread(
                target=self.pump, args=(source, target), kwargs={"is_up": is_up}, daemon=True
            ).start()


@contextmanager
def line_to(port: int) -> Iterator[Line]:
    """A line that listens on a port of its own."""
    line = Line(port)
    with socket.create_server(("127.0.0.1", 0)) as door:
        line.port = door.getsockname()[1]

        def listen() -> None:
            with suppress(OSError):
                while True:
                    line.answer(door.accept()[0])

        threading.Thread(target=listen, daemon=True).start()
        yield line
        with suppress(OSError):
            door.shutdown(socket.SHUT_RDWR)
