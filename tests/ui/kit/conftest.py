"""Every test of the kit wears the light theme at 100 % unless it puts on another."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme.theme import Theme, apply_theme


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Theme:
    return apply_theme(qapp)
