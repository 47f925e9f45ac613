"""Registers of the simulator from CSV files: whole or not at all, unless the good rows alone are asked for.

Bad rows are always listed with line and reason, and never with what stands in them.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, ClassVar, Final, TextIO

from sqlalchemy import Connection, delete, insert, select

from central_api.database import Database
from central_api.register_rows import KINDS, Kind, Unusable
from central_api.self_service import keep_received
from central_api.tables import simulated_rows
from dost_desktop.domain.errors import AgentError

_SEPARATORS: Final = ",;\t"
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_AT_ONCE: Final = 1000  # rows written at once
_TOLD_EVERY: Final = 10_000  # rows
_LINES_OF_A_ROW: Final = 50  # more in one row: a quotation mark was not closed


@dataclass(frozen=True, slots=True)
class BadRow:
    """A line that cannot be loaded, and why; never what stands in it."""

    line: int
    reason: str


@dataclass(slots=True)
class Loaded:
    """What came of a file: how many rows were good, how many of them are loaded now, and the bad ones."""

    rows: int = 0
    good: int = 0
    bad: list[BadRow] = field(default_factory=list)

    def refuse_unless(self, *, only_good: bool) -> None:
        """Raises _Refused for a file with bad rows, unless there are good ones and they are wanted."""
        if self.bad and not (only_good and self.good):
            raise _Refused


class _Refused(AgentError):
    code: ClassVar[str] = "register.refused"


def load_register(
    database: Database,
    kind: str,
    path: Path,
    *,
    only_good: bool = False,
    dry_run: bool = False,
    tell: Callable[[int], object] = lambda _rows: None,
) -> Loaded:
    """Replace a register by the rows of ``path``, in one transaction; with bad rows only when ``only_good``.

    Self-service applications are added to what was received already: each ``mas_number`` counts once. ``dry_run``
    reads and changes nothing; ``tell`` hears now and then how many rows were read.

    Raises KeyError for a kind that is not in ``KINDS``.
    """
    chosen, loaded = KINDS[kind], Loaded()
    rows = _good_rows(chosen, path, loaded, tell)
    if dry_run:
        for _ in rows:
            pass
        return loaded
    try:
        with database.writing() as connection:
            _keep(connection, chosen, rows)
            loaded.refuse_unless(only_good=only_good)
    except _Refused:
        return loaded
    loaded.rows = loaded.good
    return loaded


def replace_register(
    database: Database, register: str, rows: Iterable[tuple[str, Mapping[str, Any]]]
) -> None:
    """The simulated register holds exactly these rows, in this order."""
    with database.writing() as connection:
        _replace(connection, str(register), rows)


def is_loaded(database: Database, register: str) -> bool:
    """Whether the simulated register holds anything."""
    chosen = select(simulated_rows.c.place).where(simulated_rows.c.register == str(register)).limit(1)
    with database.reading() as connection:
        return connection.execute(chosen).first() is not None


def _keep(connection: Connection, kind: Kind, rows: Iterator[Any]) -> None:
    if kind.register:
        _replace(connection, str(kind.register), rows)
        return
    while some := list(islice(rows, _AT_ONCE)):
        keep_received(connection, some)


def _replace(connection: Connection, register: str, rows: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
    connection.execute(delete(simulated_rows).where(simulated_rows.c.register == register))
    places: dict[str, int] = {}
    left = iter(rows)
    while some := list(islice(left, _AT_ONCE)):
        stored = []
        for number, row in some:
            places[number] = place = places.get(number, 0) + 1
            text = json.dumps(row, ensure_ascii=False)
            stored.append({"register": register, "number": number, "place": place, "row": text})
        connection.execute(insert(simulated_rows), stored)


def _good_rows(kind: Kind, path: Path, loaded: Loaded, tell: Callable[[int], object]) -> Iterator[Any]:
    """The rows that can be loaded; the others go to ``loaded.bad``."""
    seen: dict[str, int] = {}
    try:
        with _opened(path) as file:
            for line, row in _rows(kind, file):
                if isinstance(row, Unusable):
                    loaded.bad.append(BadRow(line, str(row)))
                    continue
                try:
                    said = kind.read(row)
                    _once(kind, row, line, seen)
                except Unusable as unusable:
                    loaded.bad.append(BadRow(line, str(unusable)))
                    continue
                loaded.good += 1
                if loaded.good % _TOLD_EVERY == 0:
                    tell(loaded.good)
                yield said
    except _Unreadable as unreadable:
        loaded.good = 0
        loaded.bad.append(BadRow(unreadable.line, str(unreadable)))


class _Unreadable(ValueError):
    """The file as a whole cannot be read."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    with path.open("rb") as raw:
        start = raw.read(2)
    if start in _UTF_16:
        raise _Unreadable(1, "the file is UTF-16: save it as UTF-8")
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        yield file


def _rows(kind: Kind, file: TextIO) -> Iterator[tuple[int, dict[str, str] | Unusable]]:
    """Each row with the line on which it begins, or what is wrong with it before it is read."""
    lines = _Lines(file)
    heading = next(lines, None)
    if heading is None or not heading.strip():
        raise _Unreadable(1, "the file is empty: a heading is expected")
    columns, separator = _heading(kind, heading)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    while True:
        begins = lines.number + 1
        lines.of_row = 0
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield begins, Unusable("a quotation mark is not closed, or stands inside a field")
            continue
        if not fields:
            continue
        if any("\0" in each for each in fields):
            yield begins, Unusable("holds a character that no text has (NUL)")
        elif not all(map(_is_text, fields)):
            yield begins, Unusable("is not UTF-8 (Windows-1254?): save the file as UTF-8")
        elif len(fields) != len(columns):
            yield begins, Unusable("has not as many fields as the heading")
        else:
            yield begins, dict(zip(columns, fields, strict=True))


class _Lines:
    """The lines of a file, counted; a row that runs over too many of them is broken off."""

    def __init__(self, file: TextIO) -> None:
        self._file, self.number, self.of_row = file, 0, 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self.of_row >= _LINES_OF_A_ROW:
            self.of_row = 0
            raise csv.Error
        line = next(self._file)
        self.number += 1
        self.of_row += 1
        return line


def _heading(kind: Kind, text: str) -> tuple[list[str], str]:
    """The columns, and what stands between them."""
    found = max(_SEPARATORS, key=text.count)
    columns = [each.strip().strip('"').strip() for each in text.strip().split(found)]
    missing = [each for each in kind.columns if each not in columns]
    if missing:
        raise _Unreadable(1, f"columns are missing: {', '.join(missing)}")
    known = (*kind.columns, *kind.may_miss)
    unknown = sum(each not in known for each in columns)
    if unknown:
        raise _Unreadable(1, f"{unknown} columns are unknown; known are: {', '.join(known)}")
    if len(set(columns)) != len(columns):
        raise _Unreadable(1, "a column stands there twice")
    return columns, found


def _is_text(field_: str) -> bool:
    """False for bytes that were not UTF-8."""
    return field_.isascii() or not any("\udc80" <= each <= "\udcff" for each in field_)


def _once(kind: Kind, row: Mapping[str, str], line: int, seen: dict[str, int]) -> None:
    if not kind.unique:
        return
    value = "".join(row[kind.unique].split()).upper()
    before = seen.setdefault(value, line)
    if before != line:
        raise Unusable(f"{kind.unique}: stands on line {before} already")
