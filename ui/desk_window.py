"""The desk's window from start to end: sign-in first, the session behind it, lock, sync state and timer.

The first page must be there at once, so everything heavy (catalogue, storage, network, documents) is loaded behind it.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from dost_desktop.clock import DeskClock
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.vocabulary import Role
from dost_desktop.security.wrapped_keys import read_agents
from dost_desktop.settings.desk_settings import (
    Appearance,
    DeskSettings,
    Theme,
    load_settings,
    save_settings,
)
from dost_desktop.settings.paths import HomePaths
from ui.by_role import absent_keys, rail_items, role_words
from ui.desk_place import DeskPlace, read_place
from ui.half_done import read_half_done
from ui.infra.first_paint import FirstPaint
from ui.infra.garbage import Garbage
from ui.infra.keyboard import on_key
from ui.infra.problem_words import WORDS
from ui.infra.tasks import QtTasks
from ui.screens.sign_in.presenter import KnownAgent, SignInPresenter
from ui.screens.sign_in.view import SignInView
from ui.shell.shell import Shell
from ui.sync_words import strip_words
from ui.theme.theme import apply_theme, system_theme_name, theme
from ui.widgets.note import Note

if TYPE_CHECKING:  # loaded behind the first page
    from dost_desktop.office import Office, SignedIn
    from dost_desktop.sync.report import SyncState
    from ui.session import Session

_MINUTE: Final = 60 * 1000
_SECOND: Final = 1000
_WAKING_EVENTS: Final = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}
)


class DeskWindow(Shell):
    """``signed_in`` is told when a session is ready, ``office_ready`` when a password can be checked."""

    office_ready = Signal()
    signed_in = Signal()
    _office_loaded = Signal()
    _crash_told = Signal(str)

    def __init__(self, paths: HomePaths) -> None:
        self.place: DeskPlace = read_place(paths.card)
        super().__init__(
            rail_items(Role.AGENT),
            practice=self.tr("PRACTICE: synthetic persons, nothing here has legal force")
            if self.place.practice
            else "",
        )
        self.paths, self.clock = paths, DeskClock()
        self.settings, self._wrong_settings = _settings_of(paths)
        self.tasks = QtTasks(self)
        self.session: Session | None = None
        self._loading = ThreadPoolExecutor(1, "load")
        self._sync_state: SyncState | None = None
        self.resize(1366, 688)
        self._show_place(Role.AGENT)
        self.strip.show_no_case()
        self.strip.show_sync("busy", self.tr("Starting"))
        self._office_loaded.connect(self._keep_office, Qt.ConnectionType.QueuedConnection)
        self._crash_told.connect(self._show_crash, Qt.ConnectionType.QueuedConnection)
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._second_passed)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.lock)
        self._watch = _Watch(self._touched, self)
        self.page_asked.connect(self._open_from_rail)
        self.search_asked.connect(self._search)
        self.sync_asked.connect(self._sync_asked)
        self.strip.page_asked.connect(self._open_from_rail)
        self.lock_asked.connect(self.lock)
        on_key(self, "lock", self.lock)
        on_key(self, "application.new", self._without_ticket)
        for key in ("queue.next", "case.continue", "ticket.by_number"):
            on_key(self, key, partial(self._press_on_queue, key))
        for key in ("ticket.transfer", "ticket.no_show"):
            on_key(self, key, partial(self._press_on_called, key))
        on_key(self, "ticket.call_again", self._call_again)
        self._make_view_menu()
        self._ask_who(locked_for="")
        FirstPaint(self, self._load_office)

    # before the session
    def _load_office(self) -> None:
        """Behind the first page: everything a password needs."""
        self._opening = self._loading.submit(_load, self.paths)
        self._opening.add_done_callback(lambda _: self._office_loaded.emit())

    def _keep_office(self) -> None:
        problem = self._opening.exception() or self._wrong_settings
        if isinstance(problem, AgentError):
            self._sign_in.show_problem(problem)
        failed = self._opening.exception()
        if failed is not None:
            self.strip.show_sync("bad", self.tr("Not started"))
            if not isinstance(failed, AgentError):  # a bug: the crash report takes it from here
                sys.excepthook(type(failed), failed, failed.__traceback__)
            return
        self.clock = self._opening.result().clock
        self.strip.show_sync("offline" if not self.place.desk else "busy", self.tr("Ready in a moment"))
        self._build_pages()
        gc.freeze()  # what is loaded stays: no search for garbage goes through it again
        Garbage(self)
        self.office_ready.emit()
        self._warm_up()

    def _build_pages(self) -> None:
        """The pages of a case, while nobody waits for the window."""
        from ui.built_views import BuiltViews  # noqa: PLC0415 - behind the first page

        self.built = BuiltViews()
        for view in self.built.pages:
            self.keep_page(view)

    def _warm_up(self) -> None:
        from ui.document_jobs import warm_up  # noqa: PLC0415 - behind the first page

        self.tasks.warm(warm_up)

    def _ask_who(self, *, locked_for: str) -> None:
        view = SignInView(self.place.words, now=self.clock.now)
        half_done = read_half_done(self.paths.half_done)
        agents = tuple(
            KnownAgent(each.agent, each.name, each.post, each.last_sign_in, half_done.get(each.agent, 0))
            for each in read_agents(self.paths.keys)
        )
        self._sign_in = SignInPresenter(
            view, self.tasks, self._check_password, agents, self._let_in, locked_for=locked_for
        )
        view.agent_chosen.connect(self._sign_in.agent_chosen)
        view.other_asked.connect(self._sign_in.other_asked)
        view.sign_in_asked.connect(self._sign_in.sign_in_asked)
        view.typed.connect(self._sign_in.typed)
        view.second_passed.connect(self._sign_in.second_passed)
        self.cover(view)
        self._sign_in.opened()

    def _check_password(self, agent: str, password: str) -> SignedIn | None:
        """On a worker: opens the desk, or gives the key back to the agent who locked it (None)."""
        office = self._opening.result()
        session = self.session
        if session is not None and session.agent == agent:
            office.unlock(session.signed_in, password)
            return None
        return office.sign_in(agent, password)

    def _let_in(self, signed_in: SignedIn | None) -> None:
        if signed_in is not None:
            self._begin_session(signed_in)
        elif self.session is not None:
            self.session.unlocked()
        self.uncover()
        self._touched()
        if signed_in is not None and self.session is not None:
            self.session.show_first()
            self.signed_in.emit()

    def _begin_session(self, signed_in: SignedIn) -> None:
        from ui.session import Session  # noqa: PLC0415 - behind the first page

        self._end_session()
        self.session = Session(self, self._opening.result(), signed_in, self.tasks)
        self.session.sync_told.connect(self._show_sync)
        self._wear(self.settings.appearance_of(signed_in.agent.agent))
        self.rail.show_items(rail_items(self.session.desk.role))
        self.rail.set_agent(signed_in.agent.name, signed_in.agent.post)
        self.absent_keys = absent_keys(self.session.desk.role)
        self._show_place(self.session.desk.role)
        self.session.start()
        self._tick.start(_SECOND)
        # keys and mouse reach the system's window first; the application's filter would be asked at every event
        self.windowHandle().installEventFilter(self._watch)

    def _show_place(self, role: Role) -> None:
        """Which desk this is, and as what somebody other than an agent sits here."""
        desk = self.tr("Desk {desk}").format(desk=self.place.desk)
        if role is Role.AGENT:
            place = self.tr("{centre} · Desk {desk}")
        else:
            place, desk = self.tr("{centre} · Desk {desk} · {role}"), f"{desk} · {role_words(role)}"
        words = place.format(centre=self.place.centre, desk=self.place.desk, role=role_words(role))
        self.strip.show_desk(words, desk)

    def _end_session(self) -> None:
        if self.session is not None:
            self.built.let_go()
            self.session.close()
            self.session = None

    def tell_crash(self, code: str) -> None:
        """From any thread: a bug was caught and reported under this code; everything recorded is safe."""
        self._crash_told.emit(code)

    def _show_crash(self, code: str) -> None:
        words = QCoreApplication.translate("Problem", WORDS["program.bug"])
        self.show_bar(Note("bad", words, self.tr("Code: {code}").format(code=code)))

    # how it looks
    def _make_view_menu(self) -> None:
        menu = self.add_menu(self.tr("View"))
        for wished, words in (
            (Theme.SYSTEM, self.tr("As Windows asks")),
            (Theme.LIGHT, self.tr("Light")),
            (Theme.DARK, self.tr("Dark")),
            (Theme.CONTRAST, self.tr("High contrast")),
        ):
            self.add_entry(menu, "", partial(self._change_look, theme=wished), words)
        menu.addSeparator()
        for percent in (100, 125, 150, 200):
            words = self.tr("Text {percent} %").format(percent=percent)
            self.add_entry(menu, "", partial(self._change_look, text_scale=percent / 100), words)

    def preview_zoom(self) -> int:
        """The percents at which this agent reads letters."""
        return round(100 * self._look().preview_zoom)

    def keep_preview_zoom(self, percent: int) -> None:
        """Remember them for the next letter."""
        self._keep_look(replace(self._look(), preview_zoom=percent / 100))

    def _look(self) -> Appearance:
        return self.settings.appearance_of(self.session.agent) if self.session else Appearance()

    def _keep_look(self, look: Appearance) -> None:
        if self.session is not None:
            self.settings = self.settings.with_appearance(self.session.agent, look)
            save_settings(self.paths.settings, self.settings)

    def _change_look(self, **wish: Theme | float) -> None:
        """The signed-in agent's wish, at once and for the next time."""
        look = replace(self._look(), **wish)  # type: ignore[arg-type]
        self._keep_look(look)
        self._wear(look)

    def _wear(self, look: Appearance) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            name = system_theme_name(app) if look.theme is Theme.SYSTEM else look.theme.value
            if (theme().name, theme().scale) != (name, look.text_scale):
                apply_theme(app, name, look.text_scale, window=self)

    # in the session
    def lock(self) -> None:
        """The agent leaves the desk: keys are dropped, the case, the caret and the sync stay."""
        if self.session is None or self._is_covered():
            return
        self.session.lock()
        self._ask_who(locked_for=self.session.agent)

    def _is_covered(self) -> bool:
        return self._layers.currentWidget() is self._cover and self._cover is not None

    def _touched(self) -> None:
        self._idle.start(self.settings.lock_after_minutes * _MINUTE)

    def _open_from_rail(self, page: str) -> None:
        if self.session is not None and not self._is_covered():
            self.session.open_from_rail(page)

    def _search(self, text: str) -> None:
        if self.session is not None and not self._is_covered():
            self.session.search(text)

    def _serving(self) -> Session | None:
        """The session, when whoever is signed in takes tickets and opens applications."""
        session = self.session
        return session if session is not None and session.pages.serves and not self._is_covered() else None

    def _without_ticket(self) -> None:
        if (session := self._serving()) is not None:
            session.start_intake(None)

    def _press_on_queue(self, key: str) -> None:
        if (session := self._serving()) is not None:
            session.press_on_queue(key)

    def _press_on_called(self, key: str) -> None:
        if (session := self._serving()) is not None:
            session.press_on_called(key)

    def _call_again(self) -> None:
        if (session := self._serving()) is not None:
            session.call_again()

    def _sync_asked(self) -> None:
        if self.session is not None and not self._is_covered():
            self.session.sync_now()
            if self.session.pages.sees_unsent:
                self.session.show_outbox()

    def _show_sync(self, state: SyncState) -> None:
        self._sync_state = state
        self._second_passed()

    def _second_passed(self) -> None:
        """Where the desk stands; a click leads where it is explained."""
        state, session = self._sync_state, self.session
        if state is None or session is None:
            return
        words, pages = (
            strip_words(state, self.clock.now(), session.answers.disagreements.known),
            session.pages.pages,
        )
        key = f"page.{pages.index(words.leads) + 1}" if words.leads in pages else "sync"
        self.strip.show_sync(
            words.tone, words.word, words.detail, icon=words.icon, leads=words.leads, key=key
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave within seconds; everything recorded and every draft is on disk already."""
        self._tick.stop()
        self.hide()  # the page in sight keeps what was typed in the last moment
        self._end_session()
        self.tasks.close()
        self._loading.shutdown(wait=True)
        super().closeEvent(event)


class _Watch(QObject):
    """Sees that somebody is there: any key or mouse event puts the lock off."""

    def __init__(self, touched: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._was_touched = touched

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _WAKING_EVENTS:
            self._was_touched()
        return False


def _settings_of(paths: HomePaths) -> tuple[DeskSettings, AgentError | None]:
    """The settings; with a wrong file the defaults, and what is wrong with it."""
    try:
        return load_settings(paths.settings), None
    except AgentError as wrong:
        return DeskSettings(), wrong


def _load(paths: HomePaths) -> Office:
    import ui.session  # noqa: F401, PLC0415 - and every page with it
    from dost_desktop.domain.values import load_number_rules  # noqa: PLC0415
    from dost_desktop.office import Office  # noqa: PLC0415 - heavy, on the loading thread

    load_number_rules()
    return Office(paths.home)
