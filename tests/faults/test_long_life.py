"""Four desks, overlapping people, bad lines, kills: nothing lost, nothing twice, the same chains on both sides."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from tests.faults.killing import seeds
from tests.faults.line import Fault
from tests.faults.long_life import Life, Plan, life
from tests.faults.long_life_proof import Held, held_by_all, prove
from tests.postgresql import PostgreSQL

SHORT = Plan(seed=0, operations=60, kills=6, desks=3, people=8, pause=0.2, between_kills=(0.3, 1.2))
LONG = Plan(seed=0, operations=600, kills=80, seconds=120)


def lives_and_keeps_every_promise(plan: Plan, folder: Path) -> Life:
    with life(plan, folder) as one:
        one.lives()
        held = held_by_all(one)
        verdict = prove(one.server, held, one.toll)
        assert verdict.is_kept, f"{verdict}\nseed {plan.seed}, alarms {one.toll.alarms()}"
        assert one.toll.done >= plan.operations
        assert sum(one.toll.kills.values()) >= plan.kills
        assert {each for each in Fault if not one.weather.made[each]} == set()
        assert not one.toll.alarms()
        a_forgotten_promise_is_noticed(one, held)
        return one


def a_forgotten_promise_is_noticed(one: Life, held: list[Held]) -> None:
    """The proof itself: an operation that is nowhere is called lost."""
    desk, did = one.toll.promised[0]
    one.toll.promised.append((desk, replace(did, events=(uuid4(),))))
    assert prove(one.server, held, one.toll).lost


@pytest.mark.parametrize("seed", seeds(7))
def test_three_desks_live_through_faults_and_kills(tmp_path: Path, seed: int) -> None:
    lives_and_keeps_every_promise(replace(SHORT, seed=seed), tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("seed", seeds(71))
def test_four_desks_live_long_on_sqlite(tmp_path: Path, seed: int) -> None:
    lives_and_keeps_every_promise(replace(LONG, seed=seed), tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("seed", seeds(72))
def test_four_desks_live_long_on_postgresql(tmp_path: Path, seed: int, postgresql: PostgreSQL) -> None:
    url = postgresql.create("long_life")
    lives_and_keeps_every_promise(replace(LONG, seed=seed, database_url=url), tmp_path)
