"""An agent's desk and the head's desk at one real central API."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from central_api.office import Office
from dost_desktop.catalogue.catalogue import Catalogue, load_catalogue
from tests.central_api.practice_desk import Clockwork, hire
from tests.sync.desks import PracticeDesk, new_desk
from tests.sync.fixtures import clock, desk, office, people, server

__all__ = ["clock", "desk", "office", "people", "server"]


@pytest.fixture
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    """The one that ships; with the parameter True the owner has allowed what D20 is about."""
    shipped = load_catalogue()
    if not getattr(request, "param", False):
        return shipped
    switches = shipped.office.switches.model_copy(update={"own_initiative_removal": True})
    return replace(shipped, office=shipped.office.model_copy(update={"switches": switches}))


@pytest.fixture
def head(
    tmp_path: Path,
    office: Office,
    server: tuple[str, ExitStack],
    catalogue: Catalogue,
    clock: Clockwork,
    desk: PracticeDesk,
) -> Iterator[PracticeDesk]:
    hire(office, "ramin", "head")
    with new_desk(tmp_path, office, server[0], catalogue, clock, "ramin") as made:
        made.syncs()
        yield made
