"""Tests of the window look for garbage as the window does: on this thread, never on a worker."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Final

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from ui.infra.garbage import look

_MANY: Final = 500  # widgets: every one that is left over is styled again with the next test's theme


@pytest.fixture(autouse=True, scope="module")
def only_what_is_newer_is_searched() -> None:
    """What earlier tests of this process left loaded is gone through once, and never again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def garbage_on_this_thread() -> Iterator[None]:
    gc.disable()
    yield
    if QApplication.instance() is None:
        return
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if len(QApplication.allWidgets()) > _MANY:
        gc.collect()
    else:
        look()
