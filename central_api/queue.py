"""The small built-in queue of a centre: tickets exist before the agent does (design 3)."""

from __future__ import annotations

from statistics import fmean
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Row, Select, case, select, update

from central_api.clock import Clock
from central_api.database import Database, insert_missing
from central_api.problems import Problematic
from central_api.tables import tickets
from central_api.tokens import Caller
from dost_desktop.contract.messages import Queue, Ticket
from dost_desktop.domain.dates import instant, instant_text, legal_date

Ending = Literal["served", "no_show", "redirected"]


class TicketQueue:
    """Today's tickets of each centre."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database, self.clock = database, clock

    def today(self, centre: str) -> Queue:
        """Everything on the board today, and the figures."""
        with self.database.reading() as connection:
            rows = connection.execute(
                self._of_today(centre).order_by(tickets.c.taken_at, tickets.c.number)
            ).all()
        served = [row for row in rows if row.state == "served"]
        lengths = [(instant(row.finished_at) - instant(row.called_at)).total_seconds() for row in served]
        return Queue(
            tickets=tuple(_ticket(row) for row in rows),
            served_today=len(served),
            mean_seconds=round(fmean(lengths)) if lengths else 0,
        )

    def add(self, centre: str, *new: Ticket) -> None:
        """Tickets taken at the machine, or for practice; known numbers stay as they are."""
        rows = [ticket.model_dump() | {"centre": centre, "day": self._day()} for ticket in new]
        with self.database.writing() as connection:
            insert_missing(connection, tickets, *rows)

    def call(self, caller: Caller, number: str | None) -> Ticket:
        """Call this ticket, or the next one; who called one already and asks again gets the same.

        Raises Problematic 404 when nobody waits, 409 when another desk was quicker.
        """
        with self.database.writing() as connection:
            if number is None:
                mine = self._first(
                    connection, caller.centre, tickets.c.state == "called", tickets.c.desk == caller.desk
                )
                if mine is not None:
                    return _ticket(mine)
            while True:
                row = self._candidate(connection, caller, number)
                taken = update(tickets).where(*_is(row), tickets.c.state.in_(("waiting", "redirected")))
                called_at = instant_text(self.clock())
                values = {"state": "called", "called_at": called_at, "desk": caller.desk}
                called = connection.execute(taken.values(values).returning(tickets)).one_or_none()
                if called is not None:
                    return _ticket(called)
                if number is not None:
                    raise Problematic(409, "ticket.taken")

    def end(self, caller: Caller, number: str, ending: Ending) -> Ticket:
        """The visit ended; safe to repeat. Raises Problematic 404, or 409 for another desk's ticket."""
        with self.database.writing() as connection:
            row = self._first(connection, caller.centre, tickets.c.number == number)
            if row is None:
                raise Problematic(404, "ticket.unknown")
            if row.desk != caller.desk:
                raise Problematic(409, "ticket.not_yours")
            if row.state == ending:
                return _ticket(row)
            if row.state != "called":
                raise Problematic(409, "ticket.taken")
            ended = (
                update(tickets).where(*_is(row)).values(state=ending, finished_at=instant_text(self.clock()))
            )
            return _ticket(connection.execute(ended.returning(tickets)).one())

    def _candidate(self, connection: Connection, caller: Caller, number: str | None) -> Row[Any]:
        if number is not None:
            row = self._first(connection, caller.centre, tickets.c.number == number)
        else:
            row = self._first(connection, caller.centre, tickets.c.state == "waiting")
        if row is None:
            raise Problematic(404, "ticket.unknown" if number else "queue.empty")
        if row.state == "called" and row.desk == caller.desk:
            raise Problematic(409, "ticket.called")
        return row

    def _first(
        self, connection: Connection, centre: str, *conditions: ColumnElement[bool]
    ) -> Row[Any] | None:
        first_priority = case((tickets.c.note == "priority", 0), else_=1)
        chosen = (
            self._of_today(centre)
            .where(*conditions)
            .order_by(first_priority, tickets.c.taken_at, tickets.c.number)
        )
        return connection.execute(chosen.limit(1)).one_or_none()

    def _of_today(self, centre: str) -> Select[Any]:
        return select(tickets).where(tickets.c.centre == centre, tickets.c.day == self._day())

    def _day(self) -> str:
        return legal_date(self.clock()).isoformat()


def _is(row: Row[Any]) -> tuple[ColumnElement[bool], ...]:
    return (tickets.c.centre == row.centre, tickets.c.day == row.day, tickets.c.number == row.number)


def _ticket(row: Row[Any]) -> Ticket:
    return Ticket.model_validate({name: getattr(row, name) for name in Ticket.model_fields})
