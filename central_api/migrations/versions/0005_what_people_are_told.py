"""What people are to be told by e-cabinet and mobile message, and whose own file an agent's is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Messages begin empty: nobody is told late of what was before; an agent's own file is not known yet."""
    op.create_table(
        "messages",
        sa.Column("occasion", sa.String(length=36), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("application", sa.String(length=36), nullable=False),
        sa.Column("file_id", sa.String(length=36), nullable=False),
        sa.Column("message", sa.String(length=100), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("occasion", "channel", name="pk_messages"),
    )
    op.create_index("ix_messages_state_due_at", "messages", ["state", "due_at"])
    with op.batch_alter_table("agents") as agents:
        agents.add_column(sa.Column("person", sa.String(length=36), nullable=False, server_default=""))


def downgrade() -> None:
    """What was said of deliveries stays in the files; what was not told yet is told to nobody."""
    with op.batch_alter_table("agents") as agents:
        agents.drop_column("person")
    op.drop_table("messages")
