"""Views that are built once, behind the sign-in page, and serve one case after the other.

Building and styling a case's page takes longer than a window may stand still (design 13), showing another case on it
does not.
"""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from ui.infra.task_scope import TaskScope
from ui.parts.representative.place import Lender
from ui.parts.wires import Wires
from ui.screens.application.view import ApplicationView
from ui.screens.form.view import FormView
from ui.screens.intake.view import IntakeView
from ui.screens.refusal.view import RefusalView
from ui.screens.work.view import WorkView


class Begins(Protocol):
    """A view that can forget its last case."""

    def begin(self) -> None: ...


V = TypeVar("V", bound=Begins)


class Reused(Generic[V]):
    """One view, and what tied it to the case it shows."""

    def __init__(self, view: V) -> None:
        self._view = view
        self._wires: tuple[Wires, ...] = ()
        self._tasks: TaskScope | None = None

    def take(self, tasks: TaskScope) -> V:
        """The view, free of the last case, for one whose answers come through ``tasks``."""
        self.let_go()
        self._tasks = tasks
        self._view.begin()
        return self._view

    def let_go(self) -> None:
        """The case is over: its wires are cut, its late answers fall silent."""
        for wires in self._wires:
            wires.cut()
        if self._tasks is not None:
            self._tasks.close()
        self._wires, self._tasks = (), None

    def tie(self, *wires: Wires) -> None:
        """What leads the view's wishes to the case it shows now."""
        self._wires = wires


class BuiltViews:
    """The pages of a case, and the block that every page borrows when somebody speaks for the applicant."""

    def __init__(self) -> None:
        intake, application, refusal = IntakeView(), ApplicationView(), RefusalView()
        self.lender = Lender()
        form, work = FormView(), WorkView()
        self.form, self.work = Reused(form), Reused(work)
        self.intake, self.application, self.refusal = Reused(intake), Reused(application), Reused(refusal)
        self.pages: tuple[QWidget, ...] = (intake, application, refusal, form, work, self.lender)

    def let_go(self) -> None:
        """The session is over: nothing leads to its presenters any more."""
        self.intake.let_go()
        self.application.let_go()
        self.refusal.let_go()
        self.form.let_go()
        self.work.let_go()
