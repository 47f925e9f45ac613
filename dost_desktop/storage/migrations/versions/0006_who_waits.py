"""Lists and reminders say who waits for whom: which came back, whose term is over, which removal ends."""

# ruff: noqa: S608 - every text is a constant of this module

from __future__ import annotations

from typing import Final

from alembic import op

revision: Final = "0006"
down_revision: Final = "0005"
branch_labels: Final = None
depends_on: Final = None

_LAST: Final = """
    (SELECT {what} FROM event e WHERE e.file = a.file AND e.data IS NOT NULL
        AND json_extract(e.content, '$.kind') IN ({kinds})
        AND upper(replace(json_extract(e.data, '$.application'), '-', '')) = hex(a.id)
        ORDER BY e.seq DESC LIMIT 1)
"""
_KIND: Final = "json_extract(e.content, '$.kind')"
_DAY_IN_BAKU: Final = "date(json_extract(e.content, '$.at'), '+4 hours')"


def _last(what: str, *kinds: str) -> str:
    """``what`` of the application's last event of these kinds; NULL where there is none."""
    return _LAST.format(what=what, kinds=", ".join(f"'{kind}'" for kind in kinds))


_STATEMENTS: Final = (
    """
    CREATE TABLE waiting (
        what TEXT NOT NULL,
        since TEXT NOT NULL,
        file INTEGER NOT NULL,
        application BLOB NOT NULL,
        PRIMARY KEY (what, since, file, application),
        FOREIGN KEY(file) REFERENCES file (no)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX waiting_file ON waiting (file)",
    f"""
    INSERT INTO waiting (what, since, file, application)
    SELECT CASE a.state WHEN 'waiting_mas' THEN 'mas' WHEN 'waiting_register' THEN 'register'
            WHEN 'waiting_person' THEN 'person' WHEN 'waiting_employer' THEN 'employer'
            WHEN 'at_back_office' THEN 'back_office' WHEN 'returned' THEN 'returned' END,
        coalesce(CASE a.state WHEN 'waiting_person' THEN {_last(_DAY_IN_BAKU, "work_offered")}
            WHEN 'waiting_employer' THEN {_last("json_extract(e.data, '$.presented_on')", "referral_issued")}
            WHEN 'at_back_office' THEN {_last(_DAY_IN_BAKU, "sent_to_back_office")} END, ''),
        a.file, a.id
    FROM application a WHERE a.is_open AND a.state IN
        ('waiting_mas', 'waiting_register', 'waiting_person', 'waiting_employer', 'at_back_office', 'returned')
    """,
    f"""
    INSERT INTO waiting (what, since, file, application)
    SELECT 'not_accepted', '', a.file, a.id FROM application a WHERE a.is_open AND a.state = 'open'
        AND {_last(_KIND, "form_submitted", "not_accepted_by_mas")} = 'not_accepted_by_mas'
    """,
    # a removal ends on the day that MAS said last, or that stood in the form MAS accepted
    """
    INSERT INTO waiting (what, since, file, application)
    SELECT 'removal', ends, file, x'' FROM (SELECT p.file, (
        SELECT CASE json_extract(e.content, '$.kind')
            WHEN 'status_read' THEN json_extract(e.data, '$.attestation.answer.ends_on')
            WHEN 'ended_by_office' THEN json_extract(e.data, '$.ends_on')
            ELSE (SELECT json_extract(form.data, '$.ends_on') FROM event form WHERE form.file = e.file
                AND form.seq < e.seq AND json_extract(form.content, '$.kind') = 'form_submitted'
                AND json_extract(form.data, '$.application') = json_extract(e.data, '$.application')
                ORDER BY form.seq DESC LIMIT 1) END
        FROM event e WHERE e.file = p.file AND e.data IS NOT NULL
            AND json_extract(e.content, '$.kind') IN ('status_read', 'ended_by_office', 'accepted_by_mas')
        ORDER BY e.seq DESC LIMIT 1) AS ends
    FROM person p WHERE p.status = 'temporarily_removed') WHERE ends <> ''
    """,
)


def upgrade() -> None:
    """One table more in the read model, filled from what was recorded."""
    for statement in _STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    """A desk never goes back: the backup before the upgrade is the way back."""
    raise NotImplementedError("restore the backup that was made before the upgrade")
