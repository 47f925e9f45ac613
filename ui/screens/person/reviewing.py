"""The review of a marked file is closed: only with what was found, and only the marks that were in sight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final, Protocol
from uuid import UUID

from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.rows import Draft
from dost_desktop.services.changes import Changes
from dost_desktop.services.close_review import CloseReview
from dost_desktop.services.keep_drafts import KeepDrafts
from ui.screens.person.errands import Errands
from ui.screens.person.page import PersonPage, Review

REVIEW_FORM: Final = "review"


class ReviewViewPort(Protocol):
    """The panel in which the finding is written."""

    def show_review(self, review: Review | None) -> None:
        """The panel with the marks and what was typed; None folds it."""

    def show_review_marks(self, review: Review) -> None:
        """Other marks; what is typed and the caret stay."""

    def show_finding_problem(self, error: AgentError | None) -> None:
        """What is wrong with the finding, the caret in it; None when it is repaired."""


class Reviewing:
    """The panel of one file; ``recorded`` hears what came of it."""

    def __init__(
        self,
        view: ReviewViewPort,
        errands: Errands,
        close_review: CloseReview,
        drafts: KeepDrafts,
        file_id: UUID,
        *,
        recorded: Callable[[Changes], None],
    ) -> None:
        self._view, self._errands, self._drafts, self._file_id = view, errands, drafts, file_id
        self._close_review, self._recorded = close_review, recorded
        self._shown: Review | None = None

    @property
    def key(self) -> str:
        """Where a typed, unrecorded finding is kept."""
        return f"{REVIEW_FORM}:{self._file_id}"

    @property
    def is_open(self) -> bool:
        """Whether the panel is open."""
        return self._shown is not None

    def open(self, page: PersonPage) -> None:
        """The panel with every mark, and what was typed before and not recorded."""
        self._errands.run(
            partial(self._drafts.load, self.key), partial(self._opened, Review(page.marks, page.view.now))
        )

    def looked_again(self, page: PersonPage) -> None:
        """The file may have other marks by now, or none: another desk closed the review."""
        if self._shown is None or page.marks == self._shown.marks:
            return
        if not page.marks:
            self.close()
            return
        self._shown = replace(self._shown, marks=page.marks, now=page.view.now)
        self._view.show_review_marks(self._shown)

    def finding_edited(self, words: str) -> None:
        """A letter was typed; it is saved soon."""
        if self._shown is not None:
            self._shown = replace(self._shown, finding=words)
            self._errands.keep(self.key, REVIEW_FORM, {"finding": words})
            self._view.show_finding_problem(None)

    def record(self) -> None:
        """The review is closed; never without what was found."""
        shown = self._shown
        if shown is None or self._errands.is_busy:
            return
        if not shown.finding.strip():
            self._view.show_finding_problem(InvalidValue("review.finding_missing"))
            return
        seen = [each.text for each in shown.marks]
        job = partial(self._close_review, self._file_id, shown.finding, seen, self.key)
        self._errands.act(job, self._done)

    def close(self) -> None:
        """The panel folds; what was typed is kept."""
        self._errands.save_now()
        self._shown = None
        self._view.show_review(None)

    def _opened(self, blank: Review, draft: Draft | None) -> None:
        self._shown = replace(blank, finding=str(draft.content.get("finding", "")) if draft else "")
        self._view.show_review(self._shown)

    def _done(self, changes: Changes) -> None:
        self._errands.recorded()
        self.close()
        self._recorded(changes)
