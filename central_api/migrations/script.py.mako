"""${message}."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """The tables after this version."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """The tables before this version."""
    ${downgrades if downgrades else "pass"}
