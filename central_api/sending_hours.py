"""When an SMS may wake nobody: the hours of working days in which our gateway sends (letters 9.1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from dost_desktop.domain.dates import AZ_ZONE
from dost_desktop.domain.working_days import WorkingCalendar


@dataclass(frozen=True, slots=True)
class SendingHours:
    """From ``begins`` to before ``ends``, on the wall in Baku, on working days."""

    begins: time
    ends: time

    def next_after(self, now: datetime, calendar: WorkingCalendar) -> datetime | None:
        """The next moment in which one may send; None: it is now."""
        here = now.astimezone(AZ_ZONE)
        day = here.date()
        if calendar.is_working(day) and self.begins <= here.time() < self.ends:
            return None
        if here.time() >= self.ends:
            day += timedelta(days=1)
        while not calendar.is_working(day):
            day += timedelta(days=1)
        return datetime.combine(day, self.begins, AZ_ZONE)


def read_hours(text: str) -> SendingHours:
    """``09:00-18:00``. Raises ValueError."""
    first, _, last = text.partition("-")
    hours = SendingHours(time.fromisoformat(first.strip()), time.fromisoformat(last.strip()))
    if hours.begins >= hours.ends:
        raise ValueError("the hours end before they begin")
    return hours
