"""Right: a registration that the office ends on its own initiative; while that is off, who can switch it on (D20)."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.catalogue.grounds import Ending as GroundOfEnding
from ui.infra.catalogue_words import begun
from ui.infra.office_words import status_words
from ui.screens.needs_look.shown import EndingForm
from ui.widgets.combo import Combo
from ui.widgets.date_field import DateField
from ui.widgets.facts import Fact, FactRows
from ui.widgets.field import Field
from ui.widgets.note import Note
from ui.widgets.option import Option
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField

_EVIDENCE_LIMIT = 400
_SAVE_AFTER_MS = 400


class EndingPart(QWidget):
    """Each field tells what was typed; ``find_asked`` carries a number or name."""

    find_asked = Signal(str)
    ground_chosen = Signal(str)
    dates_edited = Signal(object, object)  # date or None, twice
    evidence_edited = Signal(str)

    def __init__(self, endings: Mapping[str, GroundOfEnding], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._endings = endings
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._off = Note("info")
        self.seek = TextField(limit=100, enter_moves=False)
        self.seek.setProperty("own_enter", True)
        self._find = Field(
            self.tr("Whose registration"),
            self.seek,
            hint=self.tr("PIN, application number or name; Enter searches."),
        )
        self._who = FactRows(small=True)
        self._ground = Combo()
        self._grounds = Field(self.tr("Ground"), self._ground)
        self._starts, self._ends = DateField(), DateField()
        self._from = Field(self.tr("From"), self._starts)
        self._until = Field(
            self.tr("Until"), self._ends, hint=self.tr("Empty: while its cause lasts."), optional=True
        )
        self.editor = TextArea(_EVIDENCE_LIMIT, lines=3)
        self._evidence = Field(
            self.tr("Evidence"),
            self.editor,
            hint=self.tr("What shows it: the document, its number and date."),
        )
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVE_AFTER_MS)
        self._saving.timeout.connect(lambda: self.evidence_edited.emit(self.editor.text()))
        for widget in (
            Text(self.tr("End a registration"), "heading", wrap=True),
            Text(
                self.tr("On the office's own initiative, without an application."), "small", "soft", wrap=True
            ),
            self._off,
            self._find,
            self._who,
            self._grounds,
            self._from,
            self._until,
            self._evidence,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self.seek.returnPressed.connect(lambda: self.find_asked.emit(self.seek.text()))
        self._ground.chosen.connect(self.ground_chosen)
        for each in (self._starts, self._ends):
            each.date_changed.connect(self._dates)
        self.editor.edited.connect(self._saving.start)

    def show_ending(self, form: EndingForm) -> None:
        """Fields keep what is typed in them while it is the same."""
        found = form.is_on and form.file is not None
        self._off.setVisible(not form.is_on)
        if not form.is_on:
            self._off.say(
                "info",
                self.tr("It is switched off"),
                self.tr(
                    "The owner of the service can allow it: switch own_initiative_removal in the catalogue "
                    "(office.toml). Until then only the person's own application ends a registration."
                ),
            )
        self._find.setVisible(form.is_on)
        for widget in (self._who, self._grounds, self._from, self._until, self._evidence):
            widget.setVisible(found)
        if self.seek.text() != form.text and not self.seek.hasFocus():
            self.seek.show_text(form.text)
        if found:
            self._show_form(form)

    def save_now(self) -> None:
        """What was typed is told at once."""
        if self._saving.isActive():
            self._saving.stop()
            self.evidence_edited.emit(self.editor.text())

    def focus_first(self) -> None:
        """The caret where the work begins."""
        if self._find.isVisibleTo(self):
            self.seek.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self, form: EndingForm) -> None:
        if form.file is None:
            return
        name = form.file.identity.full_name if form.file.identity else ""
        status, _ = status_words(form.file.registration.status)
        self._who.show_facts([Fact(self.tr("Person"), name, strong=True), Fact(self.tr("Status"), status)])
        options = [
            Option("", self.tr("Choose")),
            *(Option(each.id, self._title(each.id)) for each in form.grounds),
        ]
        self._ground.show_options(options)
        self._ground.choose(form.ground)
        for field, day in ((self._starts, form.starts_on), (self._ends, form.ends_on)):
            if field.value() != day and not field.hasFocus():
                field.set_value(day)
        if self.editor.text() != form.evidence and not self._saving.isActive():
            self.editor.show_text(form.evidence)

    def _title(self, ground: str) -> str:
        return begun(self._endings[ground].title)

    def _dates(self) -> None:
        self.dates_edited.emit(self._starts.value(), self._ends.value())
