"""A row that becomes a column where its widgets do not fit side by side: large text cuts nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class BreakingRow(QWidget):
    """Left to right while there is room, else one under another; hidden widgets need no room."""

    def __init__(
        self, widgets: Sequence[QWidget], *, spacing: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._widgets, self._spacing = tuple(widgets), spacing
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)
        for widget in self._widgets:
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        widths = [widget.minimumSizeHint().width() for widget in self._shown()]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._break()
        return handled

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _break(self) -> None:
        shown = self._shown()
        needed = sum(widget.sizeHint().width() for widget in shown) + self._spacing * max(len(shown) - 1, 0)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = across if needed <= self.width() else down
        if wanted is not self._row.direction():
            self._row.setDirection(wanted)
            self.updateGeometry()
