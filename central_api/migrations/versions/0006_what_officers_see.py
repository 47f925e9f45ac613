"""About whom a draft at the back office is, on what it rests, how often it was returned: seen without its file."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_ADDED = (
    ("full_name", sa.Text(), ""),
    ("opened_at", sa.String(length=24), ""),
    ("basis", sa.String(length=20), "none"),
    ("vacancies_seen", sa.Integer(), "0"),
    ("register_at", sa.String(length=24), ""),
    ("returned", sa.Integer(), "0"),
)


def upgrade() -> None:
    """Drafts that lie there already are read from their files when an officer looks first."""
    for name, kind, default in _ADDED:
        op.add_column("back_office_drafts", sa.Column(name, kind, nullable=False, server_default=default))


def downgrade() -> None:
    """The files still say all of it."""
    for name, _, _ in reversed(_ADDED):
        op.drop_column("back_office_drafts", name)
