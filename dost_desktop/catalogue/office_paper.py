"""A paper of the office that is no written answer, before anybody draws it: what is seen is what the person gets.

``paper_wording`` words referral, extract, confirmations and forms from the approved texts, ``reports.office_paper``
draws them, the window shows them. Source: letters parts 4-8.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class LineKind(StrEnum):
    """How a line is set."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    STRONG = "strong"
    BULLET = "bullet"
    FIELD = "field"  # label and value
    WRITE = "write"  # “____” are ruled for the hand; three spaces part what stands apart
    TABLE = "table"
    SIGNER = "signer"  # post and name of the agent, a line for the signature, a place for the seal
    NOTE = "note"  # what the paper is, quietly
    CUT = "cut"  # from here on the half that the person keeps


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``share`` of the width, all shares together 1."""

    id: str
    title: str
    share: float


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a cell a column, and below them what needs more room, each with its label."""

    cells: tuple[str, ...] = field(repr=False)
    notes: tuple[tuple[str, str], ...] = field(repr=False, default=())


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads that are repeated on every page."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One block of a paper; ``label`` for a field, or quietly behind a heading; ``table`` for a table."""

    kind: LineKind
    text: str = field(repr=False, default="")
    label: str = ""
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class OfficePaper:
    """A whole paper in Azerbaijani, ready to be drawn; no value in it carries a suffix (letters 0.2)."""

    id: str  # referral, file_extract, confirm.jobseeker …, form.jobseeker …
    title: str  # also the PDF's title
    subtitle: str
    letterhead: tuple[str, ...]  # ministry, agency, centre, address and telephone
    number: str  # "" where the paper has none of its own
    date: str  # “24 noyabr 2026-cı il”, maybe with the time
    addressee: tuple[tuple[str, str], ...] = field(repr=False)  # label and value
    lines: tuple[Line, ...] = field(repr=False)
    signer_post: str
    signer_name: str
    practice: bool  # True: every page carries the practice mark
