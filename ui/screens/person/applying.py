"""From this page to another application of the same person, and to MAS, which says what may be applied for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol
from uuid import UUID

from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.vocabulary import ApplicationKind
from dost_desktop.ports import Unanswered, Worker
from dost_desktop.services.ask_status import AskStatus, RecordStatus
from dost_desktop.services.changes import Changes
from dost_desktop.services.open_next import OpenedNext, OpenNext
from dost_desktop.services.run_case import Case
from ui.screens.person.errands import Errands
from ui.screens.person.page import PersonPage


class ApplyingViewPort(Protocol):
    """How a question to MAS is shown."""

    def show_asking(self, asking: bool) -> None: ...

    def show_no_status(self, why: Unanswered | None) -> None:
        """Why MAS said nothing; None takes the words away."""


class ApplyingNavigation(Protocol):
    """Where another application leads."""

    def start_intake(self, case: Case | None, number: str = "") -> None: ...

    def open_case(self, file_id: UUID, application: UUID) -> None: ...

    def case_changed(self, case: Case | None) -> None: ...

    def announce(self, changes: Changes) -> None: ...


class Applying:
    """Of one file; ``recorded`` hears that MAS answered."""

    def __init__(
        self,
        view: ApplyingViewPort,
        errands: Errands,
        navigation: ApplyingNavigation,
        jobs: tuple[OpenNext, AskStatus, RecordStatus],
        file_id: UUID,
        *,
        recorded: Callable[[Changes], None],
    ) -> None:
        self._view, self._errands, self._navigation, self._file_id = view, errands, navigation, file_id
        self._open_next, self._ask_status, self._record_status = jobs
        self._recorded = recorded
        self.is_asking = False

    def open(self, page: PersonPage, kind: ApplicationKind) -> None:
        """One of this kind: the open one goes on; who was not identified today begins with the intake."""
        wanted = next((each for each in page.view.next.kinds if each.kind is kind), None)
        if wanted is None:
            return
        if wanted.is_open is not None:
            self._navigation.open_case(self._file_id, wanted.is_open.id)
        elif wanted.why_not is None and not page.view.next.is_identified:
            identity = page.view.file.identity
            self._navigation.start_intake(None, identity.number if identity else "")
        elif wanted.why_not is None:
            self._errands.act(partial(self._open_next, self._file_id, kind), self._opened)

    def ask(self) -> None:
        """F9: how MAS says that the person is registered; one question at a time."""
        if self.is_asking:
            return
        self._asks(True)
        self._view.show_no_status(None)
        self._errands.run(
            partial(self._ask_status, self._file_id), self._answered, on=Worker.NETWORK, failed=self._over
        )

    def _answered(self, answer: Attestation | Unanswered) -> None:
        if isinstance(answer, Unanswered):
            self._over()
            self._view.show_no_status(answer)
            return
        self._errands.run(partial(self._record_status, self._file_id, answer), self._known, failed=self._over)

    def _known(self, changes: Changes) -> None:
        self._over()
        self._recorded(changes)

    def _opened(self, opened: OpenedNext) -> None:
        self._navigation.announce(opened.changes)
        self._navigation.case_changed(opened.case)
        self._navigation.open_case(opened.file_id, opened.application)

    def _over(self) -> None:
        self._asks(False)

    def _asks(self, asking: bool) -> None:
        self.is_asking = asking
        self._view.show_asking(asking)
