"""Middle, on top: two files side by side, and the agent's judgement: one person with a reason, or not the same."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from dost_desktop.domain.dates import short
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.services.find_alike import Same
from ui.infra.office_words import status_words
from ui.infra.phones import written_phone
from ui.infra.wording import words_for
from ui.parts.breaking_row import BreakingRow
from ui.screens.person.page import Comparison
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.panel import Panel
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField

_REASON_LIMIT = 400
_NUMBER_LIMIT = 12


class ComparePart(Panel):
    """``reason_edited`` carries what was typed so far, ``number_given`` which file is to be compared."""

    number_given = Signal(str)
    same_pressed = Signal()
    other_pressed = Signal()
    reason_edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", title_kind="heading", parent=parent)
        self.set_title(self.tr("Is this the same person?"), "heading")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self.editor = TextArea(_REASON_LIMIT, lines=2)
        self._field = Field(
            self.tr("Why it is the same person"),
            self.editor,
            hint=self.tr("In your own words; it stands in both files."),
        )
        self._same = ActionButton(self.tr("Same person: link the files"), shortcut="Alt+S")
        self._not_same = ActionButton(self.tr("Not the same person"), shortcut="Alt+B")
        self.number = TextField(upper=True, limit=_NUMBER_LIMIT, enter_moves=False)
        self.number.setProperty("own_enter", True)
        compare = ActionButton(self.tr("Compare"), shortcut="Alt+N")
        self._number_field = Field(
            self.tr("PIN (FİN) of the other file"),
            self.number,
            hint=self.tr("Both files are shown side by side; nothing is linked yet."),
            beside=compare,
        )
        nothing_lost = Text(
            self.tr("Nothing is merged and nothing deleted: each file names the other."),
            "small",
            "muted",
            wrap=True,
        )
        self._both = (self._field, nothing_lost, BreakingRow((self._same, self._not_same)))
        self.body.addWidget(self._number_field)
        self.body.addLayout(self._grid)
        for widget in self._both:
            self.body.addWidget(widget)
        self.number.returnPressed.connect(self._give)
        compare.acted.connect(self._give)
        self.editor.edited.connect(lambda: self.reason_edited.emit(self.editor.text()))
        self._same.acted.connect(self.same_pressed)
        self._not_same.acted.connect(self.other_pressed)

    def show_comparison(self, comparison: Comparison) -> None:
        """Both identities and registrations; what is equal is marked. The caret stands in the reason."""
        self._number_field.hide()
        for widget in self._both:
            widget.show()
        self._clear()
        self._row(0, "", self.tr("This file"), self.tr("The other file"), "label")
        for number, (label, mine, its, is_same) in enumerate(self._lines(comparison), 1):
            self._row(number, label, mine, its, "small_strong" if is_same else "small")
        self.editor.show_text(comparison.reason)
        self.show_problem(None)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_number(self, error: AgentError | None) -> None:
        """Only the other file's number, and what is wrong with it; the caret stands in it."""
        self._clear()
        for widget in self._both:
            widget.hide()
        if not self._number_field.isVisibleTo(self) or error is None:
            self.number.clear()
        self._number_field.show()
        self._number_field.set_problem(words_for(error) if error else "")
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, error: AgentError | None) -> None:
        """What is wrong with the reason."""
        self._field.set_problem(words_for(error) if error else "")
        if error is not None:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """The files are being linked."""
        self._same.set_busy(busy)

    def _give(self) -> None:
        self.number_given.emit(self.number.text())

    def _lines(self, comparison: Comparison) -> list[tuple[str, str, str, bool]]:
        mine, its, same = self._facts(comparison.mine), self._facts(comparison.other), comparison.same
        equal = {
            self.tr("Name"): Same.NAME_AND_BIRTH in same,
            self.tr("Born"): bool(same & {Same.NAME_AND_BIRTH, Same.NEAR_NAME_AND_BIRTH}),
            self.tr("Document"): Same.DOCUMENT in same,
            self.tr("Mobile"): Same.PHONE in same,
        }
        return [(label, mine[label], its[label], equal.get(label, False)) for label in mine]

    def _facts(self, file: PersonFile) -> dict[str, str]:
        identity, known = file.identity, file.registration
        born = identity.birth_date if identity else None
        return {
            self.tr("Name"): identity.full_name if identity else "–",
            self.tr("Number of the file"): identity.number if identity else "–",
            self.tr("Born"): short(born) if born else "–",
            self.tr("Document"): (identity.document_number if identity else "") or "–",
            self.tr("Address"): (identity.address if identity else "") or "–",
            self.tr("Mobile"): written_phone(file.phone) or "–",
            self.tr("Registration"): status_words(known.status)[0],
            self.tr("Since"): short(known.since) if known.since else "–",
            self.tr("Number"): known.number or "–",
            self.tr("Applications"): str(len(file.applications)),
        }

    def _row(self, number: int, label: str, mine: str, its: str, kind: str) -> None:
        for column, words in enumerate((label, mine, its)):
            text = Text(words, kind if column else "small", "" if column else "muted", wrap=bool(column))
            if column and label:
                text.setAccessibleName(f"{label}: {words}")
            self._grid.addWidget(text, number, column, Qt.AlignmentFlag.AlignTop)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
