"""What every test stands on: no display, and no Qt message that nobody has explained."""

from __future__ import annotations

import os
import re
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Which database the central API's tests run on."""
    parser.addoption(
        "--on", choices=("sqlite", "postgresql"), default="sqlite", help="the central API's database"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Let through the messages of ``qt_messages.txt``, by their exact text."""
    for line in Path(__file__).with_name("qt_messages.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            config.addinivalue_line("qt_log_ignore", f"^{re.escape(line)}$")
