"""What desks meet: kill, full disk, read-only folder, damage, a newer version, a copied folder, a thief."""

from __future__ import annotations

import os
import random
import secrets
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dost_desktop.contract.seals import SigningKey
from dost_desktop.domain.attestation import Series
from dost_desktop.rows import Draft
from dost_desktop.storage.check import check_desk
from dost_desktop.storage.database import Database
from dost_desktop.storage.errors import (
    CopiedDatabase,
    DatabaseMissing,
    NewerDatabase,
    StorageDamaged,
    StorageFull,
    StorageReadOnly,
    WrongDatabaseKey,
)
from tests.storage.desk import NOW, Signer, identified, new_desk, opened, paths_in, person

PERSON = person("5ZJ1K2M")
REPOSITORY = Path(__file__).parents[2]


def one_step(desk: Database, signer: Signer, pin: str = "5ZJ1K2M") -> None:
    with desk.open_work() as work:
        work.append(signer.run(person(pin), identified(pin), opened()), person(pin))
        work.commit()


def test_a_kill_at_any_moment_loses_no_committed_step(tmp_path: Path) -> None:
    new, key = new_desk(tmp_path)
    with new.open_work() as work:
        work.leases.add(Signer().lease(last=100_000))
        work.commit()
    new.close()
    seed = secrets.token_bytes(32)
    said = 0
    pause = random.Random(7)
    for _ in range(8):
        clicks = subprocess.Popen(
            [sys.executable, "-m", "tests.storage.clicks", str(tmp_path), key.hex(), seed.hex()],
            cwd=REPOSITORY,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        )
        assert clicks.stdout is not None
        lines = [clicks.stdout.readline()]
        time.sleep(pause.uniform(0, 0.08))
        clicks.kill()
        lines += clicks.stdout.read().splitlines()
        clicks.wait()
        clicks.stdout.close()
        said = max(said, *(int(line) for line in lines if line.strip().isdigit()))

        desk = Database.open(paths_in(tmp_path), key)
        assert not desk.issuing_locked
        with desk.open_reading() as reading:
            done = len(reading.file_ids())
            report = check_desk(reading, Signer(agent=clicks_key(seed)))
            numbers = reading.leases.next_numbers()
        desk.close()
        assert report.is_whole, report
        assert said <= done <= said + 1  # the last one may be committed and not yet said
        assert list(numbers.values()) == [done + 1]
        said = done
    assert said > 8


def clicks_key(seed: bytes) -> SigningKey:
    return SigningKey(seed)


def notice_with_scan(desk: Database, signer: Signer) -> None:
    with desk.open_work() as work:
        work.append(signer.run(person("6ABCD3F"), identified("6ABCD3F")), person("6ABCD3F"))
        work.blobs.put(b"x" * 1_000_000)
        work.commit()


def test_a_full_disk_saves_nothing_by_halves(desk: Database, signer: Signer) -> None:
    one_step(desk, signer)
    with desk.open_reading() as reading:
        [(pages,)] = reading.connection.all("PRAGMA page_count")
    writer = desk._writer.driver_connection
    for room in (0, 1, 2, 5, 20, 100):
        writer.execute(f"PRAGMA max_page_count = {pages + room}")
        with pytest.raises(StorageFull):
            notice_with_scan(desk, signer)
    writer.execute("PRAGMA max_page_count = 1000000")
    with desk.open_reading() as reading:
        assert reading.file_ids() == (PERSON,)
        assert check_desk(reading, signer).is_whole
    one_step(desk, signer, "6ABCD3F")


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    database, key = new_desk(tmp_path)
    database.close()
    paths = paths_in(tmp_path)
    journal = paths.database.with_name("desk.db-wal")
    journal.mkdir()  # stands in the way as a read-only folder does, also for root
    with pytest.raises(StorageReadOnly):
        Database.open(paths, key)
    journal.rmdir()
    with pytest.raises(StorageReadOnly):
        Database.create(paths_in(paths.database), key, "install-2")
    Database.open(paths, key).close()


def test_a_database_that_cannot_be_written_is_said(desk: Database, signer: Signer) -> None:
    writer = desk._writer.driver_connection
    writer.execute("PRAGMA query_only = ON")
    with pytest.raises(StorageReadOnly):
        one_step(desk, signer)
    writer.execute("PRAGMA query_only = OFF")
    one_step(desk, signer)


def test_another_key_and_damage_are_told_apart(tmp_path: Path, signer: Signer) -> None:
    database, key = new_desk(tmp_path)
    one_step(database, signer)
    paths = paths_in(tmp_path)
    database.back_up(paths.backups / "20261124-before.db")
    database.close()
    with pytest.raises(WrongDatabaseKey):
        Database.open(paths, secrets.token_bytes(32))

    whole = paths.database.read_bytes()
    paths.database.write_bytes(whole[:100] + bytes([whole[100] ^ 1]) + whole[101:])
    with pytest.raises(StorageDamaged) as damaged:
        Database.open(paths, key)
    assert damaged.value.facts["backup"] == "20261124-before.db"

    paths.database.write_bytes(whole[:-2000] + bytes(2000))
    late = Database.open(paths, key)
    with pytest.raises(StorageDamaged):
        late.quick_check()
    late.close()

    paths.database.unlink()
    with pytest.raises(DatabaseMissing):
        Database.open(paths, key)


def test_a_newer_database_is_not_touched(tmp_path: Path) -> None:
    database, key = new_desk(tmp_path)
    with database.open_work() as work:
        work.connection.change("UPDATE alembic_version SET version_num = '0999'")
        work.commit()
    database.close()
    before = paths_in(tmp_path).database.read_bytes()
    with pytest.raises(NewerDatabase):
        Database.open(paths_in(tmp_path), key)
    assert paths_in(tmp_path).database.read_bytes() == before
    assert not paths_in(tmp_path).backups.exists()


