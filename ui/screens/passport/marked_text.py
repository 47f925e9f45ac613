"""A quoted text in which the words looked for are marked, by a ground and a line under them, not by colour alone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.screens.passport.finding import Span
from ui.theme.theme import theme
from ui.widgets.painted import Painted

_LEAST: Final = 120


class MarkedText(Painted):
    """Wrapped words of one step of the type scale; ``tone`` is the colour's role."""

    def __init__(
        self,
        words: str,
        kind: str = "body",
        tone: str = "text.main",
        marks: tuple[Span, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._kind, self._tone, self._marks = words, kind, tone, marks
        self._current = -1
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(words)

    def show_current(self, span: int) -> None:
        """The hit that F8 is on; -1 for none."""
        self._current = span
        self.update()

    def hit_box(self, span: int) -> QRectF:
        """Where a hit stands in this widget: its first line."""
        mark, layout = self._marks[span], self._laid_out(self.width())
        line = layout.lineForTextPosition(mark.start)
        left = float(line.cursorToX(mark.start)[0])  # type: ignore[index] # its type names only the number
        return QRectF(left, line.y(), 1, line.height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._laid_out(width).lineCount() * theme().line_height(self._kind)

    def sizeHint(self) -> QSize:
        width = theme().px("shell.text_max")
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, theme().line_height(self._kind))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme().color(self._tone))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0), self._formats())

    def _formats(self) -> list[QTextLayout.FormatRange]:
        worn, formats = theme(), []
        for number, mark in enumerate(self._marks):
            here = number == self._current
            look = QTextCharFormat()
            look.setBackground(worn.color("accent.fill" if here else "warn.tint"))
            look.setForeground(worn.color("accent.on" if here else "text.main"))
            look.setFontUnderline(True)
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = mark.start, mark.end - mark.start, look
            formats.append(piece)
        return formats

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._words, theme().font(self._kind))
        layout.setTextOption(_WRAPPED)
        height = theme().line_height(self._kind)
        layout.beginLayout()
        top = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, top + (height - line.height()) / 2))
            top += height
        layout.endLayout()
        return layout


_WRAPPED: Final = QTextOption()
_WRAPPED.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
