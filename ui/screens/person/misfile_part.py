"""Middle, on top: what was recorded here under a mistyped number, whose it is, and why; said in both files."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.dates import legal_date, short, short_time
from dost_desktop.domain.errors import AgentError
from dost_desktop.services.history import Happened
from ui.infra.event_words import event_words
from ui.infra.wording import words_for
from ui.parts.breaking_row import BreakingRow
from ui.screens.person.page import Known, Misfiling, RightPerson
from ui.screens.person.written import short_number
from ui.widgets.action_button import ActionButton
from ui.widgets.check_box import CheckBox
from ui.widgets.field import Field
from ui.widgets.note import Note
from ui.widgets.panel import Panel
from ui.widgets.tab_order import tab_after
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField

_REASON_LIMIT = 400
_NUMBER_LIMIT = 12


class MisfilePart(Panel):
    """``chosen`` carries an event and whether it is chosen; the others what was typed so far."""

    chosen = Signal(object, bool)
    number_edited = Signal(str)
    reason_edited = Signal(str)
    look_up_pressed = Signal()
    record_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", title_kind="heading", parent=parent)
        self.set_title(self.tr("What belongs to another person's file?"), "heading")
        self._choices = QVBoxLayout()
        self._choices.setSpacing(0)
        self._boxes: list[CheckBox] = []
        self._events_problem = Note("bad")
        self.number = TextField(upper=True, limit=_NUMBER_LIMIT, enter_moves=False)
        self.number.setProperty("own_enter", True)
        self._look_up = ActionButton(self.tr("Look up"), shortcut="Alt+N")
        self._reason = TextArea(_REASON_LIMIT, lines=2)
        self._fields = {
            "number": Field(
                self.tr("PIN (FİN) of the right person"),
                self.number,
                hint=self.tr("From the card of the person who was served."),
                beside=self._look_up,
            ),
            "reason": Field(
                self.tr("Why it was recorded here"),
                self._reason,
                hint=self.tr("In your own words; it stands in both files."),
            ),
        }
        self._right = Note("info")
        self._record = ActionButton(self.tr("Record in both files"), shortcut="save")
        self.body.addLayout(self._choices)
        for widget in (
            self._events_problem,
            self._fields["number"],
            self._right,
            self._fields["reason"],
            Text(
                self.tr("Nothing is moved and nothing deleted: an open application stops here."),
                "small",
                "muted",
                wrap=True,
            ),
            BreakingRow((self._record,)),
        ):
            self.body.addWidget(widget)
        self._events_problem.hide()
        self._right.hide()
        self.number.textEdited.connect(self.number_edited)
        self.number.returnPressed.connect(self.look_up_pressed)
        self._look_up.acted.connect(self.look_up_pressed)
        self._reason.edited.connect(lambda: self.reason_edited.emit(self._reason.text()))
        self._record.acted.connect(self.record_pressed)

    def show_misfiling(self, misfiling: Misfiling) -> None:
        """Every event that names a person, the chosen ones ticked; the caret in the number."""
        while (item := self._choices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes = []
        for each in misfiling.choices:
            box = CheckBox(_words(each))
            box.setChecked(each.event in misfiling.chosen)
            box.toggled.connect(lambda on, event=each.event: self._toggled(event, on))
            self._choices.addWidget(box)
            self._boxes.append(box)
            box.show()
        tab_after(self, self._boxes)
        self.number.show_text(misfiling.number)
        self._reason.show_text(misfiling.reason)
        self.show_right_person(None)
        self.show_problems({})
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_right_person(self, person: RightPerson | None) -> None:
        """Whose number it is; the caret goes on to the reason."""
        self._right.setVisible(person is not None)
        if person is None:
            return
        born = short(person.birth_date) if person.birth_date else ""
        who = " · ".join(part for part in (person.full_name, born) if part)
        kind, words, detail = {
            Known.REGISTER: ("good", who, self.tr("Population register (MEİS)")),
            Known.FILE: ("info", who, self.tr("As this desk holds the file; the register did not answer.")),
            Known.NOBODY: (
                "warn",
                self.tr("The register knows nobody with this number."),
                self.tr("Compare the number with the card."),
            ),
            Known.UNREACHABLE: (
                "warn",
                self.tr("The register did not answer."),
                self.tr("Compare the number with the card, sign by sign."),
            ),
        }[person.known]
        self._right.say(kind, words, detail)
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problems(self, problems: Mapping[str, AgentError]) -> None:
        """What is wrong at each field, and with what was chosen."""
        for name, field in self._fields.items():
            problem = problems.get(name)
            field.set_problem(words_for(problem) if problem else "")
        nothing = problems.get("events")
        self._events_problem.setVisible(nothing is not None)
        if nothing is not None:
            self._events_problem.say("bad", words_for(nothing))

    def focus_wrong(self) -> None:
        """The focus on what is to be repaired first."""
        if not self._events_problem.isHidden() and self._boxes:
            self._boxes[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        wrong = next((field for field in self._fields.values() if field.problem), None)
        if wrong is not None:
            wrong.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """It is being recorded."""
        self._record.set_busy(busy)

    def set_looking_up(self, busy: bool) -> None:
        """The register is being asked."""
        self._look_up.set_busy(busy)

    def _toggled(self, event: UUID, on: bool) -> None:
        self.chosen.emit(event, on)


def _words(event: Happened) -> str:
    number = short_number(event.number) if event.number else ""
    when = f"{short(legal_date(event.at))} {short_time(event.at)}"
    return " · ".join(part for part in (event_words(event.kind), number, when) if part)
