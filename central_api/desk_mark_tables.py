"""The tables of which PC spoke last as which desk (``desk_marks.DeskMarks``). The rest: ``tables.py``."""

from __future__ import annotations

from sqlalchemy import Column, PrimaryKeyConstraint, String, Table

from central_api.tables import MOMENT, NAME, metadata

MARK = String(32)

#: The mark each desk told last, the one it followed (``before``; empty: none), in which epoch, and the answer to it.
#: An empty mark: enrolled and not heard since.
desk_marks = Table(
    "desk_marks",
    metadata,
    Column("desk", NAME, primary_key=True),
    Column("mark", MARK, nullable=False),
    Column("before", MARK, nullable=False),
    Column("epoch", NAME, nullable=False),
    Column("answer", String(20), nullable=False),
    Column("told_at", MOMENT, nullable=False),
)
#: Marks that a desk did not go on from: whoever still bears one is a second PC under the same name.
desk_marks_left = Table(
    "desk_marks_left",
    metadata,
    Column("desk", NAME, nullable=False),
    Column("mark", MARK, nullable=False),
    Column("left_at", MOMENT, nullable=False),
    PrimaryKeyConstraint("desk", "mark"),
)
