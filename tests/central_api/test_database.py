"""Tables equal migrations, up and down; a damaged configuration is refused by name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, select

from central_api.database import Database
from central_api.kept_tables import answered_requests, catalogues
from central_api.keys import load_keys
from central_api.migrating import is_current, migrate
from central_api.owed_tables import register_questions
from central_api.settings import BadSetting, read_settings
from central_api.tables import metadata


@pytest.fixture
def database(tmp_path: Path, database_url: str) -> Database:
    return Database(database_url or f"sqlite:///{tmp_path / 'x.sqlite3'}")


def test_the_migrations_make_exactly_the_tables_and_take_them_away_again(database: Database) -> None:
    assert not is_current(database)
    migrate(database)
    assert is_current(database)
    assert {answered_requests.name, catalogues.name} <= set(metadata.tables)
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    migrate(database, "base")
    assert set(inspect(database.engine).get_table_names()) == {"alembic_version"}
    migrate(database)
    assert is_current(database)
    database.close()


def test_a_question_that_waited_before_more_registers_were_asked_waits_on(database: Database) -> None:
    migrate(database, "0002")
    with database.writing() as connection:
        connection.exec_driver_sql(
            "INSERT INTO register_jobs (application, file_id, due_at, attempts)"
            " VALUES ('a', 'f', '2026-11-24T06:00:00.000Z', 3)"
        )
    migrate(database)
    with database.reading() as connection:
        [row] = connection.execute(select(register_questions)).all()
    assert tuple(row) == ("a", "mas_employed_persons", "f", "2026-11-24T06:00:00.000Z", 3)
    database.close()


def test_sqlite_waits_for_the_disk_before_it_says_committed(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'x.sqlite3'}")
    with database.reading() as connection:
        asked = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous")
        ]
    assert asked == ["wal", 2]
    database.close()


@pytest.mark.parametrize(
    ("name", "value"),
    [("DATABASE_URL", "mysql://x"), ("DOST_PUBLIC_URL", "dost.example"), ("DOST_SIGNING_KEY", "short"),
     ("DOST_RECOVERY_KEY", "not base64!"), ("DOST_EMPLOYER_TOKEN", "short"),
     ("DOST_SIMULATOR_CONFIRMS_AFTER", "-1"), ("DOST_SIMULATOR_CONFIRMS_AFTER", "soon"),
     ("DOST_OWN_MESSAGES", "greeting"), ("DOST_OWN_MESSAGES", "employer.hired:fax"), ("DOST_MESSAGE_TRIES", "0"),
     ("DOST_SMS_HOURS", "18:00-09:00"), ("DOST_SMS_HOURS", "9 to 5"), ("DOST_SMS_LETTERS", "en")],
)  # fmt: skip
def test_a_damaged_setting_is_refused_with_its_key(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=name):
        load_keys(read_settings(tmp_path, {name: value}))


def test_the_server_s_secrets_are_its_own_and_stay(tmp_path: Path) -> None:
    settings = read_settings(tmp_path, {})
    first, again = load_keys(settings), load_keys(settings)
    assert first == again or first.deployment == again.deployment
    assert first.signing.public == again.signing.public
    for path in settings.keys.iterdir() if os.name == "posix" else ():
        assert path.stat().st_mode & 0o077 == 0
    (settings.keys / "recovery.key").write_text("damaged\n")
    with pytest.raises(BadSetting, match=r"recovery\.key"):
        load_keys(settings)
