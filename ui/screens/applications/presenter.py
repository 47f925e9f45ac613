"""Which applications are listed, and where a row leads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol
from uuid import UUID

from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.vocabulary import FormOfApplication
from dost_desktop.ports import Tasks
from dost_desktop.services.changes import Changes
from dost_desktop.services.run_case import Case
from ui.screens.applications.listing import NEEDS, Ending, Found, Narrow, Wanted, Which, Whose


class ApplicationsViewPort(Protocol):
    """What the presenter shows."""

    def show_found(self, found: Found) -> None: ...

    def show_problem(self, error: AgentError | None) -> None: ...


class ApplicationsNavigation(Protocol):
    """Where a row leads."""

    def start_intake(self, case: Case | None, number: str = "") -> None: ...

    def open_case(self, file_id: UUID, application: UUID) -> None: ...

    def open_person(self, file_id: UUID, application: UUID | None = None) -> None: ...


class ApplicationsPresenter:
    """The list of applications; ``read`` gives it."""

    def __init__(
        self,
        view: ApplicationsViewPort,
        tasks: Tasks,
        navigation: ApplicationsNavigation,
        read: Callable[[Wanted], Found],
        wanted: Wanted | None = None,
    ) -> None:
        self._view, self._tasks, self._navigation, self._read = view, tasks, navigation, read
        self._wanted = wanted or Wanted()
        self._found: Found | None = None

    def opened(self) -> None:
        """The page came into sight."""
        self.reload()

    def changed(self, changes: Changes) -> None:
        """Files got new events."""
        if changes.files:
            self.reload()

    def which_chosen(self, which: Which) -> None:
        """Another state; a reason of another group narrows nothing."""
        self._want(replace(self._wanted, which=which, narrow=Narrow.EVERY))

    def narrow_chosen(self, narrow: Narrow) -> None:
        """One reason alone; of another group it turns to that group."""
        which = self._wanted.which
        if narrow is not Narrow.EVERY:
            which = Which.NEEDS if narrow in NEEDS else Which.WAITING
        self._want(replace(self._wanted, which=which, narrow=narrow))

    def whose_chosen(self, whose: Whose) -> None:
        """Another desk or agent."""
        self._want(replace(self._wanted, whose=whose))

    def form_chosen(self, form: FormOfApplication | None) -> None:
        """Another form of application (SEED 6); None for all."""
        self._want(replace(self._wanted, form=form))

    def reload(self) -> None:
        """F5: the rows anew."""
        self._tasks.run(partial(self._read, self._wanted), done=self._shown, failed=self._failed)

    def row_opened(self, row: UUID) -> None:
        """Enter: the page of the application; of a removal that ends, the person's."""
        rows = self._found.rows if self._found else ()
        line = next((each for each in rows if each.id == row), None)
        if isinstance(line, Ending):
            self._navigation.open_person(line.row.file_id)
        elif line is not None:
            self._navigation.open_case(line.row.file_id, line.id)

    def new_pressed(self) -> None:
        """A new application without a ticket."""
        self._navigation.start_intake(None)

    def _want(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self.reload()

    def _shown(self, found: Found) -> None:
        if found.wanted == self._wanted:
            self._found = found
            self._view.show_problem(None)
            self._view.show_found(found)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        self._view.show_problem(error)
