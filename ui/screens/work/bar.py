"""The action bar: one filled button for what the state asks, the reason beside it while it is impossible."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from dost_desktop.domain.dates import short
from dost_desktop.domain.vocabulary import ApplicationState
from ui.infra.keyboard import on_key
from ui.parts.breaking_row import BreakingRow
from ui.screens.work.five_tests_part import QuestionBar
from ui.screens.work.off_words import off_words
from ui.screens.work.page import Page, PageAct, Section
from ui.screens.work.todo_part import act_key, act_words
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.text import Text

A = ApplicationState
_BESIDE = 1.25  # up to this text size the reason stands beside the button
_ROOMY = 1.75  # with larger text what stands above needs the height more than the words of the bar


class Bar(QWidget):
    """``acted`` carries an act, ``closed`` when the open section is to be left as it is."""

    acted = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 10)
        column.setSpacing(6)
        self._title, self._detail = Text("", "heading", wrap=True), Text("", "body", "soft", wrap=True)
        self.main, self._second = ActionButton("", "primary", shortcut="primary"), ActionButton("")
        self._keep = ActionButton(self.tr("Keep as is"), shortcut="back")
        self._reason = Text("", "small", "muted", wrap=True)
        column.addWidget(self._title)
        column.addWidget(self._detail)
        self.question = QuestionBar()
        column.addWidget(self.question)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(12)
        self._row.addWidget(BreakingRow((self.main, self._second, self._keep), spacing=12))
        self._row.addWidget(self._reason, 1)
        column.addLayout(self._row)
        self._page: Page | None = None
        self.main.acted.connect(self._main_acted)
        self._second.acted.connect(self._second_acted)
        self._keep.acted.connect(self.closed)
        on_key(self, "primary", self._primary_pressed)

    def show_page(self, page: Page) -> None:
        """The button of this state, or of the open section."""
        self._page = page
        title, detail = self._words(page) if page.section is Section.NONE else ("", "")
        roomy = theme().scale <= _ROOMY
        is_alone = page.second is None and page.section is Section.NONE
        beside = theme().scale <= _BESIDE and is_alone
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)
        lists = page.state is A.OFFERING_WORK and page.section is not Section.PROFILE
        self.question.show_question(page.shelf.chosen if lists else None)
        self._title.setText(title)
        self._title.setVisible(bool(title) and roomy)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail) and roomy)
        self.main.setVisible(page.main is not None)
        off = page.off(page.main) if page.main is not None else None
        if page.main is not None:
            self.main.set_words(self._main_words(page.main, page))
            wanted = act_key(page.main, page) if page.main is PageAct.REFUSE else "primary"
            if self.main.property("key") != wanted:
                self.main.setProperty("key", wanted)
                self.main.set_shortcut(wanted)
        if off is None:
            self.main.set_on()
        else:
            self.main.set_off(off_words(off))
        self._reason.setText(off_words(off) if off else "")
        self._reason.setVisible(off is not None)
        self._show_second(page)
        self._keep.setVisible(page.section is not Section.NONE)

    def set_busy(self, busy: bool) -> None:
        """An act is being recorded."""
        self.main.set_busy(busy)
        self._second.set_busy(busy)

    def focus_question(self) -> bool:
        """The focus to the answer of the open question; False without one."""
        shown = self.question.isVisibleTo(self)
        if shown:
            self.question.yes.setFocus(Qt.FocusReason.OtherFocusReason)
        return shown

    def focus_main(self) -> None:
        """The focus on the one button that goes on."""
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_second(self, page: Page) -> None:
        self._second.setVisible(page.second is not None)
        if page.second is None:
            return
        off, key = page.off(page.second), act_key(page.second, page)
        self._second.set_words(act_words(page.second, page))
        if self._second.property("key") != key:
            self._second.setProperty("key", key)
            self._second.set_shortcut(key)
        if off is None:
            self._second.set_on()
        else:
            self._second.set_off(off_words(off))

    def _main_words(self, act: PageAct, page: Page) -> str:
        if act is PageAct.OFFER:
            return self.tr("Offer")
        if act is PageAct.SEND:
            return self.tr("Send")
        return act_words(act, page)

    def _words(self, page: Page) -> tuple[str, str]:
        by_office, employer_by = short(page.office_due), page.answer_by
        match page.state:
            case A.WAITING_PERSON:
                return self.tr("What does the person answer?"), self.tr(
                    "Nothing follows from a no before you have judged its reason."
                )
            case A.DECLINED_UNJUSTIFIED:
                return self.tr("Explain the right to apply again"), self.tr(
                    "Say the words above aloud, then record it. The refusal comes after that."
                )
            case A.RIGHT_EXPLAINED:
                return self.tr("Proposed result: refusal with reasons"), self.tr(
                    "The reason you judged is printed. The person may apply again any day."
                )
            case A.OFFER_ACCEPTED:
                return "", self.tr("A number is taken and the referral printed for the person.")
            case A.WAITING_EMPLOYER if employer_by is not None:
                return "", self.tr("The employer answers by {day}.").format(day=short(employer_by))
            case A.NO_WORK_PLACED | A.RETURNED:
                detail = self.tr("Decision expected by {day}. To change it later, it must be returned.")
                return self.tr("Send to the back office?"), detail.format(day=by_office)
            case A.AT_BACK_OFFICE:
                return self.tr("Decision expected by {day}").format(day=by_office), ""
            case _:
                return "", ""

    def _primary_pressed(self) -> None:
        if self.main.isVisibleTo(self):
            self.main.act()

    def _main_acted(self) -> None:
        if self._page is not None and self._page.main is not None:
            self.acted.emit(self._page.main)

    def _second_acted(self) -> None:
        if self._page is not None and self._page.second is not None:
            self.acted.emit(self._page.second)
