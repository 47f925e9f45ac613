"""What nobody would think of by themselves: removals whose term ends, employers and offers without an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.working_days import WorkingCalendar
from dost_desktop.ports import Reading
from dost_desktop.rows import WaitsFor
from dost_desktop.services.desk import Desk

SOON_DAYS: Final = 7  # before the end of a removal


@dataclass(frozen=True, slots=True)
class Reminders:
    """How many of each; ``removals_until`` and the others are the days they were counted up to."""

    removals: int
    employers: int
    offers: int
    removals_until: date
    employers_until: date
    offers_until: date

    @property
    def all(self) -> int:
        """Everything there is to think of."""
        return self.removals + self.employers + self.offers


@dataclass(frozen=True, slots=True)
class LookAtReminders:
    """Count them. Runs on the database worker, and reads a few index pages only."""

    desk: Desk

    def __call__(self) -> Reminders:
        """As they are today in Baku."""
        with self.desk.open_reading() as reading:
            return self.in_reading(reading)

    def in_reading(self, reading: Reading) -> Reminders:
        """The same in a reading that is open already."""
        now = self.desk.clock.now()
        today, law = legal_date(now), self.desk.law(now)
        removals, offers = today + timedelta(days=SOON_DAYS), today - timedelta(days=1)
        employers = last_day_over(law.calendar, today, law.employer_days)
        return Reminders(
            removals=reading.how_many_wait_until(WaitsFor.END_OF_REMOVAL, removals),
            employers=reading.how_many_wait_until(WaitsFor.EMPLOYER, employers),
            offers=reading.how_many_wait_until(WaitsFor.PERSON, offers),
            removals_until=removals,
            employers_until=employers,
            offers_until=offers,
        )


def last_day_over(calendar: WorkingCalendar, today: date, days: int) -> date:
    """The last day on which a term of so many working days can have begun that is over today."""
    day = today - timedelta(days=1)
    while calendar.add(day, days) >= today:
        day -= timedelta(days=1)
    return day
