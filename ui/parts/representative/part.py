"""The representative's block: the person, the basis, the paper, what the notaries say, the scans."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from dost_desktop.domain.vocabulary import Basis, Certifier
from ui.infra.keyboard import on_key
from ui.infra.office_words import basis_words, certifier_words
from ui.infra.wording import words_for
from ui.parts.representative.check_row import CheckRow
from ui.parts.representative.form import NOT_SHOWN, RepresentativeForm
from ui.parts.representative.paper_rows import PaperRows
from ui.parts.representative.person_rows import PersonRows
from ui.parts.representative.presenter import RepresentativePresenter
from ui.parts.representative.shown import RepresentativeShown
from ui.parts.scans.part import ScansPart
from ui.parts.scans.sources import holds_scans
from ui.parts.side_by_side import left_of
from ui.parts.wires import Wires
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.combo import Combo
from ui.widgets.facts import Fact, FactRows
from ui.widgets.field import Field
from ui.widgets.option import Option
from ui.widgets.panel import Panel
from ui.widgets.segmented import Segmented
from ui.widgets.text import Text

_ROOMY = 1.25  # text scale up to which the bases stand side by side


class RepresentativePart(QWidget):
    """``edited`` carries the form; ``left`` the field that the focus left."""

    edited = Signal(object)  # RepresentativeForm
    left = Signal(str)
    asked = Signal()  # F9: whatever can be asked
    person_asked = Signal()
    person_stopped = Signal()
    check_asked = Signal()
    check_stopped = Signal()
    unfold_asked = Signal()
    scans_given = Signal(object)
    scan_removed = Signal(str)

    def __init__(self, *, narrow: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = RepresentativeForm()
        self._person, self._paper = PersonRows(), PaperRows()
        self._known, self._facts = Panel(kind="sunken"), FactRows(small=True)
        self._change = ActionButton(self.tr("Change"), "link")
        one_line = not narrow and theme().scale <= _ROOMY
        self._basis: Segmented | Combo = Segmented([], name=self.tr("Basis")) if one_line else Combo()
        self._basis_field = Field(self.tr("Basis"), self._basis if narrow else left_of(self._basis))
        self._check = CheckRow()
        self._check_field = Field(self.tr("Is it still in force?"), self._check)
        self._scans = ScansPart()
        self.fields = {
            **self._person.fields,
            **self._paper.fields,
            "basis": self._basis_field,
            "check": self._check_field,
        }
        self._bases: tuple[Basis, ...] = ()
        self._build()
        self._wire()

    # what the presenter shows
    def show_now(self, shown: RepresentativeShown) -> None:
        self._form = shown.form
        self._show_bases(shown)
        self._person.show_now(shown)
        self._paper.show_now(shown)
        self._known.setVisible(shown.folded)
        if shown.folded:
            self._facts.show_facts(self._summary(shown))
        self._basis_field.setVisible(not shown.folded)
        with_paper = shown.basis is not Basis.HEAD
        self._paper.setVisible(with_paper)
        here = with_paper and shown.form.form_shown != NOT_SHOWN
        self._check_field.setVisible(here and shown.basis is Basis.POWER_OF_ATTORNEY)
        self._check.show_now(shown)
        self._scans.setVisible(here)
        self._scans.show_now(shown.scans)
        for name, field in self.fields.items():
            problem, warning = shown.problems.get(name), shown.warnings.get(name)
            field.set_problem(words_for(problem) if problem else "")
            if name not in {"name", "number"}:
                field.set_note(words_for(warning) if warning else "", "warn")
            elif name == "number" and warning is not None and shown.note is None:
                field.set_note(words_for(warning), "warn")

    def fill(self, form: RepresentativeForm) -> None:
        self._form = form
        self._basis.choose(form.basis)
        self._person.fill(form)
        self._paper.fill(form)

    def focus(self, name: str) -> None:
        target = self._basis if name == "basis" else self.fields[name].editor
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # what the page asks
    def holds_caret(self) -> bool:
        """Whether the caret is in the block: a card that is read now is the representative's."""
        return self.isAncestorOf(self.window().focusWidget())

    # files may be dropped anywhere on the block
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if holds_scans(event.mimeData()) and self._scans.isVisibleTo(self):
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

    def _show_bases(self, shown: RepresentativeShown) -> None:
        if shown.bases != self._bases:
            self._bases = shown.bases
            self._basis.show_options([Option(each.value, basis_words(each)) for each in shown.bases])
        self._basis.choose(shown.basis.value)

    def _summary(self, shown: RepresentativeShown) -> list[Fact]:
        """What the file knows of the representative, as it will be recorded again."""
        form, identity = shown.form, shown.lookup.identity if shown.lookup else None
        name = identity.full_name if identity else form.name
        paper = [
            basis_words(shown.basis),
            f"№ {form.paper_number}" if form.paper_number else "",
            form.paper_date,
        ]
        lines = [
            (self.tr("Representative"), _joined(name, form.number)),
            (self.tr("Paper"), _joined(*paper)),
            (self.tr("Valid until"), form.valid_until or self.tr("no term")),
        ]
        if shown.basis is Basis.POWER_OF_ATTORNEY:
            by = certifier_words(Certifier(form.certifier))
            lines.append((self.tr("Certified by"), _joined(by, form.certifier_name)))
            lines.append((self.tr("Scope"), form.scope))
        elif shown.basis is not Basis.HEAD:
            lines.append((self.tr("Authority that appointed"), form.issuer))
        return [Fact(label, value) for label, value in lines if value]

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._known.body.addWidget(self._facts)
        self._known.body.addWidget(self._change, 0, Qt.AlignmentFlag.AlignLeft)
        again = self.tr("Shown again and checked again today: the file's facts stand below.")
        self._known.body.insertWidget(0, Text(again, "small", "muted", wrap=True))
        for widget in (
            self._known,
            self._person,
            self._basis_field,
            self._paper,
            self._check_field,
            self._scans,
        ):
            column.addWidget(widget)
        self.setAcceptDrops(True)
        for editor in [*self.findChildren(QLineEdit), *self.findChildren(QPlainTextEdit)]:
            editor.setAcceptDrops(False)  # it would take a file's address as text

    def _wire(self) -> None:
        for part in (self._person, self._paper):
            part.edited.connect(self._edited)
        self._basis.chosen.connect(lambda _: self._edited())
        self._person.asked.connect(self.person_asked)
        self._person.stopped.connect(self.person_stopped)
        self._check.asked.connect(self.check_asked)
        self._check.stopped.connect(self.check_stopped)
        self._change.acted.connect(self.unfold_asked)
        self._scans.box.given.connect(self.scans_given)
        self._scans.box.removed.connect(self.scan_removed)
        for name, field in self.fields.items():
            field.left.connect(partial(self.left.emit, name))
        on_key(self, "register.ask", self.asked.emit)

    def _edited(self) -> None:
        form = self._paper.read_into(self._person.read_into(self._form))
        self._form = replace(form, basis=self._basis.value())
        self.edited.emit(self._form)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def connect(view: RepresentativePart, presenter: RepresentativePresenter) -> Wires:
    """Every wish of the block to its presenter; keep the wires as long as the page stands."""
    return Wires(
        (
            (view.edited, presenter.typed),
            (view.left, presenter.left),
            (view.asked, presenter.asked),
            (view.person_asked, presenter.ask),
            (view.person_stopped, presenter.stop_asking),
            (view.check_asked, presenter.check_asked),
            (view.check_stopped, presenter.stop_checking),
            (view.unfold_asked, presenter.unfold),
            (view.scans_given, presenter.scans.take),
            (view.scan_removed, presenter.scans.remove),
        )
    )
