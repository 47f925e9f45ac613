"""What ours said to its database for one request: every statement with its values, transaction by transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sqlalchemy import Connection, event

from central_api.database import Database

Statement: TypeAlias = tuple[str, Any]
Transaction: TypeAlias = tuple[bool, list[Statement]]  # whether it was committed, and what it did


@dataclass(slots=True)
class Recorded:
    """One request: its transactions in order, and the JSON it was answered with."""

    transactions: list[Transaction] = field(default_factory=list)
    answer: Any = None


class Recorder:
    """Writes down what goes to ``database``, while one request after the other is made."""

    def __init__(self, database: Database) -> None:
        self._engine = database.engine
        self.now = Recorded()
        self._open: list[Statement] = []

    @contextmanager
    def listening(self) -> Iterator[Recorder]:
        """Until the end of the block."""
        wires = (
            ("before_cursor_execute", self._statement),
            ("commit", self._commit),
            ("rollback", self._rollback),
        )
        for name, wire in wires:
            event.listen(self._engine, name, wire)
        try:
            yield self
        finally:
            for name, wire in wires:
                event.remove(self._engine, name, wire)

    def taken(self, answer: Any) -> Recorded:
        """What was recorded since the last time."""
        told, self.now = self.now, Recorded()
        told.answer = answer
        return told

    def _statement(
        self, _connection: Connection, _cursor: Any, statement: str, values: Any, _context: Any, _many: bool
    ) -> None:
        if not statement.startswith("BEGIN"):  # SQLite's transactions begin so, ours and the bare one's
            self._open.append((statement, values))

    def _commit(self, _connection: Connection) -> None:
        self._end(is_writing=True)

    def _rollback(self, _connection: Connection) -> None:
        self._end(is_writing=False)

    def _end(self, *, is_writing: bool) -> None:
        self.now.transactions.append((is_writing, self._open))
        self._open = []
