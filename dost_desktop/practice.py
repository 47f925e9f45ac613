"""A practice office on one machine: a central API with synthetic people, a desk enrolled at it, certificates.

Everything lies in one folder; a second start continues there. What this start began is ended with it, an API that was
already running is used and left alone.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Final

import requests

from dost_desktop.domain.errors import AgentError
from dost_desktop.office import Office
from dost_desktop.signing.practice_pki import PracticeAuthority
from dost_desktop.whole_file import put_in_place, read_whole, write_whole

START_SECONDS: Final = 40
PIN_OF_PRACTICE: Final = "123456"
_PID: Final = "pid"


class CentralNotStarted(AgentError):
    """The central API of the practice office did not start; its log says why."""

    code: ClassVar[str] = "practice.central_not_started"


@dataclass(frozen=True, slots=True)
class PracticeAgent:
    """A demo agent and the password to sign in with."""

    agent: str
    name: str
    role: str
    password: str


@dataclass(frozen=True, slots=True)
class PracticeFacts:
    """What the demo data are: who works here, and whom to try."""

    agents: tuple[PracticeAgent, ...]
    desk_code: str
    persons: tuple[Mapping[str, Any], ...]


class PracticeOffice:
    """The practice office in ``home``; ``close`` ends what it started."""

    def __init__(self, home: Path, *, central_api: str = "central_api") -> None:
        """``central_api``: the module that is started as the API; tests of other days have their own."""
        self.home, self._module = home.resolve(), central_api
        self.central = self.home / "central"
        self.desk_home = self.home / "desk"
        self._started: subprocess.Popen[bytes] | None = None
        self.url = ""

    def open(self) -> PracticeFacts:
        """Data, API, enrolment and certificates, each only if it is not there yet."""
        self.home.mkdir(parents=True, exist_ok=True)
        facts = self._demo_data()
        self.start_central()
        office = Office(self.desk_home)
        if not office.is_enrolled:
            office.enrol(self.url, facts.desk_code)
        else:
            office.move_to(self.url)
        self._certificates(office, facts)
        return facts

    def start_central(self) -> None:
        """Start the API, or use the one that is alive in this folder; it comes back at its old address if it can."""
        if self.is_alive():
            return
        for port in dict.fromkeys((self._last_port(), 0)):
            if self._start_at(port):
                write_whole(self.central / "last-port", str(self._port()).encode())
                return
        raise CentralNotStarted(log=str(self.home / "central.log"))

    def _start_at(self, port: int) -> bool:
        self._port_file.unlink(missing_ok=True)
        with (self.home / "central.log").open("ab") as log:
            self._started = subprocess.Popen(  # noqa: S603 - our own program
                [
                    *self._central_api(),
                    "serve",
                    "--data",
                    str(self.central),
                    "--port",
                    str(port),
                    "--port-file",
                    str(self._port_file),
                ],
                stdout=log,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                **_apart(),
            )
        deadline = time.monotonic() + START_SECONDS
        while self._started.poll() is None and time.monotonic() < deadline:
            if self.is_alive():
                write_whole(self.central / _PID, str(self._started.pid).encode())
                return True
            time.sleep(0.1)
        self.stop_central()
        return False

    @property
    def has_own_central(self) -> bool:
        """True while the API that this office started is alive."""
        return self._started is not None and self._started.poll() is None

    def stop_central(self) -> None:
        """End the API that this office started; another one is left alone."""
        if self._started is None:
            return
        self._started.terminate()
        try:
            self._started.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._started.kill()
            self._started.wait()
        self._started = None
        self._port_file.unlink(missing_ok=True)  # Windows ends it at once: it could not do that itself

    def public_page(self, code: str) -> str:
        """The page that anybody sees who scans a notice's code."""
        return requests.get(f"{self.url}/v/{code}", timeout=10).text

    def close(self) -> None:
        """End what this office started."""
        self.stop_central()

    def _central_api(self) -> list[str]:
        return [sys.executable, "-X", "utf8", "-m", self._module]

    @property
    def _port_file(self) -> Path:
        return self.central / "port"

    def _port(self) -> int:
        return int(self._port_file.read_text("ascii"))

    def _last_port(self) -> int:
        try:
            return int((self.central / "last-port").read_text("ascii"))
        except FileNotFoundError:
            return 0

    def is_alive(self) -> bool:
        """True when the API of this folder answers; ``url`` is where."""
        try:
            url = f"http://127.0.0.1:{self._port()}"
            answer = requests.get(f"{url}/health/live", timeout=2)
        except (OSError, ValueError):  # no file, half a file, nobody there
            return False
        self.url = url
        return answer.ok

    def _demo_data(self) -> PracticeFacts:
        facts = self.home / "practice.json"
        if (
            not facts.exists() or not self.is_alive()
        ):  # a new day brings new tickets; persons and passwords stay
            made = subprocess.run(  # noqa: S603 - our own program
                [*self._central_api(), "demo", "--data", str(self.central), "--json"],
                check=True,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            ).stdout
            write_whole(facts, made)
        told = json.loads(read_whole(facts))
        return PracticeFacts(
            agents=tuple(
                PracticeAgent(each["agent"], each["name"], each["role"], each["password"])
                for each in told["agents"]
            ),
            desk_code=told["enrol_code"],
            persons=tuple(told["persons"]),
        )

    def _certificates(self, office: Office, facts: PracticeFacts) -> None:
        """A throw-away certificate for each agent, signed by a throw-away root that this desk trusts."""
        folder = office.paths.certificates
        authority = PracticeAuthority.opened_or_made(folder, office.clock.now())
        office.trust(authority.root_file)
        believed = self.central / "trust"  # by the page that anybody may hold a file against
        believed.mkdir(exist_ok=True)
        write_whole(believed / authority.root_file.name, authority.root_file.read_bytes())
        for agent in facts.agents:
            name = f"{agent.agent}.p12"
            if agent.role == "agent" and not (folder / name).exists():
                authority.issue(agent.name, PIN_OF_PRACTICE, at=office.clock.now(), file_name=name)


def move_aside(home: Path) -> Path | None:
    """``home`` under another name, so that a fresh one can begin; where it went.

    An API that a killed run left behind there is ended first: nobody could reach it any more.
    """
    if not home.exists():
        return None
    left_over = PracticeOffice(home)
    if left_over.is_alive():
        os.kill(int((left_over.central / _PID).read_text("ascii")), signal.SIGTERM)
        while left_over.is_alive():
            time.sleep(0.1)
    number = 1
    while (aside := home.with_name(f"{home.name}.{number}")).exists():
        number += 1
    put_in_place(home, aside)
    return aside


def _apart() -> dict[str, Any]:
    """The child is not ended by the Ctrl+C that ends us: we end it ourselves, last."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}
