"""docs/country.md says where each table lies and by which index each hot question is answered: both are tried."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from sqlalchemy import UniqueConstraint

import central_api.desk_mark_tables
import central_api.kept_tables
import central_api.owed_tables  # noqa: F401 - all tables are known
from central_api.app import build_app
from central_api.background import never
from central_api.office import Office
from central_api.tables import metadata
from central_api.upkeep import Upkeep
from tests.central_api.plans import BIG, fill, watched
from tests.central_api.practice_desk import Clockwork, enrol, hire
from tests.central_api.test_back_office import drafts, sends
from tests.central_api.test_needs_look import looks
from tests.postgresql import PostgreSQL

COUNTRY = (Path(__file__).parents[2] / "docs" / "country.md").read_text("utf-8")
_REST = "-0000-8000-8000-000000000000"  # of a file's id
_SMALL = {"review_marks", "back_office_drafts", "sign_in_failures"}  # hold what waits, or a day's


def _rows(heading: str) -> list[list[str]]:
    """The rows of the table under a heading, without its own heading."""
    part = re.split(rf"\n##+ {heading}\n", COUNTRY)[1].split("\n#")[0]
    lines = [line.strip("| ") for line in part.splitlines() if line.startswith("|")]
    return [re.split(r"\s*\|\s*", line) for line in lines[2:]]


LIES = {table: (where, key.split(", ")) for table, where, key in _rows("Tables, and where they lie")}
WIDER = {table: key.split(", ") for table, key, _ in _rows("Keys to widen")}
HOT = {asked: indexes.split(", ") for asked, _, indexes in _rows("Hot questions")}


def test_every_table_lies_somewhere_under_its_key() -> None:
    keys = {
        name: [each.name for each in table.primary_key.columns] for name, table in metadata.tables.items()
    }
    assert {table: key for table, (_, key) in LIES.items()} == keys
    assert {where for where, _ in LIES.values()} == {
        *(f"by {column}{wider}" for column in ("file_id", "centre") for wider in ("", ", wider")),
        "everywhere",
        "on the coordinator",
    }


@pytest.mark.parametrize("table", [each for each, (where, _) in LIES.items() if where.startswith("by ")])
def test_a_distributed_table_s_keys_hold_the_column_it_lies_by(table: str) -> None:
    where, key = LIES[table]
    column = where.removeprefix("by ").removesuffix(", wider")
    assert column in metadata.tables[table].columns
    unique = [
        [each.name for each in constraint.columns]
        for constraint in metadata.tables[table].constraints
        if isinstance(constraint, UniqueConstraint)
    ]
    lacking = [each for each in (key, *unique) if column not in each]
    assert bool(lacking) == where.endswith(", wider") == (table in WIDER)
    if lacking:
        assert WIDER[table] == [column, *(each for each in key if each != column)]
        other = [each for each in lacking if each != key]
        told = next(row[2] for row in _rows("Keys to widen") if row[0] == table)
        assert all(f"`{name}`" in told for each in other for name in each)


def test_only_tables_that_are_said_to_need_it_get_a_wider_key() -> None:
    assert set(WIDER) == {table for table, (where, _) in LIES.items() if where.endswith(", wider")}


@pytest.fixture
def country(office: Office, postgresql: PostgreSQL | None) -> Office:
    """A server with a country's rows in small; nobody but the test lets it work."""
    if postgresql is None:
        pytest.skip("the plans are PostgreSQL's")
    office.background.stop()
    fill(office)
    return office


