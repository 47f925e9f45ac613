"""What an agent cannot settle is handed to the head of the centre, and returns with the head's finding (design 6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.codec import Malformed
from dost_desktop.domain.events import ChainedEvent
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class HandedUp:
    """What was handed up when, and what the head found; ``closed_at`` None: nobody looked yet."""

    at: datetime
    wording: str = field(repr=False)
    closed_at: datetime | None = None
    closed_by: str = ""  # sign-in name
    finding: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True)
class HandUp:
    """Hand something about a file to the head. Runs on the database worker."""

    desk: Desk

    def __call__(self, file_id: UUID, about: UUID, wording: str, draft_key: str = "") -> Changes:
        """The file is marked for the head; ``about`` is a run, an application, or the file itself.

        The draft under ``draft_key`` is discarded in the same transaction. Raises ActNotAllowed without words
        (``hand_up.words_missing``).
        """
        with self.desk.open_work() as work:
            self.desk.act(work, file_id, [acts.HandUp(about, wording.strip())])
            if draft_key:
                work.drafts.discard(draft_key)
            work.commit()
        return Changes(frozenset({file_id}), outbox=True)


def handed_up(events: Sequence[ChainedEvent]) -> Mapping[UUID, HandedUp]:
    """What of a file was handed up, by what it is about; of several times the last."""
    found: dict[UUID, HandedUp] = {}
    for each in events:
        content = each.event.content
        if content.kind not in {acts.HandUp.kind, acts.CloseReview.kind} or each.event.data is None:
            continue
        try:
            act = each.event.act()
        except Malformed:  # of a newer version
            continue
        if isinstance(act, acts.HandUp):
            found[act.about] = HandedUp(content.at, act.wording)
        elif isinstance(act, acts.CloseReview):
            for about, one in found.items():
                is_meant = not act.marks or f"handed_up:{about}" in act.marks
                if is_meant and one.closed_at is None:
                    found[about] = replace(
                        one, closed_at=content.at, closed_by=content.agent, finding=act.finding
                    )
    return found
