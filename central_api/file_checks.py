"""Judging uploaded files so that the worst of them costs one short-lived process and nothing of the server's."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from central_api.problems import Problematic
from dost_desktop.signing.facts import Verdict

_log = logging.getLogger(__name__)
_AGAIN_AFTER: Final = 10  # seconds
_LONGEST_ANSWER: Final = 256 * 1024
_KEPT: Final = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")  # none of the server's secrets


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file's signatures say; ``trust_known``: there were roots to compare the signer's issuer with."""

    verdict: Verdict
    trust_known: bool


_CHECKED: Final = TypeAdapter(Checked)


class FileChecks:
    """At most ``at_once`` processes, each for one file, and ``waiting`` files in line behind them."""

    def __init__(
        self,
        trust: Callable[[], Path | None],
        *,
        seconds: float = 10,
        at_once: int = 2,
        waiting: int = 8,
        module: str = "central_api.file_check_child",
    ) -> None:
        """``trust`` gives the folder of the trusted roots of now, None for those that come with the program."""
        self._trust, self._seconds, self._module = trust, seconds, module
        self._in_line = threading.BoundedSemaphore(at_once + waiting)
        self._at_work = threading.BoundedSemaphore(at_once)
        self._lock = threading.Lock()
        self._spare: subprocess.Popen[bytes] | None = None
        self._closed = False

    def check(self, pdf: bytes, now: datetime) -> Checked | None:
        """The verdict on ``pdf`` as of ``now``; None for a file that broke its limits of time or memory.

        Raises Problematic 503 while too many other files are being looked at.
        """
        if not self._in_line.acquire(blocking=False):
            raise Problematic(503, "files.busy", retry_after=_AGAIN_AFTER)
        try:
            with self._at_work:
                return self._asked(pdf, now)
        finally:
            self._in_line.release()

    def close(self) -> None:
        """End the process that waits for the next file."""
        with self._lock:
            self._closed = True
            spare, self._spare = self._spare, None
        if spare:
            _end(spare)

    def _asked(self, pdf: bytes, now: datetime) -> Checked | None:
        question = {"trust": str(self._trust() or ""), "now": now.isoformat()}
        with self._process() as process:
            told = _answer(process, json.dumps(question).encode() + b"\n", pdf, self._seconds)
        try:
            return _CHECKED.validate_json(told, strict=False)
        except ValidationError:
            _log.warning("file not judged", extra={"size": len(pdf), "code": process.returncode})
            return None

    @contextlib.contextmanager
    def _process(self) -> Iterator[subprocess.Popen[bytes]]:
        """A process that knows nothing of any other file; the next one starts beside it, so that nobody waits."""
        with self._lock:
            process, self._spare = self._spare, None
        if process is None or process.poll() is not None:
            process = self._started()
        try:
            self._prepare()
            yield process
        finally:
            _end(process)

    def _prepare(self) -> None:
        with self._lock:
            if self._spare is None and not self._closed:
                self._spare = self._started()

    def _started(self) -> subprocess.Popen[bytes]:
        environ = {name: os.environ[name] for name in _KEPT if name in os.environ}
        environ["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
        return subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-X", "utf8", "-m", self._module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # it could quote the file
            env=environ,
        )


def _answer(process: subprocess.Popen[bytes], head: bytes, pdf: bytes, seconds: float) -> bytes:
    """What the process says within ``seconds``; nothing if it is ended for taking longer or saying too much."""
    asking, answering = process.stdin, process.stdout
    assert asking is not None  # noqa: S101 - both are pipes
    assert answering is not None  # noqa: S101

    def ask() -> None:
        with contextlib.suppress(OSError), asking:  # it may have ended while it was being asked
            asking.write(head)
            asking.write(pdf)

    clock = threading.Timer(seconds, process.kill)
    writing = threading.Thread(target=ask, name="file-check")
    clock.start()
    writing.start()
    try:
        told = answering.read(_LONGEST_ANSWER + 1)
        return told if len(told) <= _LONGEST_ANSWER else b""
    finally:
        process.kill()  # what it had to say is said
        clock.cancel()
        writing.join()


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            with contextlib.suppress(OSError):  # bytes it no longer wants
                pipe.close()
    process.wait()
