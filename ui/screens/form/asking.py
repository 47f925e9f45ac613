"""MAS is asked how the person is registered: one question at a time; silence changes nothing and is said."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from dost_desktop.domain.attestation import Attestation
from dost_desktop.ports import Tasks, Unanswered, Worker
from dost_desktop.services.changes import Changes
from ui.screens.form.port import FormJobs, FormViewPort


class AskingStatus:
    """``recorded`` hears what the answer changed, ``failed`` what stands in the way."""

    def __init__(
        self,
        view: FormViewPort,
        tasks: Tasks,
        jobs: FormJobs,
        file_id: UUID,
        recorded: Callable[[Changes], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._view, self._tasks, self._jobs, self._file_id = view, tasks, jobs, file_id
        self._recorded, self._failed = recorded, failed
        self._is_asking = False

    def ask(self) -> None:
        """F9: ask, again if need be."""
        if self._is_asking:
            return
        self._is_asking = True
        self._view.show_no_answer(None)
        self._view.show_asking(True)
        self._tasks.run(
            partial(self._jobs.ask_status, self._file_id),
            done=self._answered,
            failed=self._not_asked,
            on=Worker.NETWORK,
        )

    def _answered(self, answer: Attestation | Unanswered) -> None:
        self._over()
        if isinstance(answer, Unanswered):
            self._view.show_no_answer(answer)
            return
        job = partial(self._jobs.record_status, self._file_id, answer)
        self._tasks.run(job, done=self._recorded, failed=self._failed)

    def _not_asked(self, error: Exception) -> None:
        self._over()
        self._failed(error)

    def _over(self) -> None:
        self._is_asking = False
        self._view.show_asking(False)
