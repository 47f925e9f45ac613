"""A full disk under the use cases: it is said, nothing is half saved, and with room again the case goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.vocabulary import ApplicationState
from dost_desktop.practice import PracticeOffice
from dost_desktop.storage.errors import StorageFull
from tests.acceptance.agent_at_desk import AgentAtDesk, sits_down
from tests.faults.proof import DeskState, nothing_lost, same_at_the_centre, state_of

ROOM_MB = 24


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[PracticeOffice]:
    office = PracticeOffice(tmp_path / "practice")
    office.desk_home.mkdir(parents=True)
    yield office
    office.close()


@pytest.fixture
def small_disk(practice: PracticeOffice) -> Iterator[Path]:
    """The desk's folder on a real disk that can really be full."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM_MB}m", "tmpfs", str(practice.desk_home)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    yield practice.desk_home
    subprocess.run(["umount", "--lazy", str(practice.desk_home)], check=True)


@contextmanager
def seated(practice: PracticeOffice) -> Iterator[AgentAtDesk]:
    """The agent at the desk, who leaves whatever happens."""
    agent = sits_down(practice, practice.open())
    try:
        yield agent
    finally:
        agent.leaves()


def finds_a_person_employed(agent: AgentAtDesk) -> None:
    agent.syncs()
    agent.receives("found 4.1.1")
    assert agent.checks_the_register() is ApplicationState.FOUND_EMPLOYED
    agent.does.drafts.save("refusal:before", "refusal", {"reasoning": "Yazılmış sözlər"})


def file_of(agent: AgentAtDesk) -> PersonFile:
    """The person's file; a look through the window would be logged, and there is no room for that either."""
    assert agent.file_id is not None
    with agent.signed_in.desk.open_reading() as reading:
        return reading.file(agent.file_id)


def fails_for_want_of_room(agent: AgentAtDesk) -> None:
    """Neither the refusal nor a draft can be saved; both say why, and the case stands as it stood."""
    before = file_of(agent)
    with pytest.raises(AgentError) as refused:
        agent.refuses()
    assert refused.value.code == StorageFull.code
    with pytest.raises(StorageFull):
        agent.does.drafts.save("refusal:now", "refusal", {"reasoning": "Yeni sözlər" * 20_000})
    assert file_of(agent) == before
    kept = agent.does.drafts.load("refusal:before")
    assert kept is not None
    assert kept.content["reasoning"] == "Yazılmış sözlər"


def goes_on_with_room(agent: AgentAtDesk) -> None:
    """The same case is finished with the first number of its block; the centre gets everything."""
    notice, _ = agent.refuses()
    assert notice.number.endswith("/000001")
    agent.does.record_print(file_of(agent).id, notice.id, "")
    agent.hands_over(notice)
    assert agent.syncs().state.waiting == 0


def everything_is_there(practice: PracticeOffice, before: DeskState | None = None) -> None:
    after = state_of(practice.home)
    assert after is not None
    nothing_lost(before, after)
    same_at_the_centre(practice.home, after)


def test_a_refusal_that_finds_no_room_is_said_and_goes_on_later(practice: PracticeOffice) -> None:
    with seated(practice) as agent:
        finds_a_person_employed(agent)
        writer = agent.signed_in.database._writer.driver_connection
        [(pages,)] = writer.execute("PRAGMA page_count").fetchall()
        for room in (0, 1, 3, 8):
            writer.execute(f"PRAGMA max_page_count = {pages + room}")
            fails_for_want_of_room(agent)
        writer.execute("PRAGMA max_page_count = 1000000")
        goes_on_with_room(agent)
    everything_is_there(practice)


def test_on_a_disk_that_is_really_full_nothing_is_lost(practice: PracticeOffice, small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    with seated(practice) as agent:
        finds_a_person_employed(agent)
        with ballast.open("wb", buffering=0) as filling:
            for size in (1 << 16, 1 << 12, 1):
                while _takes(filling.fileno(), size):
                    pass
        fails_for_want_of_room(agent)
        before = agent.file_id, agent.application
    ballast.unlink()
    held = state_of(practice.home)
    with seated(practice) as agent:
        agent.file_id, agent.application = before
        goes_on_with_room(agent)
    everything_is_there(practice, held)


def _takes(handle: int, size: int) -> bool:
    try:
        return os.write(handle, b"\0" * size) == size
    except OSError:
        return False
