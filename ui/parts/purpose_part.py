"""A file of another centre is opened for a purpose that the agent says; the look is logged with it (SEED 25)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.errors import AgentError
from ui.infra.wording import words_for
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.note import Note
from ui.widgets.text_field import TextField

_LIMIT = 200
_WIDEST = 640


class PurposePart(QWidget):
    """``given`` carries the purpose as typed; ``edge`` is the room around, in pixels."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, edge: int = 24) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(14)
        self._note = Note("warn")
        self._purpose = TextField(limit=_LIMIT, enter_moves=False)
        self._purpose.setProperty("own_enter", True)
        self._field = Field(
            self.tr("What the file is opened for"),
            self._purpose,
            hint=self.tr("The application number or the reason, in a few words."),
        )
        self._open = ActionButton(self.tr("Open the file"), "primary", shortcut="primary")
        for widget in (self._note, self._field):
            widget.setMaximumWidth(_WIDEST)
            column.addWidget(widget)
        column.addWidget(self._open)
        column.addStretch(1)
        self._purpose.returnPressed.connect(self._give)
        self._open.acted.connect(self._give)

    def ask(self, centres: tuple[str, ...], problem: AgentError | None) -> None:
        """Whose file it is, and what was wrong with the purpose."""
        title = self.tr("The file belongs to another centre: {centres}").format(centres=", ".join(centres))
        self._note.say("warn", title, self.tr("State the purpose; the view is logged."))
        self._field.set_problem(words_for(problem) if problem else "")

    def clear(self) -> None:
        """Another file is asked for: what was typed for the one before goes."""
        self._purpose.show_text("")

    def focus_field(self) -> None:
        """The caret where the purpose is typed."""
        self._purpose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        self.given.emit(self._purpose.text())
