"""The small built-in queue of a centre: tickets exist before the agent does (design 3).

A desk is offered the tickets of its directions, and those that were sent to it by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from statistics import fmean
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Connection, Row, Select, case, select, update

from central_api.clock import Clock
from central_api.database import Database, insert_missing
from central_api.directions import directions_of
from central_api.problems import Problematic
from central_api.tables import tickets
from central_api.tokens import Caller
from dost_desktop.contract.messages import DeskDirections, Need, Queue, Ticket, TransferTicket
from dost_desktop.domain.dates import instant, instant_text, legal_date

Ending = Literal["served", "no_show"]
_IN_ORDER = (  # of calling: priority first, then who came first
    case((tickets.c.needs.startswith("priority"), 0), else_=1),
    tickets.c.taken_at,
    tickets.c.number,
)
_NOT_CALLED: dict[str, Any] = {"called_at": None, "called_again_at": None, "calls": 0, "desk": ""}


class TicketQueue:
    """Today's tickets of each centre."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database, self.clock = database, clock

    def board(self, centre: str, desk: str) -> Queue:
        """What ``desk`` is offered today, what it called, and the centre's figures."""
        with self.database.reading() as connection:
            rows = connection.execute(self._of_today(centre).order_by(*_IN_ORDER)).all()
            desks = directions_of(connection, centre)
        mine = desks.get(desk, ())
        now = self.clock()
        waiting = [row for row in rows if row.state == "waiting"]
        served = [_seconds(row.called_at, row.finished_at) for row in rows if row.state == "served"]
        waits = [_seconds(row.taken_at, row.called_at) for row in rows if row.called_at]
        return Queue(
            tickets=tuple(_ticket(row) for row in rows if row.desk == desk or _is_offered(row, mine, desk)),
            served_today=len(served),
            mean_seconds=_mean(served),
            waiting=len(waiting),
            mean_wait_seconds=_mean(waits),
            longest_wait_seconds=max((_since(row.taken_at, now) for row in waiting), default=0),
            directions=mine,
            others=tuple(
                DeskDirections(desk=name, directions=directions)
                for name, directions in desks.items()
                if name != desk
            ),
        )

    def add(self, centre: str, *new: Ticket) -> None:
        """Tickets taken at the machine, or for practice; known numbers stay as they are."""
        rows = [
            ticket.model_dump() | {"needs": _in_order(ticket.needs), "centre": centre, "day": self._day()}
            for ticket in new
        ]
        with self.database.writing() as connection:
            insert_missing(connection, tickets, *rows)

    def call(self, caller: Caller, number: str | None) -> Ticket:
        """Call this ticket, or the next one; who called one already and asks again gets the same.

        Raises Problematic 404 when nobody waits, 409 when another desk was quicker or it is not for this desk.
        """
        with self.database.writing() as connection:
            mine = directions_of(connection, caller.centre).get(caller.desk, ())
            if number is None:
                called = self._first(connection, caller.centre, *_called_by(caller))
                if called is not None:
                    return _ticket(called)
            while True:
                row = self._candidate(connection, caller, number, mine)
                if row.state == "called":
                    return _ticket(row)
                values = {
                    **_NOT_CALLED,
                    "state": "called",
                    "called_at": instant_text(self.clock()),
                    "calls": 1,
                    "finished_at": None,
                    "desk": caller.desk,
                }
                taken = _changed(connection, row, values)
                if taken is not None:
                    return _ticket(taken)
                if number is not None:
                    raise Problematic(409, "ticket.taken")

    def call_again(self, caller: Caller, number: str) -> Ticket:
        """The called ticket is called once more, counted. Raises Problematic 404, or 409 for one not called here."""
        with self.database.writing() as connection:
            row = self._called_here(connection, caller, number)
            now = instant_text(self.clock())
            return _done(_changed(connection, row, {"calls": row.calls + 1, "called_again_at": now}))

    def end(self, caller: Caller, number: str, ending: Ending) -> Ticket:
        """The visit ended; safe to repeat. Raises Problematic 404, or 409 for one not called here."""
        with self.database.writing() as connection:
            row = self._known(connection, caller, number)
            if row.desk == caller.desk and row.state == ending:
                return _ticket(row)
            row = self._called_here(connection, caller, number)
            now = instant_text(self.clock())
            return _done(_changed(connection, row, {"state": ending, "finished_at": now}))

    def transfer(self, caller: Caller, number: str, wish: TransferTicket) -> Ticket:
        """The ticket waits again: for another direction, or for one desk; its place is by its own time.

        Safe to repeat. Raises Problematic 404, 409, or 422 when it goes nowhere.
        """
        with self.database.writing() as connection:
            row = self._known(connection, caller, number)
            desks = directions_of(connection, caller.centre)
            place = _place(row, wish, desks)
            if row.state == "waiting" and row.sent_from == caller.desk and _place_of(row) == place:
                return _ticket(row)
            self._is_ours(row, caller, desks.get(caller.desk, ()))
            if row.state == "served":
                raise Problematic(409, "ticket.served")
            direction, for_desk = place
            values = {**_NOT_CALLED, "state": "waiting", "finished_at": None, "sent_from": caller.desk}
            return _done(_changed(connection, row, {**values, "direction": direction, "for_desk": for_desk}))

    def note_needs(self, caller: Caller, number: str, needs: Sequence[Need]) -> Ticket:
        """What the person needs, in place of what was noted. Raises Problematic 404, or 409 for another desk's."""
        with self.database.writing() as connection:
            row = self._known(connection, caller, number)
            self._is_ours(row, caller, directions_of(connection, caller.centre).get(caller.desk, ()))
            return _done(_changed(connection, row, {"needs": _in_order(needs)}))

    def hand_over(self, connection: Connection, caller: Caller, number: str, before: str) -> None:
        """A ticket that ``before`` called is the caller's desk's now: its case goes on there."""
        change = update(tickets).where(
            tickets.c.centre == caller.centre,
            tickets.c.day == self._day(),
            tickets.c.number == number,
            tickets.c.state == "called",
            tickets.c.desk == before,
        )
        connection.execute(change.values(desk=caller.desk))

    def _candidate(
        self, connection: Connection, caller: Caller, number: str | None, mine: Sequence[str]
    ) -> Row[Any]:
        if number is None:
            row = self._first(
                connection, caller.centre, tickets.c.state == "waiting", _offered(mine, caller.desk)
            )
            if row is None:
                raise Problematic(404, "queue.empty")
            return row
        row = self._known(connection, caller, number)
        self._is_ours(row, caller, mine)
        if row.state == "served":
            raise Problematic(409, "ticket.served")
        return row

    @staticmethod
    def _is_ours(row: Row[Any], caller: Caller, mine: Sequence[str]) -> None:
        """Raises Problematic 409 for a ticket that this desk has nothing to do with."""
        if row.state == "called" and row.desk != caller.desk:
            raise Problematic(409, "ticket.taken")
        if row.state == "called" or _is_offered(row, mine, caller.desk):
            return
        raise Problematic(409, "ticket.for_other_desk" if row.for_desk else "ticket.other_direction")

    def _known(self, connection: Connection, caller: Caller, number: str) -> Row[Any]:
        row = self._first(connection, caller.centre, tickets.c.number == number)
        if row is None:
            raise Problematic(404, "ticket.unknown")
        return row

    def _called_here(self, connection: Connection, caller: Caller, number: str) -> Row[Any]:
        row = self._known(connection, caller, number)
        if row.state != "called":
            raise Problematic(409, "ticket.not_called")
        if row.desk != caller.desk:
            raise Problematic(409, "ticket.not_yours")
        return row

    def _first(
        self, connection: Connection, centre: str, *conditions: ColumnElement[bool]
    ) -> Row[Any] | None:
        chosen = self._of_today(centre).where(*conditions).order_by(*_IN_ORDER)
        return connection.execute(chosen.limit(1)).one_or_none()

    def _of_today(self, centre: str) -> Select[Any]:
        return select(tickets).where(tickets.c.centre == centre, tickets.c.day == self._day())

    def _day(self) -> str:
        return legal_date(self.clock()).isoformat()


