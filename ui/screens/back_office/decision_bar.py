"""Right, below: what is done with the chosen draft or drafts; the reason and the question open in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from dost_desktop.domain.errors import AgentError
from ui.infra.wording import words_for
from ui.parts.scrolling import Scrolling
from ui.screens.back_office.shown import Chosen, ShownDraft
from ui.screens.back_office.words import problem_words
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.note import Note
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

_REASON_LIMIT = 400
_SAVE_AFTER_MS = 400


class DecisionBar(Scrolling):
    """``confirm_pressed`` is also the open section's own act; ``reason_edited`` comes when typing pauses."""

    confirm_pressed = Signal()
    return_pressed = Signal()
    reason_edited = Signal(str)
    back_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._inside = QWidget()
        super().__init__(self._inside, parent)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        self._question = Note("warn")
        self.editor = TextArea(_REASON_LIMIT, lines=3)
        self._field = Field(self.tr("Reason"), self.editor, hint=self.tr("Say what the agent should mend."))
        self._confirm = _wide(ActionButton(self.tr("Confirm"), "primary", shortcut="primary"))
        self._return = _wide(ActionButton(self.tr("Return with a reason"), shortcut="decision.return"))
        self._back = _wide(ActionButton(self.tr("Back"), shortcut="back"))
        self._told = Text("", "caption", "muted", wrap=True)
        for widget in (
            self._question,
            self._field,
            self._confirm,
            self._return,
            self._back,
            self._told,
        ):
            column.addWidget(widget)
        self._many, self._typing, self._asked = 0, False, False
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVE_AFTER_MS)
        self._saving.timeout.connect(self.save_now)
        self._wire()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._arrange()

    def show_draft(self, shown: ShownDraft | None) -> None:
        """One draft: what may be done with it now, else why not."""
        self._many = 0
        self.setVisible(shown is not None)
        if shown is None:
            return
        for button in (self._confirm, self._return):
            if shown.why_not:
                button.set_off(problem_words(shown.why_not))
            else:
                button.set_on()
        self._arrange()

    def show_chosen(self, chosen: Chosen) -> None:
        """Several drafts."""
        self._many = max(len(chosen.drafts), 1)
        self.show()
        for button in (self._confirm, self._return):
            button.set_on()
        self._arrange()

    def show_return(self, reason: str | None) -> None:
        """The section for the reason; None folds it."""
        self._typing, self._asked = reason is not None, False
        self.show_reason_problem(None)
        if reason is not None:
            self.editor.show_text(reason)
        else:
            self.save_now()
        self._arrange()
        if reason is not None:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_reason_problem(self, error: AgentError | None) -> None:
        """What is wrong with the reason, the caret in it."""
        self._field.set_problem(words_for(error) if error else "")
        if error is not None:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_question(self, chosen: Chosen | None, *, confirms: bool) -> None:
        """One question for several; the safe way has the focus."""
        self._asked = chosen is not None
        if chosen is not None:
            many = len(chosen.drafts)
            title = (
                self.tr("Confirm %n decision(s)?", "", many)
                if confirms
                else self.tr("Return %n draft(s) to their agents?", "", many)
            )
            self._question.say("warn", title)
        self._arrange()
        if chosen is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool, *, confirms: bool) -> None:
        """The decision is on its way."""
        self._confirm.set_busy(busy)
        self._return.set_busy(busy)

    def save_now(self) -> None:
        """What was typed is kept, also when the section folds in the same moment."""
        if self._saving.isActive():
            self._saving.stop()
            self.reason_edited.emit(self.editor.text())

    # inside
    def _arrange(self) -> None:
        """What is open now: two acts, or a section with its own act and the way back."""
        is_open = self._typing or self._asked
        self._question.setVisible(self._asked)
        self._field.setVisible(self._typing and not self._asked)
        self._return.setVisible(not is_open)
        self._back.setVisible(is_open)
        self._confirm.set_words(self._confirm_words())
        self._return.set_words(
            self.tr("Return %n with a reason", "", self._many)
            if self._many
            else self.tr("Return with a reason")
        )
        self._told.setText(self._told_words())
        self._told.setVisible(bool(self._told.text()))
        layout = self._inside.layout()
        if layout is not None and self.isVisible():  # no moment shows it squeezed
            layout.activate()
            self._content.settle()

    def _confirm_words(self) -> str:
        if self._typing:
            return self.tr("Return %n", "", self._many) if self._many else self.tr("Return")
        return self.tr("Confirm %n", "", self._many) if self._many else self.tr("Confirm")

    def _told_words(self) -> str:
        if self._typing and not self._asked:
            return self.tr("The agent sees the reason at once and can mend the draft.")
        if self._confirm.off_reason:
            return self._confirm.off_reason
        return self.tr("After it is confirmed, MAS tells the person by SMS and in the e-cabinet.")

    def _wire(self) -> None:
        self.editor.edited.connect(self._saving.start)
        self._confirm.acted.connect(self._act)
        self._return.acted.connect(self.return_pressed)
        self._back.acted.connect(self.back_pressed)

    def _act(self) -> None:
        self.save_now()
        self.confirm_pressed.emit()


def _wide(button: ActionButton) -> ActionButton:
    """As wide as the panel; where that is less than it wishes, its caps give way."""
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button
