"""The papers section: only in sight when the register could not say who the person is, or knows an old permit."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dost_desktop.domain.dates import short_time
from ui.infra.wording import words_for
from ui.parts.papers.block import PaperBlock
from ui.parts.papers.typed import TypedPaper
from ui.parts.scans.part import ScansPart
from ui.parts.side_by_side import SideBySide
from ui.screens.intake.applicants import CITIZEN, holder_of
from ui.screens.intake.form import MOST_PAPERS, Form
from ui.screens.intake.papers import field_at
from ui.screens.intake.shown import Shown
from ui.widgets.action_button import ActionButton
from ui.widgets.combo import Combo
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.note import Note
from ui.widgets.option import Option
from ui.widgets.panel import Panel
from ui.widgets.tab_order import last_inside, tab_after
from ui.widgets.text import Rule, Text
from ui.widgets.text_field import TextField


class PapersPart(Panel):
    """``edited`` when a person typed or chose; ``left`` the field that the focus left; scans carry their paper."""

    edited = Signal()
    left = Signal(str)
    added = Signal()
    removed = Signal(int)
    permit_asked = Signal()
    scans_given = Signal(int, object)
    scan_removed = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Identified from papers"), "heading")
        self._why = Text("", "small", "muted", wrap=True)
        self._surname, self._given = TextField(limit=80), TextField(limit=80)
        self._patronymic, self._born = TextField(limit=80), DateField()
        self._sex = Combo([Option("", "–"), Option("F", self.tr("female")), Option("M", self.tr("male"))])
        self._names = {
            "surname": Field(self.tr("Surname"), self._surname),
            "given_name": Field(self.tr("Given name"), self._given),
            "patronymic": Field(self.tr("Patronymic, with oğlu or qızı"), self._patronymic),
            "birth_date": Field(self.tr("Date of birth"), self._born),
            "sex": Field(self.tr("Sex"), self._sex, optional=True),
        }
        self.fields: dict[str, Field] = {}
        self._blocks: list[PaperBlock] = []
        self._first, self._others = QVBoxLayout(), QVBoxLayout()
        self._named = QWidget()
        self._permit = ActionButton(self.tr("Check the permit"), shortcut="Alt+Z")
        self._permit_note = Note("info")
        self._add = ActionButton(self.tr("Add another document"), "link", shortcut="Alt+E", icon="plus")
        self._build()
        self._wire()
        self._hold(1)

    @property
    def scans(self) -> ScansPart:
        """The scans of the first paper."""
        return self._blocks[0].scans

    def show_now(self, shown: Shown) -> None:
        """Kinds, problems and hints as they are now."""
        self._hold(len(shown.form.papers))
        papers = zip(self._blocks, shown.form.papers, shown.scans, strict=True)
        for place, (block, typed, scans) in enumerate(papers):
            problems = {
                name: problem
                for name in block.fields
                if (problem := shown.problems.get(field_at(name, place))) is not None
            }
            block.show_now(typed, shown.documents, problems, scans)
        for name, field in self._names.items():
            problem = shown.problems.get(name)
            field.set_problem(words_for(problem) if problem else "")
        self._show_why(shown)
        self._show_permit(shown)
        self._add.setVisible(len(self._blocks) < MOST_PAPERS)

    def fill(self, form: Form) -> None:
        """Put texts into the fields; kinds of documents follow with ``show_now``."""
        self._hold(len(form.papers))
        for block, paper in zip(self._blocks, form.papers, strict=True):
            block.fill(paper)
        self._surname.show_text(form.surname)
        self._given.show_text(form.given_name)
        self._patronymic.show_text(form.patronymic)
        self._born.show_text(form.birth_date)
        self._sex.choose(form.sex)

    def read_into(self, form: Form) -> Form:
        """The form with what stands here."""
        return replace(
            form,
            papers=tuple(block.typed() for block in self._blocks),
            surname=self._surname.text(),
            given_name=self._given.text(),
            patronymic=self._patronymic.text(),
            birth_date=self._born.text(),
            sex=self._sex.value(),
        )

    # files may be dropped anywhere on the section: beside the papers they are the first one's
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._blocks[0].dragEnterEvent(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._blocks[0].dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._blocks[0].dropEvent(event)

    def _show_why(self, shown: Shown) -> None:
        names = shown.known.papers is not None and not shown.known.is_answered
        self._named.setVisible(names)
        if names:
            self.set_title(self.tr("Identified from papers"), "heading")
            words = self.tr("Type what the paper says: the names are not taken from the card's lines.")
        else:
            self.set_title(self.tr("A newer document"), "heading")
            words = self.tr("The register knows an old one. What is shown now takes its place.")
        self._why.setText(words)

    def _show_permit(self, shown: Shown) -> None:
        of_permit = holder_of(shown.form.who, shown.form.number) != CITIZEN
        self._permit.setVisible(of_permit)
        self._permit.set_busy(shown.asks_permit)
        said = shown.permit if of_permit else None
        self._permit_note.setVisible(said is not None)
        if said is None:
            return
        words = self.tr("The register of permits says the same.")
        title, _, detail = (words_for(said.contradiction) if said.contradiction else words).partition(". ")
        kind = "warn" if said.contradiction else "good"
        self._permit_note.say(kind, title, detail, self.tr("asked {time}").format(time=short_time(said.at)))

    def _hold(self, papers: int) -> None:
        """So many blocks; those that go take their fields with them."""
        while len(self._blocks) > papers:
            self._blocks.pop()
            entry = self._others.takeAt(self._others.count() - 1)
            holder = entry.widget() if entry is not None else None
            if holder is not None:
                holder.hide()
                holder.deleteLater()
        while len(self._blocks) < papers:
            self._more()
        self.fields = {
            **{
                field_at(name, place): field
                for place, block in enumerate(self._blocks)
                for name, field in block.fields.items()
            },
            **self._names,
        }

    def _more(self) -> None:
        place, block = len(self._blocks), PaperBlock()
        block.fill(TypedPaper())
        block.edited.connect(self.edited)
        block.left.connect(lambda name: self.left.emit(field_at(name, place)))
        block.scans.box.given.connect(lambda sources: self.scans_given.emit(place, sources))
        block.scans.box.removed.connect(lambda sha256: self.scan_removed.emit(place, sha256))
        self._blocks.append(block)
        if not place:
            self._first.addWidget(block)
            return
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        remove = ActionButton(self.tr("Remove this document"), "link")
        remove.acted.connect(partial(self.removed.emit, place))
        column.addWidget(Rule())
        column.addWidget(block)
        column.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
        before = self._others.itemAt(self._others.count() - 1)
        above = before.widget() if before is not None else None
        self._others.addWidget(holder)
        holder.show()  # the layout would show it later: Tab would pass it by
        tab_after(last_inside(above or self._named), _stops(holder))

    def _build(self) -> None:
        self.body.setSpacing(12)
        self.body.addWidget(self._why)
        self.body.addLayout(self._first)
        self.body.addWidget(self._permit, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._permit_note)
        names = QVBoxLayout(self._named)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(12)
        for line in (("surname", "given_name"), ("patronymic", "birth_date")):
            names.addWidget(SideBySide([self._names[name] for name in line], least=200))
        names.addWidget(self._names["sex"], 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._named)
        self.body.addLayout(self._others)
        self.body.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._permit_note.hide()

    def _wire(self) -> None:
        self.setAcceptDrops(True)
        for line in self.findChildren(QLineEdit):
            line.setAcceptDrops(False)  # it would take a file's address as text
        self._sex.chosen.connect(lambda _: self.edited.emit())
        for editor in (self._surname, self._given, self._patronymic):
            editor.textEdited.connect(lambda _: self.edited.emit())
        self._born.date_changed.connect(self.edited)
        for name, field in self._names.items():
            field.left.connect(partial(self.left.emit, name))
        self._permit.acted.connect(self.permit_asked)
        self._add.acted.connect(self.added)


def _stops(part: QWidget) -> list[QWidget]:
    """Where the focus stops inside a new part, in the order in which it was put together."""
    found, at = [], part.nextInFocusChain()
    while at is not None and part.isAncestorOf(at):
        found.append(at)
        at = at.nextInFocusChain()
    return found
