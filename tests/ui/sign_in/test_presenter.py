"""The sign-in page's decisions: who is asked, what a wrong password costs, what happens when too many were tried."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import ClassVar

import pytest

from dost_desktop.domain.errors import AgentError
from tests.fakes.inline_tasks import InlineTasks
from ui.screens.sign_in.presenter import KnownAgent, SignInPresenter

NOW = datetime(2026, 11, 24, 10, 6, tzinfo=UTC)
AYSEL = KnownAgent("aysel", "Aysel Söyüdlü", "sosial agent", datetime(2026, 11, 23, 14, 4, tzinfo=UTC), 1)
TURAL = KnownAgent("tural", "Tural Narbəndov", "sosial agent", datetime(2026, 11, 23, 13, 58, tzinfo=UTC), 0)
NIGAR = KnownAgent("nigar", "Nigar Qarağacova", "növbə rəhbəri", None, 0)


class WrongPassword(AgentError):
    code: ClassVar[str] = "signin.wrong"


class SlowDown(AgentError):
    code: ClassVar[str] = "signin.slow_down"


class View:
    def __init__(self) -> None:
        self.agents: list[str] = []
        self.person: KnownAgent | None = None
        self.problem: AgentError | None = None
        self.name_problem: AgentError | None = None
        self.wait, self.busy, self.caret = 0, False, ""

    def show_agents(self, agents: Sequence[KnownAgent], chosen: str) -> None:
        self.agents = [each.agent for each in agents]

    def show_person(self, agent: KnownAgent | None) -> None:
        self.person = agent

    def show_problem(self, error: AgentError | None) -> None:
        self.problem = error

    def show_name_problem(self, error: AgentError | None) -> None:
        self.name_problem = error

    def show_wait(self, seconds: int) -> None:
        self.wait = seconds

    def set_busy(self, busy: bool) -> None:
        self.busy = busy

    def ask_name(self) -> None:
        self.caret = "name"

    def ask_password(self, *, again: bool) -> None:
        self.caret = "password, selected" if again else "password"


class Desk:
    def __init__(self, view: View, *, locked_for: str = "", answer: AgentError | None = None) -> None:
        self.answer, self.tried, self.let_in = answer, list[tuple[str, str]](), list[str]()
        self.presenter = SignInPresenter(
            view,
            InlineTasks(),
            self._sign_in,
            (TURAL, NIGAR, AYSEL),
            self.let_in.append,
            locked_for=locked_for,
        )
        self.presenter.opened()

    def _sign_in(self, agent: str, password: str) -> str:
        self.tried.append((agent, password))
        if self.answer:
            raise self.answer
        return agent


@pytest.fixture
def view() -> View:
    return View()


def test_the_last_agent_is_chosen_and_enter_signs_in(view: View) -> None:
    desk = Desk(view)
    assert view.agents == ["aysel", "tural", "nigar"]
    assert view.person == AYSEL
    desk.presenter.sign_in_asked("", "söz")
    assert desk.let_in == ["aysel"]
    assert not view.busy


def test_a_wrong_password_stays_selected_and_says_the_tries_left(view: View) -> None:
    desk = Desk(view, answer=WrongPassword(tries_left=4))
    desk.presenter.sign_in_asked("", "səhv")
    assert view.problem is not None
    assert view.problem.facts["tries_left"] == 4
    assert view.caret == "password, selected"
    desk.presenter.typed()
    assert view.problem is None


def test_after_too_many_tries_nothing_is_tried_until_the_seconds_are_over(view: View) -> None:
    desk = Desk(view, answer=SlowDown(seconds=2))
    desk.presenter.sign_in_asked("", "səhv")
    desk.presenter.sign_in_asked("", "yenə")
    assert len(desk.tried) == 1
    desk.presenter.second_passed()
    assert view.wait == 1
    desk.presenter.second_passed()
    assert (view.wait, view.problem) == (0, None)
    desk.answer = None
    desk.presenter.sign_in_asked("", "düz")
    assert desk.let_in == ["aysel"]


def test_another_agent_types_the_sign_in_name(view: View) -> None:
    desk = Desk(view)
    desk.presenter.other_asked()
    assert (view.person, view.caret) == (None, "name")
    desk.presenter.sign_in_asked("  ", "söz")
    assert view.name_problem is not None
    desk.presenter.sign_in_asked(" yeni.agent ", "söz")
    assert desk.tried == [("yeni.agent", "söz")]


def test_an_empty_password_is_asked_for_and_not_tried(view: View) -> None:
    desk = Desk(view)
    desk.presenter.sign_in_asked("", "")
    assert desk.tried == []
    assert view.problem is not None


def test_the_locked_window_asks_its_agent_and_still_lets_another_in(view: View) -> None:
    desk = Desk(view, locked_for="tural")
    assert (view.agents, view.person) == (["tural"], TURAL)
    desk.presenter.other_asked()
    assert view.agents == ["aysel", "tural", "nigar"]
    desk.presenter.agent_chosen("aysel")
    desk.presenter.sign_in_asked("", "söz")
    assert desk.let_in == ["aysel"]


def test_a_bug_is_not_dressed_as_a_message(view: View) -> None:
    desk = Desk(view)
    desk.answer = None
    with pytest.raises(ZeroDivisionError):
        SignInPresenter(view, InlineTasks(), lambda _a, _p: 1 // 0, (AYSEL,), print).sign_in_asked(
            "aysel", "söz"
        )
