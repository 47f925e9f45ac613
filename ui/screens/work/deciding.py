"""What the agent and the person decide about work: each press once, what was typed kept until it is recorded."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.vocabulary import EmployerAnswer
from dost_desktop.ports import Unanswered, Worker
from dost_desktop.services.changes import Changes
from dost_desktop.services.compare_vacancies import ComparedVacancy
from dost_desktop.services.refer import Referred
from ui.screens.work.page import DECLINE, EMPLOYER, JUDGE, JUSTIFIED, REFER, SEND, Page
from ui.screens.work.port import Said, WorkJobs, WorkViewPort
from ui.screens.work.searching import Searching


class Do(Protocol):
    """One job at a time; ``done`` hears Changes by name, anything else as it is."""

    def __call__(
        self, job: Callable[[], Any], done: Callable[..., None], *, on: Worker = Worker.DATABASE
    ) -> None: ...


class Recorded(Protocol):
    """An act is in the file: it is said, its forms are empty, the page looks again."""

    def __call__(self, said: Said, *forms: str, changes: Changes) -> None: ...


class Deciding:
    """The acts of step 6 from the offer to the back office, for one application."""

    def __init__(
        self,
        view: WorkViewPort,
        jobs: WorkJobs,
        search: Searching,
        do: Do,
        recorded: Recorded,
        file_id: UUID,
        application: UUID,
    ) -> None:
        self._view, self._jobs, self._search = view, jobs, search
        self._do, self._recorded = do, recorded
        self._file_id, self._application = file_id, application

    def offer(self, page: Page, row: ComparedVacancy | None) -> None:
        """First whether it is still open, then the offer itself."""
        if row is None:
            return
        self._search.select(row.vacancy.number)
        job = partial(self._jobs.find.is_open, page.case.file, self._application, row.vacancy.number)
        self._do(job, partial(self._still_open, row), on=Worker.NETWORK)

    def _still_open(self, row: ComparedVacancy, is_open: bool | Unanswered) -> None:
        if isinstance(is_open, Unanswered):
            self._view.show_no_answer(is_open)
            return
        if not is_open:
            self._search.taken(row.vacancy)
            return
        job = partial(
            self._jobs.offer, self._file_id, self._application, row.vacancy, dict(self._search.answers)
        )
        self._do(job, partial(self._recorded, Said.OFFERED))

    def search_again(self, _: Page) -> None:
        """Another vacancy after all: the vacancies come back."""
        job = partial(self._jobs.search_again, self._file_id, self._application)
        self._do(job, partial(self._recorded, Said.SEARCHED_AGAIN))

    def accept(self, page: Page) -> None:
        """The person takes the work."""
        if page.offer is not None:
            job = partial(self._jobs.answer.accept, self._file_id, self._application, page.offer.id)
            self._do(job, partial(self._recorded, Said.ACCEPTED))

    def decline(self, page: Page) -> None:
        """The person does not, with their reason; no consequence yet."""
        typed = page.part(DECLINE)
        if page.offer is not None:
            job = partial(
                self._jobs.answer.decline,
                self._file_id,
                self._application,
                page.offer.id,
                str(typed.get("words", "")),
                str(typed.get("kind", "")),
            )
            self._do(job, partial(self._recorded, Said.DECLINED, DECLINE))

    def judge(self, page: Page) -> None:
        """What the agent makes of the reason (D3)."""
        typed = page.part(JUDGE)
        if page.offer is not None:
            job = partial(
                self._jobs.answer.judge,
                self._file_id,
                self._application,
                page.offer.id,
                str(typed.get("wording", "")),
                justified=typed.get("choice") == JUSTIFIED,
            )
            self._do(job, partial(self._recorded, Said.JUDGED, JUDGE))

    def explain(self, _: Page) -> None:
        """The right to apply again was explained aloud."""
        job = partial(self._jobs.answer.explain_right, self._file_id, self._application)
        self._do(job, partial(self._recorded, Said.EXPLAINED))

    def refer(self, page: Page) -> None:
        """The referral is recorded under its number, then printed."""
        day = page.presented_on
        if page.offer is not None and day is not None:
            job = partial(self._jobs.refer, self._file_id, self._application, page.offer.id, day)
            self._do(job, self._referred)

    def _referred(self, referred: Referred) -> None:
        self._recorded(Said.REFERRED, REFER, changes=referred.changes)
        self._jobs.print_referral(self._file_id, self._application)

    def employer(self, page: Page) -> None:
        """What the employer decided, or that the term ran out."""
        typed = page.part(EMPLOYER)
        answer, note = EmployerAnswer(str(typed.get("answer", ""))), str(typed.get("note", ""))
        job = partial(self._jobs.employer, self._file_id, self._application, answer, note)
        self._do(job, partial(self._recorded, Said.EMPLOYER_ANSWERED, EMPLOYER))

    def place(self, page: Page) -> None:
        """“No suitable work” is placed in MAS, then recorded with its reference."""
        job = partial(self._jobs.ask_no_work, page.case.file, self._application)
        self._do(job, self._placed, on=Worker.NETWORK)

    def _placed(self, placed: Attestation | Unanswered) -> None:
        if isinstance(placed, Unanswered):
            self._view.show_no_answer(placed)
            return
        seen = self._search.shelf.seen
        job = partial(self._jobs.record_no_work, self._file_id, self._application, placed, seen)
        self._do(job, partial(self._recorded, Said.PLACED))

    def send(self, page: Page) -> None:
        """The draft decision goes to the named back office."""
        office = str(page.part(SEND).get("office") or self._jobs.refuse.catalogue.passport.back_office.code)
        job = partial(self._jobs.send, self._file_id, self._application, office)
        self._do(job, partial(self._recorded, Said.SENT, SEND))