def _place(row: Row[Any], wish: TransferTicket, desks: dict[str, tuple[str, ...]]) -> tuple[str, str]:
    """Direction and desk the ticket shall wait for; never a place where nobody would call it."""
    if (wish.direction is None) == (wish.desk is None):
        raise Problematic(422, "transfer.one_place")
    if wish.desk is not None:
        if row.direction not in desks.get(wish.desk, ()):
            raise Problematic(409, "desk.other_direction")
        return row.direction, wish.desk
    if not any(wish.direction in directions for directions in desks.values()):
        raise Problematic(409, "direction.no_desk")
    return str(wish.direction), ""


def _place_of(row: Row[Any]) -> tuple[str, str]:
    return row.direction, row.for_desk


def _called_by(caller: Caller) -> tuple[ColumnElement[bool], ...]:
    return tickets.c.state == "called", tickets.c.desk == caller.desk


def _offered(mine: Sequence[str], desk: str) -> ColumnElement[bool]:
    return tickets.c.direction.in_(mine) & tickets.c.for_desk.in_(("", desk))


def _is_offered(row: Row[Any], mine: Sequence[str], desk: str) -> bool:
    return row.direction in mine and row.for_desk in ("", desk)


def _changed(connection: Connection, row: Row[Any], values: dict[str, Any]) -> Row[Any] | None:
    """The row with these values, if nobody was quicker since it was read."""
    same = (tickets.c.centre == row.centre, tickets.c.day == row.day, tickets.c.number == row.number)
    as_read = (tickets.c.state == row.state, tickets.c.desk == row.desk, tickets.c.calls == row.calls)
    change = update(tickets).where(*same, *as_read).values(values)
    return connection.execute(change.returning(tickets)).one_or_none()


def _done(row: Row[Any] | None) -> Ticket:
    if row is None:
        raise Problematic(409, "ticket.taken")
    return _ticket(row)


def _in_order(needs: Sequence[Need]) -> str:
    """Priority first: the order of calling looks there."""
    return ",".join(each for each in get_args(Need) if each in needs)


def _ticket(row: Row[Any]) -> Ticket:
    told = {name: getattr(row, name) for name in Ticket.model_fields}
    return Ticket.model_validate(told | {"needs": tuple(filter(None, row.needs.split(",")))})


def _seconds(since: str, until: str) -> float:
    return (instant(until) - instant(since)).total_seconds()


def _since(moment: str, now: datetime) -> int:
    return max(round((now - instant(moment)).total_seconds()), 0)


def _mean(seconds: Sequence[float]) -> int:
    return round(fmean(seconds)) if seconds else 0
