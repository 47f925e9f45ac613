"""Who may use which route: docs/access.md is read, and every cell of it is tried."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import Table, update

from central_api.app import build_app
from central_api.office import Office
from central_api.tables import desks, posts
from dost_desktop.contract.messages import Tokens
from dost_desktop.domain.dates import instant_text
from tests.central_api.at_the_doors import ASKS, PLACES, Ask, World, told
from tests.central_api.conftest import EMPLOYERS
from tests.central_api.practice_desk import Clockwork, Desk, enrol, hire

ACCESS = Path(__file__).parents[2] / "docs" / "access.md"
WATCHERS = "the-watchers-of-the-figures-in-tests-01"
ROLES = {"agent": "aysel", "back_office": "leyla", "head": "ramin", "administrator": "samir"}


def _table(heading: str) -> list[dict[str, str]]:
    """The rows of the table under a heading, by the names of its columns."""
    part = ACCESS.read_text("utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line.strip("| ") for line in part.splitlines() if line.startswith("|")]
    names, _, *rows = (re.split(r"\s*\|\s*", line) for line in lines)
    return [dict(zip(names, row, strict=False)) for row in rows]


DOORS = {row["door"]: row for row in _table("Doors")}
ROUTES = {row["route"]: row for row in _table("Routes")}
TOKENS = {row["token"]: row["answer"] for row in _table("Tokens")}


@dataclass
class Caller:
    """Somebody who asks, from the desk ``at``; None: with a secret instead of a desk's tokens."""

    name: str
    at: Desk
    secret: str | None = None

    @property
    def headers(self) -> Mapping[str, str]:
        if self.secret is not None:
            return _bearer(self.secret) if self.secret else {}
        return self.at.as_desk if self.name == "desk" else self.at.as_agent


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


@pytest.fixture
def office(new_office: Callable[..., Office], tmp_path: Path, prepared: Path) -> Office:
    """The filled server, where figures may be collected; nobody but the test lets it work."""
    shutil.copytree(prepared, tmp_path / "server")
    office = new_office(DOST_METRICS_TOKEN=WATCHERS)
    office.background.stop()
    return office


@pytest.fixture
def world(office: Office, http: httpx.Client, clock: Clockwork, people: dict[str, str]) -> World:
    near = {role: enrol(office, http, clock).signs_in(agent) for role, agent in ROLES.items()}
    return World(office, http, clock, people, near, enrol(office, http, clock, "A01").signs_in("fidan"))


def _callers(world: World) -> list[Caller]:
    near = world.desks["agent"]
    return [
        Caller("nobody", near, ""),
        Caller("desk", near),
        *(Caller(role, desk) for role, desk in world.desks.items()),
        Caller("employers", near, EMPLOYERS),
        Caller("watchers", near, WATCHERS),
    ]


def _routes(app: FastAPI) -> set[str]:
    paths = app.openapi()["paths"]
    return {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}


def test_every_route_stands_in_the_table(office: Office) -> None:
    assert _routes(build_app(office)) == set(ROUTES) == set(ASKS)
    assert {row["door"] for row in ROUTES.values()} == set(DOORS)


def test_every_route_for_every_caller_and_of_every_centre(world: World) -> None:
    wrong = []
    for route, row in ROUTES.items():
        door, asked = DOORS[row["door"]], dict[str, Ask]()
        callers = [each for each in _callers(world) if row["door"] != "open" or each.name == "nobody"]
        let_in = [each for each in callers if door[each.name] == "in"]
        for caller, place in product(let_in, PLACES):
            if row[place] != "–":
                asked[place] = ASKS[route](world, caller.at, place)
                answer = asked[place].send(world.http, caller.headers)
                wrong += _unlike(f"{route} {caller.name} {place}", answer, row[place])
        for caller, place in product(callers, asked):
            if caller not in let_in:
                answer = asked[place].send(world.http, caller.headers)
                wrong += _unlike(f"{route} {caller.name} {place}", answer, door[caller.name])
    assert wrong == []


def _unlike(what: str, answer: httpx.Response, wanted: str) -> list[str]:
    is_head = answer.request.method == "HEAD"  # which has no words
    same = told(answer) == (wanted.split(maxsplit=1)[0] if is_head else wanted)
    return [] if same else [f"{what}: {told(answer)}, the table says {wanted}"]


def test_lists_hold_nothing_of_another_centre(world: World) -> None:
    ticket, case = world.ticket("other", world.far), world.case("other", world.far)["id"]
    far = {ticket, case, str(world.refused["other"].file), str(world.pushed["other"]), "fidan"}
    agent, head = world.desks["agent"], world.desks["head"]
    for path, headers in (
        ("/v1/queue", agent.as_agent),
        ("/v1/cases", agent.as_agent),
        ("/v1/roster", agent.as_desk),
        ("/v1/feed", agent.as_desk),
        ("/v1/centre/needs-look", head.as_agent),
    ):
        answer = world.http.get(path, headers=headers)
        assert answer.status_code == 200, path
        assert [each for each in far if each in answer.text] == [], path


