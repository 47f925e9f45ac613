"""Alembic's way in: the connection is given by ``central_api.migrating``, within its transaction."""

from __future__ import annotations

from alembic import context

from central_api.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
