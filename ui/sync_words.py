"""Where the sync stands, in the few words of the status strip (words/ui 9)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dost_desktop.domain.dates import short_time

if TYPE_CHECKING:  # heavy, and only the session knows it
    from dost_desktop.sync.report import SyncState


def strip_words(state: SyncState, now: datetime) -> tuple[str, str, str]:
    """kind (good, busy, offline, bad), the word, and the detail beside it."""
    if state.alarms or state.needs_you:
        count = len(state.alarms) + state.needs_you
        return (
            "bad",
            QCoreApplication.translate("Sync", "Needs you"),
            QCoreApplication.translate("Sync", "{n} items").format(n=count),
        )
    if state.total > state.done:
        return (
            "busy",
            QCoreApplication.translate("Sync", "Online"),
            QCoreApplication.translate("Sync", "sending {done} of {total}").format(
                done=state.done, total=state.total
            ),
        )
    match state.connection.value:
        case "online":
            return "good", QCoreApplication.translate("Sync", "Online"), _online_detail(state, now)
        case "not_tried":
            return "busy", QCoreApplication.translate("Sync", "Connecting"), ""
        case "not_let_in":
            return (
                "bad",
                QCoreApplication.translate("Sync", "Not let in"),
                QCoreApplication.translate("Sync", "tell the administrator"),
            )
        case _:
            return "offline", QCoreApplication.translate("Sync", "Offline"), _offline_detail(state)


def _online_detail(state: SyncState, now: datetime) -> str:
    if state.waiting:
        return QCoreApplication.translate("Sync", "{n} waiting to be sent").format(n=state.waiting)
    if state.last_contact is None:
        return ""
    minutes = int((now - state.last_contact).total_seconds() // 60)
    if minutes < 1:
        return QCoreApplication.translate("Sync", "everything is sent · just now")
    return QCoreApplication.translate("Sync", "everything is sent · {n} min ago").format(n=minutes)


def _offline_detail(state: SyncState) -> str:
    since = short_time(state.since) if state.since else ""
    if state.waiting:
        return QCoreApplication.translate("Sync", "{n} waiting to be sent · since {time}").format(
            n=state.waiting, time=since
        )
    return QCoreApplication.translate("Sync", "work goes on · since {time}").format(time=since)
