"""The rail: the pages this agent may open, what waits in them, and who is signed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.infra.keyboard import on_key
from ui.theme.icons import draw_icon, square
from ui.theme.theme import theme
from ui.widgets.key_caps import caps_width, draw_caps
from ui.widgets.painted import CENTER, LEFT, RIGHT, Painted, PaintedButton, draw_box, draw_words, grown, width_of

_EDGE: Final = 16
_WORDS: Final = 46
_ROW: Final = 40
_GROUP_GAP: Final = 8


@dataclass(frozen=True, slots=True)
class RailItem:
    """One page. Items of one ``group`` stand together; a gap parts the groups."""

    id: str
    words: str
    icon: str
    group: int = 0


class _Brand(Painted):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("DOST Desktop")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px("shell.rail_collapsed"), theme().px("shell.header"))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme()
        painter = QPainter(self)
        edge = round(24 * worn.scale)
        folded = self.width() < worn.px("shell.rail")
        left = (self.width() - edge) / 2 if folded else _EDGE
        draw_icon(painter, square(left, self.height() / 2, edge), "mark", worn.color("accent.fill"), paper=worn.color("accent.on"))
        if not folded:
            start = _EDGE + edge + 10
            draw_words(painter, QRect(start, 0, self.width() - start, self.height()), "DOST Desktop", "strong", worn.color("text.main"))


class _RailButton(PaintedButton):
    def __init__(self, item: RailItem, digit: int, rail: Rail) -> None:
        super().__init__(item.words, rail)
        self.item, self.digit, self._rail = item, digit, rail
        self.count, self.blocks = 0, False
        self.setCheckable(True)
        self.setToolTip(f"{item.words} (Ctrl+{digit})")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ring", "none")

    def nextCheckState(self) -> None:
        """Selected only by the window, once the page is open."""

    def sizeHint(self) -> QSize:
        return QSize(theme().px("shell.rail_collapsed"), round(_ROW * theme().scale))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}.get(event.key())
        if step is not None:
            self._rail.move(self, step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme()
        painter = QPainter(self)
        folded = self.width() < worn.px("shell.rail")
        if self.isChecked():
            painter.fillRect(self.rect(), worn.color("bg.surface"))
            for y in (0, self.height() - 1):
                painter.fillRect(0, y, self.width(), 1, worn.color("line.subtle"))
            painter.fillRect(0, 0, worn.px("line.marker"), self.height(), worn.color("accent.fill"))
        elif self.underMouse():
            painter.fillRect(self.rect(), worn.color("bg.hover"))
        edge, middle = worn.px("control.icon_rail"), self.height() / 2
        ink = worn.color("accent.text" if self.isChecked() else "text.soft")
        left = (self.width() - edge) / 2 if folded else _EDGE
        draw_icon(painter, square(left, middle, edge), self.item.icon, ink)
        if folded:
            self._badge(painter, self.width() - 3, round(2 * worn.scale), small=True)
        else:
            self._words(painter)
        if self.hasFocus():
            draw_box(painter, self.rect().adjusted(2, 1, -2, -1), line=worn.color("line.focus"), width=worn.px("line.focus"))

    def _words(self, painter: QPainter) -> None:
        worn = theme()
        right = self.width() - 11
        digit = QRect(right - 12, 0, 12, self.height())
        draw_words(painter, digit, str(self.digit), "caption", worn.color("text.muted"), RIGHT, elide=False)
        edge = right - round(18 * worn.scale)
        edge = self._badge(painter, edge, 0, small=False)
        kind = "strong" if self.isChecked() else "body"
        start = grown(_WORDS)
        room = QRect(start, 0, edge - start - 4, self.height())
        draw_words(painter, room, self.text(), kind, worn.color("text.main" if self.isChecked() else "text.soft"))

    def _badge(self, painter: QPainter, right: int, top: int, *, small: bool) -> int:
        if not self.count:
            return right
        worn = theme()
        words = str(self.count)
        height = round((18 if small else 20) * worn.scale)
        width = max(width_of(words, "small_strong") + 10, height)
        y = top if small else (self.height() - height) // 2
        box = QRect(right - width, y, width, height)
        fill, line, ink = ("warn.tint", "warn.line", "warn.text") if self.blocks else ("bg.surface", "line.subtle", "text.main")
        draw_box(painter, box, fill=worn.color(fill), line=worn.color(line), radius=worn.px("radius.chip"))
        draw_words(painter, box, words, "small_strong" if not small else "caption_strong", worn.color(ink), CENTER, elide=False)
        return box.left()


class _Agent(PaintedButton):
    def __init__(self, rail: QWidget) -> None:
        super().__init__("", rail)
        self.agent, self.role = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ring", "none")

    def sizeHint(self) -> QSize:
        return QSize(theme().px("shell.rail_collapsed"), round(60 * theme().scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme()
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), worn.color("bg.hover"))
        edge, middle = worn.px("control.icon_rail"), self.height() / 2
        folded = self.width() < worn.px("shell.rail")
        left = (self.width() - edge) / 2 if folded else _EDGE
        draw_icon(painter, square(left, middle, edge), "user-circle", worn.color("text.soft"))
        if not folded:
            right = self.width() - 12
            draw_caps(painter, right, middle, "lock", worn.color("text.soft"), worn.color("line.control"), worn.color("bg.surface"))
            start = grown(_WORDS)
            room = right - caps_width("lock") - 6 - start
            name, role = worn.line_height("small"), worn.line_height("caption")
            top = round(middle - (name + role) / 2)
            draw_words(painter, QRect(start, top, room, name), self.agent, "small_strong", worn.color("text.main"), LEFT)
            draw_words(painter, QRect(start, top + name, room, role), self.role, "caption", worn.color("text.muted"), LEFT)
        if self.hasFocus():
            draw_box(painter, self.rect().adjusted(2, 1, -2, -1), line=worn.color("line.focus"), width=worn.px("line.focus"))


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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_Brand(self))
        self._buttons: list[_RailButton] = []
        group = items[0].group if items else 0
        for digit, item in enumerate(items, start=1):
            if item.group != group:
                column.addSpacing(_GROUP_GAP)
                group = item.group
            button = _RailButton(item, digit, self)
            button.clicked.connect(lambda _=False, item=item: self.asked.emit(item.id))
            if digit <= 9:
                on_key(self, f"page.{digit}", lambda item=item: self.asked.emit(item.id))
            self._buttons.append(button)
            column.addWidget(button)
        column.addStretch(1)
        self._agent = _Agent(self)
        self._agent.clicked.connect(self.lock_asked)
        on_key(self, "lock", self.lock_asked.emit)
        column.addWidget(self._agent)
        self._folded = False
        self._one_stop()
        self.fold(False)

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

    def move(self, button: QWidget, step: int) -> None:
        """The focus to the page before or after."""
        at = next((n for n, b in enumerate(self._buttons) if b is button), 0)
        self._buttons[(at + step) % len(self._buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _one_stop(self) -> None:
        stop = next((b for b in self._buttons if b.isChecked()), self._buttons[0] if self._buttons else None)
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)
