"""The small forms of step 6: why the person declines, what the agent makes of it, referral, employer, back office."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from dost_desktop.catalogue.files import Words
from dost_desktop.domain.dates import legal_date, short
from dost_desktop.domain.refusing import REASONING_AT_LEAST
from dost_desktop.domain.vocabulary import EmployerAnswer
from ui.infra.catalogue_words import begun
from ui.screens.work.page import JUSTIFIED, UNJUSTIFIED, Page
from ui.screens.work.words import answer_words
from ui.widgets.check_box import RadioButton
from ui.widgets.combo import Combo
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.option import Option
from ui.widgets.panel import Panel
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

_WORDS_MOST: Final = 600
_NOTE_MOST: Final = 300


class Choices(QWidget):
    """Radio buttons, each with what it leads to; ``chosen`` carries the id of the one a person took."""

    chosen = Signal(str)

    def __init__(self, options: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._group = QButtonGroup(self)
        self._buttons = {id_: RadioButton(words) for id_, words in options.items()}
        self._leads = {id_: Text("", "caption", "muted", wrap=True) for id_ in options}
        for id_, button in self._buttons.items():
            self._group.addButton(button)
            self._leads[id_].setContentsMargins(28, 0, 0, 4)
            column.addWidget(button)
            column.addWidget(self._leads[id_])
            button.clicked.connect(lambda _=False, id_=id_: self.chosen.emit(id_))

    def value(self) -> str:
        """The choice that holds, "" before any."""
        return next((id_ for id_, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, wanted: str) -> None:
        """Let this one hold, without a signal; "" none."""
        self._group.setExclusive(False)
        for id_, button in self._buttons.items():
            button.setChecked(id_ == wanted)
        self._group.setExclusive(True)

    def explain(self, id_: str, words: str) -> None:
        """What this choice leads to."""
        self._leads[id_].setText(words)
        self._leads[id_].setVisible(bool(words))
        self._buttons[id_].setAccessibleDescription(words)

    def begin(self) -> None:
        """The focus to the one that holds, else the first."""
        first = next(iter(self._buttons.values()))
        held = next((each for each in self._buttons.values() if each.isChecked()), first)
        held.setFocus(Qt.FocusReason.OtherFocusReason)


class Form(Panel):
    """``edited`` carries everything that is typed; ``fill`` never sends it."""

    edited = Signal(object)

    def content(self) -> dict[str, Any]:
        """What is typed now."""
        raise NotImplementedError

    def _tell(self) -> None:
        self.edited.emit(self.content())


class DeclineForm(Form):
    """Why the person does not take the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Why does the person not take it?"), "heading")
        self._kind, self._words = Combo(), TextArea(_WORDS_MOST, lines=4)
        self.body.addWidget(Field(self.tr("Kind of reason"), self._kind))
        hint = self.tr("In the person's own words. It is printed if a refusal follows.")
        self._field = Field(self.tr("Reason"), self._words, hint=hint)
        self.body.addWidget(self._field)
        self.body.addWidget(
            Text(self.tr("Nothing follows yet: you judge the reason next."), "small", "soft", wrap=True)
        )
        self._kind.chosen.connect(lambda _: self._tell())
        self._words.edited.connect(self._tell)

    def show_reasons(self, reasons: Mapping[str, Words]) -> None:
        """The owner's list; the last line is for any other."""
        if self._kind.count():
            return
        lines = [Option(id_, begun(words)) for id_, words in reasons.items()]
        self._kind.show_options([*lines, Option("", self.tr("Another reason"))])

    def content(self) -> dict[str, Any]:
        return {"kind": self._kind.value(), "words": self._words.text()}

    def fill(self, typed: Mapping[str, Any]) -> None:
        """As it was typed."""
        if typed:
            self._kind.choose(str(typed.get("kind", "")))
        self._words.show_text(str(typed.get("words", "")))

    def begin(self) -> None:
        """The focus to the kind."""
        self._kind.setFocus(Qt.FocusReason.OtherFocusReason)


