"""Requests that are too many, too large, too deep, too slow or of no kind of ours: each gets its documented problem."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from typing import Any

import httpx
import pytest

from central_api.office import Office
from central_api.problems import Problematic
from central_api.rate_limits import Buckets, Rate, network_of, read_proxies, read_rate
from tests.central_api.at_the_doors import told
from tests.central_api.practice_desk import Desk, listening

JSON = {"content-type": "application/json"}


class _Ticks:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def _left(buckets: Buckets, who: str, at_most: int = 1000) -> int:
    for taken in range(at_most):
        try:
            buckets.take(who)
        except Problematic:
            return taken
    return at_most


def test_a_bucket_empties_refills_and_never_holds_more_than_it_is_large() -> None:
    ticks = _Ticks()
    buckets = Buckets(Rate(10, 2), ticks)
    assert _left(buckets, "a") == 10
    with pytest.raises(Problematic) as held_back:
        buckets.take("a")
    assert held_back.value.headers["Retry-After"] == "1"
    assert _left(buckets, "b") == 10  # everybody has their own
    ticks.now += 3
    assert _left(buckets, "a") == 6
    ticks.now += 3600
    assert _left(buckets, "a") == 10


def test_strangers_cannot_fill_the_memory() -> None:
    buckets = Buckets(Rate(10, 2))
    for number in range(25_000):
        buckets.take(str(number))
    assert len(buckets) == 20_000


@pytest.mark.parametrize(
    ("host", "counted"),
    [
        ("10.1.2.3", "10.1.2.3"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:10.1.2.3", "10.1.2.3"),
        ("", ""),
    ],
)
def test_an_ipv6_address_counts_by_its_network(host: str, counted: str) -> None:
    assert network_of(host) == counted


@pytest.mark.parametrize(
    "text", ["", "10", "10+", "+5", "0+5", "5+0", "10+5+5", "1e3+5", "10000001+5", "ten+5"]
)
def test_a_rate_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="3000\\+50"):
        read_rate(text)
    assert (read_rate("10+5"), read_rate("none")) == (Rate(10, 5), None)


def test_proxies_are_addresses_or_networks() -> None:
    assert read_proxies("127.0.0.1, 10.0.0.0/8")
    with pytest.raises(ValueError, match="networks"):
        read_proxies("proxy.example")


@pytest.fixture
def narrow(new_office: Callable[..., Office], office: Office) -> Office:
    return new_office(DOST_LIMIT_DESK="4+1", DOST_LIMIT_AGENT="3+1", DOST_LIMIT_ADDRESS="5+1")


def test_each_desk_agent_and_address_has_its_own_measure(
    narrow: Office, desk: Desk, other_desk: Desk, office: Office
) -> None:
    with listening(narrow) as address, httpx.Client(base_url=address) as http:

        def asks(times: int, path: str, headers: dict[str, str]) -> list[int]:
            return [http.get(path, headers=headers).status_code for _ in range(times)]

        assert asks(6, "/v1/roster", desk.as_desk) == [200] * 4 + [429] * 2
        assert asks(5, "/v1/cases", desk.as_agent) == [200] * 3 + [429] * 2
        assert asks(1, "/v1/roster", other_desk.as_desk) == [200]
        stranger = {"x-forwarded-for": "203.0.113.7"}
        assert asks(7, "/v1/hello", stranger) == [200] * 5 + [429] * 2
        assert asks(1, "/v1/roster", stranger | {"authorization": "Bearer x"}) == [429]  # guessing counts too
        assert asks(1, "/v1/hello", {"x-forwarded-for": "203.0.113.8"}) == [200]
        held_back = http.get("/v1/hello", headers=stranger)
        assert told(held_back) == "429 request.too_many"
        assert int(held_back.headers["retry-after"]) == 1
        assert asks(20, "/health/live", stranger) == [200] * 20  # whoever watches is never held back


def test_only_a_trusted_proxy_says_where_a_request_came_from(
    new_office: Callable[..., Office], office: Office
) -> None:
    strict = new_office(DOST_LIMIT_ADDRESS="2+1", DOST_TRUSTED_PROXIES="192.0.2.1")
    with listening(strict) as address, httpx.Client(base_url=address) as http:
        answers = [http.get("/v1/hello", headers={"x-forwarded-for": f"203.0.113.{n}"}) for n in range(3)]
    assert [each.status_code for each in answers] == [200, 200, 429]


def test_a_busy_desk_is_never_held_back(office: Office) -> None:
    """A day after an outage: 300 runs one by one, 200 papers, 100 pages of news; then the queue every two seconds."""
    ticks = _Ticks()
    desks, agents = (Buckets(each, ticks) for each in (office.settings.desk_rate, office.settings.agent_rate))
    for _ in range(300 + 2 * 200 + 100):
        ticks.now += 0.005
        desks.take("B03-01")
    for _ in range(3600):
        ticks.now += 2
        agents.take("aysel")
        desks.take("B03-01", 3)


DEEP = b'{"a":' * 40 + b"1" + b"}" * 40
BAD_JSON: dict[str, tuple[bytes, str]] = {
    "no JSON": (b"{", "400 request.not_json"),
    "not UTF-8": (b'{"code":"\xff"}', "400 request.not_json"),
    "half a surrogate": (rb'{"code":"\ud800"}', "400 request.not_json"),
    "a mark before it": (b"\xef\xbb\xbf{}", "400 request.not_json"),
    "NaN": (b'{"code":NaN}', "400 request.not_json"),
    "Infinity": (b'{"code":-Infinity}', "400 request.not_json"),
    "a number without end": (b'{"code":1e999}', "400 request.not_json"),
    "a number too long": (b'{"code":' + b"9" * 5000 + b"}", "400 request.not_json"),
    "a number others read otherwise": (b'{"code":9007199254740993}', "400 request.not_json"),
    "a key twice": (b'{"code":"a","code":"b"}', "400 request.not_json"),
    "too deep": (DEEP, "422 request.too_complex"),
    "much too deep": (b"[" * 100_000 + b"]" * 100_000, "422 request.too_complex"),
    "too many things": (b"[" + b"0," * 500_000 + b"0]", "422 request.too_complex"),
    "another message": (b'{"code":"x"}', "422 request.malformed"),
    "nothing": (b"", "422 request.malformed"),
    "too large": (b'"' + b"x" * (8 * 1024 * 1024) + b'"', "413 request.too_large"),
}


def test_json_that_is_none_of_ours(http: httpx.Client) -> None:
    wrong = []
    for (what, (body, wanted)), in_pieces in product(BAD_JSON.items(), (False, True)):
        pieces = (body[place : place + 65536] for place in range(0, len(body), 65536))
        answer = http.post("/v1/desks/enrol", content=pieces if in_pieces else body, headers=JSON)
        if told(answer) != wanted or not re.fullmatch("[0-9a-f]{32}", answer.json()["request_id"]):
            wrong.append((what, in_pieces, told(answer)))
    assert wrong == []


HEADS: list[tuple[str, dict[str, str], bytes, str]] = [
    ("/v1/desks/enrol", {"content-type": "text/plain"}, b"{}", "415 request.media_type"),
    (
        "/v1/desks/enrol",
        {"content-type": "application/json; charset=utf-16"},
        b"{}",
        "415 request.media_type",
    ),
    (
        "/v1/desks/enrol",
        {"content-type": 'application/json; charset="UTF-8"'},
        b"{}",
        "422 request.malformed",
    ),
    ("/v1/desks/enrol", {}, b"{}", "415 request.media_type"),
    ("/v1/desks/enrol", JSON | {"content-encoding": "gzip"}, b"{}", "415 request.encoding"),
    ("/v/x", JSON, b"{}", "415 request.media_type"),
    ("/v/x", {"content-type": "multipart/form-data"}, b"x", "400 request.not_read"),
    ("/v1/desks/enrol", {f"x-{n}": "x" for n in range(70)}, b"", "431 request.headers"),
    ("/v1/desks/enrol", {"x-long": "x" * 9000}, b"", "431 request.headers"),
    ("/v1/desks/enrol?" + "x" * 5000, {}, b"", "414 request.address"),
    ("/nowhere", {}, b"", "404 route.unknown"),
    ("/v1/desks/enrol/", {}, b"", "404 route.unknown"),
    ("/openapi.json", {}, b"", "404 route.unknown"),
    ("/v1/hello", {}, b"", "405 route.method"),
]


def test_heads_that_are_none_of_ours(http: httpx.Client) -> None:
    for path, headers, body, wanted in HEADS:
        assert told(http.post(path, content=body, headers=headers)) == wanted, (path[:40], headers)


def test_other_methods_are_told_which_there_are(http: httpx.Client) -> None:
    for method in ("TRACE", "OPTIONS", "PATCH", "HEAD", "DELETE"):
        answer = http.request(method, "/v1/hello")
        assert (method, answer.status_code, answer.headers["allow"]) == (method, 405, "GET")


def test_a_body_that_drips_is_not_waited_for(office: Office) -> None:
    hasty = replace(office, settings=replace(office.settings, longest_pause=0.2))
    with listening(hasty) as address, httpx.Client() as http:
        port = httpx.URL(address).port
        with socket.create_connection(("127.0.0.1", port or 0), timeout=10) as line:
            head = "POST /v1/desks/enrol HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            line.sendall(f"{head}Content-Length: 100\r\n\r\n{{".encode())
            said = b"".join(iter(lambda: line.recv(65536), b"")).decode()  # until they hang up
        assert said.startswith("HTTP/1.1 408 ")
        assert json.loads(said.partition("\r\n\r\n")[2])["code"] == "request.too_slow"
        assert http.get(f"{address}/v1/hello").status_code == 200


ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


def test_every_answer_is_safe_to_look_at(
    office: Office, desk: Desk, new_office: Callable[..., Office]
) -> None:
    asked: list[tuple[str, str, dict[str, Any]]] = [
        ("GET", "/v1/hello", {}),
        ("GET", "/v1/roster", {"headers": desk.as_desk}),
        ("GET", "/v1/cases", {"headers": desk.as_agent}),
        ("GET", "/v1/roster", {}),
        ("GET", "/nowhere", {}),
        ("POST", "/v1/hello", {}),
        ("POST", "/v1/desks/enrol", {"content": b"{", "headers": JSON}),
        ("POST", "/v1/desks/enrol", {"content": b"{", "headers": {"content-encoding": "br"}}),
    ]
    tls = new_office(DOST_PUBLIC_URL="https://dost.example.az")
    with listening(tls) as address, httpx.Client(base_url=address) as http:
        for method, path, more in asked:
            answer = http.request(method, path, **more)
            assert ALWAYS.items() <= dict(answer.headers).items(), path
            assert "default-src 'none'" in answer.headers["content-security-policy"]
            assert answer.headers["strict-transport-security"] == "max-age=31536000"
            assert "server" not in answer.headers
            assert answer.headers["x-request-id"]


def test_what_breaks_is_answered_with_an_id_and_without_a_word_of_it(
    new_office: Callable[..., Office], desk: Desk
) -> None:
    broken = replace(new_office(), agent_keys=None)  # type: ignore[arg-type]
    with listening(broken) as address, httpx.Client(base_url=address) as http:
        headers = desk.as_desk | {"x-request-id": "given-by-the-desk"}
        answer = http.get("/v1/roster", headers=headers)
    assert told(answer) == "500 server.error"
    assert answer.json()["request_id"] == answer.headers["x-request-id"] == "given-by-the-desk"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "NoneType" not in answer.text
