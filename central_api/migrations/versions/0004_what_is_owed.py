"""What the central system still owes an application, referrals by number, drafts that lie at a back office."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """All begin empty: nothing before this version was handed to MAS or to a back office."""
    op.create_table(
        "duties",
        sa.Column("application", sa.String(length=36), nullable=False),
        sa.Column("duty", sa.String(length=20), nullable=False),
        sa.Column("file_id", sa.String(length=36), nullable=False),
        sa.Column("due_at", sa.String(length=24), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("application", "duty", name="pk_duties"),
    )
    op.create_index("ix_duties_due_at", "duties", ["due_at"])
    op.create_index("ix_duties_file_id", "duties", ["file_id"])
    op.create_table(
        "referrals",
        sa.Column("number", sa.String(length=100), nullable=False),
        sa.Column("application", sa.String(length=36), nullable=False),
        sa.Column("file_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("number", "application", name="pk_referrals"),
    )
    op.create_table(
        "back_office_drafts",
        sa.Column("application", sa.String(length=36), nullable=False),
        sa.Column("file_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.String(length=100), nullable=False),
        sa.Column("centre", sa.String(length=100), nullable=False),
        sa.Column("back_office", sa.String(length=100), nullable=False),
        sa.Column("sent_by", sa.String(length=100), nullable=False),
        sa.Column("sent_at", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("application", name="pk_back_office_drafts"),
    )
    op.create_index("ix_back_office_drafts_sent_at", "back_office_drafts", ["sent_at"])
    op.create_index("ix_back_office_drafts_file_id", "back_office_drafts", ["file_id"])


def downgrade() -> None:
    """Forms and drafts are in the files; nobody acts on them by itself any more."""
    op.drop_table("back_office_drafts")
    op.drop_table("referrals")
    op.drop_table("duties")
