"""Lines to be filled by hand: blanks of the text become ruled lines, what stands apart moves down where it must."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from reports import frame, typeface
from reports.pages import INK, BoxPiece, Style, draw_line, rule
from reports.text import Run

WRITING: Final = Style(9.4, 19.0)
_BLANK: Final = re.compile(r"(_{3,})")
_CELL_GAP: Final = 18.0


def writing_rows(lines: Sequence[str], style: Style = WRITING) -> list[list[str]]:
    """The cells of each line; three spaces part them, and a cell that does not fit goes to a further row."""
    return [row for line in lines for row in _rows_of_cells(line, style)]


def paint_rows(
    canvas: Canvas, x: float, top: float, rows: Sequence[Sequence[str]], style: Style = WRITING
) -> None:
    """Draw rows of cells downwards from ``top``."""
    baseline = top - style.leading * 0.7
    for row in rows:
        at = x
        for cell in row:
            at = _draw_with_blanks(canvas, at, baseline, cell, style) + _CELL_GAP
        baseline -= style.leading


def writing_piece(lines: Sequence[str], style: Style = WRITING, before: float = 0.0) -> BoxPiece:
    """These lines as one block, kept whole."""
    rows = writing_rows(lines, style)

    def paint(canvas: Canvas, x: float, top: float) -> None:
        paint_rows(canvas, x, top, rows, style)

    return BoxPiece(len(rows) * style.leading, paint, before)


def _rows_of_cells(line: str, style: Style) -> list[list[str]]:
    rows: list[list[str]] = [[]]
    at = 0.0
    for cell in re.split(r" {3,}", typeface.printable(line)):
        wide = typeface.width(cell, style.font, style.size)
        if rows[-1] and at + wide > frame.WIDTH:
            rows.append([])
            at = 0.0
        rows[-1].append(cell)
        at += wide + _CELL_GAP
    return rows


def _draw_with_blanks(canvas: Canvas, x: float, baseline: float, text: str, style: Style) -> float:
    for part in _BLANK.split(text):
        if _BLANK.fullmatch(part):
            length = typeface.width(part, style.font, style.size)
            rule(canvas, x, baseline - 2, length, INK, 0.5)
            x += length
        elif part:
            x = draw_line(canvas, x, baseline, (Run(part),), style)
    return x
