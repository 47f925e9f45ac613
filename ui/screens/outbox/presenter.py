"""What waits to be sent: which items need a person first, what one of them is about, and getting it out of here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Protocol
from uuid import UUID

from dost_desktop.domain.errors import AgentError
from dost_desktop.ports import Tasks
from dost_desktop.rows import ApplicationFilter, ApplicationRow, OutboxRow
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk
from dost_desktop.services.unsent_export import ExportReport
from ui.navigation import Navigation
from ui.screens.outbox.item import Item, ItemId, Need, id_of, name_of
from ui.screens.outbox.unsent import Unsent, read_unsent


class OutboxViewPort(Protocol):
    """What the presenter shows."""

    def show_unsent(self, unsent: Unsent) -> None: ...

    def show_item(self, row: Item | None, unsent: Unsent) -> None: ...

    def show_problem(self, error: AgentError | None) -> None: ...

    def show_exported(self, report: ExportReport) -> None: ...

    def set_exporting(self, busy: bool) -> None: ...

    def select(self, item: ItemId) -> None: ...


@dataclass(frozen=True, slots=True)
class OutboxJobs:
    """``sync_now`` wakes the sync, which announces what it did; ``online_since`` None: not online.

    ``decides``: whoever is signed in settles disagreements.
    """

    sync_now: Callable[[], None]
    online_since: Callable[[], datetime | None]
    export: Callable[[Path], ExportReport]
    decides: bool


class OutboxPresenter:
    """Everything unsent, and for each item the one thing that helps."""

    def __init__(
        self, view: OutboxViewPort, tasks: Tasks, navigation: Navigation, desk: Desk, jobs: OutboxJobs
    ) -> None:
        self._view, self._tasks, self._navigation, self._desk = view, tasks, navigation, desk
        self._jobs = jobs
        self._unsent: Unsent | None = None
        self._chosen: ItemId | None = None
        self._is_exporting = False

    def opened(self) -> None:
        """The page came into sight."""
        self.reload()

    def changed(self, changes: Changes) -> None:
        """Something was recorded, or sent."""
        if changes.outbox or changes.files:
            self.reload()

    def reload(self) -> None:
        """F5, and after every round of the sync: the items anew."""
        self._tasks.run(self._read, done=self._shown, failed=self._failed)

    def sync_pressed(self) -> None:
        """Send everything now, also what was to wait longer."""
        self._jobs.sync_now()
        self.reload()

    def try_pressed(self, _: ItemId) -> None:
        """This one now; the items of a file go in their order, so everything that waits is tried with it."""
        self.sync_pressed()

    def row_selected(self, item: ItemId) -> None:
        """Another item."""
        self._chosen = item
        self._show_item()

    def row_opened(self, item: ItemId) -> None:
        """Enter: what waits for the agent's choice is decided, of anything else the file is shown."""
        row = self._row(item)
        if row is not None and self._jobs.decides and self._need(row) is Need.YOU:
            self.decide_pressed(item)
        else:
            self.file_pressed(item)

    def decide_pressed(self, item: ItemId) -> None:
        """Both sides of it, and the choice."""
        row = self._row(item)
        if isinstance(row, OutboxRow):
            self._navigation.show_disagreements(row.run)

    def file_pressed(self, item: ItemId) -> None:
        """The newest application of the file the item is about, if a file names it."""
        row = self._row(item)
        if row is not None and row.file_id is not None:
            find = partial(self._applications, row.file_id)
            done = partial(self._open, row.file_id, name_of(row))
            self._tasks.run(find, done=done, failed=self._failed)

    def next_pressed(self) -> None:
        """F8: the next item that needs a person."""
        rows = self._unsent.rows if self._unsent else ()
        place = next((n for n, row in enumerate(rows) if id_of(row) == self._chosen), -1)
        around = [*rows[place + 1 :], *rows[: max(place, 0)]]
        needing = {Need.YOU, Need.SOMEBODY, Need.STUCK}
        following = next((row for row in around if self._need(row) in needing), None)
        if following is not None:
            self._view.select(id_of(following))
            self.row_selected(id_of(following))

    def export_to(self, path: Path) -> None:
        """Everything unsent into one file that only the administrator opens; nothing is changed here."""
        if not self._is_exporting:
            self._set_exporting(True)
            job = partial(self._jobs.export, path)
            self._tasks.run(job, done=self._exported, failed=self._failed)

    def _exported(self, report: ExportReport) -> None:
        self._set_exporting(False)
        self._view.show_problem(None)
        self._view.show_exported(report)

    def _set_exporting(self, busy: bool) -> None:
        self._is_exporting = busy
        self._view.set_exporting(busy)

    def _read(self) -> Unsent:
        with self._desk.open_reading() as reading:
            return read_unsent(reading, self._desk.clock.now(), self._jobs.online_since())

    def _applications(self, file_id: UUID) -> tuple[ApplicationRow, ...]:
        with self._desk.open_reading() as reading:
            return reading.applications(ApplicationFilter(file_id=file_id))

    def _shown(self, unsent: Unsent) -> None:
        self._unsent = unsent
        self._view.show_unsent(unsent)
        if self._row(self._chosen) is None:
            self._chosen = id_of(unsent.rows[0]) if unsent.rows else None
        if self._chosen is not None:
            self._view.select(self._chosen)
        self._show_item()

    def _show_item(self) -> None:
        if self._unsent is not None:
            self._view.show_item(self._row(self._chosen), self._unsent)

    def _open(self, file_id: UUID, name: str, applications: tuple[ApplicationRow, ...]) -> None:
        newest = max(applications, key=lambda each: each.changed_at, default=None)
        if newest is not None:
            self._navigation.open_case(file_id, newest.id)
        else:
            self._navigation.show_persons(name)

    def _need(self, row: Item) -> Need | None:
        return self._unsent.need(row) if self._unsent else None

    def _row(self, item: ItemId | None) -> Item | None:
        rows = self._unsent.rows if self._unsent else ()
        return next((row for row in rows if id_of(row) == item), None)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        self._set_exporting(False)
        self._view.show_problem(error)
