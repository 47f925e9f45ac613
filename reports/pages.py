"""Planning pages: what stands on which page and where, decided before anything is drawn.

A heading never stays behind alone, no single line is left over, blocks that belong together stay together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from reports import typeface
from reports.text import Line, Run, balanced, break_lines

INK: Final = HexColor("#161C23")
SOFT: Final = HexColor("#38424D")
MUTED: Final = HexColor("#586370")
HAIRLINE: Final = HexColor("#C3CBD4")
ACCENT: Final = HexColor("#0B5C96")
AMBER: Final = HexColor("#7F4D00")
AMBER_TINT: Final = HexColor("#FCF3E0")
AMBER_LINE: Final = HexColor("#E6C583")

_FEWEST_LINES: Final = 2  # of one paragraph on either side of a page break
_KEPT_WHOLE: Final = 6  # lines of a paragraph that go with their heading
_TALL: Final = 400.0  # points of a cell that may be torn: lower rows go to the next page whole
_NOTE_INDENT: Final = 12.0
_BASELINE: Final = 0.30  # of the leading: from the bottom of a line's box up to its baseline


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set; sizes in points."""

    size: float
    leading: float
    font: str = typeface.REGULAR
    colour: Color = INK
    tracking: float = 0.0

    def at(self, scale: float) -> Style:
        """The same style, smaller or larger."""
        return replace(self, size=self.size * scale, leading=self.leading * scale)


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Set lines of one paragraph or heading."""

    lines: tuple[Line, ...]
    style: Style
    before: float = 0.0  # space above, dropped at the top of a page
    indent: float = 0.0
    mark: str = ""  # stands in the indent of the first line: “a)”
    keep_next: bool = False
    block: int | None = None  # the letter's block this text is

    @property
    def height(self) -> float:
        """Points from the top of the first to the bottom of the last line."""
        return len(self.lines) * self.style.leading

    @property
    def least(self) -> float:
        """Points that must fit where the piece begins."""
        whole = self.keep_next or len(self.lines) < 2 * _FEWEST_LINES
        return self.height if whole else _FEWEST_LINES * self.style.leading

    def split(self, room: float) -> tuple[TextPiece, TextPiece] | None:
        """The piece in two, the first at most ``room`` high; None where no decent break is possible."""
        fit = min(int(room / self.style.leading), len(self.lines) - _FEWEST_LINES)
        if fit < _FEWEST_LINES or self.keep_next:
            return None
        rest = replace(self, lines=self.lines[fit:], before=0.0, mark="")
        return replace(self, lines=self.lines[:fit]), rest

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw with the upper left corner at ``x``, ``top`` (points from the page's lower left corner)."""
        baseline = top - self.style.leading * (1 - _BASELINE)
        if self.mark:
            draw_line(canvas, x, baseline, (Run(self.mark, self.style.font),), self.style)
        for line in self.lines:
            draw_line(canvas, x + self.indent, baseline, line.runs, self.style)
            baseline -= self.style.leading


@dataclass(frozen=True, slots=True)
class BoxPiece:
    """A block drawn as a whole."""

    height: float
    paint: Callable[[Canvas, float, float], None]  # canvas, left, top
    before: float = 0.0
    keep_next: bool = False
    block: int | None = None

    @property
    def least(self) -> float:
        """Points that must fit where the piece begins: all of it."""
        return self.height

    def split(self, room: float) -> None:
        """A box is never broken."""

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw with the upper left corner at ``x``, ``top``."""
        self.paint(canvas, x, top)


@dataclass(frozen=True, slots=True)
class RowPiece:
    """A row of a table: cells side by side, notes below them, hairlines around; ``head`` is repeated on a new page."""

    cells: tuple[tuple[float, TextPiece], ...]  # each with its distance from the left edge
    notes: tuple[TextPiece, ...] = ()
    width: float = 0.0
    gap: float = 2.2
    before: float = 0.0
    keep_next: bool = False
    head: RowPiece | None = None
    block: int | None = None

    @property
    def tallest(self) -> float:
        """Points of the tallest cell."""
        return max((cell.height for _, cell in self.cells), default=0.0)

    @property
    def height(self) -> float:
        """Points from hairline to hairline."""
        return self.tallest + sum(note.height for note in self.notes) + 2 * self.gap

    @property
    def least(self) -> float:
        """Points that must fit where the row begins: its cells, and the first lines of what stands below them."""
        first = min(self.notes[0].height, _FEWEST_LINES * self.notes[0].style.leading) if self.notes else 0.0
        return self.tallest + first + 2 * self.gap

    def split(self, room: float) -> tuple[RowPiece, RowPiece] | None:
        """The row in two where its notes, or cells taller than any page, run over a page break."""
        left = room - 2 * self.gap - self.tallest
        if left < 0:
            return self._split_cells(room - 2 * self.gap)
        for number, note in enumerate(self.notes):
            if note.height > left:
                parts = note.split(left)
                first, rest = (parts[:1], parts[1:]) if parts else ((), (note,))
                done, to_come = (*self.notes[:number], *first), (*rest, *self.notes[number + 1 :])
                if not done:
                    return None
                return replace(self, notes=done), replace(self, cells=(), notes=to_come, before=0.0)
            left -= note.height
        return None

    def _split_cells(self, room: float) -> tuple[RowPiece, RowPiece] | None:
        fit = int(room / max((cell.style.leading for _, cell in self.cells), default=1.0))
        if fit < _FEWEST_LINES or self.tallest < _TALL:
            return None
        upper = tuple((x, replace(cell, lines=cell.lines[:fit])) for x, cell in self.cells)
        lower = tuple((x, replace(cell, lines=cell.lines[fit:])) for x, cell in self.cells)
        return replace(self, cells=upper, notes=()), replace(self, cells=lower, before=0.0)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw with the upper left corner at ``x``, ``top``."""
        rule(canvas, x, top, self.width, HAIRLINE, 0.5)
        for at, cell in self.cells:
            cell.draw(canvas, x + at, top - self.gap)
        y = top - self.gap - self.tallest
        for note in self.notes:
            note.draw(canvas, x + _NOTE_INDENT, y)
            y -= note.height
        rule(canvas, x, top - self.height, self.width, HAIRLINE, 0.5)


