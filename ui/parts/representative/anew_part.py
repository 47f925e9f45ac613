"""The section on an open application: who speaks from now on, and by which paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.infra.wording import words_for
from ui.parts.representative.anew import AnewShown, Speaks, SpeaksAnew
from ui.parts.representative.place import BlockPlace, Lender
from ui.parts.wires import Wires
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.note import Note
from ui.widgets.option import Option
from ui.widgets.panel import Panel


class AnewPart(Panel):
    """``chosen`` carries who speaks; the page's own button records it."""

    chosen = Signal(str)
    shown_now = Signal()  # something typed may be new

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Who speaks from now on"), "heading")
        self.block, self._who, self._stops = BlockPlace(), Combo(), Note("info")
        self._who_field = Field(self.tr("From now on"), self._who)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self._who_field)
        column.addWidget(self.block)
        column.addWidget(self._stops)
        self.body.addLayout(column)
        self._stops.hide()
        self._who.chosen.connect(self.chosen)

    def show_now(self, shown: AnewShown) -> None:
        """The choices, the block, and what becomes of the case with such a paper."""
        person, speaker = shown.names
        words = {
            Speaks.SAME: self.tr("{name}, by another paper").format(name=speaker),
            Speaks.OTHER: self.tr("Another representative") if speaker else self.tr("A representative"),
            Speaks.PERSON: person,
        }
        self._who.show_options([Option(each, words[each]) for each in shown.choices])
        self._who.choose(shown.chosen)
        self.block.show_block(shown.chosen.is_representative)
        self._stops.setVisible(shown.problem is not None)
        if shown.problem is not None:
            title = self.tr("With this paper the case does not go on")
            self._stops.say("info", title, words_for(shown.problem))
        self.shown_now.emit()


def connect(view: AnewPart, presenter: SpeaksAnew, lender: Lender) -> Wires:
    """Every wish of the section to its presenter; cut, they give the block back."""
    view.block.lead_to(presenter.block, lender, hears_cards=True)
    return _AnewWires(view, presenter)


class _AnewWires(Wires):
    def __init__(self, view: AnewPart, presenter: SpeaksAnew) -> None:
        super().__init__(((view.chosen, presenter.chosen),))
        self._block = view.block

    def cut(self) -> None:
        super().cut()
        self._block.give_back()
