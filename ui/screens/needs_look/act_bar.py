"""Right, below, always in sight: what the head writes about the item, and the acts of what stands above."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.refusing import Refused
from dost_desktop.ports import Unanswered
from ui.infra.wording import words_for
from ui.parts.scrolling import Scrolling
from ui.screens.needs_look.shown import Choice, EndingForm, Reopening, Section, Shown
from ui.screens.needs_look.words import short_number, why_not_words
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.note import Note
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

_FINDING_LIMIT = 400
_SAVE_AFTER_MS = 400
_LARGE = 1.5  # text from here on: what is done needs the room more than what is told


class ActBar(Scrolling):
    """``finding_edited`` comes at every letter, ``paused`` when typing pauses."""

    primary_pressed = Signal()
    open_pressed = Signal()
    back_pressed = Signal()
    finding_edited = Signal(str)
    paused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._inside = QWidget()
        super().__init__(self._inside, parent)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        self._problem, self._question = Note("bad"), Note("warn")
        self.editor = TextArea(_FINDING_LIMIT, lines=2)
        self._finding = Field(
            self.tr("What was found"),
            self.editor,
            hint=self.tr("In your own words; it stays in the history."),
        )
        self._primary = _wide(ActionButton(self.tr("Close the review"), "primary", shortcut="primary"))
        self._open = _wide(ActionButton(self.tr("Open the person's file"), shortcut="file.open"))
        self._back = _wide(ActionButton(self.tr("Back"), shortcut="back"))
        self._told = Text("", "caption", "muted", wrap=True)
        for widget in (
            self._problem,
            self._question,
            self._finding,
            self._primary,
            self._open,
            self._back,
            self._told,
        ):
            column.addWidget(widget)
        self._section, self._shown = Section.ITEM, None  # type: tuple[Section, Shown | None]
        self._asked, self._can_end, self._has_choice = False, False, False
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVE_AFTER_MS)
        self._saving.timeout.connect(self.paused)
        self.editor.edited.connect(self._typed)
        self._primary.acted.connect(self.primary_pressed)
        self._open.acted.connect(self.open_pressed)
        self._back.acted.connect(self.back_pressed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._problem.hide()
        self._arrange()

    def show_section(self, section: Section) -> None:
        """Which acts stand here."""
        self._section, self._asked = section, False
        self._arrange()

    def show_item(self, shown: Shown | None) -> None:
        """The item's own acts, and what was typed about it."""
        is_other = shown is None or self._shown is None or shown.item != self._shown.item
        self._shown = shown
        if shown is not None and (is_other or not self.editor.hasFocus()):
            self.editor.show_text(shown.finding)
            self._finding.set_problem("")
        self._arrange()

    def show_reopening(self, shown: Reopening) -> None:
        """Whether the next press asks or acts."""
        self._has_choice = shown.chosen is not None
        if shown.asked and shown.chosen is not None:
            self._question.say("warn", self.tr("Open it again?"), self._what_follows(shown.chosen))
        self._ask(asked=shown.asked)

    def show_ending(self, form: EndingForm) -> None:
        """Whether the next press asks or acts."""
        self._can_end, self._has_choice = form.is_on, form.file is not None
        if form.asked:
            self._question.say(
                "warn",
                self.tr("End this registration?"),
                self.tr("It cannot be undone. The person is told by MAS."),
            )
        self._ask(asked=form.asked)

    def show_finding_problem(self, error: AgentError | None) -> None:
        """What is wrong with the finding, the caret in it."""
        self._finding.set_problem(words_for(error) if error else "")
        if error is not None:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, why_not: AgentError | Refused | Unanswered | None) -> None:
        """Why something did not happen."""
        self._problem.setVisible(why_not is not None)
        if why_not is not None:
            kind = "warn" if isinstance(why_not, Unanswered | Refused) else "bad"
            self._problem.say(kind, why_not_words(why_not))

    def set_busy(self, busy: bool) -> None:
        """The act is on its way."""
        self._primary.set_busy(busy)

    def _typed(self) -> None:
        self.finding_edited.emit(self.editor.text())
        self._saving.start()

    def _ask(self, *, asked: bool) -> None:
        was, self._asked = self._asked, asked
        self._arrange()
        if asked and not was:  # the safe way has the focus
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        in_item, shown = self._section is Section.ITEM, self._shown
        needs_finding = in_item and shown is not None and shown.needs_finding
        has_file = in_item and shown is not None and bool(shown.item.file_id)
        is_off = self._section is Section.END and not self._can_end
        self.setVisible(not in_item or needs_finding or has_file)
        self._finding.setVisible(needs_finding)
        self._question.setVisible(self._asked and not in_item)
        self._primary.setVisible(not is_off and (not in_item or needs_finding))
        self._primary.set_words(self._primary_words())
        self._open.setVisible(has_file)
        self._back.setVisible(not in_item)
        self._told.setText(self._told_words())
        self._told.setVisible(bool(self._told.text()) and theme().scale < _LARGE)

    def _what_follows(self, choice: Choice) -> str:
        if choice.closed.notice is None:
            return self.tr("It cannot be undone; it can only be decided again.")
        words = self.tr(
            "It cannot be undone. Written answer {number} still stands: it is marked for review until a new one "
            "takes its place."
        )
        return words.format(number=short_number(choice.closed.notice.number))

    def _primary_words(self) -> str:
        match self._section:
            case Section.ITEM if self._shown is not None and self._shown.item.kind == "numbers":
                return self.tr("Note what became of them")
            case Section.ITEM:
                return self.tr("Close the review")
            case Section.REOPEN | Section.END if not self._has_choice:
                return self.tr("Find")
            case Section.REOPEN:
                return self.tr("Open again")
            case Section.END:
                return self.tr("End the registration")

    def _told_words(self) -> str:
        is_off = self._section is Section.END and not self._can_end
        if self._section is Section.ITEM or is_off:
            return ""
        return self.tr("It counts at once and at every desk; it needs a connection.")


def _wide(button: ActionButton) -> ActionButton:
    """As wide as the panel; where that is less than it wishes, its caps give way."""
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button
