"""The list of applications says how each came in: in person, by a representative, by phone, or by itself (SEED 6)."""

from __future__ import annotations

from typing import Final

from alembic import op

revision: Final = "0005"
down_revision: Final = "0004"
branch_labels: Final = None
depends_on: Final = None

_STATEMENTS: Final = (
    """
    CREATE TABLE formed_application (
        id BLOB NOT NULL,
        file INTEGER NOT NULL,
        number TEXT NOT NULL,
        kind TEXT NOT NULL,
        form TEXT NOT NULL,
        state TEXT NOT NULL,
        is_open INTEGER NOT NULL,
        opened_at TEXT NOT NULL,
        opened_by TEXT NOT NULL,
        desk TEXT NOT NULL,
        centre TEXT NOT NULL,
        ticket TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(file) REFERENCES file (no)
    )
    """,
    # the form stands in the event that opened the application; an erased one leaves the usual form
    """
    INSERT INTO formed_application
    SELECT a.id, a.file, a.number, a.kind, coalesce(json_extract(e.data, '$.form'), 'in_person'), a.state, a.is_open,
        a.opened_at, a.opened_by, a.desk, a.centre, a.ticket, a.changed_at
    FROM application a LEFT JOIN event e ON e.file = a.file
        AND json_extract(e.content, '$.kind') = 'application_opened' AND e.data IS NOT NULL
        AND upper(replace(json_extract(e.data, '$.application'), '-', '')) = hex(a.id)
    """,
    "DROP TABLE application",
    "ALTER TABLE formed_application RENAME TO application",
    "CREATE INDEX application_tail ON application (substr(number, -6))",
    "CREATE INDEX application_file ON application (file)",
    "CREATE INDEX application_opened ON application (opened_at)",
    "CREATE INDEX application_open ON application (opened_at) WHERE is_open",
)


def upgrade() -> None:
    """The read model's table of applications is copied with the form of each; events are not touched."""
    for statement in _STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    """A desk never goes back: the backup before the upgrade is the way back."""
    raise NotImplementedError("restore the backup that was made before the upgrade")
