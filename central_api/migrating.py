"""Brings a database to the tables of this version: forward only, one process at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import text
from sqlalchemy.exc import OperationalError, ProgrammingError

from central_api.database import Database
from central_api.database_trouble import trouble_of
from central_api.settings import BadSetting

HEAD: Final = "0009"
_FOLDER: Final = Path(__file__).parent / "migrations"
_LOCK: Final = 5040500  # an advisory lock's number on PostgreSQL: the service's


def is_current(database: Database) -> bool:
    """Whether the database has exactly the tables this version works with."""
    return _version(database) == HEAD


def migrate(database: Database, to: str = "head") -> None:
    """Upgrade to this version. Alembic is loaded only when there is something to do.

    Raises BadSetting for a database of a newer version: an older program does not touch it.
    """
    version = _version(database)
    if to == "head" and version == HEAD:
        return
    if version is not None and version not in _known():
        newer = f"the database is of version {version}, which this program ({HEAD}) does not know: update the program"
        raise BadSetting("DATABASE_URL", newer)
    from alembic import command  # noqa: PLC0415 - 0.3 s that a server at its head need not wait for
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", _FOLDER.as_posix())
    with database.writing() as connection:
        if not database.is_sqlite:  # it takes as long as it takes, one process after the other
            for limit in ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"):
                connection.execute(text(f"SET LOCAL {limit} = 0"))
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        config.attributes["connection"] = connection
        if to == "base":
            command.downgrade(config, to)
        else:
            command.upgrade(config, to)


def _known() -> frozenset[str]:
    """The versions that this program can upgrade."""
    return frozenset(each.name[:4] for each in (_FOLDER / "versions").glob("[0-9]*.py"))


def _version(database: Database) -> str | None:
    try:
        with database.reading() as connection:
            version: str | None = connection.execute(
                text("SELECT version_num FROM alembic_version")
            ).scalar_one_or_none()
            return version
    except (OperationalError, ProgrammingError) as error:
        if trouble_of(error):
            raise
        return None  # no such table: a new database
