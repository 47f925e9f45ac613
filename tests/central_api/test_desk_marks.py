"""Which PC is a desk: marks that follow one another, a second PC noticed, a broken one replaced in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx
import pytest

from central_api.commands.desks import line_of
from central_api.desk_list import DeskList
from central_api.office import Office
from dost_desktop.contract.messages import DeskEnrolled
from dost_desktop.domain.attestation import Series
from tests.central_api.practice_desk import PASSWORD, Clockwork, Desk, enrol
from tests.central_api.test_needs_look import looks


@dataclass
class Pc:
    """What a PC remembers of its marks; ``copy`` is a backup, or the same folder elsewhere."""

    desk: Desk
    last: str = ""
    mark: str = field(default_factory=lambda: uuid4().hex)

    def copy(self) -> Pc:
        return Pc(self.desk, self.last)

    def tells(self, *, is_older: bool = False) -> str:
        told = {"last": self.last, "mark": self.mark, "is_older": is_older}
        answer = self.desk.http.put("/v1/desks/standing", json=told, headers=self.desk.as_desk)
        said = answer.json()
        return str(said["answer"] if answer.status_code == 200 else said["code"])

    def goes_on(self, *, is_older: bool = False) -> str:
        said = self.tells(is_older=is_older)
        self.last, self.mark = self.mark, uuid4().hex
        return said


def enrols(http: httpx.Client, code: str, **more: Any) -> tuple[int, Any]:
    body = {"code": code, "install_id": str(uuid4())} | more
    answer = http.post("/v1/desks/enrol", json=body)
    return answer.status_code, answer.json()


def test_marks_that_follow_one_another_go_on_also_when_an_answer_is_lost(desk: Desk) -> None:
    pc = Pc(desk)
    assert [pc.tells(), pc.tells(), pc.goes_on(), pc.tells(), pc.goes_on()] == ["goes_on"] * 5


def test_a_mark_that_comes_late_puts_nobody_out_and_a_memory_that_bears_it_begins_anew(desk: Desk) -> None:
    """A process that stood still had it in hand; or a backup was made between keeping a mark and its answer."""
    pc = Pc(desk)
    pc.goes_on()
    late = Pc(desk, pc.last, pc.mark)
    assert [pc.goes_on(), pc.goes_on()] == ["goes_on"] * 2
    assert late.tells() == "begins_anew"
    assert pc.goes_on() == "goes_on"

    memory = Pc(desk, late.last, pc.last)
    assert pc.goes_on() == "goes_on"
    assert [memory.goes_on(), memory.goes_on()] == ["begins_anew"] * 2
    assert pc.goes_on() == "token.desk_doubled"


@pytest.mark.parametrize("said_by_itself", [False, True])
def test_a_memory_of_earlier_begins_anew_once_and_its_blocks_are_put_away(
    office: Office, desk: Desk, clock: Clockwork, *, said_by_itself: bool
) -> None:
    pc = Pc(desk)
    pc.goes_on()
    old = pc.copy()
    if not said_by_itself:
        pc.goes_on()
    desk.next_number(Series.NOTICE)

    said = [old.tells(is_older=said_by_itself), old.goes_on(is_older=said_by_itself), old.goes_on()]

    assert said == ["begins_anew", "begins_anew", "goes_on"]
    [stands] = DeskList(office.database, office.token_book, clock).all("B03")
    assert (stands.numbers_left, stands.doubled_at) == ({}, None)


def test_numbers_of_a_block_that_was_put_away_are_still_the_desks_own_and_the_rest_is_shown(
    office: Office, http: httpx.Client, desk: Desk, clock: Clockwork, people: dict[str, str]
) -> None:
    head = enrol(office, http, clock).signs_in("ramin")
    file = desk.identifies(people["not found"])
    first = desk.next_number(Series.APPLICATION)
    desk.blocks[Series.APPLICATION, 2026].insert(0, first)
    Pc(desk).goes_on(is_older=True)

    desk.opens(file)

    [gap] = looks(head)
    assert (gap.kind, gap.desk, len(gap.numbers)) == ("numbers", desk.enrolled.desk, 49)
    assert first not in gap.numbers


@pytest.mark.parametrize("turns", [1, 2, 5])
def test_two_pcs_that_go_on_by_turns_are_both_refused_until_one_of_them_is_enrolled_again(
    office: Office, http: httpx.Client, desk: Desk, clock: Clockwork, turns: int
) -> None:
    first = Pc(desk)
    for _ in range(turns):
        first.goes_on()
    second = first.copy()
    assert first.goes_on() == "goes_on"
    assert second.goes_on() == "begins_anew"

    assert first.tells() == "token.desk_doubled"

    assert [second.tells(), first.tells()] == ["token.desk_doubled"] * 2
    assert http.get("/v1/feed", headers=desk.as_desk).json()["code"] == "token.desk_doubled"
    desks = DeskList(office.database, office.token_book, clock)
    assert desks.all("B03")[0].doubled_at is not None
    assert "TWO PCs ARE THIS DESK" in line_of(desks.all("B03")[0])
    clock.at = clock.at.replace(hour=clock.at.hour + 1)
    name = desk.enrolled.desk
    status, told = enrols(http, office.enrolment.new_code("B03", name), desk=name)
    assert (status, told["desk"]) == (201, name)
    old_headers = {"Authorization": f"Bearer {desk.enrolled.tokens.access}"}
    assert http.get("/v1/feed", headers=old_headers).status_code == 401
    desk.enrolled = DeskEnrolled.model_validate(told)
    assert [second.goes_on(), second.goes_on()] == ["begins_anew", "goes_on"]
    assert desks.all("B03")[0].doubled_at is None


def test_a_restored_server_goes_on_from_whatever_mark_a_desk_has(office: Office, desk: Desk) -> None:
    pc = Pc(desk)
    pc.goes_on()
    ahead = pc.copy()
    ahead.last, ahead.mark = uuid4().hex, uuid4().hex  # what the backup does not know
    office.restored()
    assert [ahead.goes_on(), ahead.goes_on()] == ["goes_on"] * 2


def test_a_new_pc_takes_the_place_of_a_broken_one(
    office: Office, http: httpx.Client, desk: Desk, clock: Clockwork, new_code: Callable[..., str]
) -> None:
    before = desk.enrolled
    key = desk.key
    desk.next_number(Series.NOTICE)
    status, told = enrols(http, new_code(as_desk=before.desk))

    assert (status, told["desk"]) == (201, before.desk)
    gone = http.get("/v1/roster", headers={"Authorization": f"Bearer {before.tokens.access}"})
    assert (gone.status_code, gone.json()["code"]) == (401, "token.desk_replaced")
    new = Desk(http, clock, DeskEnrolled.model_validate(told), desk.law)
    assert Pc(new).goes_on() == "goes_on"
    signed = http.post("/v1/sessions", json={"agent": "aysel", "password": PASSWORD}, headers=new.as_desk)
    as_agent = {"Authorization": f"Bearer {signed.json()['tokens']['access']}"}
    again = http.put("/v1/agents/me/key", json={"public": key.public}, headers=as_agent)
    assert (again.status_code, again.json()["code"]) == (409, "key.retired")
    new.signs_in("aysel")
    [stands] = DeskList(office.database, office.token_book, clock).all("B03")
    assert stands.numbers_left == {}


def test_the_same_pc_enrolled_again_keeps_its_agents_keys(
    http: httpx.Client, clock: Clockwork, new_code: Callable[..., str], desk: Desk
) -> None:
    code, install = new_code(), str(uuid4())
    told = http.post("/v1/desks/enrol", json={"code": code, "install_id": install}).json()
    pc = Desk(http, clock, DeskEnrolled.model_validate(told), desk.law).signs_in("orxan")

    status, told = enrols(http, new_code(as_desk=told["desk"]), desk=told["desk"], before=install)

    assert status == 201
    pc.enrolled = DeskEnrolled.model_validate(told)
    pc.signs_in("orxan")  # the same key is taken


def test_another_desks_code_is_refused_and_stays_unused(
    http: httpx.Client, desk: Desk, other_desk: Desk, new_code: Callable[..., str]
) -> None:
    for code in (new_code(), new_code(as_desk=other_desk.enrolled.desk)):
        status, told = enrols(http, code, desk=desk.enrolled.desk)
        assert (status, told["code"]) == (403, "enrol.other_desk")
        assert enrols(http, code)[0] == 201


def test_a_retired_desk_comes_back_with_a_code_in_its_name(
    office: Office, http: httpx.Client, desk: Desk, clock: Clockwork, new_code: Callable[..., str]
) -> None:
    DeskList(office.database, office.token_book, clock).retire(desk.enrolled.desk)

    assert enrols(http, new_code(as_desk=desk.enrolled.desk))[0] == 201

    [stands] = DeskList(office.database, office.token_book, clock).all("B03")
    assert (stands.desk, stands.retired_at) == (desk.enrolled.desk, None)


@pytest.fixture
def new_code(office: Office) -> Callable[..., str]:
    def code(as_desk: str = "") -> str:
        return office.enrolment.new_code("B03", as_desk)

    return code
