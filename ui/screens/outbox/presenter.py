"""What waits to be sent: which items need a person first, and what one of them is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final, Protocol
from uuid import UUID

from dost_desktop.domain.errors import AgentError
from dost_desktop.ports import Tasks
from dost_desktop.rows import ApplicationFilter, ApplicationRow, OutboxRow, RunState
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk
from ui.navigation import Navigation

_ORDER: Final = (RunState.NEEDS_YOU, RunState.SENDING, RunState.QUEUED, RunState.SET_ASIDE)


@dataclass(frozen=True, slots=True)
class Unsent:
    """Every unsent item, those that need a person first, then the oldest."""

    rows: tuple[OutboxRow, ...]
    now: datetime

    def count(self, state: RunState) -> int:
        """How many stand in this state."""
        return sum(row.state is state for row in self.rows)


class OutboxViewPort(Protocol):
    """What the presenter shows."""

    def show_unsent(self, unsent: Unsent) -> None: ...

    def show_item(self, row: OutboxRow | None, now: datetime) -> None: ...

    def show_problem(self, error: AgentError | None) -> None: ...

    def select(self, run: UUID) -> None: ...


class OutboxPresenter:
    """``sync_now`` is the composition root's: it wakes the sync, which announces what it did."""

    def __init__(
        self,
        view: OutboxViewPort,
        tasks: Tasks,
        navigation: Navigation,
        desk: Desk,
        sync_now: Callable[[], None],
    ) -> None:
        self._view, self._tasks, self._navigation, self._desk = view, tasks, navigation, desk
        self._sync_now = sync_now
        self._unsent: Unsent | None = None
        self._chosen: UUID | None = None

    def opened(self) -> None:
        """The page came into sight."""
        self.reload()

    def changed(self, changes: Changes) -> None:
        """Something was recorded, or sent."""
        if changes.outbox or changes.files:
            self.reload()

    def reload(self) -> None:
        """F5: the items anew."""
        self._tasks.run(self._read, done=self._shown, failed=self._failed)

    def sync_pressed(self) -> None:
        """Send now."""
        self._sync_now()
        self.reload()

    def row_selected(self, run: UUID) -> None:
        """Another item."""
        self._chosen = run
        self._show_item()

    def row_opened(self, run: UUID) -> None:
        """Enter: the newest application of the file the item is about."""
        row = self._row(run)
        if row is not None:
            find = partial(self._applications, row.file_id)
            self._tasks.run(find, done=partial(self._open, row), failed=self._failed)

    def next_pressed(self) -> None:
        """F8: the next item that needs a person."""
        rows = self._unsent.rows if self._unsent else ()
        place = next((n for n, row in enumerate(rows) if row.run == self._chosen), -1)
        around = [*rows[place + 1 :], *rows[: max(place, 0)]]
        following = next((row for row in around if row.state is RunState.NEEDS_YOU), None)
        if following is not None:
            self._view.select(following.run)
            self.row_selected(following.run)

    def _read(self) -> Unsent:
        with self._desk.open_reading() as reading:
            rows = reading.outbox_rows()
        ordered = sorted(rows, key=lambda row: (_ORDER.index(row.state), row.created_at))
        return Unsent(tuple(ordered), self._desk.clock.now())

    def _applications(self, file_id: UUID) -> tuple[ApplicationRow, ...]:
        with self._desk.open_reading() as reading:
            return reading.applications(ApplicationFilter(file_id=file_id))

    def _shown(self, unsent: Unsent) -> None:
        self._unsent = unsent
        self._view.show_problem(None)
        self._view.show_unsent(unsent)
        if self._row(self._chosen) is None:
            self._chosen = unsent.rows[0].run if unsent.rows else None
        if self._chosen is not None:
            self._view.select(self._chosen)
        self._show_item()

    def _show_item(self) -> None:
        if self._unsent is not None:
            self._view.show_item(self._row(self._chosen), self._unsent.now)

    def _open(self, row: OutboxRow, applications: tuple[ApplicationRow, ...]) -> None:
        newest = max(applications, key=lambda each: each.changed_at, default=None)
        if newest is not None:
            self._navigation.open_case(row.file_id, newest.id)
        else:
            self._navigation.show_persons(row.full_name)

    def _row(self, run: UUID | None) -> OutboxRow | None:
        rows = self._unsent.rows if self._unsent else ()
        return next((row for row in rows if row.run == run), None)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        self._view.show_problem(error)
