"""The papers section: only in sight when the register could not say who the person is."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dost_desktop.catalogue.office import DocumentEntry
from dost_desktop.domain.vocabulary import FormShown
from ui.infra.office_words import form_shown_words
from ui.infra.wording import words_for
from ui.parts.scans.part import ScansPart
from ui.parts.scans.sources import holds_scans
from ui.screens.intake.form import Form
from ui.screens.intake.papers import pattern_of
from ui.screens.intake.shown import Shown
from ui.theme.theme import theme
from ui.widgets.combo import Combo
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.option import Option
from ui.widgets.panel import Panel
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text
from ui.widgets.text_field import TextField

_ROOMY: Final = 1.5  # text scale up to which four segments have room side by side
_TOP: Final = Qt.AlignmentFlag.AlignTop


class PapersPart(Panel):
    """``edited`` when a person typed or chose; ``left`` carries the field that the focus left."""

    edited = Signal()
    left = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Identified from papers"), "heading")
        self._entries: tuple[DocumentEntry, ...] = ()
        self._kind, self._number = Combo(), TextField(limit=24)
        self._until, self._born = DateField(), DateField()
        forms = [Option(each.value, form_shown_words(each)) for each in FormShown]
        self._form: Segmented | Combo = (
            Segmented(forms, name=self.tr("Form shown")) if theme().scale <= _ROOMY else Combo(forms)
        )
        self._form.setAccessibleName(self.tr("Form shown"))
        self._surname, self._given = TextField(limit=80), TextField(limit=80)
        self._patronymic = TextField(limit=80)
        self._sex = Combo([Option("", "–"), Option("F", self.tr("female")), Option("M", self.tr("male"))])
        self.fields = {
            "document_kind": Field(self.tr("Document kind"), self._kind),
            "document_number": Field(self.tr("Series and number"), self._number),
            "valid_until": Field(self.tr("Valid until"), self._until, hint=self.tr("dd.mm.yyyy")),
            "surname": Field(self.tr("Surname"), self._surname),
            "given_name": Field(self.tr("Given name"), self._given),
            "patronymic": Field(self.tr("Patronymic, with oğlu or qızı"), self._patronymic),
            "birth_date": Field(self.tr("Date of birth"), self._born),
            "sex": Field(self.tr("Sex"), self._sex, optional=True),
        }
        self.scans = ScansPart()
        self._build()
        self._wire()

    def show_now(self, shown: Shown) -> None:
        """Kinds, problems and hints as they are now."""
        if shown.kinds != self._entries:
            self._entries = shown.kinds
            self._kind.show_options([Option(each.id, _in_window_language(each)) for each in shown.kinds])
        self._kind.choose(shown.form.document_kind)
        entry = self._entry()
        example = pattern_of(entry).example if entry and entry.shape else ""
        self.fields["document_number"].set_hint(
            self.tr("e.g. {example}").format(example=example) if example else ""
        )
        optional = entry is not None and entry.validity != "date_on_document"
        self.fields["valid_until"].set_label(self.tr("Valid until"), optional=optional)
        for name, field in self.fields.items():
            problem = shown.problems.get(name)
            field.set_problem(words_for(problem) if problem else "")
        self.scans.show_now(shown.scans)

    def fill(self, form: Form) -> None:
        """Put texts into the fields; the kind of document follows with ``show_now``."""
        self._number.show_text(form.document_number)
        self._until.show_text(form.valid_until)
        self._born.show_text(form.birth_date)
        self._form.choose(form.form_shown)
        self._surname.show_text(form.surname)
        self._given.show_text(form.given_name)
        self._patronymic.show_text(form.patronymic)
        self._sex.choose(form.sex)

    def read_into(self, form: Form) -> Form:
        """The form with what stands here."""
        return replace(
            form,
            document_kind=self._kind.value(),
            document_number=self._number.text(),
            valid_until=self._until.text(),
            form_shown=self._form.value(),
            surname=self._surname.text(),
            given_name=self._given.text(),
            patronymic=self._patronymic.text(),
            birth_date=self._born.text(),
            sex=self._sex.value(),
        )

    # files may be dropped anywhere on the section
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if holds_scans(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)  # never a move: the file stays where it is
            event.accept()
            self.scans.box.show_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.scans.box.show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.scans.box.show_over(False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.scans.box.take(event.mimeData())

    def _entry(self) -> DocumentEntry | None:
        return next((each for each in self._entries if each.id == self._kind.value()), None)

    def _build(self) -> None:
        why = self.tr("Type what the paper says: the names are not taken from the card's lines.")
        self.body.addWidget(Text(why, "small", "muted", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        grid.addWidget(self.fields["document_kind"], 0, 0, 1, 2)
        places = ("document_number", "valid_until")
        for column, name in enumerate(places):
            grid.addWidget(self.fields[name], 1, column, _TOP)
        shown = QVBoxLayout()
        shown.setSpacing(4)
        shown.addWidget(Text(self.tr("Form shown"), "label"))
        line = QHBoxLayout()
        line.addWidget(self._form)
        line.addStretch(1)
        shown.addLayout(line)
        grid.addLayout(shown, 2, 0, 1, 2)
        for place, name in enumerate(("surname", "given_name", "patronymic", "birth_date", "sex")):
            grid.addWidget(self.fields[name], 3 + place // 2, place % 2, _TOP)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self.body.addSpacing(4)
        self.body.addWidget(self.scans)

    def _wire(self) -> None:
        self.setAcceptDrops(True)
        for editor in self.findChildren(QLineEdit):
            editor.setAcceptDrops(False)  # it would take a file's address as text
        for combo in (self._kind, self._sex):
            combo.chosen.connect(lambda _: self.edited.emit())
        self._form.chosen.connect(lambda _: self.edited.emit())
        for editor in (self._number, self._surname, self._given, self._patronymic):
            editor.textEdited.connect(lambda _: self.edited.emit())
        for day in (self._until, self._born):
            day.date_changed.connect(self.edited)
        for name, field in self.fields.items():
            field.left.connect(partial(self.left.emit, name))


def _in_window_language(entry: DocumentEntry) -> str:
    language = QLocale().language()
    if language == QLocale.Language.Azerbaijani:
        words = entry.name.az
    else:
        words = entry.name.ru if language == QLocale.Language.Russian else entry.name.en
    first = "İ" if words[0] == "i" and language == QLocale.Language.Azerbaijani else words[0].upper()
    return first + words[1:]
