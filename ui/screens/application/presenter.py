"""The case page's decisions: when the register is asked, what its answer or silence does, where each act leads."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final
from uuid import UUID

from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.evidence import Paper, Representative
from dost_desktop.domain.vocabulary import Role
from dost_desktop.ports import Tasks, Worker
from dost_desktop.rows import NoticeFilter
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import ActNotAllowed
from dost_desktop.services.open_application import PERSONAL
from dost_desktop.services.purposes import PurposeMissing
from dost_desktop.services.refuse_application import draft_key
from ui.navigation import Navigation
from ui.parts.handing import Handing, recipients_of
from ui.parts.papers.typed import TypedPaper
from ui.parts.representative.anew import SpeaksAnew
from ui.screens.application.checking import Checking
from ui.screens.application.keeping import EXPLANATION, PAPER, SPEAKS, STATEMENT, Keeping, page_key
from ui.screens.application.page import Looked, Page, PageAct, Stage, Todo, can_ask, is_elsewhere, page_of
from ui.screens.application.paper_section import PaperSection
from ui.screens.application.port import ApplicationViewPort, CaseJobs, Said, Section
from ui.screens.application.proposal import proposal

_ACT_OF: Final = {
    Todo.WORK: PageAct.GO_ON,
    Todo.IDENTITY: PageAct.PAPER,
    Todo.REPRESENTATION: PageAct.REPRESENTATIVE,
    Todo.REGISTER: PageAct.ASK,
    **dict.fromkeys((Todo.REASONING, Todo.SIGNATURE, Todo.GROUND), PageAct.REFUSE),
}


class ApplicationPresenter:
    """One application of one file, as long as its page stands."""

    def __init__(
        self,
        view: ApplicationViewPort,
        tasks: Tasks,
        navigation: Navigation,
        jobs: CaseJobs,
        file_id: UUID,
        application: UUID,
    ) -> None:
        self._view, self._tasks, self._navigation, self._jobs = view, tasks, navigation, jobs
        self.file_id, self.application = file_id, application
        self._page: Page | None = None
        self._checking = Checking(view, tasks, jobs, lambda: self._page, self._check_recorded, self._moved_on)
        self._kept = Keeping(tasks, jobs.drafts, application, view.show_saved, self._failed)
        self.paper = PaperSection(
            view, tasks, jobs.paper_acts, self._record_paper, self._not_done, self._scanned
        )
        self.anew = SpeaksAnew(
            view.anew, tasks, jobs.representative, self._record_speaker, self._speaks_typed
        )
        self._section = Section.NONE
        self._looks = 0
        self._busy = False

    # coming and going
    def opened(self) -> None:
        """The page came into sight: the case is read, and the register asked by itself where nobody has yet."""
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

    # the register
    def ask_pressed(self) -> None:
        """F9: ask the register of employed persons, again if need be."""
        self._checking.ask()

    def stop_waiting(self) -> None:
        """The agent does not want to wait: the application waits instead, and a late answer still counts."""
        self._checking.stop()

    # what can be done
    def refuse_pressed(self) -> None:
        """To the refusal page; an impossible refusal only tells its reason."""
        if self._offered(PageAct.REFUSE):
            self.save_now()
            self._navigation.open_refusal(self.file_id, self.application)

    def act_chosen(self, act: PageAct) -> None:
        """A line of what can be done now."""
        if not self._offered(act):
            return
        match act:
            case PageAct.REFUSE:
                self.refuse_pressed()
            case PageAct.EXPLAIN:
                self._explain_pressed()
            case PageAct.PAPER:
                self._paper_pressed()
            case PageAct.REPRESENTATIVE:
                self._speaks_pressed()
            case PageAct.ASK:
                self.ask_pressed()
            case PageAct.RECEIPT | PageAct.COPY:
                self.print_pressed()
            case PageAct.FINISH:
                self.finish_pressed()
            case PageAct.PAUSE | PageAct.WITHDRAW:
                self._open(Section(act))
            case PageAct.GO_ON:
                self._go_on()

    def _go_on(self) -> None:
        self.save_now()
        self._navigation.open_case(self.file_id, self.application)

    def todo_chosen(self, todo: Todo) -> None:
        """A missing line leads to where it is answered."""
        if todo in _ACT_OF:
            self.act_chosen(_ACT_OF[todo])
        elif todo is Todo.HAND_OVER:
            self._view.focus_main()

    def print_pressed(self) -> None:
        """Ctrl+P: the receipt of a waiting application, or a marked copy of the notice."""
        page = self._page
        if page is None:
            return
        if page.stage is Stage.WAITING:
            self._jobs.print_waiting_receipt(page.case)
        elif page.notice is not None:
            self._jobs.print_copy(self.file_id, page.notice.id)

    def file_pressed(self) -> None:
        """Ctrl+O: the person's whole file."""
        self._navigation.open_person(self.file_id, self.application)

    # the person's statement
    def statement_pressed(self) -> None:
        """Alt+R: the person disagrees; what they say goes into the letter and the file."""
        if self._page is not None and self._page.stage is Stage.FOUND:
            self._open(Section.STATEMENT)

    def statement_edited(self, words: str) -> None:
        """Typing; saved within a second by ``save_now``."""
        self._kept.statement(words)

    def save_now(self) -> None:
        """Keep what was typed: the statement under the refusal's draft, so that it arrives on the refusal page."""
        self._kept.save_now()

    # a better paper
    def _paper_pressed(self) -> None:
        identity = self._page.case.file.identity if self._page else None
        if identity is not None:
            self._open(Section.PAPER)
            self.paper.open(identity, self._kept.of_page(PAPER) or {})

    def paper_edited(self, typed: TypedPaper) -> None:
        """Typing in the paper's fields; saved within a second."""
        self.paper.typed(typed)
        self._kept.typed(PAPER, self.paper.content())

    def _scanned(self) -> None:
        self._kept.typed(PAPER, self.paper.content())
        self.save_now()

    def paper_confirmed(self) -> None:
        """The second press: a permit's register is asked, and the paper recorded as it lies there."""
        if not self._busy:
            self.paper.confirmed()

    def _record_paper(self, paper: Paper) -> None:
        job = partial(self._jobs.show_paper, self.file_id, self.application, paper)
        self._do(job, partial(self._section_recorded, PAPER, Said.PAPER_RECORDED))

    # who speaks from now on
    def _speaks_pressed(self) -> None:
        case = self._page.case if self._page else None
        if case is not None:
            self._open(Section.SPEAKS)
            self.anew.open(recipients_of(case.file, case.application), self._kept.of_page(SPEAKS) or {})

    def _speaks_typed(self) -> None:
        if self._section is Section.SPEAKS and self.anew.content() != (self._kept.of_page(SPEAKS) or {}):
            self._kept.typed(SPEAKS, self.anew.content())

    def _record_speaker(self, speaker: Representative | None) -> None:
        job = partial(self._jobs.show_representation, self.file_id, self.application, speaker)
        self._do(job, partial(self._section_recorded, SPEAKS, Said.SPEAKER_RECORDED))

    # an explanation in place of a letter
    def _explain_pressed(self) -> None:
        if not self._kept.of_page(EXPLANATION):
            self._kept.typed(EXPLANATION, self._view.explanation_words())
        self._view.show_explanation(self._kept.of_page(EXPLANATION), None)
        self._open(Section.EXPLAIN)

    def explanation_edited(self, words: str) -> None:
        """Typing; saved within a second."""
        self._kept.typed(EXPLANATION, words)
        self._view.show_explanation(words, None)

    def explained(self, agreed: bool) -> None:
        """Recorded in the agent's words; ``agreed``: the applicant takes the application back."""
        words = str(self._kept.of_page(EXPLANATION) or "")
        job = partial(self._jobs.explain, self.file_id, self.application, PERSONAL, words, agreed=agreed)
        self._do(job, partial(self._section_recorded, EXPLANATION, Said.EXPLAINED))

    # acts that end something
    def withdraw_confirmed(self, wish: str) -> None:
        """The second press: the person's own wish is recorded."""
        self._do(
            partial(self._jobs.withdraw, self.file_id, self.application, wish),
            partial(self._recorded, Said.WITHDRAWN),
        )

    def pause_confirmed(self, reason: str) -> None:
        """The case waits among the half-done ones."""
        self.save_now()
        self._do(partial(self._jobs.runs.pause, reason.strip()), self._paused)

    def served(self, handing: Handing) -> None:
        """Who took the notice, and how."""
        page = self._page
        if page is None or page.notice is None:
            return
        self._do(
            partial(
                self._jobs.serve, self.file_id, page.notice.id, handing.receiving, handing.representative
            ),
            partial(self._recorded, Said.RECEIPT_RECORDED),
        )

    def finish_pressed(self) -> None:
        """The person was served: the case is closed and the queue comes back."""
        if self._offered(PageAct.FINISH):
            self.save_now()
            self._do(self._jobs.finish, self._finished, on=Worker.NETWORK)

    def section_closed(self) -> None:
        """The section goes; what was typed in it stays in the draft."""
        self.save_now()
        self._open(Section.NONE)
        self._view.focus_main()

    # answers
    def _check_recorded(self, changes: Changes) -> None:
        self._view.show_problem(None)
        self._announce(changes)

    def _moved_on(self, error: Exception) -> None:
        self._failed(error)
        if isinstance(error, ActNotAllowed):
            self._look(self._shown)

    def _recorded(self, said: Said, changes: Changes) -> None:
        self._open(Section.NONE)
        self._navigation.say(self._view.said(said))
        self._announce(changes)

    def _section_recorded(self, name: str, said: Said, changes: Changes) -> None:
        self._kept.forget(name)
        self._recorded(said, changes)

    def _paused(self, _: None) -> None:
        self._navigation.case_changed(None)
        self._navigation.say(self._view.said(Said.PAUSED))
        self._navigation.show_queue()

    def _finished(self, changes: Changes) -> None:
        self._navigation.case_changed(None)
        self._navigation.announce(changes)
        self._navigation.show_queue()

    # looking
    def _look(self, shown: Callable[[Looked], None]) -> None:
        self._looks += 1
        self._tasks.run(self._read, done=shown, failed=self._failed)

    def _read(self) -> Looked:
        jobs = self._jobs
        case = jobs.look(self.file_id, self.application)
        draft = jobs.drafts.load(draft_key(self.application))
        typed = jobs.drafts.load(page_key(self.application))
        current = jobs.runs.current()
        with jobs.refuse.desk.open_reading() as reading:
            notices = reading.notices(NoticeFilter(file_id=self.file_id))
        return Looked(
            case=case,
            proposal=proposal(case, jobs.refuse),
            draft=draft.content if draft else {},
            saved_at=draft.saved_at if draft else None,
            is_my_case=current is not None and current.application == self.application,
            is_confirmed=all(each.is_confirmed for each in notices if each.application == self.application),
            has_ground=bool(jobs.refuse.grounds(case)),
            kinds={each.id: each.name for each in jobs.refuse.catalogue.documents.values()},
            typed=typed.content if typed else {},
            serves=jobs.refuse.desk.role is Role.AGENT,
        )

    def _first_shown(self, looked: Looked) -> None:
        self._shown(looked)
        self._ask_by_itself()

    def _ask_by_itself(self) -> None:
        page = self._page
        if page is not None and page.stage is Stage.TO_ASK and can_ask(page.case):
            self.ask_pressed()

    def _shown(self, looked: Looked) -> None:
        before = self._page
        page = self._page = page_of(looked)
        self._view.show_page(page)
        if self._kept.take(looked):
            self._view.show_statement(str(looked.draft.get(STATEMENT, "")))
            if looked.saved_at is not None:
                self._view.show_saved(looked.saved_at)
        if before is not None and _checked_anew(before, page):
            self._navigation.say(self._view.said(Said.POWER_CHECKED))
        if before is None or before.stage is not page.stage:
            self._turned(before, page)

    def _turned(self, before: Page | None, page: Page) -> None:
        """Another stage: it is said where nobody here did it, and a case that can go on goes on."""
        if self._section is Section.NONE:
            self._view.focus_main()
        if before is None:
            return
        if page.stage is Stage.STOPPED:
            self._navigation.say(self._view.said(Said.PAPERS_STOP))
        elif before.stage is Stage.STOPPED and page.case.application.is_open:
            self._navigation.say(self._view.said(Said.GOES_ON))
            self._ask_by_itself()
        if is_elsewhere(page.case) and not is_elsewhere(before.case):
            self._go_on()

    def _open(self, section: Section) -> None:
        self._section = section
        self._view.show_section(section)

    def _offered(self, act: PageAct) -> bool:
        return self._page is not None and (act, None) in self._page.acts

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
        if isinstance(error, ActNotAllowed) and error.reason == "explanation.too_short":
            self._view.show_explanation(str(self._kept.of_page(EXPLANATION)), error)
            return
        self._view.show_problem(error)


def _checked_anew(before: Page, page: Page) -> bool:
    """Whether the notaries' answer came, or another one, while the page was open."""
    old, new = before.case.application.representative, page.case.application.representative
    return new is not None and new.check is not None and (old is None or old.check != new.check)