def test_hot_questions_are_answered_by_their_index(
    country: Office, http: httpx.Client, clock: Clockwork, people: dict[str, str]
) -> None:
    office = country
    desk = enrol(office, http, clock).signs_in("aysel")
    head = enrol(office, http, clock).signs_in("ramin")
    hire(office, "nərgiz", "back_office")
    officer = enrol(office, http, clock).signs_in("nərgiz")
    sends(desk, people["not found"])
    number = people["found 4.1.1"]
    _, done = desk.identification(number)
    file = desk.file_of(number)
    opening, pdf = desk.opening(), b"%PDF-1.7 sample"
    path = f"/v1/blobs/{hashlib.sha256(pdf).hexdigest()}"

    def gets(path: str, who: dict[str, str], **params: str) -> None:
        answer = http.get(path, headers=who, params=params)
        assert answer.status_code == 200, answer.text

    def refuses() -> str:
        application = opening.application
        answer = desk.checks(file, application, number)
        notice = desk.notice(application, pdf)
        [verdict] = desk.pushes(desk.records(file, desk.refusal(application, answer), notice))
        assert verdict.answer == "accepted"
        return notice.verify_code

    def documents() -> None:
        assert http.put(path, content=pdf, headers=desk.as_desk).status_code == 204
        assert http.head(path, headers=desk.as_desk).status_code == 200
        gets(path, desk.as_desk)

    def heads() -> None:
        ranges = [{"until": f"00000200{_REST}", "digest": "0" * 64}]
        asked = {"after": f"00000100{_REST}", "ranges": ranges}
        assert http.post("/v1/heads", json=asked, headers=desk.as_desk).status_code == 200

    def queue() -> None:
        gets("/v1/queue", desk.as_agent)
        assert http.post("/v1/queue/call", json={}, headers=desk.as_agent).status_code == 404

    def owed() -> None:
        for each in (office.duties, office.messages, office.jobs, office.self_service):
            each.work_off(never)

    codes: list[str] = []
    ask: dict[str, Callable[[], object]] = {
        "a token, in every request": lambda: gets("/v1/cases", desk.as_agent),
        "POST /v1/push: identified": lambda: desk.pushes(desk.records(file, *done)),
        "POST /v1/push: opened, with a number": lambda: desk.pushes(desk.records(file, opening)),
        "POST /v1/push: refused, with a notice": lambda: codes.append(refuses()),
        "GET /v1/feed": desk.pulls,
        "POST /v1/heads": heads,
        "GET /v1/files/{file_id}": lambda: gets(f"/v1/files/{file}", desk.as_agent, purpose="sınaq"),
        "POST /v1/lookups": lambda: desk.asks("mas_status", number),
        "POST /v1/leases": lambda: http.post(
            "/v1/leases", json={"series": "notice", "year": 2026}, headers=desk.as_desk
        ),
        "PUT, PATCH, HEAD and GET /v1/blobs/{sha256}": documents,
        "GET /v1/queue, POST /v1/queue/call": queue,
        "GET /v1/cases": lambda: gets("/v1/cases", desk.as_agent),
        "GET /v1/roster": lambda: gets("/v1/roster", desk.as_desk),
        "POST /v1/sessions": lambda: desk.signs_in("aysel"),
        "POST /v1/sessions/refresh": lambda: http.post(
            "/v1/sessions/refresh", json={"refresh": desk.enrolled.tokens.refresh}
        ),
        "GET /v1/back-office/drafts": lambda: drafts(officer),
        "GET /v1/centre/needs-look": lambda: looks(head),
        "GET /v/{code}": lambda: http.get(f"/v/{codes[0]}"),
        "what is owed, every second in each process": owed,
        "upkeep, every hour in each process": lambda: Upkeep(office.database, clock).work_off(never),
    }
    assert set(ask) == set(HOT)
    wrong = []
    for asked, indexes in HOT.items():
        office.push.kept.forget(file)  # as in a process that did not write it last
        with watched(office.database.engine) as plans:
            ask[asked]()
        wrong += [f"{asked} reads {table} whole: {plans.whole[table]}" for table in set(plans.whole) - _SMALL]
        wrong += [f"{asked} does not take {each}: {sorted(plans.used)}" for each in set(indexes) - plans.used]
    assert not wrong, "\n".join(wrong)


def test_every_route_is_hot_or_said_to_be_seldom(office: Office) -> None:
    part = COUNTRY.split("\n## Hot questions\n")[1].split("\n## ")[0]
    told = set(re.findall(r"/(?:v1|v|health|metrics)[a-z0-9/{}_-]*", part))
    assert set(build_app(office).openapi()["paths"]) - told == set()
    assert set(metadata.tables) >= BIG | _SMALL
