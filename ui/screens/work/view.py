"""The page of suitable work: person and profile left, the state's question in the middle, what can be done right."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.domain.dates import short_time
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.events import CENTRAL_DESK
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.vocabulary import ApplicationState
from dost_desktop.ports import Unanswered
from dost_desktop.services.look_at_file import HistoryLine
from ui.infra.event_words import event_words
from ui.infra.keyboard import on_key
from ui.infra.office_words import kind_words, state_words
from ui.infra.refused_words import refused_words
from ui.infra.wording import words_for
from ui.parts.person.person_part import PersonStrip
from ui.parts.wires import Wires
from ui.screens.work.about_part import AboutPart
from ui.screens.work.bar import Bar
from ui.screens.work.middle_part import MiddlePart
from ui.screens.work.page import Page, PageAct
from ui.screens.work.port import Place, Said
from ui.screens.work.presenter import WorkPresenter
from ui.screens.work.todo_part import TodoPart
from ui.shell.case_page import CasePage
from ui.widgets.action_button import ActionButton
from ui.widgets.steps_bar import Step, StepsBar

A = ApplicationState
SAVE_AFTER_MS: Final = 400
_DECIDING: Final = frozenset({A.NO_WORK_PLACED, A.AT_BACK_OFFICE, A.RETURNED, A.RIGHT_EXPLAINED})


class WorkView(QWidget):
    """``title_changed`` carries title and context for the header, ``saved`` the words beside its tick."""

    title_changed = Signal(str, str)
    saved = Signal(str)
    act_chosen = Signal(object)  # PageAct
    todo_chosen = Signal(object)  # Todo
    typed = Signal(str, object)
    save_asked = Signal()
    profile_pressed = Signal()
    vacancy_selected = Signal(str)
    question_answered = Signal(bool)
    answer_taken_back = Signal(object)  # Test
    more_pressed = Signal()
    stop_waiting = Signal()
    file_pressed = Signal()
    back_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about, self._middle, self._bar, self._todo = AboutPart(), MiddlePart(), Bar(), TodoPart()
        self._steps, self._strip = StepsBar(), PersonStrip(self._file_link())
        self._case = CasePage(
            left=self._about,
            strip=self._strip,
            steps=self._steps,
            middle=self._middle,
            bar=self._bar,
            right=self._todo,
            left_foot=self._foot(),
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._case)
        self._save_soon = QTimer(self)
        self._save_soon.setSingleShot(True)
        self._save_soon.setInterval(SAVE_AFTER_MS)
        self._page: Page | None = None
        self._wire()

    def begin(self) -> None:
        """Another case on the built page: nothing of the last one stays."""
        self._page = None
        self._save_soon.stop()
        self._middle.begin()
        self._bar.set_busy(False)

    # what the presenter shows
    def show_page(self, page: Page) -> None:
        self._page = page
        self._about.show_case(page.case)
        self._strip.show_case(page.case)
        self._steps.show_steps(self._steps_of(page))
        self._middle.show_page(page)
        self._bar.show_page(page)
        self._todo.show_page(page)
        context = self.tr("application {no}").format(no=page.application.number)
        if page.application.ticket:
            context = self.tr("{context} · ticket {ticket}").format(
                context=context, ticket=page.application.ticket
            )
        self.title_changed.emit(kind_words(page.application.kind), context)

    def fill(self, typed: Mapping[str, Any]) -> None:
        self._middle.fill(typed)

    def show_profile_problems(self, problems: Mapping[str, str]) -> None:
        words = {field: refused_words(Refused(problem)) for field, problem in problems.items()}
        self._middle.show_profile_problems(words)

    def show_problem(self, error: AgentError | None) -> None:
        self._middle.show_problem(words_for(error) if error else "")
        if error is None:
            self._middle.show_meanwhile("", "")

    def show_no_answer(self, why: Unanswered | None) -> None:
        self._middle.show_no_answer(why)

    def show_meanwhile(self, line: HistoryLine, state: ApplicationState) -> None:
        title = self.tr("Not recorded: meanwhile the application moved on")
        stands = self.tr("It stands at: {state}").format(state=state_words(state)[0])
        self._middle.show_problem("")
        self._middle.show_meanwhile(title, f"{self.happened(line)}. {stands}.")

    def show_saved(self, at: datetime) -> None:
        self.saved.emit(self.tr("Saved {time}").format(time=short_time(at)))

    def set_busy(self, busy: bool) -> None:
        self._bar.set_busy(busy)

    def focus(self, place: Place) -> None:
        page = self._page
        if page is None:
            return
        if place is Place.LIST:
            self._middle.focus_list()
        elif place is Place.QUESTION and self._focus_question():
            return
        elif page.state is A.OFFERING_WORK:
            if not self._focus_question():
                self._offer_or_list(page)
        elif not self._middle.focus_form(page):
            self._bar.focus_main()

    def said(self, what: Said) -> str:
        return {
            Said.OFFERED: self.tr("The work was offered"),
            Said.SEARCHED_AGAIN: self.tr("Work is looked for once more"),
            Said.ACCEPTED: self.tr("The person accepted the offer"),
            Said.DECLINED: self.tr("The decline was recorded"),
            Said.JUDGED: self.tr("The judgement was recorded"),
            Said.EXPLAINED: self.tr("The explanation was recorded"),
            Said.REFERRED: self.tr("The referral was issued"),
            Said.EMPLOYER_ANSWERED: self.tr("The employer's answer was recorded"),
            Said.PLACED: self.tr("“No suitable work” was placed in MAS"),
            Said.SENT: self.tr("Sent to the back office"),
            Said.PROFILE_RECORDED: self.tr("What the person can do was recorded"),
            Said.CHECKED: self.tr("The register answered"),
            Said.STATUS_READ: self.tr("MAS answered about the registration"),
        }[what]

    def happened(self, line: HistoryLine) -> str:
        words = event_words(line.kind)
        where = (
            self.tr("central system")
            if line.desk == CENTRAL_DESK
            else self.tr("desk {desk}").format(desk=line.desk)
        )
        return f"{words} · {where} · {short_time(line.at)}"

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._page is not None:
            self.show_page(self._page)  # another text size: some things stand elsewhere

    # keys
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._save_soon.isActive():
            self._save_soon.stop()
            self.save_asked.emit()

    def _typed(self, name: str, content: object) -> None:
        self.typed.emit(name, content)
        if not self._save_soon.isActive():
            self._save_soon.start()

    def _answered(self, fits: bool) -> None:
        self.question_answered.emit(fits)
        self._save_soon.start()

    def _focus_question(self) -> bool:
        """The focus to the answer of the open question, wherever there is room for it; False without one."""
        below = self._middle.vacancies.question
        if not below.isVisibleTo(self):
            return self._bar.focus_question()
        below.yes.setFocus(Qt.FocusReason.OtherFocusReason)
        self._case.middle_area.ensureWidgetVisible(below, 0, 0)
        return True

    def _offer_or_list(self, page: Page) -> None:
        if page.off(PageAct.OFFER) is None or not page.shelf.rows:
            self._bar.focus_main()
        else:
            self._middle.focus_list()

    # building
    def _steps_of(self, page: Page) -> list[Step]:
        work, decision = "current", "next"
        if page.state in _DECIDING:
            work, decision = "done", "current"
        elif page.state is A.DONE:
            work, decision = "done", "done"
        return [
            Step(self.tr("Person"), "done"),
            Step(self.tr("Application"), "done"),
            Step(self.tr("Check"), "done"),
            Step(self.tr("Suitable work"), work),
            Step(self.tr("Decision"), decision),
        ]

    def _file_link(self) -> ActionButton:
        button = ActionButton(self.tr("Whole file"), "link", shortcut="file.open")
        button.acted.connect(self.file_pressed)
        return button

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(self._file_link())
        row.addStretch(1)
        return foot

    def _wire(self) -> None:
        vacancies = self._middle.vacancies
        vacancies.selected.connect(self.vacancy_selected)
        vacancies.opened.connect(lambda _: self.focus(Place.QUESTION))
        self._bar.question.answered.connect(self._answered)
        vacancies.answered.connect(self._answered)
        vacancies.taken_back.connect(self.answer_taken_back)
        vacancies.more_asked.connect(self.more_pressed)
        vacancies.stopped.connect(self.stop_waiting)
        self._middle.typed.connect(self._typed)
        self._about.change_asked.connect(self.profile_pressed)
        self._bar.acted.connect(self.act_chosen)
        self._bar.closed.connect(self.back_pressed)
        self._todo.jumped.connect(self.todo_chosen)
        self._todo.acted.connect(self.act_chosen)
        self._case.folded.connect(self._todo.fold)
        self._save_soon.timeout.connect(self.save_asked)
        on_key(self, "work.offer", lambda: self.act_chosen.emit(PageAct.OFFER))
        on_key(self, "back", self.back_pressed.emit)
        on_key(self, "save", self.save_asked.emit)


def connect(view: WorkView, presenter: WorkPresenter) -> Wires:
    """Every wish of the view to the presenter; keep the wires as long as the page stands."""
    return Wires(
        (
            (view.act_chosen, presenter.act_chosen),
            (view.todo_chosen, presenter.todo_chosen),
            (view.typed, presenter.typed),
            (view.save_asked, presenter.save_now),
            (view.profile_pressed, presenter.profile_pressed),
            (view.vacancy_selected, presenter.vacancy_selected),
            (view.question_answered, presenter.question_answered),
            (view.answer_taken_back, presenter.answer_taken_back),
            (view.more_pressed, presenter.more_pressed),
            (view.stop_waiting, presenter.stop_waiting),
            (view.file_pressed, presenter.file_pressed),
            (view.back_pressed, presenter.back),
        )
    )
