"""Answers kept for requests that are repeated, catalogues that were in force, officers' back offices, upkeep."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Nothing of what is there changes; an officer without a back office serves them all, as before."""
    op.create_table(
        "answered_requests",
        sa.Column("caller", sa.String(length=210), nullable=False),
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("asked", sa.String(length=64), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("caller", "key", name="pk_answered_requests"),
    )
    op.create_index("ix_answered_requests_at", "answered_requests", ["at"])
    op.create_table(
        "catalogues",
        sa.Column("version", sa.String(length=64), nullable=False),
        sa.Column("since", sa.String(length=24), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("version", name="pk_catalogues"),
    )
    op.add_column("posts", sa.Column("back_office", sa.String(length=100), nullable=False, server_default=""))
    op.create_index("ix_tokens_refresh_until", "tokens", ["refresh_until"])
    op.create_index("ix_readings_at", "readings", ["at"])


def downgrade() -> None:
    """What was kept for repetitions is gone; every officer serves all back offices again."""
    op.drop_index("ix_readings_at", "readings")
    op.drop_index("ix_tokens_refresh_until", "tokens")
    op.drop_column("posts", "back_office")
    op.drop_table("catalogues")
    op.drop_table("answered_requests")
