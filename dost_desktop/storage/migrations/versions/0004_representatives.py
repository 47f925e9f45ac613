"""For how many applicants one representative spoke lately is counted: each application names who speaks."""

from __future__ import annotations

from typing import Final

from alembic import op

revision: Final = "0004"
down_revision: Final = "0003"
branch_labels: Final = None
depends_on: Final = None

_STATEMENTS: Final = (
    """
    CREATE TABLE representation (
        application BLOB NOT NULL,
        file INTEGER NOT NULL,
        number TEXT NOT NULL,
        opened_at TEXT NOT NULL,
        PRIMARY KEY (application),
        FOREIGN KEY(file) REFERENCES file (no)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX representation_number ON representation (number, opened_at)",
    "CREATE INDEX representation_file ON representation (file)",
    # until now who speaks was named when the application was opened, and never changed
    """
    INSERT INTO representation (application, file, number, opened_at)
    SELECT a.id, a.file, upper(replace(json_extract(e.data, '$.representative.identity_number'), ' ', '')), a.opened_at
    FROM event e JOIN application a
        ON a.file = e.file AND hex(a.id) = upper(replace(json_extract(e.data, '$.application'), '-', ''))
    WHERE e.data LIKE '%"representative":{%' AND json_extract(e.content, '$.kind') = 'application_opened'
        AND json_extract(e.data, '$.representative.identity_number') <> ''
    """,
)


def upgrade() -> None:
    """One table more, filled from what was recorded."""
    for statement in _STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    """A desk never goes back: the backup before the upgrade is the way back."""
    raise NotImplementedError("restore the backup that was made before the upgrade")
