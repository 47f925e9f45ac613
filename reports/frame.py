"""What every paper of the office has around its text: letterhead, QR code, footer, practice mark.

The few words here are those of the letters' common frame (letters 1.1, 1.10).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from reportlab.graphics.barcode import qrencoder
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from reports import typeface
from reports.pages import (
    AMBER,
    AMBER_LINE,
    AMBER_TINT,
    INK,
    MUTED,
    SOFT,
    BoxPiece,
    Style,
    draw_line,
    text_piece,
)
from reports.text import Run

PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT: Final = 65.0
WIDTH: Final = PAGE_WIDTH - 2 * LEFT
TOP: Final = 54.0  # from the paper's upper edge to the first line of page 1
TOP_LATER: Final = 76.0  # the same on later pages, below their running head
BOTTOM: Final = 56.0
QR_SIZE: Final = 70.0

PRACTICE_MARK: Final = "MƏŞQ — hüquqi qüvvəsi yoxdur"
_SHEET: Final = "Vərəq {page} / {pages}"

_MINISTRY: Final = Style(7.4, 10.4, colour=SOFT, tracking=0.25)
_OFFICE: Final = Style(10.4, 14.0, typeface.SEMIBOLD)
_CONTACT: Final = Style(8.4, 11.6, colour=MUTED)
_RUNNING: Final = Style(8.2, 11.0, colour=MUTED)
_MARK: Final = Style(8.6, 11.0, typeface.SEMIBOLD, colour=AMBER, tracking=0.6)


def letterhead(lines: Sequence[str], verify_url: str) -> BoxPiece:
    """Ministry small, agency and centre in bold, address below; at the right the QR code of ``verify_url``, if any."""
    room = WIDTH - QR_SIZE - 28
    ministry, *offices = lines
    contact = offices.pop() if len(offices) > 2 else ""
    together = " · ".join(offices)
    if typeface.width(typeface.printable(together), _OFFICE.font, _OFFICE.size) <= room:
        offices = [together]
    pieces = [text_piece(ministry, _MINISTRY, room - 30)]
    pieces += [text_piece(name, _OFFICE, room, before=0 if n else 7) for n, name in enumerate(offices)]
    if contact:
        pieces.append(text_piece("  ·  ".join(contact.split("   ")), _CONTACT, room, before=1.5))

    def paint(canvas: Canvas, x: float, top: float) -> None:
        y = top
        for piece in pieces:
            y -= piece.before
            piece.draw(canvas, x, y)
            y -= piece.height
        if verify_url:
            draw_qr(canvas, verify_url, x + WIDTH - QR_SIZE, top - QR_SIZE, QR_SIZE)

    height = sum(piece.before + piece.height for piece in pieces)
    return BoxPiece(height, paint, keep_next=True)


def draw_qr(canvas: Canvas, text: str, x: float, y: float, size: float) -> None:
    """The QR code of ``text`` as one filled path, error correction M, lower left corner at ``x``, ``y``.

    The caller leaves four modules of white around it.
    """
    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    module = size / len(code.modules)
    path = canvas.beginPath()
    for row, cells in enumerate(code.modules):
        column = 0
        for dark, run in groupby(bool(cell) for cell in cells):
            length = len(list(run))
            if dark:
                path.rect(x + column * module, y + size - (row + 1) * module, length * module, module)
            column += length
    canvas.setFillColor(INK)
    canvas.drawPath(path, stroke=0, fill=1)


def running_head(canvas: Canvas, left: str, right: str) -> None:
    """One quiet line at the top of a later page."""
    baseline = PAGE_HEIGHT - TOP
    draw_line(canvas, LEFT, baseline, (Run(typeface.printable(left)),), _RUNNING)
    _flush_right(canvas, typeface.printable(right), baseline, _RUNNING)


def footer(canvas: Canvas, left: str, page: int, pages: int) -> None:
    """``left`` and “Vərəq 1 / 2”; pages count from 1."""
    baseline = BOTTOM - 20
    if left:
        draw_line(canvas, LEFT, baseline, (Run(typeface.printable(left)),), _RUNNING)
    _flush_right(canvas, _SHEET.format(page=page, pages=pages), baseline, _RUNNING)


def practice_mark(canvas: Canvas) -> None:
    """A coloured frame with the words at the upper and lower edge: nobody can take the paper for an act."""
    edge, band = 19.0, 15.0
    canvas.saveState()
    canvas.setFillColor(AMBER_TINT)
    canvas.setStrokeColor(AMBER_LINE)
    canvas.setLineWidth(1.2)
    for y in (edge, PAGE_HEIGHT - edge - band):
        canvas.rect(edge, y, PAGE_WIDTH - 2 * edge, band, stroke=0, fill=1)
    canvas.rect(edge, edge, PAGE_WIDTH - 2 * edge, PAGE_HEIGHT - 2 * edge, stroke=1, fill=0)
    canvas.restoreState()
    wide = typeface.width(PRACTICE_MARK, _MARK.font, _MARK.size) + _MARK.tracking * len(PRACTICE_MARK)
    for y in (edge, PAGE_HEIGHT - edge - band):
        draw_line(canvas, (PAGE_WIDTH - wide) / 2, y + 4.6, (Run(PRACTICE_MARK, _MARK.font),), _MARK)


def _flush_right(canvas: Canvas, text: str, baseline: float, style: Style) -> None:
    x = LEFT + WIDTH - typeface.width(text, style.font, style.size)
    draw_line(canvas, x, baseline, (Run(text, style.font),), style)
