"""The first version of the desk's database."""

from __future__ import annotations

from typing import Final

from alembic import op

revision: Final = "0001"
down_revision: Final = None
branch_labels: Final = None
depends_on: Final = None

_STATEMENTS: Final = (
    """
    CREATE TABLE access_log (
        no INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        agent TEXT NOT NULL,
        file_id BLOB,
        what TEXT NOT NULL,
        purpose TEXT NOT NULL,
        is_sent INTEGER DEFAULT 0 NOT NULL
    )
    """,
    "CREATE INDEX access_log_unsent ON access_log (no) WHERE NOT is_sent",
    """
    CREATE TABLE blob (
        sha256 BLOB NOT NULL,
        size INTEGER NOT NULL,
        sent INTEGER DEFAULT 0 NOT NULL,
        is_uploaded INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (sha256)
    )
    """,
    "CREATE INDEX blob_waiting ON blob (sha256) WHERE NOT is_uploaded",
    """
    CREATE TABLE draft (
        key TEXT NOT NULL,
        form TEXT NOT NULL,
        content TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        ticket TEXT NOT NULL,
        application BLOB,
        PRIMARY KEY (key)
    )
    """,
    """
    CREATE TABLE file (
        no INTEGER NOT NULL,
        file_id BLOB NOT NULL,
        confirmed_seq INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (no),
        UNIQUE (file_id)
    )
    """,
    """
    CREATE TABLE meta (
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE name_variant (
        variant TEXT NOT NULL,
        word TEXT NOT NULL,
        PRIMARY KEY (variant, word)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE number_lease (
        no INTEGER NOT NULL,
        lease_id BLOB NOT NULL,
        series TEXT NOT NULL,
        year INTEGER NOT NULL,
        last INTEGER NOT NULL,
        next INTEGER NOT NULL,
        lease TEXT NOT NULL,
        PRIMARY KEY (no),
        UNIQUE (lease_id)
    )
    """,
    "CREATE INDEX number_lease_series ON number_lease (series, year)",
    """
    CREATE TABLE application (
        id BLOB NOT NULL,
        file INTEGER NOT NULL,
        number TEXT NOT NULL,
        kind TEXT NOT NULL,
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
    "CREATE INDEX application_file ON application (file)",
    "CREATE INDEX application_number ON application (number)",
    "CREATE INDEX application_open ON application (opened_at) WHERE is_open",
    "CREATE INDEX application_opened ON application (opened_at)",
    """
    CREATE TABLE blob_part (
        sha256 BLOB NOT NULL,
        part INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (sha256, part),
        FOREIGN KEY(sha256) REFERENCES blob (sha256) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE event (
        no INTEGER NOT NULL,
        file INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        content TEXT NOT NULL,
        signature TEXT NOT NULL,
        salt TEXT,
        data TEXT,
        prev BLOB NOT NULL,
        hash BLOB NOT NULL,
        PRIMARY KEY (no),
        UNIQUE (file, seq),
        FOREIGN KEY(file) REFERENCES file (no)
    )
    """,
    """
    CREATE TABLE notice (
        id BLOB NOT NULL,
        file INTEGER NOT NULL,
        application BLOB NOT NULL,
        seq INTEGER NOT NULL,
        number TEXT NOT NULL,
        is_provisional INTEGER NOT NULL,
        state TEXT NOT NULL,
        issued_at TEXT NOT NULL,
        issued_by TEXT NOT NULL,
        desk TEXT NOT NULL,
        pdf BLOB NOT NULL,
        certificate TEXT NOT NULL,
        verify_code TEXT NOT NULL,
        copies INTEGER NOT NULL,
        served_at TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(file) REFERENCES file (no)
    )
    """,
    "CREATE INDEX notice_file ON notice (file)",
    "CREATE INDEX notice_issued ON notice (issued_at)",
    "CREATE INDEX notice_number ON notice (number)",
    """
    CREATE TABLE outbox (
        run BLOB NOT NULL,
        file INTEGER NOT NULL,
        first_seq INTEGER NOT NULL,
        steps INTEGER NOT NULL,
        kinds TEXT NOT NULL,
        state TEXT NOT NULL,
        created_at TEXT NOT NULL,
        attempts INTEGER DEFAULT 0 NOT NULL,
        next_try TEXT DEFAULT '' NOT NULL,
        last_answer TEXT DEFAULT '' NOT NULL,
        facts TEXT DEFAULT '{}' NOT NULL,
        PRIMARY KEY (run),
        FOREIGN KEY(file) REFERENCES file (no)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE person (
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
        PRIMARY KEY (file),
        FOREIGN KEY(file) REFERENCES file (no)
    )
    """,
    "CREATE INDEX person_document ON person (document_number)",
    "CREATE INDEX person_number ON person (number)",
    "CREATE INDEX person_order ON person (file, sort_key)",
    """
    CREATE TABLE receipt (
        file INTEGER NOT NULL,
        epoch TEXT NOT NULL,
        seq INTEGER NOT NULL,
        receipt TEXT NOT NULL,
        PRIMARY KEY (file, epoch),
        FOREIGN KEY(file) REFERENCES file (no)
    )
    """,
    """
    CREATE TABLE parked_event (
        run BLOB NOT NULL,
        seq INTEGER NOT NULL,
        content TEXT NOT NULL,
        signature TEXT NOT NULL,
        salt TEXT,
        data TEXT,
        prev BLOB NOT NULL,
        hash BLOB NOT NULL,
        PRIMARY KEY (run, seq),
        FOREIGN KEY(run) REFERENCES outbox (run) ON DELETE CASCADE
    )
    """,
    """
    CREATE VIRTUAL TABLE person_names USING fts5(
        names, content='', contentless_delete=1, detail='none', prefix='3 4',
        tokenize='unicode61 remove_diacritics 0')
    """,
)


def upgrade() -> None:
    """Make every table."""
    for statement in _STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    """A desk never goes back: the backup before the upgrade is the way back."""
    raise NotImplementedError("restore the backup that was made before the upgrade")
