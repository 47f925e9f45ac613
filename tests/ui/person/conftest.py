"""A real desk in a temporary folder for every test of the person's page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dost_desktop.services.link_files import LinkFiles
from dost_desktop.services.look_at_person import LookAtPerson
from dost_desktop.services.record_contact import RecordContact
from tests.fakes.real_desk import RealDesk
from ui.screens.person.port import PersonJobs


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RealDesk]:
    at = RealDesk(tmp_path)
    yield at
    at.close()


@pytest.fixture
def jobs(desk: RealDesk) -> PersonJobs:
    return PersonJobs(LookAtPerson(desk.desk), RecordContact(desk.desk), LinkFiles(desk.desk), desk.drafts)
