"""The table behind every simulator: rows by register and number, read and written in the caller's transaction."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from central_api.tables import simulated_rows

Row = dict[str, Any]


def one_row(connection: Connection, register: str, number: str) -> Row | None:
    """The first row of ``register`` under this number."""
    text = connection.execute(
        select(simulated_rows.c.row).where(*_first(register, number))
    ).scalar_one_or_none()
    found: Row | None = None if text is None else json.loads(text)
    return found


def insert_row(connection: Connection, register: str, number: str, row: Mapping[str, Any]) -> None:
    """A row that nobody has written yet: a second one is refused by the database."""
    new = {"register": register, "number": number, "place": 1, "row": _text(row)}
    connection.execute(insert(simulated_rows).values(new))


def keep_row(connection: Connection, register: str, number: str, row: Mapping[str, Any]) -> None:
    """The row, whether there was one or not."""
    kept = connection.execute(update(simulated_rows).where(*_first(register, number)).values(row=_text(row)))
    if not kept.rowcount:
        insert_row(connection, register, number, row)


def drop_row(connection: Connection, register: str, number: str) -> None:
    """No row any more."""
    connection.execute(delete(simulated_rows).where(*_first(register, number)))


def all_rows(connection: Connection, register: str) -> dict[str, Row]:
    """The first row of every number."""
    chosen = select(simulated_rows.c.number, simulated_rows.c.row).where(
        simulated_rows.c.register == register, simulated_rows.c.place == 1
    )
    return {number: json.loads(text) for number, text in connection.execute(chosen).all()}


def used_up(connection: Connection, register: str, number: str, fits: Callable[[Row], bool]) -> Row | None:
    """The next row that fits, taken off the list by this."""
    listed = simulated_rows.c.register == register, simulated_rows.c.number == number
    chosen = select(simulated_rows.c.place, simulated_rows.c.row).where(*listed)
    for place, text in connection.execute(chosen.order_by(simulated_rows.c.place)).all():
        row: Row = json.loads(text)
        if fits(row):
            connection.execute(delete(simulated_rows).where(*listed, simulated_rows.c.place == place))
            return row
    return None


def _first(register: str, number: str) -> tuple[Any, ...]:
    return (
        simulated_rows.c.register == register,
        simulated_rows.c.number == number,
        simulated_rows.c.place == 1,
    )


def _text(row: Mapping[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False)
