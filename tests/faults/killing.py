"""The tour as a child process that can be killed at a chosen moment, and the central API likewise."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psutil

REPOSITORY: Final = Path(__file__).parents[2]
TOUR_SECONDS: Final = 240
GIVEN_LINES: Final = (
    "1. sign in",
    "sits at",
    "call the next ticket",
    "the card is scanned",
    "open the application",
    "application registered",
    "found as employed",
    "prepare the refusal",
    "Ctrl+Enter twice",
    "the token's PIN",
    "signed, verified and recorded",
    "hand the notice over",
    "the case is finished",
    "FİN typed",
    "gone before the register answers",
    "saved, findable",
    "the check runs by itself",
    "goes on from there",
    "the journal of written answers",
    "has everything",
)


def bare_environment(home: Path) -> dict[str, str]:
    """A user who has just come: an empty home, no display, no settings."""
    home.mkdir(parents=True, exist_ok=True)
    passed = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "PATHEXT")
    kept = {name: os.environ[name] for name in passed if name in os.environ}
    return {**kept, "HOME": str(home), "USERPROFILE": str(home), "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}


def wait_until(what: str, seen: Callable[[], bool], seconds: float = 30) -> None:
    """Look until it is there; a failed test after ``seconds``."""
    end = time.monotonic() + seconds
    while not seen():
        assert time.monotonic() < end, f"{what} did not come within {seconds:.0f} s"
        time.sleep(0.01)


@dataclass(frozen=True, slots=True)
class Moment:
    """When to kill: ``seconds`` after the start, or after a line was said."""

    seconds: float
    line: str = ""

    @classmethod
    def drawn(cls, chance: random.Random) -> Moment:
        """By the clock or by what was said, each as often."""
        if chance.random() < 0.5:
            return cls(round(chance.uniform(0.3, 36), 2))
        return cls(round(chance.uniform(0, 1.2), 3), chance.choice(GIVEN_LINES))


class TourRun:
    """``python -m dost_desktop tour`` on the practice office in ``home``."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.said = home.with_name(f"{home.name}.said")
        self._log = home / "tour.log"
        self._before = self._log.stat().st_size if self._log.exists() else 0
        with self.said.open("ab") as said:
            self._child = subprocess.Popen(
                [sys.executable, "-m", "dost_desktop", "tour", "--out", str(home)],
                cwd=REPOSITORY,
                env=bare_environment(home.with_name(f"{home.name}.user")),
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
            )
        self._began = time.monotonic()

    def __enter__(self) -> TourRun:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def log(self) -> str:
        """What this run has said so far."""
        try:
            with self._log.open("rb") as log:
                log.seek(self._before)
                return log.read().decode("utf-8", "replace")
        except FileNotFoundError:
            return ""

    def is_over(self) -> bool:
        """True once the program has ended."""
        return self._child.poll() is not None

    def reaches(self, moment: Moment) -> bool:
        """Wait for the moment; False when the tour was over before."""
        if moment.line:
            wait_until(moment.line, lambda: moment.line in self.log() or self.is_over(), TOUR_SECONDS)
            time.sleep(moment.seconds)
        else:
            wait_until(
                "the moment", lambda: self.is_over() or time.monotonic() - self._began > moment.seconds, 600
            )
        return not self.is_over()

    def kill(self) -> None:
        """kill -9 the desk program and its own workers; the central API and its commands go on."""
        try:
            children = psutil.Process(self._child.pid).children(recursive=True)
        except psutil.NoSuchProcess:
            children = []
        self._child.kill()
        for each in children:
            if not _is_central(each):
                _kill(each)
        self._child.wait()

    def finish(self) -> int:
        """Wait for the end; the exit code."""
        return self._child.wait(TOUR_SECONDS)


class CentralAtHome:
    """The central API of the practice office in ``home``, whoever started it."""

    def __init__(self, home: Path) -> None:
        self.data = home / "central"
        self._started: list[subprocess.Popen[bytes]] = []

    def processes(self) -> list[psutil.Process]:
        """What serves this folder now."""
        return [each for each in psutil.process_iter() if _is_central(each) and self._is_ours(each)]

    def kill(self) -> bool:
        """kill -9; False when nobody served."""
        found = self.processes()
        for each in found:
            _kill(each)
        return bool(found)

    def start(self) -> None:
        """Start it again at its old address."""
        port = (self.data / "last-port").read_text("ascii").strip()
        (self.data / "port").unlink(missing_ok=True)
        with (self.data.parent / "central.log").open("ab") as log:
            self._started.append(
                subprocess.Popen(
                    [
                        *(sys.executable, "-X", "utf8", "-m", "central_api", "serve"),
                        *("--data", str(self.data), "--port", port, "--port-file", str(self.data / "port")),
                    ],
                    cwd=REPOSITORY,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                )
            )
        wait_until("the central API", (self.data / "port").exists)

    def close(self) -> None:
        """End whatever still serves this folder."""
        self.kill()
        for each in self._started:
            each.wait()

    def _is_ours(self, process: psutil.Process) -> bool:
        return str(self.data) in _command(process)


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def _is_central(process: psutil.Process) -> bool:
    return "central_api" in _command(process)


def _kill(process: psutil.Process) -> None:
    try:
        process.kill()
        wait_until("the end of a killed process", lambda: _is_dead(process))
    except psutil.NoSuchProcess:
        return


def _is_dead(process: psutil.Process) -> bool:
    """Also when nobody takes note of it: an orphan may stay as a zombie."""
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def seeds(*usual: int) -> tuple[int, ...]:
    """The seeds of this run: the usual ones, or the one that ``FAULT_SEED`` names."""
    named = os.environ.get("FAULT_SEED")
    return (int(named),) if named else usual
