"""The draft of one intake: kept half a second after the last key, offered again, never restored unasked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Final

from dost_desktop.ports import Tasks
from dost_desktop.rows import Draft
from dost_desktop.services.keep_drafts import KeepDrafts
from ui.screens.intake.form import Form, form_from
from ui.screens.intake.shown import IntakeViewPort

FORM: Final = "intake"


class Keeping:
    """Everything under one draft key. ``failed`` hears what the database refuses."""

    def __init__(
        self, view: IntakeViewPort, tasks: Tasks, drafts: KeepDrafts, failed: Callable[[Exception], None]
    ) -> None:
        self._view, self._tasks, self._drafts, self._failed = view, tasks, drafts, failed
        self._saved = Form()
        self._offered: Draft | None = None

    def look(self, key: str) -> None:
        """Offer an earlier draft, if there is one worth it."""
        self._tasks.run(partial(self._drafts.load, key), done=self._found, failed=self._failed)

    def save(self, key: str, form: Form, ticket: str) -> None:
        """Keep the form, if it says something new."""
        if form == self._saved or (form.is_blank() and self._saved.is_blank()):
            return
        job = partial(self._drafts.save, key, FORM, form.content(), ticket=ticket)
        self._tasks.run(job, done=partial(self._kept, form), failed=self._failed)

    def take(self) -> Form | None:
        """The offered draft's form; the offer is over."""
        draft, self._offered = self._offered, None
        self._view.withdraw_draft()
        return form_from(draft.content) if draft else None

    def discard(self, key: str) -> None:
        """The agent does not want it."""
        self.take()
        self._tasks.run(partial(self._drafts.discard, key), done=_nothing, failed=self._failed)

    def _found(self, draft: Draft | None) -> None:
        if draft is not None and not form_from(draft.content).is_blank():
            self._offered = draft
            self._view.offer_draft(draft)

    def _kept(self, form: Form, at: datetime) -> None:
        self._saved = form
        self._view.show_saved(at)


def _nothing(_: object) -> None:
    """Nobody waits for this answer."""
