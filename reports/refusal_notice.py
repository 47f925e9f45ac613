"""The reasoned written answer on paper: one `Letter` in, one PDF/A file out, ready to be signed.

What stands on the signed pages never changes afterwards: state, copy mark and service date are put on the
print by `reports.print_overlay`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from dost_desktop.domain.letter import Block, BlockKind, Letter, Part
from reports import archival, frame, typeface
from reports.closing import check_code, receipt, signer
from reports.documents import DrawnNotice, ParagraphPlace
from reports.pages import (
    HAIRLINE,
    MUTED,
    SOFT,
    BoxPiece,
    Piece,
    Placed,
    Style,
    TextPiece,
    kept_with_next,
    plan,
    rule,
    text_piece,
    title_piece,
)
from reports.text import Run

_BODY: Final = Style(10.5, 14.6)
_HEADING: Final = Style(10.8, 15.0, typeface.SEMIBOLD)
_TITLE: Final = Style(15.0, 19.0, typeface.SEMIBOLD)
_SUBTITLE: Final = Style(8.4, 12.0, typeface.SEMIBOLD, colour=MUTED, tracking=0.9)
_SMALLER: Final = (0.975, 0.953)  # 10.2 and 10 points, where that brings the letter onto one page
_LIST_MARK: Final = re.compile(r"(?P<mark>\w{1,2}[).]|[–•-])\s+(?P<text>.+)", re.DOTALL)
_INDENT: Final = 15.0


def draw_notice(letter: Letter) -> bytes:
    """The letter as PDF/A-2b on A4; the same letter always gives the same bytes (design section 8)."""
    return drawn_notice(letter).pdf


def drawn_notice(letter: Letter) -> DrawnNotice:
    """The letter as PDF with the places of its editable blocks, in one go (for the preview)."""
    typeface.load()
    pages = _lay_out(letter)
    return DrawnNotice(_drawn(letter, pages), len(pages), tuple(_places(letter, pages)))


def paragraph_places(letter: Letter) -> tuple[ParagraphPlace, ...]:
    """Where the editable blocks stand, from top to bottom; one that runs over a page break stands twice."""
    typeface.load()
    return tuple(_places(letter, _lay_out(letter)))


def _lay_out(letter: Letter) -> list[list[Placed]]:
    """The pages at the largest type that keeps them to one, else at full size on two or more."""
    full_size = list(_pieces(letter, 1.0))
    pages = plan(full_size, _text_height)
    overfull = sum(piece.before + piece.height for piece in full_size) / _text_height(0)
    for scale in _SMALLER:
        if len(pages) > 1 and overfull * scale * scale < 1.02:
            smaller = plan(list(_pieces(letter, scale)), _text_height)
            pages = smaller if len(smaller) == 1 else pages
    return _with_receipt_at_the_foot(pages)


def _text_height(page: int) -> float:
    return frame.PAGE_HEIGHT - frame.BOTTOM - _top_of(page)


def _top_of(page: int) -> float:
    return frame.TOP_LATER if page else frame.TOP


def _with_receipt_at_the_foot(pages: list[list[Placed]]) -> list[list[Placed]]:
    """The receipt, which is the last piece, moved down to the lower margin."""
    last = pages[-1].pop().piece
    pages[-1].append(Placed(last, _text_height(len(pages) - 1) - last.height))
    return pages


def _pieces(letter: Letter, scale: float) -> Iterator[Piece]:
    width = frame.WIDTH
    small = _BODY.at(scale * 0.96)
    yield frame.letterhead(letter.letterhead, letter.verify_url)
    yield text_piece((Run("№ "), Run(letter.number, typeface.SEMIBOLD)), small, width, before=10 * scale)
    yield text_piece(f"Tarix: {letter.date}", small, width)
    for number, (label, value) in enumerate(letter.addressee):
        weight = typeface.REGULAR if number else typeface.SEMIBOLD
        line = (Run(f"{label}:"), Run(value, weight))
        yield text_piece(line, _BODY.at(scale), width, before=0 if number else 9 * scale)
    yield title_piece(letter.title, _TITLE.at(scale), width, before=13 * scale)
    yield text_piece(letter.subtitle, _SUBTITLE, width, before=2, keep_next=True)
    *body, last = _body(letter.blocks, scale)
    yield from body
    yield kept_with_next(last)  # a signature never stands on a page of its own
    yield signer(letter, scale, before=13 * scale)
    yield check_code(letter, before=7 * scale)
    yield receipt(letter, before=12 * scale)


def _body(blocks: Sequence[Block], scale: float) -> Iterator[Piece]:
    style = _BODY.at(scale)
    before = 10.0
    for kind, group in groupby(enumerate(blocks), key=lambda item: item[1].kind):
        if kind is BlockKind.FIELD:
            yield _facts([block for _, block in group], style)
            before = 8.0
            continue
        for number, block in group:
            if kind is BlockKind.HEADING:
                yield text_piece(
                    block.text, _HEADING.at(scale), frame.WIDTH, before=9 * scale, keep_next=True
                )
            else:
                paragraph = _paragraph(blocks, number, style, before * scale)
                announces = block.text.endswith(":")
                yield kept_with_next(paragraph) if announces else paragraph
            before = 3.0


def _paragraph(blocks: Sequence[Block], number: int, style: Style, before: float) -> TextPiece:
    block = blocks[number]
    mark, text, indent = "", block.text, 0.0
    if block.kind is BlockKind.BULLET:
        listed = _LIST_MARK.match(block.text)
        mark, text = (listed["mark"], listed["text"]) if listed else ("–", block.text)
        indent = _INDENT
    weight = typeface.SEMIBOLD if _is_the_decision(blocks, number) else typeface.REGULAR
    return text_piece(
        (Run(text, weight),),
        style,
        frame.WIDTH,
        before=before,
        indent=indent,
        mark=mark,
        block=number if block.editable else None,
    )


def _is_the_decision(blocks: Sequence[Block], number: int) -> bool:
    """The first sentence under “Qərar”: what the reader looks for stands out."""
    if blocks[number].part is not Part.DECISION:
        return False
    return all(block.kind is BlockKind.HEADING for block in blocks[:number] if block.part is Part.DECISION)


def _facts(fields: Sequence[Block], style: Style) -> BoxPiece:
    """The register's facts as quiet rows: label, value, a hairline between."""
    label_style = Style(style.size, style.leading, colour=SOFT)
    labels = [f"{field.label}:" for field in fields]
    widest = max(typeface.width(typeface.printable(label), style.font, style.size) for label in labels)
    column = min(widest + 14, frame.WIDTH * 0.5)
    gap = style.leading * 0.14
    rows = [
        (
            text_piece(label, label_style, column - 14),
            text_piece((Run(field.text, typeface.SEMIBOLD),), style, frame.WIDTH - column - _INDENT),
        )
        for label, field in zip(labels, fields, strict=True)
    ]
    heights = [max(label.height, value.height) + 2 * gap for label, value in rows]

    def paint(canvas: Canvas, x: float, top: float) -> None:
        y = top
        rule(canvas, x, y, frame.WIDTH, HAIRLINE, 0.5)
        for (label, value), height in zip(rows, heights, strict=True):
            label.draw(canvas, x + 2, y - gap)
            value.draw(canvas, x + 2 + column, y - gap)
            y -= height
            rule(canvas, x, y, frame.WIDTH, HAIRLINE, 0.5)

    return BoxPiece(sum(heights), paint, before=5)


def _drawn(letter: Letter, pages: Sequence[Sequence[Placed]]) -> bytes:
    into = io.BytesIO()
    office = " · ".join(letter.letterhead[1:3])
    canvas = archival.new_canvas(into, letter.title, office)
    for number, placed in enumerate(pages):
        if letter.practice:
            frame.practice_mark(canvas)
        if number:
            frame.running_head(canvas, f"№ {letter.number}", letter.date)
        for item in placed:
            item.piece.draw(canvas, frame.LEFT, frame.PAGE_HEIGHT - _top_of(number) - item.top)
        frame.footer(canvas, "" if number else f"№ {letter.number}", number + 1, len(pages))
        canvas.showPage()
    return archival.finished(canvas, into)


def _places(letter: Letter, pages: Sequence[Sequence[Placed]]) -> Iterator[ParagraphPlace]:
    for number, placed in enumerate(pages):
        for item in placed:
            if item.piece.block is not None and letter.blocks[item.piece.block].editable:
                top = _top_of(number) + item.top
                yield ParagraphPlace(number, top, top + item.piece.height)
