"""The real window on a real practice desk: people brought to the states its pages show, and hands to work it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from dost_desktop.practice import PracticeAgent, PracticeFacts, PracticeOffice
from dost_desktop.settings.desk_settings import Theme
from dost_desktop.settings.paths import home_paths
from tests.acceptance.agent_at_desk import sits_down
from ui.app import window_of
from ui.desk_window import DeskWindow
from ui.infra.keyboard import KeyFilter, install_keys
from ui.infra.problem_words import WORDS
from ui.session import Session
from ui.theme.theme import apply_theme
from ui.tour.hands import Hands

_CLOSED: Final[list[DeskWindow]] = []  # a late word of the network must find the window it was meant for
_PATIENCE_MS: Final = 10_000
_PIECE: Final = re.compile(r"\{\w+\}|(?<=\.) ")  # facts are filled in, sentences may stand apart


@dataclass(frozen=True)
class Case:
    """An application of a person of the demo data."""

    file_id: UUID
    application: UUID


@contextmanager
def outage(practice: PracticeOffice, *registers: str) -> Iterator[None]:
    """These registers, or other parts of the ministry's systems, are silent as long as it lasts."""
    folder = practice.central / "outage"
    folder.mkdir(exist_ok=True)
    files = [folder / register for register in registers]
    for file in files:
        file.touch()
    yield
    for file in files:
        file.unlink(missing_ok=True)


def person_of(facts: PracticeFacts, case: str) -> dict[str, Any]:
    """The synthetic person of a case of the demo data."""
    return dict(next(each for each in facts.persons if each["case"] == case))


def bring(
    practice: PracticeOffice, facts: PracticeFacts, *cases: str, refused: bool = False
) -> dict[str, Case]:
    """These people have come to the desk, the register of employed persons was asked, some were refused."""
    agent = sits_down(practice, facts)
    agent.syncs()
    brought = {}
    for case in cases:
        agent.receives(case)
        agent.checks_the_register()
        assert agent.file_id is not None
        assert agent.application is not None
        brought[case] = Case(agent.file_id, agent.application)
        if refused:
            agent.refuses()
    agent.leaves()
    return brought


