"""Several processes behind one listening door: one that dies is started again, all end with their parent.

Each is held by a pipe. What comes up it says how the start went; when it closes, however the parent ended, the
process serves what it has begun and ends.
"""

from __future__ import annotations

import logging
import multiprocessing
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Final, TypeAlias

from central_api.ending import deaf_to_the_keyboard, ended_by

_LOOK_EVERY: Final = 0.5  # seconds
_PATIENCE: Final = 30  # seconds for requests in progress and a slow system's answer
_HEALTHY_AFTER: Final = 5.0  # seconds: one that dies earlier is not started again at once
_SPAWN: Final = multiprocessing.get_context("spawn")  # the same on every system
_log = logging.getLogger(__name__)

Work: TypeAlias = Callable[[Path, socket.socket, Connection], None]


class Refused(Exception):
    """No process could begin: the reason, as an administrator reads it."""


@dataclass(frozen=True, slots=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection
    since: float


class Workers:
    """``number`` processes that do ``work``; ``settled`` is called when the first of them serves or waits."""

    def __init__(
        self, work: Work, data: Path, door: socket.socket, number: int, settled: Callable[[], None]
    ) -> None:
        self._work, self._data, self._door, self._number = work, data, door, number
        self._settled, self._has_settled = settled, False
        self._running: list[_Worker] = []
        self._not_before = 0.0
        self._ending = False

    def run(self) -> None:
        """Until SIGTERM or Ctrl+C. Raises Refused when the first ones cannot begin."""
        with ended_by(self._end):
            try:
                while not self._ending:
                    self._fill_up()
                    wait(
                        [part for each in self._running for part in (each.pipe, each.process.sentinel)],
                        _LOOK_EVERY,
                    )
                    self._hear()
                    self._bury()
            finally:
                self._end_all()

    def _end(self) -> None:
        self._ending = True

    def _fill_up(self) -> None:
        while len(self._running) < self._number and time.monotonic() >= self._not_before:
            mine, its = _SPAWN.Pipe()
            process = _SPAWN.Process(target=self._work, args=(self._data, self._door, its), name="worker")
            with deaf_to_the_keyboard():
                process.start()
            its.close()  # or we would not notice when it is gone, nor it when we are
            self._running.append(_Worker(process, mine, time.monotonic()))
            _log.info("worker started", extra={"worker": process.pid})

    def _hear(self) -> None:
        for each in self._running:
            try:
                why = each.pipe.recv() if each.pipe.poll() else None
            except (EOFError, OSError):
                continue
            if why == "":
                self._has_settled = True
                self._settled()
            elif why and not self._has_settled:
                raise Refused(why)
            elif why:
                _log.error("worker refused", extra={"worker": each.process.pid, "why": why})

    def _bury(self) -> None:
        for each in [each for each in self._running if not each.process.is_alive()]:
            self._running.remove(each)
            each.pipe.close()
            each.process.join()
            if not self._ending:
                _log.error("worker ended", extra={"worker": each.process.pid, "code": each.process.exitcode})
            if time.monotonic() - each.since < _HEALTHY_AFTER:
                self._not_before = time.monotonic() + _HEALTHY_AFTER
            each.process.close()

    def _end_all(self) -> None:
        for each in self._running:
            each.pipe.close()
        until = time.monotonic() + _PATIENCE
        for each in self._running:
            each.process.join(max(0.0, until - time.monotonic()))
            if each.process.is_alive():
                _log.error("worker did not end", extra={"worker": each.process.pid})
                each.process.kill()
                each.process.join()
            each.process.close()
        self._running.clear()
