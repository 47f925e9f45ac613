"""What one scenario has on stage: the world outside, whoever sits at the window, and the person it is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from dost_desktop.domain.person_file import Application, PersonFile
from tests.acceptance.agent import Agent, Head, Officer
from tests.acceptance.robot.colleague import Colleague
from tests.acceptance.robot.outside import Outside, Person
from tests.acceptance.robot.sitting_down import SittingDown
from tests.ui.window.real_window import RealWindow

R = TypeVar("R", bound=SittingDown)


@dataclass
class Scene:
    """One scenario; ``agent``, ``officer`` and ``head`` sit down when they are first asked to do something."""

    window: RealWindow
    outside: Outside
    colleague: Callable[[], Colleague]
    printed: str = ""  # the words of what came out of the printer last
    person_: Person | None = None
    other_: Person | None = None
    vacancies: list[dict[str, Any]] = field(default_factory=list)

    @property
    def person(self) -> Person:
        """Whom the scenario is about."""
        assert self.person_ is not None, "the scenario has not said who comes"
        return self.person_

    @person.setter
    def person(self, person: Person) -> None:
        self.person_ = person

    @property
    def other(self) -> Person:
        """The second person of the scenario."""
        assert self.other_ is not None, "the scenario has not said who else comes"
        return self.other_

    @other.setter
    def other(self, person: Person) -> None:
        self.other_ = person

    def begins(self) -> None:
        """The agent sits at the desk, and nobody is served."""
        Agent(self.window).sits_down()

    @property
    def agent(self) -> Agent:
        return self._seated(Agent(self.window))

    @property
    def officer(self) -> Officer:
        return self._seated(Officer(self.window))

    @property
    def head(self) -> Head:
        return self._seated(Head(self.window))

    @property
    def whoever(self) -> Agent:
        """Eyes at the window, whoever sits there."""
        return Agent(self.window)

    @property
    def file(self) -> PersonFile:
        """The person's file as this desk holds it."""
        return self.whoever.file(self.person)

    @property
    def application(self) -> Application:
        """The person's newest application."""
        found = self.whoever.application(self.person)
        assert found is not None, "nothing was applied for"
        return found

    @property
    def referral(self) -> str:
        """The number of the person's referral, known at the central system."""
        issued = self.application.referral
        assert issued is not None, "no referral was issued"
        self.whoever.syncs()
        return issued.number

    def _seated(self, robot: R) -> R:
        if not robot.sits_here():
            robot.sits_down()
        return robot
