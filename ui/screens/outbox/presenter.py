"""What waits to be sent: which items need a person first, and what one of them is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Final, Protocol
from uuid import UUID

from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.vocabulary import Role
from dost_desktop.ports import Tasks
from dost_desktop.rows import ApplicationFilter, ApplicationRow, OutboxRow, RunState
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk
from dost_desktop.services.hand_up import HandedUp, HandUp, handed_up
from dost_desktop.services.keep_drafts import KeepDrafts
from ui.navigation import Navigation
from ui.screens.outbox.handing_up import HandingUp, HandingUpViewPort
from ui.screens.outbox.item import Item, ItemId, id_of, recorded_at, state_of

_ORDER: Final = (RunState.NEEDS_YOU, RunState.SENDING, RunState.QUEUED, RunState.SET_ASIDE)


@dataclass(frozen=True, slots=True)
class Unsent:
    """Every unsent item, those that need a person first, then the oldest."""

    rows: tuple[Item, ...]
    now: datetime
    handed_up: Mapping[UUID, HandedUp] = field(default_factory=dict)  # by the run it is about

    def count(self, state: RunState) -> int:
        """How many stand in this state."""
        return sum(state_of(row) is state for row in self.rows)


class OutboxViewPort(HandingUpViewPort, Protocol):
    """What the presenter shows."""

    def show_unsent(self, unsent: Unsent) -> None: ...

    def show_item(self, row: Item | None, now: datetime) -> None: ...

    def show_problem(self, error: AgentError | None) -> None: ...

    def select(self, item: ItemId) -> None: ...


class OutboxPresenter:
    """``sync_now`` is the composition root's: it wakes the sync, which announces what it did."""

    def __init__(
        self,
        view: OutboxViewPort,
        tasks: Tasks,
        navigation: Navigation,
        desk: Desk,
        sync_now: Callable[[], None],
        hand_up: HandUp,
        drafts: KeepDrafts,
    ) -> None:
        self._view, self._tasks, self._navigation, self._desk = view, tasks, navigation, desk
        self._sync_now = sync_now
        self._unsent: Unsent | None = None
        self._chosen: ItemId | None = None
        self.handing_up = HandingUp(
            view, tasks, hand_up, drafts, may=desk.role is Role.AGENT, recorded=self._recorded
        )

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

    def row_selected(self, item: ItemId) -> None:
        """Another item."""
        self._chosen = item
        self._show_item()

    def row_opened(self, item: ItemId) -> None:
        """Enter: the newest application of the file the item is about, if a file names it."""
        row = self._row(item)
        if row is not None and row.file_id is not None:
            find = partial(self._applications, row.file_id)
            done = partial(self._open, row.file_id, row.full_name)
            self._tasks.run(find, done=done, failed=self._failed)

    def next_pressed(self) -> None:
        """F8: the next item that needs a person."""
        rows = self._unsent.rows if self._unsent else ()
        place = next((n for n, row in enumerate(rows) if id_of(row) == self._chosen), -1)
        around = [*rows[place + 1 :], *rows[: max(place, 0)]]
        following = next((row for row in around if state_of(row) is RunState.NEEDS_YOU), None)
        if following is not None:
            self._view.select(id_of(following))
            self.row_selected(id_of(following))

    def _read(self) -> Unsent:
        with self._desk.open_reading() as reading:
            rows: list[Item] = [*reading.outbox_rows(), *reading.unsent_documents()]
            handed: dict[UUID, HandedUp] = {}
            for file_id in {row.file_id for row in rows if isinstance(row, OutboxRow) and _is_kept(row)}:
                handed.update(handed_up(reading.events(file_id)))
        now = self._desk.clock.now()
        rows.sort(key=lambda row: (_ORDER.index(state_of(row)), recorded_at(row) or now))
        return Unsent(tuple(rows), now, handed)

    def _applications(self, file_id: UUID) -> tuple[ApplicationRow, ...]:
        with self._desk.open_reading() as reading:
            return reading.applications(ApplicationFilter(file_id=file_id))

    def _shown(self, unsent: Unsent) -> None:
        self._unsent = unsent
        self._view.show_problem(None)
        self._view.show_unsent(unsent)
        if self._row(self._chosen) is None:
            self._chosen = id_of(unsent.rows[0]) if unsent.rows else None
        if self._chosen is not None:
            self._view.select(self._chosen)
        self._show_item()

    def _show_item(self) -> None:
        if self._unsent is None:
            return
        row = self._row(self._chosen)
        self._view.show_item(row, self._unsent.now)
        run = row if isinstance(row, OutboxRow) else None
        self.handing_up.show(run, self._unsent.handed_up.get(run.run) if run else None, self._unsent.now)

    def _recorded(self, changes: Changes) -> None:
        self._navigation.announce(changes)
        self.reload()

    def _open(self, file_id: UUID, name: str, applications: tuple[ApplicationRow, ...]) -> None:
        newest = max(applications, key=lambda each: each.changed_at, default=None)
        if newest is not None:
            self._navigation.open_case(file_id, newest.id)
        else:
            self._navigation.show_persons(name)

    def _row(self, item: ItemId | None) -> Item | None:
        rows = self._unsent.rows if self._unsent else ()
        return next((row for row in rows if id_of(row) == item), None)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        self._view.show_problem(error)


def _is_kept(row: OutboxRow) -> bool:
    """Whether it is not sent by itself any more."""
    return row.state in {RunState.NEEDS_YOU, RunState.SET_ASIDE}
