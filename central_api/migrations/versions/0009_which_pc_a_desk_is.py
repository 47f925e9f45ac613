"""Which PC spoke last as a desk, codes with which a PC takes a desk's place, and blocks nobody counts on in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Every desk goes on: the first mark it tells is taken as it comes."""
    op.create_table(
        "desk_marks",
        sa.Column("desk", sa.String(length=100), nullable=False),
        sa.Column("mark", sa.String(length=32), nullable=False),
        sa.Column("before", sa.String(length=32), nullable=False),
        sa.Column("epoch", sa.String(length=100), nullable=False),
        sa.Column("answer", sa.String(length=20), nullable=False),
        sa.Column("told_at", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("desk", name="pk_desk_marks"),
    )
    op.create_table(
        "desk_marks_left",
        sa.Column("desk", sa.String(length=100), nullable=False),
        sa.Column("mark", sa.String(length=32), nullable=False),
        sa.Column("left_at", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("desk", "mark", name="pk_desk_marks_left"),
    )
    op.add_column(
        "enrol_codes", sa.Column("as_desk", sa.String(length=100), nullable=False, server_default="")
    )
    op.add_column("leases", sa.Column("closed_at", sa.String(length=24), nullable=True))


def downgrade() -> None:
    """Desks are not asked any more which PC they are; codes for a desk's place make a new desk."""
    op.drop_column("leases", "closed_at")
    op.drop_column("enrol_codes", "as_desk")
    op.drop_table("desk_marks_left")
    op.drop_table("desk_marks")
