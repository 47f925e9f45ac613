"""The end of a notice: who signed, how to check the paper, and the receipt for its handing over (letters 1.10-1.11)."""

from __future__ import annotations

import re
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from dost_desktop.domain.letter import Letter
from reports import frame, typeface
from reports.pages import (
    ACCENT,
    HAIRLINE,
    INK,
    MUTED,
    SOFT,
    BoxPiece,
    Style,
    TextPiece,
    draw_line,
    rule,
    text_piece,
)
from reports.text import Run

_SIGN: Final = "İmza:"
_SEAL: Final = "M.Y."
_CHECK: Final = "Sənədin həqiqiliyini və qüvvədə olmasını yoxlamaq üçün:"
_CODE: Final = "kod:"

_NAME: Final = Style(10.8, 15.0)
_NOTE: Final = Style(9.0, 12.4, colour=SOFT)
_QUIET: Final = Style(8.8, 12.0, colour=SOFT)
_RECEIPT_TITLE: Final = Style(8.4, 12.0, typeface.SEMIBOLD, colour=MUTED, tracking=0.9)
_RECEIPT: Final = Style(9.4, 19.0)
_BLANK: Final = re.compile(r"(_{3,})")
_SEAL_SIZE: Final = 46.0
_CELL_GAP: Final = 18.0


def signer(letter: Letter, scale: float, before: float) -> BoxPiece:
    """Post and name; then either the note of the electronic signature or a line and a place for the seal."""
    who = text_piece(
        (Run(letter.signer_post), Run(letter.signer_name, typeface.SEMIBOLD)),
        _NAME.at(scale),
        frame.WIDTH * 0.56,
    )
    if letter.signature_note and not letter.by_hand:
        return _signed_electronically(who, letter.signature_note, before)
    return _signed_by_hand(who, before)


def _signed_electronically(who: TextPiece, note: str, before: float) -> BoxPiece:
    words = text_piece(note, _NOTE, frame.WIDTH - 12)
    height = who.height + words.height + 1

    def paint(canvas: Canvas, x: float, top: float) -> None:
        canvas.setFillColor(ACCENT)
        canvas.rect(x, top - height, 2.2, height, stroke=0, fill=1)
        who.draw(canvas, x + 12, top)
        words.draw(canvas, x + 12, top - who.height - 1)

    return BoxPiece(height, paint, before, keep_next=True)


def _signed_by_hand(who: TextPiece, before: float) -> BoxPiece:
    height = _SEAL_SIZE

    def paint(canvas: Canvas, x: float, top: float) -> None:
        who.draw(canvas, x, top - 14)
        baseline = top - 14 - _NAME.leading * 0.7
        line_from = draw_line(canvas, x + frame.WIDTH * 0.58, baseline, (Run(_SIGN),), _NAME) + 4
        seal = x + frame.WIDTH - _SEAL_SIZE / 2
        rule(canvas, line_from, baseline - 2, seal - _SEAL_SIZE / 2 - 8 - line_from, INK, 0.5)
        canvas.saveState()
        canvas.setStrokeColor(HAIRLINE)
        canvas.setDash(2, 2)
        canvas.circle(seal, top - _SEAL_SIZE / 2, _SEAL_SIZE / 2, stroke=1, fill=0)
        canvas.restoreState()
        wide = typeface.width(_SEAL, typeface.REGULAR, _QUIET.size)
        draw_line(canvas, seal - wide / 2, top - _SEAL_SIZE / 2 - 3, (Run(_SEAL),), _QUIET)

    return BoxPiece(height, paint, before, keep_next=True)


def check_code(letter: Letter, before: float) -> TextPiece:
    """Where anybody can check the paper, and its code."""
    words = (
        Run(_CHECK),
        Run(f"{letter.verify_url},"),
        Run(_CODE),
        Run(letter.verify_code, typeface.SEMIBOLD),
    )
    return text_piece(words, _QUIET, frame.WIDTH, before=before, keep_next=True)


def receipt(letter: Letter, before: float) -> BoxPiece:
    """The lines filled by hand when the paper is handed over.

    Blanks (“____”) become ruled lines; three spaces part what should stand apart.
    """
    title = text_piece(letter.receipt_title, _RECEIPT_TITLE, frame.WIDTH)
    rows = [row for line in letter.receipt_lines for row in _rows_of_cells(line)]
    height = 9 + title.height + len(rows) * _RECEIPT.leading

    def paint(canvas: Canvas, x: float, top: float) -> None:
        rule(canvas, x, top, frame.WIDTH)
        title.draw(canvas, x, top - 9)
        baseline = top - 9 - title.height - _RECEIPT.leading * 0.7
        for row in rows:
            at = x
            for cell in row:
                at = _draw_with_blanks(canvas, at, baseline, cell) + _CELL_GAP
            baseline -= _RECEIPT.leading

    return BoxPiece(height, paint, before)


def _rows_of_cells(line: str) -> list[list[str]]:
    """The cells of one line, on a further row where they do not fit beside each other."""
    rows: list[list[str]] = [[]]
    at = 0.0
    for cell in re.split(r" {3,}", typeface.printable(line)):
        wide = typeface.width(cell, _RECEIPT.font, _RECEIPT.size)
        if rows[-1] and at + wide > frame.WIDTH:
            rows.append([])
            at = 0.0
        rows[-1].append(cell)
        at += wide + _CELL_GAP
    return rows


def _draw_with_blanks(canvas: Canvas, x: float, baseline: float, text: str) -> float:
    for part in _BLANK.split(text):
        if _BLANK.fullmatch(part):
            length = typeface.width(part, _RECEIPT.font, _RECEIPT.size)
            rule(canvas, x, baseline - 2, length, INK, 0.5)
            x += length
        elif part:
            x = draw_line(canvas, x, baseline, (Run(part),), _RECEIPT)
    return x
