"""A sign-in that is cut off anywhere costs another try, never work: not what is in the database, not what is signed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from functools import wraps
from pathlib import Path
from typing import Any

import pytest

from central_api import office as central
from dost_desktop.api.central import CentralApi
from dost_desktop.clock import DeskClock
from dost_desktop.contract.messages import AgentCard, Queue
from dost_desktop.domain.errors import AgentError
from dost_desktop.office import DeskInUse, Office
from dost_desktop.security.key_ring import KeyRing
from dost_desktop.services.keep_drafts import KeepDrafts
from dost_desktop.sign_in import FirstSignInOffline
from dost_desktop.storage.database import Database
from dost_desktop.sync.needs import NoAnswer, Silence
from tests.central_api.practice_desk import PASSWORD, Clockwork
from tests.sync.fixtures import catalogue, clock, office, server

__all__ = ["catalogue", "clock", "office", "server"]
STEPS = (
    (KeyRing, "keep_recovery_box"),
    (Database, "put_aside"),
    (Database, "create"),
    (KeyRing, "add_agent"),
    (CentralApi, "put_agent_key"),
    (KeyRing, "note_announced"),
)


class Killed(BaseException):
    """The program ends here."""


@pytest.fixture
def home(tmp_path: Path, office: central.Office, server: tuple[str, ExitStack]) -> Path:
    """A PC that was made a desk, by the wall clock of both."""
    folder = tmp_path / "desk"
    Office(folder).enrol(server[0], office.enrolment.new_code("B03"))
    return folder


@pytest.fixture(autouse=True)
def wall_clock(clock: Clockwork) -> None:
    """Key assertions are judged by the time: the server's is the PC's here."""
    clock.at = DeskClock().now()


def killed_after(patch: pytest.MonkeyPatch, owner: type, name: str) -> None:
    """Before the next step is the same moment."""
    done: Callable[..., Any] = getattr(owner, name)

    @wraps(done)
    def last(*given: Any, **named: Any) -> Any:
        made = done(*given, **named)
        if isinstance(made, Database):
            made.close()  # a killed program lets go of its files
        raise Killed

    patch.setattr(owner, name, staticmethod(last) if owner is Database else last)


def works(home: Path, agent: str, typed: str) -> list[Any]:
    """Sign in, prove the key to the central API, type something; everything typed at this desk so far."""
    signed_in = Office(home).sign_in(agent, PASSWORD)
    try:
        signed_in.central.sign_out()  # from here on the key alone speaks for the agent
        assert isinstance(signed_in.queue.queue(), Queue)
        drafts = KeepDrafts(signed_in.desk)
        drafts.save(typed, "intake", {"typed": typed})
        return sorted(each.content["typed"] for each in drafts.all())
    finally:
        signed_in.close()


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step[1])
def test_a_first_sign_in_killed_anywhere_is_simply_repeated(home: Path, step: tuple[type, str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        killed_after(patch, *step)
        with pytest.raises(Killed):
            Office(home).sign_in("aysel", PASSWORD)

    assert works(home, "aysel", "first") == ["first"]
    assert works(home, "orxan", "second") == ["first", "second"]
    assert works(home, "aysel", "third") == ["first", "second", "third"]


@pytest.mark.parametrize("name", ["sign_in", "open_database_key", "put_agent_key"])
def test_an_answer_that_is_lost_at_a_colleagues_first_sign_in_loses_nothing(home: Path, name: str) -> None:
    assert works(home, "aysel", "first") == ["first"]
    asked = getattr(CentralApi, name)
    with pytest.MonkeyPatch.context() as patch:

        def lost(*given: Any) -> NoAnswer:
            asked(*given)
            return NoAnswer(Silence.CUT)

        patch.setattr(CentralApi, name, lost)
        for _ in range(2):
            with pytest.raises(FirstSignInOffline):
                Office(home).sign_in("orxan", PASSWORD)

    assert works(home, "orxan", "second") == ["first", "second"]
    assert works(home, "aysel", "third") == ["first", "second", "third"]


def test_a_password_changed_centrally_is_taken_and_what_is_here_stays(
    home: Path, office: central.Office
) -> None:
    assert works(home, "aysel", "first") == ["first"]
    card = {"agent": "aysel", "name": "Aysel", "role": "agent", "post": "sosial agent", "centre": "B03"}
    office.accounts.add(AgentCard.model_validate(card), "yeni-parol-2026")
    asked = CentralApi.put_agent_key
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CentralApi, "put_agent_key", lambda *given: (asked(*given), NoAnswer(Silence.CUT))[1])
        with pytest.raises(FirstSignInOffline):
            Office(home).sign_in("aysel", "yeni-parol-2026")

    with pytest.raises(AgentError):
        Office(home).sign_in("aysel", PASSWORD)  # its key counts no more: nothing may be signed with it
    signed_in = Office(home).sign_in("aysel", "yeni-parol-2026")
    signed_in.central.sign_out()
    assert isinstance(signed_in.queue.queue(), Queue)
    assert [each.key for each in KeepDrafts(signed_in.desk).all()] == ["first"]
    signed_in.close()


def test_a_database_that_is_there_before_anybody_was_let_in_is_kept_under_another_name(home: Path) -> None:
    database = Office(home).paths.database
    database.parent.mkdir(parents=True, exist_ok=True)
    for end in ("", "-wal"):
        database.with_name(database.name + end).write_bytes(b"somebody's work" + end.encode())

    assert works(home, "aysel", "first") == ["first"]

    kept = {path.read_bytes() for path in database.parent.glob("desk.db.unfinished-*")}
    assert kept == {b"somebody's work", b"somebody's work-wal"}


def test_a_folder_in_which_agents_work_stays_the_desk_it_is(
    home: Path, office: central.Office, server: tuple[str, ExitStack]
) -> None:
    """As another desk it could not send what it holds: the central API takes a desk's own clicks only."""
    assert works(home, "aysel", "first") == ["first"]
    with pytest.raises(DeskInUse):
        Office(home).enrol(server[0], office.enrolment.new_code("B03"))
    assert works(home, "aysel", "second") == ["first", "second"]
