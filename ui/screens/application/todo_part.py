"""Right: what is missing, and what can be done now, the impossible last with its reason."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.dates import short
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.required_papers import PaperState
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.infra.moments import moment_words
from ui.infra.office_words import form_shown_words
from ui.infra.refused_words import cited, refused_words
from ui.infra.wording import filled
from ui.parts.tall_enough import TallEnough
from ui.screens.application.page import Off, Page, PageAct, Todo
from ui.widgets.action_list import ActionList, ActionRow
from ui.widgets.missing_list import Missing, MissingList
from ui.widgets.text import Rule, Text

_TODO: Final = {
    Todo.PERSON: QT_TRANSLATE_NOOP("CaseTodo", "Person identified"),
    Todo.IDENTITY: QT_TRANSLATE_NOOP("CaseTodo", "Document of the person"),
    Todo.REPRESENTATION: QT_TRANSLATE_NOOP("CaseTodo", "Representative's paper"),
    Todo.REGISTER: QT_TRANSLATE_NOOP("CaseTodo", "The register's answer"),
    Todo.GROUND: QT_TRANSLATE_NOOP("CaseTodo", "Legal ground"),
    Todo.REASONING: QT_TRANSLATE_NOOP("CaseTodo", "Reasoning"),
    Todo.SIGNATURE: QT_TRANSLATE_NOOP("CaseTodo", "Signature"),
    Todo.WORK: QT_TRANSLATE_NOOP("CaseTodo", "Suitable work"),
    Todo.NOTICE: QT_TRANSLATE_NOOP("CaseTodo", "Written answer issued"),
    Todo.HAND_OVER: QT_TRANSLATE_NOOP("CaseTodo", "Handed over"),
}
_ACTS: Final = {  # act -> (words, key, icon)
    PageAct.REFUSE: (QT_TRANSLATE_NOOP("CaseAct", "Prepare the refusal"), "refusal.prepare"),
    PageAct.GO_ON: (QT_TRANSLATE_NOOP("CaseAct", "Go on with this step"), "work.offer"),
    PageAct.EXPLAIN: (QT_TRANSLATE_NOOP("CaseAct", "Explain in place of a letter"), "Alt+Z"),
    PageAct.ASK: (QT_TRANSLATE_NOOP("CaseAct", "Ask the register again"), "register.ask"),
    PageAct.RECEIPT: (QT_TRANSLATE_NOOP("CaseAct", "Print the receipt"), "print"),
    PageAct.COPY: (QT_TRANSLATE_NOOP("CaseAct", "Print a copy"), "print"),
    PageAct.FINISH: (QT_TRANSLATE_NOOP("CaseAct", "Finish the case"), ""),
    PageAct.PAUSE: (QT_TRANSLATE_NOOP("CaseAct", "Pause the case"), "case.pause"),
    PageAct.PAPER: (QT_TRANSLATE_NOOP("CaseAct", "A better paper was brought"), "Alt+S"),
    PageAct.REPRESENTATIVE: (QT_TRANSLATE_NOOP("CaseAct", "Change who speaks"), "Alt+D"),
    PageAct.WITHDRAW: (QT_TRANSLATE_NOOP("CaseAct", "Withdraw the application"), "Alt+G"),
    PageAct.OFFER_WORK: (QT_TRANSLATE_NOOP("CaseAct", "Offer suitable work"), "work.offer"),
    PageAct.BACK_OFFICE: (QT_TRANSLATE_NOOP("CaseAct", "Send to the back office"), "back_office.send"),
}
_REASONS: Final = {
    "case.person_works": QT_TRANSLATE_NOOP("CaseReason", "By the register the person works ({article})."),
    "case.only_without_work": QT_TRANSLATE_NOOP("CaseReason", "Only when no suitable work was found."),
    "case.no_ground": QT_TRANSLATE_NOOP("CaseReason", "No ground of refusal fits what is known now."),
    "case.only_after_check": QT_TRANSLATE_NOOP("CaseReason", "Only after the employment check."),
}


class TodoPart(TallEnough):
    """``jumped`` carries a missing line, ``acted`` a possible act, both as their enum."""

    jumped = Signal(object)
    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        self._page: Page | None = None
        self._ask_key_yielded = False
        self._missing, self._acts = MissingList(), ActionList(self.tr("What can be done now"))
        self._due = Text("", "caption", "muted", wrap=True)
        column.addWidget(self._missing)
        column.addWidget(Rule())
        column.addWidget(self._acts)
        column.addStretch(1)
        column.addWidget(self._due)
        self._missing.jumped.connect(lambda id_: self.jumped.emit(Todo(id_)))
        self._acts.acted.connect(lambda id_: self.acted.emit(PageAct(id_)))

    def show_page(self, page: Page) -> None:
        """Both lists as they are now."""
        self._page = page
        self._missing.show_items(
            [
                Missing(todo, _say("CaseTodo", _TODO[todo]), self._detail(todo, page), state)
                for todo, state in page.todo
            ]
        )
        self._acts.show_actions([self._row(act, off, page) for act, off in page.acts])
        is_open = page.case.application.is_open
        self._due.setText(self.tr("Due {day}").format(day=short(page.case.due)) if is_open else "")

    def yield_ask_key(self, yielded: bool) -> None:
        """While somebody's papers are typed, the key that asks belongs to their registers."""
        if yielded != self._ask_key_yielded:
            self._ask_key_yielded = yielded
            if self._page is not None:
                self.show_page(self._page)

    def fold(self, folded: bool) -> None:
        """Where room is scarce: finished lines become one."""
        self._missing.fold(folded)

    def _row(self, act: PageAct, off: Off | None, page: Page) -> ActionRow:
        words, key = _ACTS[act]
        if act is PageAct.ASK and self._ask_key_yielded:
            key = ""
        return ActionRow(act, _say("CaseAct", words), key, off=self._reason(off, page) if off else "")

    def _reason(self, off: Off, page: Page) -> str:
        own = _REASONS.get(off.reason)
        if own is not None:
            return filled(_say("CaseReason", own), {"article": page.looked.proposal.article})
        words = refused_words(Refused(off.reason, off.cites, off.facts))
        source = cited(off.cites) if page.case.stop is not None else ""
        return f"{words} ({source})" if source else words

    def _paper(self, todo: Todo, page: Page) -> str:
        row, found = page.paper(todo), page.case.of_speaker
        if row is None:
            return ""
        if row.why is not None:
            return refused_words(row.why)
        if row.state is PaperState.FROM_REGISTER:
            return self.tr("MEİS answered: no paper is asked for")
        warned = todo is Todo.REPRESENTATION and found
        return refused_words(found[0].why) if warned else form_shown_words(row.form) if row.form else ""

    def _detail(self, todo: Todo, page: Page) -> str:
        answer, notice = page.case.application.answer, page.notice
        match todo:
            case Todo.IDENTITY | Todo.REPRESENTATION:
                return self._paper(todo, page)
            case Todo.REGISTER if page.old_hours:
                return self.tr("{n} hours old: ask again").format(n=page.old_hours)
            case Todo.REGISTER:
                return moment_words(answer.at, page.case.now) if answer else self.tr("not there yet")
            case Todo.GROUND:
                article = page.looked.proposal.article
                return self.tr("Article {article}").format(article=article) if article else ""
            case Todo.REASONING:
                return self.tr("one sentence for the written answer")
            case Todo.SIGNATURE:
                return self.tr("on the refusal page")
            case Todo.WORK:
                return self.tr("on its own page")
            case Todo.NOTICE:
                return "…/" + notice.number.rsplit("/", 1)[-1] if notice else ""
            case Todo.HAND_OVER if notice is not None and notice.served_at is not None:
                return moment_words(notice.served_at, page.case.now)
            case _:
                return ""


def _say(context: str, words: str) -> str:
    return QCoreApplication.translate(context, words)
