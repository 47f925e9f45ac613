"""The intake's middle: notes, the sections that are one line or unfolded, papers, who speaks, consent, contact."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from dost_desktop.domain.errors import AgentError
from ui.infra.wording import words_for
from ui.parts.representative.place import BlockPlace
from ui.parts.section import FoldedRows
from ui.parts.tall_enough import TallEnough
from ui.screens.intake.consent_part import ConsentPart
from ui.screens.intake.form import Form
from ui.screens.intake.papers_part import PapersPart
from ui.screens.intake.personal_part import PersonalPart
from ui.screens.intake.purpose_part import PurposePart
from ui.screens.intake.shown import Shown
from ui.screens.intake.way_part import WayPart
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.note import Note
from ui.widgets.panel import FoldedRow, Panel
from ui.widgets.text_field import TextField


class MiddlePart(TallEnough):
    """``edited`` when a person typed or chose; ``left`` carries the field that the focus left."""

    edited = Signal()
    left = Signal(str)
    kind_chosen = Signal(str)
    papers_asked = Signal()
    continue_open_asked = Signal()

    def __init__(self, speaker: BlockPlace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area: QScrollArea | None = None  # in which it is scrolled
        self.purpose, self.way = PurposePart(self), WayPart(self)
        self.papers, self.consent, self.personal = PapersPart(), ConsentPart(), PersonalPart()
        self._speaks = Panel(self.tr("Who speaks for the applicant"), title_kind="heading")
        self._speaks.body.addWidget(speaker)
        self._speaker = speaker
        self.phone = TextField(placeholder="+994", limit=24)
        self._phone_field = Field(
            self.tr("Mobile number"),
            self.phone,
            hint=self.tr("+994 and 9 digits; read it back"),
            optional=True,
        )
        self._notes = {name: Note("warn") for name in ("register", "age", "open")}
        self._continue_open = ActionButton(self.tr("Continue the open application"), shortcut="Alt+O")
        self._use_papers = ActionButton("", "link", shortcut="Alt+S")
        self._papers_row = FoldedRow("prohibit", self.tr("Papers"), "", self._use_papers, role="text.muted")
        self._papers_row.setMinimumHeight(36)
        self._rows = FoldedRows([self.purpose.row, self.way.row, self._papers_row])
        self._asked_for_interpreter = False
        self._build()
        self._wire()

    def begin(self) -> None:
        """Another intake: nothing of the last one is unfolded."""
        self._asked_for_interpreter = False
        for section in (self.purpose, self.way):
            section.begin()

    # what the presenter shows
    def show_now(self, shown: Shown) -> None:
        """Everything in the middle as it is now."""
        known = shown.known
        self.purpose.show_now(shown)
        self.way.show_now(shown)
        self.papers.setVisible(shown.papers_open)
        self.papers.show_now(shown)
        self._speaks.setVisible(bool(known.speaker))
        self._speaker.show_block(bool(known.speaker))
        self.consent.show_now(shown)
        self.personal.show_now(shown)
        self._show_papers_row(shown)
        self._show_notes(shown)
        phone = shown.problems.get("phone")
        self._phone_field.set_problem(words_for(phone) if phone else "")
        if known.interpreter_asked and not self._asked_for_interpreter:
            self._asked_for_interpreter = True  # once: who folds it again has seen it
            self.way.unfold()
        self._rows.settle()

    def fill(self, form: Form) -> None:
        """Put texts into the fields."""
        self.way.fill(form.way)
        self.papers.fill(form)
        self.consent.fill(form.consent)
        self.personal.fill(form.explanation)
        self.phone.show_text(form.phone)

    def read_into(self, form: Form) -> Form:
        """The form with what stands here."""
        return replace(
            self.papers.read_into(form),
            way=self.way.way(),
            consent=self.consent.consent(),
            explanation=self.personal.explanation(),
            phone=self.phone.text(),
        )

    def focus(self, name: str) -> bool:
        """The caret to this field; False when it is not here."""
        if name == "kind":
            self.purpose.open()
        elif name in self.way.fields:
            self.way.focus(name)
            self._bring(self.way.fields[name])
        elif name in {"personal", "explanation"}:
            self.personal.focus(name)
        else:
            places: dict[str, QWidget] = {
                "phone": self.phone,
                "scans": self.papers.scans,
                **self.consent.fields,
                **self.papers.fields,
            }
            if name not in places:
                return False
            places[name].setFocus(Qt.FocusReason.OtherFocusReason)
            self._bring(places[name])
        return True

    def bring_scans(self) -> None:
        """Scans may be given while their list is out of sight: what became of them is not."""
        self._bring(self.papers.scans)

    def _bring(self, widget: QWidget) -> None:
        area = self.area
        if area is not None:
            QTimer.singleShot(0, widget, lambda: area.ensureWidgetVisible(widget))

    def _show_papers_row(self, shown: Shown) -> None:
        self._papers_row.setVisible(not shown.papers_open and shown.known.is_person)
        if shown.known.is_answered and not shown.papers_offered:
            detail = self.tr("not needed: the register answered")
        elif shown.known.is_answered:
            detail = self.tr("the document in the register is out of date")
        elif shown.papers_offered:
            detail = self.tr("the register knows nobody by this number")
        else:
            detail = self.tr("asked only when the register cannot answer")
        self._papers_row.set_detail(detail)
        newer = self.tr("A newer one was shown")
        self._use_papers.set_words(newer if shown.known.is_answered else self.tr("Continue with papers"))
        self._use_papers.setVisible(shown.papers_offered)

    def _show_notes(self, shown: Shown) -> None:
        known = shown.known
        self._tell("register", "warn", shown.note)
        self._tell("age", "info", known.young)
        words = self.tr("{number} is open: an application of the same kind is not opened twice.")
        self._say("open", "info", words.format(number=known.already_open) if known.already_open else "")
        self._continue_open.setVisible(bool(known.already_open))

    def _tell(self, note: str, kind: str, error: AgentError | None) -> None:
        self._say(note, kind, words_for(error) if error else "")

    def _say(self, name: str, kind: str, words: str) -> None:
        """A note with what happened as its title and what to do as its detail; hidden without words."""
        note = self._notes[name]
        note.setVisible(bool(words))
        title, _, detail = words.partition(". ")
        if words and (note.accessibleName(), note.accessibleDescription()) != (title, detail):
            note.say(kind, title, detail)

    # building
    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(12)
        self.column = column
        column.addWidget(self._notes["open"])
        column.addWidget(self._continue_open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._notes["register"])
        column.addWidget(self._notes["age"])
        column.addWidget(self._rows)
        for section in (self.purpose, self.way):
            column.addWidget(section.panel)
        for part in (self.personal, self.papers, self._speaks, self.consent):
            part.hide()
            column.addWidget(part)
        contact = Panel()
        contact.set_title(self.tr("Contact"), "heading")
        contact.body.addWidget(self._phone_field)
        column.addWidget(contact)
        column.addStretch(1)
        for note in self._notes.values():
            note.hide()
        self._continue_open.hide()

    def _wire(self) -> None:
        for part in (self.way, self.papers, self.consent, self.personal):
            part.edited.connect(self.edited)
        for part_left in (self.way, self.papers, self.consent):
            part_left.left.connect(self.left)
        self.phone.textEdited.connect(lambda _: self.edited.emit())
        self._phone_field.left.connect(lambda: self.left.emit("phone"))
        self.purpose.chosen.connect(self.kind_chosen)
        self._use_papers.acted.connect(self.papers_asked)
        self._continue_open.acted.connect(self.continue_open_asked)
        for section in (self.purpose, self.way):
            section.folded.connect(lambda _: self._rows.settle())
            section.folded.connect(lambda _, each=section: self._bring(each.panel))
