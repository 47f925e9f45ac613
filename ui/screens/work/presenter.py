"""The page of step 6 from the third dash on: what each press does, and what comes by itself (SEED 23.6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final
from uuid import UUID

from dost_desktop.catalogue.passport import Option
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.lifecycle import Move
from dost_desktop.domain.suitable_work import Test
from dost_desktop.domain.vocabulary import ApplicationState, Status
from dost_desktop.ports import Tasks, Worker
from dost_desktop.services.changes import Changes
from dost_desktop.services.desk import ActNotAllowed
from dost_desktop.services.purposes import PurposeMissing
from dost_desktop.services.which_step import CaseStep, step_of
from ui.navigation import Navigation
from ui.parts.just_turned import JustTurned
from ui.parts.profile.typed import profile_from, typed_profile
from ui.screens.work.asking import Asking
from ui.screens.work.deciding import Deciding
from ui.screens.work.keeping import Keeping, draft_key
from ui.screens.work.page import (
    ANSWERS,
    PROFILE,
    REFER,
    SEND,
    WISH,
    BackOfficeName,
    Looked,
    Page,
    PageAct,
    Section,
    Todo,
)
from ui.screens.work.port import Place, Said, WorkJobs, WorkViewPort
from ui.screens.work.possible import page_of
from ui.screens.work.searching import Searching, typed_wish, wish_from

A = ApplicationState
_PLACES: Final = {Todo.QUESTION: Place.QUESTION, Todo.OFFER: Place.LIST, Todo.UNSURE: Place.LIST}


class WorkPresenter:
    """One application of one file, as long as its page stands."""

    def __init__(
        self,
        view: WorkViewPort,
        tasks: Tasks,
        navigation: Navigation,
        jobs: WorkJobs,
        file_id: UUID,
        application: UUID,
    ) -> None:
        self._view, self._tasks, self._navigation, self._jobs = view, tasks, navigation, jobs
        self.file_id, self.application = file_id, application
        self._page: Page | None = None
        self._section = Section.NONE
        self._busy = self._is_own = self._was_late = False
        self._looked: Looked | None = None
        self._just_turned = JustTurned(jobs.refuse.desk.clock.now)
        self._kept = Keeping(tasks, jobs.drafts, application, view.show_saved, self._failed)
        self.search = Searching(tasks, jobs.find, jobs.refuse.desk.clock, self._show, self._failed)
        self.asking = Asking(view, tasks, jobs, lambda: self._page, self._asked, self._not_done)
        self._deciding = Deciding(view, jobs, self.search, self._do, self._recorded, file_id, application)
        self._offices = tuple(_office(each) for each in jobs.refuse.catalogue.passport.section(11).options)

    # coming and going
    def opened(self) -> None:
        """The page came into sight: the case is read, and vacancies are looked for where nobody has yet today."""
        self._look(self._first_shown)

    def changed(self, changes: Changes) -> None:
        """Something was recorded, here or by the sync: the page looks again when it is about this file."""
        if self.file_id in changes.files:
            self._look(self._shown)

    def back(self) -> None:
        """Esc: the open section first, then the page; nothing typed is lost."""
        self.save_now()
        if self._section is not Section.NONE:
            self._open(Section.NONE)
            self._view.focus(Place.MAIN)
            return
        self._navigation.show_applications()

    def file_pressed(self) -> None:
        """Ctrl+O: the person's whole file."""
        self.save_now()
        self._navigation.open_person(self.file_id, self.application)

    # typing
    def typed(self, name: str, content: Mapping[str, Any]) -> None:
        """One form of the page, whole; saved within a second by ``save_now``."""
        self._just_turned.forget()
        self._kept.typed(name, content)
        self._show()

    def save_now(self) -> None:
        """Keep what was typed."""
        self._kept.save_now()

    # vacancies
    def vacancy_selected(self, vacancy: str) -> None:
        """Another row of the list."""
        if vacancy != self.search.shelf.selected:
            self.search.select(vacancy)
            self._show()

    def question_answered(self, fits: bool) -> None:
        """The person's answer to the question that is in sight; asked once, it counts for every such vacancy."""
        if self.search.say(fits):
            self._keep_answers()

    def answer_taken_back(self, test: Test) -> None:
        """The question of this test is open again."""
        self.search.take_back(test)
        self._keep_answers()

    def more_pressed(self) -> None:
        """The vacancies that were found and not brought here yet."""
        self.search.more()

    def stop_waiting(self) -> None:
        """The agent does not want to wait for the vacancy bank."""
        self.search.stop()

    # acts
    def act_chosen(self, act: PageAct) -> None:
        """A button, or a line of what can be done now; an impossible one only tells its reason."""
        page = self._page
        if page is None or page.off(act) is not None or self._busy:
            return
        if act is page.main and self._just_turned.is_near():  # meant for what stood there before
            return
        deeds: dict[PageAct, Callable[[Page], None]] = {
            PageAct.OFFER: lambda each: self._deciding.offer(each, each.shelf.chosen),
            PageAct.OFFER_BEST: lambda each: self._deciding.offer(each, each.shelf.best),
            PageAct.SEARCH: self._search_pressed,
            PageAct.FIND: self._find,
            PageAct.ACCEPT: self._deciding.accept,
            PageAct.DECLINE: lambda _: self._open(Section.DECLINE),
            PageAct.RECORD_DECLINE: self._deciding.decline,
            PageAct.JUDGE: self._deciding.judge,
            PageAct.EXPLAIN: self._deciding.explain,
            PageAct.REFER: self._deciding.refer,
            PageAct.EMPLOYER: self._deciding.employer,
            PageAct.NO_WORK: self._deciding.place,
            PageAct.SEND: self._deciding.send,
            PageAct.RECORD_PROFILE: self._record_profile,
            PageAct.ASK: self._ask,
            PageAct.STATUS: lambda _: self.asking.status(),
            PageAct.REFUSE: self._refuse,
            PageAct.PRINT: lambda _: self._jobs.print_referral(self.file_id, self.application),
            PageAct.CONFIRMATION: lambda _: self._jobs.print_confirmation(self.file_id, self.application),
            PageAct.FINISH: self._finish,
            PageAct.PAUSE: self._pause,
            PageAct.PAPERS: self._papers,
        }
        deeds[act](page)

    def profile_pressed(self) -> None:
        """Alt+D: what the person can do is put right."""
        if self._page is None:
            return
        if PROFILE not in self._kept.content:
            self._view.fill({**self._filled(), PROFILE: typed_profile(self._page.case.file.profile)})
        self._view.show_profile_problems({})
        self._open(Section.PROFILE)

    def todo_chosen(self, todo: Todo) -> None:
        """A missing line leads to where it is answered."""
        match todo:
            case Todo.PROFILE:
                self.profile_pressed()
            case Todo.STATUS:
                self.act_chosen(PageAct.STATUS)
            case Todo.REGISTER if self._page is not None and self._page.state is not A.OFFERING_WORK:
                self.act_chosen(PageAct.ASK)
            case Todo.REGISTER:
                self.asking.register()
            case _:
                self._view.focus(_PLACES.get(todo, Place.MAIN))

    def _ask(self, page: Page) -> None:
        if page.state is A.OFFERING_WORK:
            self.search.search()
        elif page.case.file.registration.status is not Status.JOBSEEKER:
            self.asking.status()  # nothing can be sent before MAS says that the person is a jobseeker
        else:
            self.asking.register()

    def _search_pressed(self, page: Page) -> None:
        if page.state is A.OFFERING_WORK:
            self._open(Section.SEARCH)
        else:
            self._deciding.search_again(page)

    def _find(self, page: Page) -> None:
        wish = wish_from(page.part(WISH)) if page.part(WISH) else self.search.shelf.wish
        self._open(Section.NONE)
        self.search.search(wish)
        self._view.focus(Place.LIST)

    def _record_profile(self, page: Page) -> None:
        today = legal_date(page.case.now)
        profile, problems = profile_from(page.part(PROFILE) or typed_profile(page.case.file.profile), today)
        self._view.show_profile_problems(problems)
        if not problems:
            job = partial(self._jobs.record_profile, self.file_id, profile)
            self._do(job, partial(self._recorded, Said.PROFILE_RECORDED, PROFILE))

    def _refuse(self, _: Page) -> None:
        self.save_now()
        self._navigation.open_refusal(self.file_id, self.application)

    def _finish(self, _: Page) -> None:
        self.save_now()
        self._do(self._jobs.finish, self._finished, on=Worker.NETWORK)

    def _finished(self, changes: Changes) -> None:
        self._navigation.case_changed(None)
        self._navigation.announce(changes)
        self._navigation.show_queue()

    def _pause(self, _: Page) -> None:
        self.save_now()
        self._navigation.ask_pause()

    def _papers(self, _: Page) -> None:
        self.save_now()
        self._navigation.open_papers(self.file_id, self.application)

    # looking
    def _look(self, shown: Callable[[Looked], None]) -> None:
        self._tasks.run(self._read, done=shown, failed=self._failed)

    def _read(self) -> Looked:
        jobs = self._jobs
        case = jobs.look(self.file_id, self.application)
        draft = jobs.drafts.load(draft_key(self.application))
        current = jobs.runs.current()
        may_refuse = case.moves[Move.REFUSE] is None
        return Looked(
            case=case,
            typed=draft.content if draft else {},
            saved_at=draft.saved_at if draft else None,
            is_my_case=current is not None and current.application == self.application,
            has_ground=may_refuse and bool(jobs.refuse.grounds(case)),
            reasons={each.id: each.name for each in jobs.refuse.catalogue.decline_reasons.values()},
        )

    def _first_shown(self, looked: Looked) -> None:
        self._shown(looked)
        if looked.case.application.state is A.OFFERING_WORK and not self.search.is_of_today():
            self.search.search()

    def _shown(self, looked: Looked) -> None:
        before, case = self._looked, looked.case
        turned = before is not None and before.case.application.state is not case.application.state
        own, self._is_own = self._is_own, False
        late, self._was_late = self._was_late, False
        if turned and not own and case.history:
            self._navigation.say(self._view.happened(case.history[0]))
        stopped = case.application.is_open and case.stop is not None
        if step_of(case.application, stopped=stopped) is not CaseStep.WORK:
            self.save_now()
            self._navigation.open_case(self.file_id, self.application)
            return
        self._looked = looked
        is_taken = self._kept.take(looked.typed)
        self.search.take_case(case, self._kept.content.get(ANSWERS, {}), self._kept.content.get(WISH))
        main = self._page.main if self._page else None
        if turned:
            self._section = Section.NONE
        self._show()
        if turned and not own and self._page is not None and self._page.main is not main:
            self._just_turned.turn()
        if before is None and is_taken and looked.saved_at is not None:
            self._view.show_saved(looked.saved_at)
        if before is None or turned:
            self._view.fill(self._filled())
            self._view.focus(Place.MAIN)
        if late and turned and case.history:
            self._view.show_meanwhile(case.history[0], case.application.state)
        if turned and case.application.state is A.OFFERING_WORK and not self.search.is_of_today():
            self.search.search()

    def _filled(self) -> Mapping[str, Any]:
        """Every form as it stands: what was typed, else what the file says."""
        page = self._page
        if page is None:
            return {}
        day = page.presented_on
        begun = {
            WISH: typed_wish(self.search.shelf.wish),
            REFER: {"day": day.isoformat() if day else ""},
            SEND: {"office": self._jobs.refuse.catalogue.passport.back_office.code},
        }
        return {**begun, **self._kept.content}

    def _show(self) -> None:
        if self._looked is not None:
            shelf, typed = self.search.shelf, dict(self._kept.content)
            self._page = page_of(self._looked, shelf, typed, self._section, self._offices)
            self._view.show_page(self._page)

    # small things
    def _keep_answers(self) -> None:
        self._kept.typed(ANSWERS, dict(self.search.answers))
        self._show()
        self._view.focus(Place.QUESTION)

    def _open(self, section: Section) -> None:
        self._section = section
        self._view.show_no_answer(None)
        if section is Section.SEARCH:
            self._view.fill(self._filled())
        self._show()

    def _asked(self, said: Said, changes: Changes) -> None:
        self._recorded(said, changes=changes)

    def _recorded(self, said: Said, *forms: str, changes: Changes) -> None:
        self._is_own = True
        self._kept.forget(*forms)
        self._section = Section.NONE
        self._show()
        self._navigation.say(self._view.said(said))
        self._navigation.announce(changes)

    def _do(self, job: Callable[[], Any], done: Callable[..., None], *, on: Worker = Worker.DATABASE) -> None:
        if self._busy:
            return
        self._set_busy(True)
        self._view.show_no_answer(None)
        self._tasks.run(job, done=partial(self._done, done), failed=self._not_done, on=on)

    def _done(self, then: Callable[..., None], result: Any) -> None:
        self._set_busy(False)
        self._view.show_problem(None)
        if isinstance(result, Changes):
            then(changes=result)
        else:
            then(result)

    def _not_done(self, error: Exception) -> None:
        self._set_busy(False)
        self._failed(error)
        if isinstance(error, ActNotAllowed):
            self._was_late = True
            self._look(self._shown)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.set_busy(busy)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, PurposeMissing):
            self._navigation.open_person(self.file_id, self.application)
        elif isinstance(error, AgentError):
            self._view.show_problem(error)


def _office(option: Option) -> BackOfficeName:
    name = option.text.partition("-")[2] or option.text.partition("–")[2]
    return BackOfficeName(option.code, name.strip() or option.text)
