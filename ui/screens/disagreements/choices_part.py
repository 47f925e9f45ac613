"""What can be done: radio buttons, each with what it brings with it or why it is not possible; words where needed."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from dost_desktop.domain.errors import AgentError
from dost_desktop.services.hand_up import HandedUp
from dost_desktop.services.settle import Choice, ChoiceKind
from ui.infra.moments import moment_words
from ui.infra.wording import words_for
from ui.screens.disagreements.shown import Shown
from ui.screens.disagreements.words import choice_words, consequence_words
from ui.widgets.check_box import RadioButton
from ui.widgets.field import Field
from ui.widgets.note import Note
from ui.widgets.panel import Panel
from ui.widgets.text_area import TextArea

_LIMIT: Final = 400
_SAVE_AFTER_MS: Final = 400


class ChoicesPart(Panel):
    """``chosen`` carries a ChoiceKind, ``edited`` what was typed so far, ``paused`` when typing pauses."""

    chosen = Signal(object)
    edited = Signal(str)
    paused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("What to do"))
        self.body.setSpacing(4)
        whole = self.layout()
        if whole is not None:  # all of it in sight at 688 px
            whole.setContentsMargins(16, 8, 16, 6)
            whole.setSpacing(7)
        self._handed, self._found = Note("info"), Note("good")
        self._group = QButtonGroup(self)
        self._radios = {kind: RadioButton("") for kind in ChoiceKind}
        self.editor = TextArea(_LIMIT, lines=3)
        self._field = Field(
            self.tr("What should the head look at"),
            self.editor,
            hint=self.tr("Nothing is lost: both sides stay as they are until then."),
        )
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVE_AFTER_MS)
        self._saving.timeout.connect(self.paused)
        self.body.addWidget(self._handed)
        self.body.addWidget(self._found)
        for kind, radio in self._radios.items():
            self._group.addButton(radio)
            radio.toggled.connect(lambda on, kind=kind: self._toggled(kind, on=on))
            self.body.addWidget(radio)
        self.body.addWidget(self._field)
        self.editor.edited.connect(self._typed)
        for widget in (self._handed, self._found, self._field):
            widget.hide()
        self._is_showing = False

    def show_choices(self, shown: Shown) -> None:
        """What is possible first as it came, the chosen one ticked, the field for words where they are needed."""
        self._is_showing = True
        offered = {each.kind: each for each in shown.compared.choices}
        self._group.setExclusive(False)
        for kind, radio in self._radios.items():
            radio.setVisible(kind in offered)
            if kind in offered:
                self._show_choice(radio, offered[kind], shown)
            radio.setChecked(kind is shown.kind)
        self._group.setExclusive(True)
        choice = shown.choice
        needs_words = choice is not None and choice.needs_words
        self._field.setVisible(needs_words)
        if self.editor.text() != shown.words:
            self.editor.show_text(shown.words)
        self._show_head(shown.compared.handed_up, shown.now)
        self._field.set_problem("")
        self._is_showing = False

    def show_words_problem(self, error: AgentError | None) -> None:
        """What is wrong with the words, the caret in them."""
        self._field.set_problem(words_for(error) if error else "")
        if error is not None:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def words_field(self) -> QWidget | None:
        """The field for words while it is open."""
        return self._field if self._field.isVisibleTo(self) else None

    def focus_first(self) -> None:
        """The caret on what is chosen, or on the words it needs."""
        chosen = next((radio for radio in self._radios.values() if radio.isChecked()), None)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.TabFocusReason)

    @staticmethod
    def _show_choice(radio: RadioButton, choice: Choice, shown: Shown) -> None:
        """What it is, and what it brings with it or why it is not possible."""
        detail = consequence_words(choice)
        radio.set_words(choice_words(choice, shown.compared), detail)
        if choice.why_not is None:
            radio.setEnabled(True)
        else:
            radio.set_off(detail)

    def _show_head(self, done: HandedUp | None, now: datetime) -> None:
        self._handed.setVisible(done is not None)
        is_closed = done is not None and done.closed_at is not None
        self._found.setVisible(is_closed)
        if done is None:
            return
        when, quoted = moment_words(done.at, now), self.tr("“{words}”")
        title = self.tr("Handed up to the head of the centre")
        self._handed.say("info", title, quoted.format(words=done.wording), when)
        if done.closed_at is not None:
            closed = moment_words(done.closed_at, now)
            title = self.tr("The head found ({who})").format(who=done.closed_by)
            self._found.say("good", title, quoted.format(words=done.finding), closed)

    def _toggled(self, kind: ChoiceKind, *, on: bool) -> None:
        """Arrow keys tick without a click."""
        if on and not self._is_showing:
            self.chosen.emit(kind)

    def _typed(self) -> None:
        self.edited.emit(self.editor.text())
        self._saving.start()
