"""Persons are found in the order of the alphabet, by the end of a number, by phone and by day of birth."""

from __future__ import annotations

from typing import Final

from alembic import op

revision: Final = "0003"
down_revision: Final = "0002"
branch_labels: Final = None
depends_on: Final = None

_STATEMENTS: Final = (
    """
    CREATE TABLE placed_person (
        file INTEGER NOT NULL,
        names TEXT NOT NULL,
        sort_key TEXT NOT NULL,
        full_name TEXT NOT NULL,
        number_kind TEXT NOT NULL,
        number TEXT NOT NULL,
        document_number TEXT NOT NULL,
        birth_date TEXT NOT NULL,
        phone TEXT NOT NULL,
        status TEXT NOT NULL,
        status_at TEXT NOT NULL,
        last_active_on TEXT NOT NULL,
        needs_review INTEGER NOT NULL,
        place INTEGER,
        PRIMARY KEY (file),
        FOREIGN KEY(file) REFERENCES file (no)
    )
    """,
    """
    INSERT INTO placed_person
    SELECT p.file, p.names, p.sort_key, p.full_name, p.number_kind, p.number, p.document_number, p.birth_date,
        p.phone, p.status, p.status_at, p.last_active_on, p.needs_review, o.nth * 16777216
    FROM person p LEFT JOIN (
        SELECT file, row_number() OVER (ORDER BY sort_key, file) AS nth FROM person WHERE names <> ''
    ) o ON o.file = p.file
    """,
    "DROP TABLE person",
    "ALTER TABLE placed_person RENAME TO person",
    "CREATE INDEX person_number ON person (number)",
    "CREATE INDEX person_document ON person (document_number)",
    "CREATE INDEX person_phone ON person (phone) WHERE phone <> ''",
    "CREATE INDEX person_phone_end ON person (substr(phone, -7)) WHERE phone <> ''",
    "CREATE INDEX person_birth_date ON person (birth_date) WHERE birth_date <> ''",
    "CREATE INDEX person_place ON person (place) WHERE place IS NOT NULL",
    "CREATE INDEX person_order ON person (sort_key, place) WHERE place IS NOT NULL",
    "DROP INDEX application_number",
    "CREATE INDEX application_tail ON application (substr(number, -6))",
    "DROP INDEX notice_number",
    "CREATE INDEX notice_tail ON notice (substr(number, -6))",
    "DROP TABLE person_names",
    """
    CREATE VIRTUAL TABLE person_names USING fts5(
        names, content='', contentless_delete=1, detail='none', prefix='1 2 3 4', tokenize='ascii')
    """,
    """
    INSERT INTO person_names (rowid, names)
    SELECT place, names FROM person WHERE place IS NOT NULL ORDER BY place
    """,
)


def upgrade() -> None:
    """The read model's table of persons is copied with a place for each; events are not touched."""
    for statement in _STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    """A desk never goes back: the backup before the upgrade is the way back."""
    raise NotImplementedError("restore the backup that was made before the upgrade")
