"""Which applications are listed, in what order, and how much of their term is used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Final, Protocol
from uuid import UUID

from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.vocabulary import CLOSED, ApplicationState, FormOfApplication
from dost_desktop.ports import Tasks
from dost_desktop.rows import ApplicationFilter, ApplicationRow
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import Desk
from ui.navigation import Navigation


class Which(StrEnum):
    """The filter by state."""

    OPEN = "open"
    WAITING = "waiting"
    REFUSED = "refused"
    ALL = "all"


class Whose(StrEnum):
    """The filter by who opened it where."""

    CENTRE = "centre"
    DESK = "desk"
    MINE = "mine"


_STATES: Final = {
    Which.OPEN: frozenset(ApplicationState) - CLOSED,
    Which.WAITING: frozenset({ApplicationState.WAITING_REGISTER}),
    Which.REFUSED: frozenset({ApplicationState.REFUSED}),
    Which.ALL: frozenset[ApplicationState](),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """One row: the application, and how many of its working days are used (SEED 12-13)."""

    row: ApplicationRow
    used: int
    term: int
    is_open: bool

    @property
    def over(self) -> int:
        """Working days past the term; 0 within it, and for a closed application."""
        return max(self.used - self.term, 0) if self.is_open else 0


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of the filter, and how many applications wait for the register."""

    rows: tuple[Listed, ...]
    waiting: int
    now: datetime


class ApplicationsViewPort(Protocol):
    """What the presenter shows."""

    def show_found(self, found: Found, which: Which) -> None: ...

    def show_problem(self, error: AgentError | None) -> None: ...


class ApplicationsPresenter:
    """The list of applications."""

    def __init__(self, view: ApplicationsViewPort, tasks: Tasks, navigation: Navigation, desk: Desk) -> None:
        self._view, self._tasks, self._navigation, self._desk = view, tasks, navigation, desk
        self._which, self._whose = Which.OPEN, Whose.CENTRE
        self._form: FormOfApplication | None = None
        self._found: Found | None = None

    def opened(self) -> None:
        """The page came into sight."""
        self.reload()

    def changed(self, changes: Changes) -> None:
        """Files got new events."""
        if changes.files:
            self.reload()

    def which_chosen(self, which: Which) -> None:
        """Another state."""
        self._which = which
        self.reload()

    def whose_chosen(self, whose: Whose) -> None:
        """Another desk or agent."""
        self._whose = whose
        self.reload()

    def form_chosen(self, form: FormOfApplication | None) -> None:
        """Another form of application (SEED 6); None for all."""
        self._form = form
        self.reload()

    def reload(self) -> None:
        """F5: the rows anew."""
        read = partial(self._read, self._which, self._whose, self._form)
        self._tasks.run(read, done=partial(self._shown, self._which), failed=self._failed)

    def row_opened(self, application: UUID) -> None:
        """Enter: the case page."""
        rows = self._found.rows if self._found else ()
        listed = next((each for each in rows if each.row.id == application), None)
        if listed is not None:
            self._navigation.open_case(listed.row.file_id, application)

    def new_pressed(self) -> None:
        """A new application without a ticket."""
        self._navigation.start_intake(None)

    def _read(self, which: Which, whose: Whose, form: FormOfApplication | None) -> Found:
        desk = self._desk
        now = desk.clock.now()
        law, today = desk.law(now), legal_date(now)
        mine = desk.agent.agent if whose is Whose.MINE else ""
        here = desk.name if whose is Whose.DESK else ""
        with desk.open_reading() as reading:
            rows = reading.applications(
                ApplicationFilter(states=_STATES[which], opened_by=mine, desk=here, form=form)
            )
            waiting = reading.applications(ApplicationFilter(states=_STATES[Which.WAITING]))
        listed = [
            Listed(
                row,
                law.calendar.between(legal_date(row.opened_at), today),
                law.back_office_days,
                row.state not in CLOSED,
            )
            for row in rows
        ]
        listed.sort(key=lambda each: (not each.is_open, -each.row.opened_at.timestamp()))
        return Found(tuple(listed), len(waiting), now)

    def _shown(self, which: Which, found: Found) -> None:
        if which is self._which:
            self._found = found
            self._view.show_problem(None)
            self._view.show_found(found, which)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        self._view.show_problem(error)
