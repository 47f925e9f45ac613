"""The form page: person left, the form or where it is in the middle, what is missing and possible right."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.domain.dates import short_time
from dost_desktop.domain.errors import AgentError
from dost_desktop.ports import Unanswered
from dost_desktop.services.desk import ActNotAllowed
from ui.infra.keyboard import on_key
from ui.infra.office_words import kind_words
from ui.infra.refused_words import refused_words
from ui.infra.wording import words_for
from ui.parts.person.person_part import PersonPart, PersonStrip
from ui.parts.wires import Wires
from ui.screens.form.act_bar import ActBar
from ui.screens.form.middle_part import MiddlePart
from ui.screens.form.page import Page, Step
from ui.screens.form.port import Said, Section, Shown
from ui.screens.form.presenter import FormPresenter
from ui.screens.form.todo_part import TodoPart
from ui.screens.form.typed import TypedForm
from ui.shell.case_page import CasePage
from ui.widgets.action_button import ActionButton
from ui.widgets.steps_bar import Step as ShownStep
from ui.widgets.steps_bar import StepsBar

SAVE_AFTER_MS: Final = 400


class FormView(QWidget):
    """``title_changed`` carries title and context for the header, ``saved`` the words beside its tick."""

    title_changed = Signal(str, str)
    saved = Signal(str)
    edited = Signal(object)  # TypedForm
    left = Signal(str)
    job_added = Signal()
    job_removed = Signal(int)
    save_asked = Signal()
    act_chosen = Signal(object)  # FormAct
    todo_chosen = Signal(object)  # Todo
    withdraw_confirmed = Signal(str)
    section_closed = Signal()
    print_pressed = Signal()
    file_pressed = Signal()
    back_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person, self._middle, self._bar, self._todo = PersonPart(), MiddlePart(), ActBar(), TodoPart()
        self._steps, self._strip = StepsBar(), PersonStrip(self._file_link())
        self._typed = TypedForm()
        self._page: Page | None = None
        self.page = CasePage(
            left=self._person,
            strip=self._strip,
            steps=self._steps,
            middle=self._middle,
            bar=self._bar,
            right=self._todo,
            left_foot=self._foot(),
        )
        self._middle.area = self.page.middle_area
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)
        self._save_soon = QTimer(self)
        self._save_soon.setSingleShot(True)
        self._save_soon.setInterval(SAVE_AFTER_MS)
        self._wire()

    def begin(self) -> None:
        """Another case on the built page: nothing of the last one stays."""
        self._save_soon.stop()
        self._page, self._typed = None, TypedForm()
        self._middle.begin()
        self._middle.fill(self._typed)
        self._bar.begin()

    # what the presenter shows
    def show_now(self, shown: Shown) -> None:
        if shown.page is not self._page:
            self._page = shown.page
            self._show_page(shown.page)
        self._typed = shown.typed
        self._middle.show_now(shown)
        self._bar.show_now(shown)
        self._todo.show_now(shown)
        self._middle.settle()

    def fill(self, typed: TypedForm) -> None:
        self._typed = typed
        self._middle.fill(typed)

    def show_asking(self, asking: bool) -> None:
        self._middle.show_asking(asking)

    def show_no_answer(self, why: Unanswered | None) -> None:
        self._middle.show_no_answer(why)

    def show_problem(self, error: AgentError | None) -> None:
        if isinstance(error, ActNotAllowed):
            self._middle.show_problem(refused_words(error.refused))
        else:
            self._middle.show_problem(words_for(error) if error else "")

    def show_section(self, section: Section) -> None:
        self._bar.show_section(section)

    def show_saved(self, at: datetime | None) -> None:
        self.saved.emit(self.tr("Saved {time}").format(time=short_time(at)) if at else "")

    def set_busy(self, busy: bool) -> None:
        self._bar.set_busy(busy)

    def focus_field(self, name: str) -> None:
        self._middle.focus(name)

    def focus_main(self) -> None:
        self._bar.focus_main()

    def said(self, what: Said) -> str:
        return {
            Said.SENT: self.tr("The form is on its way to MAS"),
            Said.WITHDRAWN: self.tr("The application was withdrawn"),
            Said.STATUS_READ: self.tr("MAS said how the person is registered"),
            Said.CONFIRMED: self.tr("The form was confirmed in e-sosial"),
            Said.ACCEPTED: self.tr("MAS accepted the form"),
            Said.NOT_ACCEPTED: self.tr("MAS did not accept the form: the reason is at the top"),
        }[what]

    # the page in sight
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._save_soon.isActive():
            self._save_soon.stop()
            self.save_asked.emit()

    def _show_page(self, page: Page) -> None:
        application = page.case.application
        self._person.show_case(page.case, page.looked.kinds)
        self._strip.show_case(page.case)
        self._steps.show_steps(
            [ShownStep(self._step_words(step), state) for step, state in page.steps.items()]
        )
        context = self.tr("application {no}").format(no=application.number)
        if application.ticket:
            context = self.tr("{context} · ticket {ticket}").format(
                context=context, ticket=application.ticket
            )
        self.title_changed.emit(kind_words(application.kind), context)

    def _edited(self) -> None:
        if not self._save_soon.isActive():  # counted from the first unsaved key, however long somebody types
            self._save_soon.start()
        self.edited.emit(self._middle.read_into(self._typed))

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
        self._middle.edited.connect(self._edited)
        self._middle.left.connect(self.left)
        self._middle.jobseeker.jobs.added.connect(self.job_added)
        self._middle.jobseeker.jobs.removed.connect(self.job_removed)
        self._bar.acted.connect(self.act_chosen)
        self._bar.withdraw_confirmed.connect(self.withdraw_confirmed)
        self._bar.closed.connect(self.section_closed)
        self._todo.jumped.connect(self.todo_chosen)
        self._todo.acted.connect(self.act_chosen)
        self.page.folded.connect(self._todo.fold)
        self._save_soon.timeout.connect(self.save_asked)
        on_key(self, "back", self.back_pressed.emit)
        on_key(self, "print", self.print_pressed.emit)
        on_key(self, "save", self.save_asked.emit)

    def _step_words(self, step: Step) -> str:
        return {
            Step.PERSON: self.tr("Person"),
            Step.FORM: self.tr("Form"),
            Step.MAS: self.tr("MAS"),
            Step.DONE: self.tr("Outcome"),
        }[step]


def connect(view: FormView, presenter: FormPresenter) -> Wires:
    """Every wish of the view to the presenter; keep the wires as long as the page stands."""
    return Wires(
        (
            (view.edited, presenter.edited),
            (view.left, presenter.left),
            (view.job_added, presenter.job_added),
            (view.job_removed, presenter.job_removed),
            (view.save_asked, presenter.save_now),
            (view.act_chosen, presenter.act_chosen),
            (view.todo_chosen, presenter.todo_chosen),
            (view.withdraw_confirmed, presenter.withdraw_confirmed),
            (view.section_closed, presenter.section_closed),
            (view.print_pressed, presenter.print_pressed),
            (view.file_pressed, presenter.file_pressed),
            (view.back_pressed, presenter.back),
        )
    )
