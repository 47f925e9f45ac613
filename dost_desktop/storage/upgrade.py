"""Bringing a database to this program's version: a proven backup first, then the migrations, or nothing at all.

Alembic is imported only when there is something to do: it would cost a third of the start.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from dost_desktop.storage.errors import NewerDatabase

HEAD: Final = "0006"


def revision(connection: sa.Connection) -> str:
    """The revision the database was written by; "" for an empty one."""
    known = connection.exec_driver_sql("SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version'").first()
    if known is None:
        return ""
    row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
    return "" if row is None else str(row[0])


def upgrade(connection: sa.Connection, back_up: Callable[[str], Path | None]) -> Path | None:
    """Bring the database to ``HEAD``; the path of the backup when one was made.

    ``back_up`` is given the old revision and writes and proves a copy. Raises NewerDatabase before touching
    anything; a migration that fails leaves the database as it was.
    """
    current = revision(connection)
    if current == HEAD:
        return None
    if current > HEAD:
        raise NewerDatabase(found=current, known=HEAD)
    connection.rollback()  # the copy is made outside of any transaction
    backup = back_up(current) if current else None
    _migrate(connection)
    return backup


def _migrate(connection: sa.Connection) -> None:
    from alembic import command  # noqa: PLC0415 - heavy, and needed once a release
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    with connection.begin():
        command.upgrade(config, HEAD)
