"""Tables equal migrations, up and down; a damaged configuration is refused by name."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from central_api.database import Database, Limits
from central_api.database_trouble import AWAY, BUSY, FULL, Trouble, trouble_of
from central_api.kept_tables import answered_requests, catalogues
from central_api.keys import load_keys
from central_api.migrating import is_current, migrate
from central_api.owed_tables import register_questions
from central_api.prepared import Prepared
from central_api.settings import BadSetting, read_settings
from central_api.tables import metadata
from tests.postgresql import PostgreSQL


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


def _trouble(work: Callable[[], object]) -> Trouble | None:
    with pytest.raises((DBAPIError, PoolTimeout)) as met:
        work()
    return trouble_of(met.value)


def test_what_time_mends_is_told_from_mistakes_of_ours(
    tmp_path: Path, database_url: str, postgresql: PostgreSQL | None
) -> None:
    """Each kind of trouble as the real database says it."""
    url = database_url or f"sqlite:///{tmp_path / 'x.sqlite3'}"
    short = Limits(1, 0, timedelta(seconds=0.2), timedelta(seconds=0.1))
    database, other = Database(url, short), Database(url)

    def say(statement: str, to: Database = database) -> None:
        with to.writing() as connection:
            connection.exec_driver_sql(statement)

    say("CREATE TABLE t (x INTEGER)")
    assert _trouble(lambda: say("SELECT * FROM nothing_like_it")) is None
    assert _trouble(lambda: say("INSERT INTO t VALUES ('x', 1)")) is None
    if postgresql is None:
        with database.reading() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout=50")
        with other.writing() as connection:
            connection.exec_driver_sql("INSERT INTO t VALUES (1)")
            assert _trouble(lambda: say("INSERT INTO t VALUES (2)")) is BUSY
        with database.writing() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count=3")
        numbers = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 99999)"
        many = f"{numbers} INSERT INTO t SELECT x FROM n"
        assert _trouble(lambda: say(many)) is FULL
        assert _trouble(lambda: say("SELECT 1", Database(f"sqlite:///{tmp_path}"))) is AWAY  # a folder
    else:
        assert _trouble(lambda: say("SELECT pg_sleep(5)")) is BUSY
        with other.writing() as connection:
            connection.exec_driver_sql("LOCK TABLE t")
            assert _trouble(lambda: say("INSERT INTO t VALUES (2)")) is BUSY
        assert _trouble(lambda: say("SELECT pg_terminate_backend(pg_backend_pid())")) is AWAY
        say("INSERT INTO t VALUES (3)")  # the next request gets a connection that lives
        say(f"ALTER DATABASE {url.rpartition('/')[2]} CONNECTION LIMIT 0", other)
        strangers = Database(url.replace("dost@", "ordinary@"))
        with contextlib.suppress(DBAPIError):  # another test may have made it
            say("CREATE USER ordinary", other)
        assert _trouble(lambda: say("SELECT 1", strangers)) is BUSY
        assert _trouble(lambda: say("SELECT 1", Database(url.replace(str(postgresql.port), "1")))) is AWAY
    database.close()
    other.close()


def test_behind_a_pooler_every_transaction_brings_its_own_limits_and_nothing_stays(
    tmp_path: Path, database_url: str
) -> None:
    if not database_url:
        pytest.skip("SQLite has no pooler")
    database = Database(database_url, Limits(pooler=True))
    for _ in range(8):  # psycopg would prepare after five
        with database.reading() as connection:
            kept = [connection.exec_driver_sql(f"SHOW {name}").scalar_one() for name in Limits().parameters()]
            prepared = connection.exec_driver_sql("SELECT count(*) FROM pg_prepared_statements").scalar_one()
        assert kept == ["30s", "10s", "1min"]
        assert prepared == 0
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        assert connection.exec_driver_sql("SHOW idle_in_transaction_session_timeout").scalar_one() == "0"
    settings = read_settings(tmp_path, {"DATABASE_URL": database_url, "DOST_DATABASE_POOLER": "yes"})
    assert settings.heard_at == ""
    assert replace(settings, listen_url="postgresql+psycopg://direct/x").heard_at.endswith("direct/x")
    assert read_settings(tmp_path, {"DATABASE_URL": database_url}).heard_at == database_url
    database.close()


def test_a_prepared_statement_on_a_connection_that_is_gone_is_an_error_of_the_database(
    tmp_path: Path,
) -> None:
    asked = Prepared(select(1))
    database = Database(f"sqlite:///{tmp_path / 'x.sqlite3'}")
    with database.reading() as connection:
        asked(connection)
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.close()
        with pytest.raises(DBAPIError):
            asked(connection)
        connection.invalidate()  # SQLite's driver does not say that its line is broken
    with database.reading() as connection:
        assert asked(connection).scalar_one() == 1
