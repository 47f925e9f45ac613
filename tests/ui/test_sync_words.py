"""The strip says "everything is sent" only when it is, and counts what waits for somebody."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from dost_desktop.sync.report import Alarm, Connection, SyncState
from ui.sync_words import strip_words

NOW = datetime(2026, 11, 24, 10, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("facts", "kind", "word", "detail"),
    [
        ({}, "good", "Online", "everything is sent · just now"),
        ({"last_contact": NOW - timedelta(minutes=3)}, "good", "Online", "everything is sent · 3 min ago"),
        ({"waiting": 2}, "good", "Online", "2 waiting to be sent"),
        ({"waiting": 70, "documents": 70}, "good", "Online", "70 waiting to be sent"),
        ({"done": 49, "total": 120}, "busy", "Online", "sending 49 of 120"),
        ({"needs_you": 1}, "bad", "Needs you", "1 items"),
        ({"needs_you": 1, "alarms": (Alarm("hash"),)}, "bad", "Needs you", "2 items"),
        ({"connection": Connection.OFFLINE}, "offline", "Offline", "work goes on · since 14:07"),
        (
            {"connection": Connection.OFFLINE, "waiting": 3},
            "offline",
            "Offline",
            "3 waiting to be sent · since 14:07",
        ),
        ({"connection": Connection.NOT_LET_IN}, "bad", "Not let in", "tell the administrator"),
        ({"connection": Connection.NOT_TRIED}, "busy", "Connecting", ""),
    ],
)
def test_the_strip(qapp: QApplication, facts: dict[str, Any], kind: str, word: str, detail: str) -> None:
    state = SyncState(**{"connection": Connection.ONLINE, "since": NOW, "last_contact": NOW, **facts})

    assert strip_words(state, NOW) == (kind, word, detail)
