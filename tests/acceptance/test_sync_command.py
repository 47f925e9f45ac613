"""`dost-desktop sync`, `export` and `check` as somebody types them, with the central API there and away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from dost_desktop.cli import app
from dost_desktop.commands import words
from dost_desktop.domain.chain import Flaw
from dost_desktop.practice import PracticeOffice
from dost_desktop.storage.check import Trouble
from dost_desktop.sync.needs import Silence
from tests.acceptance.agent_at_desk import sits_down


class Desk:
    """A practice desk with one person received and nothing sent; its agent has left."""

    def __init__(self, folder: Path) -> None:
        self.office = PracticeOffice(folder)
        facts = self.office.open()
        agent = sits_down(self.office, facts)
        agent.syncs()
        agent.receives("found 4.1.1")
        agent.leaves()
        self.agent, self.password = facts.agents[0].agent, facts.agents[0].password

    def says(self, *typed: str) -> Result:
        """In this process: starting one takes as long as what it does."""
        whose = ("--agent", self.agent, "--home", str(self.office.desk_home))
        said = CliRunner().invoke(app, [*typed, *whose], input=f"{self.password}\n")
        assert isinstance(said.exception, SystemExit | None), said.exception
        assert self.password not in said.output
        return said

    def tells(self, *typed: str) -> tuple[int, dict[str, Any]]:
        said = self.says(*typed, "--json")
        return said.exit_code, json.loads(said.stdout)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "practice")
    yield made
    made.office.close()


def test_what_waits_is_said_exported_and_sent(desk: Desk, tmp_path: Path) -> None:
    desk.office.stop_central()
    code, told = desk.tells("sync", "--once")
    assert (code, told["connection"], told["silence"]) == (2, "offline", "refused")
    assert told["waiting"] > 0
    assert "cavab vermir" in desk.says("sync", "--once").stdout

    code, told = desk.tells("check")
    assert (code, told["found"], told["compared"]) == (0, [], None)
    waiting = told["unsent"]["waiting"]
    assert waiting > 0

    file = tmp_path / "unsent.dost-unsent"
    code, told = desk.tells("export", str(file))
    assert (code, told["runs"]) == (0, waiting)
    assert file.stat().st_size > 1000

    desk.office.start_central()
    code, told = desk.tells("sync")
    assert (code, told["sent"], told["waiting"], told["alarms"]) == (0, waiting, 0, [])
    code, told = desk.tells("check")
    assert (code, told["unsent"]["waiting"], told["unsent"]["unproven"]) == (0, 0, 0)
    assert told["compared"] > 0


@pytest.mark.parametrize(
    ("table", "codes"), [(words.SILENCES, Silence), (words.TROUBLES, Trouble), (words.FLAWS, Flaw)]
)
def test_everything_that_can_be_said_has_words_in_both_languages(table: Any, codes: Any) -> None:
    assert all(set(table[lang]) == set(codes) for lang in words.LANGUAGES)


@pytest.mark.parametrize("table", [words.SYNC, words.CHECK, words.EXPORT])
def test_both_languages_say_the_same_things(table: Any) -> None:
    assert table["az"].keys() == table["en"].keys()
