"""One paper on the page: kind, number, issuer, dates, the form it was shown in, and its scans."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dost_desktop.catalogue.office import DocumentEntry
from dost_desktop.domain.errors import InvalidValue
from ui.infra.catalogue_words import begun
from ui.infra.wording import words_for
from ui.parts.papers.checking import OTHER, pattern_of
from ui.parts.papers.form_choice import FormChoice
from ui.parts.papers.typed import TypedPaper
from ui.parts.scans.part import ScansPart
from ui.parts.scans.scanning import ScansShown
from ui.parts.scans.sources import holds_scans
from ui.parts.side_by_side import SideBySide
from ui.widgets.combo import Combo
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.option import Option
from ui.widgets.text_field import TextField

_PAIR: Final = 200  # of a field, at 100 % text: two stand side by side in 412 pixels


class PaperBlock(QWidget):
    """``edited`` when a person typed or chose; ``left`` carries the field that the focus left."""

    edited = Signal()
    left = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[DocumentEntry, ...] = ()
        self._kind, self._number = Combo(), TextField(limit=24)
        self._issuer = TextField(limit=120)
        self._issued, self._until = DateField(), DateField()
        self._form = FormChoice(self.tr("Form shown"))
        self.fields = {
            "document_kind": Field(self.tr("Document kind"), self._kind),
            "document_number": Field(self.tr("Series and number"), self._number),
            "issuer": Field(self.tr("Issued by"), self._issuer, optional=True),
            "issued_on": Field(self.tr("Issued on"), self._issued, optional=True),
            "valid_until": Field(self.tr("Valid until"), self._until),
            "form_shown": Field(self.tr("Form shown"), self._form),
        }
        self.scans = ScansPart()
        self._build()
        self._wire()

    def show_now(
        self,
        typed: TypedPaper,
        entries: tuple[DocumentEntry, ...],
        problems: Mapping[str, InvalidValue],
        scans: ScansShown,
    ) -> None:
        """Kinds, problems and hints as they are now."""
        if entries != self._entries:
            self._entries = entries
            self._kind.show_options([self._option(each) for each in entries] + [self._other()])
        self._kind.choose(typed.kind)
        entry = self._entry()
        example = pattern_of(entry).example if entry and entry.shape else ""
        hint = self.tr("e.g. {example}").format(example=example) if example else ""
        self.fields["document_number"].set_hint(hint)
        self._issuer.setPlaceholderText(entry.issuer if entry else "")
        optional = entry is None or entry.validity != "date_on_document"
        self.fields["valid_until"].set_label(self.tr("Valid until"), optional=optional)
        for name, field in self.fields.items():
            problem = problems.get(name)
            field.set_problem(words_for(problem) if problem else "")
        self.scans.show_now(scans)

    def fill(self, typed: TypedPaper) -> None:
        """Put texts into the fields; the kind follows with ``show_now``."""
        self._number.show_text(typed.number)
        self._issuer.show_text(typed.issuer)
        self._issued.show_text(typed.issued_on)
        self._until.show_text(typed.valid_until)
        self._form.choose(typed.form)

    def typed(self) -> TypedPaper:
        """What stands here; the scans are the page's."""
        return TypedPaper(
            kind=self._kind.value(),
            number=self._number.text(),
            issuer=self._issuer.text(),
            issued_on=self._issued.text(),
            valid_until=self._until.text(),
            form=self._form.value(),
        )

    # files may be dropped anywhere on the block
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

    def _option(self, entry: DocumentEntry) -> Option:
        words = begun(entry.name)
        if not entry.accepted:
            words = self.tr("{document}: does not count").format(document=words)
        return Option(entry.id, words)

    def _other(self) -> Option:
        return Option(OTHER, self.tr("Another document: does not count"))

    def _entry(self) -> DocumentEntry | None:
        return next((each for each in self._entries if each.id == self._kind.value()), None)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.fields["document_kind"])
        for pair in (("document_number", "valid_until"), ("issuer", "issued_on")):
            column.addWidget(SideBySide([self.fields[name] for name in pair], least=_PAIR))
        column.addWidget(self.fields["form_shown"])
        column.addWidget(self.scans)

    def _wire(self) -> None:
        self.setAcceptDrops(True)
        for editor in self.findChildren(QLineEdit):
            editor.setAcceptDrops(False)  # it would take a file's address as text
        for choice in (self._kind, self._form):
            choice.chosen.connect(lambda _: self.edited.emit())
        for editor in (self._number, self._issuer):
            editor.textEdited.connect(lambda _: self.edited.emit())
        for day in (self._issued, self._until):
            day.date_changed.connect(self.edited)
        for name, field in self.fields.items():
            field.left.connect(partial(self.left.emit, name))
