"""Each person's place in the alphabet as a whole number: what search meets first is also what the alphabet puts first.

The full-text index is read in the order of its rowids. With places for rowids the first fifty of a hundred thousand
persons called Əliyev are the first fifty it reads; sorting them would mean reading all hundred thousand. A new person
gets a place in the middle between two neighbours; where there is none left, the persons around move apart.
"""

from __future__ import annotations

from typing import Final

from dost_desktop.storage.connection import Connection

STEP: Final = (
    1 << 24
)  # from one person to the next when all are placed anew: room for 24 halvings at every point
_FIRST: Final = 1 << 40
_SMALLEST_WINDOW: Final = 4  # bits
_LARGEST_WINDOW: Final = 62
_CROWD: Final = 4 / 3  # 2**n places hold at most this to the power of n persons after they moved apart

_BELOW: Final = (
    "SELECT place FROM person WHERE sort_key <= ? AND place IS NOT NULL"
    " ORDER BY sort_key DESC, place DESC LIMIT 1"
)
_ABOVE: Final = (
    "SELECT place FROM person WHERE sort_key > ? AND place IS NOT NULL ORDER BY sort_key, place LIMIT 1"
)
_WINDOW: Final = "SELECT file, place, names FROM person WHERE place >= ? AND place < ? ORDER BY place LIMIT ?"
_SET_PLACE: Final = "UPDATE person SET place = ? WHERE file = ?"
_PLACE_ALL: Final = (
    "UPDATE person SET place = o.nth * ? FROM (SELECT file, row_number() OVER (ORDER BY sort_key, file) AS nth"
    " FROM person WHERE names <> '') AS o WHERE o.file = person.file"
)
_INDEX_ALL: Final = (
    "INSERT INTO person_names (rowid, names)"
    " SELECT place, names FROM person WHERE place IS NOT NULL ORDER BY place"
)
_OUT_OF_ORDER: Final = (
    "SELECT 1 FROM (SELECT sort_key, lag(sort_key) OVER (ORDER BY place) AS before FROM person"
    " WHERE place IS NOT NULL) WHERE before > sort_key LIMIT 1"
)


def index_names(connection: Connection, no: int, names: str, sort_key: str) -> None:
    """Let the person of file ``no`` be found by these folded names, at the place that the alphabet gives."""
    if names:
        place = _free_place(connection, sort_key)
        connection.change(_SET_PLACE, (place, no))
        connection.change("INSERT INTO person_names (rowid, names) VALUES (?, ?)", (place, names))


def forget_names(connection: Connection, no: int) -> None:
    """The person of file ``no`` is found by no name any more; before the row itself goes or changes its names."""
    row = connection.one("SELECT place FROM person WHERE file = ?", (no,))
    if row is not None and row[0] is not None:
        connection.change("DELETE FROM person_names WHERE rowid = ?", (row[0],))
        connection.change(_SET_PLACE, (None, no))


def place_everybody(connection: Connection) -> None:
    """Places and full-text index for all persons anew; the index is empty before. Quicker than one by one."""
    connection.change(_PLACE_ALL, (STEP,))
    connection.change(_INDEX_ALL)


def in_order(connection: Connection) -> bool:
    """True when the places follow the alphabet."""
    return connection.one(_OUT_OF_ORDER) is None


def _free_place(connection: Connection, sort_key: str) -> int:
    """A place behind everybody whose key is the same or smaller, and before everybody else."""
    while True:
        below, above = connection.one(_BELOW, (sort_key,)), connection.one(_ABOVE, (sort_key,))
        if above is None:
            return _FIRST if below is None else int(below[0]) + STEP
        low, high = int(below[0]) if below else 0, int(above[0])
        if high - low > 1:
            return (low + high) // 2 if below else max(high // 2, high - STEP)
        _move_apart(connection, low)


def _move_apart(connection: Connection, around: int) -> None:
    """Spread the persons of the smallest window that is not crowded evenly over it."""
    for bits in range(_SMALLEST_WINDOW, _LARGEST_WINDOW):
        first, most = around >> bits << bits, int(_CROWD**bits)
        persons = connection.all(_WINDOW, (first, first + (1 << bits), most + 1))
        if len(persons) <= most:
            break
    connection.change_many("DELETE FROM person_names WHERE rowid = ?", [(place,) for _, place, _ in persons])
    gap = (1 << bits) // (len(persons) + 1)
    for nth, (no, _, names) in enumerate(persons, 1):
        connection.change(_SET_PLACE, (first + nth * gap, no))
        connection.change("INSERT INTO person_names (rowid, names) VALUES (?, ?)", (first + nth * gap, names))
