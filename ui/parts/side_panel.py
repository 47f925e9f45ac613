"""The panel right of a list: it is as wide as the theme says at every text size, and scrolls what does not fit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.text import Rule


class SidePanel(QWidget):
    """What is chosen in the list beside it; the right part of its page for F6."""

    def __init__(
        self, inside: QWidget, parent: QWidget | None = None, *, foot: QWidget | None = None
    ) -> None:
        """``foot`` stands below, always in sight: what is done with the chosen one."""
        super().__init__(parent)
        self.setProperty("kind", "part-right")
        self.setProperty("part", "right")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in (area, inside):
            widget.setProperty("kind", "surface")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        area.setWidget(inside)
        room = QVBoxLayout(self)
        room.setContentsMargins(theme().outline, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(area, 1)
        if foot is not None:
            room.addWidget(Rule())
            room.addWidget(foot)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(theme().px("shell.next_panel"))
