"""Right: an application that is to be opened again: found, chosen, and why."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.infra.office_words import kind_words, state_words
from ui.infra.refused_words import refused_words
from ui.screens.needs_look.shown import Reopening
from ui.screens.needs_look.words import short_number
from ui.widgets.action_button import ActionButton
from ui.widgets.check_box import RadioButton
from ui.widgets.field import Field
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField

_REASON_LIMIT = 400
_SAVE_AFTER_MS = 400


class ReopenPart(QWidget):
    """``find_asked`` carries a number or name, ``chosen`` the application's id."""

    find_asked = Signal(str)
    chosen = Signal(object)  # UUID
    reason_edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.seek = TextField(limit=100, enter_moves=False)
        self.seek.setProperty("own_enter", True)
        self._find = Field(
            self.tr("Which application"),
            self.seek,
            hint=self.tr("Its number, the person's PIN or name; Enter searches."),
        )
        self._search = ActionButton(self.tr("Find"), "secondary", icon="magnifying-glass")
        self._choices, self._rows = QVBoxLayout(), list[tuple[UUID, RadioButton]]()
        self._choices.setSpacing(6)
        self._holder = QWidget()
        self._holder.setLayout(self._choices)
        self._choices.setContentsMargins(0, 0, 0, 0)
        self.editor = TextArea(_REASON_LIMIT, lines=3)
        self._reason = Field(
            self.tr("Reason"),
            self.editor,
            hint=self.tr("Why it is opened again; the agent and the history show it."),
        )
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVE_AFTER_MS)
        self._saving.timeout.connect(lambda: self.reason_edited.emit(self.editor.text()))
        for widget in (
            Text(self.tr("Open an application again"), "heading", wrap=True),
            Text(
                self.tr("What was decided stays in the history. The work goes on as with a new application."),
                "small",
                "soft",
                wrap=True,
            ),
            self._find,
            self._search,
            self._holder,
            self._reason,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self.seek.returnPressed.connect(self._ask)
        self._search.acted.connect(self._ask)
        self.editor.edited.connect(self._saving.start)
        self._shown: tuple[UUID, ...] = ()
        self._holder.hide()
        self._reason.hide()

    def show_reopening(self, shown: Reopening) -> None:
        """Fields keep what is typed in them while it is the same."""
        if self.seek.text() != shown.text and not self.seek.hasFocus():
            self.seek.show_text(shown.text)
        if self.editor.text() != shown.reason and not self._saving.isActive():
            self.editor.show_text(shown.reason)
        ids = tuple(each.closed.application.id for each in shown.choices)
        if ids != self._shown:
            self._shown = ids
            self._list(shown)
        for application, row in self._rows:
            is_it = shown.chosen is not None and application == shown.chosen.closed.application.id
            if row.isChecked() != is_it:
                row.setChecked(is_it)
        was_chosen = not self._reason.isHidden()
        self._reason.setVisible(shown.chosen is not None)
        if shown.chosen is not None and not was_chosen:  # found: what is left to say is why
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_now(self) -> None:
        """What was typed is told at once."""
        if self._saving.isActive():
            self._saving.stop()
            self.reason_edited.emit(self.editor.text())

    def focus_first(self) -> None:
        """The caret where the work begins."""
        self.seek.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self.find_asked.emit(self.seek.text())

    def _list(self, shown: Reopening) -> None:
        while (item := self._choices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = []
        for each in shown.choices:
            application = each.closed.application
            state, _ = state_words(application.state)
            name = each.file.identity.full_name if each.file.identity else ""
            words = self.tr("{name} · {number} · {kind}: {state}").format(
                name=name,
                number=short_number(application.number),
                kind=kind_words(application.kind),
                state=state,
            )
            row = RadioButton(words)
            self._choices.addWidget(row)
            if each.closed.refused is not None:
                reason = refused_words(each.closed.refused)
                row.set_off(reason)
                self._choices.addWidget(Text(reason, "caption", "muted", wrap=True))
            row.clicked.connect(lambda _=False, id_=application.id: self.chosen.emit(id_))
            self._rows.append((application.id, row))
        self._holder.setVisible(bool(shown.choices))
