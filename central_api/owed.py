"""Everything the server still owes, in one list: duties, questions to registers, messages, self-service."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Table, select, update

from central_api.clock import Clock
from central_api.database import Database
from central_api.duties import Duty
from central_api.message_list import MessageState
from central_api.owed_tables import duties, messages, register_questions
from central_api.self_service import WAITING
from central_api.settings import Settings
from central_api.tables import self_service
from dost_desktop.domain.dates import instant_text

_SILENT: Final = "unanswered"
_LAST: Final = {
    Duty.FORM.value: "unconfirmed_or_unanswered",
    Duty.EMPLOYER.value: "term_runs",
}


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing owed. ``about`` is an application's or event's id, or MAS's number; nothing of the person."""

    kind: str  # duty, question, message, self_service
    what: str  # which duty, register, message or kind of application
    about: str
    state: str  # waiting, or given_up
    attempts: int
    last: str  # why it was not done the last time; empty: it was not tried yet
    due_at: str


class OwedWork:
    """Lists what is owed and lets it be tried at once."""

    def __init__(self, database: Database, settings: Settings, clock: Clock) -> None:
        self.database, self.settings, self.clock = database, settings, clock

    def all(self, kind: str = "") -> tuple[Owed, ...]:
        """Everything, or of one kind; what has been due for longest first."""
        with self.database.snapshot() as connection:
            rows = [each for name, read in _KINDS.items() if kind in {"", name} for each in read(connection)]
        return tuple(sorted(rows, key=lambda each: (each.due_at, each.kind, each.about)))

    def retry(self, kind: str = "") -> int:
        """Everything that waits longer than somebody holds it is due now; how many. What was given up stays so."""
        now = self.clock()
        later = instant_text(now + self.settings.held_for)
        changed = 0
        with self.database.writing() as connection:
            for name, table in _TABLES.items():
                if kind in {"", name}:
                    due = update(table).where(table.c.due_at > later)
                    if "state" in table.c:
                        due = due.where(table.c.state == MessageState.WAITING.value)
                    changed += connection.execute(due.values(due_at=instant_text(now))).rowcount
        return changed


def _duties(connection: Connection) -> Iterator[Owed]:
    for row in connection.execute(select(duties)):
        last = _LAST.get(row.duty, _SILENT) if row.attempts else ""
        yield Owed("duty", row.duty, row.application, WAITING, row.attempts, last, row.due_at)


def _questions(connection: Connection) -> Iterator[Owed]:
    for row in connection.execute(select(register_questions)):
        last = _SILENT if row.attempts else ""
        yield Owed("question", row.register, row.application, WAITING, row.attempts, last, row.due_at)


def _messages(connection: Connection) -> Iterator[Owed]:
    for row in connection.execute(select(messages).where(messages.c.state != MessageState.DROPPED.value)):
        last = _SILENT if row.attempts else "not_delivered" if row.tries else ""
        what = f"{row.message} {row.channel}"
        yield Owed("message", what, row.occasion, row.state, row.attempts + row.tries, last, row.due_at)


def _self_service(connection: Connection) -> Iterator[Owed]:
    table = self_service.c
    for row in connection.execute(select(self_service).where(table.state == WAITING)):
        yield Owed(
            "self_service",
            row.application_kind,
            row.mas_number,
            WAITING,
            row.attempts,
            row.reason,
            row.due_at,
        )


_KINDS: Final = {
    "duty": _duties,
    "question": _questions,
    "message": _messages,
    "self_service": _self_service,
}
_TABLES: Final[dict[str, Table]] = {
    "duty": duties,
    "question": register_questions,
    "message": messages,
    "self_service": self_service,
}
KINDS: Final = tuple(_KINDS)
