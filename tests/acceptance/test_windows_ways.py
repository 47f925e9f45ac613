"""What Windows does otherwise: old code pages in pipes, files that cannot be replaced while somebody reads them."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from dost_desktop.practice import move_aside
from dost_desktop.settings.desk_settings import DeskSettings, load_settings, save_settings
from dost_desktop.whole_file import read_whole, write_whole
from tests.faults.killing import REPOSITORY, bare_environment


def test_what_a_command_says_is_utf8_in_a_pipe_whatever_the_system_prefers(tmp_path: Path) -> None:
    (tmp_path / "no.pdf").write_text("not a PDF")
    old = {
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "LC_ALL": "C",
    }  # Windows: its code page; Linux: ASCII
    done = subprocess.run(
        [sys.executable, "-m", "dost_desktop", "verify", str(tmp_path / "no.pdf")],
        cwd=REPOSITORY,
        env=bare_environment(tmp_path / "home") | old,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "bu, PDF faylı deyil" in done.stdout.decode("utf-8")


def test_a_small_file_is_whole_for_everybody_who_reads_while_it_is_replaced(tmp_path: Path) -> None:
    path, contents = tmp_path / "keys.json", {bytes([letter]) * 4000 for letter in b"ABC"}
    write_whole(path, b"A" * 4000)
    ended, seen, errors = threading.Event(), set(), []

    def reads() -> None:
        while not ended.wait(0.002):
            try:
                seen.add(read_whole(path))
            except OSError as error:
                errors.append(error)

    readers = [threading.Thread(target=reads) for _ in range(2)]
    for reader in readers:
        reader.start()
    for content in sorted(contents) * 20:
        write_whole(path, content)
    ended.set()
    for reader in readers:
        reader.join()
    assert not errors
    assert seen <= contents


def test_a_file_that_is_held_for_a_moment_is_replaced_after_it(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    write_whole(path, b"old")
    held = path.open("rb")
    letting_go = threading.Timer(0.2, held.close)
    letting_go.start()
    write_whole(path, b"new")
    letting_go.join()
    assert path.read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["settings.toml"]


def test_settings_written_with_notepad_are_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    save_settings(path, DeskSettings(last_agent="aysel"))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_settings(path).last_agent == "aysel"


def test_a_practice_folder_goes_aside_whole(tmp_path: Path) -> None:
    home = tmp_path / "demo"
    (home / "desk").mkdir(parents=True)
    assert move_aside(home) == tmp_path / "demo.1"
    assert not home.exists()
    assert (tmp_path / "demo.1" / "desk").is_dir()
