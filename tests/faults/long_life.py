"""The long life: desks that serve the same people over bad lines, and a server; everybody is killed now and then."""

from __future__ import annotations

import multiprocessing
import random
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Final

from central_api import clock as wall_clock
from central_api.office import Office as Server
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.codec import to_json
from dost_desktop.domain.ids import NumberKind
from dost_desktop.office import Office
from dost_desktop.practice import PracticeOffice
from tests.central_api.practice_desk import PASSWORD, hire, listening
from tests.faults.central_office import opened_office, people_by_way
from tests.faults.central_processes import CentralProcess, running
from tests.faults.killing import wait_until
from tests.faults.line import BadLine, Weather
from tests.faults.living_desk import LEAVE, SETTLE, Broke, Did, JumpyClock, Orders, Round, Settled, live

SETTINGS: Final = {
    "DOST_HOLD_SECONDS": "1",
    "DOST_SIMULATOR_CONFIRMS_AFTER": "0",
    "DOST_LIMIT_DESK": "none",
    "DOST_LIMIT_AGENT": "none",
    "DOST_LIMIT_ADDRESS": "none",
    "DOST_LOOK_EVERY": "1",
}
CENTRES: Final = ("B03", "A01", "B03", "B03")  # of the desks, in turn
_EARLIER: Final = timedelta(
    hours=6
)  # everybody was hired and enrolled then: a clock that goes back stays behind it
_PATIENCE: Final = 90  # seconds until a desk is back, or quiet
_TIMES_ROUND: Final = 20  # all desks settle so often at most
_PRELOADED: Final = ["tests.faults.living_desk", "reports.documents"]


@dataclass(frozen=True, slots=True)
class Plan:
    """How long a life is: until so many seconds, operations and kills have passed."""

    seed: int
    seconds: float = 0
    operations: int = 0
    kills: int = 0
    desks: int = 4
    people: int = 40
    pause: float = 0.4  # seconds between two operations of a desk, at most
    between_kills: tuple[float, float] = (0.5, 2.5)
    database_url: str = ""
    earlier: timedelta = timedelta(
        hours=6
    )  # all was hired and enrolled then: a clock that goes back stays behind it


@dataclass
class Toll:
    """What happened to everybody."""

    operations: Counter[str] = field(default_factory=Counter)
    kills: Counter[str] = field(default_factory=Counter)
    promised: list[tuple[str, Did]] = field(default_factory=list)  # with the desk's name
    rounds: list[Round] = field(default_factory=list)
    broke: list[str] = field(default_factory=list)

    def hear(self, desk: str, said: object) -> None:
        """One thing that a desk said."""
        if isinstance(said, Did):
            self.operations[said.what] += 1
            self.promised.append((desk, said))
        elif isinstance(said, Round):
            self.rounds.append(said)
        elif isinstance(said, Broke):
            self.broke.append(f"{desk}: {said.trace}")

    @property
    def done(self) -> int:
        """How many operations committed something."""
        return sum(bool(each.events) for _, each in self.promised)

    def alarms(self) -> Counter[str]:
        """What was said to a person, and in how many rounds."""
        return Counter(alarm for each in self.rounds for alarm in each.alarms)

    def total(self, name: str) -> int:
        """Of all rounds of the sync together."""
        return sum(getattr(each, name) for each in self.rounds)


class DeskOfLife:
    """One desk: its process, which comes back after each kill, and what it said."""

    def __init__(self, name: str, orders: Orders, line: BadLine, toll: Toll, context: BaseContext) -> None:
        self.name, self.orders, self.line, self._toll, self._context = name, orders, line, toll, context
        self.starts = 0
        self.settled: Settled | None = None
        self._is_there = threading.Event()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._reader: threading.Thread | None = None

    def start(self) -> None:
        """Sit down (again); what is done differs from what was done before the kill."""
        self.starts += 1
        self._is_there.clear()
        orders = replace(self.orders, seed=self.orders.seed * 1_000 + self.starts)
        self._pipe, theirs = self._context.Pipe()
        self._process = self._context.Process(target=live, args=(orders, theirs), daemon=True)  # type: ignore[attr-defined]
        self._process.start()
        theirs.close()
        self._reader = threading.Thread(target=self._read, args=(self._pipe,), daemon=True)
        self._reader.start()

    def _read(self, pipe: Connection) -> None:
        while True:
            try:
                said = pipe.recv()
            except (EOFError, OSError):
                return
            if isinstance(said, Settled):
                self.settled = said
            elif said == "at work":
                self._is_there.set()
            self._toll.hear(self.name, said)

    @property
    def is_at_work(self) -> bool:
        """Somebody has sat down."""
        return self._is_there.is_set()

    def kill(self) -> None:
        """kill -9; what had been said is heard to the end."""
        assert self._process is not None
        assert self._reader is not None
        self._process.kill()
        self._process.join()
        self._reader.join(10)
        assert not self._reader.is_alive()

    def settle(self) -> None:
        """Let the desk ask for as long as anything moves; ``settled`` is what came of it."""
        assert self._pipe is not None
        self.settled = None
        self._pipe.send(SETTLE)
        wait_until(f"{self.name} settled", lambda: bool(self._toll.broke or self.settled), _PATIENCE)

    def leave(self) -> None:
        """Go home."""
        assert self._pipe is not None
        assert self._process is not None
        self._pipe.send(LEAVE)
        self._process.join(_PATIENCE)
        assert self._process.exitcode == 0, self._process.exitcode


