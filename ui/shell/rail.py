"""The rail: the pages this agent may open, what waits in them, and who is signed in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.infra.keyboard import on_key
from ui.shell.rail_buttons import AgentButton, Brand, RailButton, RailItem
from ui.theme.theme import theme

__all__ = ["Rail", "RailItem"]
_GROUP_GAP: Final = 8


class Rail(QWidget):
    """``asked`` carries the id of the page, ``lock_asked`` the wish to lock. One tab stop, arrows inside."""

    asked = Signal(str)
    lock_asked = Signal()

    def __init__(self, items: Sequence[RailItem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "part-rail")
        self.setProperty("part", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Pages"))
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Brand(self))
        self._buttons: list[RailButton] = []
        self._places = 0  # of the column, behind the brand, that the pages take
        column.addStretch(1)
        self._agent = AgentButton(self)
        self._agent.clicked.connect(self.lock_asked)
        on_key(self, "lock", self.lock_asked.emit)
        column.addWidget(self._agent)
        self._folded = False
        self.show_items(items)
        self.fold(False)

    def show_items(self, items: Sequence[RailItem]) -> None:
        """The pages that whoever signed in may open; the others are absent."""
        if self._buttons and [each.item for each in self._buttons] == list(items):
            return
        for _ in range(self._places):
            taken = self._column.takeAt(1)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons, self._places = [], 0  # in the rail's own column: too little room is shared by all
        group = items[0].group if items else 0
        for digit, item in enumerate(items, start=1):
            if item.group != group:
                self._places += 1
                self._column.insertSpacing(self._places, _GROUP_GAP)
                group = item.group
            button = RailButton(item, digit, self.move_focus, self)
            button.clicked.connect(lambda _=False, item=item: self.asked.emit(item.id))
            if digit <= 9:
                on_key(button, f"page.{digit}", partial(self.asked.emit, item.id))
            self._buttons.append(button)
            self._places += 1
            self._column.insertWidget(self._places, button)
        self._one_stop()

    def fold(self, folded: bool) -> None:
        """Only icons, or icons and words."""
        self._folded = folded
        self.setFixedWidth(theme().px("shell.rail_collapsed" if folded else "shell.rail"))

    def select(self, page: str) -> None:
        """Mark the page that is open."""
        for button in self._buttons:
            button.setChecked(button.item.id == page)
        self._one_stop()

    def set_count(self, page: str, count: int, *, blocks: bool = False) -> None:
        """How many things wait there for a person; ``blocks`` when somebody cannot go on because of them."""
        for button in self._buttons:
            if button.item.id == page:
                button.count, button.blocks = count, blocks
                button.setAccessibleDescription(str(count) if count else "")
                button.update()

    def set_agent(self, name: str, role: str) -> None:
        """Who is signed in."""
        self._agent.agent, self._agent.role = name, role
        self._agent.setAccessibleName(self.tr("{name}, {role}: lock").format(name=name, role=role))
        self._agent.setToolTip(f"{name}, {role}")
        self._agent.update()

    def move_focus(self, button: QWidget, step: int) -> None:
        """The focus to the page before or after."""
        at = next((n for n, b in enumerate(self._buttons) if b is button), 0)
        self._buttons[(at + step) % len(self._buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _one_stop(self) -> None:
        stop = next((b for b in self._buttons if b.isChecked()), self._buttons[0] if self._buttons else None)
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)
