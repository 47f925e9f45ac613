"""Whatever is sent by whomever, the server answers as its OpenAPI says, in status, type and body, and never breaks."""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path

import httpx
import pytest

from central_api.app import build_app
from central_api.office import Office
from tests.central_api.at_the_doors import told
from tests.central_api.conftest import EMPLOYERS
from tests.central_api.practice_desk import Clockwork, Desk, enrol

with (
    warnings.catch_warnings()
):  # schemathesis 4.32 imports starlette's test client, which asks for another httpx
    warnings.simplefilter("ignore")
    import schemathesis
    from schemathesis.checks import CHECKS, CheckFunction, load_all_checks
    from schemathesis.schemas import APIOperation
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

schemathesis.serializer.alias("application/offset+octet-stream", "application/octet-stream")

WATCHERS = "the-watchers-of-the-figures-in-tests-03"
_OF_THE_CONTRACT = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
)
Headers = Mapping[str, str]


@pytest.fixture
def office(new_office: Callable[..., Office], tmp_path: Path, prepared: Path) -> Office:
    """The filled server, without limits on how often one may ask."""
    shutil.copytree(prepared, tmp_path / "server")
    limits = dict.fromkeys(("DOST_LIMIT_DESK", "DOST_LIMIT_AGENT", "DOST_LIMIT_ADDRESS"), "none")
    return new_office(**limits, DOST_METRICS_TOKEN=WATCHERS)


@pytest.fixture
def callers(office: Office, http: httpx.Client, clock: Clockwork, desk: Desk) -> list[Headers]:
    """Nobody, a desk, an agent in each role, the employers' adapter, whoever collects figures."""
    office.bell.close()  # nobody waits for the feed
    roles = [enrol(office, http, clock).signs_in(each).as_agent for each in ("leyla", "ramin", "samir")]
    secrets = [{"Authorization": f"Bearer {each}"} for each in (EMPLOYERS, WATCHERS)]
    return [{}, desk.as_desk, desk.as_agent, *roles, *secrets]


def _checks() -> list[CheckFunction]:
    load_all_checks()
    return CHECKS.get_by_names(_OF_THE_CONTRACT)


def _fuzz(office: Office, http: httpx.Client, callers: list[Headers], examples: int) -> None:
    schema = schemathesis.openapi.from_dict(build_app(office).openapi())
    for result in schema.get_all_operations():
        _fuzz_one(result.ok(), http, callers, examples)


def _fuzz_one(operation: APIOperation, http: httpx.Client, callers: list[Headers], examples: int) -> None:
    checks = _checks()
    both = [operation.as_strategy(generation_mode=mode) for mode in schemathesis.GenerationMode]

    @given(case=st.one_of(both), headers=st.sampled_from(callers))
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: schemathesis.Case, headers: Headers) -> None:
        answer = case.call(base_url=str(http.base_url), headers=dict(headers), timeout=30)
        if answer.status_code in {404, 405} and b'"route.' in answer.content:
            return
        case.validate_response(answer, checks=checks)

    ask()


@pytest.mark.filterwarnings("ignore")  # of the generator's libraries; the server's own are errors elsewhere
def test_a_few_of_every_kind(office: Office, http: httpx.Client, callers: list[Headers]) -> None:
    _fuzz(office, http, callers, 4)


@pytest.mark.long
@pytest.mark.filterwarnings("ignore")
def test_many_of_every_kind(office: Office, http: httpx.Client, callers: list[Headers]) -> None:
    _fuzz(office, http, callers, 150)


@given(body=st.binary(max_size=200))
@settings(
    max_examples=15,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@pytest.mark.parametrize("path", ["/v1/push", "/v1/sessions", "/v1/leases", "/v1/desks/enrol"])
def test_bytes_that_are_no_message_are_refused(desk: Desk, path: str, body: bytes) -> None:
    headers = desk.as_desk | {"content-type": "application/json"}
    answer = desk.http.post(path, content=body, headers=headers)
    assert told(answer) in {"400 request.not_json", "422 request.malformed"}
