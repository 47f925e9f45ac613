"""The questions of the queue page, one at a time, in the page over the list: Enter answers, Esc leaves all as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.contract.messages import Need
from ui.infra.keyboard import on_key
from ui.infra.office_words import NEEDS, need_words
from ui.infra.speech import announce
from ui.parts.breaking_row import BreakingRow
from ui.parts.pause_choice import PauseChoice
from ui.screens.queue.places import Place
from ui.screens.queue.port import Asked, Question
from ui.widgets.action_button import ActionButton
from ui.widgets.check_box import CheckBox
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.option import Option
from ui.widgets.panel import Panel
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

_KEYS: Final = ("Alt+A", "Alt+B", "Alt+C")


class Asking(Panel):
    """``confirmed`` carries the answer: a reason, a place, needs with commas, a number, or nothing."""

    confirmed = Signal(str)
    dismissed = Signal()

    def __init__(self, direction_words: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._direction_words = direction_words
        self._question = Question.PAUSE_FIRST
        self._heading, self._detail = Text("", "heading", wrap=True), Text("", "small", "soft", wrap=True)
        self._yes = ActionButton("", "primary", shortcut="primary")
        self._no = ActionButton(self.tr("Keep as is"), "quiet", shortcut="back")
        self._yes.acted.connect(lambda: self.confirmed.emit(self._answer()))
        self._no.acted.connect(self.dismissed)
        self._pause = PauseChoice()
        self._places = Combo()
        self._place_field = Field(self.tr("Where to"), self._places)
        self._number = TextField(limit=20)
        self._number_field = Field(self.tr("Number on the ticket"), self._number)
        self._number.returnPressed.connect(self._yes.act)
        self._needs: dict[Need, CheckBox] = {}
        self._parts: dict[Question, QWidget] = {
            Question.PAUSE_FIRST: self._pause,
            Question.TRANSFER: self._place_field,
            Question.NUMBER: self._number_field,
            Question.NEEDS: self._needs_part(),
        }
        self.body.addWidget(self._heading)
        self.body.addWidget(self._detail)
        for part in self._parts.values():
            self.body.addWidget(part)
        self.body.addWidget(BreakingRow((self._yes, self._no)))
        self.hide()

    def ask(self, asked: Asked) -> None:
        """Show the question; a screen reader says it."""
        self._question = asked.question
        title, detail, yes = self._words(asked)
        self._heading.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._yes.set_words(yes)
        for question, part in self._parts.items():
            part.setVisible(question is asked.question)
        self._fill(asked)
        self.show()
        first = {
            Question.TRANSFER: self._places,
            Question.NUMBER: self._number,
            Question.NEEDS: self._needs["priority"],
        }.get(asked.question, self._yes)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{title} {detail}".strip())

    def _fill(self, asked: Asked) -> None:
        self._pause.begin()
        self._places.show_options([Option(each.id, self._place_words(each)) for each in asked.places])
        self._places.setCurrentIndex(0)
        self._number.show_text("")
        for need, box in self._needs.items():
            box.setChecked(need in asked.needs)

    def _words(self, asked: Asked) -> tuple[str, str, str]:
        ticket = asked.ticket or self.tr("without a ticket")
        match asked.question:
            case Question.PAUSE_FIRST:
                detail = self.tr("{ticket} is open. It will wait under the half-done cases; nothing is lost.")
                return (
                    self.tr("Pause the open case first?"),
                    detail.format(ticket=ticket),
                    self.tr("Pause and call"),
                )
            case Question.TRANSFER:
                return (
                    self.tr("Send {ticket} on").format(ticket=ticket),
                    self.tr("It waits there in its old place; nobody takes a new ticket."),
                    self.tr("Send on"),
                )
            case Question.NEEDS:
                return self.tr("What does {ticket} need?").format(ticket=ticket), "", self.tr("Note it")
            case Question.NUMBER:
                absent = self.tr("Did not come today: {tickets}").format(tickets=", ".join(asked.absent))
                return (
                    self.tr("Call a ticket by its number"),
                    absent if asked.absent else "",
                    self.tr("Call"),
                )
            case Question.NO_SHOW:
                title = self.tr("{ticket} was called %n time(s) and nobody came?", "", asked.calls)
                detail = self.tr("Noted as did not come; who appears later is called by number.")
                return title.format(ticket=ticket), detail, self.tr("Did not come")

    def _answer(self) -> str:
        match self._question:
            case Question.PAUSE_FIRST:
                return self._pause.reason()
            case Question.TRANSFER:
                return self._places.value()
            case Question.NUMBER:
                return self._number.text()
            case Question.NEEDS:
                return ",".join(need for need, box in self._needs.items() if box.isChecked())
            case Question.NO_SHOW:
                return ""

    def _place_words(self, place: Place) -> str:
        if place.kind == "desk":
            return self.tr("Desk {desk}").format(desk=place.name)
        return self._direction_words(place.name)

    def _needs_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for key, need in zip(_KEYS, NEEDS, strict=True):
            box = CheckBox(need_words(need)[0])
            on_key(box, key, box.toggle)
            self._needs[need] = box
            line = QHBoxLayout()
            line.addWidget(box, 1)
            column.addLayout(line)
        return part
