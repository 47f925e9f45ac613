"""One practice desk for all tests of the window in this process; each module opens its own window there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from dost_desktop.practice import PracticeFacts, PracticeOffice
from dost_desktop.services.hand_up import HandUp
from tests.acceptance.agent_at_desk import sits_down
from tests.ui.window.real_window import RealWindow


@pytest.fixture(scope="session")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeOffice]:
    office = PracticeOffice(tmp_path_factory.mktemp("practice"))
    office.open()
    yield office
    office.close()


@pytest.fixture(scope="session")
def facts(practice: PracticeOffice) -> PracticeFacts:
    return practice.open()


@pytest.fixture(scope="module")
def head_practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[PracticeOffice, PracticeFacts]]:
    """An office of its own: one file was handed up, one application refused."""
    office = PracticeOffice(tmp_path_factory.mktemp("needs_look"))
    facts = office.open()
    agent = sits_down(office, facts)
    agent.syncs()
    agent.receives("not found")
    file = agent.case().file.id
    HandUp(agent.signed_in.desk)(file, file, "Şəxs iki fərqli ünvan deyir. Hansı yazılsın?")
    agent.receives("found 4.1.1")
    agent.checks_the_register()
    agent.refuses()
    agent.syncs()
    agent.leaves()
    yield office, facts
    office.close()


@pytest.fixture(scope="module")
def at_head(
    head_practice: tuple[PracticeOffice, PracticeFacts],
    qapp: QApplication,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[RealWindow]:
    opened = RealWindow(qapp, *head_practice, tmp_path_factory.mktemp("pictures"), role="head")
    opened.sign_in()
    yield opened
    opened.close()
