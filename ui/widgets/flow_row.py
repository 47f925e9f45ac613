"""Buttons side by side: where room is scarce the last ones lose their key caps, then they go to a second line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class FlowRow(QWidget):
    """The widgets keep their wished size and their order; hidden ones take no room."""

    def __init__(
        self, widgets: Sequence[QWidget] = (), *, spacing: int = 10, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._widgets: list[QWidget] = []
        self._spacing = spacing
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """One more at the end."""
        widget.setParent(self)
        widget.installEventFilter(self)
        self._widgets.append(widget)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        wished = [self._wish(widget) for widget in self._seen()]
        width = sum(size.width() for size in wished) + self._spacing * max(len(wished) - 1, 0)
        return QSize(width, max((size.height() for size in wished), default=0))

    def minimumSizeHint(self) -> QSize:
        wished = [self._wish(widget) for widget in self._seen()]
        return QSize(
            max((w.minimumSizeHint().width() for w in self._seen()), default=0),
            max((size.height() for size in wished), default=0),
        )

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._height(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self.updateGeometry()
            self._arrange()
        return False

    def _arrange(self) -> None:
        for widget, box in self._places(self.width()):
            widget.setGeometry(box)

    def _seen(self) -> list[QWidget]:
        return [widget for widget in self._widgets if widget.isVisibleTo(self)]

    @staticmethod
    def _wish(widget: QWidget) -> QSize:
        return widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())

    def _lines(self, width: int) -> list[list[tuple[QWidget, QSize]]]:
        lines: list[list[tuple[QWidget, QSize]]] = []
        narrow = self._one_line(width)
        if narrow:
            return [narrow]
        left = 0
        for widget in self._seen():
            size = self._wish(widget)
            size.setWidth(min(size.width(), max(width, 1)))
            if not lines or left + size.width() > width:
                lines.append([])
                left = 0
            lines[-1].append((widget, size))
            left += size.width() + self._spacing
        return lines

    def _one_line(self, width: int) -> list[tuple[QWidget, QSize]]:
        """All in one line, the last ones narrowed to their least width if need be; empty when even that is too wide."""
        line = [(widget, self._wish(widget)) for widget in self._seen()]
        room = width - self._spacing * max(len(line) - 1, 0)
        for widget, size in reversed(line):
            surplus = sum(wish.width() for _, wish in line) - room
            if surplus <= 0:
                break
            size.setWidth(min(size.width(), widget.minimumSizeHint().width()))
        return line if sum(wish.width() for _, wish in line) <= room else []

    def _places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        top = 0
        for line in self._lines(width):
            height = max(size.height() for _, size in line)
            left = 0
            for widget, size in line:
                yield widget, QRect(QPoint(left, top + (height - size.height()) // 2), size)
                left += size.width() + self._spacing
            top += height + self._spacing

    def _height(self, width: int) -> int:
        lines = self._lines(width)
        return sum(max(size.height() for _, size in line) for line in lines) + self._spacing * max(
            len(lines) - 1, 0
        )
