"""The hand-over of a written answer: who took it and how, asked before the person leaves (SEED 8, letters 1.11)."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from dost_desktop.domain.vocabulary import Receiving
from ui.infra.keyboard import on_key
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.infra.wording import words_for
from ui.parts.handing import Handing, HandingPresenter, HandingShown, Recipients, Taker
from ui.parts.representative.place import BlockPlace, Lender
from ui.parts.wires import Wires
from ui.widgets.check_box import RadioButton
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.option import Option
from ui.widgets.text import Text

RECEIVINGS: Final = {  # in the order of the paper
    Receiving.SIGNED: QT_TRANSLATE_NOOP("HandOver", "Took it and signed the receipt"),
    Receiving.WOULD_NOT_SIGN: QT_TRANSLATE_NOOP("HandOver", "Took it, would not sign"),
    Receiving.WOULD_NOT_TAKE: QT_TRANSLATE_NOOP("HandOver", "Would not take it"),
}
_SAVE_MS: Final = 400
_KEYS: Final = ("Alt+A", "Alt+B", "Alt+C")


def receiving_words(receiving: Receiving) -> str:
    """How the recipient acknowledged the written answer."""
    return QCoreApplication.translate("HandOver", RECEIVINGS[receiving])


class HandOver(QWidget):
    """``changed`` is sent on every choice; ``answer`` is None until everything needed was chosen and holds."""

    changed = Signal()
    recipients_shown = Signal(object)  # Recipients
    taker_chosen = Signal(str)
    receiving_chosen = Signal(object)  # Receiving
    cleared = Signal()
    why_asked = Signal()
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: HandingShown | None = None
        self._group = QButtonGroup(self)
        self._choices: dict[Receiving, RadioButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Text(self.tr("Who took the written answer, and how"), "label", wrap=True))
        column.addSpacing(4)
        self._to, self.block = Combo(), BlockPlace()
        self._to_field = Field(self.tr("Taken by"), self._to)
        column.addWidget(self._to_field)
        column.addSpacing(6)
        column.addWidget(self.block)
        for key, receiving in zip(_KEYS, RECEIVINGS, strict=True):
            button = RadioButton(receiving_words(receiving))
            self._choices[receiving] = button
            self._group.addButton(button)
            column.addWidget(button)
            on_key(button, key, button.click)
            button.clicked.connect(partial(self._received, receiving))
        self._to.chosen.connect(self.taker_chosen)
        self._save_soon = QTimer(self)
        self._save_soon.setSingleShot(True)
        self._save_soon.setInterval(_SAVE_MS)
        self._save_soon.timeout.connect(self.save_asked)

    # what the page does with it
    def show_recipients(self, recipients: Recipients) -> None:
        """Whose answer it is, and who may take it."""
        self.recipients_shown.emit(recipients)

    def answer(self) -> Handing | None:
        """What was chosen; None while something is still open."""
        return self._shown.answer if self._shown else None

    def why_not(self) -> str:
        """What is still open; "" when nothing is."""
        why = self._shown.why_not if self._shown else None
        return words_for(why) if why else ""

    def clear(self) -> None:
        """Nothing is chosen."""
        self._shown = None
        self.cleared.emit()

    def begin(self) -> None:
        """The caret on the first choice; nothing is chosen beforehand."""
        first = self._shown is None or self._shown.taker is not Taker.NOT_CHOSEN
        target = self._choices[Receiving.SIGNED] if first else self._to
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._save_soon.isActive():
            self._save_soon.stop()
            self.save_asked.emit()

    # what the presenter shows
    def show_now(self, shown: HandingShown) -> None:
        self._shown = shown
        if shown.recipients is not None:
            self._to.show_options(self._takers(shown.recipients))
            self._to.choose(shown.taker)
        self.block.show_block(shown.taker.is_representative)
        if shown.receiving is None:
            self._group.setExclusive(False)
        for receiving, button in self._choices.items():
            button.setChecked(receiving is shown.receiving)
        self._group.setExclusive(True)
        if shown.taker is Taker.OTHER and not self._save_soon.isActive():  # from the first unsaved key on
            self._save_soon.start()
        self.changed.emit()

    def _takers(self, recipients: Recipients) -> list[Option]:
        words = {
            Taker.PERSON: recipients.name,
            Taker.APPLIED: recipients.applied.name if recipients.applied else "",
            Taker.OTHER: self.tr("Another representative"),
        }
        choose = [Option(Taker.NOT_CHOSEN, self.tr("Choose"))]
        return [*choose, *(Option(taker, words[taker]) for taker in recipients.takers)]

    def _received(self, receiving: Receiving) -> None:
        self.receiving_chosen.emit(receiving)


def connect(view: HandOver, presenter: HandingPresenter, lender: Lender) -> Wires:
    """Every wish of the section to its presenter; keep the wires as long as the page stands."""
    view.block.lead_to(presenter.block, lender, hears_cards=True)
    return _HandOverWires(view, presenter)


class _HandOverWires(Wires):
    """Gives the block back when the page is over."""

    def __init__(self, view: HandOver, presenter: HandingPresenter) -> None:
        super().__init__(
            (
                (view.recipients_shown, presenter.offer),
                (view.taker_chosen, presenter.taker_chosen),
                (view.receiving_chosen, presenter.receiving_chosen),
                (view.cleared, presenter.clear),
                (view.why_asked, presenter.told_why_not),
                (view.save_asked, presenter.save),
            )
        )
        self._block = view.block

    def cut(self) -> None:
        super().cut()
        self._block.give_back()
