"""The employment check of one case: when the register is asked, and what its answer or its silence does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from dost_desktop.domain.attestation import Attestation
from dost_desktop.ports import Tasks, Unanswered, Worker
from dost_desktop.services.changes import Changes
from ui.screens.application.page import Page, Stage, can_ask
from ui.screens.application.port import ApplicationViewPort, CaseJobs


class Checking:
    """One question at a time; an answer that comes after the agent stopped waiting still counts."""

    def __init__(
        self,
        view: ApplicationViewPort,
        tasks: Tasks,
        jobs: CaseJobs,
        page: Callable[[], Page | None],
        recorded: Callable[[Changes], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._view, self._tasks, self._jobs, self._page = view, tasks, jobs, page
        self._recorded, self._failed = recorded, failed
        self._asking = 0  # the number of the question that is waited for, 0 for none
        self._questions = 0

    def ask(self) -> None:
        """Ask the register of employed persons, again if need be; never on papers that do not hold."""
        page = self._page()
        if page is None or self._asking or not can_ask(page.case):
            return
        self._questions += 1
        self._asking = question = self._questions
        self._view.show_no_answer(None)
        self._view.show_asking(True)
        self._tasks.run(
            partial(self._jobs.ask, page.case.file, page.case.application.id),
            done=partial(self._answered, question),
            failed=partial(self._not_asked, question),
            on=Worker.NETWORK,
        )

    def stop(self) -> None:
        """The agent does not want to wait: the application waits instead."""
        if self._asking:
            self._asking = 0
            self._view.show_asking(False)
            self._record(Unanswered.REGISTER)

    def _answered(self, question: int, answer: Attestation | Unanswered) -> None:
        waited_for = self._over(question)
        if isinstance(answer, Attestation) or waited_for:
            self._record(answer)

    def _not_asked(self, question: int, error: Exception) -> None:
        self._over(question)
        self._failed(error)

    def _over(self, question: int) -> bool:
        if self._asking != question:
            return False
        self._asking = 0
        self._view.show_asking(False)
        return True

    def _record(self, answer: Attestation | Unanswered) -> None:
        page = self._page()
        if page is None:
            return
        if isinstance(answer, Unanswered) and page.stage not in {Stage.TO_ASK, Stage.WAITING}:
            self._view.show_no_answer(answer)  # an older answer stands: silence changes nothing
            return
        file_id, application = page.case.file.id, page.case.application.id
        job = partial(self._jobs.record, file_id, application, answer)
        self._tasks.run(job, done=self._recorded, failed=self._failed)
