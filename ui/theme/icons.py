"""Icons by name: drawn in ``paint`` at the device's own ratio, never a cached picture of ratio 1."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from ui.theme.fonts import load_icon_font

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

OWN: Final = frozenset({"stamp", "signature", "seal", "usb", "scan", "mark"})  # missing in the bundled font
_OPTICAL: Final = 0.9  # of the square: beside 15 px text a full square looks heavy
_INK: Final = b"currentColor"
_PAPER: Final = b"currentPaper"


def draw_icon(
    painter: QPainter,
    rect: QRect | QRectF,
    name: str,
    colour: QColor,
    *,
    paper: QColor | None = None,
    turned: float = 0.0,
) -> None:
    """Draw one icon into a square. ``paper`` is the second colour of the program's mark, ``turned`` degrees."""
    box = QRectF(rect)
    if name in OWN:
        _drawing(name, colour.name(), (paper or colour).name()).render(painter, box)
        return
    family, names = load_icon_font()
    font = QFont(family)
    font.setPixelSize(round(min(box.width(), box.height()) * _OPTICAL))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    painter.save()
    painter.setFont(font)
    painter.setPen(colour)
    if turned:
        painter.translate(box.center())
        painter.rotate(turned)
        painter.translate(-box.center())
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, names[name])
    painter.restore()


def is_icon(name: str) -> bool:
    """Whether there is an icon of this name."""
    return name in OWN or name in load_icon_font()[1]


def square(left: float, middle: float, size: int) -> QRect:
    """A square of ``size`` whose left edge is ``left`` and whose vertical middle is ``middle``."""
    return QRect(QPoint(round(left), round(middle - size / 2)), QSize(size, size))


@cache
def _drawing(name: str, ink: str, paper: str) -> QSvgRenderer:
    text = files("resources").joinpath("icons", f"{name}.svg").read_bytes()
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - the first page draws none

    return QSvgRenderer(QByteArray(text.replace(_INK, ink.encode()).replace(_PAPER, paper.encode())))
