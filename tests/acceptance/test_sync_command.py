"""`dost-desktop sync`, `export` and `check` as somebody types them, with the central API there and away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from central_api.clock import now
from central_api.desk_list import DeskList
from central_api.importing import ImportUnsent
from central_api.office import Office as CentralOffice
from dost_desktop.cli import app
from dost_desktop.commands import words
from dost_desktop.commands.syncing import sync_of
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Series
from dost_desktop.domain.chain import Flaw
from dost_desktop.domain.ids import NumberKind
from dost_desktop.office import Office, SignedIn
from dost_desktop.storage.check import Trouble
from dost_desktop.sync.needs import Silence
from tests.central_api.practice_desk import PASSWORD, Clockwork, listening
from tests.sync.fixtures import catalogue, office

__all__ = ["catalogue", "office"]


class Desk:
    """A desk that agreed with the central API once; after that its agent recorded something and left."""

    def __init__(self, home: Path, central: CentralOffice) -> None:
        self.central, self.home, self.agent, self.password = central, home, "aysel", PASSWORD
        self.line = ExitStack()
        self.office = Office(home)
        self.office.enrol(self.connects(), central.enrolment.new_code("B03"))
        signed_in = self.office.sign_in(self.agent, self.password)
        self.calls_in(signed_in, "+994501112233")
        assert sync_of(self.office, signed_in).once(self.office.clock.now()).state.waiting == 0
        for phone in ("+994502223344", "+994503334455"):
            self.calls_in(signed_in, phone)
        signed_in.close()

    def calls_in(self, signed_in: SignedIn, phone: str) -> None:
        file = signed_in.desk.file_of(NumberKind.PIN, "5ZK9Q2W")
        with signed_in.database.open_work() as work:
            signed_in.desk.act(work, file, [acts.RecordContact(phone)])
            work.commit()

    def connects(self) -> str:
        return self.line.enter_context(listening(self.central))

    def comes_back(self) -> None:
        """The central API answers again, at another address."""
        self.office.move_to(self.connects())

    def says(self, *typed: str) -> Result:
        """In this process: starting one takes as long as what it does."""
        whose = ("--agent", self.agent, "--home", str(self.home))
        said = CliRunner().invoke(app, [*typed, *whose], input=f"{self.password}\n")
        assert isinstance(said.exception, SystemExit | None), said.exception
        assert self.password not in said.output
        return said

    def tells(self, *typed: str) -> tuple[int, dict[str, Any]]:
        said = self.says(*typed, "--json")
        return said.exit_code, json.loads(said.stdout)


@pytest.fixture
def clock() -> Clockwork:
    return Clockwork(now())  # the commands have the PC's


@pytest.fixture
def desk(tmp_path: Path, office: CentralOffice) -> Iterator[Desk]:
    made = Desk(tmp_path / "desk", office)
    yield made
    made.line.close()


def test_what_waits_is_said_exported_and_sent(desk: Desk, tmp_path: Path) -> None:
    desk.line.close()
    code, told = desk.tells("sync", "--once")
    assert (code, told["connection"], told["silence"]) == (2, "offline", "refused")
    assert told["waiting"] == 2
    assert told["alone_since"]  # kept: this is another program than the one that was online
    assert "cavab vermir" in desk.says("sync", "--once").stdout

    code, told = desk.tells("check")
    assert (code, told["found"], told["compared"]) == (0, [], None)
    assert told["unsent"]["waiting"] == 2

    file = tmp_path / "unsent.dost-unsent"
    code, told = desk.tells("export", str(file))
    assert (code, told["runs"]) == (0, 2)
    with file.open("rb") as written:
        assert ImportUnsent(desk.central, desk.central.enrolment.keys.recovery).prove(written).runs == 2

    assert "müraciət 2026: 50" in desk.says("check").stdout
    desk.comes_back()
    code, told = desk.tells("sync")
    assert (code, told["sent"], told["waiting"], told["alarms"]) == (0, 2, 0, [])
    assert told["alone_since"] is None
    code, told = desk.tells("check")
    assert (code, told["unsent"]["waiting"], told["unsent"]["unproven"]) == (0, 0, 0)
    assert told["compared"] == 1

    retired = desk.office.card.enrolled.desk
    DeskList(desk.central.database, desk.central.token_book, desk.central.clock).retire(retired)
    code, told = desk.tells("sync")
    assert (code, told["connection"], told["refusal"]) == (1, "not_let_in", "token.desk_retired")
    said = desk.says("export", str(file), "--lang", "en")
    assert (said.exit_code, said.stdout) == (0, "everything is sent: the file holds nothing\n")
    assert desk.says("sync", "--lang", "ru").exit_code == 2


@pytest.mark.parametrize(
    ("table", "codes"),
    [(words.SILENCES, Silence), (words.TROUBLES, Trouble), (words.FLAWS, Flaw), (words.SERIES, Series)],
)
def test_everything_that_can_be_said_has_words_in_both_languages(table: Any, codes: Any) -> None:
    assert all(set(table[lang]) == set(codes) for lang in words.LANGUAGES)


@pytest.mark.parametrize("table", [words.SYNC, words.CHECK, words.EXPORT])
def test_both_languages_say_the_same_things(table: Any) -> None:
    assert table["az"].keys() == table["en"].keys()
