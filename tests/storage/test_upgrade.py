"""Migrations give the tables the program speaks of, after a proven backup, or change nothing."""

from __future__ import annotations

import subprocess
import sys
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext

from dost_desktop.domain import acts
from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.vocabulary import Basis, FormOfApplication
from dost_desktop.rows import ApplicationFilter
from dost_desktop.storage import upgrade
from dost_desktop.storage.check import check_desk
from dost_desktop.storage.connection import DRIVER, connect
from dost_desktop.storage.database import Database
from dost_desktop.storage.tables import SEARCH, metadata
from tests.storage.desk import NOW, Signer, identified, new_desk, opened, paths_in, person

FORMS = (FormOfApplication.IN_PERSON, FormOfApplication.REPRESENTATIVE)
SPEAKER = Representative("Quliyev Araz", Basis.GUARDIAN, "12", NOW.date(), identity_number="9BC3D4E")


def test_models_equal_migrations(desk: Database) -> None:
    with desk._engine.connect() as connection, warnings.catch_warnings():
        for said in (
            "Skipped unsupported reflection of expression",
            "autogenerate skipping metadata-specified",
        ):
            warnings.filterwarnings("ignore", said)  # no index over an expression: texts are compared below
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


def as_version_two_wrote_it(folder: Path, key: bytes) -> None:
    """In place of a closed desk's database: one with the same content in the second version's tables."""
    paths, old = paths_in(folder), folder / "old.db"
    engine = sa.create_engine("sqlite://", module=DRIVER, creator=lambda: connect(old, key))
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(upgrade.__file__).parent / "migrations"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
    engine.dispose()
    driver = connect(old, key)
    driver.execute("PRAGMA foreign_keys = OFF")
    driver.execute(f"ATTACH '{paths.database}' AS newer KEY \"x'{key.hex()}'\"")
    tables = driver.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'").fetchall()
    for (table,) in tables:
        if table.startswith(("person_names", "sqlite_", "alembic_")):
            continue
        columns = ", ".join(row[1] for row in driver.execute(f"PRAGMA main.table_info({table})"))
        driver.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}")
    driver.execute("INSERT INTO person_names (rowid, names) SELECT file, names FROM person WHERE names <> ''")
    driver.close()
    old.replace(paths.database)


def test_a_filled_database_of_the_second_version_finds_everybody_after_the_upgrade(
    tmp_path: Path, signer: Signer
) -> None:
    database, key = new_desk(tmp_path)
    surnames = ["Əliyev", "Zeynalov", "Çobanov", "Cəfərov", "Abbasov", "İsmayılov"]
    with database.open_work() as work:
        for n, surname in enumerate(surnames):
            who = person(f"5ZJ1K{n}M")
            did: list[acts.Act] = [
                identified(f"5ZJ1K{n}M", surname),
                replace(
                    opened(f"05-04-05-00/B03/2026/M-{n:06}"),
                    representative=SPEAKER if n > 2 else None,
                    form=FORMS[n > 2],
                ),
            ]
            work.append(signer.run(who, *did, acts.RecordContact(f"+99450000123{n}")), who)
        work.append(signer.run(person("9999999"), acts.RecordContact("+994500009999")), person("9999999"))
        work.commit()
    database.close()
    as_version_two_wrote_it(tmp_path, key)

    upgraded = Database.open(paths_in(tmp_path), key)

    assert upgraded.backup is not None
    test_models_equal_migrations(upgraded)
    with upgraded.open_reading() as reading:
        assert check_desk(reading, signer).is_whole
        found = [row.full_name.split()[0] for row in reading.find_persons("ilq cing")]
        assert found == ["Abbasov", "Cəfərov", "Çobanov", "Əliyev", "İsmayılov", "Zeynalov"]
        for typed in ("050 000 12 32", "000-12-32", "B03/2026/M-2", "m000002", "5zj1k2", "cobanof"):
            assert [row.full_name.split()[0] for row in reading.find_persons(typed)] == ["Çobanov"], typed
        assert reading.applicants_of(SPEAKER.identity_number, NOW) == 3
        by_form = [reading.applications(ApplicationFilter(form=form)) for form in FORMS]
        assert [[row.form for row in rows] for rows in by_form] == [[form] * 3 for form in FORMS]
    with upgraded.open_work() as work:  # new ones stand between the old ones
        work.append(signer.run(person("8888888"), identified("8888888", "Dadaşov")), person("8888888"))
        work.commit()
    with upgraded.open_reading() as reading:
        assert [row.full_name.split()[0] for row in reading.find_persons("cingiz")][3] == "Dadaşov"
        assert check_desk(reading, signer).is_whole
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
            connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{upgrade.HEAD}'")

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
