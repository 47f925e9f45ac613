"""The form page's decisions: what is missing, when the form can go to MAS, and where each act leads."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.vocabulary import ApplicationKind
from dost_desktop.ports import Tasks, Worker
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import ActNotAllowed
from dost_desktop.services.open_next import OpenedNext
from dost_desktop.services.purposes import PurposeMissing
from ui.navigation import Navigation
from ui.parts.just_turned import JustTurned
from ui.screens.form.asking import AskingStatus
from ui.screens.form.checks import Checked, check
from ui.screens.form.keeping import Keeping
from ui.screens.form.page import (
    WAITING,
    FormAct,
    Looked,
    Page,
    Stage,
    Todo,
    acts_of,
    leaves,
    main_of,
    page_of,
    sending,
    todo_of,
)
from ui.screens.form.port import FormJobs, FormViewPort, Said, Section, Shown, draft_key
from ui.screens.form.typed import MOST_JOBS, TypedForm, TypedJob


class FormPresenter:
    """The form of one application, as long as its page stands."""

    def __init__(
        self,
        view: FormViewPort,
        tasks: Tasks,
        navigation: Navigation,
        jobs: FormJobs,
        file_id: UUID,
        application: UUID,
    ) -> None:
        self._view, self._tasks, self._navigation, self._jobs = view, tasks, navigation, jobs
        self.file_id, self.application = file_id, application
        self._asking = AskingStatus(view, tasks, jobs, file_id, self._status_read, self._moved_on)
        self._page: Page | None = None
        self._kept = Keeping(tasks, jobs.drafts, application, view.show_saved, self._failed)
        self._section = Section.NONE
        self._looks = 0
        self._busy = self._is_own = False
        self._just_turned = JustTurned(jobs.refuse.desk.clock.now)

    # coming and going
    def opened(self) -> None:
        """The page came into sight: the case is read, and MAS asked where nobody knows the registration."""
        self._look(self._first_shown)

    def changed(self, changes: Changes) -> None:
        """Something was recorded, here or by the sync: the page looks again when it is about this file."""
        if self.file_id in changes.files:
            self._look(self._shown)

    def back(self) -> None:
        """Esc: the open section first, then the page; nothing typed is lost."""
        if self._section is not Section.NONE:
            self.section_closed()
            return
        self.save_now()
        self._navigation.show_applications()

    # filling
    def edited(self, typed: TypedForm) -> None:
        """Typing; saved within a second by ``save_now``. What was wrong and is mended is said no more."""
        self._just_turned.forget()
        if self._kept.edited(typed):
            self._show()

    def left(self, name: str) -> None:
        """The caret left a field: what is wrong in it may be said now."""
        self._kept.left(name)
        self._show()

    def job_added(self) -> None:
        """One more job the person had."""
        jobs = self._kept.typed.jobs
        if len(jobs) < MOST_JOBS:
            self._jobs_are((*jobs, TypedJob()))
            self._view.focus_field(f"job.{len(jobs)}.position")

    def job_removed(self, place: int) -> None:
        """A job that was none."""
        jobs = self._kept.typed.jobs
        self._jobs_are(jobs[:place] + jobs[place + 1 :])

    def save_now(self) -> None:
        """Keep what was typed and is not kept yet."""
        self._kept.save_now()

    # what can be done
    def send_pressed(self) -> None:
        """Ctrl+Enter: to MAS; where something is missing, the caret goes there and the field says what."""
        page = self._page
        if page is None or page.stage is not Stage.FILL or self._busy:
            return
        checked = self._checked(page)
        if checked.filled is None or sending(page, checked) is not None:
            self._kept.tried(checked)
            self._show()
            if checked.first_open:
                self._view.focus_field(checked.first_open)
            return
        self.save_now()  # where the file moved on, nothing typed is lost
        job = partial(self._jobs.fill, self.file_id, checked.filled, draft_key=draft_key(self.application))
        self._do(job, self._sent)

    def act_chosen(self, act: FormAct) -> None:
        """A line of what can be done now, or a button of the bar; not the key that was meant for another page."""
        shown = self._now()
        if shown is None or act not in dict(shown.acts):
            return
        if act is main_of(shown.page, shown.acts) and self._just_turned.is_near():
            return
        if act is FormAct.SEND:
            self.send_pressed()
        elif shown.off(act) is None:
            self._begin(act, shown.page)

    def _begin(self, act: FormAct, page: Page) -> None:
        here = (self.file_id, self.application)
        match act:
            case FormAct.NEXT:
                self._go_on(page)
            case FormAct.RECEIPT:
                self._jobs.print_waiting_receipt(page.case)
            case FormAct.CONFIRMATION:
                self._jobs.print_confirmation(*here)
            case FormAct.ASK_STATUS:
                self.ask_pressed()
            case FormAct.PRINT_FORM:
                self._jobs.print_form(*here)
            case FormAct.REFUSE:
                self.save_now()
                self._navigation.open_refusal(*here)
            case FormAct.PAPERS:
                self.save_now()
                self._navigation.open_papers(*here)
            case FormAct.FINISH:
                self._do(self._jobs.finish, self._finished, on=Worker.NETWORK)
            case FormAct.PAUSE:
                self.save_now()
                self._navigation.ask_pause()
            case FormAct.WITHDRAW:
                self._open(Section.WITHDRAW)
            case FormAct.SEND:
                self.send_pressed()

    def ask_pressed(self) -> None:
        """F9: ask MAS how the person is registered."""
        if self._page is not None and self._page.stage is Stage.FILL:
            self._asking.ask()

    def todo_chosen(self, todo: Todo) -> None:
        """A missing line leads to where it is answered."""
        if todo in {Todo.IDENTITY, Todo.REPRESENTATION}:
            self.act_chosen(FormAct.PAPERS)
        elif todo is Todo.STATUS:
            self.ask_pressed()
        elif todo in {Todo.SENT, Todo.CONFIRMED, Todo.ANSWERED, Todo.TOLD}:
            self._view.focus_main()
        else:
            self._view.focus_field(todo.value)

    def print_pressed(self) -> None:
        """Ctrl+P: the receipt while the form waits, the confirmation at the end."""
        for act in (FormAct.RECEIPT, FormAct.CONFIRMATION):
            shown = self._now()
            if shown is not None and act in dict(shown.acts):
                self.act_chosen(act)
                return

    def file_pressed(self) -> None:
        """Ctrl+O: the person's whole file."""
        self.save_now()
        self._navigation.open_person(self.file_id, self.application)

    def withdraw_confirmed(self, wish: str) -> None:
        """The second press: the person's own wish is recorded."""
        job = partial(self._jobs.withdraw, self.file_id, self.application, wish)
        self._do(job, partial(self._recorded, Said.WITHDRAWN))

    def section_closed(self) -> None:
        """The section goes; what was typed stays."""
        self._open(Section.NONE)
        self._view.focus_main()

    # answers
    def _sent(self, changes: Changes) -> None:
        self._kept.sent()
        self._view.show_saved(None)
        self._recorded(Said.SENT, changes)

    def _recorded(self, said: Said, changes: Changes) -> None:
        self._is_own = True
        self._open(Section.NONE)
        self._navigation.say(self._view.said(said))
        self._announce(changes)

    def _status_read(self, changes: Changes) -> None:
        self._navigation.say(self._view.said(Said.STATUS_READ))
        self._announce(changes)

    def _finished(self, changes: Changes) -> None:
        self._navigation.case_changed(None)
        self._navigation.announce(changes)
        self._navigation.show_queue()

    def _go_on(self, page: Page) -> None:
        """Registration as unemployed: the application that is open already, or a new one in the same case."""
        kind = ApplicationKind.UNEMPLOYED
        following = page.case.file.open_application(kind)
        if following is not None:
            self._navigation.open_case(self.file_id, following.id)
            return
        ticket = page.case.application.ticket if page.looked.is_my_case else ""
        self._do(partial(self._jobs.open_next, self.file_id, kind, ticket=ticket), self._went_on)

    def _went_on(self, opened: OpenedNext) -> None:
        self._navigation.case_changed(opened.case)
        self._navigation.announce(opened.changes)
        self._navigation.open_case(opened.file_id, opened.application)

    # looking
    def _look(self, shown: Callable[[Looked], None]) -> None:
        self._looks += 1
        self._tasks.run(self._read, done=shown, failed=self._failed)

    def _read(self) -> Looked:
        jobs = self._jobs
        case = jobs.look(self.file_id, self.application)
        draft = jobs.drafts.load(draft_key(self.application))
        current = jobs.runs.current()
        return Looked(
            case=case,
            draft=draft.content if draft else None,
            saved_at=draft.saved_at if draft else None,
            is_my_case=current is not None and current.application == self.application,
            has_ground=bool(jobs.refuse.grounds(case)),
            kinds={each.id: each.name for each in jobs.refuse.catalogue.documents.values()},
        )

    def _first_shown(self, looked: Looked) -> None:
        self._shown(looked)
        page = self._page
        if page is not None and page.stage is Stage.FILL and page.not_asked:
            self._asking.ask()

    def _shown(self, looked: Looked) -> None:
        if leaves(looked.case):
            self._navigation.open_case(self.file_id, self.application)
            return
        before, own = self._page, self._is_own
        self._is_own = False
        page = self._page = page_of(looked)
        if page.stage is Stage.FILL and self._kept.take(looked):
            self._view.fill(self._kept.typed)
        if page.stage is Stage.FILL and looked.saved_at is not None:
            self._view.show_saved(looked.saved_at)
        self._show()
        if before is None or before.stage is not page.stage:
            self._turned(before, page)
            if before is not None and not own and self._main(before) is not self._main(page):
                self._just_turned.turn()

    def _turned(self, before: Page | None, page: Page) -> None:
        """Another stage: the focus goes where the work goes on, and what came by itself is said."""
        if page.stage is Stage.FILL and self._section is Section.NONE:
            first = self._checked(page).first_open
            if first:
                self._view.focus_field(first)
            else:
                self._view.focus_main()
        elif self._section is Section.NONE:
            self._view.focus_main()
        came = {Stage.DONE: Said.ACCEPTED, Stage.MAS_DECIDES: Said.CONFIRMED}.get(page.stage)
        if before is not None and before.stage in WAITING:
            said = Said.NOT_ACCEPTED if page.stage is Stage.FILL else came
            if said is not None:
                self._navigation.say(self._view.said(said))

    # small things
    def _main(self, page: Page) -> FormAct | None:
        return main_of(page, acts_of(page, self._checked(page)))

    def _checked(self, page: Page) -> Checked:
        return check(self._kept.typed, page.case, self._jobs.endings)

    def _now(self) -> Shown | None:
        page = self._page
        if page is None:
            return None
        checked = self._checked(page)
        problems = self._kept.problems(checked)
        return Shown(
            page=page,
            typed=self._kept.typed,
            checked=checked,
            problems=problems,
            todo=todo_of(page, checked, problems),
            acts=acts_of(page, checked),
            endings=self._jobs.endings,
        )

    def _show(self) -> None:
        shown = self._now()
        if shown is not None:
            self._view.show_now(shown)

    def _jobs_are(self, jobs: tuple[TypedJob, ...]) -> None:
        self._kept.jobs(jobs)
        self._view.fill(self._kept.typed)
        self._show()

    def _open(self, section: Section) -> None:
        self._section = section
        self._view.show_section(section)

    def _do(
        self, job: Callable[[], Any], done: Callable[[Any], None], *, on: Worker = Worker.DATABASE
    ) -> None:
        if self._busy:
            return
        self._set_busy(True)
        self._tasks.run(job, done=partial(self._done, done), failed=self._not_done, on=on)

    def _done(self, then: Callable[[Any], None], result: Any) -> None:
        self._set_busy(False)
        self._view.show_problem(None)
        then(result)

    def _not_done(self, error: Exception) -> None:
        self._set_busy(False)
        self._moved_on(error)

    def _moved_on(self, error: Exception) -> None:
        self._failed(error)
        if isinstance(error, ActNotAllowed):
            self._look(self._shown)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.set_busy(busy)

    def _announce(self, changes: Changes) -> None:
        """Every open page hears of it, this one too; it looks by itself when nobody told it."""
        before = self._looks
        self._navigation.announce(changes)
        if self._looks == before:
            self._look(self._shown)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        if isinstance(error, PurposeMissing):  # another centre's file: the person's page asks what for
            self._navigation.open_person(self.file_id, self.application)
            return
        self._view.show_problem(error)
