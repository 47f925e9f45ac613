"""Every paper of the office that is no written answer, drawn: referral, extract, confirmations, filled forms.

One `OfficePaper` in, one PDF/A file out; the same paper always gives the same bytes (design section 8).
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from dost_desktop.catalogue.office_paper import Line, LineKind, OfficePaper, Row, Table
from reports import archival, frame, typeface
from reports.closing import signed_by_hand
from reports.pages import (
    HAIRLINE,
    MUTED,
    SOFT,
    BoxPiece,
    Piece,
    Placed,
    RowPiece,
    Style,
    TextPiece,
    draw_line,
    kept_with_next,
    plan,
    text_piece,
    title_piece,
)
from reports.text import Run
from reports.writing_lines import writing_piece

_BODY: Final = Style(10.5, 14.6)
_HEADING: Final = Style(10.8, 15.0, typeface.SEMIBOLD)
_TITLE: Final = Style(15.0, 19.0, typeface.SEMIBOLD)
_SUBTITLE: Final = Style(8.4, 12.0, typeface.SEMIBOLD, colour=MUTED, tracking=0.9)
_LABEL: Final = Style(10.5, 14.6, colour=SOFT)
_HEAD: Final = Style(8.6, 11.6, typeface.SEMIBOLD, colour=MUTED)
_CELL: Final = Style(9.0, 12.0)
_BELOW: Final = Style(9.0, 12.0, colour=SOFT)
_QUIET: Final = Style(8.8, 12.0, colour=MUTED)
_CUT: Final = Style(8.2, 10.0, colour=MUTED)
_COLUMN_GAP: Final = 8.0
_INDENT: Final = 15.0
_EDGE: Final = 2.0
_LABELS_AT_MOST: Final = 0.37  # of the width for the labels of fields
_LABEL_GAP: Final = 16.0
_BLANK_FIELD: Final = "_" * 36  # a field that is still to be filled


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
    cut = next((n for n, line in enumerate(paper.lines) if line.kind is LineKind.CUT), len(paper.lines))
    body = [*_head(paper), *_pieces(paper, paper.lines[:cut])]
    foot = [kept_with_next(piece) for piece in _pieces(paper, paper.lines[cut:])]
    if foot:
        foot[-1] = replace(foot[-1], keep_next=False)
    return _with_foot_below(plan([*body, *foot], _text_height), len(foot))


def _with_foot_below(pages: list[list[Placed]], count: int) -> list[list[Placed]]:
    """What is cut off, the last ``count`` pieces, moved down to the lower margin."""
    if not count:
        return pages
    last = pages[-1][-1]
    down = _text_height(len(pages) - 1) - last.top - last.piece.height
    pages[-1] = [
        Placed(item.piece, item.top + (down if place >= len(pages[-1]) - count else 0.0))
        for place, item in enumerate(pages[-1])
    ]
    return pages


def _text_height(page: int) -> float:
    return frame.PAGE_HEIGHT - frame.BOTTOM - _top_of(page)


def _top_of(page: int) -> float:
    return frame.TOP_LATER if page else frame.TOP


def _head(paper: OfficePaper) -> Iterator[Piece]:
    yield frame.letterhead(paper.letterhead, "")
    before = 14.0
    if paper.number:
        number = (Run("№"), Run(paper.number, typeface.SEMIBOLD))
        yield text_piece(number, _BODY, frame.WIDTH, before=before)
        before = 0.0
    if paper.date:
        yield text_piece(f"Tarix: {paper.date}", _BODY, frame.WIDTH, before=before)
    for place, (label, value) in enumerate(paper.addressee):
        weight = typeface.REGULAR if place else typeface.SEMIBOLD
        line = (Run(f"{label}:"), Run(value, weight))
        yield text_piece(line, _BODY, frame.WIDTH, before=0 if place else 9)
    yield title_piece(paper.title, _TITLE, frame.WIDTH, before=15)
    if paper.subtitle:
        yield text_piece(paper.subtitle, _SUBTITLE, frame.WIDTH, before=2, keep_next=True)


def _pieces(paper: OfficePaper, lines: Sequence[Line]) -> Iterator[Piece]:
    column = _label_column(paper.lines)
    groups = [(kind, list(group)) for kind, group in groupby(lines, key=lambda line: line.kind)]
    for place, (kind, together) in enumerate(groups):
        if kind is LineKind.FIELD:
            pieces = list(_fields(together, column))
        elif kind is LineKind.WRITE:
            pieces = [writing_piece([line.text for line in together], before=4)]
        else:
            pieces = [piece for line in together for piece in _piece(paper, line)]
        if groups[place + 1 : place + 2] and groups[place + 1][0] is LineKind.SIGNER:
            pieces[-1] = kept_with_next(pieces[-1])  # a signature never stands on a page of its own
        yield from pieces


def _piece(paper: OfficePaper, line: Line) -> Iterator[Piece]:
    match line.kind:
        case LineKind.HEADING:
            words = (Run(line.text, typeface.SEMIBOLD), Run(line.label))
            yield text_piece(words, _HEADING, frame.WIDTH, before=12, keep_next=not line.label)
        case LineKind.STRONG:
            yield text_piece((Run(line.text, typeface.SEMIBOLD),), _BODY, frame.WIDTH, before=8)
        case LineKind.BULLET:
            yield text_piece(line.text, _BODY, frame.WIDTH, before=3, indent=_INDENT, mark="–")
        case LineKind.TABLE if line.table:
            yield from _table(line.table)
        case LineKind.SIGNER:
            yield signed_by_hand(paper.signer_post, paper.signer_name, 1.0, before=16)
        case LineKind.NOTE:
            yield text_piece(line.text, _QUIET, frame.WIDTH, before=3)
        case LineKind.CUT:
            yield _cut(line.text)
        case _:
            yield text_piece(line.text, _BODY, frame.WIDTH, before=6)


def _label_column(lines: Sequence[Line]) -> float:
    """Where the values of all fields of a paper begin."""
    labels = [typeface.printable(f"{line.label}:") for line in lines if line.kind is LineKind.FIELD]
    widest = max((typeface.width(label, _LABEL.font, _LABEL.size) for label in labels), default=0.0)
    return min(widest + _LABEL_GAP, frame.WIDTH * _LABELS_AT_MOST)


def _fields(fields: Sequence[Line], column: float) -> Iterator[Piece]:
    """Quiet rows: label, value, hairlines between."""
    for place, field in enumerate(fields):
        words = field.text if field.text.strip("_") else _BLANK_FIELD
        label = text_piece(f"{field.label}:", _LABEL, column - _LABEL_GAP / 2)
        value = text_piece((Run(words, typeface.SEMIBOLD),), _BODY, frame.WIDTH - column - 2 * _EDGE)
        cells = ((_EDGE, label), (_EDGE + column, value))
        yield RowPiece(cells, width=frame.WIDTH, before=0 if place else 5)


def _table(table: Table) -> Iterator[Piece]:
    lefts = [_EDGE]
    for column in table.columns:
        lefts.append(lefts[-1] + column.share * (frame.WIDTH - 2 * _EDGE))
    rooms = [right - left - _COLUMN_GAP for left, right in pairwise(lefts)]
    titles = tuple(column.title for column in table.columns)
    head = _row(Row(titles), lefts, rooms, _HEAD)
    yield replace(head, before=5, keep_next=True)
    for row in table.rows:
        yield replace(_row(row, lefts, rooms, _CELL), head=head)


def _row(row: Row, lefts: Sequence[float], rooms: Sequence[float], style: Style) -> RowPiece:
    cells = tuple(
        (left, text_piece(text, style, room))
        for text, left, room in zip(row.cells, lefts, rooms, strict=False)
    )
    return RowPiece(cells, tuple(_note(label, text) for label, text in row.notes), frame.WIDTH)


def _note(label: str, text: str) -> TextPiece:
    words = (Run(f"{label}:", typeface.SEMIBOLD), Run(text))
    return text_piece(words, _BELOW, frame.WIDTH - 3 * _COLUMN_GAP)


def _cut(text: str) -> BoxPiece:
    """A dashed line over the whole sheet; below it what the person keeps."""
    words = typeface.printable(text)

    def paint(canvas: Canvas, x: float, top: float) -> None:
        canvas.saveState()
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.8)
        canvas.setDash(4, 3)
        canvas.line(0, top, frame.PAGE_WIDTH, top)
        canvas.restoreState()
        draw_line(canvas, x, top - 9, (Run(words),), _CUT)

    return BoxPiece(12.0, paint, before=14, keep_next=True)
