"""One agent's session in the window: the sync behind it, the open case, and where every screen leads."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.refusing import Refused
from dost_desktop.office import Office, SignedIn
from dost_desktop.ports import Worker
from dost_desktop.services.changes import Changes
from dost_desktop.services.run_case import Case
from dost_desktop.services.which_step import CaseStep
from dost_desktop.sync.engine import Sync, Ways
from dost_desktop.sync.loop import SyncLoop
from dost_desktop.sync.needs import Memory
from dost_desktop.sync.report import SyncState
from dost_desktop.sync.round import Place
from ui import document_jobs
from ui.agent_key import AgentKey, key_file_of
from ui.answers_told import AnswersTold
from ui.by_role import RolePages, pages_of
from ui.case_in_hand import CaseInHand
from ui.infra.refused_words import refused_words
from ui.infra.tasks import QtTasks
from ui.infra.wording import words_for
from ui.pages.application import application_page
from ui.pages.applications import applications_page
from ui.pages.back_office import back_office_page
from ui.pages.disagreements import disagreements_page
from ui.pages.form import form_page
from ui.pages.intake import intake_page
from ui.pages.needs_look import needs_look_page
from ui.pages.notices import notices_page
from ui.pages.outbox import outbox_page
from ui.pages.page import Page
from ui.pages.passport import passport_page
from ui.pages.person import person_page
from ui.pages.persons import persons_page
from ui.pages.queue import queue_page
from ui.pages.refusal import refusal_page
from ui.pages.work import work_page
from ui.paper_out import PaperOut
from ui.parts.numbers_bar import NumbersBar
from ui.parts.saved_bar import SavedBar
from ui.session_services import services_of

if TYPE_CHECKING:
    from ui.desk_window import DeskWindow


class Session(QObject):
    """``ui.navigation.Navigation`` for the screens; ``sync_told`` carries each new state of the sync."""

    sync_told = Signal(object)
    _sync_heard = Signal(object, object)

    def __init__(self, window: DeskWindow, office: Office, signed_in: SignedIn, tasks: QtTasks) -> None:
        super().__init__(window)
        self.window, self.office, self.signed_in, self.tasks = window, office, signed_in, tasks
        self.desk = signed_in.desk
        self.services = services_of(office, signed_in)
        key_file = key_file_of(self.agent, office.paths.certificates, window.settings.signing.pkcs12)
        self.key = AgentKey(key_file, office.paths.trust, signed_in.agent.name)
        self.paper = PaperOut(self, office.paths.notices, printer=window.settings.printing.printer)
        self.pages: RolePages = pages_of(self.desk.role)
        self._in_hand, self.answers = CaseInHand(self), AnswersTold(self)
        self.sync_state = SyncState()
        self._page: Page | None = None
        self._in_sight: Page | None = None
        self._lists: dict[str, Page] = {}
        self._is_open = True
        self._sync_heard.connect(self._heard_from_sync, Qt.ConnectionType.QueuedConnection)
        self._sync = SyncLoop(
            Sync(
                Ways(
                    signed_in.central,
                    Memory(signed_in.database.open_reading, signed_in.database.open_work),
                    office.clock,
                    office.law,
                    Place(self.desk.name, self.desk.centre.code),
                    office.shelf,
                ),
                Random(),  # noqa: S311 - spreads the desks after an outage, guards nothing
            ),
            office.clock,
            self._sync_heard.emit,
        )

    @property
    def agent(self) -> str:
        """The agent's sign-in name."""
        return self.signed_in.agent.agent

    @property
    def page(self) -> Page | None:
        """The page in sight."""
        return self._in_sight

    def start(self) -> None:
        """The sync begins, and the case that was open goes on."""
        self._sync.start()
        self.answers.begin()
        self.tasks.run(self.services.cases.current, done=self.case_changed, failed=self.failed)
        self.unlocked()

    def unlocked(self) -> None:
        """The agent's key is there: what was printed without it is recorded."""
        self.tasks.run(self.services.record_print.catch_up, done=self._caught_up, failed=self.failed)

    def close(self) -> None:
        """The agent leaves: the sync ends, keys are forgotten, the database is closed.

        What is on its way to a page when that happens is for nobody any more: the pages' answers fall silent.
        """
        self._is_open = False
        for page in {self._page, self._in_sight, *self._lists.values()}:
            if page is not None:
                self._part_from(page)
        self._sync.stop()
        self.tasks.run(document_jobs.forget_keys, done=_nothing, failed=_nothing, on=Worker.DOCUMENTS)
        self.tasks.wait_for_database()
        self.signed_in.close()

    def lock(self) -> None:
        """Drop the agent's keys; the sync goes on with the desk's own token."""
        self.desk.hand.drop()
        self.key.dropped()
        self.signed_in.central.sign_out()
        self.tasks.run(document_jobs.forget_keys, done=_nothing, failed=_nothing, on=Worker.DOCUMENTS)

    def sync_now(self) -> None:
        """The agent asks for it."""
        self._sync.sync_now()

    # where screens lead
    def show_first(self) -> None:
        """Where this role's day begins."""
        self.open_from_rail(self.pages.first)

    def search(self, text: str) -> None:
        """What the header's search looks through in this role."""
        if self.pages.searches == "back_office":
            self.show_back_office()
            look = self._lists["back_office"].searched
            if look is not None:
                look(text)
        elif self.pages.searches:
            self.show_persons(text)

    def show_back_office(self) -> None:
        """The drafts that wait for an officer, where they were left."""
        self._show_list("back_office", back_office_page)

    def show_queue(self) -> None:
        """The queue page."""
        self._show_list("queue", queue_page)

    def show_persons(self, text: str = "") -> None:
        """The search page, searching for ``text`` at once."""
        self._show(persons_page(self, text))

    def show_applications(self, reason: str = "") -> None:
        """The list of applications; with ``reason`` those alone for which somebody is needed."""
        self._show(applications_page(self, reason))

    def show_notices(self, notice: UUID | None = None) -> None:
        """The journal of written answers, on this one."""
        self._show(notices_page(self, notice))

    def show_needs_look(self) -> None:
        """What the head of the centre must look at, where it was left."""
        self._show_list("needs_look", needs_look_page)

    def show_passport(self) -> None:
        """The service passport, where it was left."""
        self._show_list("passport", passport_page)

    def show_outbox(self) -> None:
        """What waits to be sent."""
        self._show(outbox_page(self))

    def show_disagreements(self, item: UUID | None = None) -> None:
        """What waits for the agent's choice, on this one."""
        self._show(disagreements_page(self, item))

    def start_intake(self, case: Case | None, number: str = "") -> None:
        """The intake page. Without a case: the open one if it has nobody yet, else a new one without a ticket.

        An open case whose application is registered is put aside; it waits among the half-done ones.
        """
        if not self.pages.serves:
            self.say(refused_words(Refused("act.not_your_role", "design 1")))
            return
        case = case or (self.case if self.case and self.case.application is None else None)
        if case is not None:
            self._show(intake_page(self, case, number))
            return
        begin = partial(self.services.cases.begin, "", "")
        self.tasks.run(begin, done=partial(self._begun, number), failed=self.failed)

    def open_case(self, file_id: UUID, application: UUID) -> None:
        """The page of the step this application is at; who does not serve people reads its first page."""
        if not self.pages.serves:
            self.open_papers(file_id, application)
            return
        if self._page is not self._in_sight:  # another page is on its way: what the old one finds out is late
            return
        look = partial(self.services.which_step, file_id, application)
        shown = partial(self._open_step, self._page, file_id, application)
        self.tasks.run(look, done=shown, failed=self.failed)

    def open_papers(self, file_id: UUID, application: UUID) -> None:
        """The application's first page, whatever its step."""
        self._show(application_page(self, file_id, application))

    def _open_step(self, since: Page | None, file_id: UUID, application: UUID, step: CaseStep) -> None:
        if self._page is not since:  # the agent went somewhere else while it was looked up
            return
        self._show(_STEP_PAGES.get(step, application_page)(self, file_id, application))

    def open_person(self, file_id: UUID, application: UUID | None = None) -> None:
        """A person's whole file."""
        self._show(person_page(self, file_id, application))

    def open_refusal(self, file_id: UUID, application: UUID) -> None:
        """The refusal of one application."""
        self._show(refusal_page(self, file_id, application))

    def press_on_queue(self, key: str) -> None:
        """A key of the queue page, pressed on another one; the open case is continued without looking there."""
        case = self.case if key == "case.continue" else None
        if case is not None:
            self.go_on(case)
            return
        self.show_queue()
        self._lists["queue"].keys[key]()

    def go_on(self, case: Case) -> None:
        """The page where this case stands."""
        if case.file_id is not None and case.application is not None:
            self.open_case(case.file_id, case.application)
        else:
            self.start_intake(case)

    def press_on_called(self, key: str) -> None:
        """A key for the ticket that was called and whose person may not be here yet, pressed on another page."""
        if self._in_hand.called() is not None:
            self.press_on_queue(key)

    def transfer_called(self) -> None:
        """The called ticket is for somebody else: the queue page asks where to."""
        self.press_on_called("ticket.transfer")

    def ask_pause(self) -> None:
        """Why the open case is put aside, asked on whatever page is in sight."""
        self._in_hand.ask_pause()

    def call_again(self) -> None:
        """The called person has not come yet."""
        self._in_hand.call_again()

    def open_from_rail(self, page: str) -> None:
        """A place of the rail."""
        places: dict[str, Callable[[], None]] = {
            "queue": self.show_queue,
            "persons": self.show_persons,
            "applications": self.show_applications,
            "notices": self.show_notices,
            "disagreements": self.show_disagreements,
            "back_office": self.show_back_office,
            "needs_look": self.show_needs_look,
            "passport": self.show_passport,
        }
        places[page]()

    @property
    def case(self) -> Case | None:
        """The open case."""
        return self._in_hand.case

    def case_changed(self, case: Case | None) -> None:
        """The timer follows the open case."""
        self._in_hand.changed(case)
        self._sync.wake()  # other desks of the centre may go on with what was put aside

    def show_title(self, title: str, context: str = "") -> None:
        """What the header says of the open page."""
        self.window.show_title(title, context)

    def _bar_of(self, page: Page) -> QWidget | None:
        """What the queue says above everything else."""
        is_said = page is self._lists.get("queue") and self.signed_in.database.issuing_locked
        return NumbersBar(self.signed_in.database, self.sync_told) if is_said else None

    def _caught_up(self, changes: Changes) -> None:
        if changes != Changes():
            self.announce(changes)

    def announce(self, changes: Changes) -> None:
        """Something was recorded here: the sync wakes, open pages look again."""
        self._sync.wake()
        self._tell_pages(changes)
        self.answers.announced(changes)

    def say(self, words: str) -> None:
        """A quiet line for six seconds."""
        self.window.strip.say(words)

    def say_saved(self, file: Path) -> None:
        """Without a printer: where the document lies, until the next page opens."""
        self.window.show_bar(SavedBar(file))

    def say_problem(self, error: AgentError) -> None:
        """An expected problem without a field on the page."""
        self.window.strip.say(words_for(error))

    def _begun(self, number: str, case: Case) -> None:
        self.case_changed(case)
        self._show(intake_page(self, case, number))

    def _show_list(self, name: str, build: Callable[[Session], Page]) -> None:
        """A list is built once and kept: selection and place stay."""
        page = self._lists.get(name)
        if page is None:
            page = self._lists[name] = build(self)
        self._show(page)

    def _show(self, page: Page) -> None:
        """A new page comes into the window in a turn of its own: building and styling it in one would stand still."""
        self._page = page
        if page.view.parent() is None:
            QTimer.singleShot(1, self, partial(self._open, page))  # at 0 no key or paint would come between
        else:
            self._open(page)

    def _open(self, page: Page) -> None:
        if page is not self._page:  # another one was asked for in between
            self._close(page)
            return
        before, self._in_sight = self._in_sight, page
        self.window.show_bar(self._bar_of(page))
        self.window.header.show_saved("")
        self.window.header.set_trailing(page.trailing)
        self.show_title(page.title, page.context)
        self.window.open_page(page.rail, page.view)
        if before is not None and before is not page:
            self._close(before)
        page.opened()
        if page.first is not None:
            page.first()

    def _close(self, page: Page) -> None:
        if page not in self._lists.values():
            self._part_from(page)

    def _part_from(self, page: Page) -> None:
        page.tasks.close()
        if page.over is not None:
            page.over()
        self.window.close_page(page.view)

    def _tell_pages(self, changes: Changes) -> None:
        if self._in_sight is not None:
            self._in_sight.changed(changes)

    def _heard_from_sync(self, state: SyncState, changes: Changes | None) -> None:
        if not self._is_open:
            return
        self.sync_state = state
        self.sync_told.emit(state)
        if changes is not None and changes != Changes():
            self._tell_pages(changes)
            self.answers.heard(changes)
            if changes.queue:
                self._in_hand.look_who_went()

    def failed(self, error: Exception) -> None:
        """An expected problem of a job that no page waits for."""
        if isinstance(error, AgentError):
            self.say_problem(error)


#: The page of each step of a case; every other step is on the application's first page.
_STEP_PAGES: Final[dict[CaseStep, Callable[[Session, UUID, UUID], Page]]] = {
    CaseStep.FORM: form_page,
    CaseStep.WORK: work_page,
}


def _nothing(_: object) -> None:
    """Nobody waits for it."""
