"""Two files turn out to be one person's: each names the other, nothing is merged and nothing deleted (design 4)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class LinkFiles:
    """Record in both files that they are one person's. Runs on the database worker."""

    desk: Desk

    def __call__(self, file_id: UUID, other: UUID, reason: str, draft_key: str = "") -> Changes:
        """In both files or in neither, with the agent's own words; a file that names the other already stays as it is.

        The draft under ``draft_key`` is discarded in the same transaction. Raises ActNotAllowed
        (``file.reason_missing``, ``file.same``).
        """
        touched = set[UUID]()
        with self.desk.open_work() as work:
            for mine, its in ((file_id, other), (other, file_id)):
                if its not in work.file(mine).linked:
                    self.desk.act(work, mine, [acts.LinkFiles(its, reason.strip())])
                    touched.add(mine)
            if draft_key:
                work.drafts.discard(draft_key)
            work.commit()
        return Changes(frozenset(touched), outbox=bool(touched))
