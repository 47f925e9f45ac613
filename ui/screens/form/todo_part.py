"""Right: what is missing with its keys, and what can be done now, the impossible last with its reason."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.dates import short
from dost_desktop.domain.required_papers import PaperState
from dost_desktop.domain.vocabulary import ApplicationKind
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.infra.moments import moment_words
from ui.infra.office_words import form_shown_words
from ui.infra.refused_words import refused_words
from ui.parts.tall_enough import TallEnough
from ui.screens.form.page import FormAct, Page, Stage, Todo
from ui.screens.form.port import Shown
from ui.widgets.action_list import ActionList, ActionRow
from ui.widgets.missing_list import Missing, MissingList
from ui.widgets.text import Rule, Text

_TODO: Final = {
    Todo.PERSON: QT_TRANSLATE_NOOP("FormTodo", "Person identified"),
    Todo.IDENTITY: QT_TRANSLATE_NOOP("FormTodo", "Document of the person"),
    Todo.REPRESENTATION: QT_TRANSLATE_NOOP("FormTodo", "Representative's paper"),
    Todo.STATUS: QT_TRANSLATE_NOOP("FormTodo", "Registration read from MAS"),
    Todo.PHONE: QT_TRANSLATE_NOOP("FormTodo", "Mobile number"),
    Todo.ADDRESS: QT_TRANSLATE_NOOP("FormTodo", "Address"),
    Todo.EDUCATION: QT_TRANSLATE_NOOP("FormTodo", "Education"),
    Todo.SPECIALTY: QT_TRANSLATE_NOOP("FormTodo", "Specialty or profession"),
    Todo.WANTED: QT_TRANSLATE_NOOP("FormTodo", "Work looked for"),
    Todo.TRANSPORT: QT_TRANSLATE_NOOP("FormTodo", "How the person gets to work"),
    Todo.GROUND: QT_TRANSLATE_NOOP("FormTodo", "Ground"),
    Todo.STARTS_ON: QT_TRANSLATE_NOOP("FormTodo", "First day"),
    Todo.ENDS_ON: QT_TRANSLATE_NOOP("FormTodo", "Last day"),
    Todo.EVIDENCE: QT_TRANSLATE_NOOP("FormTodo", "Paper that shows it"),
    Todo.FILLED: QT_TRANSLATE_NOOP("FormTodo", "Form filled"),
    Todo.SENT: QT_TRANSLATE_NOOP("FormTodo", "Hand-over to MAS"),
    Todo.CONFIRMED: QT_TRANSLATE_NOOP("FormTodo", "Confirmation in e-sosial"),
    Todo.ANSWERED: QT_TRANSLATE_NOOP("FormTodo", "MAS's answer"),
    Todo.TOLD: QT_TRANSLATE_NOOP("FormTodo", "Told by e-cabinet and mobile message"),
}
_ACTS: Final = {  # act -> (words, key)
    FormAct.SEND: (QT_TRANSLATE_NOOP("FormAct", "Send to MAS"), "primary"),
    FormAct.NEXT: (QT_TRANSLATE_NOOP("FormAct", "Go on: registration as unemployed"), "primary"),
    FormAct.RECEIPT: (QT_TRANSLATE_NOOP("FormAct", "Print the receipt"), "print"),
    FormAct.CONFIRMATION: (QT_TRANSLATE_NOOP("FormAct", "Print the confirmation"), "print"),
    FormAct.ASK_STATUS: (QT_TRANSLATE_NOOP("FormAct", "Ask MAS about the registration"), "register.ask"),
    FormAct.PRINT_FORM: (QT_TRANSLATE_NOOP("FormAct", "Print the form"), "Alt+K"),
    FormAct.REFUSE: (QT_TRANSLATE_NOOP("FormAct", "Prepare the refusal"), "refusal.prepare"),
    FormAct.PAPERS: (QT_TRANSLATE_NOOP("FormAct", "Papers and who speaks"), "Alt+S"),
    FormAct.FINISH: (QT_TRANSLATE_NOOP("FormAct", "Finish the case"), ""),
    FormAct.PAUSE: (QT_TRANSLATE_NOOP("FormAct", "Pause the case"), "case.pause"),
    FormAct.WITHDRAW: (QT_TRANSLATE_NOOP("FormAct", "Withdraw the application"), "Alt+G"),
}
_BY_OTHERS: Final = {FormAct.SEND, FormAct.NEXT, FormAct.PAUSE}  # the bar and the window listen to their keys


class TodoPart(TallEnough):
    """``jumped`` carries a missing line, ``acted`` a possible act, both as their enum."""

    jumped = Signal(object)
    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        self._missing, self._acts = MissingList(), ActionList(self.tr("What can be done now"))
        self._due = Text("", "caption", "muted", wrap=True)
        column.addWidget(self._missing)
        column.addWidget(Rule())
        column.addWidget(self._acts)
        column.addStretch(1)
        column.addWidget(self._due)
        self._missing.jumped.connect(lambda id_: self.jumped.emit(Todo(id_)))
        self._acts.acted.connect(lambda id_: self.acted.emit(FormAct(id_)))

    def show_now(self, shown: Shown) -> None:
        """Both lists as they are now."""
        page = shown.page
        self._missing.show_items(
            [
                Missing(todo, self._words(todo, page), self._detail(todo, state, shown), state)
                for todo, state in shown.todo
            ]
        )
        rows = []
        for act, off in shown.acts:
            words, key = _ACTS[act]
            why = refused_words(off) if off is not None else ""
            rows.append(ActionRow(act, _say("FormAct", words), key, off=why, caps_only=act in _BY_OTHERS))
        self._acts.show_actions(rows)
        is_open = page.case.application.is_open
        self._due.setText(self.tr("Due {day}").format(day=short(page.case.due)) if is_open else "")

    def fold(self, folded: bool) -> None:
        """Where room is scarce: finished lines become one."""
        self._missing.fold(folded)

    def _words(self, todo: Todo, page: Page) -> str:
        if todo is Todo.EVIDENCE and page.kind is ApplicationKind.RESUMPTION:
            return self.tr("Paper that shows that the cause ended")
        return _say("FormTodo", _TODO[todo])

    def _detail(self, todo: Todo, state: str, shown: Shown) -> str:
        page = shown.page
        if todo in {Todo.IDENTITY, Todo.REPRESENTATION}:
            return self._paper(todo, page)
        why = shown.problems.get(todo.value)
        if why is not None and state == "bad":
            return refused_words(why)
        return self._of_stage(todo, state, page)

    def _of_stage(self, todo: Todo, state: str, page: Page) -> str:
        application = page.case.application
        match todo:
            case Todo.STATUS:
                return self.tr("not known yet: F9 asks")
            case Todo.CONFIRMED if application.confirmed_at is not None:
                return moment_words(application.confirmed_at, page.case.now)
            case Todo.CONFIRMED:
                return self.tr("by the person's own means")
            case Todo.SENT if state == "open":
                return self.tr("waits for a connection")
            case Todo.TOLD if state == "warn":
                return self.tr("not everything is delivered yet")
            case Todo.ANSWERED if page.stage is Stage.DONE:
                return self.tr("accepted")
            case _:
                return ""

    def _paper(self, todo: Todo, page: Page) -> str:
        row = page.paper(todo.value)
        if row is None:
            return ""
        if row.why is not None:
            return refused_words(row.why)
        if row.state is PaperState.FROM_REGISTER:
            return self.tr("MEİS answered: no paper is asked for")
        return form_shown_words(row.form) if row.form else ""


def _say(context: str, words: str) -> str:
    return QCoreApplication.translate(context, words)
