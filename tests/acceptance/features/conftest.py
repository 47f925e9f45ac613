"""One practice office for all features of this process, on whatever day they need; a window for each feature."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from dost_desktop.practice import PracticeOffice
from tests.acceptance.robot.colleague import Colleague
from tests.acceptance.robot.other_days import MODULE, Days, desk_too
from tests.acceptance.robot.outside import Outside
from tests.acceptance.steps.scene import Scene
from tests.acceptance.steps.sentences import every_step
from tests.ui.window.real_window import RealWindow

globals().update(every_step())


@pytest.fixture(scope="package")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeOffice]:
    office = PracticeOffice(tmp_path_factory.mktemp("practice"), central_api=MODULE)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv(
            "DOST_SIMULATOR_CONFIRMS_AFTER", "0"
        )  # people confirm at once, unless a scenario waits
        office.open()
        with desk_too(Days(office.central)):
            yield office
    office.close()


@pytest.fixture(scope="package")
def outside(practice: PracticeOffice) -> Iterator[Outside]:
    world = Outside(practice, seed=0)
    yield world
    world.close()


@pytest.fixture(scope="module")
def window(
    practice: PracticeOffice, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RealWindow]:
    opened = RealWindow(qapp, practice, practice.open(), tmp_path_factory.mktemp("pictures"))
    yield opened
    opened.close()


@pytest.fixture(scope="package")
def colleague(
    practice: PracticeOffice, outside: Outside, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[], Colleague]]:
    came: list[Colleague] = []

    def come() -> Colleague:
        if not came:
            came.append(Colleague(outside, practice.open(), tmp_path_factory.mktemp("second") / "desk"))
        return came[0]

    yield come
    for each in came:
        each.leaves()


@pytest.fixture
def scene(window: RealWindow, outside: Outside, colleague: Callable[[], Colleague]) -> Iterator[Scene]:
    stage = Scene(window, outside, colleague)
    stage.begins()
    yield stage
    outside.all_speak()
    outside.practice.start_central()
