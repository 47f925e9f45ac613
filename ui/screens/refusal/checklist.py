"""What the letter must have, in a small grid: ticked as it is ready, the open ones bold."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.screens.refusal.form import CheckLine
from ui.theme.icons import draw_icon, square
from ui.theme.theme import theme
from ui.widgets.painted import LEFT, Painted, draw_words, grown, width_of
from ui.widgets.text import Text

_ICONS: Final = {
    "done": ("check-circle", "good.text"),
    "open": ("circle", "line.control"),
    "at_issue": ("hourglass-medium", "text.muted"),
}
_ROW: Final = 22
_BESIDE: Final = 22  # icon and its gap
_MOST_COLUMNS: Final = 5


class _Grid(Painted):
    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[CheckLine, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        columns = self._columns(width)
        return -(-len(self.lines) // columns) * grown(_ROW)

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(max(self.width(), 300)))

    def _columns(self, width: int) -> int:
        widest = max((width_of(line.name, "caption_strong") for line in self.lines), default=60)
        return max(1, min(_MOST_COLUMNS, width // (widest + grown(_BESIDE) + 8)))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn, painter = theme(), QPainter(self)
        columns, row = self._columns(self.width()), grown(_ROW)
        room, edge = self.width() // columns, worn.px("control.icon_small")
        for place, line in enumerate(self.lines):
            left, top = place % columns * room, place // columns * row
            icon, role = _ICONS[line.state]
            draw_icon(painter, square(left, top + row / 2, edge), icon, worn.color(role))
            is_open = line.state == "open"
            box = QRect(left + grown(_BESIDE), top, room - grown(_BESIDE), row)
            ink = worn.color("text.main" if is_open else "text.soft")
            draw_words(painter, box, line.name, "caption_strong" if is_open else "caption", ink, LEFT)


class Checklist(QWidget):
    """n of m: what the program gives at the issue counts as ready, there is nothing left to do for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        self._count = Text("", "label", "soft")
        head.addWidget(Text(self.tr("The letter must have"), "label", "soft"), 1)
        head.addWidget(self._count)
        column.addLayout(head)
        self._grid = _Grid()
        column.addWidget(self._grid)

    def show_lines(self, lines: tuple[CheckLine, ...]) -> None:
        """The lines as they are now."""
        self._grid.lines = lines
        ready = sum(line.state != "open" for line in lines)
        self._count.setText(f"{ready} / {len(lines)}")
        spoken = ", ".join(line.name for line in lines if line.state == "open")
        self.setAccessibleName(
            self.tr("The letter must have: {ready} of {n} ready").format(ready=ready, n=len(lines))
        )
        self.setAccessibleDescription(self.tr("Open: {names}").format(names=spoken) if spoken else "")
        self._grid.updateGeometry()
        self._grid.update()
