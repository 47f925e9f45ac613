"""A file marked for review is looked at by a person, who says what was found; then the mark goes (design 4)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.refusing import Refused
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import ActNotAllowed, Desk


@dataclass(frozen=True, slots=True)
class CloseReview:
    """Close the review of a file with what was found. Runs on the database worker."""

    desk: Desk

    def __call__(self, file_id: UUID, finding: str, seen: Collection[str], draft_key: str = "") -> Changes:
        """Every mark of the file goes, the finding stays in its history; a file without marks records nothing.

        ``seen``: the marks the agent was shown, as ``PersonFile.review`` has them. The draft under ``draft_key`` is
        discarded in the same transaction. Raises ActNotAllowed (``review.finding_missing``; ``review.new_mark`` when
        a mark came that the agent has not seen).
        """
        with self.desk.open_work() as work:
            marks = work.file(file_id).review
            if not set(marks) <= set(seen):
                raise ActNotAllowed(Refused("review.new_mark", "design 4"))
            if marks:
                self.desk.act(work, file_id, [acts.CloseReview(finding.strip(), marks)])
            if draft_key:
                work.drafts.discard(draft_key)
            work.commit()
        return Changes(frozenset({file_id}), outbox=True) if marks else Changes()
