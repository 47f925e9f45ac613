"""Where the representative's block stands on a page. The window has one block, built behind the sign-in page.

Building and styling it in a click would let the window stand still (design 13), and one page at a time needs it.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.parts.representative.form import RepresentativeForm
from ui.parts.representative.part import RepresentativePart, connect
from ui.parts.representative.presenter import RepresentativePresenter
from ui.parts.representative.shown import RepresentativeShown
from ui.parts.scanner_filter import ScannerFilter
from ui.parts.wires import Wires
from ui.widgets.tab_order import tab_here


class Lender(QWidget):
    """Keeps the block while no page needs it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = QVBoxLayout(self)
        self._place: BlockPlace | None = None
        self._part = RepresentativePart()
        self._room.addWidget(self._part)

    def lend(self, place: BlockPlace) -> RepresentativePart:
        """The block for this place; whoever had it gives it back first."""
        if self._place is not None and self._place is not place:
            self._place.give_back()
        self._place = place
        return self._part

    def take_back(self, part: RepresentativePart) -> None:
        """The block is not needed there any more."""
        self._place = None
        self._room.addWidget(part)


class BlockPlace(QWidget):
    """A view of the block's presenter; the block itself comes when it is first opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._lender: Lender | None = None
        self._presenter: RepresentativePresenter | None = None
        self._part: RepresentativePart | None = None
        self._wires: Wires | None = None
        self._form: RepresentativeForm | None = None
        self._shown: RepresentativeShown | None = None
        self._scanner: ScannerFilter | None = None
        self.hide()

    def lead_to(
        self, presenter: RepresentativePresenter, lender: Lender, *, hears_cards: bool = False
    ) -> None:
        """Whose wishes the block carries on this page, and where it comes from.

        ``hears_cards``: a card that is read while the block is in sight is the representative's, wherever the caret is.
        """
        self._presenter, self._lender = presenter, lender
        if hears_cards and self._scanner is None:
            self._scanner = ScannerFilter(self)
            self._scanner.card_read.connect(self._card_read)

    def show_block(self, shown: bool) -> None:
        """Whether somebody speaks for the applicant here."""
        if shown and self._part is None and self._lender is not None and self._presenter is not None:
            self._part = self._lender.lend(self)
            self._room.addWidget(self._part)
            tab_here(self._part, self)
            self._wires = connect(self._part, self._presenter)
            if self._form is not None:
                self._part.fill(self._form)
            if self._shown is not None:
                self._part.show_now(self._shown)
        self.setVisible(shown)

    def give_back(self) -> None:
        """The page is over, or another one needs the block."""
        if self._wires is not None:
            self._wires.cut()
        if self._part is not None and self._lender is not None:
            self._room.removeWidget(self._part)
            self._lender.take_back(self._part)
        self._part = self._wires = None
        self.hide()

    @property
    def part(self) -> RepresentativePart | None:
        """The block, while it stands here."""
        return self._part

    def holds_caret(self) -> bool:
        """Whether the caret is in the block: a card that is read now is the representative's."""
        return self._part is not None and self._part.holds_caret()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._scanner is not None:
            self._scanner.listen()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._scanner is not None:
            self._scanner.rest()

    def _card_read(self, text: str) -> None:
        if self._presenter is not None:
            self._presenter.card(text)

    # what the presenter shows
    def show_now(self, shown: RepresentativeShown) -> None:
        self._shown = shown
        if self._part is not None:
            self._part.show_now(shown)

    def fill(self, form: RepresentativeForm) -> None:
        self._form = form
        if self._part is not None:
            self._part.fill(form)

    def focus(self, name: str) -> None:
        if self._part is None:
            return
        self._part.focus(name)
        field = self._part.fields[name]
        QTimer.singleShot(0, field, partial(_into_sight, field))  # what was unfolded has its place by then


def _into_sight(field: QWidget) -> None:
    """The nearest area that scrolls shows the whole field, its problem included."""
    at = field.parentWidget()
    while at is not None and not isinstance(at, QScrollArea):
        at = at.parentWidget()
    if at is not None:
        at.ensureWidgetVisible(field)
