"""What an agent typed and has not decided yet: saved all the time, restored only when asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from dost_desktop.rows import Draft
from dost_desktop.services.desk import Desk
from dost_desktop.services.half_done import tell_of_draft


@dataclass(frozen=True, slots=True)
class KeepDrafts:
    """Save, find and discard drafts. Runs on the database worker."""

    desk: Desk

    def save(
        self,
        key: str,
        form: str,
        content: Mapping[str, Any],
        *,
        ticket: str = "",
        application: UUID | None = None,
    ) -> datetime:
        """Keep ``content`` under ``key``; when it was saved."""
        now = self.desk.clock.now()
        with self.desk.open_work() as work:
            draft = Draft(key, form, content, now, ticket, application)
            work.drafts.save(draft)
            tell_of_draft(work, draft, now)
            work.commit()
        return now

    def load(self, key: str) -> Draft | None:
        """The draft under ``key``."""
        with self.desk.open_reading() as reading:
            return reading.drafts.load(key)

    def all(self) -> tuple[Draft, ...]:
        """Every draft of this desk, newest first."""
        with self.desk.open_reading() as reading:
            return tuple(sorted(reading.drafts.all(), key=lambda draft: draft.saved_at, reverse=True))

    def discard(self, key: str) -> None:
        """Forget the draft under ``key``."""
        with self.desk.open_work() as work:
            work.drafts.discard(key)
            work.commit()