class _Tokens:
    """Each kind of token of the third table, made as it comes about."""

    def __init__(self, office: Office, http: httpx.Client, clock: Clockwork) -> None:
        self.office, self.http, self.clock = office, http, clock
        self.desk = enrol(office, http, clock).enrolled.desk

    def all(self) -> dict[str, dict[str, str]]:
        """By its name in the table: the headers with it."""
        expired = self.issued()
        self.clock.at += timedelta(minutes=15)
        return {
            "none": {},
            "of another scheme than Bearer": {"Authorization": f"Basic {self.issued().access}"},
            "forged": _bearer("0" * 43),
            "a refresh token in place of the access token": _bearer(self.issued().refresh),
            "expired": _bearer(expired.access),
            "given out, but lost on the way: the desk got another instead": _bearer(self.lost()),
            "of a desk that was enrolled anew": _bearer(self.enrolled_anew()),
            "of a desk that was taken away": _bearer(self.taken_away()),
            "of a family whose refresh token was used twice": _bearer(self.used_twice()),
            "of an agent whose post ended": _bearer(self.without_post()),
            "of an agent who works at another centre now": _bearer(self.moved()),
        }

    def issued(self, agent: str | None = "aysel", desk: str = "") -> Tokens:
        with self.office.database.writing() as connection:
            return self.office.token_book.issue(connection, desk or self.desk, agent)

    def refreshed(self, tokens: Tokens) -> Tokens:
        answer = self.http.post("/v1/sessions/refresh", json={"refresh": tokens.refresh})
        return Tokens.model_validate(answer.json())

    def lost(self) -> str:
        first = self.issued()
        lost, arrived = self.refreshed(first), self.refreshed(first)
        assert self.http.get("/v1/queue", headers=_bearer(arrived.access)).status_code == 200
        return lost.access

    def used_twice(self) -> str:
        first = self.issued()
        second = self.refreshed(first).access
        assert self.http.get("/v1/queue", headers=_bearer(second)).status_code == 200
        again = self.http.post("/v1/sessions/refresh", json={"refresh": first.refresh})
        assert told(again) == "401 token.reused"
        return second

    def enrolled_anew(self) -> str:
        wish = {"code": self.office.enrolment.new_code("B03"), "install_id": str(uuid4())}
        first, _ = (self.http.post("/v1/desks/enrol", json=wish).json() for _ in range(2))
        return str(first["tokens"]["access"])

    def taken_away(self) -> str:
        gone = enrol(self.office, self.http, self.clock).enrolled
        self.change(desks, "desk", gone.desk, "retired_at")
        return gone.tokens.access

    def without_post(self) -> str:
        hire(self.office, "gone")
        tokens = self.issued("gone")
        self.change(posts, "agent", "gone", "until")
        return tokens.access

    def moved(self) -> str:
        hire(self.office, "moved")
        tokens = self.issued("moved")
        hire(self.office, "moved", centre="A01")
        return tokens.access

    def change(self, table: Table, key: str, who: str, column: str) -> None:
        with self.office.database.writing() as connection:
            now = instant_text(self.clock())
            connection.execute(update(table).where(table.c[key] == who).values({column: now}))


def test_no_other_token_opens_any_door(office: Office, http: httpx.Client, clock: Clockwork) -> None:
    given = _Tokens(office, http, clock).all()
    assert given.keys() == TOKENS.keys()
    wrong = []
    for route, row in ROUTES.items():
        if row["door"] == "open":
            continue
        method, path = route.split()
        filled = re.sub(r"\{\w+\}", "x", path)
        body = {} if method in {"POST", "PUT"} and "blobs" not in path else None
        for name, headers in given.items():
            answer = http.request(method, filled, json=body, headers=headers)
            wrong += _unlike(f"{route}, {name}", answer, TOKENS[name])
            if answer.headers.get("www-authenticate") != "Bearer":
                wrong.append(f"{route}, {name}: without WWW-Authenticate")
    assert wrong == []


def test_a_replaced_pair_goes_on_until_its_time_is_over(
    office: Office, http: httpx.Client, clock: Clockwork, desk: Desk
) -> None:
    old = desk.as_desk
    http.post("/v1/sessions/refresh", json={"refresh": desk.enrolled.tokens.refresh})
    assert http.get("/v1/roster", headers=old).status_code == 200
    clock.at += office.settings.access_life
    assert told(http.get("/v1/roster", headers=old)) == "401 token.expired"
