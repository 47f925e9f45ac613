"""The log and crash reports help to find a fault and name nobody."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest

from dost_desktop.diagnostics.log import file_tag, masked, start_log


@pytest.mark.parametrize(
    "personal",
    ["5ZJ1K2M", "7ABC1", "AZE12345678", "AA1234567", "AB 1234567", "MYİ1234567", "+994 50 123 45 67", "0501234567",
     "(050) 123-45-67", "a.b@mail.az", "I<AZEAA12345674<<<<<<<<<<<<<<<"],
)  # fmt: skip
def test_what_looks_personal_is_hidden(personal: str) -> None:
    assert personal not in masked(f"asked for {personal}, failed")


@pytest.mark.parametrize(
    "harmless",
    ["run 01a20c2a-a8a0-74b7-8d8b-68bd5f7fb48b", "05-04-05-00/B03/2026/000123", "HTTP 503 after 12000 ms",
     "file-0a1b2c3d4e", "2026-11-24T06:07:32.123Z", "desk-7", "INFO", "SQLITE"],
)  # fmt: skip
def test_what_helps_stays(harmless: str) -> None:
    assert masked(harmless) == harmless


def test_the_log_is_lines_without_values(tmp_path: Path) -> None:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    path = start_log(tmp_path / "logs")
    try:
        assert path is not None
        try:
            int("Əliyev 5ZJ1K2M")
        except ValueError:
            logging.getLogger("dost_desktop.sync").exception(
                "push of %s failed: %s", file_tag(UUID(int=1)), "5ZJ1K2M"
            )
        [line] = [json.loads(each) for each in path.read_text("utf-8").splitlines()]
        assert line["error"] == "ValueError"
        assert line["message"] == f"push of {file_tag(UUID(int=1))} failed: ***"
        assert line["where"].startswith("test_diagnostics.py:")
        assert "Əliyev" not in path.read_text("utf-8")
    finally:
        for handler in [each for each in root.handlers if each not in before]:
            root.removeHandler(handler)
            handler.close()
        root.setLevel(level)


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file")
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    assert start_log(tmp_path / "logs") is None
    for handler in [each for each in root.handlers if each not in before]:
        root.removeHandler(handler)
    root.setLevel(level)


CRASH = """
import sys, threading
from pathlib import Path
from dost_desktop.diagnostics.crash import watch_for_crashes
def tell(report):
    sys.stdout.write(f"{report.code} {report.thread} {report.path}\\n")
watch_for_crashes(Path(sys.argv[1]), tell)
def deep(surname):
    raise KeyError(surname)
thread = threading.Thread(target=deep, args=("Gizlinciyev",), name="network")
thread.start()
thread.join()
deep("Gizlinciyev")
"""


def test_a_crash_leaves_a_report_without_values(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CRASH, str(tmp_path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    told = [line.split() for line in done.stdout.splitlines()]
    assert [line[1] for line in told] == ["network", "main"]
    assert told[0][0].startswith("KeyError-")
    reports = sorted(tmp_path.glob("*.json"))
    assert {line[2] for line in told} == {each.name for each in reports}
    for each in (*reports, tmp_path / "interpreter.txt"):
        assert "Gizlin" not in each.read_text()
    assert json.loads(reports[0].read_text())["where"][0].endswith("deep")