class JudgeForm(Form):
    """What the agent makes of the reason, before anything follows (D3)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Is the reason justified?"), "heading")
        self._choices = Choices(
            {
                JUSTIFIED: self.tr("The reason is justified"),
                UNJUSTIFIED: self.tr("The reason is not justified"),
            }
        )
        self._choices.explain(JUSTIFIED, self.tr("Another work is looked for. Nothing is counted."))
        self._choices.explain(
            UNJUSTIFIED,
            self.tr("The right to apply again is explained, then a refusal with reasons follows."),
        )
        self._words = TextArea(_WORDS_MOST, lines=4)
        hint = self.tr("Say why, in full sentences: it is printed in the written answer.")
        self._field = Field(self.tr("Judgement"), self._words, hint=hint)
        self.body.addWidget(self._choices)
        self.body.addWidget(self._field)
        self._choices.chosen.connect(lambda _: self._tell())
        self._words.edited.connect(self._tell)

    def content(self) -> dict[str, Any]:
        return {"choice": self._choices.value(), "wording": self._words.text()}

    def fill(self, typed: Mapping[str, Any]) -> None:
        """As it was typed."""
        self._choices.choose(str(typed.get("choice", "")))
        self._words.show_text(str(typed.get("wording", "")))

    def show_left(self) -> None:
        """How much the wording still lacks."""
        lacks = REASONING_AT_LEAST - len(self._words.text().strip())
        typed = bool(self._words.text().strip())
        words = self.tr("%n more characters", "", lacks) if typed and lacks > 0 else ""
        self._field.set_note(words, "info")

    def begin(self) -> None:
        """The focus to the choice."""
        self._choices.begin()


class ReferForm(Form):
    """When the person shows the referral to the employer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Referral to the employer"), "heading")
        self._day = DateField()
        self._field = Field(self.tr("Presented to the employer on"), self._day)
        self._term = Text("", "small", "soft", wrap=True)
        self.body.addWidget(self._field)
        self.body.addWidget(self._term)
        self._day.date_changed.connect(self._tell)

    def content(self) -> dict[str, Any]:
        day = self._day.value()
        return {"day": day.isoformat() if day else self._day.text()}

    def fill(self, typed: Mapping[str, Any]) -> None:
        """The day that was typed."""
        text = str(typed.get("day", ""))
        try:
            self._day.set_value(date.fromisoformat(text))
        except ValueError:
            self._day.show_text(text)

    def show_page(self, page: Page, problem: str) -> None:
        """Until when the employer answers, or what is wrong with the day."""
        self._field.set_problem(problem)
        day = page.presented_on
        until = page.case.law.calendar.add(day, page.case.law.employer_days) if day and not problem else None
        words = self.tr("The employer answers by {day}. Silence then counts as no.")
        self._term.setText(words.format(day=short(until)) if until else "")

    def begin(self) -> None:
        """The focus to the day."""
        self._day.setFocus(Qt.FocusReason.OtherFocusReason)


class EmployerForm(Form):
    """What the employer decided."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("What did the employer decide?"), "heading")
        self._choices = Choices({each.value: answer_words(each) for each in EmployerAnswer})
        self._choices.explain(EmployerAnswer.HIRED, self.tr("The application ends: the person has work."))
        self._choices.explain(
            EmployerAnswer.NOT_HIRED,
            self.tr("Another work is looked for; if there is none, the back office decides."),
        )
        self._note = TextArea(_NOTE_MOST, lines=2)
        hint = self.tr("Who said it, when, and how.")
        self.body.addWidget(self._choices)
        self.body.addWidget(Field(self.tr("Note"), self._note, hint=hint, optional=True))
        self._choices.chosen.connect(lambda _: self._tell())
        self._note.edited.connect(self._tell)

    def content(self) -> dict[str, Any]:
        return {"answer": self._choices.value(), "note": self._note.text()}

    def fill(self, typed: Mapping[str, Any]) -> None:
        """As it was typed."""
        self._choices.choose(str(typed.get("answer", "")))
        self._note.show_text(str(typed.get("note", "")))

    def show_page(self, page: Page) -> None:
        """Until when silence means nothing."""
        until = page.answer_by
        if until is None:
            return
        runs = legal_date(page.case.now) <= until
        words = (
            self.tr("Counts as no only after {day}.")
            if runs
            else self.tr("The term ended on {day}: silence counts as no.")
        )
        self._choices.explain(EmployerAnswer.SILENT, words.format(day=short(until)))

    def begin(self) -> None:
        """The focus to the choice."""
        self._choices.begin()


class SendForm(Form):
    """To which back office the draft decision goes (SEED 11)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Draft decision: registration as unemployed"), "heading")
        self._office, self._due = Combo(), Text("", "small", "soft", wrap=True)
        self.body.addWidget(Field(self.tr("Back office"), self._office))
        self.body.addWidget(self._due)
        self._office.chosen.connect(lambda _: self._tell())

    def content(self) -> dict[str, Any]:
        return {"office": self._office.value()}

    def fill(self, typed: Mapping[str, Any]) -> None:
        """The office that was chosen."""
        self._office.choose(str(typed.get("office", "")))

    def show_page(self, page: Page) -> None:
        """The back offices of the passport, and their term."""
        if not self._office.count():
            self._office.show_options(
                [Option(each.code, f"{each.code} – {each.name}") for each in page.offices]
            )
            self._office.choose(str(page.part("send").get("office", "")))
        words = self.tr("The back office decides by {day}; the whole service is due by {due}.")
        self._due.setText(words.format(day=short(page.office_due), due=short(page.case.due)))

    def begin(self) -> None:
        """The focus to the office."""
        self._office.setFocus(Qt.FocusReason.OtherFocusReason)
