"""One desk program of the long life: an agent who works without pause while the sync runs, in a process to be killed.

What it says to its parent is committed; what is said is promised.
"""

from __future__ import annotations

import random
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from dost_desktop.clock import DeskClock
from dost_desktop.contract.messages import Conflict, PushAnswer
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.events import ChainedEvent
from dost_desktop.office import Office, SignedIn
from dost_desktop.practice import PracticeFacts, PracticeOffice
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import ActNotAllowed
from dost_desktop.sync.engine import Sync, Ways
from dost_desktop.sync.loop import SyncLoop
from dost_desktop.sync.needs import Declined, Memory
from dost_desktop.sync.report import Connection, SyncReport, SyncState
from dost_desktop.sync.round import Place
from tests.acceptance.agent_at_desk import AgentAtDesk
from tests.faults.days_work import DaysWork
from tests.sync.line import TamperedLine
from ui.session_services import services_of

SETTLE, LEAVE = "settle", "leave"  # what the parent says
_EVERY: Final = 0.7  # seconds between rounds
_WAIT: Final = 1.0  # seconds at the server's door
_SMALL: Final = timedelta(minutes=4)  # a wrong clock within what everybody tolerates
_LARGE: Final = timedelta(hours=3)
_ROUNDS: Final = 30


@dataclass(frozen=True, slots=True)
class Orders:
    """Which desk, who works there, whom they serve, and the seed of what they do; ``pause``: seconds at most."""

    home: Path
    agent: str
    password: str
    people: tuple[dict[str, Any], ...]
    seed: int
    pause: float


@dataclass(frozen=True, slots=True)
class Did:
    """One operation that was reported as done: its events by id, the numbers it gave, and what it was."""

    what: str
    file_id: UUID
    events: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of the sync did, added up over all desks later."""

    conflicts: int
    rebased: int
    parked: int
    alarms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """The desk has asked for as long as anything moved; ``is_quiet`` when the last round moved nothing."""

    is_quiet: bool
    waiting: int
    standing: str  # towards the central API, and why
    alarms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Broke:
    """Something that must not happen happened in the desk's program."""

    trace: str


