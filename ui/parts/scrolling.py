"""A part of a page that is as tall as its content where there is room, and scrolls where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.parts.tall_enough import TallEnough

_LEAST = 120  # of the height: something of it always stays in sight


class Scrolling(QScrollArea):
    """Shows ``inside``; keeps the field with the caret in sight."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("kind", "surface")
        self._content = TallEnough()
        self._content.setProperty("kind", "surface")
        self._content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(inside)
        self._content.installEventFilter(self)
        self.setWidget(self._content)

    def sizeHint(self) -> QSize:
        return QSize(self._content.sizeHint().width(), self._content.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self._content.minimumHeight(), _LEAST))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self.updateGeometry()
        return super().eventFilter(watched, event)
