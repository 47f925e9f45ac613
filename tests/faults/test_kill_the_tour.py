"""kill -9 at any point of the tour, start it again: the case continues, nothing is lost, nothing is doubled."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dost_desktop.practice import PracticeOffice
from tests.faults.killing import CentralAtHome, Moment, TourRun, seeds
from tests.faults.proof import DeskState, everything_is_done, nothing_lost, state_of


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice office ready to be copied: people, an enrolled desk, certificates; nobody signed in yet."""
    office = PracticeOffice(tmp_path_factory.mktemp("warm") / "practice")
    office.open()
    office.close()
    (office.central / "last-port").unlink()  # each copy takes a port of its own
    return office.home


@pytest.fixture
def practice(warm: Path, tmp_path: Path) -> Path:
    home = tmp_path / "practice"
    shutil.copytree(warm, home)
    return home


@pytest.fixture
def central(tmp_path: Path) -> Iterator[CentralAtHome]:
    central = CentralAtHome(tmp_path / "practice")
    yield central
    central.close()


@dataclass(frozen=True)
class Kill:
    """One kill -9 of the desk; ``is_power_cut`` takes the central API on the same PC along."""

    moment: Moment
    is_power_cut: bool = False


def drawn(seed: int, kills: int) -> list[Kill]:
    """Kills at moments that the seed names; every third is a power cut."""
    chance = random.Random(seed)
    return [Kill(Moment.drawn(chance), chance.random() < 0.35) for _ in range(kills)]


def goes_on_after(kills: list[Kill], home: Path, central: CentralAtHome) -> None:
    """Kill, look at what is left, start again; the last tour comes to its end."""
    before = left_in(home)
    for kill in kills:
        print(kill)  # noqa: T201 - the way to see it again
        with TourRun(home) as tour:
            if not tour.reaches(kill.moment):
                print("it was over before")  # noqa: T201
        if kill.is_power_cut:
            central.kill()
        left = left_in(home)
        nothing_lost(before, left)
        before = left
    with TourRun(home) as tour:
        assert tour.finish() == 0, tour.said.read_text("utf-8", "replace")[-3000:]
    if before is not None and before.case is not None:
        assert "continue the half-done case" in tour.log()
    nothing_lost(before, everything_is_done(home))


def left_in(home: Path) -> DeskState | None:
    """The desk as it was left; None where nobody has come so far."""
    return state_of(home) if (home / "practice.json").exists() else None


@pytest.mark.long
def test_a_tour_killed_while_signing_and_while_the_register_is_away_comes_to_its_end(
    practice: Path, central: CentralAtHome
) -> None:
    # the API goes with the first: the second tour takes it away itself, and is killed meanwhile
    kills = [Kill(Moment(1.1, "the token's PIN"), is_power_cut=True), Kill(Moment(0.6, "saved, findable"))]
    goes_on_after(kills, practice, central)


@pytest.mark.long
@pytest.mark.parametrize("seed", seeds(2))
def test_the_central_system_killed_under_the_tour_costs_nothing(
    practice: Path, central: CentralAtHome, seed: int
) -> None:
    kill_the_server_under_the_tour(practice, central, random.Random(seed), kills=1)


@pytest.mark.long
@pytest.mark.parametrize("seed", seeds(*range(11, 16)))
def test_twenty_five_kills_of_the_desk(practice: Path, central: CentralAtHome, seed: int) -> None:
    goes_on_after(drawn(seed, kills=5), practice, central)


@pytest.mark.long
@pytest.mark.parametrize("seed", seeds(*range(21, 24)))
def test_kills_of_the_central_system(practice: Path, central: CentralAtHome, seed: int) -> None:
    kill_the_server_under_the_tour(practice, central, random.Random(seed), kills=3)


@pytest.mark.long
@pytest.mark.parametrize("seed", seeds(*range(31, 37)))
def test_a_kill_while_the_practice_office_is_made(tmp_path: Path, central: CentralAtHome, seed: int) -> None:
    chance = random.Random(seed)
    home = tmp_path / "practice"
    for _ in range(3):
        with TourRun(home) as tour:
            tour.reaches(Moment(round(chance.uniform(0.3, 5), 2)))
    goes_on_after([], home, central)


def kill_the_server_under_the_tour(
    home: Path, central: CentralAtHome, chance: random.Random, kills: int
) -> None:
    """The API dies under the tour and comes back a few seconds later; before the tour itself takes it away."""
    lines = (
        "sits at",
        "the card is scanned",
        "application registered",
        "found as employed",
        "Ctrl+Enter twice",
        "signed, verified",
        "hand the notice over",
    )
    with TourRun(home) as tour:
        for line in sorted(chance.sample(lines, kills), key=lines.index):
            moment, away = Moment(round(chance.uniform(0, 1), 3), line), round(chance.uniform(0, 4), 2)
            print(moment, f"back after {away} s")  # noqa: T201
            if not tour.reaches(moment):
                break
            central.kill()
            time.sleep(away)
            central.start()
        assert tour.finish() == 0, tour.said.read_text("utf-8", "replace")[-3000:]
    everything_is_done(home)
