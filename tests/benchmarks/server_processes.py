"""The processes of the server's benchmarks: ours as it is installed, the bare one, and the one that asks."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

import psutil

from tests.benchmarks.practice import ROOT
from tests.benchmarks.server_place import Place

_PATIENCE: Final = 60  # seconds


@dataclass(frozen=True, slots=True)
class Server:
    """One that runs."""

    port: int
    process: psutil.Process

    def busy(self) -> float:
        """Seconds of a processor that it took so far."""
        times = self.process.cpu_times()
        return float(times.user + times.system)


@contextmanager
def ours(place: Place) -> Iterator[Server]:
    """``central-api serve`` on this place."""
    port_file = place.folder.with_suffix(".port")
    command = ["-m", "central_api", "serve", "--data", str(place.folder), "--port-file", str(port_file)]
    with _running(command, place, port_file) as server:
        yield server


@contextmanager
def bare(place: Place, scripts: Path) -> Iterator[Server]:
    """The bare server on this place."""
    port_file = place.folder.with_suffix(".port")
    module = "tests.benchmarks.children.bare_server"
    with _running(
        ["-m", module, str(place.folder), str(scripts), str(port_file)], place, port_file
    ) as server:
        yield server


@contextmanager
def _running(command: list[str], place: Place, port_file: Path) -> Iterator[Server]:
    port_file.unlink(missing_ok=True)
    with (place.folder.with_suffix(".log")).open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, *command], cwd=ROOT, env=place.environ, stdout=log, stderr=log
        )
        try:
            end = time.monotonic() + _PATIENCE
            while not port_file.exists():
                if process.poll() is not None or time.monotonic() > end:
                    raise RuntimeError(place.folder.with_suffix(".log").read_text("utf-8")[-2000:])
                time.sleep(0.02)
            yield Server(int(port_file.read_text("ascii")), psutil.Process(process.pid))
        finally:
            process.terminate()
            process.wait(_PATIENCE)


class Load:
    """The process that asks."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._in: IO[str] | None = process.stdin
        self._out: IO[str] | None = process.stdout

    def __call__(
        self, server: Server, requests: Path, first: int, until: int, connections: int
    ) -> dict[str, Any]:
        """One round; what was measured. Raises AssertionError where an answer was not a good one."""
        assert self._in is not None
        assert self._out is not None
        wish = {
            "port": server.port,
            "requests": str(requests),
            "first": first,
            "until": until,
            "connections": connections,
        }
        before = server.busy()
        print(json.dumps(wish), file=self._in, flush=True)
        told: dict[str, Any] = json.loads(self._out.readline())
        told["server_cpu"] = (server.busy() - before) / (until - first) * 1000
        assert set(told["statuses"]) == {"200"}, told["statuses"]
        return told


@contextmanager
def loading() -> Iterator[Load]:
    """Until the end of the block."""
    command = [sys.executable, "-m", "tests.benchmarks.children.load"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield Load(process)
        finally:
            process.terminate()
