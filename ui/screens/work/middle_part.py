"""Middle: the one question of the state, or the section that was opened in its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.dates import short
from dost_desktop.domain.vocabulary import ApplicationState
from dost_desktop.ports import Unanswered
from ui.parts.profile.form import ProfileForm
from ui.parts.reopened import ReopenedNote
from ui.parts.tall_enough import TallEnough
from ui.screens.work.forms import DeclineForm, EmployerForm, Form, JudgeForm, ReferForm, SendForm
from ui.screens.work.off_words import off_words
from ui.screens.work.outcome_part import OutcomePart
from ui.screens.work.page import DECLINE, EMPLOYER, JUDGE, PROFILE, REFER, SEND, WISH, Page, PageAct, Section
from ui.screens.work.search_part import SearchForm
from ui.screens.work.vacancies_part import VacanciesPart
from ui.widgets.note import Note

A = ApplicationState
_FORM_OF: Final = {
    A.DECLINED: JUDGE,
    A.OFFER_ACCEPTED: REFER,
    A.WAITING_EMPLOYER: EMPLOYER,
    A.NO_WORK_PLACED: SEND,
    A.RETURNED: SEND,
}
_SECTION_OF: Final = {Section.PROFILE: PROFILE, Section.SEARCH: WISH, Section.DECLINE: DECLINE}


class MiddlePart(TallEnough):
    """``typed`` carries the name of a form and everything in it."""

    typed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem, self._silence, self._meanwhile = Note("bad"), Note("warn"), Note("warn")
        self._reopened, self._barred = ReopenedNote(), Note("warn")
        self.vacancies, self._outcome = VacanciesPart(), OutcomePart()
        self._search, self._profile = SearchForm(), ProfileForm()
        self._decline, self._judge, self._refer = DeclineForm(), JudgeForm(), ReferForm()
        self._employer, self._send = EmployerForm(), SendForm()
        self._forms: dict[str, Form | ProfileForm] = {
            WISH: self._search,
            PROFILE: self._profile,
            DECLINE: self._decline,
            JUDGE: self._judge,
            REFER: self._refer,
            EMPLOYER: self._employer,
            SEND: self._send,
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 10)
        column.setSpacing(12)
        for note in (self._reopened, self._barred, self._problem, self._silence, self._meanwhile):
            column.addWidget(note)
            note.hide()
        column.addWidget(self._outcome)
        for name, form in self._forms.items():
            column.addWidget(form)
            form.hide()
            form.edited.connect(lambda content, name=name: self.typed.emit(name, content))
        column.addWidget(self.vacancies, 1)
        column.addStretch(0)
        self._page: Page | None = None
        self._unanswered: Unanswered | None = None

    def begin(self) -> None:
        """Nothing of the last case stays."""
        self._page = None
        self._unanswered = None
        for note in (self._reopened, self._barred, self._problem, self._silence, self._meanwhile):
            note.hide()

    # what is shown
    def show_page(self, page: Page) -> None:
        """The question of this state."""
        before, self._page = self._page, page
        opened = before is None or before.section is not page.section or before.state is not page.state
        shown = self._shown_form(page)
        self._reopened.show_case(page.case)
        self._show_bar(page)
        self._outcome.show_page(page)
        self._outcome.setVisible(page.state is not A.OFFERING_WORK and page.section is not Section.PROFILE)
        for name, form in self._forms.items():
            form.setVisible(name == shown)
        lists = page.state is A.OFFERING_WORK and page.section is not Section.PROFILE
        self.vacancies.setVisible(lists)
        if lists:
            self.vacancies.show_page(page)
        self._show_forms(page)
        self._show_silence(page)
        self.settle()
        if opened and page.section is not Section.NONE:
            self.focus_form(page)

    def fill(self, typed: Mapping[str, Any]) -> None:
        """Every form as it was typed before."""
        if self._page is not None:
            self._decline.show_reasons(self._page.looked.reasons)
            self._send.show_page(self._page)
        self._search.fill(typed.get(WISH, {}))
        self._profile.fill(typed.get(PROFILE, {}))
        self._decline.fill(typed.get(DECLINE, {}))
        self._judge.fill(typed.get(JUDGE, {}))
        self._refer.fill(typed.get(REFER, {}))
        self._employer.fill(typed.get(EMPLOYER, {}))
        self._send.fill(typed.get(SEND, {}))
        self.settle()

    def show_profile_problems(self, problems: Mapping[str, str]) -> None:
        """What is wrong with the profile, in words."""
        self._profile.show_problems(problems)

    def show_problem(self, words: str) -> None:
        """What an act came to; "" mends it."""
        self._note(self._problem, "bad", words, "")

    def show_meanwhile(self, title: str, detail: str) -> None:
        """What somebody else did while this page lay open."""
        self._note(self._meanwhile, "warn", title, detail)

    def show_no_answer(self, why: Unanswered | None) -> None:
        """A register was asked in vain."""
        self._unanswered = why
        if self._page is not None:
            self._show_silence(self._page)

    def focus_form(self, page: Page) -> bool:
        """The focus to the first field of what is asked; False where there is none."""
        form = self._forms.get(self._shown_form(page))
        if isinstance(form, SearchForm | ProfileForm | DeclineForm | JudgeForm | ReferForm | EmployerForm):
            form.begin()
            return True
        return False

    def focus_list(self) -> None:
        """The focus to the vacancies."""
        self.vacancies.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _shown_form(page: Page) -> str:
        if page.section is not Section.NONE:
            return _SECTION_OF[page.section]
        return _FORM_OF.get(page.state, "")

    def _show_forms(self, page: Page) -> None:
        self._judge.show_left()
        if page.state is A.OFFER_ACCEPTED:
            off = page.off(PageAct.REFER)
            is_day = off is not None and off.reason.startswith("work.day")
            self._refer.show_page(page, off_words(off) if off is not None and is_day else "")
        self._employer.show_page(page)
        if page.state in {A.NO_WORK_PLACED, A.RETURNED}:
            self._send.show_page(page)

    def _show_bar(self, page: Page) -> None:
        until = page.barred_until
        title = ""
        if until is not None:
            title = self.tr(
                "The work of a referral was left early: no registration as unemployed before {day}"
            )
            title = title.format(day=short(until))
        is_answerable = page.off(PageAct.REFUSE) is None
        detail = self.tr("Say the day now. A written answer is possible: Ctrl+Shift+R.")
        self._note(self._barred, "warn", title, detail if is_answerable else "")

    def _show_silence(self, page: Page) -> None:
        why = self._unanswered or (page.shelf.silence if page.state is A.OFFERING_WORK else None)
        if why is not None:
            detail = self.tr("Nothing is lost. Ask again with F9, or pause the case.")
            self._note(self._silence, "warn", self._why(why), detail)
        elif page.shelf.taken:
            title = self.tr("This vacancy is already filled: {position}").format(position=page.shelf.taken)
            self._note(self._silence, "warn", title, self.tr("It was not offered. Choose another."))
        else:
            self._silence.hide()

    @staticmethod
    def _note(note: Note, kind: str, title: str, detail: str) -> None:
        note.setVisible(bool(title))
        if title and (note.accessibleName(), note.accessibleDescription()) != (title, detail):
            note.say(kind, title, detail)

    def _why(self, why: Unanswered) -> str:
        return {
            Unanswered.OFFLINE: self.tr("The central system cannot be reached."),
            Unanswered.REGISTER: self.tr("MAS did not answer."),
            Unanswered.NOT_SIGNED_IN: self.tr("The central system does not let this agent ask."),
            Unanswered.CONTRADICTS: self.tr("The answer contradicts itself."),
        }[why]
