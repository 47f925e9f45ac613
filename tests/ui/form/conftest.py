"""A real desk in a temporary folder for every test of the form page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.form.form_desk import FormDesk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[FormDesk]:
    at = FormDesk(tmp_path)
    yield at
    at.close()
