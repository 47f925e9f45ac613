"""The page beside the form: pictures of the real document, white in every theme, never flashing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.theme.theme import theme
from ui.widgets.painted import draw_box

_PAGE: Final = (595, 842)  # A4 in points; 100 % is one point, one pixel
_ZOOMS: Final = (50, 60, 70, 80, 90, 95, 100, 110, 125, 150, 175, 200)
_EDGE: Final = 14  # around the pages
_MARK_AT: Final = 0.078  # of the page's width: just left of the text


class PageView(QAbstractScrollArea):
    """``zoom_changed`` carries percents: ask the document engine for pictures of ``pixels_per_point`` then.

    Pages stay until new ones come, so typing never makes the view flash; pictures of another size are scaled.
    """

    zoom_changed = Signal(int)

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._pages: tuple[QImage, ...] = ()
        self._zoom = 100
        self._mark: tuple[int, float, float] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_pages(self, pages: Sequence[QImage]) -> None:
        """The newest pictures of the document."""
        self._pages = tuple(pages)
        self._measure()
        self.viewport().update()

    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._pages)

    def mark(self, page: int, top: float, bottom: float) -> None:
        """A bar in the margin beside the paragraph being edited; fractions of the page's height, 0 at its head."""
        self._mark = (page, top, bottom)
        self.viewport().update()

    def unmark(self) -> None:
        """No paragraph is being edited."""
        self._mark = None
        self.viewport().update()

    def zoom(self) -> int:
        """Percent; 100 is one point of paper, one pixel."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Another size; the place being read stays in sight."""
        wanted = min(max(percent, _ZOOMS[0]), _ZOOMS[-1])
        if wanted == self._zoom:
            return
        bar = self.verticalScrollBar()
        part = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._zoom = wanted
        self._measure()
        bar.setValue(round(part * bar.maximum()))
        self.viewport().update()
        self.zoom_changed.emit(wanted)

    def zoom_in(self) -> None:
        """The next larger step."""
        self.set_zoom(next((step for step in _ZOOMS if step > self._zoom), _ZOOMS[-1]))

    def zoom_out(self) -> None:
        """The next smaller step."""
        self.set_zoom(next((step for step in reversed(_ZOOMS) if step < self._zoom), _ZOOMS[0]))

    def fit_width(self) -> None:
        """As large as the view is wide."""
        self.set_zoom(int((self.viewport().width() - 2 * _EDGE) / _PAGE[0] * 100))

    def pixels_per_point(self) -> float:
        """How finely a page must be drawn to be sharp on this screen."""
        return self._zoom / 100 * self.devicePixelRatioF()

    def _page_size(self) -> tuple[int, int]:
        return round(_PAGE[0] * self._zoom / 100), round(_PAGE[1] * self._zoom / 100)

    def _measure(self) -> None:
        width, height = self._page_size()
        whole = len(self._pages) * (height + _EDGE) + _EDGE
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(whole - self.viewport().height(), 0))
        down.setPageStep(self.viewport().height())
        down.setSingleStep(40)
        across.setRange(0, max(width + 2 * _EDGE - self.viewport().width(), 0))
        across.setPageStep(self.viewport().width())

    def _page_box(self, number: int) -> QRect:
        width, height = self._page_size()
        left = max((self.viewport().width() - width) // 2, _EDGE) - self.horizontalScrollBar().value()
        top = _EDGE + number * (height + _EDGE) - self.verticalScrollBar().value()
        return QRect(left, top, width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            else:
                self.zoom_out()
            return
        super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), worn.color("bg.canvas"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, page in enumerate(self._pages):
            box = self._page_box(number)
            if not box.intersects(self.viewport().rect()):
                continue
            draw_box(
                painter,
                box.adjusted(-1, -1, 1, 1),
                fill=worn.color("paper.bg"),
                line=worn.color("line.subtle"),
                radius=0,
            )
            painter.drawImage(QRectF(box), page)
            if self._mark is not None and self._mark[0] == number:
                self._draw_mark(painter, box)

    def _draw_mark(self, painter: QPainter, box: QRect) -> None:
        _, top, bottom = self._mark or (0, 0.0, 0.0)
        bar = QRectF(
            box.left() + box.width() * _MARK_AT, box.top() + box.height() * top,
            theme().px("line.marker"), box.height() * (bottom - top),
        )  # fmt: skip
        painter.fillRect(bar, theme().color("accent.fill"))
