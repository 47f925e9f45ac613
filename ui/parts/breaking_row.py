"""A row that becomes a column where its widgets do not fit side by side: large text cuts nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class BreakingRow(QWidget):
    """Left to right while there is room, else one under another; hidden widgets need no room."""

    def __init__(
        self, widgets: Sequence[QWidget], *, spacing: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = _Breaking(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing)
        for widget in widgets:
            row.addWidget(widget)


class _Breaking(QLayout):
    """The height follows from the width, so nothing is laid out twice."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        return QSize(self._across(), max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        shown = [item for item in self._items if not item.isEmpty()]
        least = [  # a button may give up its key caps, which a fixed size policy would not let it
            item.minimumSize() if (widget := item.widget()) is None else widget.minimumSizeHint()
            for item in shown
        ]
        return QSize(
            max((size.width() for size in least), default=0),
            max((size.height() for size in least), default=0),
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _across(self) -> int:
        widths = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        return sum(widths) + self.spacing() * max(len(widths) - 1, 0)

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Put everything in its place, or only say how high it all is."""
        breaks = self._across() > rect.width()
        left, top, height = rect.left(), rect.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            size = QSize(min(hint.width(), rect.width()), hint.height())
            if move:
                item.setGeometry(QRect(left, top, size.width(), size.height()))
            if breaks:
                top += size.height() + self.spacing()
                height = top - self.spacing() - rect.top()
            else:
                left += size.width() + self.spacing()
                height = max(height, size.height())
        return height
