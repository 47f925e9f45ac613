"""Middle, on top: why somebody must look at this file, and what was found; then the mark goes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.errors import AgentError
from ui.infra.wording import words_for
from ui.parts.breaking_row import BreakingRow
from ui.screens.person.mark_words import mark_words
from ui.screens.person.page import Review
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.note import Note
from ui.widgets.panel import Panel
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

_FINDING_LIMIT = 400


class ReviewPart(Panel):
    """``finding_edited`` carries what was typed so far."""

    finding_edited = Signal(str)
    record_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", title_kind="heading", parent=parent)
        self.set_title(self.tr("What did the review find?"), "heading")
        self._marks = QVBoxLayout()
        self._marks.setSpacing(8)
        self.editor = TextArea(_FINDING_LIMIT, lines=2)
        self.field = Field(
            self.tr("What was found"),
            self.editor,
            hint=self.tr("In your own words; it stays in the history."),
        )
        self._record = ActionButton(self.tr("Close the review"), shortcut="save")
        self.body.addLayout(self._marks)
        for widget in (
            self.field,
            Text(
                self.tr("The mark goes at every desk; nothing else in the file changes."),
                "small",
                "muted",
                wrap=True,
            ),
            BreakingRow((self._record,)),
        ):
            self.body.addWidget(widget)
        self.editor.edited.connect(lambda: self.finding_edited.emit(self.editor.text()))
        self._record.acted.connect(self.record_pressed)

    def show_review(self, review: Review) -> None:
        """Every mark with what to do, and the finding as typed so far; the caret stands in it."""
        self.show_marks(review)
        self.editor.show_text(review.finding)
        self.show_problem(None)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_marks(self, review: Review) -> None:
        """Why somebody must look at the file."""
        while (item := self._marks.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for mark in review.marks:
            note = Note("warn", *mark_words(mark, review.now))
            self._marks.addWidget(note)
            note.show()

    def show_problem(self, error: AgentError | None) -> None:
        """What is wrong with the finding."""
        self.field.set_problem(words_for(error) if error else "")
        if error is not None:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """The review is being closed."""
        self._record.set_busy(busy)
