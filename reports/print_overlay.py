"""The margin of a print: states that change while the signed file may not (design section 8).

The notes are drawn on a copy that goes to the printer and nowhere else.
"""

from __future__ import annotations

import io
from typing import Final

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from reports import archival, frame, typeface
from reports.documents import PrintNotes
from reports.pages import INK, Style, draw_line
from reports.text import Run

# letters 1.10 and 8.2
_NOT_CONFIRMED: Final = (
    "Bu sənəd qoşulma olmadan tərtib edilmişdir; mərkəzi sistemdə qeydi növbəti ötürülmə zamanı aparılır."
)
_COPY: Final = "SURƏT."
_COPY_DETAIL: Final = "Təkrar çap: {date}, çap № {number}"
_SERVED: Final = "Təqdim edildi: {date}"
_SERVED_AT: Final = ", saat {time}"

_NOTE: Final = Style(8.4, 11.4, colour=INK)
_MARGIN: Final = pikepdf.Name("/PrintMargin")
_FROM_EDGE: Final = 43.0  # points from the paper's left edge: outside the text, inside what printers reach
_BETWEEN: Final = "   ·   "


def overlay(pdf: bytes, notes: PrintNotes) -> bytes:
    """A print copy of ``pdf`` with ``notes`` along the left margin of every page.

    Without notes the bytes come back as they are. The copy is no signed file any more and is not to be kept.
    """
    if not notes.any:
        return pdf
    typeface.load()
    with pikepdf.open(io.BytesIO(pdf)) as copy, pikepdf.open(io.BytesIO(_margin(notes))) as margin:
        drawn = copy.copy_foreign(margin.pages[0].as_form_xobject())
        for page in copy.pages:
            # not add_overlay(): it draws a random name, and the same data shall give the same bytes
            page.add_resource(drawn, pikepdf.Name.XObject, _MARGIN)
            page.contents_add(b"q\n", prepend=True)
            page.contents_add(b"\nQ q /PrintMargin Do Q\n")
        _drop_signatures(copy)
        into = io.BytesIO()
        copy.save(into, deterministic_id=True)
        return into.getvalue()


def _drop_signatures(copy: pikepdf.Pdf) -> None:
    """The copy is changed: it must not look like a signed file that somebody broke."""
    if "/AcroForm" in copy.Root:
        del copy.Root["/AcroForm"]
    for page in copy.pages:
        if "/Annots" in page:
            del page["/Annots"]


def _margin(notes: PrintNotes) -> bytes:
    """One page that is empty but for the notes, read from the bottom to the top."""
    into = io.BytesIO()
    canvas: Canvas = archival.new_canvas(into, archival.PRODUCER, archival.PRODUCER)
    canvas.translate(_FROM_EDGE, frame.BOTTOM)
    canvas.rotate(90)
    draw_line(canvas, 0, 0, _runs(notes), _NOTE)
    canvas.showPage()
    return archival.finished(canvas, into)


def _runs(notes: PrintNotes) -> list[Run]:
    parts: list[list[Run]] = []
    if notes.copy_no:
        detail = _COPY_DETAIL.format(date=notes.copied_on, number=notes.copy_no)
        parts.append([Run(f"{_COPY} ", typeface.SEMIBOLD), Run(typeface.printable(detail))])
    if notes.served_on:
        served = _SERVED.format(date=notes.served_on)
        time = _SERVED_AT.format(time=notes.served_at) if notes.served_at else ""
        parts.append([Run(typeface.printable(served + time))])
    if notes.not_yet_confirmed:
        parts.append([Run(_NOT_CONFIRMED)])
    runs: list[Run] = []
    for number, part in enumerate(parts):
        if number:
            runs.append(Run(_BETWEEN))
        runs += part
    return runs
