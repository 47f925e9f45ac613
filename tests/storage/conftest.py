"""A fresh desk for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dost_desktop.storage.database import Database
from tests.storage.desk import Signer, new_desk


@pytest.fixture
def signer() -> Signer:
    return Signer()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Database]:
    database, _ = new_desk(tmp_path)
    yield database
    database.close()
