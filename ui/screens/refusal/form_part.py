"""Left: the grounds, the register's fact, the reasoning, the person's statement, and what the letter must have."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.domain.vocabulary import PassportGround
from dost_desktop.rows import Draft
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.infra.moments import moment_words
from ui.parts.tall_enough import TallEnough
from ui.screens.refusal.checklist import Checklist
from ui.screens.refusal.fact_line import fact_line
from ui.screens.refusal.form import CheckLine, Typing
from ui.screens.refusal.typed_facts_part import TypedFactsPart
from ui.widgets.action_button import ActionButton
from ui.widgets.combo import Combo
from ui.widgets.draft_bar import DraftBar
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.note import Note
from ui.widgets.option import Option
from ui.widgets.panel import Panel
from ui.widgets.tab_order import tab_after
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

_PASSPORT: Final = {
    PassportGround.NO_LEGAL_BASIS: QT_TRANSLATE_NOOP("PassportGround", "No legal basis"),
    PassportGround.INCOMPLETE_DOCUMENTS: QT_TRANSLATE_NOOP("PassportGround", "Incomplete documents"),
}
REASONING_MOST: Final = 600


class FormPart(TallEnough):
    """Signals carry what a person typed or chose; showing never sends one."""

    passport_ground_chosen = Signal(object)
    ground_chosen = Signal(str)
    reasoning_edited = Signal(str)
    statement_edited = Signal(str)
    fact_edited = Signal(str, str)
    draft_restored = Signal()
    draft_discarded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(12)
        self._problem = Note("bad")
        self._passport, self._ground = Combo(), Combo()
        self._passport_field = Field(self.tr("Ground of the passport"), self._passport)
        self._ground_field = Field(self.tr("Ground"), self._ground)
        self._grounds = QWidget()
        beside = QHBoxLayout(self._grounds)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        beside.addWidget(self._passport_field, 2)
        beside.addWidget(self._ground_field, 3)
        self._fact_title, self._fact_when = (
            Text(self.tr("Register fact"), "label"),
            Text("", "caption", "muted", wrap=True),
        )
        self._fact_when.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._fact = Text("", "small", wrap=True)
        self._fact_panel = self._fact_box()
        self.reasoning = TextArea(REASONING_MOST, lines=4)
        hint = self.tr("To the person, 1–3 plain sentences. Do not repeat the article.")
        self._reasoning_field = Field(self.tr("Reasoning"), self.reasoning, hint=hint)
        self.statement = TextArea(REASONING_MOST, lines=2)
        self._statement_field = Field(self.tr("The person's statement"), self.statement, optional=True)
        self._add_statement = ActionButton(self.tr("Add the person's statement"), "link", shortcut="Alt+R")
        self._checklist = Checklist()
        self._typed = TypedFactsPart()
        for widget in (
            self._problem,
            self._grounds,
            self._fact_panel,
            self._typed,
            self._reasoning_field,
            self._statement_field,
            self._add_statement,
            self._checklist,
        ):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._problem.hide()
        self._wire()
        self._locked = False

    def begin(self) -> None:
        """An empty form; a draft that was offered and not answered is offered again by its own page."""
        for bar in self.findChildren(DraftBar):
            bar.hide()
            bar.deleteLater()
        self.reasoning.show_text("")
        self.statement.show_text("")
        self._show_statement(False)
        self.show_problem("")
        self.lock(False)

    # what is shown
    def show_form(self, typing: Typing) -> None:
        """Everything as it stands in ``typing``."""
        chosen = typing.passport_ground
        grounds = typing.of(chosen) if chosen is not None else ()
        self._passport.show_options(
            [Option(each, _passport_words(each)) for each in typing.passport_grounds()]
        )
        self._passport.choose(chosen or "")
        self._ground.show_options(
            [Option(each.id, _ground_words(each.article, each.title.az)) for each in grounds]
        )
        self._ground.choose(typing.form.ground)
        self.reasoning.show_text(typing.form.reasoning)
        self.statement.show_text(typing.form.statement)
        self._show_statement(bool(typing.form.statement) or self.statement.isVisibleTo(self))
        self.show_fact(typing)
        self._typed.show_facts(typing.typed_facts(), typing.form.facts)
        tab_after(self._ground, self._typed.fields.values())
        if not typing.grounds:
            self.show_problem(
                self.tr("No ground fits this case"),
                self.tr("What the file holds supports none of the catalogue's grounds. Go back to the case."),
            )

    def show_fact(self, typing: Typing) -> None:
        """What the ground rests on, in the locked box; hidden where there is nothing."""
        line = fact_line(typing)
        self._fact_panel.setVisible(bool(line.words))
        self._fact.setText(line.words)
        title = self.tr("Register fact") if line.from_register else self.tr("What the file shows")
        self._fact_title.setText(title)
        asked = line.lookup
        if asked is None or asked.at is None:
            self._fact_when.setText("")
            return
        when = moment_words(asked.at, typing.case.now)
        if asked.no:
            said = self.tr("lookup no. {no} · {when}").format(no=asked.no, when=when)
        else:
            said = self.tr("asked in vain · {when}").format(when=when)
        self._fact_when.setText(said)

    def show_checklist(self, lines: tuple[CheckLine, ...]) -> None:
        """What the letter must have; a mended gap is no longer said."""
        self._checklist.show_lines(lines)
        done = {line.field for line in lines} - {line.field for line in lines if line.state == "open"}
        if "reasoning" in done:
            self._reasoning_field.set_problem("")
        if "ground" in done:
            self._ground_field.set_problem("")

    def show_problem(self, title: str, detail: str = "") -> None:
        """A problem of the whole page; "" when it is over."""
        self._problem.setVisible(bool(title))
        if title:
            self._problem.say("bad", title, detail)

    def show_gap(self, line: CheckLine, words: str) -> None:
        """What is missing, at its field, the caret there; without a field of its own at the head of the page."""
        field = {"reasoning": self._reasoning_field, "ground": self._ground_field}.get(line.field)
        if field is None and self._typed.show_problem(line.field, words):
            return
        if field is None:
            self.show_problem(self.tr("The letter lacks: {name}").format(name=line.name), words)
            return
        field.set_problem(words)
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_draft(self, draft: Draft) -> None:
        """Another agent's draft: taken only on request."""
        bar = DraftBar(
            self.tr("Another agent began this refusal"),
            str(draft.content.get("agent", "")),
            restore=self.tr("Restore"),
            discard=self.tr("Leave it"),
        )
        bar.restored.connect(self.draft_restored)
        bar.discarded.connect(self.draft_discarded)
        for answered in (bar.restored, bar.discarded):
            answered.connect(bar.deleteLater)
        self._column.insertWidget(0, bar)

    def lock(self, locked: bool) -> None:
        """Read-only once the number is being taken."""
        self._locked = locked
        self.reasoning.setReadOnly(locked)
        self.statement.setReadOnly(locked)
        self._typed.lock(locked)
        self._passport.setEnabled(not locked)
        self._ground.setEnabled(not locked)
        self._add_statement.setVisible(not locked and self._statement_field.isHidden())
        self._reasoning_field.set_problem("")  # also takes over the look of a locked field
        self._statement_field.set_problem("")

    def begin_writing(self) -> None:
        """The caret at the end of the reasoning."""
        self.reasoning.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reasoning.moveCursor(self.reasoning.textCursor().MoveOperation.End)

    # building
    def _fact_box(self) -> Panel:
        panel = Panel(kind="sunken")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Icon("lock-simple", "text.muted", "icon_small"))
        head.addWidget(self._fact_title, 1)
        head.addWidget(self._fact_when)
        panel.body.addLayout(head)
        panel.body.addWidget(self._fact)
        return panel

    def _show_statement(self, shown: bool) -> None:
        self._statement_field.setVisible(shown)
        self._add_statement.setVisible(not shown)

    def _statement_asked(self) -> None:
        self._show_statement(True)
        self.statement.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wire(self) -> None:
        self._passport.chosen.connect(lambda id_: self.passport_ground_chosen.emit(PassportGround(id_)))
        self._ground.chosen.connect(self.ground_chosen)
        self.reasoning.edited.connect(lambda: self.reasoning_edited.emit(self.reasoning.text()))
        self.statement.edited.connect(lambda: self.statement_edited.emit(self.statement.text()))
        self._typed.edited.connect(self.fact_edited)
        self._add_statement.acted.connect(self._statement_asked)
        self._show_statement(False)


def _passport_words(ground: PassportGround) -> str:
    return QCoreApplication.translate("PassportGround", _PASSPORT[ground])


def _ground_words(article: str, title: str) -> str:
    return f"{article}  {title}" if article else title
