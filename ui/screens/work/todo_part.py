"""Right: what is missing, the counted declines, what can be done now; the impossible last with its reason."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.domain.dates import short
from dost_desktop.domain.vocabulary import ApplicationState
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.infra.moments import moment_words
from ui.infra.office_words import state_words, status_words
from ui.parts.tall_enough import TallEnough
from ui.screens.work.off_words import off_words
from ui.screens.work.page import Page, PageAct, Todo
from ui.screens.work.words import outcome_words, short_number
from ui.widgets.action_list import ActionList, ActionRow
from ui.widgets.missing_list import Missing, MissingList
from ui.widgets.text import Rule, Text

A = ApplicationState
_TODO: Final = {
    Todo.REGISTER: QT_TRANSLATE_NOOP("WorkTodo", "The register: not employed"),
    Todo.STATUS: QT_TRANSLATE_NOOP("WorkTodo", "Registered as jobseeker"),
    Todo.PROFILE: QT_TRANSLATE_NOOP("WorkTodo", "What the person can do"),
    Todo.QUESTION: QT_TRANSLATE_NOOP("WorkTodo", "Answer to the question"),
    Todo.UNSURE: QT_TRANSLATE_NOOP("WorkTodo", "Vacancies with an open question"),
    Todo.OFFER: QT_TRANSLATE_NOOP("WorkTodo", "Offer of work"),
    Todo.ANSWER: QT_TRANSLATE_NOOP("WorkTodo", "The person's answer"),
    Todo.JUDGEMENT: QT_TRANSLATE_NOOP("WorkTodo", "Your judgement"),
    Todo.RIGHT: QT_TRANSLATE_NOOP("WorkTodo", "Right to apply again explained"),
    Todo.REFUSAL: QT_TRANSLATE_NOOP("WorkTodo", "Refusal with reasons"),
    Todo.REFERRAL: QT_TRANSLATE_NOOP("WorkTodo", "Referral"),
    Todo.EMPLOYER: QT_TRANSLATE_NOOP("WorkTodo", "The employer's answer"),
    Todo.PLACED: QT_TRANSLATE_NOOP("WorkTodo", "Placed in MAS"),
    Todo.SENT: QT_TRANSLATE_NOOP("WorkTodo", "Sent to the back office"),
    Todo.DECISION: QT_TRANSLATE_NOOP("WorkTodo", "The back office's decision"),
}
ACTS: Final = {  # act -> (words, key)
    PageAct.OFFER: (QT_TRANSLATE_NOOP("WorkAct", "Offer the chosen one"), "work.offer"),
    PageAct.OFFER_BEST: (QT_TRANSLATE_NOOP("WorkAct", "Offer the one that fits 5/5"), "Alt+T"),
    PageAct.SEARCH: (QT_TRANSLATE_NOOP("WorkAct", "Look for other vacancies"), "Alt+V"),
    PageAct.ACCEPT: (QT_TRANSLATE_NOOP("WorkAct", "Accepted the offer"), "primary"),
    PageAct.DECLINE: (QT_TRANSLATE_NOOP("WorkAct", "Did not accept the offer"), "Alt+N"),
    PageAct.JUDGE: (QT_TRANSLATE_NOOP("WorkAct", "Record the judgement"), "primary"),
    PageAct.EXPLAIN: (QT_TRANSLATE_NOOP("WorkAct", "The right was explained"), "primary"),
    PageAct.REFER: (QT_TRANSLATE_NOOP("WorkAct", "Issue and print the referral"), "print"),
    PageAct.EMPLOYER: (QT_TRANSLATE_NOOP("WorkAct", "Record the employer's answer"), "primary"),
    PageAct.SEND: (QT_TRANSLATE_NOOP("WorkAct", "Send to the back office"), "back_office.send"),
    PageAct.NO_WORK: (QT_TRANSLATE_NOOP("WorkAct", "No suitable work"), "back_office.send"),
    PageAct.ASK: (QT_TRANSLATE_NOOP("WorkAct", "Ask the register again"), "register.ask"),
    PageAct.STATUS: (QT_TRANSLATE_NOOP("WorkAct", "Ask MAS about the registration"), "Alt+M"),
    PageAct.REFUSE: (QT_TRANSLATE_NOOP("WorkAct", "Prepare the refusal"), "refusal.prepare"),
    PageAct.PRINT: (QT_TRANSLATE_NOOP("WorkAct", "Print the referral"), "print"),
    PageAct.CONFIRMATION: (QT_TRANSLATE_NOOP("WorkAct", "Print the confirmation"), "print"),
    PageAct.FINISH: (QT_TRANSLATE_NOOP("WorkAct", "Finish the case"), ""),
    PageAct.PAUSE: (QT_TRANSLATE_NOOP("WorkAct", "Pause the case"), "case.pause"),
    PageAct.PAPERS: (QT_TRANSLATE_NOOP("WorkAct", "Papers and withdrawal"), "Alt+S"),
    PageAct.FIND: (QT_TRANSLATE_NOOP("WorkAct", "Search"), "primary"),
    PageAct.RECORD_DECLINE: (QT_TRANSLATE_NOOP("WorkAct", "Record the decline"), "primary"),
    PageAct.RECORD_PROFILE: (QT_TRANSLATE_NOOP("WorkAct", "Record what was said"), "primary"),
}
_ASK_VACANCIES: Final = QT_TRANSLATE_NOOP("WorkAct", "Ask the vacancy bank again")
_AGAIN: Final = QT_TRANSLATE_NOOP("WorkAct", "Place it in MAS again")


def act_words(act: PageAct, page: Page) -> str:
    """What an act is called in this state."""
    words = ACTS[act][0]
    if act is PageAct.ASK and page.state is A.OFFERING_WORK:
        words = _ASK_VACANCIES
    if act is PageAct.NO_WORK and page.state is A.RETURNED:
        words = _AGAIN
    return QCoreApplication.translate("WorkAct", words)


def act_key(act: PageAct, page: Page) -> str:
    """The key of an act in this state; one key never does two things."""
    if act is PageAct.NO_WORK and page.state is A.RETURNED:
        return ""
    if act is PageAct.REFER and page.offer is not None and page.offer.referral:
        return "primary"
    return ACTS[act][1]


class TodoPart(TallEnough):
    """``jumped`` carries a missing line, ``acted`` a possible act."""

    jumped = Signal(object)
    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        self._missing, self._acts = MissingList(), ActionList(self.tr("What can be done now"))
        self._counted, self._warns = Text("", "small_strong"), Text("", "caption", "muted", wrap=True)
        self._due = Text("", "caption", "muted", wrap=True)
        count = QHBoxLayout()
        count.addWidget(Text(self.tr("Counted declines"), "small", wrap=True), 1)
        count.addWidget(self._counted)
        column.addWidget(self._missing)
        column.addWidget(Rule())
        column.addLayout(count)
        column.addWidget(self._warns)
        column.addWidget(Rule())
        column.addWidget(self._acts)
        column.addStretch(1)
        column.addWidget(self._due)
        self._missing.jumped.connect(lambda id_: self.jumped.emit(Todo(id_)))
        self._acts.acted.connect(lambda id_: self.acted.emit(PageAct(id_)))

    def show_page(self, page: Page) -> None:
        """Everything as it is now."""
        self._missing.show_items(
            [
                Missing(
                    todo, QCoreApplication.translate("WorkTodo", _TODO[todo]), self._detail(todo, page), state
                )
                for todo, state in page.todo
            ]
        )
        self._acts.show_actions([self._row(act, page) for act, _ in page.acts if act is not PageAct.OFFER])
        self._counted.setText(str(page.declined))
        self._show_count(page)
        is_open = page.application.is_open
        self._due.setText(
            self.tr("The service is due by {day}").format(day=short(page.case.due)) if is_open else ""
        )

    def fold(self, folded: bool) -> None:
        """Where room is scarce: finished lines become one."""
        self._missing.fold(folded)

    def _show_count(self, page: Page) -> None:
        limit = page.case.law.declines_warn
        warns = page.declined >= limit
        words = self.tr("Only declines without a justified reason. Nothing follows by itself: you decide.")
        if warns:
            words = self.tr("{n} offers were declined. For information only: you decide.").format(
                n=page.declined
            )
        self._warns.setText(words)
        self._warns.set_tone("warn" if warns else "muted")
        self._counted.set_tone("warn" if warns else "")

    def _row(self, act: PageAct, page: Page) -> ActionRow:
        off, key = page.off(act), act_key(act, page)
        if key == "primary" and act is not page.main:  # the open section has it
            key = ""
        of_bar = act is page.main and key in {"primary", "refusal.prepare"}
        is_second = act is page.second
        words = off_words(off) if off else ""
        return ActionRow(act, act_words(act, page), key, off=words, caps_only=of_bar or is_second)

    def _detail(self, todo: Todo, page: Page) -> str:
        application, now = page.application, page.case.now
        offer = page.offer
        match todo:
            case Todo.REGISTER if page.old_hours:
                return self.tr("{n} hours old: ask again").format(n=page.old_hours)
            case Todo.REGISTER:
                return moment_words(application.answer.at, now) if application.answer else ""
            case Todo.STATUS:
                return status_words(page.case.file.registration.status)[0]
            case Todo.PROFILE:
                at = page.case.file.profile_at
                return moment_words(at, now) if at else self.tr("nothing is recorded: ask")
            case Todo.QUESTION:
                return page.shelf.chosen.vacancy.position if page.shelf.chosen else ""
            case Todo.UNSURE:
                return str(page.shelf.unsure)
            case Todo.OFFER | Todo.ANSWER | Todo.JUDGEMENT if page.state is not A.OFFERING_WORK and offer:
                return (
                    f"{offer.position}: {outcome_words(offer)}" if todo is not Todo.OFFER else offer.position
                )
            case Todo.REFERRAL if offer and offer.referral:
                return short_number(offer.referral)
            case Todo.EMPLOYER if page.state is A.DONE and offer is not None:
                return outcome_words(offer)
            case Todo.EMPLOYER:
                return self.tr("by {day}").format(day=short(page.answer_by)) if page.answer_by else ""
            case Todo.PLACED:
                return application.no_work_reference
            case Todo.SENT if application.sent_at is not None and page.state is not A.RETURNED:
                return moment_words(application.sent_at, now)
            case Todo.DECISION if page.state is A.AT_BACK_OFFICE:
                return self.tr("by {day}").format(day=short(page.office_due))
            case Todo.DECISION:
                return state_words(page.state)[0]
            case _:
                return ""
