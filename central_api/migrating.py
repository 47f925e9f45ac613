"""Brings a database to the tables of this version: forward only, one process at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import text
from sqlalchemy.exc import OperationalError, ProgrammingError

from central_api.database import Database

HEAD: Final = "0008"
_FOLDER: Final = Path(__file__).parent / "migrations"
_LOCK: Final = 5040500  # an advisory lock's number on PostgreSQL: the service's


def is_current(database: Database) -> bool:
    """Whether the database has exactly the tables this version works with."""
    return _version(database) == HEAD


def migrate(database: Database, to: str = "head") -> None:
    """Upgrade to this version. Alembic is loaded only when there is something to do."""
    if to == "head" and is_current(database):
        return
    from alembic import command  # noqa: PLC0415 - 0.3 s that a server at its head need not wait for
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", _FOLDER.as_posix())
    with database.writing() as connection:
        if not database.is_sqlite:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        config.attributes["connection"] = connection
        if to == "base":
            command.downgrade(config, to)
        else:
            command.upgrade(config, to)


def _version(database: Database) -> str | None:
    try:
        with database.reading() as connection:
            version: str | None = connection.execute(
                text("SELECT version_num FROM alembic_version")
            ).scalar_one_or_none()
            return version
    except (OperationalError, ProgrammingError):  # no such table: a new database
        return None