Piece = TextPiece | BoxPiece | RowPiece


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and its top edge, in points down from the top of the text area."""

    piece: Piece
    top: float


@dataclass(slots=True)
class _Plan:
    heights: Callable[[int], float]  # height of the text area of page n
    pages: list[list[Placed]] = field(default_factory=lambda: [[]])
    at: float = 0.0

    @property
    def room(self) -> float:
        return self.heights(len(self.pages) - 1) - self.at

    def turn(self, piece: Piece) -> None:
        """A new page for ``piece``: a row's head stands above it there too."""
        self.pages.append([])
        self.at = 0.0
        if isinstance(piece, RowPiece) and piece.head:
            self.put(piece.head)

    def put(self, piece: Piece) -> None:
        self.at += self.space(piece)
        self.pages[-1].append(Placed(piece, self.at))
        self.at += piece.height

    def space(self, piece: Piece) -> float:
        return piece.before if self.pages[-1] else 0.0


def plan(pieces: Sequence[Piece], heights: Callable[[int], float]) -> list[list[Placed]]:
    """``pieces`` in order on as many pages as they need; ``heights`` gives each page's text area."""
    done = _Plan(heights)
    for number, piece in enumerate(pieces):
        if _needed(pieces[number:]) + done.space(piece) > done.room and _is_begun(done, piece):
            done.turn(piece)
        rest: Piece | None = piece
        while rest is not None:
            rest = _put_what_fits(done, rest)
    return done.pages


def _put_what_fits(done: _Plan, piece: Piece) -> Piece | None:
    """Put ``piece`` or its beginning; what is left for the next page."""
    room = done.room - done.space(piece)
    if piece.height <= room + 0.01:
        done.put(piece)
        return None
    parts = piece.split(room)
    if parts is None and _is_begun(done, piece):
        done.turn(piece)
        return piece
    if parts is None:  # taller than a page: nothing better can be done
        done.put(piece)
        return None
    done.put(parts[0])
    done.turn(parts[1])
    return parts[1]


def _is_begun(done: _Plan, piece: Piece) -> bool:
    """Whether the page holds more than the head of this very row: a further page would give no more room."""
    head = piece.head if isinstance(piece, RowPiece) else None
    return any(placed.piece is not head for placed in done.pages[-1])


def _needed(pieces: Sequence[Piece]) -> float:
    """Room for the first piece and everything that must not be parted from it.

    A heading takes a whole paragraph with it, unless that is a very long one.
    """
    needed = 0.0
    for number, piece in enumerate(pieces):
        if number:
            needed += piece.before
        if not piece.keep_next:
            whole = number and isinstance(piece, TextPiece) and len(piece.lines) <= _KEPT_WHOLE
            return needed + (piece.height if whole else piece.least)
        needed += piece.height
    return needed


def text_piece(
    text: str | Sequence[Run],
    style: Style,
    width: float,
    *,
    before: float = 0.0,
    indent: float = 0.0,
    mark: str = "",
    keep_next: bool = False,
    block: int | None = None,
) -> TextPiece:
    """``text`` set in ``style``, ``width`` points wide including the indent."""
    runs = (Run(text, style.font),) if isinstance(text, str) else text
    lines = break_lines(runs, style.size, width - indent)
    return TextPiece(lines, style, before, indent, mark, keep_next, block)


def kept_with_next(piece: Piece) -> Piece:
    """``piece`` bound to what follows it, unless it is a long paragraph that may be broken."""
    if isinstance(piece, TextPiece) and len(piece.lines) > _KEPT_WHOLE:
        return piece
    return replace(piece, keep_next=True)


def title_piece(text: str, style: Style, width: float, *, before: float = 0.0) -> TextPiece:
    """A title: lines of nearly equal length, never parted from what follows."""
    lines = balanced((Run(text, style.font),), style.size, width)
    return TextPiece(lines, style, before, keep_next=True)


def draw_line(canvas: Canvas, x: float, baseline: float, runs: Sequence[Run], style: Style) -> float:
    """Draw ``runs`` from ``x``; where they end."""
    writing = canvas.beginText(x, baseline)
    writing.setFillColor(style.colour)
    if style.tracking:
        writing.setCharSpace(style.tracking)
    for run in runs:
        writing.setFont(run.font, style.size)
        writing.textOut(run.text)
        x += typeface.width(run.text, run.font, style.size) + style.tracking * len(run.text)
    if style.tracking:
        writing.setCharSpace(0)
    canvas.drawText(writing)
    return x


def rule(
    canvas: Canvas, x: float, y: float, length: float, colour: Color = HAIRLINE, weight: float = 0.6
) -> None:
    """A thin horizontal line."""
    canvas.saveState()
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(weight)
    canvas.line(x, y, x + length, y)
    canvas.restoreState()
