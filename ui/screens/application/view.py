"""The case page: person left, answer in the middle with its action bar, what is missing and possible right."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.domain.dates import short_time
from dost_desktop.domain.errors import AgentError
from dost_desktop.ports import Unanswered
from ui.infra.keyboard import on_key
from ui.infra.office_words import kind_words
from ui.infra.wording import words_for
from ui.parts.papers.typed import TypedPaper
from ui.parts.person.person_part import PersonPart, PersonStrip
from ui.parts.wires import Wires
from ui.screens.application.act_bar import ActBar
from ui.screens.application.answer_part import AnswerPart
from ui.screens.application.page import Page, Stage, Step
from ui.screens.application.paper_section import PaperShown
from ui.screens.application.port import Said, Section
from ui.screens.application.presenter import ApplicationPresenter
from ui.screens.application.todo_part import TodoPart
from ui.shell.case_page import CasePage
from ui.widgets.action_button import ActionButton
from ui.widgets.steps_bar import Step as ShownStep
from ui.widgets.steps_bar import StepsBar

SAVE_AFTER_MS: Final = 400


class ApplicationView(QWidget):
    """``title_changed`` carries title and context for the header, ``saved`` the words beside its tick."""

    title_changed = Signal(str, str)
    saved = Signal(str)
    ask_pressed = Signal()
    stop_waiting = Signal()
    act_chosen = Signal(object)  # PageAct
    todo_chosen = Signal(object)  # Todo
    statement_pressed = Signal()
    statement_edited = Signal(str)
    save_asked = Signal()
    withdraw_confirmed = Signal(str)
    pause_confirmed = Signal(str)
    served = Signal(object)  # Handing
    paper_edited = Signal(object)  # TypedPaper
    paper_left = Signal(str)
    paper_confirmed = Signal()
    speaks_confirmed = Signal()
    scans_given = Signal(object)
    scan_removed = Signal(str)
    explanation_edited = Signal(str)
    explained = Signal(bool)
    section_closed = Signal()
    print_pressed = Signal()
    file_pressed = Signal()
    back_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person, self._answer, self._bar, self._todo = PersonPart(), AnswerPart(), ActBar(), TodoPart()
        self.hand_over, self.anew = self._answer.hand_over, self._answer.anew
        self._steps = StepsBar()
        self._strip = PersonStrip(self._file_link())
        self._case = CasePage(
            left=self._person,
            strip=self._strip,
            steps=self._steps,
            middle=self._answer,
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
        self._stage: Stage | None = None
        self._wire()

    def begin(self) -> None:
        """Another case on the built page: nothing of the last one stays."""
        self._stage = None
        self._save_soon.stop()
        self._answer.begin()
        self._bar.show_section(Section.NONE)
        self._bar.show_statement("")
        self._bar.show_explanation("", "")

    # what the presenter shows
    def show_page(self, page: Page) -> None:
        application = page.case.application
        self._stage = page.stage
        self._person.show_case(page.case, page.looked.kinds)
        self._strip.show_case(page.case)
        self._steps.show_steps(
            [ShownStep(self._step_words(step), state) for step, state in page.steps.items()]
        )
        self._answer.show_page(page)
        self._bar.show_page(page)
        self._todo.show_page(page)
        self._hand_over_changed()
        context = self.tr("application {no}").format(no=application.number)
        if application.ticket:
            context = self.tr("{context} · ticket {ticket}").format(
                context=context, ticket=application.ticket
            )
        self.title_changed.emit(kind_words(application.kind), context)

    def show_asking(self, asking: bool) -> None:
        self._answer.show_asking(asking)

    def show_no_answer(self, why: Unanswered | None) -> None:
        self._answer.show_no_answer(why)

    def show_problem(self, error: AgentError | None) -> None:
        self._answer.show_problem(words_for(error) if error else "")

    def show_section(self, section: Section) -> None:
        self._answer.show_section(section)
        self._bar.show_section(section)
        self._todo.yield_ask_key(section is Section.SPEAKS)

    def show_paper(self, shown: PaperShown) -> None:
        self._answer.paper.show_now(shown)
        self._answer.settle()

    def fill_paper(self, typed: TypedPaper) -> None:
        self._answer.paper.fill(typed)

    def focus_paper(self, field: str) -> None:
        self._answer.paper.focus(field)

    def show_explanation(self, words: str, problem: AgentError | None) -> None:
        self._bar.show_explanation(words, words_for(problem) if problem else "")

    def show_statement(self, words: str) -> None:
        self._bar.show_statement(words)

    def show_saved(self, at: datetime) -> None:
        self.saved.emit(self.tr("Saved {time}").format(time=short_time(at)))

    def set_busy(self, busy: bool) -> None:
        self._bar.set_busy(busy)

    def focus_main(self) -> None:
        if self._stage is Stage.REFUSED and self._answer.hand_over.isVisibleTo(self):
            self._answer.hand_over.begin()
        else:
            self._bar.focus_main()

    def said(self, what: Said) -> str:
        return {
            Said.RECEIPT_RECORDED: self.tr("Receipt recorded"),
            Said.WITHDRAWN: self.tr("The application was withdrawn"),
            Said.PAUSED: self.tr("The case is paused"),
            Said.PAPER_RECORDED: self.tr("The paper was recorded"),
            Said.SPEAKER_RECORDED: self.tr("Who speaks was recorded"),
            Said.EXPLAINED: self.tr("The explanation was recorded"),
            Said.POWER_CHECKED: self.tr("The notaries answered about the power of attorney"),
            Said.PAPERS_STOP: self.tr("The papers do not hold any more: the case stops"),
            Said.GOES_ON: self.tr("The papers hold: the case goes on"),
        }[what]

    # keys
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._save_soon.isActive():
            self._save_soon.stop()
            self.save_asked.emit()

    def explanation_words(self) -> str:
        """What is usually explained to an entity or a household."""
        return self.tr("Registration is personal: whoever looks for work applies in their own name.")

    def _typed(self) -> None:
        if not self._save_soon.isActive():
            self._save_soon.start()

    def _hand_over_changed(self) -> None:
        self._bar.set_served(self._answer.hand_over.answer() is not None)

    def _serve(self) -> None:
        handing = self._answer.hand_over.answer()
        if handing is not None:
            self.served.emit(handing)

    # building
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
        self._answer.stopped.connect(self.stop_waiting)
        self._answer.ask_again.connect(self.ask_pressed)
        self._answer.hand_over.changed.connect(self._hand_over_changed)
        self._bar.acted.connect(self.act_chosen)
        self._bar.statement_asked.connect(self.statement_pressed)
        self._bar.statement_edited.connect(self.statement_edited)
        self._bar.explanation_edited.connect(self.explanation_edited)
        self._bar.explained.connect(self.explained)
        self._bar.paper_confirmed.connect(self.paper_confirmed)
        self._bar.speaks_confirmed.connect(self.speaks_confirmed)
        self.anew.shown_now.connect(self._typed)
        self.anew.shown_now.connect(self._answer.settle)
        paper = self._answer.paper
        paper.edited.connect(self.paper_edited)
        paper.left.connect(self.paper_left)
        paper.scans_given.connect(self.scans_given)
        paper.scan_removed.connect(self.scan_removed)
        for typed in (self._bar.statement_edited, self._bar.explanation_edited, paper.edited):
            typed.connect(lambda _: self._typed())
        self._bar.served.connect(self._serve)
        self._bar.withdraw_confirmed.connect(self.withdraw_confirmed)
        self._bar.pause_confirmed.connect(self.pause_confirmed)
        self._bar.closed.connect(self.section_closed)
        self._todo.jumped.connect(self.todo_chosen)
        self._todo.acted.connect(self.act_chosen)
        self._case.folded.connect(self._todo.fold)
        self._save_soon.timeout.connect(self.save_asked)
        on_key(self, "back", self.back_pressed.emit)
        on_key(self, "print", self.print_pressed.emit)
        on_key(self, "save", self.save_asked.emit)

    def _step_words(self, step: Step) -> str:
        return {
            Step.PERSON: self.tr("Person"),
            Step.FORM: self.tr("Application"),
            Step.CHECK: self.tr("Check"),
            Step.WORK: self.tr("Suitable work"),
            Step.DECISION: self.tr("Decision"),
        }[step]


def connect(view: ApplicationView, presenter: ApplicationPresenter) -> Wires:
    """Every wish of the view to the presenter; keep the wires as long as the page stands."""
    return Wires(
        (
            (view.ask_pressed, presenter.ask_pressed),
            (view.stop_waiting, presenter.stop_waiting),
            (view.act_chosen, presenter.act_chosen),
            (view.todo_chosen, presenter.todo_chosen),
            (view.statement_pressed, presenter.statement_pressed),
            (view.statement_edited, presenter.statement_edited),
            (view.save_asked, presenter.save_now),
            (view.withdraw_confirmed, presenter.withdraw_confirmed),
            (view.pause_confirmed, presenter.pause_confirmed),
            (view.served, presenter.served),
            (view.paper_edited, presenter.paper_edited),
            (view.paper_left, presenter.paper.left),
            (view.paper_confirmed, presenter.paper_confirmed),
            (view.speaks_confirmed, presenter.anew.confirmed),
            (view.scans_given, presenter.paper.scans_given),
            (view.scan_removed, presenter.paper.scan_removed),
            (view.explanation_edited, presenter.explanation_edited),
            (view.explained, presenter.explained),
            (view.section_closed, presenter.section_closed),
            (view.print_pressed, presenter.print_pressed),
            (view.file_pressed, presenter.file_pressed),
            (view.back_pressed, presenter.back),
        )
    )
