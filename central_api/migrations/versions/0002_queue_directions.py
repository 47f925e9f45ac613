"""Directions of desks and tickets, repeated calls, tickets that are sent on, and half-done cases of a centre."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Desks and tickets of before are for employment; who was sent away may be called again by number."""
    with op.batch_alter_table("desks") as desks:
        desks.add_column(sa.Column("directions", sa.Text(), nullable=False, server_default="employment"))
    with op.batch_alter_table("tickets") as tickets:
        tickets.alter_column("note", new_column_name="needs", existing_type=sa.String(length=100))
        tickets.add_column(
            sa.Column("direction", sa.String(length=100), nullable=False, server_default="employment")
        )
        tickets.add_column(sa.Column("called_again_at", sa.String(length=24), nullable=True))
        tickets.add_column(sa.Column("calls", sa.Integer(), nullable=False, server_default="0"))
        tickets.add_column(sa.Column("for_desk", sa.String(length=100), nullable=False, server_default=""))
        tickets.add_column(sa.Column("sent_from", sa.String(length=100), nullable=False, server_default=""))
    op.execute("UPDATE tickets SET calls = 1 WHERE called_at IS NOT NULL")
    op.execute("UPDATE tickets SET state = 'no_show' WHERE state = 'redirected'")
    op.create_table(
        "half_done_cases",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("centre", sa.String(length=100), nullable=False),
        sa.Column("desk", sa.String(length=100), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("changed_at", sa.String(length=24), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", name="pk_half_done_cases"),
    )
    op.create_index("ix_half_done_cases_centre", "half_done_cases", ["centre"])
    op.create_index("ix_half_done_cases_day", "half_done_cases", ["day"])


def downgrade() -> None:
    """The tables of before; a ticket keeps the first of its needs."""
    op.drop_table("half_done_cases")
    with op.batch_alter_table("tickets") as tickets:
        for name in ("sent_from", "for_desk", "calls", "called_again_at", "direction"):
            tickets.drop_column(name)
        tickets.alter_column("needs", new_column_name="note", existing_type=sa.String(length=100))
    with op.batch_alter_table("desks") as desks:
        desks.drop_column("directions")
