"""Middle: what the extract is for, and who gets it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dost_desktop.domain.errors import AgentError
from ui.infra.wording import words_for
from ui.parts.breaking_row import BreakingRow
from ui.screens.person.extracting import ExtractFor
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.panel import Panel
from ui.widgets.text_field import TextField

_LIMIT = 120


class ExtractPart(Panel):
    """``edited`` carries both fields as typed."""

    edited = Signal(object)
    print_pressed = Signal()
    left_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", title_kind="heading", parent=parent)
        self.set_title(self.tr("Extract of the individual employment sheet"), "heading")
        self.first_editor, self._given_to = TextField(limit=_LIMIT), TextField(limit=_LIMIT)
        self._purpose = Field(self.tr("What it is for"), self.first_editor)
        given_to = Field(
            self.tr("Given to"), self._given_to, hint=self.tr("Empty: to the person"), optional=True
        )
        prints = ActionButton(self.tr("Print the extract"), shortcut="print")
        leaves = ActionButton(self.tr("Do not print"), "quiet")
        self.body.addWidget(self._purpose)
        self.body.addWidget(given_to)
        self.body.addWidget(BreakingRow((prints, leaves)))
        for editor in (self.first_editor, self._given_to):
            editor.textEdited.connect(self._typed)
        prints.acted.connect(self.print_pressed)
        leaves.acted.connect(self.left_pressed)
        self.hide()

    def show_extract(self, wanted: ExtractFor | None) -> None:
        """The fields open, the purpose selected; or fold."""
        self.setVisible(wanted is not None)
        self.show_problem(None)
        if wanted is not None:
            self.first_editor.show_text(wanted.purpose)
            self._given_to.show_text(wanted.given_to)
            self.first_editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.first_editor.selectAll()

    def show_problem(self, error: AgentError | None) -> None:
        """At the purpose."""
        self._purpose.set_problem(words_for(error) if error else "")

    def _typed(self) -> None:
        self.edited.emit(ExtractFor(self.first_editor.text(), self._given_to.text()))
