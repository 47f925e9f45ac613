"""The end of a notice: who signed, how to check the paper, and the receipt for its handing over (letters 1.10-1.11)."""

from __future__ import annotations

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
from reports.writing_lines import WRITING, paint_rows, writing_rows

_SIGN: Final = "İmza:"
_SEAL: Final = "M.Y."
_CHECK: Final = "Sənədin həqiqiliyini və qüvvədə olmasını yoxlamaq üçün:"
_CODE: Final = "kod:"

_NAME: Final = Style(10.8, 15.0)
_NOTE: Final = Style(9.0, 12.4, colour=SOFT)
_QUIET: Final = Style(8.8, 12.0, colour=SOFT)
_RECEIPT_TITLE: Final = Style(8.4, 12.0, typeface.SEMIBOLD, colour=MUTED, tracking=0.9)
_SEAL_SIZE: Final = 46.0


def signer(letter: Letter, scale: float, before: float) -> BoxPiece:
    """Post and name; then either the note of the electronic signature or a line and a place for the seal."""
    if letter.signature_note and not letter.by_hand:
        who = _who(letter.signer_post, letter.signer_name, scale)
        return _signed_electronically(who, letter.signature_note, before)
    return signed_by_hand(letter.signer_post, letter.signer_name, scale, before)


def _who(post: str, name: str, scale: float) -> TextPiece:
    return text_piece((Run(post), Run(name, typeface.SEMIBOLD)), _NAME.at(scale), frame.WIDTH * 0.56)


def _signed_electronically(who: TextPiece, note: str, before: float) -> BoxPiece:
    words = text_piece(note, _NOTE, frame.WIDTH - 12)
    height = who.height + words.height + 1

    def paint(canvas: Canvas, x: float, top: float) -> None:
        canvas.setFillColor(ACCENT)
        canvas.rect(x, top - height, 2.2, height, stroke=0, fill=1)
        who.draw(canvas, x + 12, top)
        words.draw(canvas, x + 12, top - who.height - 1)

    return BoxPiece(height, paint, before, keep_next=True)


def signed_by_hand(post: str, name: str, scale: float, before: float) -> BoxPiece:
    """Post and name, a line for the signature, a place for the seal."""
    who = _who(post, name, scale)
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
    """The lines filled by hand when the paper is handed over."""
    title = text_piece(letter.receipt_title, _RECEIPT_TITLE, frame.WIDTH)
    rows = writing_rows(letter.receipt_lines)
    height = 9 + title.height + len(rows) * WRITING.leading

    def paint(canvas: Canvas, x: float, top: float) -> None:
        rule(canvas, x, top, frame.WIDTH)
        title.draw(canvas, x, top - 9)
        paint_rows(canvas, x, top - 9 - title.height, rows)

    return BoxPiece(height, paint, before)
