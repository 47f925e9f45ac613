"""A mistyped number opened another person's file: both files say so, nothing moves, nothing is deleted (design 4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.refusing import Refused
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import ActNotAllowed, Desk
from dost_desktop.services.history import Happened

_MISFILED: Final = frozenset({acts.IdentifyPerson.kind, acts.RecordContact.kind, acts.OpenApplication.kind})


@dataclass(frozen=True, slots=True)
class Misfiled:
    """What was recorded, and that the file is now the one it belongs to."""

    right_file: UUID
    changes: Changes


@dataclass(frozen=True, slots=True)
class RecordInWrongFile:
    """Say of events of a file that they belong to another person's. Runs on the database worker."""

    desk: Desk

    def __call__(
        self,
        file_id: UUID,
        events: Sequence[Happened],
        number_kind: NumberKind,
        number: str,
        reason: str,
        draft_key: str = "",
    ) -> Misfiled:
        """In both files or in neither, with the agent's own words; an application among them goes on nowhere.

        The right file is the one of the person with ``number``, also when nothing was recorded in it yet. The draft
        under ``draft_key`` is discarded in the same transaction. Raises ActNotAllowed (``file.nothing_chosen``,
        ``file.same``, ``file.reason_missing``, ``application.in_wrong_file``).
        """
        if not events:
            raise ActNotAllowed(Refused("file.nothing_chosen", "design 4"))
        right, why = self.desk.file_of(number_kind, number), reason.strip()
        here = [acts.RecordInWrongFile(each.event, right, why, each.application) for each in events]
        there = [acts.RecordInOtherFile(each.event, file_id, why) for each in events]
        with self.desk.open_work() as work:
            self.desk.act(work, file_id, here)
            self.desk.act(work, right, there)
            if draft_key:
                work.drafts.discard(draft_key)
            work.commit()
        return Misfiled(right, Changes(frozenset({file_id, right}), outbox=True))


def may_be_misfiled(event: Happened) -> bool:
    """Whether an agent may say so of this event: it names a person, and nobody said so yet.

    What the register answered about a number is about that number's person.
    """
    is_attested = event.kind == acts.IdentifyPerson.kind and bool(event.number)
    return event.kind in _MISFILED and not is_attested and not event.is_misfiled
