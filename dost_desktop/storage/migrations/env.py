"""Alembic's entry: runs the migrations on the connection it is handed (``upgrade.py``), never on one of its own."""

from __future__ import annotations

from alembic import context

from dost_desktop.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
