"""F9 on the page of suitable work: the register of employed persons, and MAS for how the person is registered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from dost_desktop.domain.attestation import Attestation
from dost_desktop.ports import Tasks, Unanswered, Worker
from dost_desktop.services.changes import Changes
from ui.screens.work.page import Page
from ui.screens.work.port import Said, WorkJobs, WorkViewPort
from ui.screens.work.possible import can_ask

T = TypeVar("T")


class Asking:
    """One question at a time; a silence changes nothing and is said."""

    def __init__(
        self,
        view: WorkViewPort,
        tasks: Tasks,
        jobs: WorkJobs,
        page: Callable[[], Page | None],
        recorded: Callable[[Said, Changes], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._view, self._tasks, self._jobs, self._page = view, tasks, jobs, page
        self._recorded, self._failed = recorded, failed
        self._is_asking = False

    def register(self) -> None:
        """Ask the register of employed persons again."""
        page = self._page()
        if page is not None and can_ask(page):
            file, application = page.case.file, page.application.id
            record = partial(self._jobs.record_check, file.id, application)
            self._ask(partial(self._jobs.ask, file, application), record, Said.CHECKED)

    def status(self) -> None:
        """Ask MAS how the person is registered."""
        page = self._page()
        if page is not None:
            file_id = page.case.file.id
            record = partial(self._jobs.record_status, file_id)
            self._ask(partial(self._jobs.ask_status, file_id), record, Said.STATUS_READ)

    def _ask(
        self,
        ask: Callable[[], Attestation | Unanswered],
        record: Callable[[Attestation], Changes],
        said: Said,
    ) -> None:
        if self._is_asking:
            return
        self._is_asking = True
        self._view.show_no_answer(None)
        self._view.set_busy(True)
        done = partial(self._answered, record, said)
        self._tasks.run(ask, done=done, failed=self._not_asked, on=Worker.NETWORK)

    def _answered(
        self,
        record: Callable[[Attestation], Changes],
        said: Said,
        answer: Attestation | Unanswered,
    ) -> None:
        self._is_asking = False
        self._view.set_busy(False)
        if isinstance(answer, Unanswered):
            self._view.show_no_answer(answer)
            return
        self._tasks.run(partial(record, answer), done=partial(self._recorded, said), failed=self._failed)

    def _not_asked(self, error: Exception) -> None:
        self._is_asking = False
        self._view.set_busy(False)
        self._failed(error)
