"""The paper for a person whose application waits for a register or for MAS: registered, nothing lost, no new ticket.

Its words are drafts like those of the letters (ui.az.md part 13, “Register down”), in the form of address Siz.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from reports import archival, frame, typeface
from reports.documents import WaitingReceipt
from reports.pages import (
    HAIRLINE,
    MUTED,
    SOFT,
    BoxPiece,
    Piece,
    Style,
    plan,
    rule,
    text_piece,
    title_piece,
)
from reports.text import Run

TITLE: Final = "Müraciətin qeydə alınması barədə qəbz"
_NUMBER_LABEL: Final = "Müraciət nömrəsi"
_ROWS: Final = (
    ("Müraciət edən", "full_name"),
    ("Nümayəndə", "representative"),
    ("Qeydə alındığı tarix", "registered_on"),
    ("Saat", "registered_at"),
    ("Mərkəz", "centre"),
    ("Gözlənilən cavab", "waits_for"),
    ("Sosial agent", "agent"),
)
_NEXT: Final = "Bundan sonra nə olacaq"
_STEPS: Final = (
    "Sistem hazırda cavab vermir. Müraciətiniz qeydə alınıb və itməyəcək.",
    "Reyestr cavab verən kimi yoxlama özü aparılır. Nəticə barədə Sizə məlumat veriləcək.",
    "Yenidən növbəyə durmağınıza və yenidən müraciət etməyinizə ehtiyac yoxdur.",
    "Sual yaranarsa, yuxarıdakı müraciət nömrəsini deyin.",
)
_TO_CONFIRM: Final = (
    "Ərizəniz doldurulub və itməyəcək. O, MAS-a ötürülür.",
    "Ərizəni e-sosial portalında öz vasitənizlə (SMS kodu və ya ASAN İmza) təsdiq edin. Kodu heç kimə deməyin.",
    "MAS-ın cavabı barədə elektron kabinetinizə və mobil nömrənizə məlumat veriləcək.",
    "Yenidən növbəyə durmağınıza və yenidən müraciət etməyinizə ehtiyac yoxdur.",
    "Sual yaranarsa, yuxarıdakı müraciət nömrəsini deyin.",
)
_NOT_YET: Final = "Bu qəbz qərar deyil. Qeydiyyat MAS ərizəni qəbul etdikdən sonra dəyişir."
_KEEP: Final = "Bu qəbz qərar deyil. Qərar Sizə ayrıca, yazılı təqdim olunacaq."

_TITLE: Final = Style(17.0, 21.0, typeface.SEMIBOLD)
_BIG: Final = Style(21.0, 27.0, typeface.SEMIBOLD)
_LABEL: Final = Style(9.4, 13.0, colour=MUTED)
_ROW: Final = Style(11.0, 15.4)
_ROW_LABEL: Final = Style(11.0, 15.4, colour=SOFT)
_HEADING: Final = Style(11.4, 16.0, typeface.SEMIBOLD)
_STEP: Final = Style(11.0, 16.0)
_COLUMN: Final = 140.0


def draw_waiting_receipt(receipt: WaitingReceipt) -> bytes:
    """One A4 page as PDF/A-2b; the same receipt always gives the same bytes."""
    typeface.load()
    into = io.BytesIO()
    canvas = archival.new_canvas(into, TITLE, " · ".join(receipt.letterhead[1:3]))
    pages = plan(list(_pieces(receipt)), lambda _page: frame.PAGE_HEIGHT - frame.TOP - frame.BOTTOM)
    for number, placed in enumerate(pages):
        if receipt.practice:
            frame.practice_mark(canvas)
        for item in placed:
            item.piece.draw(canvas, frame.LEFT, frame.PAGE_HEIGHT - frame.TOP - item.top)
        frame.footer(canvas, receipt.application_no, number + 1, len(pages))
        canvas.showPage()
    return archival.finished(canvas, into)


def _pieces(receipt: WaitingReceipt) -> Iterator[Piece]:
    yield frame.letterhead(receipt.letterhead, receipt.verify_url)
    yield title_piece(TITLE, _TITLE, frame.WIDTH, before=34)
    yield text_piece(_NUMBER_LABEL, _LABEL, frame.WIDTH, before=12, keep_next=True)
    yield text_piece(receipt.application_no, _BIG, frame.WIDTH)
    for label, name in _ROWS:
        if value := getattr(receipt, name):
            yield _row(label, value, before=12 if name == _ROWS[0][1] else 0)
    yield text_piece(_NEXT, _HEADING, frame.WIDTH, before=20, keep_next=True)
    for number, step in enumerate(_TO_CONFIRM if receipt.to_confirm else _STEPS, 1):
        yield text_piece(step, _STEP, frame.WIDTH, before=4, indent=18, mark=f"{number}.")
    yield text_piece(_NOT_YET if receipt.to_confirm else _KEEP, _ROW_LABEL, frame.WIDTH, before=16)


def _row(label: str, value: str, before: float) -> BoxPiece:
    name = text_piece(f"{label}:", _ROW_LABEL, _COLUMN - 10)
    content = text_piece((Run(value, typeface.SEMIBOLD),), _ROW, frame.WIDTH - _COLUMN - 2)
    height = max(name.height, content.height) + 6

    def paint(canvas: Canvas, x: float, top: float) -> None:
        rule(canvas, x, top, frame.WIDTH, HAIRLINE, 0.5)
        name.draw(canvas, x + 2, top - 3)
        content.draw(canvas, x + _COLUMN, top - 3)
        rule(canvas, x, top - height, frame.WIDTH, HAIRLINE, 0.5)

    return BoxPiece(height, paint, before)
