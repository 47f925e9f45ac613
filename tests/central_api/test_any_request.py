"""Whatever is sent, the server answers as its OpenAPI says and never breaks."""

from __future__ import annotations

import warnings

import httpx
import pytest

from central_api.app import build_app
from central_api.office import Office
from tests.central_api.conftest import EMPLOYERS
from tests.central_api.practice_desk import Desk, enrol

with (
    warnings.catch_warnings()
):  # schemathesis 4.32 imports starlette's test client, which asks for another httpx
    warnings.simplefilter("ignore")
    import schemathesis
    from schemathesis.schemas import APIOperation
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

_BY_AGENT = (
    "/v1/queue",
    "/v1/lookups",
    "/v1/files",
    "/v1/agents",
    "/v1/desks",
    "/v1/vacancies",
    "/v1/no-suitable-work",
)


def _fuzz(office: Office, http: httpx.Client, desk: Desk, examples: int) -> None:
    officer = enrol(office, http, office.clock).signs_in("leyla")
    office.bell.close()  # nobody waits for the feed
    schema = schemathesis.openapi.from_dict(build_app(office).openapi())
    broken: set[str] = set()
    for result in schema.get_all_operations():
        _fuzz_one(result.ok(), http, desk, officer, examples, broken)
    assert broken == set()


def _fuzz_one(
    operation: APIOperation, http: httpx.Client, desk: Desk, officer: Desk, examples: int, broken: set[str]
) -> None:
    starts = operation.path.startswith
    by_agent = starts(_BY_AGENT)
    by_agent |= starts("/v1/cases") and operation.method.upper() in {"GET", "POST"}
    headers = desk.as_agent if by_agent else desk.as_desk
    if starts("/v1/back-office"):
        headers = officer.as_agent
    if starts("/v1/employer-answers"):
        headers = {"Authorization": f"Bearer {EMPLOYERS}"}
    documented = {int(status) for status in operation.definition.raw["responses"]}

    @given(case=operation.as_strategy())
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: schemathesis.Case) -> None:
        answer = case.call(base_url=str(http.base_url), headers=headers, timeout=30)
        if answer.status_code not in documented | {
            404,
            405,
        }:  # a generated path may be another route's, or none
            broken.add(f"{case.method} {operation.path} {answer.status_code} {answer.text[:200]}")

    ask()


@pytest.mark.filterwarnings("ignore")  # of the generator's libraries; the server's own are errors elsewhere
def test_a_few_of_every_kind(office: Office, http: httpx.Client, desk: Desk) -> None:
    _fuzz(office, http, desk, 8)


@pytest.mark.long
@pytest.mark.filterwarnings("ignore")
def test_many_of_every_kind(office: Office, http: httpx.Client, desk: Desk) -> None:
    _fuzz(office, http, desk, 100)


@given(body=st.binary(max_size=200))
@settings(
    max_examples=30,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@pytest.mark.parametrize("path", ["/v1/push", "/v1/sessions", "/v1/leases", "/v1/desks/enrol"])
def test_bytes_that_are_no_message_are_refused(desk: Desk, path: str, body: bytes) -> None:
    answer = desk.http.post(path, content=body, headers=desk.as_desk)
    assert 400 <= answer.status_code < 500
    assert answer.headers["content-type"] == "application/problem+json"
