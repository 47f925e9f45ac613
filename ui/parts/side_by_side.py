"""Fields of one line that share its width evenly, and stand one under another where it is too narrow for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QWidget

from ui.theme.theme import theme

_LEAST: Final = 150  # of a field, at 100 % text


class SideBySide(QWidget):
    """Hidden fields need no room; ``shares`` says how much wider one is than another."""

    def __init__(
        self,
        widgets: Sequence[QWidget],
        *,
        shares: Sequence[int] = (),
        least: int = _LEAST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = _Even(self, shares or (1,) * len(widgets), least)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px("space.3"))
        for widget in widgets:
            row.addWidget(widget)


def left_of(widget: QWidget) -> QWidget:
    """``widget`` in its own width at the left edge of a place that may be wider."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return holder


class _Even(QLayout):
    """The height follows from the width, so nothing is laid out twice."""

    def __init__(self, parent: QWidget, shares: Sequence[int], least: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._shares, self._least = tuple(shares), least

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        seen = self._seen()
        width = sum(self._narrowest(item) for item, _ in seen) + self.spacing() * max(len(seen) - 1, 0)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        least = [item.minimumSize() for item, _ in self._seen()]
        return QSize(
            max((size.width() for size in least), default=0),
            max((size.height() for size in least), default=0),
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _seen(self) -> list[tuple[QLayoutItem, int]]:
        both = zip(self._items, self._shares, strict=True)
        return [(item, share) for item, share in both if not item.isEmpty()]

    def _narrowest(self, item: QLayoutItem) -> int:
        return max(item.minimumSize().width(), round(self._least * theme().scale))

    def _widths(self, room: int) -> list[int]:
        """What each gets in one line; nothing when they do not fit."""
        seen = self._seen()
        room -= self.spacing() * max(len(seen) - 1, 0)
        whole = sum(share for _, share in seen)
        widths = [room * share // whole for _, share in seen] if whole else []
        fits = all(width >= self._narrowest(item) for (item, _), width in zip(seen, widths, strict=True))
        return widths if fits else []

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Put everything in its place, or only say how high it all is."""
        seen, widths = self._seen(), self._widths(rect.width())
        left, top, height = rect.left(), rect.top(), 0
        for place, (item, _) in enumerate(seen):
            width = widths[place] if widths else rect.width()
            tall = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            if move:
                item.setGeometry(QRect(left, top, width, tall))
            if widths:
                left += width + self.spacing()
                height = max(height, tall)
            else:
                top += tall + (self.spacing() if place < len(seen) - 1 else 0)
                height = top - rect.top()
        return height
