"""The use cases killed -9 at random points, without a connection: what was said is there, and nothing twice."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from dost_desktop.domain.attestation import Attestation, Register
from dost_desktop.domain.codec import to_json
from dost_desktop.domain.ids import NumberKind
from dost_desktop.practice import PracticeOffice
from tests.acceptance.agent_at_desk import AgentAtDesk, sits_down
from tests.faults.killing import REPOSITORY, bare_environment, seeds
from tests.faults.proof import DeskState, nothing_lost, same_at_the_centre, state_of
from tests.faults.working_agent import ANSWERS

CASES = ("found 4.1.1", "found 4.1.2", "found 4.1.4", "found 4.1.5")


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[PracticeOffice]:
    """A desk with leased numbers and attested answers; then the central API is gone."""
    office = PracticeOffice(tmp_path / "practice")
    agent = sits_down(office, office.open())
    agent.syncs()
    answers = [answers_about(agent, case) for case in CASES]
    (office.home / ANSWERS).write_text(json.dumps(answers), "utf-8")
    agent.leaves()
    office.stop_central()
    yield office
    office.close()


def answers_about(agent: AgentAtDesk, case: str) -> dict[str, Any]:
    person = agent.person(case)
    kind, number = NumberKind(person["number_kind"]), person["number"]
    registers = {"person": Register.PERSON, "status": Register.STATUS, "employed": Register.EMPLOYED_PERSONS}
    told: dict[str, Any] = {"number_kind": kind.value, "number": number}
    for name, register in registers.items():
        answer = agent.signed_in.registers.ask(register, kind, number, "practice")
        assert isinstance(answer, Attestation)
        told[name] = to_json(answer)
    return told


def killed_after(home: Path, seconds: float) -> list[list[str]]:
    """The agent works until killed; what was said."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.working_agent", str(home)],
        cwd=REPOSITORY,
        env={**bare_environment(home.with_name("user")), "PYTHONPATH": str(REPOSITORY)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert child.stdout is not None
    assert "ready" in child.stdout.readline()
    time.sleep(seconds)
    assert child.poll() is None, child.communicate()[1]
    child.kill()
    rest, _ = child.communicate()
    return [json.loads(line) for line in rest.splitlines() if line.endswith("]")]


def is_all_there(said: list[list[str]], left: DeskState) -> None:
    """Every number that was said stands in the file of a person, with what was said of it."""
    files = left.files.values()
    applications = {each.number for file in files for each in file.applications}
    notices = {each.number: each for file in files for each in file.notices}
    for what, name in said:
        if what == "application":
            assert name in applications
        if what == "notice":
            assert name in notices
        if what == "served":
            assert notices[name].served_at
            assert notices[name].copies == 1
    if said and said[-1][0] == "draft":  # the application it became may be committed and not yet said
        opened = sum(what == "application" for what, _ in said)
        assert said[-1][1] in left.drafts or len(applications) > opened


def own_runs(left: DeskState, desk: str) -> set[UUID]:
    """Every click ever made at this desk."""
    contents = [each.event.content for chained in left.events.values() for each in chained]
    return {each.run for each in contents if each.desk == desk}


@pytest.mark.parametrize("seed", seeds(3))
def test_an_agent_without_connection_is_killed_eight_times(practice: PracticeOffice, seed: int) -> None:
    killed_again_and_again(practice, random.Random(seed), kills=8)


@pytest.mark.long
@pytest.mark.parametrize("seed", seeds(41, 42))
def test_an_agent_without_connection_is_killed_forty_times(practice: PracticeOffice, seed: int) -> None:
    killed_again_and_again(practice, random.Random(seed), kills=40)


def killed_again_and_again(practice: PracticeOffice, chance: random.Random, kills: int) -> None:
    """Kill, look, go on; at the end the central system takes everything, once."""
    home = practice.home
    said: list[list[str]] = []
    before = state_of(home)
    for _ in range(kills):
        said += killed_after(home, chance.uniform(0, 0.9))
        left = state_of(home)
        assert left is not None
        nothing_lost(before, left)
        is_all_there(said, left)
        assert own_runs(left, "B03-01") == left.unsent_runs
        before = left
    assert sum(what == "notice" for what, _ in said) > kills // 2

    practice.start_central()
    agent = sits_down(practice, practice.open())
    try:
        while agent.syncs().state.waiting:  # a round sends fifty documents at most
            pass
    finally:
        agent.leaves()
    after = state_of(home)
    assert after is not None
    assert not after.unsent_runs
    nothing_lost(before, after)
    same_at_the_centre(home, after)
