"""The common ground of controls we paint ourselves: they follow a change of theme or text size by themselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.theme.theme import theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter


class Painted(QWidget):
    """A widget of our own paint; ``restyle`` is called at the start and whenever the theme changes."""

    def restyle(self) -> None:
        """Take over sizes that depend on the theme."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.restyle()
            self.updateGeometry()
            self.update()
        super().changeEvent(event)


class PaintedButton(QAbstractButton):
    """A button of our own paint, hover included."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)


def draw_box(
    painter: QPainter,
    rect: QRect | QRectF,
    *,
    fill: QColor | None = None,
    line: QColor | None = None,
    width: float = 1.0,
    radius: float = 4.0,
    dashed: bool = False,
) -> None:
    """A rounded rectangle whose outline lies inside ``rect``, sharp at every device ratio."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
        inner = QRectF(rect)
    else:
        pen = QPen(line, width)
        if dashed:
            pen.setDashPattern([4.0 / width, 2.5 / width])
        painter.setPen(pen)
        half = width / 2
        inner = QRectF(rect).adjusted(half, half, -half, -half)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inner, radius, radius)
    painter.restore()


def draw_words(
    painter: QPainter,
    rect: QRect,
    words: str,
    kind: str | QFont,
    colour: QColor,
    flags: int | Qt.AlignmentFlag = LEFT,
    *,
    elide: bool = True,
) -> None:
    """One line of text in a step of the type scale, elided right where it does not fit."""
    font = theme().font(kind) if isinstance(kind, str) else kind
    painter.setFont(font)
    painter.setPen(colour)
    if elide:
        words = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(flags), words)


def grown(pixels: int) -> int:
    """A distance inside a control at the present text scale."""
    return round(pixels * theme().scale)


def width_of(words: str, kind: str) -> int:
    """How wide one line of text is, rounded up."""
    return QFontMetrics(theme().font(kind)).horizontalAdvance(words) + 1


def wrapped_height(words: str, kind: str, width: int) -> int:
    """How high text is when wrapped into ``width``."""
    box = QFontMetrics(theme().font(kind)).boundingRect(
        QRect(0, 0, max(width, 1), 10_000), int(Qt.TextFlag.TextWordWrap), words
    )
    return max(box.height(), theme().line_height(kind))
