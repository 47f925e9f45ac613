"""The one clock of the desk: everything that asks what time it is asks here."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class DeskClock:
    """The PC's clock, put right by the offset that the sync measured against the server (design 4)."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self.offset = offset

    def now(self) -> datetime:
        """This moment in UTC, whole milliseconds."""
        now = datetime.now(UTC) + self.offset
        return now.replace(microsecond=now.microsecond // 1000 * 1000)
