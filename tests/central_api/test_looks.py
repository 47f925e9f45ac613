"""Looks that desks tell of later: each is among the readings once, with the desk's own moment, and none is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from typer.testing import CliRunner

from central_api.cli import app
from central_api.office import Office
from central_api.reading_audit import Asked, Looked, ReadingAudit
from dost_desktop.contract.looks import LooksTaken
from dost_desktop.domain.dates import instant_text
from tests.central_api.practice_desk import Clockwork, Desk, enrol, hire

FILE = UUID("8d7f1c52-4a86-8a0b-9c11-000000000001")


def _look(no: int, clock: Clockwork, **changed: Any) -> dict[str, Any]:
    at = instant_text(clock() - timedelta(hours=5))
    return {
        "no": no,
        "at": at,
        "agent": "aysel",
        "file_id": str(FILE),
        "what": "case",
        "purpose": "A-1",
    } | changed


def _tells(desk: Desk, *looks: dict[str, Any]) -> tuple[int, ...]:
    answer = desk.http.post("/v1/looks", json={"looks": looks}, headers=desk.as_desk)
    assert answer.status_code == 200, answer.text
    return LooksTaken.model_validate(answer.json()).without_post


def _noted(office: Office, clock: Clockwork, **asked: Any) -> list[Looked]:
    return list(ReadingAudit(office.database, clock).readings(Asked(**asked), "yoxlama"))


@pytest.fixture
def long_since(clock: Clockwork) -> Clockwork:
    """Everybody was hired two days ago."""
    clock.at += timedelta(days=2)
    return clock


def test_what_was_looked_at_without_a_connection_is_noted_once_with_its_own_moment(
    office: Office, desk: Desk, other_desk: Desk, long_since: Clockwork
) -> None:
    looks = [
        _look(1, long_since),
        _look(2, long_since),  # the same again is another look
        _look(3, long_since, file_id=None, what="lookup", purpose="x" * 300),
    ]
    for each in (looks[:2], looks, looks[1:]):  # an answer was lost
        assert _tells(desk, *each) == ()
    assert _tells(other_desk, looks[0]) == ()

    found = _noted(office, long_since, agent="aysel")

    at = looks[0]["at"]
    of_file = [
        Looked(at, "aysel", name, str(FILE), "case", "A-1", "", "at the desk")
        for name in ("B03-01", "B03-01", "B03-02")
    ]
    of_nobody = Looked(at, "aysel", "B03-01", str(UUID(int=0)), "lookup", "x" * 100, "", "at the desk")
    assert sorted(map(str, found)) == sorted(map(str, [*of_file, of_nobody]))


def test_a_number_that_comes_again_with_another_look_is_another_look(
    office: Office, desk: Desk, long_since: Clockwork
) -> None:
    """A desk whose database was brought back from a backup counts on from there."""
    _tells(desk, _look(1, long_since))
    _tells(desk, _look(1, long_since, purpose="A-2"))
    assert sorted(each.purpose for each in _noted(office, long_since, file=FILE)) == ["A-1", "A-2"]


def test_a_look_without_a_post_is_noted_as_such(
    office: Office, http: httpx.Client, desk: Desk, long_since: Clockwork
) -> None:
    looks = [
        _look(1, long_since, agent="fidan"),  # of another centre
        _look(2, long_since, agent="nobody"),
        _look(3, long_since, at="2020-01-01T00:00:00.000Z"),  # before she was hired
        _look(4, long_since),
    ]
    assert _tells(desk, *looks) == (1, 2, 3)
    told = {(each.agent, each.at[:4]): each.where for each in _noted(office, long_since, file=FILE)}
    odd = "at the desk, without a post"
    assert told == {
        ("fidan", "2026"): odd,
        ("nobody", "2026"): odd,
        ("aysel", "2020"): odd,
        ("aysel", "2026"): "at the desk",
    }


def test_an_agent_who_left_is_noted_with_what_was_looked_at_before(
    office: Office, http: httpx.Client, desk: Desk, long_since: Clockwork
) -> None:
    before = _look(1, long_since)
    hire(office, "aysel", centre="A01")
    after = _look(2, long_since, at=instant_text(long_since() + timedelta(minutes=1)))
    assert _tells(desk, before, after) == (2,)
    assert _tells(enrol(office, http, long_since, "A01"), after) == ()


def test_what_is_no_look_is_refused(desk: Desk, clock: Clockwork) -> None:
    wrong: list[dict[str, Any]] = [
        {"no": 0},
        {"at": "yesterday"},
        {"at": "2026-02-30T06:00:00.000Z"},
        {"agent": ""},
        {"file_id": "x"},
        {"what": ""},
        {"purpose": "x" * 2001},
        {"purpose": "a\0b"},
        {"name": "unknown"},
    ]
    looks = [[_look(1, clock) | each] for each in wrong]
    answers = [
        desk.http.post("/v1/looks", json={"looks": each}, headers=desk.as_desk) for each in [*looks, []]
    ]
    assert {each.status_code for each in answers} == {422}


def test_the_administrator_reads_where_it_was(
    office: Office, desk: Desk, long_since: Clockwork, tmp_path: Path, new_office: Callable[[], Office]
) -> None:
    del new_office
    _tells(desk, _look(1, long_since), _look(2, long_since, agent="nobody", file_id=str(uuid4())))
    if not office.database.is_sqlite:
        return  # the command opens the database of its own folder
    words = ["readings", "--purpose", "yoxlama", "--data", str(tmp_path / "server"), "--since", "2026-11-01"]
    said = CliRunner().invoke(app, words).output
    told = json.loads(CliRunner().invoke(app, [*words, "--json"]).output)
    assert "case                 8d7f1c52-4a86-8a0b-9c11-000000000001 A-1 at the desk\n" in said
    assert {"at the desk", "at the desk, without a post"} <= {each["where"] for each in told}
