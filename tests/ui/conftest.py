"""Tests of the window look for garbage as the window does: on this thread, never on a worker."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from ui.infra.garbage import look


@pytest.fixture(autouse=True)
def garbage_on_this_thread() -> Iterator[None]:
    gc.disable()
    yield
    look()
