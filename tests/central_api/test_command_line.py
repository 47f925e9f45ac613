"""What an administrator types, played with the real program."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import insert
from typer.testing import CliRunner

from central_api.administration import administrator
from central_api.cli import OPENAPI, app, openapi_text
from central_api.database import Database
from central_api.owed_tables import messages
from central_api.request_log import JsonLines

RUNNER = CliRunner()


def _run(*words: str, code: int = 0, typed: str = "") -> str:
    result = RUNNER.invoke(app, list(words), input=typed)
    assert result.exit_code == code, result.output
    return result.output


def test_the_committed_openapi_is_the_one_of_the_routes() -> None:
    assert OPENAPI.read_text("utf-8") == openapi_text(), "run: central-api export-openapi"


def test_an_administrator_sets_up_a_centre(tmp_path: Path) -> None:
    data = ["--data", str(tmp_path)]
    _run("init", *data)
    _run("centres", "add", "B03", "--name", "Nümunə", "--address", "Sınaq küç. 1", "--phone", "1", *data)
    password = _run("agents", "add", "aysel", "--name", "Məmmədova Aysel", "--centre", "B03", *data).strip()
    assert len(password) > 12
    assert [each["agent"] for each in json.loads(_run("agents", "list", "--json", *data))] == ["aysel"]
    assert len(_run("desks", "enrol-code", "B03", *data).strip()) == 23
    assert _run("desks", "enrol-code", "Z99", *data, code=2).strip() == "centre.unknown"
    assert _run("desks", "enrol-code", "B03", "--as", "B03-07", *data, code=2).strip() == "desk.unknown"
    assert "--role" in _run(
        "agents", "add", "x", "--name", "X", "--centre", "B03", "--role", "king", *data, code=2
    )
    _run("demo", *data, code=2)  # earnest data are not for practice


def test_who_works_where_is_changed_seen_and_noted_by_whom(tmp_path: Path) -> None:
    data = ["--data", str(tmp_path)]
    for code in ("B03", "A01"):
        _run("centres", "add", code, "--name", "Nümunə", "--address", "Sınaq küç. 1", "--phone", "1", *data)
    assert _run("centres", "change", "A01", "--court", "Sınaq məhkəməsi", *data) == "changed\n"
    assert _run("centres", "change", "A01", "--court", "Sınaq məhkəməsi", *data) == "nothing changed\n"
    assert "Z99" in _run("centres", "change", "Z99", "--name", "X", *data, code=2)
    assert next(each["court"] for each in json.loads(_run("centres", "list", "--json", *data)))

    who = ["--name", "Quliyeva Nərgiz", "--centre", "B03"]
    wrong = ["agents", "add", "nərgiz", *who, "--back-office", "05", *data]
    assert "--role back_office" in _run(*wrong, code=2)
    assert "one of 01" in _run(*wrong, "--role", "back_office", "--back-office", "99", code=2)
    first = json.loads(_run(*wrong, "--role", "back_office", "--pin", "-", "--json", typed="5ab12cd\n"))
    assert set(first) == {"agent", "password"}
    assert _run("agents", "move", "nərgiz", "--centre", "A01", *data) == "moved\n"
    assert "nothing changed" in _run("agents", "move", "nərgiz", "--centre", "A01", *data)
    assert _run("agents", "password", "nərgiz", *data).strip() != first["password"]
    assert _run("agents", "unlock", "nərgiz", *data) == "was not locked\n"
    assert json.loads(_run("agents", "sessions", "nərgiz", "--json", *data)) == []
    [shown] = json.loads(_run("agents", "show", "nərgiz", "--json", *data))
    assert shown["own_file_known"]
    assert [(each["centre"], each["back_office"]) for each in shown["posts"]] == [
        ("A01", "05"),
        ("B03", "05"),
    ]
    assert "own file: known" in _run("agents", "show", "nərgiz", *data)
    assert _run("agents", "end", "nərgiz", *data) == "ended\n"
    assert _run("agents", "end", "nərgiz", *data) == "held no post\n"
    for command in ("show", "move", "password", "unlock", "end", "sessions"):
        assert _run("agents", command, "heç-kim", *data, code=2) == "no agent is called heç-kim\n"
    assert _run("desks", "list", *data) == ""
    assert "no desk" in _run("desks", "retire", "B03-01", *data, code=2)

    lines = [json.loads(line) for line in (tmp_path / "administration.log").read_text("utf-8").splitlines()]
    assert [line["what"] for line in lines] == [
        "centre added",
        "centre added",
        "centre changed",
        "agent added",
        "agent moved",
        "password renewed",
        "agent unlocked",
        "post ended",
    ]
    assert {line["by"] for line in lines} == {administrator()}
    kept = (tmp_path / "administration.log").read_text("utf-8")
    assert not any(word in kept for word in ("5AB12CD", "5ab12cd", "Quliyeva", first["password"]))


def test_an_office_is_checked_exported_and_asked_who_looked(tmp_path: Path) -> None:
    data, out = ["--data", str(tmp_path / "server")], tmp_path / "out"
    practice = json.loads(_run("demo", "--json", *data))
    assert "no damage found" in _run("check", "--blobs", *data)
    checked = json.loads(_run("check", "--json", *data))
    assert (checked["damaged"], checked["findings"]) == (0, [])
    number = next(each["number"] for each in practice["persons"] if each["case"] == "self-service")
    one = ["export", "--out", str(out), "--purpose", "sorğu 7", *data]
    assert "others" in _run(*one, "--pin", number, code=2)
    assert "one of them" in _run(*one, "--pin", "-", "--centre", "B03", code=2)
    assert "pin." in _run(*one, "--pin", "-", code=2, typed="x\n")
    assert "no such file" in _run(*one, "--pin", "-", code=2, typed="5AB12CD\n")
    done = json.loads(_run(*one, "--pin", "-", "--json", typed=f"{number}\n"))
    assert (done["files"], done["documents_missing"]) == (1, 0)
    assert "not empty" in _run(*one, "--pin", "-", code=2, typed=f"{number}\n")
    assert "1 files" in _run("check", "--export", str(out))
    (out / "events.jsonl").write_text("", encoding="utf-8")
    assert "events.jsonl: is not what was sealed" in _run("check", "--export", str(out), code=1)
    assert "--data or --export" in _run("check", code=2)

    looked = ["readings", "--purpose", "yoxlama", *data]
    assert "say whose" in _run(*looked, code=2)
    told = _run(*looked, "--pin", "-", typed=f"{number}\n")
    assert "sorğu 7" in told
    assert number not in told
    [asked] = [
        each
        for each in json.loads(_run(*looked, "--since", "2026-01-01", "--json"))
        if each["what"] == "readings"
    ]
    assert (asked["purpose"], asked["agent"]) == ("yoxlama", administrator())
    assert "--since" in _run(*looked, "--since", "yesterday", code=2)


def test_bad_rows_are_listed_with_line_and_reason_and_good_ones_loaded_only_when_asked(
    tmp_path: Path,
) -> None:
    csv = tmp_path / "status.csv"
    csv.write_text(
        "number,status,since,registration_number,bars\n"
        "5AB12CD,jobseeker,2026-01-02,IA-1,\n"
        "5AB12CE,wizard,2026-01-02,IA-2,\n"
        "5AB12CF,jobseeker,02.01.2026,IA-3,\n"
        "5AB12CG,jobseeker\n",
        encoding="utf-8",
    )
    data = ["--data", str(tmp_path / "server")]
    output = _run("load-register", "status", str(csv), *data, code=1)
    assert "0 rows loaded" in output
    for line, word in ((3, "status"), (4, "since"), (5, "fields")):
        assert f"status.csv:{line}: " in output
        assert word in output
    assert "wizard" not in output
    assert "1 rows loaded" in _run("load-register", "status", str(csv), "--only-good", *data, code=1)
    assert "columns are missing" in _run("load-register", "persons", str(csv), *data, code=1)


_STATUS = "number,status,since,registration_number,bars,before_removal,ends_on,ground,profile\n"
ROWS = [
    (
        "status",
        _STATUS + "5AB12CD,temporarily_removed,2026-01-02,IA-1,,unemployed,2027-01-02,removal.service,\n",
        "",
    ),
    (
        "status",
        _STATUS + '5AB12CD,jobseeker,,,x:2027-01-01,,,,"{""education"": null, ""specialty"": ""dərzi""}"\n',
        "",
    ),
    ("status", _STATUS + "5AB12CD,jobseeker,,,,cancelled,,,\n", "before_removal: is not one"),
    ("status", _STATUS + "5AB12CD,jobseeker,,,,,tomorrow,,\n", "ends_on: a day"),
    ("status", _STATUS + "5AB12CD,jobseeker,,,,,,,{\n", "profile: not JSON"),
    ("status", _STATUS + "5AB12CD,jobseeker,,,,,,,[]\n", "profile: an object"),
    ("status", _STATUS + '5AB12CD,jobseeker,,,,,,,"{""education"": ""magic""}"\n', "profile: cannot be read"),
    ("status", _STATUS + "5AB12CD,jobseeker,,,2027-01-01,,,,\n", "bars: a ground"),
    ("mas_undelivered", "number,channel,outcome\n5AB12CD,mobile,not_sent\n5AB12CD,e_cabinet,failed\n", ""),
    ("mas_undelivered", "number,channel,outcome\n5AB12CD,pigeon,failed\n", "channel: is not one"),
    ("mas_undelivered", "number,channel,outcome\n5AB12CD,mobile,delivered\n", "outcome: is not one"),
    ("own_gateway_failures", "number\n+994501112233\n050 111 22 34\n", ""),
    ("own_gateway_failures", "number\n12\n", "number: "),
]


@pytest.mark.parametrize(("kind", "content", "reason"), ROWS)
def test_what_mas_says_beside_the_status_is_loaded_or_named(
    tmp_path: Path, kind: str, content: str, reason: str
) -> None:
    csv = tmp_path / "rows.csv"
    csv.write_text(content, encoding="utf-8")
    words = ["load-register", kind, str(csv), "--data", str(tmp_path / "server")]
    output = _run(*words, code=1 if reason else 0)
    assert (f"rows.csv:2: {reason}" if reason else f"{content.count(chr(10)) - 1} rows loaded") in output


def test_whoever_practises_confirms_forms_and_sees_what_was_not_delivered(tmp_path: Path) -> None:
    data = ["--data", str(tmp_path)]
    _run("init", *data)
    assert _run("simulator", "confirm", *data) == ""
    assert _run("simulator", "confirm", "--all", *data) == "0 confirmed\n"
    assert _run("simulator", "confirm", "M-1", *data, code=2) == "no form of this application waits\n"
    (tmp_path / "outage").mkdir()
    (tmp_path / "outage" / "e_sosial").touch()
    assert _run("simulator", "confirm", "--all", *data, code=2) == "e_sosial is away\n"
    assert json.loads(_run("messages", "list", "--json", *data)) == []
    assert _run("messages", "list", *data) == ""
    assert "say which" in _run("messages", "replay", *data, code=2)
    assert _run("messages", "replay", "--all", *data) == "0 sent again\n"
    assert "no such message" in _run("messages", "show", "x", *data, code=2)
    assert "no such message" in _run("messages", "drop", "x", "--reason", "zəng edildi", *data, code=2)
    assert json.loads(_run("owed", "list", "--json", *data)) == []
    assert _run("owed", "retry", *data) == "0 due now\n"
    assert "--kind" in _run("owed", "list", "--kind", "x", *data, code=2)


def test_what_was_given_up_is_sent_once_more_or_dropped_and_by_whom_is_noted(tmp_path: Path) -> None:
    data = ["--data", str(tmp_path)]
    _run("init", *data)
    database, ids = Database(f"sqlite:///{tmp_path / 'central.sqlite3'}"), [str(uuid4()) for _ in range(2)]
    row = {"channel": "mobile", "file_id": ids[0], "message": "employer.silent", "state": "given_up"}
    row |= {"tries": 3, "attempts": 0, "due_at": "2026-11-24T06:00:00.000Z"}
    with database.writing() as connection:
        rows = [row | {"occasion": each, "application": each} for each in ids]
        connection.execute(insert(messages), rows)
    database.close()

    assert _run("messages", "replay", "--message", "employer.silent", *data) == "2 sent again\n"
    assert _run("messages", "drop", ids[0], "--reason", "zəng edildi", *data) == "1 dropped\n"
    noted = [json.loads(line) for line in (tmp_path / "administration.log").read_text("utf-8").splitlines()]
    assert [(each["what"], each["count"]) for each in noted[-2:]] == [
        ("messages replayed", 2),
        ("messages dropped", 1),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGTERM ends a process there without asking it")
def test_serve_writes_the_port_when_it_listens_and_ends_cleanly(tmp_path: Path) -> None:
    practice = json.loads(_run("demo", "--data", str(tmp_path / "server"), "--json"))
    port_file, log = tmp_path / "port", tmp_path / "log"
    words = [
        sys.executable,
        "-W",
        "error",
        "-m",
        "central_api.cli",
        "serve",
        "--data",
        str(tmp_path / "server"),
    ]
    for end in (signal.SIGTERM, signal.SIGINT):
        with log.open("ab") as errors:
            server = subprocess.Popen(
                [*words, "--port-file", str(port_file)], stderr=errors, env=dict(os.environ)
            )
        try:
            while not port_file.exists():
                assert server.poll() is None, log.read_text("utf-8")
                time.sleep(0.01)
            address = f"http://127.0.0.1:{port_file.read_text().strip()}"
            assert httpx.get(f"{address}/health/ready").json() == {"status": "ready"}
            server.send_signal(end)
            assert server.wait(10) == 0
        finally:
            server.kill()
        assert not port_file.exists()
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    assert {line["route"] for line in lines if line["what"] == "request"} == {"/health/ready"}
    assert practice["persons"][0]["number"] not in log.read_text("utf-8")


def test_practice_continues_on_a_second_run(tmp_path: Path) -> None:
    first, second = (json.loads(_run("demo", "--data", str(tmp_path), "--json")) for _ in range(2))
    assert first["agents"] == second["agents"]
    assert first["persons"] == second["persons"]
    cases = {each["case"]: each for each in first["persons"]}
    assert cases["represented"]["representative_number"] == cases["representative"]["number"]
    [online] = json.loads(_run("self-service", "--data", str(tmp_path), "--json"))
    assert (online["state"], online["application_no"][-8:]) == ("opened", "M-000001")
    assert online["application_no"] in _run("self-service", "--data", str(tmp_path))
    assert first["enrol_code"] != second["enrol_code"]
    assert {each["role"] for each in first["agents"]} == {"agent", "back_office", "head"}
    assert len([each for each in first["agents"] if each["role"] == "agent"]) == 3


def test_errors_in_the_log_name_places_and_never_what_was_in_them() -> None:
    import logging

    try:
        int("5AB12CD Əliyeva")
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "x", 1, "went wrong", None, sys.exc_info())
    line = JsonLines().format(record)
    assert "5AB12CD" not in line
    assert json.loads(line)["error"] == "ValueError"
    assert "test_command_line.py" in line