@dataclass
class JumpyClock(DeskClock):
    """A PC's clock that somebody sets; the sync puts it right as it does in earnest."""

    offset: timedelta = timedelta()
    wrong_by: timedelta = timedelta()

    def now(self) -> datetime:
        """What the desk believes."""
        now = datetime.now(UTC) + self.wrong_by + self.offset
        return now.replace(microsecond=now.microsecond // 1000 * 1000)

    @property
    def error(self) -> timedelta:
        """How wrong that is."""
        return abs(self.wrong_by + self.offset)


class Heard(Sync):
    """The sync, which says after each round what came of it."""

    def __init__(self, ways: Ways, chance: random.Random, say: Callable[[Round], None]) -> None:
        line = TamperedLine(ways.central, push=self._count)
        super().__init__(Ways(line, ways.memory, ways.clock, ways.law, ways.place), chance)
        self._say, self._conflicts = say, 0

    def once(self, now: datetime, **given: Any) -> SyncReport:
        """One round."""
        self._conflicts = 0
        report = super().once(now, **given)
        alarms = tuple(f"{each.code} {each.detail}" for each in report.state.alarms)
        if self._conflicts or report.rebased or report.needs_you or alarms:
            self._say(Round(self._conflicts, report.rebased, len(report.needs_you), alarms))
        return report

    def _count(self, answer: PushAnswer | Declined) -> PushAnswer | Declined:
        if isinstance(answer, PushAnswer):
            self._conflicts += sum(isinstance(each, Conflict) for each in answer.answers)
        return answer


@dataclass
class LivingDesk:
    """An agent at work in this process; ``parent`` hears of every step."""

    orders: Orders
    parent: Pipe
    office: Office
    clock: JumpyClock
    signed_in: SignedIn
    chance: random.Random
    sync: Heard = field(init=False)
    loop: SyncLoop = field(init=False)
    _speaking: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        memory = Memory(self.signed_in.database.open_reading, self.signed_in.database.open_work)
        place = Place(self.signed_in.desk.name, self.signed_in.desk.centre.code)
        ways = Ways(self.signed_in.central, memory, self.clock, self.office.law, place)
        self.sync = Heard(ways, random.Random(self.chance.random()), self.say)
        self.loop = SyncLoop(self.sync, self.clock, self._hear, every=_EVERY, wait=_WAIT)

    def say(self, what: object) -> None:
        """To the parent, whole: it is promised from now on."""
        with self._speaking:
            self.parent.send(what)

    def works(self) -> None:
        """Until told to settle."""
        practice = PracticeOffice(self.orders.home)
        does = services_of(self.office, self.signed_in)
        facts = PracticeFacts((), "", self.orders.people)
        agent = AgentAtDesk(practice, facts, self.office, self.signed_in, does, self.sync, signs_by_hand=True)
        work = DaysWork(agent, self.orders.people, self.chance)
        self.say("at work")
        self.loop.start()
        while not self.parent.poll(self.chance.uniform(0, self.orders.pause)):
            self._does(*work.draw())
            if self.chance.random() < 0.3:
                self.loop.sync_now()
            if self.chance.random() < 0.04:
                self._sets_the_clock()
        assert self.parent.recv() == SETTLE
        assert self.loop.stop(60)
        self.clock.wrong_by = timedelta()

    def settles(self) -> None:
        """Ask until nothing moves any more; as often as the parent wishes."""
        while True:
            self.say(self._until_quiet())
            if self.parent.recv() == LEAVE:
                return

    def _until_quiet(self) -> Settled:
        moved, report = 0, None
        for _ in range(_ROUNDS):
            report = self.sync.once(self.clock.now(), is_forced=True)
            if not (report.sent or report.received or report.rebased or report.documents):
                break
            moved += 1
        assert report is not None
        alarms = tuple(f"{each.code} {each.detail}" for each in report.state.alarms)
        state = report.state
        standing = f"{state.connection} {state.silence or state.refusal}"
        is_quiet = moved == 0 and not state.waiting and state.connection is Connection.ONLINE
        return Settled(is_quiet, state.waiting, standing, alarms)

    def _does(self, what: str, file_id: UUID, way: Callable[[], object]) -> None:
        """One operation, and the promise of everything it committed."""
        before = self._own(file_id)
        try:
            way()
            name = what
        except ActNotAllowed:
            name = f"{what}: not allowed"
        except AgentError as error:
            name = f"{what}: {error.code}"
        now = self._own(file_id)
        made = tuple(event for run, events in now.items() if run not in before for event in events)
        self.say(Did(name, file_id, made))

    def _own(self, file_id: UUID) -> dict[UUID, tuple[UUID, ...]]:
        """This desk's clicks in a file by run, wherever they stand now."""
        with self.signed_in.database.open_reading() as reading:
            waiting = [each for run in reading.outbox.of_file(file_id) for each in run.events]
            return _by_run((*reading.events(file_id), *waiting), self.signed_in.desk.name)

    def _sets_the_clock(self) -> None:
        """A little wrong, or very wrong until the sync has put it right before the next click."""
        if self.chance.random() < 0.5:
            self.clock.wrong_by += self._some(_SMALL) - (self.clock.wrong_by + self.clock.offset)
            return
        self.clock.wrong_by += self._some(_LARGE)
        end = time.monotonic() + 15
        while self.clock.error > _SMALL and time.monotonic() < end:
            self.loop.sync_now()
            time.sleep(0.1)
        if self.clock.error > _SMALL:
            self.clock.wrong_by = -self.clock.offset

    def _some(self, most: timedelta) -> timedelta:
        return most * self.chance.uniform(-1, 1)

    def _hear(self, _state: SyncState, _changes: Changes) -> None:
        """Nobody looks at a window here."""


def _by_run(chained: Iterable[ChainedEvent], desk: str) -> dict[UUID, tuple[UUID, ...]]:
    runs: dict[UUID, list[UUID]] = {}
    for each in chained:
        if each.event.content.desk == desk:
            runs.setdefault(each.event.content.run, []).append(each.event.content.id)
    return {run: tuple(dict.fromkeys(events)) for run, events in runs.items()}


@contextmanager
def _seated(orders: Orders, parent: Pipe) -> Iterator[LivingDesk]:
    office, clock = Office(PracticeOffice(orders.home).desk_home), JumpyClock()
    office.clock = clock
    signed_in = office.sign_in(orders.agent, orders.password)
    try:
        yield LivingDesk(orders, parent, office, clock, signed_in, random.Random(orders.seed))
    finally:
        signed_in.close()


def live(orders: Orders, parent: Pipe) -> None:
    """A whole process's life: work, settle, leave. What breaks is told to the parent."""
    threading.excepthook = lambda told: parent.send(
        Broke("".join(traceback.format_exception(told.exc_type, told.exc_value, told.exc_traceback)))
    )
    try:
        with _seated(orders, parent) as desk:
            desk.works()
            desk.settles()
    except EOFError:
        return  # the parent is gone
    except BaseException:  # noqa: BLE001 - told to the parent, which fails with it
        parent.send(Broke(traceback.format_exc()))
