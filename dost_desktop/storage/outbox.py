"""The outbox: every click the server has not confirmed yet, in order, with what was tried and answered."""

# ruff: noqa: S608 - every text is a constant of this module, every value is bound

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from dost_desktop.domain.attestation import Receipt
from dost_desktop.domain.dates import instant, instant_text
from dost_desktop.domain.events import ChainedEvent, Event, Head
from dost_desktop.rows import OutboxRow, RunState, WaitingRun
from dost_desktop.storage.connection import Connection, Row
from dost_desktop.storage.errors import ChainBroken
from dost_desktop.storage.event_rows import COLUMNS, event_of, facts_of, json_text, moment, uuid_of
from dost_desktop.storage.files import Files

_RUN: Final = (
    "SELECT o.run, f.file_id, o.first_seq, o.steps, o.state, o.attempts, o.created_at, o.last_answer, o.facts,"
    " o.file FROM outbox o JOIN file f ON f.no = o.file"
)
_WAITING: Final = (  # the oldest file first, each file's runs in their order, or none of them
    _RUN + " WHERE o.state IN ('queued', 'sending') AND o.file NOT IN (SELECT file FROM outbox"
    " WHERE state IN ('queued', 'sending') AND next_try > :now)"
    " ORDER BY min(o.run) OVER (PARTITION BY o.file), o.first_seq LIMIT :limit"
)
_ROWS: Final = (
    "SELECT o.run, f.file_id, coalesce(p.full_name, ''), o.kinds, o.state, o.created_at, o.attempts, o.next_try,"
    " o.last_answer, o.facts FROM outbox o JOIN file f ON f.no = o.file LEFT JOIN person p ON p.file = o.file"
    " WHERE :state IN ('', o.state) ORDER BY o.run"
)
_RUN_EVENTS: Final = f"SELECT {COLUMNS} FROM event WHERE file = ? AND seq BETWEEN ? AND ? ORDER BY seq"
_PARKED: Final = f"SELECT {COLUMNS} FROM parked_event WHERE run = ? ORDER BY seq"


