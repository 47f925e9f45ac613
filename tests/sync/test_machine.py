"""Desks and a server live through whatever dice bring, and after it they agree: nothing lost, doubled or overwritten.

The model is a list of what agents were told is done. Whatever the line, the clocks, the PCs and the server did, each of
these clicks stands in its file once, to the letter, or waits before the agent who made it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import ClassVar, Final
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.domain.chain import check_chain
from dost_desktop.domain.events import ChainedEvent
from dost_desktop.domain.numbering import number_parts
from dost_desktop.domain.vocabulary import Role
from dost_desktop.rows import RunState
from dost_desktop.services.desk import ActNotAllowed
from dost_desktop.services.disagreements import Disagreements
from dost_desktop.services.settle import ChoiceKind
from dost_desktop.storage.check import check_desk
from dost_desktop.sync.keyring import read_keyring
from tests.central_api.practice_desk import Clockwork
from tests.domain.builders import HEAD, OFFICER
from tests.sync.desks import new_desk
from tests.sync.fixtures import MORNING
from tests.sync.lives import AGENTS, Died, Ministry, Seat, file_of, served

ROUNDS: Final = 12
HAPPENS: Final = (
    *["an agent clicks"] * 12,
    *["an agent works"] * 8,
    *["a desk syncs"] * 14,
    *["a desk syncs on a bad line"] * 5,
    *["others decide"] * 8,
    *["an agent settles"] * 4,
    *["time passes"] * 3,
    "a PC dies",
    "a PC dies",
    "a line is cut",
    "a line is mended",
    "a clock is wrong",
    "the server restarts",
    "the server is backed up",
    "the server comes back from its backup",
    "everybody comes to rest",
)
SEEN: Final = frozenset(
    {"clicks", "syncs", "dies", "decides", "restores", "restarts", "settles", "wrong", "parked", "rebased"}
)


@dataclass
class Stage:
    """What outlives one life: the ministry, the desks, and numbers of people nobody has met."""

    ministry: Ministry
    clock: Clockwork
    seats: list[Seat]
    seen: Counter[str] = field(default_factory=Counter)
    files: list[UUID] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=count)

    def somebody_new(self) -> UUID:
        self.files.append(file_of(f"7AA{next(self._numbers):04}"))
        return self.files[-1]


@dataclass(frozen=True)
class Step:
    """One thing that happens: ``what``, at which desk, about whom, with dice of its own."""

    what: str
    who: int
    whom: int
    seed: int


def drawn(dice: Random) -> Step:
    return Step(dice.choice(HAPPENS), dice.randrange(3), dice.randrange(2), dice.randrange(2**32))


class Life(RuleBasedStateMachine):
    """Two people, and all desks of a centre that serve them."""

    stage: ClassVar[Stage]

    @initialize(seed=st.integers(0, 2**40))
    def two_people(self, seed: int) -> None:
        self.begin()
        self.dice = Random(seed)

    def begin(self) -> None:
        self.people = [self.stage.somebody_new() for _ in range(2)]
        self.trace: list[str] = []

    @rule()
    def something_happens(self) -> None:
        """One rule for all, and dice of its own: hypothesis prefers short lives with the same few acts."""
        self.happens(drawn(self.dice))

    def happens(self, step: Step) -> None:
        seat, file, dice = self.seats[step.who], self.people[step.whom], Random(step.seed)
        match step.what:
            case "an agent clicks":
                self._clicks(seat, file, dice)
            case "an agent works":
                for _ in range(dice.randint(2, 5)):
                    self._clicks(seat, file, dice)
            case "a desk syncs":
                self._syncs(seat, dice)
            case "a desk syncs on a bad line":
                seat.line.dice, seat.line.loss = dice, 0.3
                self._syncs(seat, dice)
                seat.line.loss = 0
            case "a PC dies":
                self._dies(seat, dice)
            case "a line is cut":
                seat.line.is_cut = True
                self._notes("cut", seat.desk.name)
            case "a line is mended":
                seat.line.is_cut = False
                self._notes("mended", seat.desk.name)
            case "others decide":
                self._decide(file, dice)
            case "a clock is wrong":
                seat.desk.watch.wrong_by = timedelta(minutes=dice.choice((-180, -20, -3, 0, 3, 20, 180)))
                self._notes("wrong", seat.desk.name, seat.desk.watch.wrong_by)
            case "time passes":
                self.stage.clock.at += timedelta(minutes=dice.choice((1, 12, 70, 60 * 7)))
            case "the server restarts":
                self.stage.ministry.restarts()
                self._notes("restarts")
            case "the server is backed up":
                self.stage.ministry.backs_up()
                self._notes("backed up")
            case "the server comes back from its backup":
                self._restores()
            case "an agent settles":
                self._settles(seat, dice)
            case "everybody comes to rest":
                self.comes_to_rest()
            case _:
                raise AssertionError(step.what)

    @property
    def seats(self) -> list[Seat]:
        return self.stage.seats

    def _notes(self, what: str, *more: object) -> None:
        self.stage.seen[what] += 1
        self.trace.append(" ".join(map(str, (what, *more))))

    def _clicks(self, seat: Seat, file: UUID, dice: Random) -> None:
        possible = seat.possible(file)
        further = [each for each in possible if hasattr(each[1][0], "application")]
        name, click = dice.choice(further if further and dice.random() < 0.7 else possible)
        try:
            seat.clicks(file, click)
        except ActNotAllowed:  # the PC's clock is so wrong that the register's answer seems too old
            return
        self._notes("clicks", seat.desk.name, self.people.index(file), name)

    def _dies(self, seat: Seat, dice: Random) -> None:
        seat.line.dice, seat.line.dies_in = dice, dice.randint(1, 9)
        self._syncs(seat, dice)
        seat.dies()
        self._notes("dies", seat.desk.name)

    def _syncs(self, seat: Seat, dice: Random) -> None:
        try:
            report = seat.desk.syncs(is_forced=dice.random() < 0.5)
        except Died:
            return
        self._notes("syncs", seat.desk.name, report.state.connection.value)
        self.stage.seen["parked"] += len(report.needs_you)
        self.stage.seen["rebased"] += report.rebased

    def _decide(self, file: UUID, dice: Random) -> None:
        role = dice.choice((Role.CENTRAL_SYSTEM, Role.BACK_OFFICE, Role.HEAD))
        name = self.stage.ministry.decides(file, role, dice)
        if name:
            self._notes("decides", self.people.index(file), name)

    def _restores(self) -> None:
        """What was recorded since the backup is gone there, and the desks bring it before anybody records more."""
        self._rests()
        if self.stage.ministry.restores():
            self._notes("restores")
            for seat in (*self.seats, *self.seats):  # the first time they learn of it
                seat.desk.syncs()

    def _settles(self, seat: Seat, dice: Random) -> None:
        waiting = Disagreements(seat.desk.desk)
        rows = waiting()
        if not rows:
            return
        row, kind = dice.choice(rows), dice.choice(list(ChoiceKind))
        with seat.desk.database.open_reading() as reading:
            before = reading.file(row.file_id).head.seq
        try:
            waiting.settle(row.id, kind, "Baxıldı")
        except ActNotAllowed:
            return
        with seat.desk.database.open_reading() as reading:
            done = tuple(each.event for each in reading.events(row.file_id, before))
        if done:
            seat.said_done.append(done)
        self._notes("settles", seat.desk.name, kind)

    def comes_to_rest(self) -> None:
        self._rests()
        self._agree()

    def teardown(self) -> None:
        if hasattr(self, "people"):
            self.comes_to_rest()

    def _rests(self) -> None:
        """All lines are mended, all clocks put right, and everybody syncs until nothing moves."""
        for seat in self.seats:
            seat.line.is_cut, seat.line.loss, seat.line.dies_in = False, 0, 0
            seat.desk.watch.wrong_by = timedelta()
        self.stage.clock.at += timedelta(
            hours=4
        )  # what was clicked under a clock that was ahead is due by now
        quiet = 0
        for _ in range(ROUNDS):
            reports = [seat.desk.syncs() for seat in self.seats]
            moved = any(each.sent or each.received or each.rebased or each.state.waiting for each in reports)
            quiet = 0 if moved else quiet + 1
            if quiet == 2:  # a second time: somebody may have been asked before another one spoke
                return
        raise AssertionError(f"they never come to rest: {[each.state for each in reports]}\n{self._told()}")

    def _agree(self) -> None:
        files = self.stage.files
        held = {file: tuple(self.stage.ministry.office.hand.whole(file).events) for file in files}
        for seat in self.seats:
            for file in files:
                ours = [each.event.content.kind for each in seat.desk.chain(file)]
                theirs = [each.event.content.kind for each in held[file]]
                assert ours == theirs, f"{seat.desk.name}\n{self._told()}"
                assert seat.desk.chain(file) == held[file], f"{seat.desk.name}\n{self._told()}"
                assert seat.desk.confirmed(file) == len(held[file])
            with seat.desk.database.open_reading() as reading:
                keyring = read_keyring(reading.meta)
                report = check_desk(reading, keyring)
                assert report.is_whole, f"{report}\n{self._told()}"
                for file in filter(held.get, files):
                    receipts = reading.receipts(file)
                    assert max(each.seq for each in receipts) == len(held[file])
                    assert check_chain(file, held[file], receipts, keyring) == ()
            self._nothing_is_lost(seat, held)
        self._nothing_is_invented(held)

    def _nothing_is_lost(self, seat: Seat, held: dict[UUID, tuple[ChainedEvent, ...]]) -> None:
        """Each click stands in its file once, to the letter, or waits at this desk, to the letter."""
        for run in seat.said_done:
            first = run[0].content
            stands = tuple(each.event for each in held[first.file_id] if each.event.content.run == first.run)
            with seat.desk.database.open_reading() as reading:
                kept = reading.outbox.run(first.run)
            if kept is None:
                assert stands == run, f"{first.kind} of {seat.desk.name} is lost\n{self._told()}"
            else:
                assert kept.state in {RunState.NEEDS_YOU, RunState.SET_ASIDE}, self._told()
                assert not stands, f"{first.kind} of {seat.desk.name} is in two places\n{self._told()}"
                assert tuple(each.event for each in kept.events) == run, self._told()

    def _nothing_is_invented(self, held: dict[UUID, tuple[ChainedEvent, ...]]) -> None:
        all_events = [each.event for chain in held.values() for each in chain]
        ids = [each.content.id for each in all_events]
        assert len(ids) == len(set(ids)), self._told()
        promised = {each.content.id for seat in self.seats for run in seat.said_done for each in run}
        of_agents = {each.content.id for each in all_events if each.content.agent in AGENTS}
        assert of_agents <= promised, self._told()
        numbers = [
            each.data["number"]
            for each in all_events
            if each.data and each.content.kind in {"application_opened", "notice_issued", "referral_issued"}
        ]
        leased = [each for each in numbers if number_parts(each)]
        assert len(leased) == len(set(leased)), self._told()

    def _told(self) -> str:
        return "\n".join(self.trace)


@pytest.fixture
def stage(tmp_path: Path, catalogue: Catalogue) -> Iterator[Stage]:
    clock = Clockwork(MORNING)
    ministry = Ministry(tmp_path / "server", catalogue, clock)
    with ExitStack() as running:
        running.callback(ministry.closes)
        address = running.enter_context(served(ministry))
        for role, agent in ((Role.BACK_OFFICE, OFFICER), (Role.HEAD, HEAD)):
            online = new_desk(tmp_path, ministry.office, address, catalogue, clock, agent)
            ministry.others[role] = running.enter_context(online)
        seats = [
            Seat.at(
                running.enter_context(new_desk(tmp_path, ministry.office, address, catalogue, clock, agent))
            )
            for agent in AGENTS[:3]
        ]
        for seat in seats:
            running.callback(seat.closes)
        yield Stage(ministry, clock, seats)


def lives(stage: Stage, examples: int, steps: int) -> None:
    class OfThisStage(Life):
        pass

    OfThisStage.stage = stage
    run_state_machine_as_test(
        OfThisStage,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            derandomize=True,
            database=None,
            phases=(Phase.generate,),  # the trace is short enough to read, and shrinking takes minutes
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_whatever_happens_desks_and_server_agree_in_the_end(stage: Stage) -> None:
    lives(stage, examples=5, steps=40)


@pytest.mark.long
def test_whatever_happens_for_long_desks_and_server_agree_in_the_end(stage: Stage) -> None:
    lives(stage, examples=100, steps=60)

    assert set(stage.seen) >= SEEN, "lives too dull to prove anything"
