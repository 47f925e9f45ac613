"""The commands without a window: checking a notice, checking a desk, and what they say when something is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dost_desktop.practice import PracticeOffice
from tests.acceptance.agent_at_desk import sits_down
from tests.acceptance.commands import dost_desktop


@dataclass(frozen=True)
class WorkedDesk:
    """A practice desk after one refusal; its agent has left."""

    home: Path
    agent: str
    password: str
    notice: Path


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkedDesk]:
    office = PracticeOffice(tmp_path_factory.mktemp("practice"))
    facts = office.open()
    agent = sits_down(office, facts)
    agent.syncs()
    agent.receives("found 4.1.1")
    agent.checks_the_register()
    _, pdf = agent.refuses()
    agent.syncs()
    agent.leaves()
    notice = office.home / "notice.pdf"
    notice.write_bytes(pdf)
    yield WorkedDesk(office.desk_home, facts.agents[0].agent, facts.agents[0].password, notice)
    office.close()


def test_a_notice_verifies_in_words_and_as_json(desk: WorkedDesk) -> None:
    said = dost_desktop("verify", str(desk.notice), "--lang", "en", "--home", str(desk.home))
    assert said.code == 0, said.all
    assert said.out.startswith("notice.pdf: the signature is valid")
    told = dost_desktop("verify", str(desk.notice), "--json", "--trust", str(desk.home / "trust"))
    assert told.code == 0, told.all
    [verdict] = json.loads(told.out)
    assert verdict["valid"] is True
    assert set(verdict["signatures"][0]["stages"].values()) == {"passed"}


def test_without_a_trusted_root_nobody_is_believed(desk: WorkedDesk) -> None:
    said = dost_desktop("verify", str(desk.notice), "--json")
    assert said.code == 1
    assert json.loads(said.out)[0]["problem"] == "issuer_unknown"


@pytest.mark.parametrize("place", [0.2, 0.5, 0.9])
def test_one_changed_byte_is_found(desk: WorkedDesk, tmp_path: Path, place: float) -> None:
    whole = desk.notice.read_bytes()
    at = int(len(whole) * place)
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    said = dost_desktop("verify", str(changed), str(desk.notice), "--json", "--home", str(desk.home))
    assert said.code == 1
    assert [each["valid"] for each in json.loads(said.out)] == [False, True]


def test_what_is_no_signed_notice_is_said_not_crashed_on(desk: WorkedDesk, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "words.pdf").write_text("salam", "utf-8")
    (tmp_path / "half.pdf").write_bytes(desk.notice.read_bytes()[:5000])
    files = [str(tmp_path / name) for name in ("empty.pdf", "words.pdf", "half.pdf", "missing.pdf")]
    said = dost_desktop("verify", *files, "--json", "--home", str(desk.home))
    assert said.code == 1
    assert "Traceback" not in said.err
    assert [each["valid"] for each in json.loads(said.out)] == [False] * 4
    assert all(each["problem"] for each in json.loads(said.out))


def test_a_desk_is_proven_whole_also_after_its_lists_were_rebuilt(desk: WorkedDesk) -> None:
    check = ("check", "--agent", desk.agent, "--home", str(desk.home), "--json")
    before = dost_desktop(*check, typed=f"{desk.password}\n")
    after = dost_desktop(*check, "--rebuild", typed=f"{desk.password}\n")
    assert before.code == after.code == 0, before.all + after.all
    assert json.loads(before.out) == json.loads(after.out)
    told = json.loads(before.out)
    assert told["found"] == []
    assert told["files"] > 0
    assert told["documents"] == 1
    assert desk.password not in before.all


@pytest.mark.parametrize(("agent", "password"), [("aysel", "wrong"), ("nobody", "wrong")])
def test_a_check_with_a_wrong_password_is_refused_in_one_line(
    desk: WorkedDesk, agent: str, password: str
) -> None:
    said = dost_desktop("check", "--agent", agent, "--home", str(desk.home), typed=f"{password}\n")
    assert said.code not in {0, 1}
    assert "Traceback" not in said.all
    assert said.out == ""
    assert said.err.strip()


def test_a_folder_that_is_no_desk_is_said(tmp_path: Path) -> None:
    said = dost_desktop("check", "--agent", "aysel", "--home", str(tmp_path), typed="x\n")
    assert said.code not in {0, 1}
    assert "Traceback" not in said.all
    assert said.err.strip()
