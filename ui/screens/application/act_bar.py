"""The action bar: the proposed result with its one primary button, or the section that was opened in its place."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.vocabulary import Status
from ui.infra.keyboard import on_key
from ui.infra.office_words import state_words
from ui.parts.breaking_row import BreakingRow
from ui.parts.pause_choice import PauseChoice
from ui.screens.application.page import Page, PageAct, Stage, Todo
from ui.screens.application.port import Section
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField

_KEY = {
    PageAct.REFUSE: "refusal.prepare",
    PageAct.ASK: "register.ask",
    PageAct.RECEIPT: "print",
    PageAct.FINISH: "",
    PageAct.EXPLAIN: "primary",
    PageAct.GO_ON: "primary",
}
_MAIN: Final = {
    Stage.STOPPED: PageAct.REFUSE,
    Stage.NOT_A_PERSON: PageAct.EXPLAIN,
    Stage.TO_ASK: PageAct.ASK,
    Stage.WAITING: PageAct.RECEIPT,
    Stage.FOUND: PageAct.REFUSE,
    Stage.NOT_FOUND: PageAct.GO_ON,
    Stage.ELSEWHERE: PageAct.GO_ON,
}
_SECOND: Final = {
    Stage.WAITING: PageAct.FINISH,
    Stage.NOT_A_PERSON: PageAct.REFUSE,
    Stage.STOPPED: PageAct.PAPER,
}
EXPLANATION_MOST: Final = 600


_ROOMY: Final = 1.75  # with larger text the answer above needs the height more than the detail of the bar


class ActBar(QWidget):
    """``acted`` carries the act of the primary or the second button; sections answer with what was typed."""

    acted = Signal(object)  # PageAct
    statement_asked = Signal()
    statement_edited = Signal(str)
    served = Signal()
    withdraw_confirmed = Signal(str)
    pause_confirmed = Signal(str)
    paper_confirmed = Signal()
    speaks_confirmed = Signal()
    explanation_edited = Signal(str)
    explained = Signal(bool)  # whether the applicant takes the application back
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 14)
        column.setSpacing(0)
        self._page: Page | None = None
        self._primary_act: PageAct | None = None
        self._sections = {
            Section.NONE: self._proposed(),
            Section.STATEMENT: self._statement(),
            Section.PAUSE: self._pause(),
            Section.WITHDRAW: self._withdraw(),
            Section.PAPER: self._paper(),
            Section.SPEAKS: self._speaks(),
            Section.EXPLAIN: self._explain(),
        }
        for section in self._sections.values():
            column.addWidget(section)
        self.show_section(Section.NONE)
        on_key(self, "primary", self._primary_pressed)

    # what is shown
    def show_page(self, page: Page) -> None:
        """The proposed result of this stage."""
        self._page = page
        title, detail = self._words(page)
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail) and theme().scale <= _ROOMY)
        self._primary_act = self._main_act(page)
        self._disagree.setVisible(page.stage is Stage.FOUND)
        self._serve.setVisible(self._needs_serving(page))
        self._primary.setVisible(self._primary_act is not None)
        if self._primary_act is not None:
            self._primary.set_words(self._act_words(self._primary_act))
            self._primary.set_shortcut(_KEY[self._primary_act] or "primary")
            off = dict(page.acts)[self._primary_act]
            self._show_off(off is not None, page)
        second = self._second_act(page)
        self._second.setVisible(
            second is not None and theme().scale <= _ROOMY
        )  # its key is in the right part
        if second is not None:
            self._second.set_words(self._act_words(second))

    def show_section(self, section: Section) -> None:
        """Open a section in the bar's place, its first field focused."""
        for each, widget in self._sections.items():
            widget.setVisible(each is section)
        self._section = section
        first = {
            Section.STATEMENT: self._statement_text,
            Section.PAUSE: self._pause_now,
            Section.WITHDRAW: self._keep,
            Section.EXPLAIN: self._explanation,
        }.get(section)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        if section is Section.PAUSE:
            self._pause_choice.begin()

    def show_statement(self, words: str) -> None:
        """What the person said so far."""
        self._statement_text.show_text(words)

    def show_explanation(self, words: str, problem: str) -> None:
        """What is explained, and what is wrong with it."""
        if words != self._explanation.text():
            self._explanation.show_text(words)
        self._explanation_field.set_problem(problem)

    def set_busy(self, busy: bool) -> None:
        """An act is being recorded."""
        for button in (
            self._primary,
            self._serve,
            self._withdraw_now,
            self._pause_now,
            self._paper_now,
            self._speaks_now,
            self._explained_now,
            self._agreed_now,
        ):
            button.set_busy(busy)

    def set_served(self, answered: bool) -> None:
        """Whether the hand-over section is answered."""
        if answered:
            self._serve.set_on()
        else:
            self._serve.set_off(self.tr("Choose who took it and how."))

    def focus_main(self) -> None:
        """The focus on the one button that goes on."""
        button = self._serve if self._serve.isVisibleTo(self) else self._primary
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    # the proposed result
    def _proposed(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._title, self._detail = Text("", "heading", wrap=True), Text("", "body", "soft", wrap=True)
        self._primary = ActionButton("", "primary", shortcut="primary", icon="")
        self._primary.acted.connect(self._primary_acted)
        self._serve = ActionButton(self.tr("Record the hand-over"), "primary", shortcut="primary")
        self._serve.acted.connect(self.served)
        self._second = ActionButton("", "secondary")
        self._second.acted.connect(self._second_acted)
        self._disagree = ActionButton(self.tr("The person disagrees"), shortcut="Alt+R")
        self._disagree.acted.connect(self.statement_asked)
        row = BreakingRow((self._primary, self._serve, self._disagree, self._second))
        self._reason = Text("", "small", "muted", wrap=True)
        self._reason.hide()
        column.addWidget(self._title)
        column.addWidget(self._detail)
        column.addSpacing(6)
        column.addWidget(row)
        column.addWidget(self._reason)
        return holder

    def _words(self, page: Page) -> tuple[str, str]:
        stays = page.case.file.registration.status is Status.JOBSEEKER
        served = page.notice is not None and page.notice.served_at is not None
        match page.stage:
            case Stage.STOPPED:
                return self.tr("Proposed result: refusal with reasons"), self.tr(
                    "Or record the better paper: the case goes on then."
                )
            case Stage.NOT_A_PERSON:
                return self.tr("Explain, or answer in writing"), ""
            case Stage.TO_ASK:
                return self.tr("Check employment first"), ""
            case Stage.WAITING:
                return self.tr("Receipt for the person"), self.tr(
                    "The application is kept; the decision comes after the answer."
                )
            case Stage.FOUND:
                detail = self.tr("Sign and hand over the written answer before the person leaves.")
                if stays:
                    detail = self.tr("The person stays a jobseeker. {detail}").format(detail=detail)
                return self.tr("Proposed result: refusal with reasons"), detail
            case Stage.NOT_FOUND:
                return self.tr("The check is done"), self.tr("The application goes on with suitable work.")
            case Stage.REFUSED if served:
                return self.tr("The written answer was handed over"), ""
            case Stage.REFUSED:
                return self.tr("Hand over the written answer"), self.tr("Record it before the person leaves.")
            case Stage.CLOSED:
                return self.tr("Nothing to decide here now"), ""
            case Stage.ELSEWHERE:
                return state_words(page.case.application.state)[0], ""

    @staticmethod
    def _needs_serving(page: Page) -> bool:
        return page.stage is Stage.REFUSED and page.notice is not None and page.notice.served_at is None

    def _main_act(self, page: Page) -> PageAct | None:
        acts = dict(page.acts)
        wanted = _MAIN.get(page.stage, PageAct.FINISH)
        return wanted if wanted in acts and not self._needs_serving(page) else None

    @staticmethod
    def _second_act(page: Page) -> PageAct | None:
        wanted = _SECOND.get(page.stage)
        identity = page.paper(Todo.IDENTITY)
        if page.stage is Stage.STOPPED and (identity is None or not identity.is_open):
            wanted = PageAct.REPRESENTATIVE  # it is the representative's paper that stops the case
        return wanted if wanted is not None and (wanted, None) in page.acts else None

    def _act_words(self, act: PageAct) -> str:
        return {
            PageAct.REFUSE: self.tr("Prepare the refusal"),
            PageAct.ASK: self.tr("Check the register"),
            PageAct.RECEIPT: self.tr("Print the receipt"),
            PageAct.FINISH: self.tr("Finish the case"),
            PageAct.GO_ON: self.tr("Go on with this step"),
            PageAct.EXPLAIN: self.tr("Explain"),
            PageAct.PAPER: self.tr("A better paper was brought"),
            PageAct.REPRESENTATIVE: self.tr("Another paper of the representative"),
        }[act]

    def _show_off(self, off: bool, page: Page) -> None:
        if not off:
            self._primary.set_on()
            self._reason.hide()
            return
        words = (
            self.tr("Ask the register again first (F9).")
            if page.old_hours
            else self.tr("Not possible in the present state.")
        )
        self._primary.set_off(words)
        self._reason.setText(words)
        self._reason.show()

    def _primary_acted(self) -> None:
        if self._primary_act is not None:
            self.acted.emit(self._primary_act)

    def _second_acted(self) -> None:
        if self._page is not None:
            self.acted.emit(self._second_act(self._page))

    def _primary_pressed(self) -> None:
        match self._section:
            case Section.NONE:
                (self._serve if self._serve.isVisibleTo(self) else self._primary).act()
            case Section.STATEMENT:
                self.closed.emit()
            case Section.PAUSE:
                self._pause_now.act()
            case Section.WITHDRAW:
                self._withdraw_now.act()
            case Section.PAPER:
                self._paper_now.act()
            case Section.SPEAKS:
                self._speaks_now.act()
            case Section.EXPLAIN:
                self._explained_now.act()

    # sections
    def _statement(self) -> QWidget:
        self._statement_text = TextArea(600, lines=3)
        self._statement_text.edited.connect(lambda: self.statement_edited.emit(self._statement_text.text()))
        hint = self.tr("In the person's own words; it goes into the letter and the file.")
        done = ActionButton(self.tr("Keep the statement"), "primary", shortcut="primary")
        done.acted.connect(self.closed)
        field = Field(self.tr("The person's statement"), self._statement_text, hint=hint)
        return _section([field], [done, self._back()])

    def _pause(self) -> QWidget:
        self._pause_choice = PauseChoice()
        self._pause_now = ActionButton(self.tr("Pause the case"), "primary", shortcut="primary")
        self._pause_now.acted.connect(lambda: self.pause_confirmed.emit(self._pause_choice.reason()))
        title = Text(self.tr("Pause the case?"), "heading")
        detail = Text(
            self.tr("It waits among the half-done cases; the time stands still."), "body", "soft", wrap=True
        )
        return _section([title, detail, self._pause_choice], [self._pause_now, self._back()])

    def _withdraw(self) -> QWidget:
        self._wish = TextField(limit=200)
        self._withdraw_now = ActionButton(self.tr("Withdraw the application"), "bad", shortcut="primary")
        self._withdraw_now.acted.connect(lambda: self.withdraw_confirmed.emit(self._wish.text()))
        self._keep = self._back()
        title = Text(self.tr("Withdraw the application?"), "heading")
        body = self.tr("Only at the person's own wish. They may apply again at any time.")
        wish = Field(self.tr("What the person said"), self._wish, optional=True)
        return _section(
            [title, Text(body, "body", "soft", wrap=True), wish], [self._withdraw_now, self._keep]
        )

    def _paper(self) -> QWidget:
        self._paper_now = ActionButton(self.tr("Record the paper"), "primary", shortcut="primary")
        self._paper_now.acted.connect(self.paper_confirmed)
        return _section([], [self._paper_now, self._back()])

    def _speaks(self) -> QWidget:
        self._speaks_now = ActionButton(self.tr("Record who speaks"), "primary", shortcut="primary")
        self._speaks_now.acted.connect(self.speaks_confirmed)
        return _section([], [self._speaks_now, self._back()])

    def _explain(self) -> QWidget:
        self._explanation = TextArea(EXPLANATION_MOST, lines=3)
        self._explanation.edited.connect(lambda: self.explanation_edited.emit(self._explanation.text()))
        hint = self.tr("What was said to the applicant; it stays in the file.")
        self._explanation_field = Field(self.tr("The explanation"), self._explanation, hint=hint)
        self._explained_now = ActionButton(self.tr("Record the explanation"), "primary", shortcut="primary")
        self._explained_now.acted.connect(lambda: self.explained.emit(False))
        self._agreed_now = ActionButton(self.tr("They agree: take it back"), shortcut="Alt+T")
        self._agreed_now.acted.connect(lambda: self.explained.emit(True))
        buttons = [self._explained_now, self._agreed_now, self._back()]
        return _section([self._explanation_field], buttons)

    def _back(self) -> ActionButton:
        button = ActionButton(self.tr("Keep as is"), shortcut="back")
        button.acted.connect(self.closed)
        return button


def _section(parts: list[QWidget], buttons: list[ActionButton]) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for part in parts:
        column.addWidget(part)
    column.addWidget(BreakingRow(buttons))
    return holder
