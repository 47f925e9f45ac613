"""Every paper of the office that is no written answer, drawn: referral, extract, confirmations, filled forms.

One `OfficePaper` in, one PDF/A file out; the same paper always gives the same bytes (design section 8).
"""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Final

from dost_desktop.catalogue.office_paper import LineKind, OfficePaper
from reports import archival, frame, typeface
from reports.pages import Placed, plan
from reports.paper_lines import PaperLines

_SMALLER: Final = (0.96, 0.92)  # tried where that saves the paper a second page
_NEARLY_FITS: Final = 1.02


def draw_office_paper(paper: OfficePaper) -> bytes:
    """The paper as PDF/A-2b on A4."""
    typeface.load()
    into = io.BytesIO()
    canvas = archival.new_canvas(into, paper.title, " · ".join(paper.letterhead[1:3]))
    pages = _lay_out(paper)
    head = f"{paper.title}, № {paper.number}" if paper.number else paper.title
    for number, placed in enumerate(pages):
        if paper.practice:
            frame.practice_mark(canvas)
        if number:
            frame.running_head(canvas, head, paper.date)
        for item in placed:
            item.piece.draw(canvas, frame.LEFT, frame.PAGE_HEIGHT - _top_of(number) - item.top)
        frame.footer(canvas, "" if number else head, number + 1, len(pages))
        canvas.showPage()
    return archival.finished(canvas, into)


def _lay_out(paper: OfficePaper) -> list[list[Placed]]:
    """The pages at full size, or a little smaller where that brings the paper onto one."""
    pages, height = _at_size(paper, 1.0)
    overfull = height / _text_height(0)
    for scale in _SMALLER:
        if len(pages) > 1 and overfull * scale * scale < _NEARLY_FITS:
            smaller, _ = _at_size(paper, scale)
            pages = smaller if len(smaller) == 1 else pages
    return pages


def _at_size(paper: OfficePaper, scale: float) -> tuple[list[list[Placed]], float]:
    """The pages, and how high everything is together."""
    lines, of = paper.lines, PaperLines(paper, scale)
    cut = next((place for place, line in enumerate(lines) if line.kind is LineKind.CUT), len(lines))
    body, foot = [*of.head(), *of.pieces(lines[:cut])], list(of.pieces(lines[cut:]))
    bound = [replace(piece, keep_next=True) for piece in foot[:-1]]  # what is cut off stays in one piece
    pieces = [*body, *bound, *foot[-1:]]
    height = sum(piece.before + piece.height for piece in pieces)
    return _with_foot_below(plan(pieces, _text_height), len(foot)), height


def _with_foot_below(pages: list[list[Placed]], count: int) -> list[list[Placed]]:
    """What is cut off, the last ``count`` pieces, moved down to the lower margin."""
    if not count:
        return pages
    last = pages[-1][-1]
    down = _text_height(len(pages) - 1) - last.top - last.piece.height
    stays = len(pages[-1]) - count
    pages[-1] = [
        Placed(item.piece, item.top + (down if place >= stays else 0.0))
        for place, item in enumerate(pages[-1])
    ]
    return pages


def _text_height(page: int) -> float:
    return frame.PAGE_HEIGHT - frame.BOTTOM - _top_of(page)


def _top_of(page: int) -> float:
    return frame.TOP_LATER if page else frame.TOP
