"""How a moment is said at the desk: near ones as today and yesterday, the others by their day (ui README, 7)."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from dost_desktop.domain.dates import legal_date, short, short_time


def moment_words(moment: datetime, now: datetime, *, with_time: bool = True) -> str:
    """``today 14:03``, ``yesterday 18:04``, ``20.11.2026``, on the wall in Baku; both moments are aware."""
    day, today = legal_date(moment), legal_date(now)
    if day == today:
        near = QCoreApplication.translate("Moment", "today")
    elif day == today - timedelta(days=1):
        near = QCoreApplication.translate("Moment", "yesterday")
    else:
        return short(day)
    return f"{near} {short_time(moment)}" if with_time else near
