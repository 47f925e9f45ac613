"""The messages that were not delivered, as an administrator sees them: to look at, to send once more, to drop.

Nothing of the person stands in them: what a message is about is told by ids.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, select, update

from central_api.administration import CannotBeDone
from central_api.clock import Clock
from central_api.database import Database
from central_api.owed_tables import messages
from dost_desktop.domain.dates import instant_text


class MessageState(StrEnum):
    """The values stand in the database; what was delivered has no row any more."""

    WAITING = "waiting"
    GIVEN_UP = "given_up"  # a dead letter: tried as often as the setting says
    DROPPED = "dropped"  # by an administrator, who said why


@dataclass(frozen=True, slots=True)
class StandingMessage:
    """A message that was not delivered; ``occasion`` is the event that is told of."""

    occasion: str
    channel: str
    application: str
    message: str
    state: str
    tries: int  # that ended without a delivery
    attempts: int  # how often it was taken up since, and nobody answered
    due_at: str


@dataclass(frozen=True, slots=True)
class Which:
    """Which messages: what is not named is not asked for. ``since``: of events clicked since then."""

    occasion: str = ""
    channel: str = ""
    message: str = ""
    since: datetime | None = None

    @property
    def is_all(self) -> bool:
        """Whether nothing is named."""
        return self == Which()

    def conditions(self) -> list[ColumnElement[bool]]:
        """As conditions on the table."""
        table, found = messages.c, []
        named = (
            (table.occasion, self.occasion),
            (table.channel, self.channel),
            (table.message, self.message),
        )
        found = [column == wanted for column, wanted in named if wanted]
        if self.since is not None:
            found.append(table.occasion >= _first_id_of(self.since))
        return found


class MessageList:
    """Looks at the outbox, and changes what waits in it."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database, self.clock = database, clock

    def standing(self, which: Which = Which()) -> tuple[StandingMessage, ...]:
        """Every message that was not delivered, the next one due first; without those that were dropped."""
        table = messages.c
        columns = (
            table.occasion,
            table.channel,
            table.application,
            table.message,
            table.state,
            table.tries,
            table.attempts,
            table.due_at,
        )
        wanted = table.state != MessageState.DROPPED.value
        chosen = select(*columns).where(wanted, *which.conditions())
        with self.database.reading() as connection:
            rows = connection.execute(chosen.order_by(table.due_at, table.occasion, table.channel))
            return tuple(StandingMessage(*row) for row in rows)

    def replay(self, which: Which) -> int:
        """Send once more, now, what was given up; how many. One that fails again is given up again."""
        table = messages.c
        again = update(messages).where(table.state == MessageState.GIVEN_UP.value, *which.conditions())
        now = instant_text(self.clock())
        with self.database.writing() as connection:
            fresh = again.values(state=MessageState.WAITING.value, attempts=0, due_at=now)
            return connection.execute(fresh).rowcount

    def drop(self, which: Which) -> int:
        """Never try again; how many. Raises CannotBeDone when nothing is named."""
        if which.is_all:
            raise CannotBeDone("say which messages are dropped")
        table = messages.c
        gone = update(messages).where(table.state != MessageState.DROPPED.value, *which.conditions())
        with self.database.writing() as connection:
            return connection.execute(gone.values(state=MessageState.DROPPED.value)).rowcount


def _first_id_of(moment: datetime) -> str:
    """The least id of an event clicked at ``moment``: ids begin with the millisecond (docs/formats.md 3)."""
    return str(UUID(int=int(moment.timestamp() * 1000) << 80))
