"""Left: the fields of how to reach the person, in place of what is recorded."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.errors import AgentError
from dost_desktop.services.record_contact import ADDRESS_AT_MOST
from ui.infra.wording import words_for
from ui.parts.breaking_row import BreakingRow
from ui.screens.person.page import Contact
from ui.widgets.action_button import ActionButton
from ui.widgets.check_box import CheckBox
from ui.widgets.field import Field
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField

_EMAIL_LIMIT = 254
_PHONE_LIMIT = 24


class ContactPart(QWidget):
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
        self.first_editor, self._email = TextField(limit=_PHONE_LIMIT), TextField(limit=_EMAIL_LIMIT)
        self._address = TextArea(ADDRESS_AT_MOST, lines=2)
        self._fields = {
            "phone": Field(
                self.tr("Mobile number"), self.first_editor, hint=self.tr("+994 and 9 digits; read it back")
            ),
            "email": Field(self.tr("E-mail"), self._email, optional=True),
            "address": Field(
                self.tr("Address"), self._address, hint=self.tr("Where the person lives now"), optional=True
            ),
        }
        self._corrects = CheckBox(self.tr("What is recorded holds a typing error"))
        self._is_first = False
        self._record = ActionButton(self.tr("Record"), shortcut="save")
        self._keep = ActionButton(self.tr("Keep as is"), "quiet")
        for field in self._fields.values():
            column.addWidget(field)
            field.left.connect(self.left)
        column.addWidget(self._corrects)
        column.addWidget(BreakingRow((self._record, self._keep)))
        self.first_editor.textEdited.connect(self._typed)
        self._email.textEdited.connect(self._typed)
        self._address.edited.connect(self._typed)
        self._corrects.toggled.connect(self._typed)
        self._record.acted.connect(self.record_pressed)
        self._keep.acted.connect(self.keep_pressed)
        self.hide()

    def show_contact(self, contact: Contact | None) -> None:
        """The fields open with what was typed, the caret in the first; or fold."""
        self.setVisible(contact is not None)
        self.show_problems({})
        if contact is None:
            return
        self._is_first = contact.is_first
        self.first_editor.show_text(contact.phone)
        self._email.show_text(contact.email)
        self._address.show_text(contact.address)
        self._corrects.blockSignals(True)
        self._corrects.setChecked(contact.corrects)
        self._corrects.blockSignals(False)
        self._corrects.setVisible(not contact.is_first)
        self.first_editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.first_editor.selectAll()

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
        """The contact is being recorded."""
        self._record.set_busy(busy)

    def _typed(self) -> None:
        typed = Contact(
            self.first_editor.text(),
            self._email.text(),
            self._address.text(),
            self._corrects.isChecked(),
            self._is_first,
        )
        self.edited.emit(typed)