def test_a_restored_or_copied_database_gives_out_no_number(tmp_path: Path, signer: Signer) -> None:
    database, key = new_desk(tmp_path)
    paths = paths_in(tmp_path)
    with database.open_work() as work:
        work.leases.add(signer.lease())
        work.commit()
    database.back_up(paths.backups / "old.db")
    with database.open_work() as work:
        assert work.take_number(Series.NOTICE, 2026, NOW)
        work.commit()
    database.close()

    paths.database.unlink()
    shutil.copy(paths.backups / "old.db", paths.database)
    for _ in range(2):  # it stays locked, however often it is opened
        restored = Database.open(paths, key)
        assert restored.issuing_locked
        with restored.open_work() as work:
            with pytest.raises(CopiedDatabase):
                work.take_number(Series.NOTICE, 2026, NOW)
            assert work.peek_number(Series.NOTICE, 2026) is None
        one_step(
            restored, signer, f"5ZJ{secrets.randbelow(9000) + 1000}"
        )  # the person at the desk is not sent away
        restored.close()

    elsewhere = tmp_path / "elsewhere"
    paths_in(elsewhere).database.parent.mkdir(parents=True)
    shutil.copy(paths.database, paths_in(elsewhere).database)
    copy = Database.open(paths_in(elsewhere), key)
    assert copy.issuing_locked
    copy.unlock_issuing("install-2")
    with copy.open_work() as work:
        assert work.take_number(Series.NOTICE, 2026, NOW) is None
        work.leases.add(signer.lease(first=900, last=901))
        taken = work.take_number(Series.NOTICE, 2026, NOW)
        assert taken is not None
        assert taken.number == 900
        work.commit()
    copy.close()
    again = Database.open(paths_in(elsewhere), key)
    assert not again.issuing_locked
    again.close()


def test_marks_of_an_installation_before_do_not_lock_a_new_one(tmp_path: Path, signer: Signer) -> None:
    database, _ = new_desk(tmp_path)
    with database.open_work() as work:
        work.leases.add(signer.lease())
        work.commit()
    for _ in range(5):
        with database.open_work() as work:
            work.take_number(Series.NOTICE, 2026, NOW)
            work.commit()
    database.close()
    paths_in(tmp_path).database.unlink()
    fresh, key = new_desk(tmp_path)
    fresh.close()
    again = Database.open(paths_in(tmp_path), key)
    assert not again.issuing_locked
    again.close()


def test_a_desk_that_has_used_up_many_blocks_is_not_taken_for_a_copy(tmp_path: Path, signer: Signer) -> None:
    """A mark has one page: a hundred blocks, some months of work, once overflowed it and locked the desk."""
    database, key = new_desk(tmp_path)
    paths = paths_in(tmp_path)
    for first in range(1, 201, 2):
        with database.open_work() as work:
            work.leases.add(signer.lease(first=first, last=first + 1))
            assert work.take_number(Series.NOTICE, 2026, NOW)
            assert work.take_number(Series.NOTICE, 2026, NOW)
            work.commit()
    database.close()
    again = Database.open(paths, key)
    assert not again.issuing_locked
    again.back_up(paths.backups / "old.db")
    with again.open_work() as work:
        work.leases.add(signer.lease(first=201, last=201))
        assert work.take_number(Series.NOTICE, 2026, NOW)
        work.commit()
    again.close()

    paths.database.unlink()
    shutil.copy(paths.backups / "old.db", paths.database)
    restored = Database.open(paths, key)
    assert restored.issuing_locked  # the number of the last block may be on paper
    restored.close()


def test_half_a_mark_is_no_reason_to_lock(tmp_path: Path, signer: Signer) -> None:
    database, key = new_desk(tmp_path)
    with database.open_work() as work:
        work.leases.add(signer.lease())
        work.commit()
    for _ in range(3):
        with database.open_work() as work:
            assert work.take_number(Series.NOTICE, 2026, NOW)
            work.commit()
    database.close()
    marks = paths_in(tmp_path).markers
    whole = marks.read_bytes()
    for torn in (b"\0" * 4096 + whole[4096:], whole[:4096] + b"\0" * 100):
        marks.write_bytes(torn)
        again = Database.open(paths_in(tmp_path), key)
        assert not again.issuing_locked
        again.close()
    marks.write_bytes(b"\0" * 8192)
    lost = Database.open(paths_in(tmp_path), key)
    assert lost.issuing_locked
    lost.close()


def test_nothing_can_be_read_without_the_key(tmp_path: Path, signer: Signer) -> None:
    database, _ = new_desk(tmp_path)
    one_step(database, signer)
    with database.open_work() as work:
        work.drafts.save(Draft("k", "intake", {"surname": "Gizlinçiyev"}, NOW))
        work.blobs.put(b"%PDF Gizlinciyev " * 1000)
        work.commit()
    database.back_up(tmp_path / "backups" / "copy.db")
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert {each.name for each in files} == {"desk.db", "desk.db-wal", "desk.db-shm", "marks", "copy.db"}
    for each in files:
        raw = each.read_bytes()
        for planted in (
            "Əliyev",
            "eliyev",
            "5ZJ1K2M",
            "AA1234567",
            "Gizlin",
            "%PDF",
            "CREATE TABLE",
            "SQLite format",
        ):
            assert planted.encode() not in raw, (each.name, planted)
    database.close()
