"""Everything that was not sent, with what each item waits for and whether it should have been taken long ago."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from dost_desktop.domain.dates import instant
from dost_desktop.ports import Reading
from dost_desktop.rows import OutboxRow, RunState
from dost_desktop.services.case_telling import FINISHED, to_tell
from dost_desktop.services.run_case import case_here
from dost_desktop.services.settle import ChoiceKind
from ui.screens.outbox.item import Item, ItemId, Need, UntoldCase, id_of, need_of, recorded_at

STUCK_AFTER: Final = timedelta(hours=1)
_ORDER: Final = tuple(Need)


@dataclass(frozen=True, slots=True)
class Unsent:
    """Every item, those that need somebody first, then the oldest; ``waits_for``: the earlier item of its file."""

    rows: tuple[Item, ...]
    now: datetime
    online_since: datetime | None = None  # None: not online
    waits_for: Mapping[ItemId, Item] = field(default_factory=dict)

    def need(self, item: Item) -> Need:
        """Where it stands."""
        return need_of(item, stuck=is_stuck(item, self.now, self.online_since))

    def count(self, *needs: Need) -> int:
        """How many stand there."""
        return sum(self.need(row) in needs for row in self.rows)


def is_stuck(item: Item, now: datetime, online_since: datetime | None) -> bool:
    """Not taken for an hour, and for an hour the central system could have."""
    at = recorded_at(item)
    if at is None or online_since is None:
        return False
    return min(now - at, now - online_since) >= STUCK_AFTER


def read_unsent(reading: Reading, now: datetime, online_since: datetime | None) -> Unsent:
    """What this desk has that the central system lacks. What an agent set aside is in its file's history instead."""
    runs = [row for row in reading.outbox_rows() if _is_unsent(row)]
    rows: list[Item] = [*runs, *reading.unsent_documents(), *_cases(reading)]
    unsent = Unsent(tuple(rows), now, online_since)
    rows.sort(key=lambda row: (_ORDER.index(unsent.need(row)), recorded_at(row) or now))
    return Unsent(tuple(rows), now, online_since, _waits_for(runs))


def _is_unsent(row: OutboxRow) -> bool:
    return row.state is not RunState.SET_ASIDE or row.last_answer == ChoiceKind.HAND_UP.value


def _cases(reading: Reading) -> list[UntoldCase]:
    found = []
    for case_id, (what, since) in to_tell(reading).items():
        here = case_here(reading, case_id)
        ticket, file_id = (here[0].ticket, here[0].file_id) if here else ("", None)
        found.append(UntoldCase(case_id, ticket, what == FINISHED, instant(since), file_id))
    return found


def _waits_for(runs: Sequence[OutboxRow]) -> dict[ItemId, Item]:
    """The runs of one file go in their order: each waits for the one before it."""
    last: dict[UUID, OutboxRow] = {}
    found: dict[ItemId, Item] = {}
    for row in runs:
        if row.state not in {RunState.QUEUED, RunState.SENDING}:
            continue
        if row.file_id in last:
            found[id_of(row)] = last[row.file_id]
        last[row.file_id] = row
    return found
