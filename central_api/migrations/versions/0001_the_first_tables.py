"""The tables of the first version."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """The tables after this version."""

    op.create_table(
        "agent_keys",
        sa.Column("agent", sa.String(length=100), nullable=False),
        sa.Column("desk", sa.String(length=100), nullable=False),
        sa.Column("public", sa.String(length=100), nullable=False),
        sa.Column("since", sa.String(length=24), nullable=False),
        sa.Column("until", sa.String(length=24), nullable=True),
        sa.Column("last_assertion", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("agent", "desk", "public", name="pk_agent_keys"),
    )
    op.create_table(
        "agents",
        sa.Column("agent", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agent", name="pk_agents"),
    )
    op.create_table(
        "blobs",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("centre", sa.String(length=100), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("desk", sa.String(length=100), nullable=False),
        sa.Column("received_at", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("sha256", "centre", name="pk_blobs"),
    )
    op.create_table(
        "centre_signers",
        sa.Column("centre", sa.String(length=100), nullable=False),
        sa.Column("agent", sa.String(length=100), nullable=False),
        sa.Column("desk", sa.String(length=100), nullable=False),
        sa.PrimaryKeyConstraint("centre", "agent", "desk", name="pk_centre_signers"),
    )
    op.create_table(
        "centres",
        sa.Column("code", sa.String(length=100), nullable=False),
        sa.Column("category", sa.String(length=1), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("phone", sa.String(length=100), nullable=False),
        sa.Column("court", sa.Text(), nullable=False),
        sa.Column("appeal_body", sa.Text(), nullable=False),
        sa.Column("appeal_address", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_centres"),
    )
    op.create_table(
        "deployment",
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_deployment"),
    )
    op.create_table(
        "desks",
        sa.Column("desk", sa.String(length=100), nullable=False),
        sa.Column("centre", sa.String(length=100), nullable=False),
        sa.Column("install_id", sa.String(length=36), nullable=False),
        sa.Column("enrolled_at", sa.String(length=24), nullable=False),
        sa.Column("retired_at", sa.String(length=24), nullable=True),
        sa.PrimaryKeyConstraint("desk", name="pk_desks"),
    )
    with op.batch_alter_table("desks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_desks_centre"), ["centre"], unique=False)

    op.create_table(
        "enrol_codes",
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("centre", sa.String(length=100), nullable=False),
        sa.Column("expires_at", sa.String(length=24), nullable=False),
        sa.Column("used_at", sa.String(length=24), nullable=True),
        sa.Column("install_id", sa.String(length=36), nullable=True),
        sa.Column("desk", sa.String(length=100), nullable=True),
        sa.PrimaryKeyConstraint("code_hash", name="pk_enrol_codes"),
    )
    op.create_table(
        "events",
        sa.Column("file_id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.String(length=36), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("signature", sa.String(length=100), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=True),
        sa.Column("data", sa.Text(), nullable=True),
        sa.Column("prev", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("received_at", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("file_id", "seq", name="pk_events"),
        sa.UniqueConstraint("file_id", "event_id", name=op.f("uq_events_file_id_event_id")),
    )
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_events_event_id"), ["event_id"], unique=False)

    op.create_table(
        "feed",
        sa.Column("centre", sa.String(length=100), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("file_id", sa.String(length=36), nullable=False),
        sa.Column("from_seq", sa.Integer(), nullable=False),
        sa.Column("to_seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("centre", "position", name="pk_feed"),
    )
    op.create_table(
        "feed_heads",
        sa.Column("centre", sa.String(length=100), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("centre", name="pk_feed_heads"),
    )
    op.create_table(
        "file_centres",
        sa.Column("file_id", sa.String(length=36), nullable=False),
        sa.Column("centre", sa.String(length=100), nullable=False),
        sa.PrimaryKeyConstraint("file_id", "centre", name="pk_file_centres"),
    )
    op.create_table(
        "files",
        sa.Column("file_id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("file_id", name="pk_files"),
    )
    op.create_table(
        "leases",
        sa.Column("lease_id", sa.String(length=36), nullable=False),
        sa.Column("centre", sa.String(length=100), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("series", sa.String(length=20), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("desk", sa.String(length=100), nullable=False),
        sa.Column("leased_at", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("lease_id", name="pk_leases"),
        sa.UniqueConstraint(
            "centre", "year", "series", "first", name=op.f("uq_leases_centre_year_series_first")
        ),
    )
    op.create_table(
        "notices",
        sa.Column("notice", sa.String(length=36), nullable=False),
        sa.Column("verify_code", sa.String(length=100), nullable=False),
        sa.Column("file_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.String(length=100), nullable=False),
        sa.Column("centre", sa.String(length=100), nullable=False),
        sa.Column("kind", sa.String(length=100), nullable=False),
        sa.Column("issued_at", sa.String(length=24), nullable=False),
        sa.Column("pdf", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("superseded_by", sa.String(length=36), nullable=True),
        sa.PrimaryKeyConstraint("notice", name="pk_notices"),
        sa.UniqueConstraint("verify_code", name=op.f("uq_notices_verify_code")),
    )
    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_notices_file_id"), ["file_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_notices_pdf"), ["pdf"], unique=False)

    op.create_table(
        "number_heads",
        sa.Column("centre", sa.String(length=100), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("series", sa.String(length=20), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("centre", "year", "series", name="pk_number_heads"),
    )
    op.create_table(
        "posts",
        sa.Column("agent", sa.String(length=100), nullable=False),
        sa.Column("since", sa.String(length=24), nullable=False),
        sa.Column("until", sa.String(length=24), nullable=True),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("post", sa.String(length=100), nullable=False),
        sa.Column("centre", sa.String(length=100), nullable=False),
        sa.PrimaryKeyConstraint("agent", "since", name="pk_posts"),
    )
    with op.batch_alter_table("posts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_posts_centre"), ["centre"], unique=False)

    op.create_table(
        "readings",
        sa.Column("reading", sa.String(length=36), nullable=False),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.Column("agent", sa.String(length=100), nullable=False),
        sa.Column("desk", sa.String(length=100), nullable=False),
        sa.Column("file_id", sa.String(length=36), nullable=False),
        sa.Column("what", sa.String(length=100), nullable=False),
        sa.Column("purpose", sa.String(length=100), nullable=False),
        sa.Column("lookup_no", sa.String(length=100), nullable=False),
        sa.PrimaryKeyConstraint("reading", name="pk_readings"),
    )
    with op.batch_alter_table("readings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_readings_file_id"), ["file_id"], unique=False)

    op.create_table(
        "register_jobs",
        sa.Column("application", sa.String(length=36), nullable=False),
        sa.Column("file_id", sa.String(length=36), nullable=False),
        sa.Column("due_at", sa.String(length=24), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("application", name="pk_register_jobs"),
    )
    with op.batch_alter_table("register_jobs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_register_jobs_due_at"), ["due_at"], unique=False)

    op.create_table(
        "server_keys",
        sa.Column("name", sa.String(length=16), nullable=False),
        sa.Column("public", sa.String(length=100), nullable=False),
        sa.Column("since", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_server_keys"),
    )
    op.create_table(
        "sign_in_failures",
        sa.Column("who", sa.String(length=210), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.String(length=24), nullable=True),
        sa.PrimaryKeyConstraint("who", name="pk_sign_in_failures"),
    )
    op.create_table(
        "simulated_rows",
        sa.Column("register", sa.String(length=100), nullable=False),
        sa.Column("number", sa.String(length=100), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("row", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("register", "number", "place", name="pk_simulated_rows"),
    )
    op.create_table(
        "tickets",
        sa.Column("centre", sa.String(length=100), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("number", sa.String(length=100), nullable=False),
        sa.Column("purpose", sa.String(length=100), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("note", sa.String(length=100), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("taken_at", sa.String(length=24), nullable=False),
        sa.Column("called_at", sa.String(length=24), nullable=True),
        sa.Column("finished_at", sa.String(length=24), nullable=True),
        sa.Column("desk", sa.String(length=100), nullable=False),
        sa.PrimaryKeyConstraint("centre", "day", "number", name="pk_tickets"),
    )
    op.create_table(
        "token_families",
        sa.Column("family", sa.String(length=36), nullable=False),
        sa.Column("desk", sa.String(length=100), nullable=False),
        sa.Column("agent", sa.String(length=100), nullable=True),
        sa.Column("by_password", sa.Boolean(), nullable=False),
        sa.Column("signed_in_at", sa.String(length=24), nullable=False),
        sa.Column("revoked_at", sa.String(length=24), nullable=True),
        sa.Column("revoked_for", sa.String(length=100), nullable=False),
        sa.PrimaryKeyConstraint("family", name="pk_token_families"),
    )
    with op.batch_alter_table("token_families", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_token_families_desk"), ["desk"], unique=False)

    op.create_table(
        "tokens",
        sa.Column("access_hash", sa.String(length=64), nullable=False),
        sa.Column("refresh_hash", sa.String(length=64), nullable=False),
        sa.Column("family", sa.String(length=36), nullable=False),
        sa.Column("access_until", sa.String(length=24), nullable=False),
        sa.Column("refresh_until", sa.String(length=24), nullable=False),
        sa.Column("used_at", sa.String(length=24), nullable=True),
        sa.Column("replaced_by", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("access_hash", name="pk_tokens"),
        sa.UniqueConstraint("refresh_hash", name=op.f("uq_tokens_refresh_hash")),
    )
    with op.batch_alter_table("tokens", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tokens_family"), ["family"], unique=False)


def downgrade() -> None:
    """The tables before this version."""

    with op.batch_alter_table("tokens", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tokens_family"))

    op.drop_table("tokens")
    with op.batch_alter_table("token_families", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_token_families_desk"))

    op.drop_table("token_families")
    op.drop_table("tickets")
    op.drop_table("simulated_rows")
    op.drop_table("sign_in_failures")
    op.drop_table("server_keys")
    with op.batch_alter_table("register_jobs", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_register_jobs_due_at"))

    op.drop_table("register_jobs")
    with op.batch_alter_table("readings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_readings_file_id"))

    op.drop_table("readings")
    with op.batch_alter_table("posts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_posts_centre"))

    op.drop_table("posts")
    op.drop_table("number_heads")
    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_notices_pdf"))
        batch_op.drop_index(batch_op.f("ix_notices_file_id"))

    op.drop_table("notices")
    op.drop_table("leases")
    op.drop_table("files")
    op.drop_table("file_centres")
    op.drop_table("feed_heads")
    op.drop_table("feed")
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_events_event_id"))

    op.drop_table("events")
    op.drop_table("enrol_codes")
    with op.batch_alter_table("desks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_desks_centre"))

    op.drop_table("desks")
    op.drop_table("deployment")
    op.drop_table("centres")
    op.drop_table("centre_signers")
    op.drop_table("blobs")
    op.drop_table("agents")
    op.drop_table("agent_keys")
