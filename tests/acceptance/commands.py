"""Commands as somebody types them: in a process of their own, with an empty home and no display."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.faults.killing import REPOSITORY, TOUR_SECONDS, bare_environment


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        """Everything it said."""
        return self.out + self.err


def dost_desktop(*words: str, typed: str = "") -> Said:
    """``python -m dost_desktop …`` in a new, empty home."""
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, "-m", "dost_desktop", *words],
            cwd=REPOSITORY,
            env=bare_environment(Path(home)),
            input=typed,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=TOUR_SECONDS,
        )
    return Said(done.returncode, done.stdout, done.stderr)


def tool(*words: str) -> str:
    """What another program says; a failed test when it finds something wrong."""
    done = subprocess.run(words, check=False, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
