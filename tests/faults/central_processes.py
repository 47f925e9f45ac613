"""Real ``central-api serve`` processes on one database, killed and started again as a test likes."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import httpx

from tests.faults.killing import REPOSITORY, bare_environment, wait_until

SERVER: Final = "central_api"
HOLD_SECONDS: Final = 2  # how long a killed process keeps what it had taken up
_STARTS_WITHIN: Final = 60  # seconds, on a busy machine


class CentralProcess:
    """One server process; after a kill it comes back at its old address."""

    def __init__(self, name: str, data: Path, environ: dict[str, str], program: str) -> None:
        self.name, self.data, self.environ, self.program = name, data, environ, program
        self.port, self.starts = 0, 0
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it listens, or will again."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """The process that runs now."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Begin to start it; ``wait`` says when it listens."""
        self.starts += 1
        self._port_file.unlink(missing_ok=True)
        command = [*(sys.executable, "-X", "utf8", "-m", self.program, "serve", "--data", str(self.data))]
        with (self.data / f"{self.name}.log").open("ab") as log:
            self._process = subprocess.Popen(
                [*command, "--port", str(self.port), "--port-file", str(self._port_file)],
                cwd=REPOSITORY,
                env=self.environ,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def wait(self) -> None:
        """Return when it listens and its database is there."""
        process = self._process
        assert process is not None

        def is_ready() -> bool:
            assert process.poll() is None, (self.data / f"{self.name}.log").read_text("utf-8")[-3000:]
            return self._port_file.exists() and _is_ready(int(self._port_file.read_text("ascii")))

        wait_until(self.name, is_ready, _STARTS_WITHIN)
        self.port = int(self._port_file.read_text("ascii"))

    def kill(self) -> None:
        """kill -9."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    @property
    def _port_file(self) -> Path:
        return self.data / f"{self.name}.port"


@contextlib.contextmanager
def running(
    data: Path, database_url: str, count: int, *, program: str = SERVER, **environ: str
) -> Iterator[list[CentralProcess]]:
    """So many processes on one data folder and database; all of them end with the block."""
    told = bare_environment(data.with_name("user")) | {"PYTHONPATH": str(REPOSITORY)} | environ
    if database_url:
        told["DATABASE_URL"] = database_url
    processes = [CentralProcess(f"central-{each}", data, told, program) for each in range(1, count + 1)]
    try:
        for each in processes:
            each.start()
        for each in processes:
            each.wait()
        yield processes
    finally:
        for each in processes:
            each.kill()


def started_again(process: CentralProcess) -> threading.Thread:
    """Kill the process and let it come back behind the test's back; join the thread to be sure of it."""
    process.kill()

    def come_back() -> None:
        process.start()
        process.wait()

    thread = threading.Thread(target=come_back, name=f"{process.name} comes back")
    thread.start()
    return thread


def _is_ready(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/health/ready", timeout=10).status_code == 200
    except httpx.TransportError:
        return False
