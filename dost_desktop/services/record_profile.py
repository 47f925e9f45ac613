"""What a person can do and looks for is recorded: suitable work is compared with it (Law, Art. 6; facts 1.3, 1.6)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.evidence import WorkProfile
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class RecordProfile:
    """Record it in the file. Runs on the database worker."""

    desk: Desk

    def __call__(
        self, file_id: UUID, profile: WorkProfile, *, corrects: bool = False, draft_key: str = ""
    ) -> Changes:
        """The profile from now on; the same one again records nothing.

        ``corrects``: what stood there held a typing error; the old one stays in the history. The draft under
        ``draft_key`` is discarded in the same transaction. Raises ActNotAllowed.
        """
        with self.desk.open_work() as work:
            is_new = work.file(file_id).profile != profile
            if is_new:
                self.desk.act(work, file_id, [acts.RecordWorkProfile(profile, corrects)])
            if draft_key:
                work.drafts.discard(draft_key)
            work.commit()
        return Changes(frozenset({file_id}), outbox=True) if is_new else Changes()
