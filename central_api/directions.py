"""What each desk of a centre is there for: its directions, set by an administrator, employment by default."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select, update

from central_api.database import Database
from central_api.problems import Problematic
from central_api.tables import desks


def directions_of(connection: Connection, centre: str) -> dict[str, tuple[str, ...]]:
    """The directions of every desk of ``centre`` that works, by desk."""
    chosen = select(desks.c.desk, desks.c.directions).where(
        desks.c.centre == centre, desks.c.retired_at.is_(None)
    )
    rows = connection.execute(chosen.order_by(desks.c.desk))
    return {row.desk: tuple(row.directions.split(",")) for row in rows}


def read_directions(database: Database, desk: str) -> tuple[str, ...]:
    """The directions of one desk. Raises Problematic 404."""
    with database.reading() as connection:
        told = connection.execute(select(desks.c.directions).where(desks.c.desk == desk)).scalar_one_or_none()
    if told is None:
        raise Problematic(404, "desk.unknown")
    return tuple(told.split(","))


def set_directions(database: Database, desk: str, directions: Sequence[str]) -> None:
    """From now on the desk is offered these directions. Raises Problematic 404."""
    with database.writing() as connection:
        change = update(desks).where(desks.c.desk == desk).values(directions=",".join(directions))
        if not connection.execute(change).rowcount:
            raise Problematic(404, "desk.unknown")
