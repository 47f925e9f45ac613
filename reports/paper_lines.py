"""The lines of an office's paper as pieces: one look for referral, extract, confirmations and forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from dost_desktop.catalogue.office_paper import Line, LineKind, OfficePaper, Row, Table
from reports import frame, typeface
from reports.closing import signed_by_hand
from reports.pages import (
    HAIRLINE,
    MUTED,
    SOFT,
    BoxPiece,
    Piece,
    RowPiece,
    Style,
    draw_line,
    kept_with_next,
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

_SIGNED: Final = {LineKind.SIGNER, LineKind.WRITE}  # a signature never stands on a page of its own


@dataclass(frozen=True, slots=True)
class PaperLines:
    """One paper at one size of type."""

    paper: OfficePaper
    scale: float

    def head(self) -> Iterator[Piece]:
        """From the letterhead to the title."""
        paper, body, before = self.paper, self._style(_BODY), 14.0 * self.scale
        yield frame.letterhead(paper.letterhead, "")
        if paper.number:
            number = (Run("№"), Run(paper.number, typeface.SEMIBOLD))
            yield text_piece(number, body, frame.WIDTH, before=before)
            before = 0.0
        if paper.date:
            yield text_piece(f"Tarix: {paper.date}", body, frame.WIDTH, before=before)
        for place, (label, value) in enumerate(paper.addressee):
            weight = typeface.REGULAR if place else typeface.SEMIBOLD
            line = (Run(f"{label}:"), Run(value, weight))
            yield text_piece(line, body, frame.WIDTH, before=0 if place else 9 * self.scale)
        yield title_piece(paper.title, self._style(_TITLE), frame.WIDTH, before=15 * self.scale)
        if paper.subtitle:
            yield text_piece(paper.subtitle, _SUBTITLE, frame.WIDTH, before=2, keep_next=True)

    def pieces(self, lines: Sequence[Line]) -> Iterator[Piece]:
        """These lines of the paper, fields and hand-written lines in groups."""
        groups = [(kind, list(group)) for kind, group in groupby(lines, key=lambda line: line.kind)]
        for place, (kind, together) in enumerate(groups):
            if kind is LineKind.FIELD:
                pieces = list(self._fields(together))
            elif kind is LineKind.WRITE:
                pieces = [writing_piece([line.text for line in together], before=4 * self.scale)]
            else:
                pieces = [piece for line in together for piece in self._piece(line)]
            if {kind for kind, _ in groups[place + 1 : place + 2]} & _SIGNED:
                pieces[-1] = kept_with_next(pieces[-1])
            yield from pieces

    def _style(self, style: Style) -> Style:
        return style.at(self.scale)

    def _piece(self, line: Line) -> Iterator[Piece]:
        scale, body = self.scale, self._style(_BODY)
        match line.kind:
            case LineKind.HEADING:
                words = (Run(line.text, typeface.SEMIBOLD), Run(line.label))
                keep = not line.label  # what stands behind it is all there is
                yield text_piece(words, self._style(_HEADING), frame.WIDTH, before=12 * scale, keep_next=keep)
            case LineKind.STRONG:
                yield text_piece((Run(line.text, typeface.SEMIBOLD),), body, frame.WIDTH, before=8 * scale)
            case LineKind.BULLET:
                yield text_piece(line.text, body, frame.WIDTH, before=3 * scale, indent=_INDENT, mark="–")
            case LineKind.TABLE if line.table:
                yield from self._table(line.table)
            case LineKind.SIGNER:
                post, name = self.paper.signer_post, self.paper.signer_name
                yield signed_by_hand(post, name, scale, before=16 * scale)
            case LineKind.NOTE:
                yield text_piece(line.text, self._style(_QUIET), frame.WIDTH, before=3 * scale)
            case LineKind.CUT:
                yield _cut(line.text)
            case _:
                yield text_piece(line.text, body, frame.WIDTH, before=6 * scale)

    def _label_column(self) -> float:
        """Where the values of all fields of the paper begin."""
        style = self._style(_LABEL)
        labels = [
            typeface.printable(f"{line.label}:") for line in self.paper.lines if line.kind is LineKind.FIELD
        ]
        widest = max((typeface.width(label, style.font, style.size) for label in labels), default=0.0)
        return min(widest + _LABEL_GAP, frame.WIDTH * _LABELS_AT_MOST)

    def _fields(self, fields: Sequence[Line]) -> Iterator[Piece]:
        """Quiet rows: label, value, hairlines between."""
        column = self._label_column()
        for place, field in enumerate(fields):
            words = field.text if field.text.strip("_") else _BLANK_FIELD
            label = text_piece(f"{field.label}:", self._style(_LABEL), column - _LABEL_GAP / 2)
            room = frame.WIDTH - column - 2 * _EDGE
            value = text_piece((Run(words, typeface.SEMIBOLD),), self._style(_BODY), room)
            cells = ((_EDGE, label), (_EDGE + column, value))
            yield RowPiece(cells, width=frame.WIDTH, before=0 if place else 5)

    def _table(self, table: Table) -> Iterator[Piece]:
        lefts = [_EDGE]
        for column in table.columns:
            lefts.append(lefts[-1] + column.share * (frame.WIDTH - 2 * _EDGE))
        rooms = [right - left - _COLUMN_GAP for left, right in pairwise(lefts)]
        head = self._row(Row(tuple(column.title for column in table.columns)), lefts, rooms, _HEAD)
        yield replace(head, before=5, keep_next=True)
        for row in table.rows:
            yield replace(self._row(row, lefts, rooms, _CELL), head=head)

    def _row(self, row: Row, lefts: Sequence[float], rooms: Sequence[float], style: Style) -> RowPiece:
        cells = tuple(
            (left, text_piece(text, self._style(style), room))
            for text, left, room in zip(row.cells, lefts, rooms, strict=False)
        )
        notes = tuple(
            text_piece(
                (Run(f"{label}:", typeface.SEMIBOLD), Run(text)),
                self._style(_BELOW),
                frame.WIDTH - 3 * _COLUMN_GAP,
            )
            for label, text in row.notes
        )
        return RowPiece(cells, notes, frame.WIDTH)


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
