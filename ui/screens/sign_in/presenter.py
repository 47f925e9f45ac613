"""Who sits at the desk: chooses the agent, checks the password elsewhere, says what to do when it does not match.

The same page locks the window: then the agent stands fixed, and another one may still sign in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Generic, Protocol, TypeVar

from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.ports import Tasks, Worker

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class KnownAgent:
    """An agent whom this desk has let in before. ``half_done`` counts the agent's paused cases."""

    agent: str
    name: str
    post: str
    last_sign_in: datetime | None
    half_done: int


class SignInViewPort(Protocol):
    """What the presenter shows."""

    def show_agents(self, agents: Sequence[KnownAgent], chosen: str) -> None: ...

    def show_person(self, agent: KnownAgent | None) -> None:
        """Whose password is asked; None: somebody else, whose sign-in name is asked too."""

    def show_problem(self, error: AgentError | None) -> None:
        """Under the password, None when it is mended."""

    def show_name_problem(self, error: AgentError | None) -> None: ...

    def show_wait(self, seconds: int) -> None:
        """Nobody can sign in for so many seconds; 0: they can again."""

    def set_busy(self, busy: bool) -> None: ...

    def ask_name(self) -> None: ...

    def ask_password(self, *, again: bool) -> None:
        """The caret into the password; ``again`` selects what stands there."""


class SignInPresenter(Generic[T]):
    """``sign_in(agent, password)`` runs off the window's thread and gives what ``done`` takes."""

    def __init__(
        self,
        view: SignInViewPort,
        tasks: Tasks,
        sign_in: Callable[[str, str], T],
        agents: Sequence[KnownAgent],
        done: Callable[[T], None],
        *,
        locked_for: str = "",
    ) -> None:
        self._view, self._tasks, self._sign_in, self._done = view, tasks, sign_in, done
        self._agents = {each.agent: each for each in agents}
        self._chosen, self._busy, self._wait = "", False, 0
        self._locked_for = locked_for if locked_for in self._agents else ""

    def opened(self) -> None:
        """The page came into sight: the last agent is chosen, the caret stands in the password."""
        shown = [self._agents[self._locked_for]] if self._locked_for else self._by_last_sign_in()
        if not shown:
            self.other_asked()
            return
        self._view.show_agents(shown, shown[0].agent)
        self._choose(shown[0].agent)
        self._view.ask_password(again=False)

    def agent_chosen(self, agent: str) -> None:
        """Another row of the list."""
        if agent != self._chosen:
            self._choose(agent)

    def other_asked(self) -> None:
        """F4: an agent who is not in the list, or not the one who locked the window."""
        self._view.show_agents(self._by_last_sign_in(), "")
        self._chosen = ""
        self._view.show_problem(None)
        self._view.show_person(None)
        self._view.ask_name()

    def sign_in_asked(self, name: str, password: str) -> None:
        """Enter: check what was typed."""
        if self._busy or self._wait:
            return
        agent = self._chosen or name.strip()
        if not agent:
            self._view.show_name_problem(InvalidValue("signin.name_empty"))
            self._view.ask_name()
            return
        self._view.show_name_problem(None)
        if not password:
            self._view.show_problem(InvalidValue("signin.password_empty"))
            self._view.ask_password(again=False)
            return
        self._set_busy(True)
        # not the database's worker: its database is closed until somebody has signed in
        self._tasks.run(
            partial(self._sign_in, agent, password),
            done=self._let_in,
            failed=self._not_let_in,
            on=Worker.NETWORK,
        )

    def show_problem(self, error: AgentError) -> None:
        """The program itself cannot go on, or its settings are wrong: said before anybody signs in."""
        self._view.show_problem(error)

    def typed(self) -> None:
        """The password changes: what was said about the last one is over."""
        if not self._wait:
            self._view.show_problem(None)

    def second_passed(self) -> None:
        """Once a second while the desk makes somebody wait."""
        if not self._wait:
            return
        self._wait -= 1
        self._view.show_wait(self._wait)
        if not self._wait:
            self._view.show_problem(None)
            self._view.ask_password(again=True)

    def _by_last_sign_in(self) -> list[KnownAgent]:
        def age(agent: KnownAgent) -> float:
            return -agent.last_sign_in.timestamp() if agent.last_sign_in else 0.0

        return sorted(self._agents.values(), key=age)

    def _choose(self, agent: str) -> None:
        self._chosen = agent
        if not self._wait:
            self._view.show_problem(None)
        self._view.show_person(self._agents[agent])  # the caret stays: arrows may go on through the list

    def _let_in(self, signed_in: T) -> None:
        self._set_busy(False)
        self._done(signed_in)

    def _not_let_in(self, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        self._set_busy(False)
        self._view.show_problem(error)
        seconds = error.facts.get("seconds")
        if isinstance(seconds, int) and seconds > 0:
            self._wait = seconds
            self._view.show_wait(seconds)
        self._view.ask_password(again=True)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.set_busy(busy)