@dataclass
class Life:
    """Everybody together."""

    plan: Plan
    server: Server
    process: CentralProcess
    desks: list[DeskOfLife]
    weather: Weather
    toll: Toll
    chance: random.Random
    _turns: list[DeskOfLife | None] = field(default_factory=list)  # None: the server's

    def lives(self) -> None:
        """Work and kills until the plan is fulfilled, then calm until everybody is quiet."""
        for each in self.desks:
            each.start()
        self._all_at_work()
        end = time.monotonic() + self.plan.seconds
        while not self._is_fulfilled(end):
            assert not self.toll.broke, self.toll.broke[0]
            time.sleep(self.chance.uniform(*self.plan.between_kills))
            self._kills_somebody()
        self.weather.is_calm = True
        self._all_at_work()
        self._until_quiet()
        for each in self.desks:
            each.leave()

    def _is_fulfilled(self, end: float) -> bool:
        kills, done = sum(self.toll.kills.values()), self.toll.done
        return time.monotonic() > end and done >= self.plan.operations and kills >= self.plan.kills

    def _all_at_work(self) -> None:
        wait_until("everybody at work", lambda: all(each.is_at_work for each in self.desks), _PATIENCE)

    def _kills_somebody(self) -> None:
        """Everybody's turn comes, desks' and server's, in no order; who was killed comes back at once."""
        if not self._turns:
            self._turns = [*self.desks, None]
            self.chance.shuffle(self._turns)
        desk = self._turns.pop()
        if desk is None:
            self.toll.kills["server"] += 1
            self.process.kill()
            time.sleep(self.chance.uniform(0, 0.5))
            self.process.start()
            self.process.wait()
        else:
            self.toll.kills["desk"] += 1
            desk.kill()
            desk.start()

    def _until_quiet(self) -> None:
        for _ in range(_TIMES_ROUND):
            for each in self.desks:
                each.settle()
            assert not self.toll.broke, self.toll.broke[0]
            if all(each.settled and each.settled.is_quiet for each in self.desks):
                return
        raise AssertionError(f"never quiet: {[each.settled for each in self.desks]}")


@contextmanager
def life(plan: Plan, folder: Path) -> Iterator[Life]:
    """An office with its desks, ready to begin; all processes end with the block."""
    chance, toll = random.Random(plan.seed), Toll()
    weather = Weather(chance.randrange(10**9))
    with ExitStack() as closing:
        server, homes, people = prepared(plan, folder)
        closing.callback(server.stop)
        [process] = closing.enter_context(running(folder / "server", plan.database_url, 1, **SETTINGS))
        context = processes()
        desks = []
        for place, home in enumerate(homes):
            line = BadLine(process.address, weather)
            closing.callback(line.close)
            Office(home.desk_home).move_to(line.address)
            orders = Orders(
                home.home, f"agent_{place}", PASSWORD, people, chance.randrange(10**6), plan.pause
            )
            desks.append(DeskOfLife(Office(home.desk_home).card.enrolled.desk, orders, line, toll, context))
        closing.callback(_end, desks)
        yield Life(plan, server, process, desks, weather, toll, chance)


def _end(desks: Sequence[DeskOfLife]) -> None:
    for each in desks:
        if each.starts:
            each.kill()


def processes() -> BaseContext:
    """Processes that are quickly there again, where the system can copy one that has loaded everything."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    return context


def prepared(plan: Plan, folder: Path) -> tuple[Server, list[PracticeOffice], tuple[dict[str, Any], ...]]:
    """The server's data, desks at which somebody signed in once, and the people with what registers say of them."""
    clock = _HoursAgo(plan.earlier)
    server = opened_office(folder / "server", plan.database_url, SETTINGS, clock)
    server.background.stop()
    homes = []
    with listening(server) as address:
        for place in range(plan.desks):
            home, centre = PracticeOffice(folder / f"desk-{place}"), CENTRES[place % len(CENTRES)]
            hire(server, f"agent_{place}", centre=centre)
            office = Office(home.desk_home)
            office.clock = JumpyClock(wrong_by=-plan.earlier)
            office.enrol(address, server.enrolment.new_code(centre))
            office.sign_in(f"agent_{place}", PASSWORD).close()
            homes.append(home)
        people = _people(server, plan.people)
    return server, homes, people


@dataclass(frozen=True, slots=True)
class _HoursAgo:
    """The server's clock while everything is prepared."""

    ago: timedelta

    def __call__(self) -> datetime:
        return wall_clock.now() - self.ago


def _people(server: Server, count: int) -> tuple[dict[str, Any], ...]:
    """Half of them work somewhere, half of them could be offered work."""
    ways, told = people_by_way(server), []
    registers = {"person": Register.PERSON, "status": Register.STATUS, "employed": Register.EMPLOYED_PERSONS}
    for each in (*ways["refused"][: count // 2], *ways["works"][: count - count // 2]):
        kind = NumberKind(each.kind)
        said = {
            name: to_json(server.lookups.attested(register, kind, each.number, "sınaq", "agent_0"))
            for name, register in registers.items()
        }
        told.append({"number_kind": each.kind, "number": each.number, **said})
    return tuple(told)
