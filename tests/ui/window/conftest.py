"""One practice desk for all tests of the window in this process; each module opens its own window there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dost_desktop.practice import PracticeFacts, PracticeOffice


@pytest.fixture(scope="session")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeOffice]:
    office = PracticeOffice(tmp_path_factory.mktemp("practice"))
    office.open()
    yield office
    office.close()


@pytest.fixture(scope="session")
def facts(practice: PracticeOffice) -> PracticeFacts:
    return practice.open()
