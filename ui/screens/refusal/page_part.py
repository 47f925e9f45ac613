"""Right: the page itself, from the same renderer as the print, with its zoom and what it is: unsigned, signed."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.screens.refusal.port import Phase
from ui.screens.refusal.preview import PagePicture, Preview
from ui.widgets.action_button import ActionButton
from ui.widgets.chip import Chip
from ui.widgets.page_view import PageView
from ui.widgets.text import ElidedText, Text

_REDRAW_AFTER_ZOOM_MS = 150
_POINTS = 72


class PagePart(QWidget):
    """``redraw_asked``: another size needs sharper pictures; ``zoom_changed``: to be kept for the agent."""

    redraw_asked = Signal()
    zoom_changed = Signal(int)

    def __init__(self, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = PageView(name=self.tr("The letter as it is printed"))
        self._pages.set_zoom(zoom)
        self._state = Chip(self.tr("not signed"), "warn")
        self._count, self._percent = Text("", "small", "muted"), Text(f"{zoom} %", "small")
        less, more = ActionButton("", icon="minus"), ActionButton("", icon="plus")
        less.setAccessibleName(self.tr("Smaller"))
        more.setAccessibleName(self.tr("Larger"))
        less.acted.connect(self._pages.zoom_out)
        more.acted.connect(self._pages.zoom_in)
        head = QHBoxLayout()
        head.setContentsMargins(24, 10, 24, 10)
        head.setSpacing(10)
        head.addWidget(ElidedText(self.tr("The letter as it is printed"), "label"))
        head.addWidget(self._state)
        head.addStretch(1)
        for widget in (self._count, less, self._percent, more):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_REDRAW_AFTER_ZOOM_MS)
        self._later.timeout.connect(self.redraw_asked)
        self._pages.zoom_changed.connect(self._zoomed)

    def begin(self) -> None:
        """No letter: the last person's must not be seen beside the next one's form."""
        self._pages.show_pages(())
        self._pages.unmark()
        self._count.setText("")

    def show_preview(self, preview: Preview, *, is_final: bool) -> None:
        """The newest pages; the bar beside the paragraph being edited, none once it is issued."""
        self._pages.show_pages([_image(page) for page in preview.pages])
        if preview.bars and not is_final:
            bar = preview.bars[0]
            self._pages.mark(bar.page, bar.top, bar.bottom)
        else:
            self._pages.unmark()
        self._count.setText(self.tr("%n page(s)", "", len(preview.pages)))

    def show_phase(self, phase: Phase, *, by_hand: bool) -> None:
        """What the page is now."""
        if phase not in {Phase.ISSUED, Phase.SERVED}:
            self._state.show_as(self.tr("not signed"), "warn")
        elif by_hand:
            self._state.show_as(self.tr("for signature by hand"), "neutral")
        else:
            self._state.show_as(self.tr("signed and checked"), "good", "check")

    def dpi(self) -> float:
        """How finely the pages must be drawn to be sharp."""
        return _POINTS * self._pages.pixels_per_point()

    def set_zoom(self, percent: int) -> None:
        """In percents of the paper's size."""
        self._pages.set_zoom(percent)

    def _zoomed(self, percent: int) -> None:
        self._percent.setText(f"{percent} %")
        self._later.start()
        self.zoom_changed.emit(percent)


def _image(page: PagePicture) -> QImage:
    """A picture of its own pixels: the bytes of the worker's answer may go."""
    return QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32).copy()
