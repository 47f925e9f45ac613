"""The frame of a case: left part, middle with steps and action bar, right part; it folds by the width of its text."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.theme.theme import theme

_FOCUS_ROOM: Final = 6  # of the ring around what has the focus
_MIDDLE_LEAST: Final = 24  # pixels at 100 % text that the action bar leaves to what stands above it


def _scrolled(widget: QWidget, kind: str) -> QScrollArea:
    area = QScrollArea()
    area.setProperty("kind", kind)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    widget.setProperty("kind", kind)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    area.setWidget(widget)
    return area


def _part(kind: str, name: str, inside: QWidget) -> QWidget:
    part = QWidget()
    part.setProperty("kind", kind)
    part.setProperty("part", name)
    part.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(part)
    edge = theme().outline
    left, right = edge if kind == "part-right" else 0, edge if kind == "part-left" else 0
    column.setContentsMargins(left, edge if kind == "part-line-above" else 0, right, 0)
    column.setSpacing(0)
    column.addWidget(inside)
    return part


def _needed(widget: QWidget, width: int) -> int:
    """How high it must be at this width."""
    least = widget.minimumSizeHint().height()
    return max(widget.heightForWidth(width), least) if widget.hasHeightForWidth() else least


class CasePage(QWidget):
    """Left and right have fixed widths, the middle takes the rest and never less than ``shell.middle_min``.

    When it would, the left part gives way to ``strip``, one line with the person's name. ``folded`` tells the
    screen, which may shorten its lists then; what has the property ``explains`` is hidden by itself.
    """

    folded = Signal(bool)

    def __init__(
        self,
        *,
        left: QWidget,
        strip: QWidget,
        middle: QWidget,
        bar: QWidget,
        right: QWidget,
        steps: QWidget | None = None,
        left_foot: QWidget | None = None,
        left_width: str = "person_panel",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._left_width, self._is_folded, self._is_fitting = f"shell.{left_width}", False, False
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._strip = _part("part-line-below", "", strip)
        self._strip.hide()
        whole.addWidget(self._strip)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        whole.addLayout(columns, 1)
        self._left = _part("part-left", "left", _scrolled(left, "surface"))
        foot_room = self._left.layout()
        if left_foot is not None and foot_room is not None:
            foot_room.addWidget(_part("part-line-above", "", left_foot))
        columns.addWidget(self._left)
        self._centre = centre = QWidget()
        centre.setProperty("part", "middle")
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._steps: QWidget | None = None
        if steps is not None:
            self._steps = holder = _part("part-line-below", "", steps)
            room = holder.layout()
            if room is not None:
                room.setContentsMargins(24, 0, 24, 0)
            column.addWidget(holder)
        self.middle_area = _scrolled(middle, "canvas")
        self.middle_area.setMinimumHeight(1)  # it scrolls: where room is scarce the action bar keeps its own
        column.addWidget(self.middle_area, 1)
        self._bar, self._bar_area = bar, _scrolled(bar, "surface")
        self._bar_area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        bar.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._bring_into_sight)
        column.addWidget(_part("part-line-above", "", self._bar_area))
        columns.addWidget(centre, 1)
        self._right = _part("part-right", "right", _scrolled(right, "surface"))
        columns.addWidget(self._right)

    def is_folded(self) -> bool:
        """Whether the left part is a strip now."""
        return self._is_folded

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._bar and event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._fit_bar()
        return super().eventFilter(watched, event)

    def _bring_into_sight(self, _: QWidget | None, focus: QWidget | None) -> None:
        """A section that opens puts the focus where it begins, perhaps below the edge."""
        if focus is not None and self._bar.isAncestorOf(focus):
            self._bar_area.ensureWidgetVisible(focus, 0, _FOCUS_ROOM)

    def _fit_bar(self) -> None:
        """The bar is as high as it needs; where that leaves nothing of the middle, it scrolls too."""
        if self._is_fitting:  # a new height lays out the bar, which would ask again in the midst of it
            return
        width = self._bar_area.viewport().width()
        wanted = _needed(self._bar, width)
        both = self._centre.height() - (_needed(self._steps, width) if self._steps is not None else 0)
        height = min(wanted, max(both - round(_MIDDLE_LEAST * theme().scale), both // 2))
        if height != self._bar_area.height():
            self._is_fitting = True
            self._bar_area.setFixedHeight(height)
            self._is_fitting = False

    def _fit(self) -> None:
        self._fit_bar()
        worn = theme()
        left, right = worn.px(self._left_width), worn.px("shell.next_panel")
        self._left.setFixedWidth(left)
        self._right.setFixedWidth(right)
        folds = self.width() - left - right < worn.px("shell.middle_min")
        if folds == self._is_folded and self._strip.isVisibleTo(self) == folds:
            return
        self._is_folded = folds
        self._left.setVisible(not folds)
        self._strip.setVisible(folds)
        for widget in self.findChildren(QWidget):
            if widget.property("explains"):
                widget.setVisible(not folds)
        self.folded.emit(folds)
