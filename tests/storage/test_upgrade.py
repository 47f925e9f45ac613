"""Migrations give the tables the program speaks of, after a proven backup, or change nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from dost_desktop.storage import upgrade
from dost_desktop.storage.database import Database
from dost_desktop.storage.tables import SEARCH, metadata
from tests.storage.desk import Signer, identified, new_desk, paths_in, person


def test_models_equal_migrations(desk: Database) -> None:
    with desk._engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        found = (
            connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars().all()
        )
        differences = [
            each
            for each in compare_metadata(context, metadata)
            if not (each[0] == "remove_table" and each[1].name.startswith("person_names"))
        ]
        assert differences == []
        [(search,)] = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_schema WHERE name = 'person_names'"
        ).all()
        assert "".join(search.split()) == "".join(SEARCH.split())
        assert set(metadata.tables) <= set(found)
        made = {
            name: "".join(sql.split()).replace('"', "")
            for name, sql in connection.exec_driver_sql(
                "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
            )
        }
        for table in metadata.sorted_tables:  # what alembic does not compare: WITHOUT ROWID, partial indexes
            wanted_here: list[Any] = [
                sa.schema.CreateTable(table),
                *map(sa.schema.CreateIndex, table.indexes),
            ]
            for wanted in wanted_here:
                name = wanted.element.name
                text = "".join(str(wanted.compile(dialect=connection.dialect)).split()).replace('"', "")
                assert made[str(name)] == text


def test_a_database_of_the_first_version_finds_persons_by_phone_after_the_upgrade(tmp_path: Path) -> None:
    database, key = new_desk(tmp_path)
    with database.open_work() as work:
        work.connection.change("DROP INDEX person_phone")
        work.connection.change("UPDATE alembic_version SET version_num = '0001'")
        work.commit()
    database.close()

    upgraded = Database.open(paths_in(tmp_path), key)

    test_models_equal_migrations(upgraded)
    assert upgraded.backup is not None
    upgraded.close()


def test_an_older_database_is_backed_up_and_upgraded_or_left_as_it_was(
    tmp_path: Path, signer: Signer, monkeypatch: pytest.MonkeyPatch
) -> None:
    database, key = new_desk(tmp_path)
    who = person("5ZJ1K2M")
    with database.open_work() as work:
        work.append(signer.run(who, identified()), who)
        work.connection.change("UPDATE alembic_version SET version_num = '0000'")
        work.commit()
    database.close()

    def broken(connection: sa.Connection) -> None:
        with connection.begin():
            connection.exec_driver_sql("DROP TABLE draft")
            raise OSError("power cut")

    monkeypatch.setattr(upgrade, "_migrate", broken)
    with pytest.raises(OSError, match="power cut"):
        Database.open(paths_in(tmp_path), key)

    def works(connection: sa.Connection) -> None:
        with connection.begin():
            connection.exec_driver_sql("SELECT count(*) FROM draft")
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")

    monkeypatch.setattr(upgrade, "_migrate", works)
    upgraded = Database.open(paths_in(tmp_path), key)
    assert upgraded.backup is not None
    assert len(list(paths_in(tmp_path).backups.iterdir())) >= 1
    with upgraded.open_reading() as reading:
        assert reading.file(who).head.seq == 1
    copy_paths = paths_in(tmp_path / "copy")
    copy_paths.database.parent.mkdir(parents=True)
    upgraded.backup.rename(copy_paths.database)
    upgraded.close()
    copy = Database.open(copy_paths, key)
    with copy.open_reading() as reading:
        assert reading.find_persons("eliyev")[0].file_id == who
    copy.close()


def test_opening_imports_no_alembic(tmp_path: Path) -> None:
    database, key = new_desk(tmp_path)
    database.close()
    code = (
        "import sys; from pathlib import Path; from tests.storage.desk import paths_in;"
        "from dost_desktop.storage.database import Database;"
        f"Database.open(paths_in(Path({str(tmp_path)!r})), bytes.fromhex({key.hex()!r})).close();"
        "sys.exit('alembic' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], check=False, cwd=Path(__file__).parents[2]).returncode
        == 0
    )