class Lengthened(QTranslator):
    """A language whose words are 40 % longer than ours, as Russian ones may be."""

    def __init__(self, ours: list[QTranslator], parent: QObject) -> None:
        super().__init__(parent)
        self._ours = ours

    def translate(self, context: Any, source: Any, note: Any = None, n: int = -1) -> str:
        words = next(
            (said for each in self._ours if (said := each.translate(context, source, note, n))), source
        )
        more = -(-len(words) * 4 // 10)
        ending = "ğınşməsi"
        tail = "".join(ending[place % len(ending)] for place in range(more))
        return f"{words} {tail}" if more > len(ending) else f"{words}{tail}"

    def isEmpty(self) -> bool:
        return False


@dataclass
class OtherWindows(QObject):
    """Notes every top-level window that ever shows beside ours."""

    ours: DeskWindow
    seen: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shows = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if shows and watched is not self.ours:
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


class RealWindow:
    """``window`` and the hands on it; ``close`` leaves the application as it was."""

    def __init__(
        self,
        app: QApplication,
        practice: PracticeOffice,
        facts: PracticeFacts,
        pictures: Path,
        *,
        long_words: bool = False,
        role: str = "agent",
    ) -> None:
        self.app, self.practice, self.facts, self.role = app, practice, facts, role
        self.pictures, self.speaks = pictures, "long" if long_words else "az"
        self._before = {*app.findChildren(QTranslator), *app.findChildren(KeyFilter)}
        self.window = window_of(app, home_paths(practice.desk_home))
        if long_words:
            ours = [each for each in app.findChildren(QTranslator) if each not in self._before]
            app.installTranslator(Lengthened(ours[::-1], app))
            self.window.close()
            self.window.deleteLater()
            self.window = DeskWindow(home_paths(practice.desk_home))
            apply_theme(app, window=self.window)
            install_keys(app)
        self.hands = Hands(app, self.window, pictures)
        self.others = OtherWindows(self.window)
        app.installEventFilter(self.others)
        self.window.resize(1366, 688)
        self.window.show()
        self.window.activateWindow()

    @property
    def agent(self) -> PracticeAgent:
        """Who sits here."""
        return next(each for each in self.facts.agents if each.role == self.role)

    @property
    def session(self) -> Session:
        """The session behind the window."""
        assert self.window.session is not None
        return self.window.session

    def wear(self, scale: float, theme: Theme = Theme.LIGHT) -> None:
        """The agent's wish, as the View menu takes it."""
        self.window._change_look(text_scale=scale, theme=theme)
        self.rest(50)

    def sign_in(self) -> None:
        """The agent of this desk, by name or from the list, and the password."""
        self.hands.pause(100)
        known = list(self.window._sign_in._agents)
        if known != [self.agent.agent]:
            while known and not self.window._sign_in._view._name.hasFocus():
                self.wait("the window in front", self.window.isActiveWindow)
                self.hands.press("F4")
                self.rest(50)
            self.type(self.agent.agent)
            self.hands.press("Tab")
        self.type(self.agent.password)
        self.hands.press("Enter")
        self.wait("the session", lambda: self.window.session)
        self.wait("the first page", lambda: self.session.page)
        self.wait("the first sync", lambda: self.session.sync_state.last_contact)
        self.rest()

    def type(self, text: str) -> None:
        """Into whatever has the focus, slower than a scanner."""
        self.hands.type(text)

    def rest(self, milliseconds: int = 250) -> None:
        """Until nothing is on its way any more."""
        self.hands.pause(milliseconds)

    def wait(self, what: str, seen: Callable[[], Any], patience: int = _PATIENCE_MS) -> Any:
        """Look until it is true; ``patience`` in milliseconds."""
        timer = QElapsedTimer()
        timer.start()
        while not (found := seen()):
            if timer.hasExpired(patience):
                picture = self.hands.picture("failed")
                raise AssertionError(f"{what} did not come; {picture}\nin sight: {self.words()}")
            self.hands.pause(20)
        return found

    def view(self) -> QWidget:
        """The page in sight."""
        page = self.session.page
        assert page is not None
        return page.view

    def says(self, words: str) -> bool:
        """Whether these words stand on the page, or in the strip, in sight."""
        return words in self.words()

    def words(self) -> str:
        """Every word in sight."""
        found = []
        for widget in self.window.findChildren(QWidget):
            if widget.isVisible():
                found.append(widget.text() if isinstance(widget, QLabel) else "")
                found += [widget.accessibleName(), widget.accessibleDescription()]
        return "\n".join(each for each in found if each)

    def says_problem(self, key: str) -> bool:
        """Whether the words of a problem are in sight, in Azerbaijani: its longest piece."""
        words = QCoreApplication.translate("Problem", WORDS[key])
        assert words != WORDS[key], f"{key} is not translated"
        return max(_PIECE.split(words), key=len).strip(" .") in self.words()

    def start_over(self) -> None:
        """Nobody is served, the queue is in sight; a locked desk is unlocked by its agent."""
        if (popup := self.app.activePopupWidget()) is not None:
            popup.close()
        if self.app.activeModalWidget() is not None:
            self.hands.press("Esc")
        if self.window._is_covered():
            self.type(self.agent.password)
            self.hands.press("Enter")
            self.wait("the work", lambda: not self.window._is_covered())
        if self.session.case is not None:
            self.session.services.cases.finish()
            self.session.case_changed(None)
        self.window.activateWindow()
        self.session.show_queue()
        self.rest()

    def close(self) -> None:
        """Leave; nothing of it stays in the application."""
        self.app.removeEventFilter(self.others)
        self.window.close()
        _CLOSED.append(self.window)
        for each in (*self.app.findChildren(QTranslator), *self.app.findChildren(KeyFilter)):
            if each in self._before:
                continue
            if isinstance(each, QTranslator):
                self.app.removeTranslator(each)
            else:
                self.app.removeEventFilter(each)
            each.deleteLater()
