"""Files as the last click left them: the next click on the same file does not read and fold its whole history anew.

What is kept here decides nothing: it is taken only while the file is locked, when its head, the epoch, and how many
events still have their data are as the database says now.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from dost_desktop.domain.events import ChainedEvent
from dost_desktop.domain.person_file import PersonFile

_MOST: Final = 512  # files: more people than one process serves at once; the one used longest ago goes first


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file whole, as it was committed; ``received`` beside each event."""

    state: PersonFile = field(repr=False)
    events: tuple[ChainedEvent, ...] = field(repr=False)
    received: tuple[datetime, ...]
    epoch: str

    @property
    def whole(self) -> int:
        """How many events have their data: a lawful erasure takes it and leaves every hash as it was."""
        return sum(each.event.data is not None for each in self.events)


class KeptFiles:
    """Of one process; may be asked from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[UUID, KeptFile] = OrderedDict()

    def get(self, file_id: UUID, head: str, epoch: str) -> KeptFile | None:
        """The file, if it is kept up to this very head and of this epoch; another one is forgotten."""
        with self._lock:
            kept = self._kept.get(file_id)
            if kept is None:
                return None
            if (kept.state.head.hash, kept.epoch) != (head, epoch):
                del self._kept[file_id]
                return None
            self._kept.move_to_end(file_id)
            return kept

    def keep(self, files: Mapping[UUID, KeptFile]) -> None:
        """What a transaction that was committed left."""
        with self._lock:
            for file_id, kept in files.items():
                self._kept[file_id] = kept
                self._kept.move_to_end(file_id)
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)

    def forget(self, file_id: UUID) -> None:
        """The database has it otherwise."""
        with self._lock:
            self._kept.pop(file_id, None)
