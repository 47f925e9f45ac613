"""A field of a form: label, hint, editor, and under it the one line that says what is wrong or why it is off."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.infra.speech import announce
from ui.theme.theme import set_property, theme
from ui.widgets.icon import Icon
from ui.widgets.painted import Painted
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

_SHIFT: Final = 12  # the content moves right of the red bar
_NOTES: Final = {  # kind -> (icon, role, tone)
    "bad": ("warning-circle", "bad.text", "bad"),
    "warn": ("warning", "warn.text", "warn"),
    "good": ("check-circle", "good.text", "good"),
    "info": ("info", "text.muted", "muted"),
    "off": ("prohibit", "text.muted", "muted"),
}


class Field(Painted):
    """Label over editor. ``set_problem`` draws the red bar and says the problem; ``""`` mends it.

    ``wraps``: a long label takes a second line where there is no room for it in one.
    """

    left = Signal()

    def __init__(
        self,
        label: str,
        editor: QWidget,
        *,
        hint: str = "",
        optional: bool = False,
        beside: QWidget | None = None,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._problem, self._note, self._note_kind, self._reason = "", "", "info", ""
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._label, self._counter = Text("", "label", wrap=wraps), Text("", "caption", "muted")
        self._label.setBuddy(editor)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._label, 1)
        head.addWidget(self._counter)
        self._hint = Text("", "caption", "muted", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(editor, 1)
        if beside is not None:
            line.addWidget(beside)
        self._icon, self._words = Icon("info", size="icon_small"), Text("", "small", wrap=True)
        self._message = QWidget()
        under = QHBoxLayout(self._message)
        under.setContentsMargins(0, 4, 0, 0)
        under.setSpacing(6)
        under.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        under.addWidget(self._words, 1)
        self._column.addLayout(head)
        self._column.addWidget(self._hint)
        self._column.addSpacing(4)
        self._column.addLayout(line)
        self._column.addWidget(self._message)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(editor)
        self.set_label(label, optional=optional)
        self.set_hint(hint)
        left = getattr(editor, "left", None)
        if left is not None:
            left.connect(self.left)
        if isinstance(editor, TextArea):
            editor.textChanged.connect(self._count)
            self._count()
        self._show()

    def set_label(self, words: str, *, optional: bool = False) -> None:
        """Another label; an optional field says so."""
        self._label.setText(self.tr("{label} (optional)").format(label=words) if optional else words)
        self.editor.setAccessibleName(words)

    def set_hint(self, words: str) -> None:
        """The line between label and editor."""
        self._hint.setText(words)
        self._hint.setVisible(bool(words))
        self._describe()

    def set_problem(self, words: str) -> None:
        """What is wrong and what to do; ``""`` when it is repaired."""
        if words and words != self._problem:
            announce(self.editor, words, urgent=True)
        self._problem = words
        self._show()

    def set_note(self, words: str, kind: str = "info") -> None:
        """What was read, checked or should be known: good, warn, info. A problem stands before it."""
        self._note, self._note_kind = words, kind
        self._show()

    def set_off(self, reason: str) -> None:
        """Not to be filled now, and why."""
        self._reason = reason
        self.editor.setEnabled(False)
        self._show()

    def set_on(self) -> None:
        """To be filled again."""
        self._reason = ""
        self.editor.setEnabled(True)
        self._show()

    @property
    def problem(self) -> str:
        """What is wrong now; empty when nothing is."""
        return self._problem

    def _show(self) -> None:
        kind, words = self._what_to_say()
        icon, role, tone = _NOTES[kind]
        self._icon.set_icon(icon, role)
        self._words.setText(words)
        self._words.set_tone(tone)
        self._message.setVisible(bool(words))
        self._label.set_tone("muted" if self._reason else "")
        bad = bool(self._problem)
        set_property(self.editor, "state", "bad" if bad else "off" if self._reason else self._plain_state())
        self._column.setContentsMargins(_SHIFT if bad else 0, 0, 0, 0)
        self._describe()
        self.update()

    def _plain_state(self) -> str:
        locked = isinstance(self.editor, QLineEdit | QPlainTextEdit) and self.editor.isReadOnly()
        return "fact" if locked else ""

    def _what_to_say(self) -> tuple[str, str]:
        if self._problem:
            return "bad", self._problem
        if self._reason:
            return "off", self._reason
        return self._note_kind, self._note

    def _describe(self) -> None:
        parts = (self._hint.text(), self._problem, self._reason or self._note)
        self.editor.setAccessibleDescription(" ".join(part for part in parts if part))

    def _count(self) -> None:
        if isinstance(self.editor, TextArea) and self.editor.limit:
            words = self.tr("{n} / {most} characters").format(
                n=len(self.editor.text()), most=self.editor.limit
            )
            self._counter.setText(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._problem:
            QPainter(self).fillRect(0, 0, theme().px("line.marker"), self.height(), theme().color("bad.text"))
