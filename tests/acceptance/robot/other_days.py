"""Another day for a whole office: scenarios let working days pass, and neither clock may notice that nobody waited.

How many days have passed stands in a file of the central API's data folder. Run as a program this module is the
central API whose clock reads that file; ``desk_too`` lets this process's desk read it as well.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import partial
from pathlib import Path
from typing import Final

from central_api import cli, serving
from central_api.commands import opening
from dost_desktop import clock as desk_clock
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.working_days import WorkingCalendar

MODULE: Final = "tests.acceptance.robot.other_days"
_FILE: Final = "days-passed"


class Days:
    """How many days have passed in the office whose central data are in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / _FILE

    @property
    def passed(self) -> timedelta:
        """None at first."""
        try:
            return timedelta(days=int(self._file.read_text("ascii") or 0))
        except FileNotFoundError:
            return timedelta()

    def now(self) -> datetime:
        """As the server's own clock, that much later."""
        moment = datetime.now(UTC) + self.passed
        return moment.replace(microsecond=moment.microsecond // 1000 * 1000)

    def today(self) -> date:
        """The day in Baku."""
        return legal_date(self.now())

    def go_by(self, days: int) -> None:
        """It is so many days later, for everybody."""
        fresh = self._file.with_suffix(".new")
        fresh.write_text(str(self.passed.days + days), "ascii")
        fresh.replace(self._file)

    def working_days_go_by(self, days: int, calendar: WorkingCalendar) -> None:
        """It is the first working day after so many working days."""
        day = calendar.add(self.today(), days) + timedelta(days=1)
        while not calendar.is_working(day):
            day += timedelta(days=1)
        self.go_by((day - self.today()).days)


@contextmanager
def desk_too(days: Days) -> Iterator[None]:
    """As long as it lasts the desk of this process lives on that day."""

    class _Later(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:
            return datetime.now(tz) + days.passed

    before, desk_clock.datetime = desk_clock.datetime, _Later
    try:
        yield
    finally:
        desk_clock.datetime = before


def main() -> None:
    """``central-api`` on the day that stands in its data folder."""
    days = Days(Path(sys.argv[sys.argv.index("--data") + 1]))
    opening.build_office = serving.build_office = partial(opening.build_office, clock=days.now)
    cli.main()


if __name__ == "__main__":
    main()
