"""The ways out of an intake: the application is opened, opened and refused, or not wanted; or the page waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol

from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.vocabulary import ApplicationKind
from dost_desktop.ports import Tasks
from dost_desktop.services.open_application import Intake, Opened
from dost_desktop.services.run_case import Case
from ui.screens.intake.acts import IntakeActs, IntakeNavigation, open_for, take_over
from ui.screens.intake.inquiry import Inquiry


class Page(Protocol):
    """What the way out needs of the page."""

    draft_key: str

    def save(self) -> None: ...

    def not_opened(self, error: AgentError) -> None:
        """Nothing was recorded, and why."""

    def show(self) -> None:
        """Busy, or not any more."""


class Leaving:
    """``busy`` while something is being recorded; ``over`` when the page has nothing more to keep."""

    def __init__(
        self, page: Page, tasks: Tasks, acts: IntakeActs, navigation: IntakeNavigation, case: Case | None
    ) -> None:
        self._page, self._tasks, self._acts, self._navigation = page, tasks, acts, navigation
        self.case = case
        self.busy = self.over = False

    @property
    def is_closed(self) -> bool:
        """Whether no other way out can be taken now."""
        return self.busy or self.over

    def open(self, intake: Intake, *, to_refuse: bool) -> None:
        """Open the application and go on with it, or to its refusal."""
        self._work()
        self._tasks.run(
            partial(open_for, self._acts, replace(intake, to_answer=to_refuse), self.case),
            done=partial(self._opened, to_refuse),
            failed=self._not_opened,
        )

    def take_over(self, inquiry: Inquiry, kind: ApplicationKind | None) -> None:
        """The open application of this person goes on instead of a second one."""
        answer, found = inquiry.answer, inquiry.open_application(kind)
        if answer is None or found is None or self.is_closed:
            return
        self._work()
        job = partial(
            take_over, self._acts, self.case, self._page.draft_key, found.kind, answer.file.id, found.id
        )
        self._tasks.run(job, done=partial(self._gone_on, to_refuse=False), failed=self._not_opened)

    def pause(self) -> None:
        """Ctrl+H: the case waits under the half-done ones for a reason, what was typed is its draft."""
        if self.busy:
            return
        self._page.save()
        if self.case is None:
            self._navigation.show_queue()
        else:
            self._navigation.ask_pause()

    def back(self) -> None:
        """Esc: to the queue; what was typed is kept."""
        self._page.save()
        self._navigation.show_queue()

    def _opened(self, to_refuse: bool, opened: tuple[Opened, Case]) -> None:
        application, case = opened
        self._navigation.announce(application.changes)
        self._gone_on(case, to_refuse=to_refuse)

    def _gone_on(self, case: Case, *, to_refuse: bool) -> None:
        self.over, self.busy = True, False
        self._page.show()
        self._navigation.case_changed(case)
        if case.file_id is None or case.application is None:
            return
        leads: Callable[..., None] = (
            self._navigation.open_refusal if to_refuse else self._navigation.open_case
        )
        leads(case.file_id, case.application)

    def _not_opened(self, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        self.busy = False
        self._page.not_opened(error)

    def _work(self) -> None:
        self.busy = True
        self._page.show()