class Outbox:
    """The outbox of one transaction."""

    def __init__(self, connection: Connection, files: Files) -> None:
        self._connection = connection
        self._files = files
        self._taken_out: set[UUID] = set()
        self._has_cut = False

    def waiting(self, now: datetime, limit: int = 200) -> tuple[WaitingRun, ...]:
        """The runs that may be sent now, file by file, each file's in its order."""
        rows = self._connection.all(_WAITING, {"now": instant_text(now), "limit": limit})
        return tuple(self._waiting_run(row) for row in rows)

    def run(self, run: UUID) -> WaitingRun | None:
        """One unconfirmed run with its events; None when it was confirmed or never was."""
        row = self._connection.one(_RUN + " WHERE o.run = ?", (run.bytes,))
        return None if row is None else self._waiting_run(row)

    def of_file(self, file_id: UUID) -> tuple[WaitingRun, ...]:
        """Every unconfirmed run of one file, also those taken out of it, as they stand or last stood."""
        runs = map(self._waiting_run, self._connection.all(_RUN + " WHERE f.file_id = ?", (file_id.bytes,)))
        return tuple(
            sorted(runs, key=lambda run: run.base.seq)
        )  # two runs of one millisecond have no other order

    def rows(self, state: RunState | None = None) -> tuple[OutboxRow, ...]:
        """Everything unsent, or what of it stands in ``state``, as the outbox page shows it."""
        wanted = {"state": state.value if state else ""}
        return tuple(_outbox_row(row) for row in self._connection.all(_ROWS, wanted))

    def counts(self) -> Mapping[RunState, int]:
        """How many runs stand in each state."""
        rows = self._connection.all("SELECT state, count(*) FROM outbox GROUP BY state")
        found = dict.fromkeys(RunState, 0)
        return found | {RunState(state): count for state, count in rows}

    def oldest(self) -> datetime | None:
        """When the oldest run that still waits was made."""
        row = self._connection.one(
            "SELECT created_at FROM outbox WHERE state IN ('queued', 'sending') ORDER BY run LIMIT 1"
        )
        return None if row is None else instant(row[0])

    def add(self, file_id: UUID, chained: Sequence[ChainedEvent]) -> None:
        """A new run waits to be sent."""
        first = chained[0].event.content
        kinds = json_text([each.event.content.kind for each in chained])
        self._connection.change(
            "INSERT INTO outbox (run, file, first_seq, steps, kinds, state, created_at) VALUES (?,?,?,?,?,?,?)",
            (
                first.run.bytes,
                self._files.standing(file_id).no,
                chained[0].link.seq,
                len(chained),
                kinds,
                RunState.QUEUED.value,
                instant_text(first.at),
            ),
        )

    def note_sending(self, runs: Iterable[UUID]) -> None:
        """These runs are on their way; after a crash they count as queued, because sending is safe to repeat.

        One that another program of this desk took out of its file meanwhile stays where it is.
        """
        self._connection.change_many(
            "UPDATE outbox SET state = 'sending', attempts = attempts + 1 WHERE run = ? AND first_seq > 0",
            [(run.bytes,) for run in runs],
        )

    def note_answer(self, run: UUID, code: str, facts: Mapping[str, Any], next_try: datetime | None) -> None:
        """The run was not taken yet; try again at ``next_try`` (None: as soon as possible). See ``note_sending``."""
        self._connection.change(
            "UPDATE outbox SET state = 'queued', last_answer = ?, facts = ?, next_try = ?"
            " WHERE run = ? AND first_seq > 0",
            (code, json_text(dict(facts)), instant_text(next_try) if next_try else "", run.bytes),
        )

    def confirm(self, run: UUID, receipt: Receipt) -> None:
        """The server holds this run. Raises ChainBroken when its receipt names another hash than ours.

        A run that is no longer in the outbox was confirmed before: nothing changes but the receipt.
        """
        row = self._connection.one(
            "SELECT first_seq + steps - 1 FROM outbox WHERE run = ? AND first_seq > 0", (run.bytes,)
        )
        head = self._files.standing(receipt.file_id).file.head.seq
        if receipt.seq <= head:
            self._files.confirm(receipt.file_id, receipt.seq, receipt)
        elif row is not None:  # others came after it: their events and the receipt arrive with the next pull
            self._files.confirm(receipt.file_id, int(row[0]), None)
        self._connection.change("DELETE FROM outbox WHERE run = ? AND first_seq > 0", (run.bytes,))

    def take_out(self, file_id: UUID, from_seq: int) -> None:
        """Move the own runs from ``from_seq`` on out of the file; each is relinked or parked before the commit."""
        no = self._files.standing(file_id).no
        rows = self._connection.all(
            "SELECT run, first_seq, steps FROM outbox WHERE file = ? AND first_seq + steps > ? ORDER BY first_seq",
            (no, from_seq),
        )
        for raw, first, steps in rows:
            if first < from_seq:
                raise ValueError("a run is taken out as a whole")
            self._connection.change(
                f"INSERT INTO parked_event (run, {COLUMNS}) SELECT ?, {COLUMNS} FROM event"
                " WHERE file = ? AND seq BETWEEN ? AND ?",
                (raw, no, first, first + steps - 1),
            )
            self._connection.change("UPDATE outbox SET first_seq = 0 WHERE run = ?", (raw,))
            self._taken_out.add(uuid_of(raw))
        self._files.cut_tail(file_id, from_seq)
        self._has_cut = True

    def arrived(self, chained: Iterable[ChainedEvent]) -> None:
        """Own runs that came back from the server wait no longer, wherever they stood.

        Raises ChainBroken when something else came back under the name of an own run.
        """
        sent = {each.event.content.id: each.event.content for each in chained}
        for run in {each.run for each in sent.values()}:
            own = self.run(run)
            if own is None:
                continue
            if any(each.event.content != sent.get(each.event.content.id) for each in own.events):
                raise ChainBroken(seq=own.base.seq + 1)
            self._connection.change("DELETE FROM outbox WHERE run = ?", (run.bytes,))
            self._taken_out.discard(run)

    def loose(self, file_id: UUID) -> tuple[WaitingRun, ...]:
        """The runs of this file that were taken out and have no place yet."""
        return tuple(run for run in self.of_file(file_id) if run.run in self._taken_out)

    def relink(self, run: UUID) -> tuple[ChainedEvent, ...]:
        """Put a taken-out run back behind the head: same content, same signatures, new place."""
        waiting = self.run(run)
        row = self._connection.one("SELECT first_seq FROM outbox WHERE run = ?", (run.bytes,))
        if waiting is None or row is None or row[0]:  # with a place it stands in the file
            raise ValueError("only a run that was taken out is relinked")
        events: list[Event] = [each.event for each in waiting.events]
        chained = self._files.append(waiting.file_id, events)
        self._connection.change("DELETE FROM parked_event WHERE run = ?", (run.bytes,))
        self._connection.change(
            "UPDATE outbox SET first_seq = ?, state = 'queued', next_try = '', last_answer = '', facts = '{}'"
            " WHERE run = ?",
            (chained[0].link.seq, run.bytes),
        )
        self._taken_out.discard(run)
        return chained

    def needs_you(self, run: UUID, code: str, facts: Mapping[str, Any]) -> None:
        """An agent must choose what becomes of this taken-out run."""
        self._park(run, RunState.NEEDS_YOU, code, facts)

    def set_aside(self, run: UUID, code: str, facts: Mapping[str, Any]) -> None:
        """An agent chose otherwise: the run stays in the history and is not sent."""
        self._park(run, RunState.SET_ASIDE, code, facts)

    @property
    def has_cut(self) -> bool:
        """True when a tail was cut in this transaction."""
        return self._has_cut

    def nothing_is_loose(self) -> bool:
        """True when every run that was taken out has a place again."""
        return not self._taken_out

    def _park(self, run: UUID, state: RunState, code: str, facts: Mapping[str, Any]) -> None:
        changed = self._connection.change(
            "UPDATE outbox SET state = ?, last_answer = ?, facts = ? WHERE run = ? AND first_seq = 0",
            (state.value, code, json_text(dict(facts)), run.bytes),
        )
        if not changed:
            raise ValueError("only a run that was taken out is parked")
        self._taken_out.discard(run)

    def _waiting_run(self, row: Row) -> WaitingRun:
        raw, file_id, first, steps, state, attempts, created_at, last_answer, facts, no = row
        found = (
            self._connection.all(_RUN_EVENTS, (no, first, first + steps - 1))
            if first
            else self._connection.all(_PARKED, (raw,))
        )
        events = tuple(event_of(each) for each in found)
        return WaitingRun(
            run=uuid_of(raw),
            file_id=uuid_of(file_id),
            base=Head(events[0].link.seq - 1, events[0].link.prev),
            events=events,
            state=RunState(state),
            attempts=attempts,
            created_at=instant(created_at),
            last_answer=last_answer,
            facts=facts_of(facts),
        )


def _outbox_row(row: Row) -> OutboxRow:
    raw, file_id, name, kinds, state, created_at, attempts, next_try, last_answer, facts = row
    return OutboxRow(
        run=uuid_of(raw),
        file_id=uuid_of(file_id),
        full_name=name,
        kinds=tuple(json.loads(kinds)),
        state=RunState(state),
        created_at=instant(created_at),
        attempts=attempts,
        next_try=moment(next_try),
        last_answer=last_answer,
        facts=facts_of(facts),
    )
