"""Numbers against blocks: which ones events bear, which the list says are used, which were given out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeAlias

from sqlalchemy import Connection, select

from central_api.checking.findings import Found, Kind
from central_api.tables import leases, number_heads, numbers_used
from dost_desktop.domain.attestation import Series
from dost_desktop.domain.numbering import number_text

Line: TypeAlias = tuple[str, int, str]  # centre, year, series
UNBORNE: Final = "no event bears it"
UNLISTED: Final = "an event bears it, the list does not say so"
_FAR: Final = 1 << 24  # beyond it nobody leased anything yet: two megabytes a line at most


class Numbers:
    """Collects the numbers of all events, file by file, and compares them at the end."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._borne: dict[Line, bytearray] = {}
        self._far: set[tuple[Line, int]] = set()
        self._leased: dict[Line, list[tuple[int, int]]] = {}
        table = leases.c
        chosen = select(table.centre, table.year, table.series, table.first, table.last)
        for centre, year, series, first, last in connection.execute(chosen.order_by(table.first)):
            self._leased.setdefault((centre, year, series), []).append((first, last))

    def bear(self, file: str, rows: Iterable[dict[str, Any]]) -> Iterator[Found]:
        """Take the numbers that the events of a file bear; those that somebody must look at."""
        for row in rows:
            line = (str(row["centre"]), int(row["year"]), str(row["series"]))
            number = int(row["number"])
            text = number_text(Series(line[2]), line[0], line[1], number)
            if self._take(line, number):
                yield Found(Kind.NUMBER_TWICE, file, text)
            if not any(first <= number <= last for first, last in self._leased.get(line, ())):
                yield Found(Kind.NUMBER_UNLEASED, file, text)

    def compare(self, *, is_complete: bool) -> Iterator[Found]:
        """Where the list of used numbers, or the blocks, are not right; ``is_complete``: every file was read."""
        yield from self._blocks()
        listed: dict[Line, bytearray] = {}
        far: set[tuple[Line, int]] = set()
        rows = self._connection.execute(select(numbers_used).execution_options(yield_per=1000))
        for row in rows:
            line = (row.centre, row.year, row.series)
            _mark(listed, far, line, row.number)
            if is_complete and not row.finding and not self._is_borne(line, row.number):
                yield Found(
                    Kind.NUMBER, f"{row.centre} {row.year} {row.series} {row.number}", "no event bears it"
                )
        for line, bits in self._borne.items():
            there = listed.get(line, bytearray())
            for place, byte in enumerate(bits):
                missing = byte & ~(there[place] if place < len(there) else 0)
                for bit in range(8):
                    if missing >> bit & 1:
                        yield _unlisted(line, place * 8 + bit)
        for line, number in sorted(self._far - far):
            yield _unlisted(line, number)

    def _blocks(self) -> Iterator[Found]:
        heads = {
            (row.centre, row.year, row.series): row.last
            for row in self._connection.execute(select(number_heads))
        }
        for line, blocks in sorted(self._leased.items()):
            before = 0
            for first, last in blocks:
                if first <= before or last < first:
                    yield Found(Kind.LEASE, " ".join(map(str, line)), f"{first}-{last} overlaps")
                before = max(before, last)
            if before > heads.get(line, 0):
                yield Found(Kind.LEASE, " ".join(map(str, line)), f"{before} is beyond what was given out")

    def _take(self, line: Line, number: int) -> bool:
        """Note it; whether another event bore it already."""
        is_borne = self._is_borne(line, number)
        _mark(self._borne, self._far, line, number)
        return is_borne

    def _is_borne(self, line: Line, number: int) -> bool:
        bits = self._borne.get(line, b"")
        if number >= _FAR:
            return (line, number) in self._far
        return number // 8 < len(bits) and bool(bits[number // 8] >> number % 8 & 1)


def _mark(lines: dict[Line, bytearray], far: set[tuple[Line, int]], line: Line, number: int) -> None:
    if number >= _FAR:
        far.add((line, number))
        return
    bits = lines.setdefault(line, bytearray())
    if number // 8 >= len(bits):
        bits.extend(bytes(max(number // 8 + 1 - len(bits), len(bits))))
    bits[number // 8] |= 1 << number % 8


def _unlisted(line: Line, number: int) -> Found:
    return Found(
        Kind.NUMBER, f"{line[0]} {line[1]} {line[2]} {number}", "an event bears it, the list does not say so"
    )
