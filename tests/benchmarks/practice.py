"""A practice office for the benchmarks that need a whole desk: in a folder of its own, gone afterwards."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dost_desktop.office import Office
from dost_desktop.practice import PracticeAgent, PracticeFacts, PracticeOffice

ROOT: Final = Path(__file__).resolve().parents[2]
_PATIENCE_S: Final = 600


@dataclass(frozen=True, slots=True)
class Place:
    """The open practice office, and the agent who has signed in at its desk before."""

    office: PracticeOffice
    facts: PracticeFacts
    agent: PracticeAgent


@contextmanager
def a_practice_office() -> Iterator[Place]:
    """Open one, and let its first agent sign in once: what is measured is an ordinary morning."""
    with tempfile.TemporaryDirectory(prefix="dost-bench-", ignore_cleanup_errors=True) as folder:
        office = PracticeOffice(Path(folder))
        try:
            facts = office.open()
            agent = next(each for each in facts.agents if each.role == "agent")
            Office(office.desk_home).sign_in(agent.agent, agent.password).close()
            yield Place(office, facts, agent)
        finally:
            office.close()


def child(name: str, *arguments: str) -> str:
    """Run a child of this folder without a display; what it printed. Raises CalledProcessError."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", f"tests.benchmarks.children.{name}", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, check=True, text=True, timeout=_PATIENCE_S
    )
    return done.stdout


def told_by(name: str, *arguments: str) -> dict[str, Any]:
    """The JSON object that a child printed last."""
    told: dict[str, Any] = json.loads(child(name, *arguments).splitlines()[-1])
    return told
