"""The questions an intake puts to the registers: who it is and how registered, and whether a permit stands."""

from __future__ import annotations

from functools import partial
from typing import Protocol
from uuid import UUID

from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.errors import AgentError
from dost_desktop.ports import Tasks, Unanswered, Worker
from dost_desktop.services.identify_person import PersonLookup
from ui.screens.intake.acts import IntakeActs
from ui.screens.intake.applicants import Number
from ui.screens.intake.inquiry import Inquiry


class Page(Protocol):
    """What an answer does to the page."""

    def answered(self, answer: PersonLookup) -> None: ...

    def show(self) -> None: ...

    def failed(self, error: Exception) -> None: ...


class Asking:
    """``inquiry`` is about the number that stands there now; an answer about another one is dropped."""

    def __init__(self, page: Page, tasks: Tasks, acts: IntakeActs) -> None:
        self._page, self._tasks, self._acts = page, tasks, acts
        self.inquiry = Inquiry()
        self._own: UUID | None = None

    def look_up_own(self) -> None:
        """Which file is the agent's own: nobody serves their own case (design 1)."""
        self._tasks.run(self._acts.own_file, done=self._own_known, failed=self._page.failed)

    def is_own(self, number: Number | None) -> bool:
        """Whether the agent's own number stands there."""
        return self._own is not None and self._own == self.file_of(number)

    def file_of(self, number: Number | None) -> UUID | None:
        """The file of the person with this number, whether there is one or not."""
        return self._acts.file_of(*number) if number else None

    def begin_anew(self, note: AgentError | None = None) -> None:
        """Another number, or a file that moved on: nothing is known any more."""
        self.inquiry = Inquiry(note=note)

    def ask(self, number: Number, purpose: str) -> None:
        """MEİS and MAS, on the network; the same question is not put twice."""
        if self.inquiry.asked == number:
            return
        self.begin_anew()
        self.inquiry.asked = number
        self._page.show()
        self._tasks.run(
            partial(self._acts.lookup, *number, purpose),
            done=partial(self._answered, number),
            failed=partial(self._not_answered, number),
            on=Worker.NETWORK,
        )

    def ask_permit(self, number: Number) -> None:
        """The register of permits is asked about the permit that was shown (facts 4.15)."""
        inquiry = self.inquiry
        if inquiry.asks_permit or not inquiry.papers_open:
            return
        inquiry.asks_permit = True
        self._page.show()
        self._tasks.run(
            partial(self._acts.check_permit, *number),
            done=partial(self._permit_answered, inquiry),
            failed=partial(self._permit_failed, inquiry),
            on=Worker.NETWORK,
        )

    def stop(self) -> None:
        """The agent waits no longer: the papers open, as when the register is silent."""
        if self.inquiry.asked is not None:
            self.inquiry.give_up(self._acts.now())
            self._page.show()

    def _own_known(self, own: UUID | None) -> None:
        self._own = own
        if own is not None:
            self._page.show()

    def _answered(self, number: Number, answer: PersonLookup) -> None:
        if self.inquiry.asked == number:
            self.inquiry.take(answer)
            self._page.answered(answer)

    def _not_answered(self, number: Number, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        if self.inquiry.asked == number:
            self.inquiry.asked, self.inquiry.note = None, error
            self._page.show()

    def _permit_answered(self, inquiry: Inquiry, answer: Attestation | Unanswered) -> None:
        inquiry.asks_permit, inquiry.permit_answer, inquiry.permit_at = False, answer, self._acts.now()
        self._page.show()

    def _permit_failed(self, inquiry: Inquiry, error: Exception) -> None:
        inquiry.asks_permit = False
        self._page.failed(error)
        self._page.show()
