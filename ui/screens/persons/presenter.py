"""The search's decisions: what is worth looking for, and where Enter leads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final, Protocol
from uuid import UUID

from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.vocabulary import CLOSED
from dost_desktop.ports import Tasks
from dost_desktop.rows import ApplicationRow, PersonRow
from dost_desktop.services.run_case import Case

SHORTEST: Final = 3  # letters or digits; fewer would find half the country


class Found(StrEnum):
    """What the result is like."""

    NOTHING_ASKED = "nothing_asked"
    TOO_SHORT = "too_short"
    NOTHING = "nothing"
    NEAR = "near"  # only with one letter changed
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class PersonsActs:
    """What the search asks; both run on the database worker."""

    find: Callable[[str], tuple[PersonRow, ...]]
    applications: Callable[[UUID], tuple[ApplicationRow, ...]]  # of one person, newest first


class PersonsNavigation(Protocol):
    """Where the search can send the agent."""

    def start_intake(self, case: Case | None, number: str = "") -> None: ...

    def open_case(self, file_id: UUID, application: UUID) -> None: ...

    def open_person(self, file_id: UUID, application: UUID | None = None) -> None: ...

    def say_problem(self, error: AgentError) -> None: ...


class PersonsViewPort(Protocol):
    """What the presenter shows."""

    def show_text(self, text: str) -> None: ...

    def show_results(self, found: Found, rows: Sequence[PersonRow], text: str) -> None: ...

    def show_person(self, row: PersonRow | None, applications: Sequence[ApplicationRow] | None) -> None:
        """The right part; ``None`` for applications while they are looked up."""

    def focus_field(self) -> None: ...


class PersonsPresenter:
    """One search; ``text`` comes from the header's field."""

    def __init__(
        self,
        view: PersonsViewPort,
        tasks: Tasks,
        acts: PersonsActs,
        navigation: PersonsNavigation,
        text: str = "",
    ) -> None:
        self._view, self._tasks, self._acts, self._navigation = view, tasks, acts, navigation
        self._start, self._asked = text, ""
        self._rows: dict[UUID, PersonRow] = {}
        self._selected: UUID | None = None
        self._applications: tuple[ApplicationRow, ...] | None = None
        self._go_on = False

    def opened(self) -> None:
        """The page came up; the caret stands in the field."""
        self._view.show_text(self._start)
        self._view.focus_field()
        self.search(self._start)

    def search(self, text: str) -> None:
        """Look for what stands in the field now; an answer about an older text is dropped."""
        wanted = " ".join(text.split())
        self._asked = wanted
        if len(wanted) < SHORTEST:
            self._show((), Found.TOO_SHORT if wanted else Found.NOTHING_ASKED)
            return
        self._tasks.run(
            partial(self._acts.find, wanted), done=partial(self._found, wanted), failed=self._failed
        )

    def search_again(self) -> None:
        """Something was recorded: the same question once more, the selection stays."""
        if len(self._asked) >= SHORTEST:
            self.search(self._asked)

    def selected(self, file_id: UUID) -> None:
        """Another row: the person's applications stand right."""
        row = self._rows.get(file_id)
        if row is None:
            return
        self._selected, self._applications, self._go_on = file_id, None, False
        self._view.show_person(row, None)
        job = partial(self._acts.applications, file_id)
        self._tasks.run(job, done=partial(self._has, file_id), failed=self._failed)

    def enter(self, file_id: UUID | None = None) -> None:
        """Enter: the open application if there is one, else an intake with the number filled."""
        wanted = file_id or self._selected
        if wanted is None:
            return
        if wanted != self._selected:
            self.selected(wanted)
        if self._applications is None:
            self._go_on = True
        else:
            self._lead_on()

    def application_opened(self, application: UUID) -> None:
        """One of the person's applications."""
        if self._selected is not None:
            self._navigation.open_case(self._selected, application)

    def file_pressed(self) -> None:
        """Ctrl+O: the selected person's whole file."""
        if self._selected is not None:
            self._navigation.open_person(self._selected)

    def new_application(self) -> None:
        """An intake with the selected person's number, also when something is open."""
        row = self._rows.get(self._selected) if self._selected else None
        self._navigation.start_intake(None, row.number if row else "")

    def _found(self, wanted: str, rows: tuple[PersonRow, ...]) -> None:
        if wanted != self._asked:
            return
        near = bool(rows) and all(row.is_near for row in rows)
        self._show(rows, Found.NEAR if near else Found.EXACT if rows else Found.NOTHING)

    def _show(self, rows: Sequence[PersonRow], found: Found) -> None:
        self._rows = {row.file_id: row for row in rows}
        if self._selected not in self._rows:
            self._selected, self._applications = None, None
            self._view.show_person(None, None)
        self._view.show_results(found, rows, self._asked)

    def _has(self, file_id: UUID, applications: tuple[ApplicationRow, ...]) -> None:
        if file_id != self._selected:
            return
        self._applications = applications
        self._view.show_person(self._rows.get(file_id), applications)
        if self._go_on:
            self._lead_on()

    def _lead_on(self) -> None:
        self._go_on = False
        open_now = next((each for each in self._applications or () if each.state not in CLOSED), None)
        if open_now is not None:
            self._navigation.open_case(open_now.file_id, open_now.id)
        else:
            self.new_application()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        self._navigation.say_problem(error)
