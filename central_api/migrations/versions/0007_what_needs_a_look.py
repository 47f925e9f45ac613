"""What a centre's head must look at: marks, removals that end, numbers that nothing bears, clocks."""

from __future__ import annotations

import json
from itertools import groupby

import sqlalchemy as sa
from alembic import op

from dost_desktop.domain.codec import from_json
from dost_desktop.domain.dates import instant_text
from dost_desktop.domain.events import ChainedEvent, Content, Event, Link
from dost_desktop.domain.fold import fold
from dost_desktop.domain.numbering import number_parts
from dost_desktop.domain.person_file import empty_file
from dost_desktop.domain.vocabulary import Status

revision = "0007"
down_revision = "0006"
_FILES = sa.text("SELECT file_id FROM files WHERE file_id > :last ORDER BY file_id LIMIT 200")
_EVENTS = sa.text(
    "SELECT file_id, seq, content, signature, salt, data, prev, hash FROM events"
    " WHERE file_id >= :first AND file_id <= :last ORDER BY file_id, seq"
)
_BEARING = frozenset({"application_opened", "notice_issued", "referral_issued"})


def upgrade() -> None:
    """Filled from the events that are there: a mark does not get lost because it is older than this table."""
    op.create_table(
        "review_marks",
        sa.Column("file_id", sa.String(length=36), nullable=False),
        sa.Column("mark", sa.String(length=100), nullable=False),
        sa.Column("since", sa.String(length=24), nullable=False),
        sa.Column("agent", sa.String(length=100), nullable=False),
        sa.Column("desk", sa.String(length=100), nullable=False),
        sa.PrimaryKeyConstraint("file_id", "mark", name="pk_review_marks"),
    )
    op.create_table(
        "removals",
        sa.Column("file_id", sa.String(length=36), nullable=False),
        sa.Column("ends_on", sa.String(length=10), nullable=False),
        sa.PrimaryKeyConstraint("file_id", name="pk_removals"),
    )
    op.create_index("ix_removals_ends_on", "removals", ["ends_on"])
    op.create_table(
        "numbers_used",
        sa.Column("centre", sa.String(length=100), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("series", sa.String(length=20), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("finding", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("centre", "year", "series", "number", name="pk_numbers_used"),
    )
    op.create_table(
        "desk_clocks",
        sa.Column("desk", sa.String(length=100), nullable=False),
        sa.Column("centre", sa.String(length=100), nullable=False),
        sa.Column("seconds_off", sa.Integer(), nullable=False),
        sa.Column("since", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("desk", name="pk_desk_clocks"),
    )
    op.create_index("ix_desk_clocks_centre", "desk_clocks", ["centre"])
    op.add_column("leases", sa.Column("is_used_up", sa.Boolean(), nullable=False, server_default=sa.false()))
    connection = op.get_bind()
    last = ""
    while page := connection.execute(_FILES, {"last": last}).scalars().all():
        rows = connection.execute(_EVENTS, {"first": page[0], "last": page[-1]}).all()
        for _, file in groupby(rows, key=lambda row: row.file_id):
            _fill(connection, [_chained(row) for row in file])
        last = page[-1]


def _chained(row: sa.Row[tuple[object, ...]]) -> ChainedEvent:
    content = from_json(Content, json.loads(row.content))
    data = None if row.data is None else json.loads(row.data)
    return ChainedEvent(Event(content, row.signature, row.salt, data), Link(row.seq, row.prev, row.hash))


def _fill(connection: sa.Connection, events: list[ChainedEvent]) -> None:
    state = empty_file(events[0].event.content.file_id)
    marks: dict[str, dict[str, object]] = {}
    for each in events:
        state, content = fold(state, each), each.event.content
        marked: dict[str, object] = {
            "agent": content.agent,
            "desk": content.desk,
            "since": instant_text(content.at),
        }
        marks = {mark: marks.get(mark, marked | {"mark": mark}) for mark in state.review}
        if content.kind in _BEARING and each.event.data is not None:
            _use(connection, str(each.event.data.get("number", "")))
    for row in marks.values():
        connection.execute(
            sa.text(
                "INSERT INTO review_marks (file_id, mark, since, agent, desk)"
                " VALUES (:file, :mark, :since, :agent, :desk)"
            ),
            row | {"file": str(state.id)},
        )
    registration = state.registration
    if registration.status is Status.TEMPORARILY_REMOVED and registration.ends_on is not None:
        connection.execute(
            sa.text("INSERT INTO removals (file_id, ends_on) VALUES (:file, :ends_on)"),
            {"file": str(state.id), "ends_on": registration.ends_on.isoformat()},
        )


def _use(connection: sa.Connection, text: str) -> None:
    parts = number_parts(text)
    if parts is not None:
        series, centre, year, number = parts
        connection.execute(
            sa.text(
                "INSERT INTO numbers_used (centre, year, series, number, finding)"
                " VALUES (:centre, :year, :series, :number, '') ON CONFLICT DO NOTHING"
            ),
            {"centre": centre, "year": year, "series": series.value, "number": number},
        )


def downgrade() -> None:
    """Everything in them follows from the events, but for clocks and what heads said of numbers."""
    op.drop_column("leases", "is_used_up")
    for table in ("desk_clocks", "numbers_used", "removals", "review_marks"):
        op.drop_table(table)
