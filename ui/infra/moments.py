"""How a moment is said at the desk: near ones as today and yesterday, the others by their day (ui README, 7)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from dost_desktop.domain.dates import legal_date, short, short_time


def moment_words(moment: datetime, now: datetime, *, with_time: bool = True) -> str:
    """``today 14:03``, ``yesterday 18:04``, ``20.11.2026``, on the wall in Baku; both moments are aware."""
    words, near = _day(legal_date(moment), now)
    return f"{words} {short_time(moment)}" if near and with_time else words


def day_words(day: date, now: datetime) -> str:
    """``today``, ``yesterday``, ``20.11.2026``, as seen from Baku's day at ``now``."""
    return _day(day, now)[0]


def _day(day: date, now: datetime) -> tuple[str, bool]:
    """The day's words, and whether it is near."""
    today = legal_date(now)
    if day == today:
        return QCoreApplication.translate("Moment", "today"), True
    if day == today - timedelta(days=1):
        return QCoreApplication.translate("Moment", "yesterday"), True
    return short(day), False
