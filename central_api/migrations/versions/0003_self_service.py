"""Applications made in e-sosial, and questions to more than one register that an application may wait for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """What waited before waited for the register of employed persons."""
    op.create_table(
        "register_questions",
        sa.Column("application", sa.String(length=36), nullable=False),
        sa.Column("register", sa.String(length=100), nullable=False),
        sa.Column("file_id", sa.String(length=36), nullable=False),
        sa.Column("due_at", sa.String(length=24), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("application", "register", name="pk_register_questions"),
    )
    op.create_index("ix_register_questions_due_at", "register_questions", ["due_at"])
    op.execute(
        "INSERT INTO register_questions (application, register, file_id, due_at, attempts)"
        " SELECT application, 'mas_employed_persons', file_id, due_at, attempts FROM register_jobs"
    )
    op.drop_table("register_jobs")
    op.create_table(
        "self_service",
        sa.Column("mas_number", sa.String(length=100), nullable=False),
        sa.Column("number_kind", sa.String(length=100), nullable=False),
        sa.Column("number", sa.String(length=100), nullable=False),
        sa.Column("phone", sa.String(length=100), nullable=False),
        sa.Column("application_kind", sa.String(length=100), nullable=False),
        sa.Column("centre", sa.String(length=100), nullable=False),
        sa.Column("submitted_at", sa.String(length=24), nullable=False),
        sa.Column("application_no", sa.String(length=100), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.String(length=100), nullable=False),
        sa.Column("due_at", sa.String(length=24), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("mas_number", name="pk_self_service"),
    )
    op.create_index("ix_self_service_state_due_at", "self_service", ["state", "due_at"])


def downgrade() -> None:
    """The one register of before; questions to others are asked no more."""
    op.drop_table("self_service")
    op.create_table(
        "register_jobs",
        sa.Column("application", sa.String(length=36), nullable=False),
        sa.Column("file_id", sa.String(length=36), nullable=False),
        sa.Column("due_at", sa.String(length=24), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("application", name="pk_register_jobs"),
    )
    op.create_index("ix_register_jobs_due_at", "register_jobs", ["due_at"])
    op.execute(
        "INSERT INTO register_jobs (application, file_id, due_at, attempts)"
        " SELECT application, file_id, due_at, attempts FROM register_questions"
        " WHERE register = 'mas_employed_persons'"
    )
    op.drop_table("register_questions")
