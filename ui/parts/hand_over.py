"""The hand-over of a written answer: who took it and how, asked before the person leaves (SEED 8, letters 1.11)."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from dost_desktop.domain.vocabulary import Receiving
from ui.infra.keyboard import on_key
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.parts.handing import Handing
from ui.widgets.check_box import CheckBox, RadioButton
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.option import Option
from ui.widgets.text import Text

RECEIVINGS: Final = {  # in the order of the paper
    Receiving.SIGNED: QT_TRANSLATE_NOOP("HandOver", "Took it and signed the receipt"),
    Receiving.WOULD_NOT_SIGN: QT_TRANSLATE_NOOP("HandOver", "Took it, would not sign"),
    Receiving.WOULD_NOT_TAKE: QT_TRANSLATE_NOOP("HandOver", "Would not take it"),
}
_KEYS: Final = ("Alt+A", "Alt+B", "Alt+C")


def receiving_words(receiving: Receiving) -> str:
    """How the recipient acknowledged the written answer."""
    return QCoreApplication.translate("HandOver", RECEIVINGS[receiving])


class HandOver(QWidget):
    """``changed`` is sent on every choice; ``answer`` is None until everything needed was chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._choices: dict[Receiving, RadioButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Text(self.tr("Who took the written answer, and how"), "label", wrap=True))
        column.addSpacing(4)
        self._to = Combo()
        self._to_field = Field(self.tr("Taken by"), self._to)
        self._shown = CheckBox(self.tr("The representative's document was shown again and checked today"))
        column.addWidget(self._to_field)
        column.addWidget(self._shown)
        for key, receiving in zip(_KEYS, RECEIVINGS, strict=True):
            button = RadioButton(receiving_words(receiving))
            self._choices[receiving] = button
            self._group.addButton(button)
            column.addWidget(button)
            on_key(button, key, partial(button.setChecked, True))
            button.toggled.connect(self.changed)
        self._to.chosen.connect(lambda _: self._person_chosen())
        self._shown.toggled.connect(self.changed)
        self.show_recipients("", "")

    def show_recipients(self, person: str, representative: str) -> None:
        """Who may take it; without a representative nobody is asked."""
        self._to.show_options([Option("person", person), Option("representative", representative)])
        self._to_field.setVisible(bool(representative))
        if not representative:
            self._to.choose("person")
        self._person_chosen()

    def answer(self) -> Handing | None:
        """What was chosen; None while something is still open."""
        receiving = next((each for each, button in self._choices.items() if button.isChecked()), None)
        to_representative = self._to.value() == "representative" and not self._to_field.isHidden()
        if receiving is None or (to_representative and not self._shown.isChecked()):
            return None
        return Handing(receiving, to_representative)

    def clear(self) -> None:
        """Nothing is chosen."""
        self._group.setExclusive(False)
        for button in self._choices.values():
            button.setChecked(False)
        self._group.setExclusive(True)
        self._shown.setChecked(False)

    def begin(self) -> None:
        """The caret on the first choice; nothing is chosen beforehand."""
        self._choices[Receiving.SIGNED].setFocus(Qt.FocusReason.OtherFocusReason)

    def _person_chosen(self) -> None:
        self._shown.setVisible(self._to.value() == "representative" and not self._to_field.isHidden())
        self.changed.emit()
