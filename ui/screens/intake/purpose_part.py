"""What is applied for: one line with the kind, unfolded to the five kinds, each off with its reason."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dost_desktop.domain.vocabulary import ApplicationKind
from ui.infra.office_words import kind_words
from ui.infra.wording import words_for
from ui.parts.section import Section
from ui.screens.intake.shown import Shown
from ui.widgets.check_box import RadioButton
from ui.widgets.text import Text


class PurposePart(Section):
    """``chosen`` carries a kind of application."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("IntakeSection", "Purpose"), "Alt+M", parent)
        self._choices: dict[ApplicationKind, RadioButton] = {}
        self._reasons: dict[ApplicationKind, Text] = {}
        column = QVBoxLayout()
        column.setSpacing(2)
        for kind in ApplicationKind:
            choice, reason = RadioButton(kind_words(kind)), Text("", "small", "muted", wrap=True)
            reason.setContentsMargins(26, 0, 0, 4)
            reason.hide()
            choice.clicked.connect(partial(self._clicked, kind))
            column.addWidget(choice)
            column.addWidget(reason)
            self._choices[kind], self._reasons[kind] = choice, reason
        self.panel.body.addLayout(column)

    def show_now(self, shown: Shown) -> None:
        """The kind that holds, and why others are not possible."""
        held = shown.known.kind
        self.row.set_detail(kind_words(held) if held else self.tr("choose what the person comes for"))
        for kind, choice in self._choices.items():
            problem = shown.kinds[kind]
            words = words_for(problem) if problem else ""
            self._reasons[kind].setText(words)
            self._reasons[kind].setVisible(bool(words))
            if words and kind is not held:
                choice.set_off(words)
            else:
                choice.set_on()
            choice.setChecked(kind is held)
        first = held or next((kind for kind, problem in shown.kinds.items() if not problem), None)
        self.first = self._choices[first] if first else None

    def _clicked(self, kind: ApplicationKind, _checked: bool = False) -> None:
        self.chosen.emit(kind.value)
        self._choices[kind].setFocus(Qt.FocusReason.OtherFocusReason)
