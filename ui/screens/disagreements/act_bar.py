"""Below: do what is chosen, or put it off; beside it that nothing is deleted, or what stands in the way."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.domain.errors import AgentError
from dost_desktop.services.settle import ChoiceKind
from ui.infra.keyboard import on_key
from ui.infra.wording import words_for
from ui.parts.breaking_row import BreakingRow
from ui.screens.disagreements.shown import Shown
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.icon import Icon
from ui.widgets.note import Note
from ui.widgets.text import Text

_SAFE_FROM: Final = 800  # width at 100 % text from which there is room to say that nothing is deleted


class ActBar(QWidget):
    """``confirm_pressed`` by Ctrl+Enter, ``later_pressed`` by Esc."""

    confirm_pressed = Signal()
    later_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._confirm = ActionButton(self.tr("Confirm"), "primary", shortcut="primary")
        self._recall = ActionButton(self.tr("Recall and confirm"), "bad", shortcut="primary")
        self._hand_up = ActionButton(self.tr("Hand up"), "primary", shortcut="primary")
        self._later = ActionButton(self.tr("Later"), shortcut="back")
        self._problem, self._asked = Note("bad"), Note("warn")
        words = self.tr("Nothing is deleted: both sides stay in the history of the file.")
        self._safe = QWidget()
        line = QHBoxLayout(self._safe)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(Icon("info", "text.soft", "icon_small"))
        line.addWidget(Text(words, "small", "soft"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 11, 24, 11)
        column.setSpacing(8)
        column.addWidget(self._problem)
        column.addWidget(self._asked)
        acts = QHBoxLayout()
        acts.setSpacing(24)
        acts.addWidget(BreakingRow((self._confirm, self._recall, self._hand_up, self._later), spacing=10), 1)
        acts.addWidget(self._safe)
        column.addLayout(acts)
        for hidden in (self._problem, self._asked, self._recall, self._hand_up):
            hidden.hide()
        for button in (self._confirm, self._recall, self._hand_up):
            button.acted.connect(self.confirm_pressed)
        self._later.acted.connect(self.later_pressed)
        on_key(self, "back", self.later_pressed.emit)

    def show_one(self, shown: Shown) -> None:
        """The one button that does what is chosen; off, with the reason, where nothing is possible."""
        choice = shown.choice
        is_up = choice is not None and choice.kind is ChoiceKind.HAND_UP
        self._asked.setVisible(shown.asked)
        if shown.asked and choice is not None:
            numbers = ", ".join(choice.facts.recalled)
            question = self.tr("Recall written answer {number}?").format(number=numbers)
            self._asked.say("warn", question, self.tr("This cannot be undone. The person will be told."))
        self._later.setText(self.tr("Do not") if shown.asked else self.tr("Later"))
        self._later.updateGeometry()
        self._recall.setVisible(shown.asked)
        self._hand_up.setVisible(is_up and not shown.asked)
        self._confirm.setVisible(not is_up and not shown.asked)
        if choice is None:
            self._confirm.set_off(self.tr("Nothing can be chosen now; the reasons stand above."))
        else:
            self._confirm.set_on()

    def show_problem(self, error: AgentError | None) -> None:
        """What went wrong; nothing was changed."""
        self._problem.setVisible(error is not None)
        if error is not None:
            self._problem.say("bad", words_for(error))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._safe.setVisible(self.width() / theme().scale >= _SAFE_FROM)

    def set_busy(self, busy: bool) -> None:
        """It is being done."""
        for button in (self._confirm, self._recall, self._hand_up):
            button.set_busy(busy)
