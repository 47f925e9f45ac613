"""A real desk with one application at suitable work for every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.work.at_work import AtWork


@pytest.fixture
def at(tmp_path: Path) -> Iterator[AtWork]:
    work = AtWork(tmp_path)
    yield work
    work.desk.close()
