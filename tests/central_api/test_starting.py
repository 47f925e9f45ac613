"""Starting and staying up: what must be mended is said with key and reason; a database that is away is waited for."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import httpx
import psutil
import psycopg
import pytest
import uvicorn
from typer.testing import CliRunner

from central_api.app import build_app
from central_api.cli import app
from central_api.database_trouble import DatabaseAway
from central_api.office import Office
from central_api.serving import serve
from central_api.settings import BadSetting, Settings, read_settings
from central_api.settings_table import TABLE, unknown_setting
from central_api.starting import Starting
from dost_desktop.contract.messages import FeedItem
from dost_desktop.domain import acts
from tests.central_api.practice_desk import Desk, enrol, listening
from tests.central_api.test_processes import until
from tests.faults.central_office import opened_office, people_by_way
from tests.postgresql import PostgreSQL

REPOSITORY = Path(__file__).parents[2]
NOBODY_THERE = "postgresql+psycopg://dost:sehr-geheim@127.0.0.1:1/x"


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [each for each in os.environ if each.startswith("DOST_") or each == "DATABASE_URL"]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="module")
def power(postgresql: PostgreSQL | None) -> Iterator[PostgreSQL]:
    """A PostgreSQL that writes as in earnest and whose power may go."""
    if postgresql is None:
        pytest.skip("SQLite is never away")
    server = PostgreSQL(lasting=True).start()
    yield server
    server.stop()


def test_the_administrator_s_guide_names_every_setting_and_settings_have_every_field() -> None:
    guide = (REPOSITORY / "docs" / "administrator.md").read_text("utf-8")
    assert [each.key for each in TABLE if f"`{each.key}`" not in guide] == []
    known = {each.name for each in fields(Settings)}
    assert {each.field for each in TABLE if each.field} <= known
    assert len({each.key for each in TABLE}) == len(TABLE)


def test_a_setting_that_nobody_knows_is_refused_and_the_nearest_one_named(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match=r"DOST_BLOB_UR: nobody knows this setting; DOST_BLOB_URL\?"):
        read_settings(tmp_path, {"DOST_BLOB_UR": "x"})
    assert unknown_setting({"DOST_HOME": "/x", "DOST_TEST_ANY": "1", "PATH": "/bin"}) is None


@pytest.mark.skipif(sys.platform == "win32", reason="there the folder's access list says it")
def test_a_new_data_folder_is_its_user_s_alone(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "srv", {}).data.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"DATABASE_URL": "postgresql+psycopg://u:sehr-geheim@h:port/x"}, "DATABASE_URL: cannot be read"),
        ({"DATABASE_URL": "mysql://u:sehr-geheim@h/x"}, "DATABASE_URL: must begin with"),
        ({"DATABASE_URL": NOBODY_THERE + "?sehr-geheim=1"}, "DATABASE_URL: has an option"),
        ({"DOST_BLOB_URL": "floppy://a"}, "DOST_BLOB_URL: begins with a protocol that nobody knows"),
        ({"DOST_BLOB_URL": "FILE/blobs"}, "DOST_BLOB_URL: cannot be written to"),
        ({"DOST_DATABASE_POOL": "0"}, "DOST_DATABASE_POOL: must be a whole number from 1 to 200"),
        ({"DOST_DATABASE_POOLER": "maybe"}, "DOST_DATABASE_POOLER: must be no or yes"),
        ({"DOST_CURSOR_KEY": "c2Vocg"}, "DOST_CURSOR_KEY: must hold 32 bytes"),
        ({"--data": "FILE"}, "--data: is a file"),
        ({"--workers": "2"}, "--workers: several processes need PostgreSQL"),
        ({"--port": "TAKEN"}, "--port: is in use"),
        ({"--host": "203.0.113.1"}, "--host: is not an address of this machine"),
        ({"--host": "no such host"}, "--host: is not an address"),
        ({"signing.key": "c2Vocg\n"}, "keys/signing.key: must hold 32 bytes"),
        ({"deployment.key": "sehr geheim!\n"}, "keys/deployment.key: is not base64url"),
        ({"recovery.key": "ə"}, "keys/recovery.key: is not base64url"),
    ],
)
def test_what_must_be_mended_ends_the_start_with_key_and_reason_and_no_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], said: str
) -> None:
    (tmp_path / "a file").touch()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        words = {"--data": str(tmp_path / "server"), "--host": "127.0.0.1", "--port": "0", "--workers": "1"}
        for name, value in environ.items():
            meant = value.replace("FILE", str(tmp_path / "a file"))
            meant = meant.replace("TAKEN", str(taken.getsockname()[1]))
            if name.startswith("--"):
                words[name] = meant
            elif name.endswith(".key"):
                (tmp_path / "server" / "keys").mkdir(parents=True)
                (tmp_path / "server" / "keys" / name).write_text(meant, encoding="utf-8")
            else:
                monkeypatch.setenv(name, meant)
        with pytest.raises(BadSetting) as refused:
            serve(Path(words["--data"]), words["--host"], int(words["--port"]), None, int(words["--workers"]))
    assert str(refused.value).startswith(said)
    assert "sehr" not in str(refused.value)


@pytest.mark.parametrize(
    ("address", "said"),
    [("postgresql+psycopg://dost@127.0.0.1:{port}/nowhere", "this database does not exist"),
     ("postgresql+psycopg://nobody:sehr-geheim@127.0.0.1:{port}/x", "does not let this user in"),
     ("postgresql+psycopg://dost@127.0.0.1:{port}/x?sslmode=require", "TLS")],
)  # fmt: skip
def test_a_wrong_address_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, power: PostgreSQL, address: str, said: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", address.format(port=power.port))
    with pytest.raises(BadSetting, match=said) as refused:
        serve(tmp_path, "127.0.0.1", 0, None, 1)
    assert not isinstance(refused.value, DatabaseAway)
    assert "geheim" not in str(refused.value)


def test_a_database_of_a_newer_program_and_one_begun_with_other_secrets_are_left_alone(
    tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if database_url:
        monkeypatch.setenv("DATABASE_URL", database_url)
    data, run = tmp_path / "server", CliRunner()
    assert run.invoke(app, ["init", "--data", str(data)]).exit_code == 0

    kept = (data / "keys" / "deployment.key").read_text("ascii")
    (data / "keys" / "deployment.key").unlink()
    with pytest.raises(BadSetting, match=r"keys/deployment\.key: is not the one that this database"):
        serve(data, "127.0.0.1", 0, None, 1)
    (data / "keys" / "deployment.key").write_text(kept, encoding="ascii")

    newer = "UPDATE alembic_version SET version_num = '9999'"
    if database_url:
        with psycopg.connect(database_url.replace("+psycopg", "")) as connection:
            connection.execute(newer)
    else:
        with contextlib.closing(sqlite3.connect(data / "central.sqlite3")) as file, file:
            file.execute(newer)
    with pytest.raises(BadSetting, match=r"DATABASE_URL: the database is of version 9999"):
        serve(data, "127.0.0.1", 0, None, 1)


def test_a_command_that_finds_the_database_away_says_so_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", NOBODY_THERE)
    for words in (["init"], ["agents", "list"], ["desks", "enrol-code", "B03"], ["keys", "announce"]):
        result = CliRunner().invoke(app, [*words, "--data", str(tmp_path)])
        assert result.exit_code == 2
        assert result.stderr.startswith("DATABASE_URL: the database is not there: ")
        assert result.stderr.count("\n") == 1
        assert "geheim" not in result.output


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights elsewhere")
def test_a_key_file_that_others_may_read_is_warned_of(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    run = CliRunner()
    assert run.invoke(app, ["init", "--data", str(tmp_path)]).exit_code == 0
    assert "open to others" not in caplog.text
    (tmp_path / "keys" / "cursor.key").chmod(0o644)
    assert run.invoke(app, ["init", "--data", str(tmp_path)]).exit_code == 0
    assert "key file is open to others" in caplog.text


def _everything(desk: Desk) -> list[FeedItem]:
    page = desk.pulls()
    items = list(page.items)
    while page.more:
        page = desk.pulls(page.cursor)
        items += page.items
    return items


def _answer(address: str, path: str) -> tuple[int, str, str]:
    answer = httpx.get(f"{address}{path}", headers={"Authorization": "Bearer x"}, timeout=20)
    return answer.status_code, answer.json().get("code", ""), answer.headers.get("Retry-After", "")


def test_while_the_database_is_away_the_server_is_live_not_ready_and_opens_by_itself(office: Office) -> None:
    is_there, told = threading.Event(), []

    def open_office() -> Office:
        if not is_there.is_set():
            raise DatabaseAway("DATABASE_URL", "the database is not there: Connection refused")
        return office

    starting = Starting(open_office, build_app, lambda: told.append(is_there.is_set()))
    server = uvicorn.Server(uvicorn.Config(starting, log_config=None, access_log=False))
    with socket.create_server(("127.0.0.1", 0)) as door:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        address = f"http://127.0.0.1:{door.getsockname()[1]}"
        assert httpx.get(f"{address}/health/live").json() == {"status": "live"}
        assert _answer(address, "/health/ready") == (503, "server.not_ready", "2")
        assert _answer(address, "/v1/roster") == (503, "server.starting", "2")
        assert _answer(address, "/v1/nowhere") == (503, "server.starting", "2")
        is_there.set()
        until(lambda: _answer(address, "/health/ready")[0] == 200)
        assert _answer(address, "/v1/roster") == (401, "token.unknown", "")
        until(lambda: told == [False, True])
        starting.stop_waiting()
        server.should_exit = True
        thread.join()


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="SIGTERM ends a process there without asking it")
def test_several_processes_wait_for_their_database_and_are_started_again_when_they_die(
    tmp_path: Path, power: PostgreSQL
) -> None:
    url, port_file = power.create("waited_for"), tmp_path / "port"
    power.kill()
    command = [sys.executable, "-W", "error", "-m", "central_api.cli", "serve", "--workers", "2"]
    command += ["--data", str(tmp_path / "server"), "--port-file", str(port_file)]
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(
            command, env=dict(os.environ) | {"DATABASE_URL": url}, cwd=REPOSITORY, stderr=log
        )
    try:
        until(port_file.exists, 60)
        address = f"http://127.0.0.1:{port_file.read_text('ascii').strip()}"
        assert httpx.get(f"{address}/health/live").json() == {"status": "live"}
        assert _answer(address, "/health/ready") == (503, "server.not_ready", "2")
        assert _answer(address, "/v1/roster") == (503, "server.starting", "2")
        power.start()
        until(lambda: all(_answer(address, "/health/ready")[0] == 200 for _ in range(4)), 60)

        workers = [
            each for each in psutil.Process(server.pid).children() if "spawn_main" in " ".join(each.cmdline())
        ]
        assert len(workers) == 2
        workers[0].kill()
        until(lambda: "worker ended" in (tmp_path / "log").read_text("utf-8"))
        until(lambda: (tmp_path / "log").read_text("utf-8").count("worker started") == 3, 30)
        until(lambda: (tmp_path / "log").read_text("utf-8").count('"what": "open"') == 3, 60)
        assert {_answer(address, "/v1/roster") for _ in range(8)} == {(401, "token.unknown", "")}
        server.send_signal(signal.SIGTERM)
        assert server.wait(30) == 0
        assert not port_file.exists()
        assert "Traceback" not in (tmp_path / "log").read_text("utf-8")
    finally:
        server.kill()
        server.wait()


def test_when_the_power_goes_under_requests_every_answer_is_documented_and_nothing_confirmed_is_lost(
    tmp_path: Path, power: PostgreSQL
) -> None:
    office = opened_office(tmp_path, power.create("under_load"))
    with listening(office) as address, httpx.Client(base_url=address, timeout=30) as http:
        desks = [enrol(office, http, office.clock).signs_in("agent_b03") for _ in range(3)]
        numbers = [each.number for each in people_by_way(office)["works"]][: len(desks)]
        files = [desk.identifies(number) for desk, number in zip(desks, numbers, strict=True)]
        until(lambda: office.bell.hears_others)
        stop = threading.Event()
        confirmed: list[object] = []
        answers: set[tuple[int, str]] = set()

        def work(desk: Desk, place: int) -> None:
            while not stop.is_set():
                run = desk.records(files[place], acts.RecordContact(phone="+994501112233"))
                message = {"runs": [run.model_dump(mode="json")]}
                while not stop.is_set():
                    answer = http.post("/v1/push", json=message, headers=desk.as_desk)
                    answers.add((answer.status_code, answer.json().get("code", "")))
                    if answer.status_code == 200:
                        assert answer.json()["answers"][0]["answer"] in {"accepted", "known"}
                        confirmed.extend(each.content["id"] for each in run.events)
                        break
                    assert answer.headers["Retry-After"]
                    time.sleep(0.05)

        threads = [threading.Thread(target=work, args=(desk, place)) for place, desk in enumerate(desks)]
        for each in threads:
            each.start()
        until(lambda: len(confirmed) >= 6)
        power.kill()
        until(lambda: (503, "database.away") in answers)
        assert _answer(address, "/health/ready") == (503, "server.not_ready", "5")
        assert not office.bell.hears_others
        power.start()
        seen = len(confirmed)
        until(lambda: len(confirmed) >= seen + 6)
        stop.set()
        for each in threads:
            each.join()
        until(lambda: office.bell.hears_others)
        assert _answer(address, "/health/ready")[0] == 200
        assert answers == {(200, ""), (503, "database.away")}
        kept = {event.content["id"] for item in _everything(desks[0]) for event in item.events}
        assert set(confirmed) <= kept
    assert len(confirmed) == len(set(confirmed))
