"""The content of a scroll area that is never squeezed: wrapped words get the lines they need, and the area scrolls.

A scroll area asks its content only for a least height without a width; for words that wrap that is one line.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class TallEnough(QWidget):
    """A widget whose least height is what its layout needs at the present width."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._claim()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._claim()
        return handled

    def settle(self) -> None:
        """The content is another one: laid out at once, so that no moment shows it squeezed."""
        inside = self.layout()
        if inside is not None and self.isVisible():
            inside.activate()
            self._claim()

    def _claim(self) -> None:
        inside = self.layout()
        if inside is not None:
            wraps = inside.hasHeightForWidth()
            needed = inside.totalHeightForWidth(self.width()) if wraps else inside.totalMinimumSize().height()
            if needed != self.minimumHeight():
                self.setMinimumHeight(needed)
