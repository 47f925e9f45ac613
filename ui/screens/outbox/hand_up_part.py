"""Right: an item that an agent cannot settle is handed to the head of the centre; then what became of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.errors import AgentError
from ui.infra.moments import moment_words
from ui.infra.wording import words_for
from ui.parts.breaking_row import BreakingRow
from ui.screens.outbox.handing_up import Handing
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.note import Note
from ui.widgets.text_area import TextArea

_LIMIT = 400
_SAVE_AFTER_MS = 400


class HandUpPart(QWidget):
    """``edited`` at every letter, ``paused`` when typing pauses."""

    asked = Signal()
    edited = Signal(str)
    paused = Signal()
    hand_up_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._done, self._found = Note("info"), Note("good")
        self._ask = ActionButton(self.tr("Hand up to the head"), shortcut="Alt+R")
        self.editor = TextArea(_LIMIT, lines=3)
        self._field = Field(
            self.tr("What should the head look at"),
            self.editor,
            hint=self.tr("Nothing is lost: both sides stay as they are until then."),
        )
        self._hand_up = ActionButton(self.tr("Hand up"), shortcut="save")
        self._row = BreakingRow((self._hand_up,))
        self._asking = BreakingRow((self._ask,))
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVE_AFTER_MS)
        self._saving.timeout.connect(self.paused)
        for widget in (self._done, self._found, self._asking, self._field, self._row):
            column.addWidget(widget)
            widget.hide()
        self._ask.acted.connect(self.asked)
        self.editor.edited.connect(self._typed)
        self._hand_up.acted.connect(self.hand_up_pressed)

    def show_handing_up(self, handing: Handing) -> None:
        """What was handed up and found, and the field while it is open."""
        done, was_open = handing.done, self._field.isVisibleTo(self)
        self._done.setVisible(done is not None)
        self._found.setVisible(done is not None and done.closed_at is not None)
        if done is not None:
            when = moment_words(done.at, handing.now)
            title = self.tr("Handed up to the head of the centre")
            self._done.say("info", title, self.tr("“{words}”").format(words=done.wording), when)
            if done.closed_at is not None:
                closed = moment_words(done.closed_at, handing.now)
                title = self.tr("The head found ({who})").format(who=done.closed_by)
                self._found.say("good", title, self.tr("“{words}”").format(words=done.finding), closed)
        is_open = handing.words is not None
        self._asking.setVisible(handing.is_possible and not is_open)
        self._field.setVisible(is_open)
        self._row.setVisible(is_open)
        if handing.words is not None and self.editor.text() != handing.words:
            self.editor.show_text(handing.words)
        if is_open and not was_open:
            self._field.set_problem("")
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, error: AgentError | None) -> None:
        """What is wrong with the words, the caret in them."""
        self._field.set_problem(words_for(error) if error else "")
        if error is not None:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """It is being recorded."""
        self._hand_up.set_busy(busy)

    def _typed(self) -> None:
        self.edited.emit(self.editor.text())
        self._saving.start()
