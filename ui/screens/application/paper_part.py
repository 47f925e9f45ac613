"""The fields of a better paper, in the middle of the case page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from dost_desktop.domain.vocabulary import FormShown
from ui.infra.catalogue_words import begun
from ui.infra.office_words import form_shown_words
from ui.infra.wording import words_for
from ui.parts.papers.checking import pattern_of
from ui.parts.papers.typed import TypedPaper
from ui.parts.scans.part import ScansPart
from ui.parts.scans.sources import holds_scans
from ui.parts.side_by_side import SideBySide
from ui.screens.application.paper_section import PaperShown
from ui.widgets.combo import Combo
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.option import Option
from ui.widgets.panel import Panel
from ui.widgets.text import Text
from ui.widgets.text_field import TextField


class PaperPart(Panel):
    """``edited`` carries what stands there, ``left`` the field that the focus left."""

    edited = Signal(object)  # TypedPaper
    left = Signal(str)
    scans_given = Signal(object)
    scan_removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("The paper that was brought"), "heading")
        self._kinds: tuple[str, ...] = ()
        self._kind, self._number, self._issuer = Combo(), TextField(limit=24), TextField(limit=80)
        self._issued, self._until = DateField(), DateField()
        self._form = Combo([Option(each.value, form_shown_words(each)) for each in FormShown])
        self.fields = {
            "document_kind": Field(self.tr("Document kind"), self._kind),
            "document_number": Field(self.tr("Series and number"), self._number),
            "issuer": Field(self.tr("Issuer"), self._issuer, optional=True),
            "issued_on": Field(self.tr("Issued"), self._issued, optional=True),
            "valid_until": Field(self.tr("Valid until"), self._until),
            "form_shown": Field(self.tr("Form shown"), self._form),
        }
        self._scans = ScansPart()
        self._build()
        self._wire()

    def show_now(self, shown: PaperShown) -> None:
        """Kinds, hints and problems as they are now."""
        kinds = tuple(each.id for each in shown.kinds)
        if kinds != self._kinds:
            self._kinds = kinds
            self._kind.show_options([Option(each.id, begun(each.name)) for each in shown.kinds])
        if shown.entry is not None:
            self._kind.choose(shown.entry.id)
        example = pattern_of(shown.entry).example
        self.fields["document_number"].set_hint(self.tr("e.g. {example}").format(example=example))
        dated = shown.entry is not None and shown.entry.validity == "date_on_document"
        self.fields["valid_until"].set_label(self.tr("Valid until"), optional=not dated)
        for name, field in self.fields.items():
            problem = shown.problems.get(name)
            field.set_problem(words_for(problem) if problem else "")
        self._scans.show_now(shown.scans)

    def fill(self, typed: TypedPaper) -> None:
        """Put texts into the fields."""
        self._kind.choose(typed.kind)
        self._number.show_text(typed.number)
        self._issuer.show_text(typed.issuer)
        self._issued.show_text(typed.issued_on)
        self._until.show_text(typed.valid_until)
        self._form.choose(typed.form)

    def focus(self, name: str) -> None:
        """The caret to this field."""
        self.fields[name].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # files may be dropped anywhere on the section
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if holds_scans(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)  # never a move: the file stays where it is
            event.accept()
            self._scans.box.show_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._scans.box.show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._scans.box.show_over(False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._scans.box.take(event.mimeData())

    def _edited(self) -> None:
        self.edited.emit(
            TypedPaper(
                kind=self._kind.value(),
                number=self._number.text(),
                issuer=self._issuer.text(),
                issued_on=self._issued.text(),
                valid_until=self._until.text(),
                form=self._form.value(),
            )
        )

    def _build(self) -> None:
        detail = self.tr("As it lies on the desk; a residence permit is checked against its register.")
        self.body.addWidget(Text(detail, "small", "muted", wrap=True))
        for line in (
            ("document_kind",),
            ("document_number", "issuer"),
            ("issued_on", "valid_until"),
            ("form_shown",),
        ):
            self.body.addWidget(SideBySide([self.fields[name] for name in line]))
        self.body.addWidget(self._scans)

    def _wire(self) -> None:
        self.setAcceptDrops(True)
        for editor in self.findChildren(QLineEdit):
            editor.setAcceptDrops(False)  # it would take a file's address as text
        for combo in (self._kind, self._form):
            combo.chosen.connect(lambda _: self._edited())
        for text in (self._number, self._issuer):
            text.textEdited.connect(lambda _: self._edited())
        for day in (self._issued, self._until):
            day.date_changed.connect(self._edited)
        for name, field in self.fields.items():
            field.left.connect(partial(self.left.emit, name))
        self._scans.box.given.connect(self.scans_given)
        self._scans.box.removed.connect(self.scan_removed)
