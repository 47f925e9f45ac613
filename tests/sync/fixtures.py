"""One practice server and two desks of one centre, for the tests of the client and of the sync."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from central_api.demo_people import invent
from central_api.office import Office
from dost_desktop.catalogue.catalogue import Catalogue, load_catalogue
from tests.central_api.practice_desk import Clockwork, listening
from tests.sync.desks import PracticeDesk, new_desk, open_office

MORNING = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)  # 10:00 in Baku


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def clock() -> Clockwork:
    return Clockwork(MORNING)


@pytest.fixture
def office(tmp_path: Path, catalogue: Catalogue, clock: Clockwork) -> Iterator[Office]:
    made = open_office(tmp_path, catalogue, clock)
    yield made
    made.stop()


@pytest.fixture
def server(office: Office) -> Iterator[tuple[str, ExitStack]]:
    """The address, and how to stop it early."""
    with ExitStack() as running:
        yield running.enter_context(listening(office)), running


@pytest.fixture
def desk(
    tmp_path: Path, office: Office, server: tuple[str, ExitStack], catalogue: Catalogue, clock: Clockwork
) -> Iterator[PracticeDesk]:
    with new_desk(tmp_path, office, server[0], catalogue, clock, "aysel") as made:
        yield made


@pytest.fixture
def other_desk(
    tmp_path: Path,
    office: Office,
    server: tuple[str, ExitStack],
    catalogue: Catalogue,
    clock: Clockwork,
    desk: PracticeDesk,
) -> Iterator[PracticeDesk]:
    with new_desk(tmp_path, office, server[0], catalogue, clock, "orxan") as made:
        yield made


@pytest.fixture(scope="session")
def people() -> dict[str, str]:
    """One number for each case."""
    return {each.case: each.number for each in invent(MORNING.date()) if each.case}
