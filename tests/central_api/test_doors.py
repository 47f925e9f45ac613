"""Who may use which route: the whole table, and a new route without a row in it fails."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI

from central_api.app import build_app
from central_api.office import Office
from tests.central_api.practice_desk import Clockwork, Desk, enrol

OPEN, DESK = frozenset({"nobody"}), frozenset({"desk"})
EVERYBODY = frozenset({"agent", "back_office", "head", "administrator"})
WHO_MAY: dict[tuple[str, str], frozenset[str]] = {
    ("GET", "/health/live"): OPEN,
    ("GET", "/health/ready"): OPEN,
    ("GET", "/v/{code}"): OPEN,
    ("POST", "/v/{code}"): OPEN,
    ("GET", "/v1/hello"): OPEN,
    ("POST", "/v1/desks/enrol"): OPEN,
    ("POST", "/v1/sessions/refresh"): OPEN,
    ("POST", "/v1/sessions"): DESK,
    ("POST", "/v1/sessions/by-key"): DESK,
    ("GET", "/v1/roster"): DESK,
    ("POST", "/v1/push"): DESK,
    ("GET", "/v1/feed"): DESK,
    ("POST", "/v1/leases"): DESK,
    ("GET", "/v1/catalogues"): DESK,
    ("GET", "/v1/catalogues/{version}"): DESK,
    ("PUT", "/v1/blobs/{sha256}"): DESK,
    ("HEAD", "/v1/blobs/{sha256}"): DESK,
    ("GET", "/v1/blobs/{sha256}"): DESK,
    ("PUT", "/v1/agents/me/key"): EVERYBODY,
    ("POST", "/v1/desks/database-key"): EVERYBODY,
    ("GET", "/v1/queue"): frozenset({"agent", "head"}),
    ("POST", "/v1/queue/call"): frozenset({"agent", "head"}),
    ("POST", "/v1/queue/{number}/finish"): frozenset({"agent", "head"}),
    ("POST", "/v1/queue/{number}/no-show"): frozenset({"agent", "head"}),
    ("POST", "/v1/queue/{number}/call-again"): frozenset({"agent", "head"}),
    ("POST", "/v1/queue/{number}/transfer"): frozenset({"agent", "head"}),
    ("PUT", "/v1/queue/{number}/needs"): frozenset({"agent", "head"}),
    ("GET", "/v1/cases"): frozenset({"agent"}),
    ("PUT", "/v1/cases/{case_id}"): DESK,
    ("POST", "/v1/cases/{case_id}/take"): frozenset({"agent"}),
    ("DELETE", "/v1/cases/{case_id}"): DESK,
    ("POST", "/v1/lookups"): frozenset({"agent", "back_office"}),
    ("GET", "/v1/files/{file_id}"): frozenset({"agent", "back_office", "head"}),
    ("POST", "/v1/vacancies"): frozenset({"agent"}),
    ("POST", "/v1/no-suitable-work"): frozenset({"agent"}),
    ("POST", "/v1/employer-answers"): frozenset(),  # the adapter alone, by its own secret
    ("GET", "/v1/back-office/drafts"): frozenset({"back_office"}),
    ("POST", "/v1/back-office/decisions"): frozenset({"back_office"}),
    ("GET", "/v1/centre/needs-look"): frozenset({"head"}),
    ("POST", "/v1/centre/acts"): frozenset({"head"}),
    ("POST", "/v1/centre/void-numbers"): frozenset({"head"}),
}
AGENTS = {"agent": "aysel", "back_office": "leyla", "head": "ramin", "administrator": "samir"}
BODIES: dict[str, dict[str, object]] = {
    "/v1/sessions": {"agent": "aysel", "password": "x"},
    "/v1/sessions/by-key": {"agent": "aysel", "at": "2026-11-24T06:00:00.000Z", "signature": ""},
    "/v1/desks/database-key": {"box": ""},
    "/v1/queue/call": {},
    "/v1/lookups": {"register_name": "mas_status", "number_kind": "pin", "number": "x", "purpose": "x"},
    "/v1/leases": {"series": "notice", "year": 2019},
    "/v1/agents/me/key": {"public": ""},
}


def _routes(app: FastAPI) -> Iterator[tuple[str, str]]:
    paths = app.openapi()["paths"]
    return ((method.upper(), path) for path, methods in paths.items() for method in methods)


def test_every_route_stands_in_the_table(office: Office) -> None:
    assert set(_routes(build_app(office))) == set(WHO_MAY)


def _ask(http: httpx.Client, method: str, path: str, token: str | None) -> httpx.Response:
    filled = path.format(
        code="x", number="A404", file_id=uuid4(), case_id=uuid4(), sha256="0" * 64, version="0" * 64
    )
    headers = {} if token is None else {"Authorization": f"Bearer {token}"}
    return http.request(method, filled, json=BODIES.get(path, {}), headers=headers)


def test_every_route_and_every_role(office: Office, http: httpx.Client, clock: Clockwork) -> None:
    desk = enrol(office, http, clock)
    tokens = {"desk": desk.enrolled.tokens.access}
    for role, agent in AGENTS.items():
        session = desk.signs_in(agent).session
        assert session is not None
        tokens[role] = session.tokens.access
    wrong = []
    for (method, path), allowed in WHO_MAY.items():
        if allowed == OPEN:
            continue
        for who, token in tokens.items():
            status = _ask(http, method, path, token).status_code
            refused = status == 403
            if refused == (who in allowed) and not path.endswith("database-key"):
                wrong.append((method, path, who, status))
    assert wrong == []


@pytest.mark.parametrize("token", ["", "x", "Bearer", "0" * 43])
def test_no_token_or_an_unknown_one_opens_nothing(http: httpx.Client, token: str) -> None:
    for (method, path), allowed in WHO_MAY.items():
        if allowed != OPEN:
            answer = _ask(http, method, path, token or None)
            assert answer.status_code == 401, (method, path)
            assert answer.headers["www-authenticate"] == "Bearer"


def test_expired_and_revoked_tokens_open_nothing(
    office: Office, http: httpx.Client, desk: Desk, clock: Clockwork
) -> None:
    session = desk.session
    assert session is not None
    old = [desk.enrolled.tokens.access, session.tokens.access]
    clock.at += timedelta(minutes=15)
    for token in old:
        answer = _ask(http, "GET", "/v1/roster", token)
        assert (answer.status_code, answer.json()["code"]) == (401, "token.expired")
    fresh = desk.as_desk
    with office.database.writing() as connection:
        office.token_book.revoke(connection, desk=desk.enrolled.desk, why="taken away")
    answer = http.get("/v1/roster", headers=fresh)
    assert (answer.status_code, answer.json()["code"]) == (401, "token.revoked")
