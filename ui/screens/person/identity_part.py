"""Left: what was taken from papers, typed again where it holds a typing error."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.errors import AgentError
from ui.infra.wording import words_for
from ui.parts.breaking_row import BreakingRow
from ui.screens.person.page import TypedIdentity
from ui.widgets.action_button import ActionButton
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

_NAME_LIMIT = 120
_NUMBER_LIMIT = 24


class IdentityPart(QWidget):
    """``edited`` carries the fields as typed, ``left`` says that the focus left one of them."""

    edited = Signal(object)
    left = Signal()
    record_pressed = Signal()
    keep_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._title = Text(self.tr("Correct a typing error"), "label", "soft")
        self._is_person = True
        self._editors: dict[str, TextField] = {
            "surname": TextField(limit=_NAME_LIMIT),
            "given_name": TextField(limit=_NAME_LIMIT),
            "patronymic": TextField(limit=_NAME_LIMIT),
            "birth_date": DateField(),
            "document_number": TextField(upper=True, limit=_NUMBER_LIMIT, enter_moves=False),
        }
        labels = {
            "surname": self.tr("Surname"),
            "given_name": self.tr("Given name"),
            "patronymic": self.tr("Patronymic"),
            "birth_date": self.tr("Date of birth"),
            "document_number": self.tr("Document number"),
        }
        self._fields = {name: Field(labels[name], editor) for name, editor in self._editors.items()}
        self._record = ActionButton(self.tr("Record the correction"), shortcut="save")
        self._keep = ActionButton(self.tr("Keep as is"), "quiet")
        column.addWidget(self._title)
        for name, field in self._fields.items():
            column.addWidget(field)
            field.left.connect(self.left)
            self._editors[name].textEdited.connect(self._typed)
        column.addWidget(
            Text(self.tr("The old value stays in the history of the file."), "small", "muted", wrap=True)
        )
        column.addWidget(BreakingRow((self._record, self._keep)))
        self._editors["document_number"].setProperty("own_enter", True)
        self._editors["document_number"].returnPressed.connect(self.record_pressed)
        self._record.acted.connect(self.record_pressed)
        self._keep.acted.connect(self.keep_pressed)
        self.hide()

    @property
    def first_editor(self) -> TextField:
        """Where the caret stands first."""
        return self._editors["surname"]

    def show_identity(self, typed: TypedIdentity | None) -> None:
        """The fields open with what was typed, the caret in the first; or fold."""
        self.setVisible(typed is not None)
        self.show_problems({})
        if typed is None:
            return
        self._is_person = typed.is_person
        for name, editor in self._editors.items():
            editor.show_text(getattr(typed, name))
            self._fields[name].setVisible(typed.is_person or name == "surname")
        self._fields["surname"].set_label(self.tr("Surname") if typed.is_person else self.tr("Name"))
        self.first_editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problems(self, problems: Mapping[str, AgentError]) -> None:
        """What is wrong at each field."""
        for name, field in self._fields.items():
            problem = problems.get(name)
            field.set_problem(words_for(problem) if problem else "")

    def focus_wrong(self) -> None:
        """The caret in the first field to be repaired."""
        wrong = next((field for field in self._fields.values() if field.problem), None)
        if wrong is not None:
            wrong.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """The correction is being recorded."""
        self._record.set_busy(busy)

    def _typed(self) -> None:
        values = {name: editor.text() for name, editor in self._editors.items()}
        self.edited.emit(TypedIdentity(**values, is_person=self._is_person))
